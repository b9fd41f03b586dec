"""Where people are quoted: the spans between quotation marks, straight or curly."""

from __future__ import annotations

import re

from numcheck.model import Span

# One alternation, so that a text is walked once. A straight or curly apostrophe opens only before
# a letter that follows no letter, and closes only where no letter follows: "don't" does neither.
_MARK = re.compile(
    r"(?P<stop>\n\s*\n)|(?P<straight>\")|(?P<open>[“„«])|(?P<close>[”»])"
    r"|(?P<single>(?<![\w’'])[‘'](?=[^\W\d_]))|(?P<end>(?<=[\w.,!?…])[’'](?!\w))"
)
_SENTENCE_END = ".,!?…"


def quotations(text: str) -> list[Span]:
    """The quoted stretches of a text in order, without their marks.

    A quotation inside another is part of it and is not given by itself.
    A quotation that nobody closes ends with its paragraph if its mark was double, because
    copy opens each paragraph of a long quotation anew; a single mark alone is an apostrophe.
    """
    spans: list[Span] = []
    start, kind, odd_end = -1, "", -1
    for found in _MARK.finditer(text):
        mark = str(found.lastgroup)
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
