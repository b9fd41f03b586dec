"""What makes a figure a label: the words before it, and whether it counts something after all."""

from __future__ import annotations

from typing import NamedTuple

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon


class Labels(NamedTuple):
    """`lexicon/en/identifiers.yaml`, list by list."""

    always: frozenset[str]
    before: frozenset[str]
    named: frozenset[str]
    counted: frozenset[str]
    streets: frozenset[str]
    ranks: frozenset[str]
    prefixes: frozenset[str]
    charts: frozenset[str]
    by_themselves: frozenset[str]


@compiled
def labels() -> Labels:
    """The lists, read once."""
    lists = lexicon("identifiers")
    return Labels(*(frozenset(lists[name]) for name in Labels._fields))


def word_before(folded: str, start: int) -> tuple[str, int]:
    """The word before a place, with its full stop, and where it begins."""
    end = start
    while end and folded[end - 1] in " \u00a0-":
        end -= 1
    at = end
    while at and end - at < 20 and not folded[at - 1].isspace():
        if folded[at - 1] in '("“‘—–-' or (
            folded[at - 1] == "'" and not _is_inside(folded, at - 1)
        ):
            break
        at -= 1
    return folded[at:end], at


def _is_inside(folded: str, at: int) -> bool:
    """Does an apostrophe stand inside a word: "poor's"?"""
    return at > 0 and folded[at - 1].isalpha() and folded[at + 1 : at + 2].isalpha()


_NEXT_WORD = pattern(r"[ -](?:of (?:the )?)?([a-z]{3,})\b")
_PLURALS = frozenset({"people", "men", "women", "children", "percent", "per"})
#: Words in -s after a label that go on about it: "Route 66 was", "Windows 10 has".
_VERBS = frozenset(
    {
        "was", "has", "this", "is", "does", "his", "its", "across", "versus", "plus", "always",
        "less", "thus", "perhaps", "towards", "yes", "says", "comes", "goes", "takes", "makes",
        "begins", "starts", "ends", "shows", "gives", "gets", "means", "remains", "runs", "looks",
        "seems", "offers", "brings", "allows", "requires", "needs", "wants", "sees", "states",
    }
)  # fmt: skip


def counts_next(copy: Copy, figure: Figure) -> bool:
    """Does a plural follow, so that the figure counts something after all?"""
    found = _NEXT_WORD.match(copy.folded, figure.numeral_end)
    if found is None:
        return False
    word = found[1]
    plural = word.endswith("s") and not word.endswith("ss") and word not in _VERBS
    return plural or word in _PLURALS
