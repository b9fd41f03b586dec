"""The names a rule may use: the roles, facts and options of its link kind, and a claim's fields.

One table serves expressions, filters and messages, so that a name means the same in all three.
Names are checked when the rule is loaded; what a claim does not know is None when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeGuard, get_args

from numcheck.errors import nearest
from numcheck.model import (
    Bound,
    Calendar,
    Claim,
    Confidence,
    Kind,
    LinkKind,
    Modality,
    Severity,
    Span,
    When,
    Where,
    ZoneKind,
)
from numcheck.rules.source import Problem
from numcheck.values import frozen

#: What a rule sees of one link: role, fact and option names with their values.
Scope = Mapping[str, Any]

CLAIM = LinkKind("claim", "Every figure by itself.", roles=("claim",))

#: Values of fields that have a closed list of them.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": get_args(Kind),
    "bound": get_args(Bound),
    "modality": get_args(Modality),
    "zone": get_args(ZoneKind),
    "severity": get_args(Severity),
    "confidence": get_args(Confidence),
}

_HIDDEN = frozenset({"evidence"})
_INTERVAL_FIELDS = ("low", "high")
_CLAIM_FIELDS = (*(f.name for f in fields(Claim) if f.name not in _HIDDEN), "hull", "core")
_INNER: Mapping[str, tuple[str, ...]] = {
    "calendar": tuple(f.name for f in fields(Calendar)),
    "where": tuple(f.name for f in fields(Where)),
    "when": tuple(f.name for f in fields(When)),
    "hull": _INTERVAL_FIELDS,
    "core": _INTERVAL_FIELDS,
    "numeral": Span._fields,
}
# A fact is a number, a text, an interval or a span; only the last two have parts.
_FACT_FIELDS = (*_INTERVAL_FIELDS, *Span._fields)


@frozen
class Vocabulary:
    """The names that are valid in one rule."""

    roles: tuple[str, ...]
    facts: tuple[str, ...]
    options: tuple[str, ...] = ()

    @classmethod
    def of(cls, kind: LinkKind) -> Vocabulary:
        return cls(kind.roles, (*kind.facts, "cue"), tuple(kind.options))

    @property
    def names(self) -> tuple[str, ...]:
        return (*self.roles, *self.facts, *self.options)

    def resolve(self, path: str) -> Callable[[Scope], Any]:
        """A function from a link's scope to the value that a dotted path names.

        The value of a role that holds several claims is the tuple of theirs. Raises Problem.
        """
        name, *inner = path.split(".")
        if name not in self.names:
            known = ", ".join(self.names)
            raise Problem(f"unknown name {name!r} (known: {known})", 0, nearest(name, self.names))
        self._check_fields(name, inner)
        return _getter(name, ".".join(inner))

    def _check_fields(self, name: str, inner: list[str]) -> None:
        if name in self.options and inner:
            raise Problem(f"the option {name!r} has no fields", len(name))
        valid = _CLAIM_FIELDS if name in self.roles else _FACT_FIELDS
        offset = len(name) + 1
        for step in inner:
            if step not in valid:
                what = "a claim" if name in self.roles else "a fact"
                reason = f"{what} has no field {step!r}" if valid else f"nothing follows {name!r}"
                raise Problem(reason, offset, nearest(step, valid))
            offset += len(step) + 1
            valid = _INNER.get(step, ()) if name in self.roles else ()


def _getter(name: str, inner: str) -> Callable[[Scope], Any]:
    if not inner:
        return lambda scope: scope.get(name)
    read = attrgetter(inner)

    def get(scope: Scope) -> Any:
        owner = scope.get(name)
        if is_many(owner):
            return tuple(_read(read, item) for item in owner)
        return _read(read, owner)

    return get


def _read(read: Callable[[Any], Any], owner: Any) -> Any:
    try:
        return read(owner)
    except AttributeError:  # `claim.where.name` of a claim without a place
        return None


def is_many(value: Any) -> TypeGuard[tuple[Any, ...] | list[Any]]:
    """Is this a plain collection (several claims, several values), not an interval or a span?"""
    return type(value) in (tuple, list)
