"""`numcheck check`: exit codes, outputs, and kindness to bad input."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck import cli
from numcheck.reporters import names

OWN = ["--isolated", "--no-builtin-rules", "--rules", "house"]


HERE = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[2])}


@pytest.fixture
def check(run):
    return lambda *words: run("check", *words, *OWN)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["copy"], 1),
        (["copy/good.txt"], 0),
        (["copy/*.txt"], 1),
        (["copy", "--fail-on", "never"], 0),
        (["copy", "-o", "out.json"], 1),
        (["copy", "-o", "out.json", "--fail-on", "never"], 0),
        (["copy/good.txt", "nowhere.txt"], 3),
        (["copy/bad.txt", "nowhere.txt"], 1),
        (["nowhere.txt", "--fail-on", "never"], 3),
        (["copy", "--ignore", "too-many"], 0),
        (["copy", "--exclude", "bad.*"], 0),
        (["copy", "--config", 'rule.too-many.severity = "info"'], 0),
        (["copy", "--config", 'rule.too-many.severity = "info"', "--fail-on", "info"], 1),
        (["copy", "--config", 'per-file-ignores = {"copy/*" = ["house"]}'], 0),
        (["copy", "--select", "nothing"], 2),
        (["copy", "--strict", "wrong"], 2),
        (["copy", "--format", "jsno"], 2),
        (["copy", "--column", "txt=body"], 2),
        (["copy", "--input-format", "docks"], 2),
        (["copy", "--config", "none.toml"], 2),
        (["copy", "--config", "strikt = 1"], 2),
        (["copy", "--baseline", "none.json"], 2),
        (["copy", "--rules", "none"], 2),
        (["copy", "--max-megabytes", "nan"], 2),
        (["copy", "--max-megabytes", "-1"], 2),
        ([], 2),
    ],
)
def test_exit_codes(desk, run, check, words, code):
    assert code == check(*words)[0]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "copy", "--frmat", "json"], "Did you mean '--format'?"),
        (["check", "copy", "--fail-on", "eror"], "Did you mean 'error'?"),
        (["check", "copy", "--format", "jsno"], "Did you mean 'json'?"),
        (["check", "copy", *OWN, "--select", "too-mny"], "Did you mean 'too-many'?"),
        (["chekc", "copy"], "Did you mean 'check'?"),
        (["check", "copy", "--config", "strikt = 1"], "Did you mean 'strict'?"),
        (["check", "copy", "--rules", "none"], "none: no such rule file or folder"),
    ],
)
def test_mistakes_name_the_nearest_word(desk, run, check, words, said):
    code, _, err = run(*words)

    assert 2 == code
    assert said in err


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        (
            '[rule.too-mny]\nseverity = "off"',
            "numcheck.toml:1: unknown rule 'too-mny'. Did you mean",
        ),
        ('[rule.too-many]\nseverty = "off"', "too-many 'severty'. Did you mean 'severity'?"),
        ('strict = "high"\nselect = ["hose"]', "numcheck.toml:2: unknown rule, pack or tag 'hose'"),
        ('ignore = ["hose"]', "numcheck.toml:1: unknown rule, pack or tag 'hose'"),
        ('[per-file-ignores]\n"*" = ["hose"]', "numcheck.toml:2: unknown rule, pack or tag 'hose'"),
        ('rules = ["nowhere"]', "numcheck.toml:1: "),
        ('lexicons = ["nowhere"]', "numcheck.toml:1: "),
        ('suppressions = ["nowhere.toml"]', "numcheck.toml:1: "),
        (
            '[tool.numcheck]\nstrict = "high"',
            "numcheck.toml:1:2: in numcheck.toml settings stand at",
        ),
        ('format = "jsno"', "numcheck.toml:1: There is no format 'jsno'. Did you mean 'json'?"),
        ("strict = 3", "numcheck.toml:1:1: 'strict' must be one of low, normal, high"),
        ('baseline = ["x"]', "numcheck.toml:1:1: 'baseline' must be a text in quotes"),
    ],
)
def test_mistakes_in_settings_name_their_line(desk, run, settings, said):
    (desk / "numcheck.toml").write_text(settings)
    own = ["--rules", "house"] if "too-" in settings else []
    code, _, err = run("check", "copy", *own)

    assert 2 == code
    assert said in err


def test_help_is_one_line_of_usage_and_groups(run):
    code, out, _ = run("check", "--help")
    assert (0, "usage: numcheck check [options] PATH [PATH ...]") == (code, out.splitlines()[0])
    assert "3 some input could not be read" in out

    _, out, _ = run("baseline", "create", "--help")
    assert "usage: numcheck baseline create [options] PATH [PATH ...]" == out.splitlines()[0]


def test_a_broken_rule_is_shown_at_its_place(desk, run, check):
    rule = desk / "house" / "too-many.yaml"
    rule.write_text(rule.read_text().replace("claim.low", "claim.lwo"))
    code, _, err = check("copy")

    assert 2 == code
    assert "too-many.yaml:8:15: a claim has no field 'lwo'. Did you mean 'low'?" in err


def test_several_outputs_at_once_and_folders_that_are_made(desk, run, check):
    words = [
        "--output",
        "sarif=out/a.sarif",
        "--output",
        "markdown=out/a.md",
        "--format",
        "concise",
    ]
    code, out, _ = check("copy", *words)

    assert 1 == code
    assert "copy/bad.txt:1:8: error: 1500 is more than a thousand [too-many]" in out
    assert "2.1.0" == json.loads((desk / "out" / "a.sarif").read_text())["version"]
    assert "1500 is more" in (desk / "out" / "a.md").read_text()


@pytest.mark.parametrize("format", names())
def test_every_format_can_be_asked_for(desk, run, check, format):
    code, _, _ = check("copy", "--format", format, "-o", "out.file")

    assert 1 == code
    assert "1500" in (desk / "out.file").read_text()


def test_the_ending_of_a_file_names_its_format(desk, run, check):
    check("copy", "-o", "a.json", "-o", "a.sarif", "-o", "a.html")

    assert "1.0" == json.loads((desk / "a.json").read_text())["schema_version"]
    assert "runs" in json.loads((desk / "a.sarif").read_text())
    assert (desk / "a.html").read_text().startswith("<!")


def test_standard_input_has_a_name(desk, run, check, monkeypatch):
    copy = io.TextIOWrapper(io.BytesIO(b"It has 1500 seats."))
    monkeypatch.setattr(sys, "stdin", copy)
    code, out, _ = check("-", "--stdin-filename", "slug.txt", "--format", "concise")

    assert 1 == code
    assert out.startswith("slug.txt:1:8: error")


def test_bad_files_are_reported_and_the_others_checked(desk, run, check):
    (desk / "copy" / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (desk / "copy" / "empty.txt").write_bytes(b"")
    (desk / "empty-folder").mkdir()
    code, out, err = check("copy", "empty-folder", "gone/*.txt", "--format", "json")
    report = json.loads(out)

    assert 1 == code
    assert ["1500"] == [f["text"] for f in report["findings"] if f["severity"] != "info"]
    unread = {one["source"] for one in report["unread"]}
    assert {"empty-folder", "gone/*.txt", "copy/binary.txt"} <= unread
    assert "cannot read gone/*.txt" in err


def test_quiet_prints_nothing(desk, run, check):
    assert (1, "", "") == check("copy", "-q")


def test_timings_go_to_standard_error(desk, run, check):
    assert "load rules" in check("copy/good.txt", "--timings")[2]


def test_settings_of_the_nearest_file_apply(desk, run, check):
    (desk / "copy" / "numcheck.toml").write_text(
        'rules = ["../house"]\nbuiltin-rules = false\nformat = "concise"\n'
    )
    code, out, _ = run("check", "copy")

    assert (1, 2) == (code, len(out.splitlines()))


def test_a_reader_of_the_output_may_go_away(desk):
    """`numcheck check ... | head -1` ends without a complaint."""
    many = "It has 1500 seats. " * 3000
    (desk / "copy" / "bad.txt").write_text(many)
    command = [sys.executable, "-m", "numcheck", "check", "copy", "--format", "concise", *OWN]
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "env": HERE}
    with subprocess.Popen(command, **pipes) as process:
        assert b"1500" in process.stdout.readline()
        process.stdout.close()
        assert b"" == process.stderr.read()


@pytest.mark.parametrize(
    ("ending", "code"),
    [("<&-", 3), (">/dev/full", 2), ("| head -0", 0)],
    ids=["stdin", "out", "pipe"],
)
def test_streams_that_fail_end_in_one_line(desk, ending, code):
    command = f"{sys.executable} -m numcheck check - {' '.join(OWN)} {ending}"
    done = subprocess.run(["sh", "-c", command], input=b"Held 5.", capture_output=True, env=HERE)

    assert code == done.returncode
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_help_names_every_verb(run):
    code, out, _ = run("--help")

    assert 0 == code
    assert all(verb in out for group in cli.VERBS.values() for verb in group)
    assert "numcheck 0" in run("--version")[1]


def test_the_limit_on_size_can_be_set(desk, run, check):
    (desk / "copy" / "long.txt").write_text("A long line of copy. " * 100)
    code, out, err = check("copy/long.txt", "--max-megabytes", "0.001")

    assert 3 == code
    assert "larger than 0.000999 MB; raise the limit (--max-megabytes)" in out + err
    assert 0 == check("copy/long.txt", "--max-megabytes", "1")[0]
