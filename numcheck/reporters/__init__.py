"""Findings out: one module an output format. Reporters see only the model.

`html` lives in `html/` or `html.py`, which defines `render(report, **options) -> str` and
`SUFFIX`, the ending of a file in that format. Other packages add formats under the entry point
group `numcheck.reporters`.
"""

from __future__ import annotations

from typing import Any, Protocol

from numcheck.errors import UsageError, nearest, suggestion
from numcheck.model import Report
from numcheck.registry import Registry

REGISTRY = Registry(__name__, __file__, "numcheck.reporters")


class Reporter(Protocol):
    """What a module of an output format offers."""

    SUFFIX: str

    def render(self, report: Report, **options: Any) -> str:
        """The whole report as text, ending in a newline; the same report gives the same text."""


def names() -> tuple[str, ...]:
    """Every format, by name."""
    return REGISTRY.names


def load(format: str) -> Reporter:
    """The module of one format, imported when first asked for.

    Raises UsageError, naming the nearest format, if there is none of that name.
    """
    try:
        module: Reporter = REGISTRY.load(format)
    except KeyError:
        hint = suggestion(nearest(format, names()))
        known = ", ".join(names())
        raise UsageError(f"There is no format {format!r}.{hint} Formats: {known}.") from None
    return module


def render(report: Report, format: str, **options: Any) -> str:
    """The report in one format; `options` are those of the format's own `render`."""
    return load(format).render(report, **options)


def suffix(format: str) -> str:
    """The ending of a file in that format, with its dot."""
    return load(format).SUFFIX
