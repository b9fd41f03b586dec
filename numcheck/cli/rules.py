"""List, explain, test and write rules."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from numcheck import pipeline
from numcheck.cli import CLEAN, FOUND, WRONG, _options, _output
from numcheck.errors import UsageError
from numcheck.model import Document, Finding
from numcheck.reporters._words import count
from numcheck.rules import RuleSet, examples, load_all, pages
from numcheck.rules.json_schema import json_schema
from numcheck.session import Session

_SKELETON = """\
# yaml-language-server: $schema={schema}
id: {id}
summary: One sentence that says what is wrong, in the present tense.
why: >
  What it costs the reader, and where the slip comes from.
severity: warning
confidence: medium
for: {kind}
expect: {expect}
message: "{message}"
examples:
  bad:
    - text: Copy in which the figures cannot both be right.
      flags: ["the exact text it points at"]
  good:
    - text: Copy that almost looks like it, and is right.
      note: Why it must stay silent.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    verbs = parser.add_subparsers(dest="action", required=True, metavar="ACTION", title="actions")

    listed = verbs.add_parser("list", help="all rules, one a line")
    listed.add_argument("--format", choices=("table", "markdown", "json"), default="table")
    _options.add_rules(listed)
    _options.add_settings(listed)

    explained = verbs.add_parser("explain", help="what a rule finds, why, with examples")
    explained.add_argument("names", nargs="+", metavar="RULE")
    _options.add_rules(explained)
    _options.add_settings(explained)

    tested = verbs.add_parser("test", help="run the examples in rules")
    tested.add_argument("paths", nargs="*", metavar="PATH", help="default: the built-in rules")
    tested.add_argument("-q", "--quiet", action="store_true", help="print failures only")

    written = verbs.add_parser("new", help="write the skeleton of a rule")
    written.add_argument("id", metavar="RULE", help="its name, such as part-exceeds-whole")
    written.add_argument("--for", dest="kind", default="claim", metavar="KIND")
    written.add_argument("--folder", default="rules/house", help="default: rules/house")

    schema = verbs.add_parser("schema", help="the JSON Schema of rule files, for editors")
    schema.add_argument("-o", "--output", metavar="FILE")

    verbs.add_parser("kinds", help="the kinds of link that rules may ask for")


def run(args: argparse.Namespace) -> int:
    actions = {
        "list": _list, "explain": _explain, "test": _test, "new": _new, "schema": _schema,
        "kinds": _kinds,
    }  # fmt: skip
    return actions[args.action](args)


def _chosen(args: argparse.Namespace) -> RuleSet:
    return Session(_options.settings_for(args)).rules


def _list(args: argparse.Namespace) -> int:
    rules = _chosen(args)
    if args.format == "json":
        rows = [{"id": r.id, "pack": r.pack, "severity": r.severity, "confidence": r.confidence,
                 "scope": r.scope, "for": r.kind, "tags": list(r.tags), "summary": r.summary,
                 "path": r.path} for r in rules]  # fmt: skip
        print(json.dumps(rows, ensure_ascii=False, indent=2))
        return CLEAN
    from tabulate import tabulate

    table = [(r.pack, r.id, r.severity, r.confidence, r.scope, r.summary) for r in rules]
    heads = ("pack", "rule", "severity", "confidence", "scope", "summary")
    style = "pipe" if args.format == "markdown" else "simple"
    print(tabulate(table, heads, tablefmt=style, disable_numparse=True))
    return CLEAN


def _explain(args: argparse.Namespace) -> int:
    rules = _chosen(args)
    chosen = [rules.get(name) for name in args.names]
    print("\n".join(pages.page(rule) for rule in chosen), end="")
    return CLEAN


def _test(args: argparse.Namespace) -> int:
    """0 if every example is as it says, 1 if one is not, 2 if a rule file is wrong."""
    rules, errors = load_all(args.paths, kinds=pipeline.kinds(), builtin=not args.paths)
    for error in errors:
        print(f"numcheck: {error}", file=sys.stderr)
    outcomes = [outcome for rule in rules for outcome in examples.run(rule, _check)]
    failed = [outcome for outcome in outcomes if outcome.problem]
    for outcome in failed:
        place = f"{outcome.rule.path}:{outcome.example.line}"
        print(f"{place}: {outcome.id}: {outcome.problem}")
    lacking = [(rule, missing) for rule in rules if (missing := examples.lacking(rule))]
    for rule, missing in lacking:
        print(f"{rule.path}: {missing}")
    if not args.quiet:
        ran = f"{count(len(rules), 'rule')}, {count(len(outcomes), 'example')}"
        print(f"{ran}, {len(failed)} not as they say")
    if errors:
        return WRONG
    return FOUND if failed or lacking else CLEAN


def _check(documents: Sequence[Document], rules: RuleSet) -> list[Finding]:
    story = "example" if len(documents) > 1 else None
    return pipeline.check(list(documents), rules, story=story)


def _new(args: argparse.Namespace) -> int:
    kinds = pipeline.kinds()
    if args.kind != "claim" and args.kind not in kinds:
        raise UsageError.unknown("kind of link", args.kind, [*kinds, "claim"])
    if not args.id.replace("-", "a").isalnum() or args.id != args.id.lower():
        raise UsageError(f"{args.id!r}: a rule's name has small letters, digits and hyphens")
    path = Path(args.folder) / f"{args.id}.yaml"
    if path.exists():
        raise UsageError(f"{path} is there already")
    roles = kinds[args.kind].roles if args.kind != "claim" else ("claim",)
    schema = path.parent / "rule.schema.json"
    text = _SKELETON.format(
        schema=schema.name,
        id=args.id,
        kind=args.kind,
        expect=f"{roles[0]} <= {roles[1]}" if len(roles) > 1 else f"{roles[0]}.low >= 0",
        message=" and ".join("{" + role + ".text}" for role in roles),
    )
    _output.save(path, text)
    if not schema.exists():
        _output.save(schema, _schema_text())
    print(f"{path} is written. Fill it in, then: numcheck rules test {path}")
    return CLEAN


def _schema(args: argparse.Namespace) -> int:
    if args.output:
        _output.save(Path(args.output), _schema_text())
    else:
        print(_schema_text(), end="")
    return CLEAN


def _schema_text() -> str:
    return json.dumps(json_schema(pipeline.kinds().values()), indent=2) + "\n"


def _kinds(_: argparse.Namespace) -> int:
    print(pages.kinds_page(pipeline.kinds().values()), end="")
    return CLEAN
