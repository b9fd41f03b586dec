"""Where sentences begin and end.

A full stop ends a sentence unless it belongs to an abbreviation, an initial or a number ("No. 5",
"U.S. troops", "Mr. J. Ruiz"). Blank lines, and line ends that close a line without a full stop
before a capital on a short line (headings, captions), end one too.
"""

from __future__ import annotations

import re

from numcheck.model import Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

#: No writer's sentence is longer; what is (a list without stops, a broken file) is cut between
#: words, so that what looks around in a sentence stays quick.
_LONGEST = 4000
_CLOSERS = "\"”’')\\]»"
_BREAK = pattern(
    # One set of characters in front, so that `re` skips from mark to mark: nine times as fast.
    # A run is begun only at its first mark: ten thousand dots are else walked once a dot.
    r"[.!?…\n](?:(?<=\n)(?P<blank>[ \t\r]*\n\s*)?"
    rf"|(?<!\n)(?<![.!?…]{{2}})(?P<stops>[.!?…]*)[{_CLOSERS}]*(?=\s))"
)
_NEXT = pattern(r"\s+[\"“‘'(\[«*•–—-]*\s?(?:[^\W\d_a-z]|\d|[$€£¥])")
_BEFORE_LAST_WORD = pattern(r"(?s:.*)[\s(\"“‘'\[/—–-]")
_OPENER = pattern(
    r"\s+[\"“‘']?(?:The|Then|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|There|His|Her|"
    r"Its|Their|If|When|While|After|Before|As|For|By|With|From|Since|Some|Many|Most|Police|What|"
    r"Who|How|So|Yet|However|Meanwhile|Also|One|I|You|My|Our|Under|Last|Another|Both|Each|About|At)\b"
)


@compiled
def _abbreviations() -> tuple[frozenset[str], frozenset[str]]:
    words = lexicon("abbreviations")
    return frozenset(words.get("bound", ())), frozenset(words.get("loose", ()))


def split_sentences(text: str) -> list[Span]:
    """The sentences of a text as spans, in order, without surrounding white space."""
    spans: list[Span] = []
    start = 0
    for found in _BREAK.finditer(text):
        if _ends(text, found, start):
            _add(spans, text, start, found.end())
            start = found.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    start, end = _stripped(text, start, end)
    while end - start > _LONGEST:
        space = text.rfind(" ", start + 1, start + _LONGEST)
        cut = space if space > 0 else start + _LONGEST
        spans.append(Span(*_stripped(text, start, cut)))
        start, end = _stripped(text, cut, end)
    if start < end:
        spans.append(Span(start, end))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends(text: str, found: re.Match[str], start: int) -> bool:
    at, end = found.span()
    if text[at] == "\n":
        return found["blank"] is not None or _line_ends(text, at, end)
    if _NEXT.match(text, end) is None:
        return False
    if text[at] != "." or found["stops"]:
        return True
    word = _last_word(text, max(start, at - 24), at)
    bound, loose = _abbreviations()
    if word in bound or (len(word) == 1 and word.isalpha() and text[at - 1].isupper()):
        return False
    if word in loose or (len(word) > 2 and "." in word and word.replace(".", "").isalpha()):
        return _OPENER.match(text, end) is not None
    # "1. Sort the ballots": a list marker, not a sentence.
    return not (word.isdigit() and len(word) < 3 and at - len(word) <= start + 1)


def _last_word(text: str, start: int, end: int) -> str:
    """The word before `end`, in lower case; empty where none is."""
    before = _BEFORE_LAST_WORD.match(text, start, end)
    return text[before.end() if before else start : end].lower()


def _line_ends(text: str, at: int, after: int) -> bool:
    """Does a single line end close a heading or caption? Wrapped copy runs on in lower case."""
    if after >= len(text) or text[after].islower() or text[after] in ",;)]":
        return False
    line_start = text.rfind("\n", 0, at) + 1
    line = text[line_start:at].rstrip()
    if not line or line[-1] in ",;-–—(":
        return False
    # A full line of wrapped copy is about as long as the next one; a heading is shorter.
    next_end = text.find("\n", after)
    next_length = (next_end if next_end >= 0 else len(text)) - after
    return len(line) < 50 or len(line) > 100 or next_length > len(line) + 30 or line[-1] in '.!?"”'
