"""What happened to the digits: one lost, added, replaced, moved, or all reversed.

Works on digit strings ("31.51" keeps its point), never on floats.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

#: Digits taken for others: by shape when read as Latin, or for a sister digit of the script.
#: Measured on Noto glyphs and Unicode confusables; correct digit -> digits it is taken for.
SHAPES: dict[str, dict[str, str]] = {
    "BENGALI": {"4": "8", "7": "9", "3": "6", "6": "3", "1": "9", "9": "1", "2": "9"},
    "DEVANAGARI": {"4": "8", "1": "92", "9": "1", "2": "13", "3": "2", "6": "9"},
    "ARABIC-INDIC": {
        "5": "0", "6": "7192", "2": "3", "3": "2", "9": "61", "4": "63", "7": "8", "8": "7",
        "0": "5",
    },
    "EXTENDED ARABIC-INDIC": {
        "5": "06", "2": "34", "3": "24", "4": "32", "6": "97", "9": "6", "7": "8", "8": "7",
    },
    "GURMUKHI": {"4": "8", "7": "9", "1": "9", "6": "9", "9": "6", "2": "3", "3": "2"},
    "GUJARATI": {"6": "8", "7": "8603", "3": "7"},
    "ORIYA": {"2": "97", "4": "8", "5": "8", "6": "7", "7": "62"},
    "TELUGU": {"7": "8"},
    "MALAYALAM": {"7": "9"},
    "THAI": {"4": "58", "5": "4", "0": "1", "1": "0", "8": "4"},
    "MYANMAR": {"9": "8", "6": "8", "5": "0", "0": "1", "1": "0"},
    "KHMER": {"0": "1", "1": "09", "5": "8", "8": "5"},
}  # fmt: skip


class Edit(NamedTuple):
    """One edit of a digit string, as operation and a clause that tells it."""

    operation: str
    how: str


def text_of(value: float) -> str:
    """A number as plain digits, without the point where it is whole."""
    if value == int(value) and abs(value) < 1e18:
        return str(int(value))
    return f"{value:.10f}".rstrip("0").rstrip(".") if abs(value) < 1e9 else repr(value)


def edits(correct: str, garbled: str, script: str = "") -> Iterator[Edit]:
    """The single edits that turn one digit string into the other, likeliest first."""
    if correct == garbled:
        return
    if len(correct) == len(garbled):
        yield from _same_length(correct, garbled, script)
    elif len(garbled) == len(correct) - 1:
        lost = _missing(correct, garbled)
        if lost:
            yield Edit("digit_drop", f"a {lost} was lost")
    elif len(garbled) == len(correct) + 1:
        added = _missing(garbled, correct)
        if added:
            yield Edit("digit_insert", f"a {added} was added")


def _same_length(correct: str, garbled: str, script: str) -> Iterator[Edit]:
    places = [i for i, (a, b) in enumerate(zip(correct, garbled, strict=True)) if a != b]
    if _swapped(correct, garbled, places):
        a, b = correct[places[0]], correct[places[1]]
        yield Edit("digit_transposition", f"{a} and {b} changed places")
        return
    if len(correct) > 2 and correct[::-1] == garbled:
        yield Edit("digit_reversal", "the digits were reversed")
        return
    shapes = SHAPES.get(script, {})
    if all(garbled[i] in shapes.get(correct[i], "") for i in places):
        was, now = correct[places[0]], garbled[places[0]]
        yield Edit("script_digit_confusion", f"the {script.title()} {was} resembles {now}")
    if len(places) == 1 and "." not in (correct[places[0]], garbled[places[0]]):
        was, now = correct[places[0]], garbled[places[0]]
        yield Edit("digit_substitution", f"a {was} became {now}")


def _swapped(correct: str, garbled: str, places: list[int]) -> bool:
    return (
        len(places) == 2
        and places[1] == places[0] + 1
        and correct[places[0]] == garbled[places[1]]
        and correct[places[1]] == garbled[places[0]]
        and "." not in (correct[places[0]], correct[places[1]])
    )


def _missing(longer: str, shorter: str) -> str:
    """The one digit that the longer string has besides the shorter; empty if it is not one."""
    at = next(
        (i for i, (a, b) in enumerate(zip(longer, shorter, strict=False)) if a != b), len(shorter)
    )
    digit = longer[at]
    return digit if digit != "." and longer[:at] + longer[at + 1 :] == shorter else ""
