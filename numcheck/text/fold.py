"""Folding for look-ups that keeps every offset.

Figures are found in a lower-case copy of the text (one case to match, half the work for `re`),
and their places are read off as places in the original, so the copy must have its length.
"""

from __future__ import annotations

from numcheck.patterns import pattern

#: Footnote marks: "84ᵃ" is 84, as "84*" is. Folded to a sign, they join no figure.
RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
_RAISED = pattern(f"[{RAISED_LETTERS}]")


def fold(text: str) -> str:
    """The text in lower case, character for character; raised letters as "*"."""
    folded = text.lower()
    if not text.isascii():
        folded = _RAISED.sub("*", folded)
    if len(folded) == len(text):
        return folded
    # "İ" becomes two characters and would shift every later offset; they stay.
    return "".join(low if len(low := char.lower()) == 1 else char for char in text)
