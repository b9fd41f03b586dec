"""The documentation names what there is: options, settings, formats, keys, rules."""

import re
import runpy
import tomllib
from pathlib import Path

import pytest

from numcheck import cli, config, reporters
from numcheck.data import HERE
from numcheck.rules.functions import FUNCTIONS
from numcheck.rules.schema import KEYS
from numcheck.rules.templates import FORMATS

DOCS = Path(__file__).parents[1] / "docs"


def text(name):
    return (DOCS / name).read_text(encoding="utf-8")


def test_every_verb_and_format_is_documented():
    page = text("command-line.md")

    assert [] == [v for group in cli.VERBS.values() for v in group if f"`{v}`" not in page]
    assert [] == [name for name in reporters.names() if f"`{name}`" not in page]


def test_every_option_of_check_is_documented():
    page = text("command-line.md") + text("pipelines.md")
    options = [o for o in cli.parser_of("check")._option_string_actions if o.startswith("--")]

    assert [] == [option for option in options if option not in page and option != "--help"]


def test_documented_options_exist():
    known = {"--help", "--version", "--numcheck", "--numcheck-lax", "--numcheck-config",
             "--numcheck-no-stories", "--junitxml", "--name-only"}  # fmt: skip
    for group in cli.VERBS.values():
        for verb in group:
            parser = cli.parser_of(verb)
            known |= set(parser._option_string_actions)
            for action in parser._actions:
                for sub in (getattr(action, "choices", None) or {}) if verb in (
                    "rules", "baseline") else ():  # fmt: skip
                    known |= set(action.choices[sub]._option_string_actions)
    pages = ("command-line.md", "settings.md", "suppression.md", "pipelines.md", "writing-rules.md")
    used = {o for page in pages for o in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text(page))}

    assert set() == used - known


def test_every_setting_is_documented_and_the_example_loads(tmp_path):
    page = text("settings.md")
    example = re.search(r"```toml\n(.*?)```", page, re.DOTALL)[1]
    keys = tomllib.loads(example)

    assert set() == set(config.KEYS) - set(keys)
    (tmp_path / "numcheck.toml").write_text(example.replace('extend = "../numcheck.toml"', ""))
    config.load(tmp_path)


def test_every_setting_is_in_the_file_that_init_writes():
    template = (HERE / "templates" / "numcheck.toml").read_text(encoding="utf-8")
    settings = re.sub(r"^# (?=[\w\[\"])", "", template.partition("\n\n")[2], flags=re.MULTILINE)

    assert set() == set(config.KEYS) - set(tomllib.loads(settings))


def test_every_key_function_and_format_of_a_rule_is_documented():
    page = text("writing-rules.md")

    assert [] == [key for key in KEYS if key not in page]
    assert [] == [name for name in FUNCTIONS if f"`{name}" not in page]
    assert [] == [name for name in FORMATS if name and f"`{name}`" not in page]


def test_links_between_pages_lead_somewhere():
    for page in DOCS.rglob("*.md"):
        for target in re.findall(r"\]\(([^)#:]+\.md)\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).is_file(), f"{page.name}: {target}"


@pytest.mark.slow
def test_pages_of_rules_are_current():
    """If this fails: python scripts/make_rule_docs.py"""
    script = runpy.run_path(str(DOCS.parent / "scripts" / "make_rule_docs.py"))
    folder = DOCS / "rules"
    there = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.md")}

    assert script["written"]() == there


@pytest.mark.parametrize("page", ["writing-rules.md"])
def test_the_rule_in_the_guide_is_a_rule(page):
    from numcheck import pipeline
    from numcheck.rules.schema import read_rule

    rule = re.search(r"```yaml\n(# yaml-language.*?)```", text(page), re.DOTALL)[1]
    assert "part-of" == read_rule("x/part-exceeds-whole.yaml", rule, pipeline.kinds()).kind
