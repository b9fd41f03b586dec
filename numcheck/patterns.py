"""Regular expressions that are compiled when they are first used, and kept from run to run.

A run over one story uses half of the five hundred patterns that its modules name, some with a
thousand words in them; compiling these was a fifth of a cold start. What `re` makes of a pattern is
therefore kept as Python keeps what it makes of a module. The key is the text of the pattern itself,
so nothing kept can be out of date, and what cannot be used is compiled as ever.
"""

from __future__ import annotations

import atexit
import importlib
import re
from array import array
from functools import cache
from pathlib import Path
from typing import Any, AnyStr, Generic, cast

from numcheck import store

_FILE = store.place(Path(__file__), "compiled")
#: A newsroom's own words make patterns of their own: what is kept shall not grow without end.
_MOST = 1500
_Key = tuple[str | bytes, int]
_fresh: list[_Key] = []


class _Later(Generic[AnyStr]):
    """Stands for a compiled pattern; its methods are that pattern's own from the first use on."""

    def __init__(self, source: AnyStr, flags: int) -> None:
        self._written: tuple[AnyStr, int] = (source, int(flags))

    def __getattr__(self, name: str) -> Any:
        # Reached only for what is not there yet.
        found = _compiled(self._written) if name == "_found" else getattr(self._found, name)
        setattr(self, name, found)
        return found


def pattern(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As `re.compile`, but a mistake in `source` shows when the pattern is first used."""
    return cast("re.Pattern[AnyStr]", _Later(source, flags))


def _compiled(key: _Key) -> Any:
    kept = _kept().get(key)
    if kept is not None:
        try:
            return _restored(key[0], *kept)
        except (ImportError, RuntimeError, TypeError, ValueError, OverflowError):
            pass  # another interpreter's: what follows is always right
    if not _fresh and store.may_save(_FILE):
        atexit.register(_keep)
    _fresh.append(key)
    return re.compile(*key)


@cache
def _kept() -> dict[_Key, tuple[Any, ...]]:
    stamp, found = store.load(_FILE) or (None, {})
    return found if stamp == _stamp() else {}


def _keep() -> None:
    """Keep what this run has compiled, with what others have kept meanwhile."""
    _kept.cache_clear()
    known = _kept()
    known |= {key: _taken_apart(*key) for key in _fresh[: _MOST - len(known)]}
    store.save(_FILE, (_stamp(), known))


# What follows knows how `re` hands its work to the engine, which has been the same since Python
# 3.11 but is nobody's promise. The engine checks code that it is given and refuses what is broken.


@cache
def _stamp() -> int:
    magic: int = _engine().MAGIC
    return magic


def _engine() -> Any:
    return importlib.import_module("_sre")


def _taken_apart(source: str | bytes, flags: int) -> tuple[Any, ...]:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(source, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    state = parsed.state
    return flags | state.flags, code, state.groups - 1, dict(state.groupdict)


def _restored(
    source: str | bytes, flags: int, code: bytes, groups: int, names: dict[str, int]
) -> Any:
    by_number: list[str | None] = [None] * (groups + 1)
    for name, number in names.items():
        by_number[number] = name
    words = array("I", code).tolist()
    return _engine().compile(source, flags, words, groups, names, tuple(by_number))
