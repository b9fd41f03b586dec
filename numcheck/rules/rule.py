"""A rule that has been read, checked and compiled, and a set of them."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal

from numcheck.errors import UsageError
from numcheck.model import SEVERITIES, Confidence, Document, RuleInfo, Severity
from numcheck.rules.expressions import Expression
from numcheck.rules.filters import Filter
from numcheck.rules.templates import Template
from numcheck.values import frozen

ExampleKind = Literal["bad", "good", "missed", "false_alarm"]


@frozen
class Example:
    """Copy that shows what a rule does, run as a test and printed as documentation.

    `flags` are the exact texts of each finding, primary first; empty where the example does not
    say. `line` is its place in the rule file.
    """

    kind: ExampleKind
    number: int
    documents: tuple[Document, ...]
    flags: tuple[tuple[str, ...], ...] = ()
    note: str = ""
    line: int = 1

    @property
    def name(self) -> str:
        return f"{self.kind}/{self.number}"


@frozen
class Rule:
    """What must hold between the claims of one kind of link, and what to say where it does not.

    `primary` names the role (or span fact) that a finding points at first, `also` the span facts
    shown besides. `garble` names two roles or facts that ought to be one figure, for which a slip
    may be found that turns one into the other. `soften` caps the severity where a figure is
    quoted or hypothetical. `path` and `text` are the file it came from and what it says. Rules of
    one `links_key` share their links: it is made of the kind and its options, whatever is given.
    """

    id: str
    pack: str
    summary: str
    why: str
    severity: Severity
    confidence: Confidence
    scope: Literal["document", "story"]
    kind: str
    expect: Expression
    message: Template
    primary: str
    options: Mapping[str, Any] = field(default_factory=dict)
    where: Filter = field(default_factory=Filter)
    unless: Filter = field(default_factory=Filter)
    also: tuple[str, ...] = ()
    garble: tuple[str, ...] = ()
    soften: Mapping[str, Severity] = field(default_factory=dict)
    signal: str = ""
    tags: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    path: str = ""
    text: str = field(default="", repr=False)
    load_examples: Callable[[], tuple[Example, ...]] = field(
        default=tuple, repr=False, compare=False
    )
    links_key: str = field(default="", repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked of every rule for every document.
        key = f"{self.kind} {sorted(self.options.items())!r}"
        object.__setattr__(self, "links_key", key)

    @property
    def examples(self) -> tuple[Example, ...]:
        """Read when somebody asks: checking copy needs none."""
        return self.load_examples()

    @property
    def info(self) -> RuleInfo:
        """What a report says about the rule."""
        return RuleInfo(
            self.id, self.pack, self.summary, self.why, self.severity, self.confidence,
            self.scope, self.tags, self.path,
        )  # fmt: skip

    @property
    def names(self) -> tuple[str, ...]:
        """Everything the rule can be selected by: its id, its pack, its tags."""
        return (self.id, self.pack, *self.tags)


@dataclass(frozen=True)
class RuleSet:
    """Rules in order of pack and id."""

    rules: tuple[Rule, ...] = ()

    def __iter__(self) -> Iterator[Rule]:
        return iter(self.rules)

    def __len__(self) -> int:
        return len(self.rules)

    def __contains__(self, rule_id: object) -> bool:
        return any(rule.id == rule_id for rule in self.rules)

    @cached_property
    def document(self) -> RuleSet:
        """The rules that look at one document."""
        return RuleSet(tuple(rule for rule in self.rules if rule.scope == "document"))

    @cached_property
    def story(self) -> RuleSet:
        """The rules that look across the documents of one story."""
        return RuleSet(tuple(rule for rule in self.rules if rule.scope == "story"))

    @cached_property
    def digest(self) -> str:
        """A checksum of what the rules say, for reports."""
        said = "\n".join(f"{r.text} {r.severity} {sorted(r.options.items())}" for r in self)
        return f"{zlib.crc32(said.encode('utf-8', 'replace')):08x}"

    def infos(self) -> tuple[RuleInfo, ...]:
        """What a report says about each rule."""
        return self._infos

    @cached_property
    def _infos(self) -> tuple[RuleInfo, ...]:
        return tuple(rule.info for rule in self.rules)

    def get(self, rule_id: str) -> Rule:
        """The rule of that name; raises UsageError with the nearest one."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise UsageError.unknown("rule", rule_id, [rule.id for rule in self.rules])

    def check_names(self, words: Iterable[str]) -> None:
        """Raises UsageError for a word that is no rule, pack or tag."""
        names = {"all", *(name for rule in self.rules for name in rule.names)}
        for word in words:
            if word not in names:
                raise UsageError.unknown("rule, pack or tag", word, names)

    def selected(self, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> RuleSet:
        """Only the selected rules (all, if none is) without the ignored ones.

        Each word is a rule, a pack or a tag. Raises UsageError for a word that is none of them.
        """
        if not select and not ignore:
            return self
        self.check_names((*select, *ignore))
        chosen = self.rules
        if select and "all" not in select:
            chosen = tuple(rule for rule in chosen if set(rule.names) & set(select))
        return RuleSet(tuple(rule for rule in chosen if not set(rule.names) & set(ignore)))

    def adjusted(self, changes: Mapping[str, Mapping[str, Any]]) -> RuleSet:
        """The rules with other severities or options, by rule id; "off" leaves a rule out.

        Raises UsageError for rules, severities and options that do not exist.
        """
        for rule_id in changes:
            self.get(rule_id)
        adjusted = (_adjust(rule, changes.get(rule.id, {})) for rule in self.rules)
        return RuleSet(tuple(rule for rule in adjusted if rule is not None))


def _adjust(rule: Rule, change: Mapping[str, Any]) -> Rule | None:
    options = dict(rule.options)
    severity = change.get("severity", rule.severity)
    if severity == "off":
        return None
    if severity not in SEVERITIES:
        raise UsageError.unknown("severity", str(severity), (*SEVERITIES, "off"))
    for name, value in change.items():
        if name == "severity":
            continue
        if name not in options:
            raise UsageError.unknown(f"option of {rule.id}", name, (*options, "severity"))
        if not same_type(value, options[name]):
            raise UsageError(f"{rule.id}: {name} must be like {options[name]!r}, not {value!r}")
        options[name] = value
    return replace(rule, severity=severity, options=options)


def same_type(value: Any, default: Any) -> bool:
    """May `value` stand where an option's default does? Whole numbers may stand for decimals."""
    if default is None:
        return True
    if isinstance(default, bool) or isinstance(value, bool):
        return isinstance(default, bool) and isinstance(value, bool)
    if isinstance(default, float):
        return isinstance(value, int | float)
    if isinstance(default, tuple | list | frozenset | set):
        return isinstance(value, tuple | list)
    return isinstance(value, type(default))
