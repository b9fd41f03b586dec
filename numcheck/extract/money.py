"""Money that the copy tells without a currency: "a loan of 1.5 billion", "fined 20,000"."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

_WINDOW = 48
_LEAST = 1000
_WORDS = pattern(r"[a-z'’-]+")
_NEXT = pattern(r"[ -]+([a-z]+)")


def read_unnamed_money(copy: Copy, figure: Figure) -> None:
    """Make a bare large number money where only money is lent, fined or owed.

    The unit stays "": no currency is guessed. A thing that follows ("a deficit of 3,000 nurses",
    "cost 2,000 jobs") makes it a count after all.
    """
    if figure.kind != "number" or figure.unit or figure.value < _LEAST or figure.form == "vague":
        return
    lists = wordlists()
    words = _WORDS.findall(copy.folded, max(0, figure.start - _WINDOW), figure.start)
    if not words:
        return
    told = words[-1] in lists.money_verbs or (
        words[-1] in lists.money_links and not lists.money_nouns.isdisjoint(words[-4:])
    )
    if told and not _counts_a_thing(copy, figure):
        figure.kind = "money"


def _counts_a_thing(copy: Copy, figure: Figure) -> bool:
    following = _NEXT.match(copy.folded, figure.end)
    return following is not None and following[1] not in lexicon("noun-phrases")["stop"]
