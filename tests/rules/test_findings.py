"""From links to findings: filters, severity, places, fingerprints."""

import textwrap

import pytest

from numcheck import rules
from numcheck.errors import UsageError
from numcheck.model import Claim, Document, Interval, Link, LinkKind, Reading, Span
from numcheck.rules import RuleSet, examples
from numcheck.rules.schema import read_rule
from numcheck.text.sentences import split_sentences

KINDS = {
    "pair": LinkKind("pair", "", ("part", "whole"), ("factor", "hint"), {"tolerance": 0.0}),
    "sum": LinkKind("sum", "", ("whole", "parts")),
}
TEXT = "Police held 84 people on Sunday. Of them, 500 were students. A loan of 12 was agreed."


def claim(text, **fields):
    start = TEXT.index(text)
    value = float(text)
    sentence = TEXT[:start].count(". ")
    return Claim(
        start, start + len(text), text, "count", value, value, value, value, value,
        document="wire", sentence=sentence, **fields,
    )  # fmt: skip


def rule(extra="", *, kind="pair", expect="part <= whole", name="odd-pair"):
    text = f"""\
id: {name}
summary: s
why: w
severity: error
confidence: high
for: {kind}
expect: {expect}
message: m
"""
    text = text if "message:" not in extra else text.replace("message: m\n", "")
    return read_rule(f"pack/{name}.yaml", text + textwrap.dedent(extra), KINDS)


def reading(*claims):
    return Reading(Document(TEXT, id="wire"), tuple(split_sentences(TEXT)), tuple(claims))


def findings(one, *links):
    links = links or (Link("pair", {"part": claim("500"), "whole": claim("84")}),)
    return rules.apply(RuleSet((one,)), lambda *_: links, [reading()])


def test_a_finding_shows_both_places_with_the_first_role_first():
    (found,) = findings(rule('message: "{part.text} of {whole.text}"'))

    assert ("500", "part", "500 of 84") == (found.text, found.label, found.message)
    assert [("84", "whole")] == [(place.text, place.label) for place in found.related]
    assert "500" == TEXT[found.start : found.end]


def test_another_role_or_a_span_may_be_primary():
    cue = Span(TEXT.index("Of them"), TEXT.index("Of them") + 7)
    link = Link("pair", {"part": claim("500"), "whole": claim("84")}, cue=cue)

    assert "84" == findings(rule("primary: whole"), link)[0].text
    (found,) = findings(rule("primary: cue"), link)
    assert ["Of them", "500", "84"] == [found.text, *(place.text for place in found.related)]
    (found,) = findings(rule("also: [cue]"), link)
    assert ["500", "84", "Of them"] == [found.text, *(place.text for place in found.related)]


def test_figures_that_ought_to_be_one_are_named_for_the_diagnosis():
    link = Link("pair", {"part": claim("500"), "whole": claim("84")}, facts={"factor": 1230.5})

    assert ("500", "1230.5") == findings(rule("garble: [part, factor]"), link)[0].pair
    assert ("500", "84") == findings(rule("garble: [part, whole]"), link)[0].pair
    assert None is findings(rule("garble: [part, hint]"), link)[0].pair


@pytest.mark.parametrize(
    ("fields", "confidence", "soften", "expected"),
    [
        ({}, "high", "", "error"),
        ({}, "medium", "", "warning"),
        ({}, "low", "", "info"),
        ({"quoted": True}, "high", "", "warning"),
        ({"quoted": True}, "high", "soften: {quoted: error}", "error"),
        ({"modality": "planned"}, "high", "", "info"),
        ({"modality": "hypothetical", "quoted": True}, "high", "", "info"),
        ({"modality": "planned"}, "high", "soften: {hypothetical: warning}", "warning"),
        ({"modality": "planned"}, "low", "soften: {hypothetical: warning}", "info"),
    ],
)
def test_severity_is_lowered_where_the_copy_is_not_certain(fields, confidence, soften, expected):
    link = Link("pair", {"part": claim("500"), "whole": claim("84", **fields)}, None, confidence)
    (found,) = findings(rule(soften), link)

    assert (expected, confidence) == (found.severity, found.confidence)
    assert (expected != "error") == bool(found.notes)


@pytest.mark.parametrize(
    ("extra", "fires"),
    [
        ("where: {part.kind: count}", True),
        ("where: {part.kind: [money, measure]}", False),
        ("where: {part.value: {min: 100}, whole.value: {max: 90}}", True),
        ("where: {part.value: {min: 501}}", False),
        ("where: {factor: {min: 2}}", True),
        ("where: {part.where.name: Minsk}", False),
        ("where: {part.quoted: false}", True),
        ("where: {part.modifiers: young}", True),
        ("where: {near: [student*, pupil]}", True),
        ("where: {near: [student]}", False),
        ("unless: {near: [of them]}", False),
        ("unless: {near: [loan]}", True),
        ("unless: {whole.kind: money, part.kind: count}", False),
        ("unless: {part.where.name: Minsk}", True),
    ],
)
def test_filters_are_plain_data(extra, fires):
    part = claim("500", modifiers=("young", "male"))
    link = Link("pair", {"part": part, "whole": claim("84")}, facts={"factor": Interval(2, 3)})

    assert fires is bool(findings(rule(extra), link))


def test_every_claim_of_a_role_must_meet_a_condition():
    link = Link("sum", {"whole": claim("500"), "parts": (claim("84"), claim("12", event="lend"))})
    says = {"kind": "sum", "expect": "total(parts) == whole"}

    assert findings(rule(**says), link)
    assert findings(rule("where: {parts.kind: count}", **says), link)
    assert not findings(rule("where: {parts.event: lend}", **says), link)


def test_single_claims_need_no_link_kind():
    one = rule("where: {kind: count, near: loan}", kind="claim", expect="claim.unit != ''")
    found = rules.apply([one], None, [reading(claim("84"), claim("12"))])

    assert ["12"] == [finding.text for finding in found]


def test_links_of_one_kind_are_asked_for_once():
    asked = []

    def supply(kind, options):
        asked.append((kind, dict(options)))
        return []

    loose = rule("with: {tolerance: 0.5}", name="loose-pair")
    rules.apply([rule(), rule(name="odd-pair-two"), loose], supply, [reading()])

    assert [("pair", {"tolerance": 0.0}), ("pair", {"tolerance": 0.5})] == asked


def test_the_same_places_are_reported_once_whatever_their_order():
    one = Link("pair", {"part": claim("500"), "whole": claim("84")})
    back = Link("pair", {"part": claim("84"), "whole": claim("500")})

    assert 1 == len(findings(rule(expect="part == whole"), one, back))


def test_fingerprints_survive_edits_elsewhere_and_count_equals():
    def moved(by):
        shifted = [
            Claim(c.start + by, c.end + by, c.text, "count", c.value, c.low, c.high, c.low, c.high,
                  document="wire") for c in (claim("500"), claim("84"))
        ]  # fmt: skip
        return Link("pair", dict(zip(("part", "whole"), shifted, strict=True)))

    first = [found.fingerprint for found in findings(rule(), moved(0))]
    both = [found.fingerprint for found in findings(rule(), moved(3), moved(9))]

    assert first[0] == both[0] != both[1]


def test_only_facts_that_decided_or_are_spoken_of_are_told():
    link = Link("pair", {"part": claim("500"), "whole": claim("84")}, facts={
        "factor": 5.95, "hint": "inner",
    })  # fmt: skip

    assert {} == findings(rule(), link)[0].facts
    assert {"factor": "5.95"} == findings(rule(expect="factor <= 1"), link)[0].facts
    assert {"hint": "inner"} == findings(rule('message: "{hint}"'), link)[0].facts


def test_unknown_facts_are_silent():
    assert [] == findings(rule(expect="factor <= 1"))


def test_messages_print_numbers_lists_and_unknowns():
    says = "Parts {parts} make {parts.value}, not {whole.value:number}; {whole.where} {{x}}"
    link = Link("sum", {"whole": claim("500"), "parts": (claim("84"), claim("12"))})
    one = rule(f'message: "{says}"', kind="sum", expect="total(parts) == whole")
    (found,) = findings(one, link)

    assert "Parts 84 and 12 make 84 and 12, not 500; unknown {x}" == found.message


def test_examples_say_what_is_wrong_with_them():
    one = rule(
        """\
        examples:
          bad:
            - {text: a, flags: ["500", "84"]}
            - {text: b, flags: ["84", "500"]}
          good:
            - {text: c}
          missed:
            - {text: d}
          false_alarm:
            - {text: e}
        """
    )
    problems = [outcome.problem for outcome in examples.run(one, lambda *_: findings(one))]

    assert "" == problems[0]
    assert "expected '84', '500', found '500', '84'" == problems[1]
    assert "must be silent, found '500', '84'" == problems[2]
    assert "is found now: move it to 'bad'" == problems[3]
    assert "" == problems[4]
    assert "" == examples.lacking(one)


def test_rules_are_selected_by_id_pack_and_tag():
    both = RuleSet((rule(), rule("tags: [toll]", name="other-pair")))

    assert ["other-pair"] == [r.id for r in both.selected(["toll"])]
    assert ["odd-pair"] == [r.id for r in both.selected(["pack"], ["toll"])]
    with pytest.raises(UsageError, match="Did you mean 'odd-pair'"):
        both.selected(["odd-pear"])


def test_rules_are_adjusted_by_configuration():
    both = RuleSet((rule(), rule(name="other-pair")))
    changed = both.adjusted({
        "odd-pair": {"severity": "info", "tolerance": 1}, "other-pair": {"severity": "off"},
    })  # fmt: skip

    assert [("info", {"tolerance": 1})] == [(r.severity, r.options) for r in changed]
    assert changed.digest != both.digest
    for wrong in ({"odd-pair": {"tolerence": 1}}, {"odd": {}}, {"odd-pair": {"severity": "bad"}}):
        with pytest.raises(UsageError, match="unknown"):
            both.adjusted(wrong)


def test_folders_of_rules_replace_and_report(tmp_path):
    folder = tmp_path / "desk"
    folder.mkdir()
    text = "id: {}\nsummary: s\nwhy: w\nseverity: {}\nconfidence: high\nfor: pair\n"
    text += "expect: part <= whole\nmessage: m\n"
    (folder / "one.yaml").write_text(text.format("one", "info"))
    (folder / "two.yaml").write_text(text.format("two", "bad"))

    found, errors = rules.load_all([folder], kinds=KINDS, builtin=False, plugins=False)

    assert (["one"], "desk") == ([r.id for r in found], found.rules[0].pack)
    assert ["'severity' must be one of info, warning, error, not 'bad'"] == [
        error.reason for error in errors
    ]
    (tmp_path / "empty").mkdir()
    with pytest.raises(UsageError, match="no rules"):
        rules.load([tmp_path / "empty"], kinds=KINDS, builtin=False)
