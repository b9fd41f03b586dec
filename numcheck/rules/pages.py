"""A rule explained: the page that `numcheck rules explain` prints and that docs/rules holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from numcheck.model import LinkKind
from numcheck.rules.rule import Example, ExampleKind, Rule, RuleSet

_HEADINGS: Mapping[ExampleKind, str] = {
    "bad": "What it finds",
    "good": "What it leaves alone",
    "missed": "What it is known to miss",
    "false_alarm": "Where it is known to be wrong",
}


def page(rule: Rule) -> str:
    """One rule in Markdown: what is wrong, why it matters, how it decides, examples."""
    blocks = [
        f"# {rule.id}",
        rule.summary,
        f"{rule.severity} · {rule.confidence} confidence · {rule.scope} · pack `{rule.pack}`"
        + (f" · tags {', '.join(f'`{tag}`' for tag in rule.tags)}" if rule.tags else ""),
        "## Why",
        rule.why,
        "## What must hold",
        f"For every link of the kind `{rule.kind}`:\n\n    {rule.expect.text}",
        *_options(rule),
        *_examples(rule),
        *_sources(rule),
        "## Living with it",
        _tuning(rule),
    ]
    return "\n\n".join(blocks) + "\n"


def _options(rule: Rule) -> Iterator[str]:
    if rule.options:
        yield "Options, with the values this rule gives them:"
        yield "\n".join(f"- `{name}`: {value!r}" for name, value in sorted(rule.options.items()))


def _examples(rule: Rule) -> Iterator[str]:
    for kind, heading in _HEADINGS.items():
        found = [example for example in rule.examples if example.kind == kind]
        if found:
            yield f"## {heading}"
            yield from (_example(example) for example in found)


def _example(example: Example) -> str:
    lines = []
    for document in example.documents:
        name = f"**{document.id}** " if len(example.documents) > 1 else ""
        date = f"({document.published}) " if document.published else ""
        quoted = " ".join(document.text.split())
        tags = "; ".join(f"{tag} {said}" for tag, _, said in document.hints if said)
        lines.append(f"> {name}{date}{quoted}" + (f" (tagged: {tags})" if tags else ""))
    flags = "; ".join(" and ".join(f"“{text}”" for text in group) for group in example.flags)
    remarks = [f"Points at {flags}." if flags else "", example.note]
    body = "\n>\n".join(lines)
    said = " ".join(filter(None, remarks))
    return f"{body}\n\n{said}" if said else body


def _sources(rule: Rule) -> Iterator[str]:
    if rule.see:
        yield "## Sources"
        yield "\n".join(f"- {source}" for source in rule.see)


def _tuning(rule: Rule) -> str:
    option = next(iter(sorted(rule.options)), "")
    value = rule.options.get(option)
    lines = [f"[rule.{rule.id}]", 'severity = "info"        # error, warning, info or off']
    if isinstance(value, int | float):
        lines.append(f"{option} = {str(value).lower()}")
    settings = "\n".join(lines)
    return (
        f"In `numcheck.toml`:\n\n```toml\n{settings}\n```\n\n"
        f"For one sentence: `<!-- numcheck: ignore {rule.id} -- your reason -->`."
    )


def index(rules: RuleSet) -> str:
    """All rules in Markdown, by pack, each with a link to its page."""
    blocks = ["# Rules", f"{len(rules)} rules come with numcheck. `numcheck rules explain NAME` "
              "prints a page of these offline."]  # fmt: skip
    for pack in dict.fromkeys(rule.pack for rule in rules):
        blocks.append(f"## {pack}")
        blocks.append(
            "\n".join(
                f"- [{rule.id}]({rule.id}.md) ({rule.severity}): {rule.summary}"
                for rule in rules
                if rule.pack == pack
            )
        )
    return "\n\n".join(blocks) + "\n"


def kinds_page(kinds: Iterable[LinkKind]) -> str:
    """What rules may rely on: every kind of link with its roles, facts and options."""
    blocks = []
    for kind in kinds:
        lines = [f"{kind.name} ({kind.scope}): {kind.summary}", f"  roles: {', '.join(kind.roles)}"]
        if kind.facts:
            lines.append(f"  facts: {', '.join(kind.facts)}")
        lines += [f"  option {name}: {value!r}" for name, value in kind.options.items()]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"
