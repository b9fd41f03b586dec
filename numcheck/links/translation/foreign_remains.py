"""What is left of another language in English figures: "৭৭৪ people", "25万", "12 Prozent".

A foreign numeral that is quoted beside words of its own script was left on purpose.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.links._common.traces import beside, traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern

#: The lists of words that no English copy has beside a figure.
_LEFT_OVER = ("foreign_scale", "foreign_percent")
KIND = LinkKind(
    name="foreign-remains",
    summary="A figure in digits or words of another language.",
    roles=("figure",),
    facts=("what", "remains", "means"),
)
_REACH = 24
_MYRIADS = "万億亿萬兆만억조"
_ASCII = pattern(r"[\x00-\x7f]+")
_FOREIGN_SIGN = pattern(rf"\d|[{_MYRIADS}]")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure with something of another language in it."""
    words = book("traces", reading.document.language)
    if not _may_have_remains(beside(reading), words):
        return
    for match, figure in traces(words.patterns["remains"], reading):
        if match["digits"] and not _is_native(match["digits"]):
            continue
        if (match["digits"] or match["myriad"]) and _among_its_own(match, reading.text):
            continue
        what = "word" if match["word"] else "digits"
        facts = {"what": what, "remains": match[0], "means": _ascii(match[0])}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)


def _may_have_remains(near: str, words: Book) -> bool:
    """A test that costs little: is there a foreign sign or word beside any figure?"""
    if not near.isascii() and _FOREIGN_SIGN.search(_ASCII.sub("", near)):
        return True
    return any(w in near for name in _LEFT_OVER for w in words.words[name])


def _is_native(digits: str) -> bool:
    """Digits of a living script; mathematical bold and the like are dress."""
    names = [unicodedata.name(char, "") for char in digits if char.isdecimal()]
    return bool(names) and not any(name.startswith(("MATH", "FULLWIDTH")) for name in names)


def _among_its_own(match: re.Match[str], text: str) -> bool:
    """Do letters of another script stand close by? Then the numeral belongs to them."""
    around = text[max(0, match.start() - _REACH) : match.start()]
    around += text[match.end() : match.end() + _REACH]
    return any(char.isalpha() and not _latin(char) for char in around)


def _latin(char: str) -> bool:
    return char.isascii() or unicodedata.name(char, "").startswith("LATIN")


def _ascii(text: str) -> str:
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)
