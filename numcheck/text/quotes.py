"""Where people are quoted: the spans between quotation marks, straight or curly."""

from __future__ import annotations

from numcheck.model import Span
from numcheck.patterns import pattern

# Only marks and paragraph breaks are stopped at; what a mark is, is asked afterwards.
_MARK = pattern(r"[\"“”„«»‘’']|\n\s*\n")
_PLAIN = {
    '"': "straight", "“": "open", "„": "open", "«": "open", "”": "close", "»": "close",
    "\n": "stop",
}  # fmt: skip
_APOSTROPHES = frozenset("’'")
_SENTENCE_END = frozenset(".,!?…")


def quotations(text: str) -> list[Span]:
    """The quoted stretches of a text in order, without their marks.

    A quotation inside another is part of it and is not given by itself.
    A quotation that nobody closes ends with its paragraph if its mark was double, because
    copy opens each paragraph of a long quotation anew; a single mark alone is an apostrophe.
    """
    spans: list[Span] = []
    start, kind, odd_end = -1, "", -1
    for found in _MARK.finditer(text):
        mark = _kind(text, found.start())
        if not mark:
            continue
        if start < 0:
            if mark in ("straight", "open", "single"):
                start, kind, odd_end = found.end(), mark, -1
        elif _closes(kind, mark):
            _add(spans, text, start, found.start())
            start = -1
        elif mark == "stop":
            if kind != "single":
                _add(spans, text, start, odd_end if odd_end >= 0 else found.start())
            start = -1
        elif mark == "end" and odd_end < 0 and text[found.start() - 1] in _SENTENCE_END:
            # “Should they stay?’ said: opened with one kind of mark, closed with another.
            odd_end = found.start()
    if start >= 0 and kind != "single":
        _add(spans, text, start, odd_end if odd_end >= 0 else len(text))
    return spans


def _kind(text: str, at: int) -> str:
    """What the mark at an offset may do; "" for the apostrophe of "don't" and "the dogs'".

    A straight or curly apostrophe opens only before a letter that follows no letter, and closes
    only where no letter follows.
    """
    mark = text[at]
    if mark in _PLAIN:
        return _PLAIN[mark]
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if mark != "’" and after.isalpha() and not (before.isalnum() or before in _APOSTROPHES):
        return "single"
    if mark != "‘" and (before.isalnum() or before in _SENTENCE_END) and not after.isalnum():
        return "end" if before else ""
    return ""


def _closes(kind: str, mark: str) -> bool:
    if kind == "single":
        # ‘We will win,” says the copy that was typeset in a hurry.
        return mark in ("end", "close")
    return mark == ("straight" if kind == "straight" else "close")


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        spans.append(Span(start, end))
