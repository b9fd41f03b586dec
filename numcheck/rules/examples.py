"""Examples in rules, run: does the rule say what its examples say it does?"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from numcheck.model import Document, Finding
from numcheck.rules.rule import Example, Rule, RuleSet
from numcheck.values import frozen

#: Checks documents (several are one declared story) with these rules alone.
Check = Callable[[Sequence[Document], RuleSet], Iterable[Finding]]
Flags = tuple[tuple[str, ...], ...]


@frozen
class Outcome:
    """One example run. `problem` says what is wrong with it, "" if nothing is."""

    rule: Rule
    example: Example
    flagged: Flags
    problem: str = ""

    @property
    def id(self) -> str:
        return f"{self.rule.id}/{self.example.name}"


def run(rule: Rule, check: Check) -> list[Outcome]:
    """The outcome of every example of a rule."""
    return [run_example(rule, example, check) for example in rule.examples]


def run_example(rule: Rule, example: Example, check: Check) -> Outcome:
    """One example through `check` with its rule alone."""
    flagged = tuple(
        (found.text, *(place.text for place in found.related))
        for found in check(example.documents, RuleSet((rule,)))
    )
    return Outcome(rule, example, flagged, _problem(example, flagged))


def lacking(rule: Rule) -> str:
    """Which kinds of example the rule should have and has not; "" if none."""
    kinds = {example.kind for example in rule.examples}
    missing = [kind for kind in ("bad", "good") if kind not in kinds]
    return f"no {' and no '.join(missing)} example" if missing else ""


def _problem(example: Example, flagged: Flags) -> str:
    wanted = sorted(example.flags)
    matches = bool(flagged) and (not wanted or sorted(flagged) == wanted)
    if example.kind == "bad":
        return "" if matches else f"expected {_shown(example.flags)}, found {_shown(flagged)}"
    if example.kind == "good":
        return f"must be silent, found {_shown(flagged)}" if flagged else ""
    if example.kind == "missed":
        return "is found now: move it to 'bad'" if flagged else ""
    return "" if matches else f"is no longer flagged so (found {_shown(flagged)}): move it"


def _shown(flags: Flags) -> str:
    return "; ".join(", ".join(map(repr, group)) for group in flags) or "nothing"
