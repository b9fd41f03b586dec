"""Whose dollars, pounds or rupees: names of money that several countries share.

A bare name is first read as the usual one ("rupees" as India's). Once the copy is read, its places
and its other sums tell whose is meant. Dollars are settled so only where the copy marks American
ones ("US$3m") or says whose its dollars are: wires write "$" for those, from Sydney as well.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern
from numcheck.text import places
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.trie import alternation
from numcheck.values import lazy


class _Family(NamedTuple):
    """One name of money: what it usually means, how it is written, whose it is by country."""

    usual: str
    abroad: bool
    words: re.Pattern[str]
    of: Mapping[str, str]


@compiled
def _families() -> dict[str, _Family]:
    """The families by the unit that a bare name is first read as."""
    found = {}
    for entry in lexicon("shared-currencies").values():
        words = pattern(rf"(?:{alternation(entry['words'])})(?![a-z])")
        abroad = entry.get("abroad", False)
        found[entry["usual"]] = _Family(entry["usual"], abroad, words, entry["of"])
    return found


def settle(copy: Copy, figures: list[Figure]) -> None:
    """Give bare sums the currency that the copy means, and note how it is known."""
    bare = [(f, family) for f in figures if f.kind == "money" and (family := _bare(copy, f))]
    if not bare:
        return
    evidence = _Evidence(copy, figures, {id(figure) for figure, _ in bare})
    for figure, family in bare:
        code = evidence.local_dollar if family.usual == "USD" else evidence.code(figure, family)
        figure.unit_from = "copy" if code else "usual"
        if code:
            _, slash, below = figure.unit.partition(" / ")
            figure.unit = f"{code}{slash}{below}"


_GAPS = frozenset({"", " ", "-", " of ", "\u00a0"})


def _bare(copy: Copy, figure: Figure) -> _Family | None:
    """The family of a sum whose country is not told: "$5", "40 million crowns"; not "US$5"."""
    family = _families().get(figure.unit.partition(" / ")[0])
    if family is None:
        return None
    if figure.symbol_first:
        return family if _is_bare_symbol(copy, figure, family) else None
    word = family.words.search(copy.folded, figure.numeral_end, figure.end)
    told = word is not None and copy.folded[figure.numeral_end : word.start()] in _GAPS
    return family if told else None


def _is_bare_symbol(copy: Copy, figure: Figure, family: _Family) -> bool:
    end = figure.numeral_start
    while end > figure.start and copy.folded[end - 1] in " \u00a0-−":
        end -= 1
    written = copy.folded[figure.start : end].rpartition(" ")[2].lstrip("-−(")
    named = copy.folded[figure.numeral_end : figure.end]
    return family.words.fullmatch(written) is not None and "dollar" not in named


# -- what the copy tells --------------------------------------------------------------------

# The look back comes after the first letter: a pattern that begins with one is found faster.
_CAPITAL = pattern(r"[A-Z](?<!\w.)[A-Za-z'’-]+")
_DATELINE = pattern(
    r"(?:^|\n)\s*([A-Z][A-Z .'-]{2,30})(?:,[^\n]{0,30}?)?\s*(?:\([^)\n]{2,30}\)\s*)?(?:--|[—–:]|- )"
)
_DATELINE_CHARS = 600
_AMERICAN = pattern(
    r"u(?<!\w.)(?:s|\.s\.)(?: ?\$| dollars?\b)|u(?<!\w.)sd\b|\$us|a(?<!\w.)merican dollars?\b"
)
#: "All figures are in Canadian dollars."
_DECLARED = pattern(
    r"\b(?:figures|amounts|sums|prices|values|dollars?|currency)\b[^.\n]{0,40} (?:in|are) "
    r"([A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:dollars|currency)\b"
)
_SENTENCE_CHARS = 300


class _Evidence:
    """What one copy tells of its money; each answer is worked out once and only when asked."""

    def __init__(self, copy: Copy, figures: list[Figure], bare: set[int]) -> None:
        self._copy = copy
        told = (f for f in figures if f.kind == "money" and id(f) not in bare)
        self._marked = {figure.unit.partition(" / ")[0] for figure in told}

    @lazy
    def _mentions(self) -> list[tuple[int, str]]:
        """The countries that the copy names, each with its place in the text."""
        text = self._copy.text
        words = ((word.start(), _spelled(word[0])) for word in _CAPITAL.finditer(text))
        near = ((at, word, places.most_words(word)) for at, word in words)
        found = ((at, _country(text, at, word, most)) for at, word, most in near if most)
        return [(at, country) for at, country in found if country]

    @lazy
    def _home(self) -> str:
        """The country of the dateline, else the one that is named most."""
        line = _DATELINE.search(self._copy.text, 0, _DATELINE_CHARS)
        if line and (country := _country_of(line[1].split(",")[0].strip().title())):
            return country
        most = Counter(country for _, country in self._mentions).most_common(2)
        if not most or (len(most) > 1 and most[0][1] == most[1][1]):
            return ""
        return most[0][0] if most[0][1] > 1 else ""

    @lazy
    def local_dollar(self) -> str:
        """The local dollar, where the copy keeps it apart from the American; else ""."""
        of = _families()["USD"].of
        named = "dollars" in self._copy.folded or "currency" in self._copy.folded
        if named and (declared := _DECLARED.search(self._copy.text)):
            return of.get(_country_of(declared[1]), "")
        if not _AMERICAN.search(self._copy.folded):
            return ""
        local = of.get(self._home, "")
        return "" if local in self._marked or local == "USD" else local

    def code(self, figure: Figure, family: _Family) -> str:
        """The currency of a bare sum: by its sentence, by other sums, by the story's country."""
        near = {family.of[c] for c in self._beside(figure) if c in family.of}
        if len(near) == 1 and not family.abroad:
            return near.pop()
        home = family.of.get(self._home, "")
        marked = self._marked & set(family.of.values())
        if len(marked) == 1 and marked != {family.usual} and home in ("", *marked):
            return marked.pop()
        if home:
            return home
        named = {family.of[c] for _, c in self._mentions if c in family.of}
        return named.pop() if len(named) == 1 and not family.abroad else ""

    def _beside(self, figure: Figure) -> list[str]:
        """The countries named in the figure's sentence."""
        text, start, end = self._copy.text, figure.start, figure.end
        floor = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start), start - _SENTENCE_CHARS)
        stop = min(at for at in (text.find(". ", end), end + _SENTENCE_CHARS) if at >= 0)
        return [country for at, country in self._mentions if floor <= at < stop]


def _spelled(word: str) -> str:
    """A name in capitals as it is listed: "CAIRO" is Cairo."""
    word = word.removesuffix("'s").removesuffix("’s")
    return word.title() if len(word) > 3 and word.isupper() else word


def _country(text: str, at: int, word: str, most: int) -> str:
    following = text[at : at + 40].split(" ")
    for count in range(min(most, len(following)), 0, -1):
        name = word if count == 1 else " ".join(following[:count]).rstrip(".,;:)'’\"”")
        if country := _country_of(name):
            return country
    return ""


def _country_of(name: str) -> str:
    """The country, or the region with money of its own (Hong Kong), that a place belongs to."""
    return places.country_of(name) or places.known(name)
