"""The verbs besides check: what they print and leave, and their exit codes."""

import json

import jsonschema
import pytest
import yaml

from numcheck import pipeline
from numcheck.data import rules_folder
from numcheck.rules.json_schema import json_schema

OWN = ["--isolated", "--no-builtin-rules", "--rules", "house"]


def test_a_report_is_left_with_tables_beside_it(desk, run):
    code, out, _ = run("report", "copy", "-o", "out", "--also", "csv", *OWN)

    assert 1 == code
    assert "out/report.html: 2 documents, 1 error" in out
    assert "1500 is more than a thousand" in (desk / "out" / "report.html").read_text()
    assert (desk / "out" / "claims.csv").read_text().startswith("document,")


def test_a_report_on_nothing_says_so(desk, run):
    code, out, _ = run("report", "gone", "-o", "out")

    assert (3, "out/report.html: nothing was read\n") == (code, out)


@pytest.mark.parametrize("format", ["table", "csv", "jsonl", "json", "markdown"])
def test_figures_are_listed_in_every_format(desk, run, format):
    code, out, _ = run("extract", "copy", "--format", format)

    assert 0 == code
    assert "1500" in out
    assert "900" in out


def test_open_ends_are_null_in_json(desk, run):
    (desk / "copy" / "bad.txt").write_text("At least 500 were held.")
    claims = json.loads(run("extract", "copy/bad.txt", "--format", "json")[1])["claims"]

    assert [(500.0, None)] == [(claim["low"], claim["high"]) for claim in claims]


def test_figures_go_to_files_by_their_ending(desk, run):
    pandas = pytest.importorskip("pandas")
    pytest.importorskip("pyarrow")

    assert 0 == run("extract", "copy", "-o", "claims.parquet")[0]
    assert ["1500", "900"] == list(pandas.read_parquet("claims.parquet")["text"])
    assert (2, "") == run("extract", "copy", "--format", "parquet")[:2]
    assert 2 == run("extract", "copy", "-o", "copy")[0]
    assert 3 == run("extract", "copy", "nowhere")[0]


def test_rules_are_listed_and_explained(desk, run):
    code, out, _ = run("rules", "list", *OWN)
    assert (0, True) == (code, "too-many" in out)
    assert "too-many" == json.loads(run("rules", "list", "--format", "json", *OWN)[1])[0]["id"]

    code, out, _ = run("rules", "explain", "too-many", *OWN)
    assert 0 == code
    assert "> It has 1500 seats.\n\nPoints at “1500”." in out
    code, _, err = run("rules", "explain", "too-mny", *OWN)
    assert (2, True) == (code, "Did you mean 'too-many'?" in err)


def test_rules_of_ones_own_are_tested_as_the_built_in(desk, run):
    assert (0, "1 rule, 2 examples, 0 not as they say\n") == run("rules", "test", "house")[:2]

    rule = desk / "house" / "too-many.yaml"
    rule.write_text(rule.read_text().replace("has 900", "has 9000"))
    code, out, _ = run("rules", "test", "house")
    assert 1 == code
    assert "house/too-many.yaml:12: too-many/good/1: must be silent, found '9000'" in out

    rule.write_text(rule.read_text().split("examples:")[0])
    assert (1, True) == (
        (got := run("rules", "test", "house"))[0],
        "no bad and no good example" in got[1],
    )
    rule.write_text("id: too-many\n")
    assert 2 == run("rules", "test", "house")[0]


def test_a_new_rule_loads_and_fits_its_schema(desk, run):
    code, out, _ = run("rules", "new", "my-rule", "--folder", "desk/house")

    assert (0, True) == (code, "numcheck rules test desk/house/my-rule.yaml" in out)
    assert 1 == run("rules", "test", "desk")[0]  # its examples are still to be written
    schema = json.loads((desk / "desk" / "house" / "rule.schema.json").read_text())
    jsonschema.validate(yaml.safe_load((desk / "desk/house/my-rule.yaml").read_text()), schema)
    assert 2 == run("rules", "new", "my-rule", "--folder", "desk/house")[0]
    assert 2 == run("rules", "new", "My Rule")[0]
    assert 2 == run("rules", "new", "other", "--for", "claims")[0]


def test_every_built_in_rule_fits_the_schema():
    validator = jsonschema.Draft7Validator(json_schema(pipeline.kinds().values()))
    jsonschema.Draft7Validator.check_schema(validator.schema)
    for file in rules_folder().rglob("*.yaml"):
        rule = yaml.load(file.read_text(), yaml.BaseLoader)
        rule = _typed(rule)
        assert [] == [f"{file.name}: {e.message}" for e in validator.iter_errors(rule)]


def _typed(node):
    """BaseLoader keeps every scalar a text; numbers are what the schema wants numbers for."""
    if isinstance(node, dict):
        return {
            key: float(value) if key in ("min", "max") else _typed(value)
            for key, value in node.items()
        }
    return [_typed(item) for item in node] if isinstance(node, list) else node


def test_kinds_of_link_are_listed_for_authors(run):
    code, out, _ = run("rules", "kinds")

    assert 0 == code
    assert all(name in out for name in pipeline.kinds())


def test_settings_say_where_they_come_from(desk, run):
    (desk / "numcheck.toml").write_text('strict = "high"\n')
    code, out, _ = run("config", "copy")
    assert 0 == code
    assert any("strict" in line and "numcheck.toml:1" in line for line in out.splitlines())

    found = json.loads(run("config", "copy", "--json")[1])
    assert ("high", "default") == (found["strict"]["value"], found["fail-on"]["source"])


def test_suppressions_are_listed_with_what_they_do(desk, run):
    assert "Nothing is suppressed." in run("suppressions", "copy", *OWN)[1]

    (desk / "copy" / "a.md").write_text(
        "It has 1500 seats. <!-- numcheck: ignore too-many -- it is a stadium -->\n\n"
        "It has 100. <!-- numcheck: ignore too-many until 2020-01-01 -- old -->\n"
    )
    code, out, _ = run("suppressions", "copy/a.md", *OWN)
    assert 0 == code
    assert "copy/a.md:1" in out
    assert "quiets 1" in out
    assert "does not count: it ended on 2020-01-01" in out
    assert 1 == run("suppressions", "copy/a.md", "--fail-on-unused", *OWN)[0]
    assert 0 == run("check", "copy/a.md", *OWN)[0]
    assert 1 == run("check", "copy/a.md", "--no-suppressions", *OWN)[0]


def test_notes_that_no_rule_makes_are_named_like_rules(desk, run):
    (desk / "a.md").write_text("It has 15 seats. <!-- numcheck: ignore too-many -- a stadium -->\n")

    def noted(*words):
        code, out, _ = run("check", "a.md", "--format", "json", *OWN, *words)
        return code, [one["rule"] for one in json.loads(out)["findings"]]

    note = "unused-suppression"
    assert (0, [note]) == noted()
    assert (0, []) == noted("--ignore", note)
    assert (0, []) == noted("--config", f'rule.{note}.severity = "off"')
    assert (1, [note]) == noted("--config", f'rule.{note}.severity = "error"')
    assert (0, [note]) == noted("--select", f"{note},too-many")
    assert (0, []) == noted("--select", "too-many")


def test_a_baseline_keeps_known_findings_quiet(desk, run):
    assert 0 == run("baseline", "create", "copy", *OWN)[0]
    known = ["--baseline", "numcheck-baseline.json"]
    assert 0 == run("check", "copy", *OWN, *known)[0]

    # Edits elsewhere change nothing; the same fault once more is new.
    (desk / "copy" / "bad.txt").write_text("A new line of 12.\n\nIt has 1500 seats.\n")
    assert 0 == run("check", "copy", *OWN, *known)[0]
    (desk / "copy" / "bad.txt").write_text("It has 1500 seats.\n\nIt has 1500 seats.\n")
    assert 1 == run("check", "copy", *OWN, *known)[0]

    assert 1 == run("baseline", "create", "copy", *OWN)[0]
    assert 0 == run("baseline", "create", "copy", "--accept-new", *OWN)[0]
    assert 0 == run("check", "copy", *OWN, *known)[0]

    (desk / "copy" / "bad.txt").write_text("It has 15 seats.\n")
    assert "0 of 2 kept" in run("baseline", "prune", "copy", *OWN)[1]
    assert 2 == run("baseline", "prune", "copy", "nowhere", *OWN)[0]


def test_a_translation_is_held_against_its_source(desk, run):
    (desk / "de.txt").write_text("Die Polizei nahm 774 Menschen fest.\n")
    (desk / "en.txt").write_text("Police detained 84 people.\n")
    code, out, _ = run("compare", "de.txt", "en.txt", "--format", "json", "--source-lang", "de")
    (found,) = json.loads(out)["findings"]

    assert 1 == code
    assert ("en.txt", "84") == (found["document"], found["text"])
    assert [("de.txt", "774")] == [(one["document"], one["text"]) for one in found["related"]]
    assert found["fingerprint"]
    assert 2 == run("compare", "de.txt", "de.txt")[0]
    assert 2 == run("compare", "de.txt", "nowhere.txt")[0]
    (desk / "binary.txt").write_bytes(bytes(range(256)) * 50)
    assert 3 == run("compare", "de.txt", "binary.txt")[0]


def test_translations_come_in_folders_and_files_of_segments(desk, run):
    (desk / "pairs.tsv").write_text(
        "id\tsource\ttarget\tlang\n"
        "s1\tDie Polizei nahm 774 Menschen fest.\tPolice detained 84 people.\tde\n"
        "s2\tDie Polizei nahm 12 Menschen fest.\tPolice detained 12 people.\tde\n"
    )
    code, out, _ = run("compare", "pairs.tsv", "--format", "concise")
    assert (1, 2) == (code, len(out.splitlines()))
    assert "pairs.tsv#s1:1:17: " in out
    assert "'774' at pairs.tsv#s1 (source):1:18" in out

    for name, text in (("de", "Es waren 774 Menschen."), ("en", "There were 84 people.")):
        (desk / name).mkdir()
        (desk / name / "story.txt").write_text(text)
    assert 1 == run("compare", "de", "en", "--source-lang", "de")[0]
    assert 3 == run("compare", "de", "copy")[0]
    assert 2 == run("compare", "nowhere.tsv")[0]


def test_two_versions_of_a_story_are_held_together(desk, run):
    old = "At least 12 people died in the fire, police said.\n\nThe mayor mourned 12 people.\n"
    (desk / "old.txt").write_text(old)
    (desk / "new.txt").write_text(old.replace("At least 12", "At least 21"))
    code, out, _ = run("diff", "old.txt", "new.txt")
    assert code in (0, 1)
    assert "new.txt:1:1: “At least 12” (people) became “At least 21” (people)" in out

    found = json.loads(run("diff", "old.txt", "new.txt", "--format", "json")[1])
    assert ["changed"] == [change["what"] for change in found["changes"]]
    assert 0 == run("diff", "old.txt", "old.txt")[0]


def test_only_the_files_of_a_list_are_checked(desk, run):
    (desk / "changed").write_text("copy/good.txt\nnot/there.txt\n")

    assert 0 == run("check", ".", "--among", "changed", *OWN)[0]
    (desk / "changed").write_text("copy/bad.txt\n")
    assert 1 == run("check", ".", "--among", "changed", *OWN)[0]
    assert 2 == run("check", ".", "--among", "nowhere", *OWN)[0]
