"""Rule files: what they may say, and errors that show the place and the nearest word."""

import textwrap

import pytest

from numcheck.errors import RuleError
from numcheck.model import LinkKind
from numcheck.rules.schema import read_rule

KINDS = {
    "pair": LinkKind(
        "pair", "Two figures.", ("a", "b"), ("factor",),
        {"tolerance": 0.05, "words": ("of",), "mode": "strict", "deep": False},
    ),
    "told-twice": LinkKind("told-twice", "One figure in two papers.", ("a", "b"), scope="story"),
}  # fmt: skip

RULE = """\
id: odd-pair
summary: Two figures that are odd together.
why: Readers see it at once.
severity: error
confidence: high
for: pair
expect: a.low <= b.high
message: "{a.text} is more than {b.text}"
"""


def read(text, name="rules/arithmetic/odd-pair.yaml"):
    return read_rule(name, textwrap.dedent(text), KINDS)


def changed(old, new):
    assert old in RULE
    return RULE.replace(old, new)


def test_a_rule_takes_its_pack_from_the_folder_and_its_defaults_from_the_kind():
    rule = read(RULE)

    assert ("odd-pair", "arithmetic", "document", "a") == (
        rule.id, rule.pack, rule.scope, rule.primary,
    )  # fmt: skip
    assert {"tolerance": 0.05, "words": ("of",), "mode": "strict", "deep": False} == rule.options


def test_scalars_mean_what_they_look_like():
    """YAML 1.1 reads 12:30 as 750, `no` as false and 2020-09-14 as a date, and 1e3 as a text."""
    rule = read(
        RULE
        + textwrap.dedent("""\
        with: {tolerance: 1e-1, mode: no, words: [12:30, 2020-09-14, off], deep: true}
        tags: [no, 007]
        examples:
          bad:
            - {text: The train left at 12:30 with 84 on board., flags: [84, 12:30, 1e3]}
        """)
    )

    assert {
        "tolerance": 0.1, "mode": "no", "words": ("12:30", "2020-09-14", "off"), "deep": True,
    } == rule.options  # fmt: skip
    assert ("no", "007") == rule.tags
    assert (("84", "12:30", "1e3"),) == rule.examples[0].flags


@pytest.mark.parametrize(
    ("text", "place", "reason", "nearest"),
    [
        ("", (1, 1), "the file is empty", ""),
        ("- a\n- b\n", (1, 1), "a rule is a mapping", ""),
        ("id: [\n", (2, 1), "not YAML", ""),
        ("id: a\n\tb: c\n", (2, 1), "not YAML", ""),
        (RULE + "id: other\n", (9, 1), "given twice (first in line 1)", ""),
        (RULE + "---\nid: other\n", (9, 1), "one file holds one rule", ""),
        (changed("summary:", "sumary:"), (2, 1), "unknown key 'sumary'", "summary"),
        (changed("why: Readers see it at once.\n", ""), (1, 1), "'why' is missing", ""),
        (changed("severity: error", "severity: eror"), (4, 11), "one of info", "error"),
        (changed("confidence: high", "confidence: [high]"), (5, 13), "must be a text", ""),
        (changed("for: pair", "for: pear"), (6, 6), "unknown kind of link", "pair"),
        (changed("id: odd-pair", "id: odd-pairs"), (1, 5), "equal the file name", ""),
        (changed("id: odd-pair", "id: Odd_Pair"), (1, 5), "small letters", ""),
        (changed("a.low <=", "a.lwo <="), (7, 11), "no field 'lwo'", "low"),
        (changed("expect: a.low", "expect: 'a.lwo").replace("b.high", "b.high'"), (7, 12),
         "no field", "low"),
        (changed("{b.text}", "{b.txet}"), (8, 36), "no field 'txet'", "text"),
        (changed("{b.text}", "{b.text:nubmer}"), (8, 41), "unknown format", "number"),
        (changed("{b.text}", "{b.text!r}"), (8, 36), "no field", ""),
        (changed("{b.text}", "{b.text"), (8, 33), "brace", ""),
        (RULE + "scope: story\n", (9, 8), "have the scope 'document'", ""),
        (RULE + "with: {tolerence: 1}\n", (9, 8), "unknown key", "tolerance"),
        (RULE + "with: {tolerance: wide}\n", (9, 19), "must be like 0.05", ""),
        (RULE + "with: {deep: 1}\n", (9, 14), "must be like False", ""),
        (RULE + "where: {a.knd: money}\n", (9, 11), "no field 'knd'", "kind"),
        (RULE + "where: {a.kind: mony}\n", (9, 17), "is no kind", "money"),
        (RULE + "where: {a.value: {mni: 1}}\n", (9, 19), "'min' and 'max'", "min"),
        (RULE + "where: {a.value: {min: few}}\n", (9, 24), "must be a number", ""),
        (RULE + "where: {near: []}\n", (9, 15), "list of words", ""),
        (RULE + "primary: c\n", (9, 10), "must be one of a, b, factor, cue", ""),
        (RULE + "garble: [a]\n", (9, 9), "names two figures", ""),
        (RULE + "garble: [a, facto]\n", (9, 13), "must be one of", "factor"),
        (RULE + "soften: {quotted: info}\n", (9, 10), "unknown key", "quoted"),
        (RULE + "tags: &x [a]\nsee: *x\n", (9, 7), "aliases", ""),
        (RULE + "tags: !!python/name:os.system ''\n", (9, 7), "tags are not used", ""),
        (RULE + "examples: {worse: []}\n", (9, 12), "unknown key", ""),
        (RULE + "examples: {bad: [{flags: [a]}]}\n", (9, 18), "'text' or 'documents'", ""),
        (RULE + "examples: {bad: [{text: x, published: soon}]}\n", (9, 39), "a date like", ""),
        (RULE + "tags: " + "[" * 600 + "\n", (9, 1), "nested too deeply", ""),
        (RULE + "tags: " + "[" * 30 + "]" * 30 + "\n", None, "nested too deeply", ""),
        ("x" * 300_000, (1, 1), "longer than", ""),
    ],
)  # fmt: skip
def test_mistakes_are_shown_at_their_place(text, place, reason, nearest):
    with pytest.raises(RuleError) as caught:
        read(text)

    error = caught.value
    assert reason in error.reason
    assert place is None or place == (error.line, error.column)
    assert not nearest or nearest == error.nearest


def test_an_error_reads_well():
    with pytest.raises(RuleError) as caught:
        read(changed("a.low <=", "a.lwo <="))

    assert [
        "rules/arithmetic/odd-pair.yaml:7:11: a claim has no field 'lwo'. Did you mean 'low'?",
        "        6 | for: pair",
        "    >   7 | expect: a.lwo <= b.high",
        '        8 | message: "{a.text} is more than {b.text}"',
    ] == str(caught.value).splitlines()


def test_stories_have_documents_with_ids_and_dates():
    rule = read(
        changed("for: pair", "for: told-twice")
        + textwrap.dedent("""\
        examples:
          bad:
            - documents:
                - {id: wire, text: Police held 774., published: 2020-09-14}
                - text: Police held 84.
              flags: [["774", "84"], ["5"]]
        """)
    )
    (example,) = rule.examples

    assert "story" == rule.scope
    assert ["wire", "document-2"] == [document.id for document in example.documents]
    assert "2020-09-14" == str(example.documents[0].published)
    assert (("774", "84"), ("5",)) == example.flags
