"""A text as the tokens that matter to figures: digits and the words of the lexicon.

Everything else is left out; neighbours ask for the text between two tokens instead.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Any

from numcheck.patterns import pattern
from numcheck.translation.glued import NUMBER_WORDS, pieces_of
from numcheck.translation.letters import fold, letter_at
from numcheck.translation.lexicon import Lexicon, Match, Word
from numcheck.values import frozen

_SPACES = " \u00a0\u202f\u2009"
_DIGITS = pattern(
    r"\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?!\d)(?:[.,٫]\d+)?|\d+(?:[.,٬٫'’·]\d+){0,8}"
)
#: "Batting .325": a decimal without its nought.
_POINTED = pattern(r"(?<![^\s(])\.\d{2,4}(?!\d|[.,]\d)")
_DATE = pattern(
    r"(?<!\d)(?:(\d{4})([./-])(\d{1,2})\2(\d{1,2})|(\d{1,2})([./-])(\d{1,2})\6(\d{4}))(?!\d)"
)
_CLOCK = pattern(r"(?<!\d)([01]?\d|2[0-4])[:：]([0-5]\d)(?![:\d])")
_STOPWATCH = pattern(r"(?<![\d:])(\d{1,2}):([0-5]\d):([0-5]\d)(?![:\d])")
#: 10"12, 1'45"3: minutes, seconds and their parts in a race.
_RACE = pattern(r"(?<!\d)(?:(\d{1,2})['’′])?([0-5]?\d)[\"”″](\d{1,3})(?!\d)")
_ROMAN = pattern(r"(?<![^\W_])[IVXLCХІ]{1,6}(?![^\W_])")
_ROMAN_VALUES = {"I": 1, "І": 1, "V": 5, "X": 10, "Х": 10, "L": 50, "C": 100}
#: Letters right before digits make the two a name: G20, F-22, Covid-19.
_DESCRIBED = pattern(r"(?<![^\s(])[a-z]{3,20}-$")
_NAME_BEFORE = pattern(r"(?:[A-Z][A-Za-z]{0,20}|[a-z]{2,20}|[^\W\d_]{2,20})[-–]?$")


@frozen
class Token:
    """A stretch of digits (`words` empty) or an entry of the lexicon with all its meanings.

    `joined` says that a connecting prefix ("و") ties it to the one before.
    """

    start: int
    end: int
    text: str
    words: tuple[Word, ...] = ()
    digits: str = ""
    script: str = ""
    joined: bool = False
    name: bool = False

    def get(self, kind: str) -> Any:
        """The word's value in this section, or None."""
        return next((word.value for word in self.words if word.kind == kind), None)

    def mark(self, value: str) -> bool:
        return any(word.kind == "marks" and word.value == value for word in self.words)


@frozen
class Source:
    """A text made ready for reading: folded, digits in ASCII, offsets unchanged."""

    text: str
    folded: str
    lexicon: Lexicon

    def gap(self, left: int, right: int) -> str:
        return self.folded[left:right]


def prepare(text: str, lexicon: Lexicon) -> Source:
    """The text with every decimal digit of any script as 0-9 and letters folded."""
    ascii_digits = "".join(
        str(unicodedata.decimal(c)) if not c.isascii() and c.isdecimal() else c for c in text
    )
    return Source(text, fold(ascii_digits), lexicon)


def tokens(source: Source) -> list[Token]:
    """Digits and lexicon words in order of their place, without overlap."""
    found: list[Token] = []
    at, folded = 0, source.folded
    while at < len(folded):
        if folded[at].isdecimal() or _POINTED.match(folded, at):
            token = _date_or_clock(source, at) or _digits(source, at)
            if _continues_name(found, token) or is_name(
                source, token, found[-1] if found else None
            ):
                token = replace(token, name=True)
            found.append(token)
            at = token.end
            continue
        matches = _words(source, at, found) or _roman(source, at)
        found += matches
        at = matches[-1].end if matches else at + 1
    return found


def _date_or_clock(source: Source, at: int) -> Token | None:
    """A date or clock time in digits ("03/10/2020", "18:40") as one token."""
    date = _DATE.match(source.folded, at)
    if date:
        year, _, month, day, first, _, second, last = date.groups()
        parts = (year, month, day) if year else (last, second, first)
        word = Word("numeric_date" if not year else "iso_date", tuple(map(int, parts)))
        return Token(at, date.end(), source.text[at : date.end()], (word,))
    watch = _STOPWATCH.match(source.folded, at)
    if watch:
        hours, minutes, seconds = map(int, watch.groups())
        word = Word("stopwatch", hours * 3600 + minutes * 60 + seconds)
        return Token(at, watch.end(), source.text[at : watch.end()], (word,))
    race = _RACE.match(source.folded, at)
    if race:
        elapsed = int(race[1] or 0) * 60 + float(f"{race[2]}.{race[3]}")
        return Token(at, race.end(), source.text[at : race.end()], (Word("stopwatch", elapsed),))
    clock = _CLOCK.match(source.folded, at)
    if clock:
        word = Word("clock_digits", (int(clock[1]), int(clock[2])))
        return Token(at, clock.end(), source.text[at : clock.end()], (word,))
    return None


def _roman(source: Source, at: int) -> list[Token]:
    """Roman figures, which name centuries; whether they do is for the reader to see."""
    match = _ROMAN.match(source.text, at)
    if match is None:
        return []
    values = [_ROMAN_VALUES[c] for c in match[0]]
    total = sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return [Token(at, match.end(), match[0], (Word("roman", float(total)),))]


def _digits(source: Source, at: int) -> Token:
    match = _DIGITS.match(source.folded, at) or _POINTED.match(source.folded, at)
    assert match is not None
    digits = match[0]
    for space in _SPACES[1:]:
        digits = digits.replace(space, " ")
    script = _script(source.text[at])
    return Token(at, match.end(), source.text[at : match.end()], (), digits, script)


def _script(digit: str) -> str:
    """The script of a digit by its Unicode name ("BENGALI"); empty for ASCII."""
    return "" if digit.isascii() else unicodedata.name(digit, "").split(" DIGIT")[0]


def _words(source: Source, at: int, found: list[Token]) -> list[Token]:
    """The lexicon words that start here: one, or the pieces of a compound."""
    lexicon, folded = source.lexicon, source.folded
    if folded[at].isspace():
        return []
    touches = bool(found) and found[-1].end == at
    inside = lexicon.spaced and letter_at(folded, at) and letter_at(folded, at - 1)
    if inside and not touches:
        return []
    match = lexicon.longest(folded, at, exact=_follows_number(found, source, at))
    if match is not None and not _as_written(source, match):
        match = None
    idiom = match is not None and any(word.loose for word in match.words)
    if lexicon.compound and lexicon.suffixes and letter_at(folded, at) and not idiom:
        pieces = _compound(source, at)  # first, or "십이" would be ten with a particle
        if len(pieces) > 1 and any(w.kind in NUMBER_WORDS for w in pieces[0].words):
            return pieces
    if match and not (inside and not _may_touch(found[-1])):
        return [_token(source, match)]
    if inside:
        return []
    if lexicon.compound and letter_at(folded, at):
        pieces = _compound(source, at)
        if pieces:
            return pieces
    return _after_prefix(source, at)


def _as_written(source: Source, match: Match) -> bool:
    """May the entry be meant? The century is "il Quattrocento", "quattrocento" is the number."""
    if match.words[0].kind != "centuries":
        return True
    before = source.text[: match.start][-2:].rstrip()
    return source.text[match.start].isupper() and (before.isalpha() or before.endswith("'"))


def _follows_number(found: list[Token], source: Source, at: int) -> bool:
    if not found or source.folded[found[-1].end : at].strip(" "):
        return False
    return bool(found[-1].digits) or any(w.kind in NUMBER_WORDS for w in found[-1].words)


def _may_touch(before: Token) -> bool:
    """May this entry be glued to the token before? Only to digits and number words."""
    return bool(before.digits) or any(
        w.kind in (*NUMBER_WORDS, "currency", "marks") for w in before.words
    )


def _token(source: Source, match: Match, *, joined: bool = False) -> Token:
    text = source.text[match.start : match.end]
    return Token(match.start, match.end, text, match.words, joined=joined)


def _compound(source: Source, at: int) -> list[Token]:
    pieces = pieces_of(source.lexicon, source.folded, at)
    return [_token(source, match) for match in pieces]


def _after_prefix(source: Source, at: int) -> list[Token]:
    for prefix in source.lexicon.prefixes:
        start = at + len(prefix)
        if source.folded.startswith(prefix, at) and start < len(source.folded):
            if source.folded[start].isdecimal():
                return []
            match = source.lexicon.longest(source.folded, start)
            if match and match.end - match.start > 1:
                joined = prefix.startswith("و")
                place = match._replace(start=at) if joined else match
                return [_token(source, place, joined=joined)]
    return []


def is_name(source: Source, token: Token, before: Token | None) -> bool:
    """Do letters glued to these digits make them part of a name or code?"""
    left = source.text[max(0, token.start - 22) : token.start]
    known = before is not None and before.end == token.start and _leads_number(before)
    if "." in token.digits and _DESCRIBED.search(left):
        return False  # "a magnitude-5.9 quake"
    if not known and _NAME_BEFORE.search(left) and _is_latin_or_spaced(source, left):
        return True
    after = source.text[token.end : token.end + 4]
    return bool(re.match(r"-?[A-Z](?![A-Za-z])|\.[A-Z]|[A-Z]{2}", after)) and not known


def _continues_name(found: list[Token], token: Token) -> bool:
    """Is this the second number of one name ("A320-200")?"""
    if len(found) < 2 or not (found[-2].name and found[-1].text in ("-", "–")):
        return False
    return found[-2].end == found[-1].start and found[-1].end == token.start


def _leads_number(before: Token) -> bool:
    """Signs and words that may be glued to the digits after them ("$5", "Rp3")."""
    if before.get("currency") is not None or before.get("units") == "percent":
        return True
    if before.mark("ordinal_prefix"):
        return True
    return not before.text.isascii()


def _is_latin_or_spaced(source: Source, left: str) -> bool:
    """Glued letters name things only where words are spaced; "共12人" is no name."""
    last = left.rstrip("-–")[-1:]
    return last.isascii() or (source.lexicon.spaced and not source.lexicon.has("glued_letters"))
