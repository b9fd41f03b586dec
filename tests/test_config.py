"""Settings: the nearest file wins, every value knows where it came from, mistakes have a place."""

import textwrap
from pathlib import Path

import pytest

from numcheck import config
from numcheck.errors import ConfigError, UsageError


@pytest.fixture
def desk(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text))
        return path

    return write


def test_without_a_file_everything_is_default(desk, tmp_path):
    settings = config.load(tmp_path)

    assert ("error", "normal", True) == (settings.fail_on, settings.strict, settings.stories)
    assert config.DEFAULT == settings.source("fail-on")


def test_the_nearest_file_wins_whole(desk, tmp_path):
    desk("numcheck.toml", 'strict = "high"\nfail-on = "info"\n')
    desk("sports/numcheck.toml", 'fail-on = "warning"\n')

    settings = config.load(tmp_path / "sports" / "copy")

    assert ("warning", "normal") == (settings.fail_on, settings.strict)
    assert str(Path("sports", "numcheck.toml")) + ":1" == settings.source("fail-on")


def test_a_file_may_extend_another(desk, tmp_path):
    desk(
        "numcheck.toml",
        """\
        strict = "high"
        rules = ["house"]
        [rule.odd]
        severity = "info"
        """,
    )
    desk(
        "sports/numcheck.toml",
        """\
        extend = "../numcheck.toml"
        fail-on = "warning"
        [rule.odd]
        tolerance = 0.1
        """,
    )

    settings = config.load(tmp_path / "sports")

    assert ("warning", "high") == (settings.fail_on, settings.strict)
    assert {"odd": {"severity": "info", "tolerance": 0.1}} == settings.rule
    assert "numcheck.toml:1" == settings.source("strict")
    assert [tmp_path / "house"] == [Path(rule).resolve() for rule in settings.rules]


def test_pyproject_counts_where_it_speaks_of_numcheck(desk, tmp_path):
    desk("pyproject.toml", '[tool.numcheck]\nignore = ["money"]\n')
    desk("copy/pyproject.toml", '[project]\nname = "x"\n')

    assert ("money",) == config.load(tmp_path / "copy").ignore
    assert "pyproject.toml:2" == config.load(tmp_path / "copy").source("ignore")


def test_isolated_and_given_files_stop_the_search(desk, tmp_path):
    desk("numcheck.toml", 'strict = "high"\n')
    other = desk("other/desk.toml", 'strict = "low"\n')

    assert "normal" == config.load(tmp_path, isolated=True).strict
    assert "low" == config.load(tmp_path, file=other).strict
    with pytest.raises(UsageError, match="No such file"):
        config.load(tmp_path, file=tmp_path / "none.toml")


def test_the_command_line_replaces_and_adds(desk, tmp_path):
    desk("numcheck.toml", 'ignore = ["money"]\nselect = ["calendar"]\n')
    settings = config.load(tmp_path, overrides=['strict = "high"', "rule.odd.tolerance = 0.2"])
    settings = settings.asked(ignore=("units",), select=("stories",), fail_on=None)

    assert (("money", "units"), ("stories",)) == (settings.ignore, settings.select)
    assert ("high", {"odd": {"tolerance": 0.2}}) == (settings.strict, settings.rule)
    assert config.COMMAND_LINE == settings.source("select") == settings.source("strict")


@pytest.mark.parametrize(
    ("text", "place", "reason", "nearest"),
    [
        ("strict = \n", (1, 10), "not TOML", ""),
        ('strikt = "high"\n', (1, 1), "unknown setting", "strict"),
        ('strict = "hihg"\n', (1, 1), "must be one of low, normal, high", "high"),
        ("stories = 1\n", (1, 1), "must be true or false", ""),
        ('select = "money"\n', (1, 1), "list of texts", ""),
        ("select = [1]\n", (1, 1), "list of texts", ""),
        ('\n[rule.odd]\nseverity = "eror"\n', (3, 1), "must be one of info", "error"),
        ("rule.odd = 1\n", (1, 1), "[rule.odd]", ""),
        ("rule = 1\n", (1, 1), "[rule.NAME]", ""),
        ('[per-file-ignores]\n"sports/*" = "x"\n', (2, 1), "list of texts", ""),
        ("extend = 1\n", (1, 1), "path of a settings file", ""),
        ('extend = "numcheck.toml"\n', (1, 1), "leads back", ""),
    ],
)
def test_mistakes_are_shown_at_their_place(desk, tmp_path, text, place, reason, nearest):
    desk("numcheck.toml", text)
    with pytest.raises(ConfigError) as caught:
        config.load(tmp_path)

    error = caught.value
    assert reason in error.reason
    assert (place, nearest) == ((error.line, error.column), error.nearest)
