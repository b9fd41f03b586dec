"""Links, telephone numbers and codes: digits that nobody counts with."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure
from numcheck.model import Span
from numcheck.patterns import pattern

_LINK = pattern(r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}", re.ASCII)
_BARE_LINK = pattern(
    r"\b[a-z0-9-]{2,40}\.(?:com|org|net|co\.uk|gov|edu|info|tv|io)(?:/\S{0,500})?\b"
)


def link_spans(copy: Copy) -> list[Span]:
    """Web and mail addresses: nothing in them is a figure."""
    text, folded = copy.text, copy.folded
    if not ("://" in text or "@" in text or "www." in folded or ".co" in folded):
        return []
    found = [Span(*link.span()) for link in _LINK.finditer(folded)]
    found += [Span(*link.span()) for link in _BARE_LINK.finditer(folded)]
    return sorted(found)


# -- telephone numbers and other grouped codes ----------------------------------------------

#: "Pin #: 411507", "ID no. 30222": what follows is a code, however it looks.
_CODE_CUE = pattern(
    r"\b(?:pin|id|ref|reference|code|passcode|password|account|acct|invoice|order|case|docket"
    r"|serial|confirmation|booking|call[- ]in|dial[- ]in|ticket|tracking|licen[cs]e|badge)\b"
    r"[^\n.;,:]{0,30}(?:#|\bno\.?|\bnumber|:)(?: is| was)?[#: ]{0,3}$"
)
_SLASHED_PHONE = pattern(r"\(?\d{3}\)?/ ?\d{3}[-. ]\d{4}(?!\d)")
_GROUPS = pattern(r"\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,5}(?!\d)")
_LEADING_ZERO = pattern(r"0\d{1,4}(?:[ -]\d{3,6}){1,3}(?!\d)")
_PHONE_CUE = pattern(r"(?:tel|phone|fax|call|mobile|text|contact|hotline|helpline)\b\D{0,12}$")
_NUMBER = pattern(r"\d+")
#: "Call 101", "the police on 112".
_DIALLED = pattern(r"\b(?:(?:call|dial|ring|phon|text)(?:e?d|l?ing|ling|led|e)?|police on) $")


def read_phone(copy: Copy, at: int) -> int | None:
    """The end of a telephone number or a code in groups that begins at `at`."""
    text = copy.text
    if text[at] == "0" and (zero := _LEADING_ZERO.match(text, at)):
        return zero.end() if sum(map(str.isdecimal, zero[0])) >= 8 else None
    if text[at + 3 : at + 5].startswith(("/", ")/")) and (
        slashed := _SLASHED_PHONE.match(text, at)
    ):
        return slashed.end()
    found = _GROUPS.match(text, at)
    groups = _NUMBER.findall(found[0]) if found else []
    if found is None or len(groups) < 3 or not 7 <= sum(map(len, groups)) <= 15:
        return None
    if found[0].count("-") + found[0].count(".") >= 2 and len(groups[-1]) == 4:
        return found.end()
    if at and text[at - 1] in "+(":
        return found.end()
    return found.end() if _PHONE_CUE.search(copy.folded, max(0, at - 24), at) else None


def is_told_as_code(copy: Copy, figure: Figure) -> bool:
    """Do the words before say that digits are a code: "ID no. 30222", "PIN: 4470"?"""
    start, length = figure.numeral_start, figure.numeral_end - figure.numeral_start
    if length < 3 or not copy.text[start : figure.numeral_end].isdecimal():
        return False
    if length == 3 and _DIALLED.search(copy.folded, max(0, start - 14), start):
        return True
    if copy.folded[start - 2] not in "#:.ors":
        return False
    return _CODE_CUE.search(copy.folded, max(0, start - 50), start) is not None
