"""Findings out: one module an output format. Reporters see only the model.

`html` lives in `html/` or `html.py`, which defines `render(report, **options) -> str` and
`SUFFIX`, the ending of a file in that format. Formats are found by module name, so a new one is
a new file; other packages add theirs under the entry point group `numcheck.reporters`. Modules
whose name starts with an underscore serve the formats and are none.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from difflib import get_close_matches
from functools import cache
from typing import Any, Protocol, cast

from numcheck.errors import UsageError
from numcheck.model import Report


class Reporter(Protocol):
    """What a module of an output format offers."""

    SUFFIX: str

    def render(self, report: Report, **options: Any) -> str:
        """The whole report as text, ending in a newline; the same report gives the same text."""


@cache
def names() -> tuple[str, ...]:
    """The formats that ship with numcheck, by name, without importing any of them."""
    modules = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name.replace("_", "-") for name in modules if not name.startswith("_")))


@cache
def _plugins() -> Mapping[str, Any]:
    from importlib.metadata import entry_points

    return {point.name: point for point in entry_points(group="numcheck.reporters")}


@cache
def load(format: str) -> Reporter:
    """The module of one format, imported when first asked for.

    Raises UsageError, naming the nearest format, if there is none of that name.
    """
    if format in names():
        return cast(Reporter, importlib.import_module(f"{__name__}.{format.replace('-', '_')}"))
    if format in _plugins():
        return cast(Reporter, _plugins()[format].load())
    known = [*names(), *_plugins()]
    nearest = get_close_matches(format, known, n=1)
    hint = f" Did you mean {nearest[0]!r}?" if nearest else ""
    raise UsageError(f"There is no format {format!r}.{hint} Formats: {', '.join(known)}.")


def render(report: Report, format: str, **options: Any) -> str:
    """The report in one format; `options` are those of the format's own `render`."""
    return load(format).render(report, **options)


def suffix(format: str) -> str:
    """The ending of a file in that format, with its dot."""
    return load(format).SUFFIX
