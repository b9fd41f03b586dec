"""Whom an age, a price or a score belongs to: the name beside the figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from numcheck.claims.speakers import PRONOUNS
from numcheck.model import Name, Quantity, Span
from numcheck.patterns import pattern

# "Zinin, 25", "Egor Z., 25", "Zinin (25)",
# "Zinin is 25", "Zinin, who is 25", "Zinin, aged 25", "Zinin turned 80".
_AFTER_NAME = pattern(
    r"(?:(?<= [A-Z])\.)?(?:,|\s*\((?:left|right|centre|center|pictured)?\)?,?)?\s{0,2}"
    r"(?:who\s)?(?:is|was|turned|turns|will be|has turned)?"
    r"(?:\s?(?:now|only|just|aged|age|the|at)){0,2}\s{0,2}\(?$"
)
#: Past these words a name is in another clause.
_CLAUSE = pattern(r"\b(?:that|which|who|whom|while|but|although|after|when)\b|[;:]")
#: From "25-year-old" to its name there are at most a few words of description, and no verb.
_TO_NAME_CHARS = 60
_PRONOUN_CHARS = 400
_OWNED = frozenset(("money", "percent", "duration", "score", "measure", "number", "ratio"))
_OPENING_CHARS = 30
#: Profits and margins "at Holt Works" are theirs.
_EARNED = frozenset(("money", "percent"))
#: "HALM, May 3 (XPN) -"
_DATELINE = pattern(r"(?:, [\w. ]{1,20})?(?: \([\w/ ]{2,12}\))? ?[-–—]{1,2} ")
#: "Holt said he had 40 boats" tells of Holt.
_OF_SELF = pattern(r"\b(?:he|she|it|they|his|her|its|their)\b")
_LED = pattern(
    r"\b(from|with|to|by|for|against|at|in|on|into|like|including|between|via)"
    r" (?:the |a |an )?$"
)


class Names:
    """The names of a document, to be asked by place."""

    def __init__(self, names: Sequence[Name]) -> None:
        self._names = names
        self._starts = [name.start for name in names]
        self._full = self._full_names(names)

    @staticmethod
    def _full_names(names: Sequence[Name]) -> dict[str, str]:
        """A surname to the one full name that has it; nothing where two people share it.

        "Brave Ann Holt" at the head of a sentence is Ann Holt, if she is named so elsewhere.
        """
        owners: dict[str, set[str]] = {}
        for name in names:
            first, _, last = name.text.rpartition(" ")
            if first and name.kind in ("person", ""):
                owners.setdefault(last, set()).add(name.text)
        full: dict[str, str] = {}
        for last, known in owners.items():
            shortest = min(known, key=len)
            if all(text.endswith(shortest) for text in known):
                full |= dict.fromkeys((last, *known), shortest)
        return full

    def full(self, name: str) -> str:
        """The full name that a surname stands for in this document, else the name itself."""
        return self._full.get(name, name)

    def spoken_of(self, words: str, offset: int, titles: Mapping[str, str]) -> str:
        """The name behind "he" or "the Russian president" at an offset, else the words themselves.

        A pronoun stands for the person last named within a few sentences.
        """
        low = words.lower()
        if low in PRONOUNS:
            at = bisect_left(self._starts, offset) - 1
            while at >= 0 and offset - self._starts[at] < _PRONOUN_CHARS:
                if self._names[at].kind == "person":
                    return self.full(self._names[at].text)
                at -= 1
            return words
        title = low.removeprefix("the ")
        return self.full(titles.get(title, self.full(words)))

    def person_in(self, span: Span) -> str:
        """The full name of the first name in a span that may be a person's; "" if there is none."""
        names = (name.text for name in self.within(span) if name.kind in ("person", ""))
        return next(map(self.full, names), "")

    def within(self, span: Span) -> Sequence[Name]:
        return self._names[
            bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)
        ]


def owner(
    text: str, sentence: Span, quantity: Quantity, names: Names, speakers: Sequence[Span]
) -> tuple[str, Span] | None:
    """The name a figure belongs to, and where it stands; None if none is beside it.

    `speakers` are who is named as saying something: theirs is only what they say of themselves.
    """
    if quantity.kind != "age" and quantity.kind not in _OWNED:
        return None
    # A window keeps a page-long sentence from being walked once a figure.
    start = max(sentence.start, quantity.start - 300)
    end = min(sentence.end, quantity.end + 120)
    near = names.within(Span(start, end))
    if quantity.kind != "age":
        near = [name for name in near if not _only_says(text, name, quantity, speakers)]
    found = (
        _of_age(text, quantity, near) if quantity.kind == "age" else _before(text, quantity, near)
    )
    if (
        found is None
        and quantity.kind != "age"
        and quantity.start - sentence.start < _OPENING_CHARS
    ):
        # "For the past 26 years, Ann Holt has …": the subject comes after the figure.
        found = next((n for n in near if n.start >= quantity.end and n.kind == "person"), None)
    return None if found is None else (names.full(found.text), Span(found.start, found.end))


def _of_age(text: str, quantity: Quantity, near: Sequence[Name]) -> Name | None:
    if text[quantity.end : quantity.end + 1] == ";":
        # "Holt, Brenn, 31; Boden, Halm, 28;" is a table in words.
        return None
    for name in reversed(near):
        if name.end <= quantity.start and name.kind != "place":
            if _AFTER_NAME.fullmatch(text, name.end, quantity.start):
                return name
            break
    if text.startswith(", ", quantity.start - 2) and text.startswith(", ", quantity.end):
        return None  # "Bill, 20, Kathy, 15": told after a name, whoever comes next
    for name in near:
        gap = name.start - quantity.end
        if 0 <= gap <= _TO_NAME_CHARS and name.kind in ("person", ""):
            between = text[quantity.end : name.start]
            apart = any(word in between for word in (".", " and ", " who "))
            if not apart and (name.kind == "person" or gap < 30):
                return name
    return None


def _only_says(text: str, name: Name, quantity: Quantity, speakers: Sequence[Span]) -> bool:
    """Is a name there for who speaks: "Ann Holt said 40 were held", "HALM (XY) - Some 40"?"""
    if text.startswith((") -", ") –", ") —"), name.end):
        return True
    if name.text.isupper() and _DATELINE.match(text, name.end):
        return True
    if not any(said.start <= name.start < said.end for said in speakers):
        return False
    return name.start > quantity.start or not _OF_SELF.search(text, name.end, quantity.start)


def _before(text: str, quantity: Quantity, near: Sequence[Name]) -> Name | None:
    """The last name before a sum, share or length of time: its likeliest owner.

    Not one that a preposition makes part of something else: "shares with Holt plc".
    """
    before = [n for n in near if n.end <= quantity.start and n.kind != "place"]
    for name in reversed(before):
        if _CLAUSE.search(text, name.end, quantity.start):
            return None
        led = _LED.search(text, max(0, name.start - 14), name.start)
        if led is None or (led[1] == "at" and quantity.kind in _EARNED):
            return name
    return None
