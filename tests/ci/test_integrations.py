"""Each integration, run for real as far as that can be done without its service."""

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from numcheck import cli, config
from numcheck.data import HERE

ROOT = Path(__file__).parents[2]
BAD = "Police held 40 marchers, of whom 52 were women.\n"
GOOD = "The harbour museum has 40 guides, of whom 12 speak Danish.\n"


@pytest.fixture
def shell(tmp_path, monkeypatch):
    """Run a command in a git repository of copy, with this numcheck first on the path."""
    bin_folder = tmp_path / "bin"
    bin_folder.mkdir()
    shim = bin_folder / "numcheck"
    shim.write_text(f'#!/bin/sh\nexec {sys.executable} -m numcheck "$@"\n')
    shim.chmod(0o755)
    newsroom = tmp_path / "newsroom"
    newsroom.mkdir()
    home = {
        "PATH": f"{bin_folder}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT),
        "HOME": str(tmp_path), "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_AUTHOR_NAME": "desk", "GIT_AUTHOR_EMAIL": "desk@example.org",
        "GIT_COMMITTER_NAME": "desk", "GIT_COMMITTER_EMAIL": "desk@example.org",
    }  # fmt: skip

    def run(command, **extra):
        words = shlex.split(command) if isinstance(command, str) else command
        return subprocess.run(
            words, cwd=newsroom, env={**home, **extra}, capture_output=True, text=True, timeout=300
        )

    run.folder = newsroom
    assert 0 == run("git init -q -b main").returncode
    return run


def commit(shell, **files):
    for name, text in files.items():
        (shell.folder / f"{name}.txt").write_text(text)
    shell("git add -A")
    assert 0 == shell("git commit -q -m copy").returncode
    return shell("git rev-parse HEAD").stdout.strip()


def action(shell, **settings):
    return shell(
        ["bash", str(ROOT / "ci" / "action.sh")],
        GITHUB_OUTPUT=str(shell.folder.parent / "output"),
        GITHUB_STEP_SUMMARY=str(shell.folder.parent / "summary.md"),
        **settings,
    )


@pytest.mark.slow
def test_the_action_checks_what_a_change_touches(shell):
    first = commit(shell, old=BAD)
    commit(shell, good=GOOD)
    result = action(shell, NUMCHECK_BASE=first)
    assert (0, "") == (result.returncode, result.stdout.strip()), result.stderr

    commit(shell, new=BAD)
    result = action(shell, NUMCHECK_BASE=first)
    assert 1 == result.returncode, result.stderr
    assert result.stdout.startswith("::error file=new.txt,line=1,")
    assert "old.txt" not in result.stdout
    summary = (shell.folder.parent / "summary.md").read_text()
    assert "## numcheck: 1 error" in summary
    assert "sarif=numcheck.sarif" in (shell.folder.parent / "output").read_text()
    (run,) = json.loads((shell.folder / "numcheck.sarif").read_text())["runs"]
    assert ["part-exceeds-whole"] == [result["ruleId"] for result in run["results"]]


@pytest.mark.slow
def test_the_action_checks_everything_where_no_change_is_known(shell):
    commit(shell, old=BAD)

    assert 1 == action(shell, NUMCHECK_BASE="0" * 40).returncode
    assert 1 == action(shell).returncode
    result = action(shell, NUMCHECK_FAIL_ON="never", NUMCHECK_ARGS="--no-stories")
    assert (0, True) == (result.returncode, "old.txt" in result.stdout)
    assert 2 == action(shell, NUMCHECK_ARGS="--nonsense").returncode


@pytest.mark.slow
def test_pre_commit_stops_garbled_copy(shell):
    """The hooks as published, but with numcheck from this checkout instead of an installed one."""
    pytest.importorskip("pre_commit")
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())
    local = [{**hook, "language": "system"} for hook in hooks]
    settings = {"repos": [{"repo": "local", "hooks": local}]}
    (shell.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(settings))
    commit(shell, good=GOOD)
    pre_commit = [sys.executable, "-m", "pre_commit", "run", "--all-files"]

    result = shell(pre_commit)
    assert 0 == result.returncode, result.stdout + result.stderr
    commit(shell, bad=BAD)
    result = shell(pre_commit)
    assert 1 == result.returncode
    assert '"52" cannot be part of "40"' in result.stdout


def test_pre_commit_takes_the_published_hooks_and_the_written_settings():
    validate = pytest.importorskip("pre_commit.clientlib")

    hooks = validate.load_manifest(ROOT / ".pre-commit-hooks.yaml")
    settings = validate.load_config(HERE / "templates" / "pre-commit.yaml")
    assert ["numcheck", "numcheck-stories"] == [hook["id"] for hook in hooks]
    assert ["numcheck"] == [hook["id"] for hook in settings["repos"][0]["hooks"]]


@pytest.mark.slow
def test_the_gitlab_job_leaves_its_reports(shell):
    commit(shell, bad=BAD)
    job = yaml.safe_load((HERE / "templates" / "gitlab.yml").read_text())["numcheck"]
    (check,) = [line for line in job["script"] if line.startswith("numcheck")]
    result = shell(["bash", "-c", check], **job["variables"])

    assert 1 == result.returncode, result.stderr
    reports = job["artifacts"]["reports"]
    assert "bad.txt" == json.loads((shell.folder / reports["codequality"]).read_text())[0][
        "location"]["path"]  # fmt: skip
    assert "<failure" in (shell.folder / reports["junit"]).read_text()


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        (ROOT / "action.yml", "github-actions"),
        (HERE / "templates" / "github.yml", "github-workflows"),
        (HERE / "templates" / "gitlab.yml", "gitlab-ci"),
    ],
)
def test_ci_files_keep_to_their_published_schema(file, schema):
    checker = pytest.importorskip("check_jsonschema")
    vendored = Path(checker.__file__).parent / "builtin_schemas" / "vendor" / f"{schema}.json"
    jsonschema = pytest.importorskip("jsonschema")
    validator = jsonschema.validators.validator_for(json.loads(vendored.read_text()))
    content = yaml.safe_load(file.read_text())
    content = {"on" if key is True else key: value for key, value in content.items()}
    errors = validator(json.loads(vendored.read_text())).iter_errors(content)

    assert [] == [error.message for error in errors]


@pytest.mark.parametrize(
    "file",
    [ROOT / ".pre-commit-hooks.yaml", ROOT / "ci" / "action.sh", *(HERE / "templates").iterdir()],
    ids=lambda file: file.name,
)
def test_ci_files_use_options_that_exist(file):
    known = {
        word for verb in ("check", "report") for word in cli.parser_of(verb)._option_string_actions
    }
    text = file.read_text()
    used = {word for word in shlex.split(text, comments=True) if word.startswith("--")}
    others = {"--quiet", "--name-only", "--diff-filter=d", "--depth=1"}

    assert set() == {word.rstrip("\\") for word in used} - known - others


def test_init_writes_what_is_asked_and_overwrites_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert 0 == cli.main(["init", "--github", "--gitlab", "--pre-commit"])
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert 4 == len(written)
    assert 0 == cli.main(["init", "--github"])

    (tmp_path / "numcheck.toml").write_text('strict = "high"\n')
    assert 1 == cli.main(["init"])
    assert 'strict = "high"\n' == (tmp_path / "numcheck.toml").read_text()


def test_the_settings_template_changes_nothing_and_names_every_setting(tmp_path):
    template = (HERE / "templates" / "numcheck.toml").read_text()
    (tmp_path / "numcheck.toml").write_text(template)
    assert config.Settings() == config.load(tmp_path)

    # Every line that is commented out is a setting: with the sign taken away it loads.
    lines = [line[2:] for line in template.splitlines()[3:] if line and "extend" not in line]
    (tmp_path / "numcheck.toml").write_text("\n".join(lines))
    config.load(tmp_path)
    advanced = {"builtin-rules", "format", "lexicons", "require-reason"}
    assert set() == {key for key in config.KEYS if key not in template} - advanced


@pytest.mark.parametrize("shell_name", ["bash", "zsh", "fish"])
def test_completion_knows_every_verb_and_option(shell_name, capsys):
    assert 0 == cli.main(["completion", shell_name])
    script = capsys.readouterr().out

    assert all(verb in script for group in cli.VERBS.values() for verb in group)
    assert "fail-on" in script
    if shell_name == "bash":
        done = subprocess.run(["bash", "-n"], input=script, text=True, capture_output=True)
        assert (0, "") == (done.returncode, done.stderr)
