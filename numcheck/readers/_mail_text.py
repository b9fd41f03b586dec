"""The plain text of a mail: what its sender wrote or passed on, and what is not their copy.

Quoted earlier mails are notes; greetings with telephone numbers, signatures and the heads of what
was passed on are no copy either. The text of a forwarded mail is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from numcheck.model import ZoneKind
from numcheck.patterns import pattern
from numcheck.readers._lines import unwrapped
from numcheck.readers._mapped import Mapped
from numcheck.readers._page import Page

#: How a mail program begins what it quotes: "On 5 May 2031 Pat wrote:", in one line or in two.
_WROTE = pattern(
    r"(?:On|Am|Le|El|Il|Op|Em) [^\n]{4,200}(?:\n[^\n]{1,120})?"
    r"(?:wrote|schrieb|a écrit|escribió|ha scritto|schreef|escreveu)[^\n]{0,80}:[ \t]*$",
    re.MULTILINE,
)
_FORWARDED = pattern(
    r"-{3,12} ?(?:Forwarded [Mm]essage|Weitergeleitete Nachricht|Message transféré) ?-{3,12}|"
    r"Begin forwarded message:"
)
_ORIGINAL = pattern(r"-{3,12} ?(?:Original Message|Ursprüngliche Nachricht) ?-{3,12}|_{20,80}$")
_HEAD = pattern(r"[*>]{0,3}(?:From|Von|De|Da|Van)\*{0,2}:[ \t*]*\S")
_CLOSING = pattern(
    r"(?:(?:with )?(?:kind|best|warm)(?:est)? (?:regards|wishes)|regards|best|sincerely|"
    r"yours (?:sincerely|faithfully|truly)|many thanks|thanks|thank you|cheers|"
    r"mit freundlichen grüßen|viele grüße|cordialement|saludos)[,.!]?$",
    re.IGNORECASE,
)
_SENT_FROM = pattern(r"(?:Sent|Gesendet|Envoyé) (?:from|von|de) (?:my|meinem|mon) [^\n]{2,60}$")
#: A signature is short; a longer text after "Thanks," is copy.
_MAX_SIGNATURE_LINES = 14
_PASSED_ON = pattern(r"\s*(?:fwd?|wg|tr|i)\s*:", re.IGNORECASE)


class _Line(NamedTuple):
    start: int
    end: int
    words: str


def is_passed_on(subject: str) -> bool:
    """Does the subject say that the mail passes another one on?"""
    return _PASSED_ON.match(subject) is not None


def write_plain(page: Page, body: Mapped, passed_on: bool) -> None:
    """Lay the text of a mail down, what is not its copy in zones."""
    lines = _lines(body.text)
    kinds = _kinds(body.text, lines, passed_on)
    for kind, group in itertools.groupby(zip(kinds, lines, strict=True), lambda pair: pair[0]):
        found = [line for _, line in group]
        piece = _trimmed(body.slice(found[0].start, found[-1].end))
        if not piece.text:
            continue
        page.gap("\n\n")
        mark = page.mark()
        page.put(piece if kind else unwrapped(piece))
        if kind:
            page.zone(mark, kind)


def _lines(text: str) -> list[_Line]:
    ends = [match.end() for match in re.finditer(r"\n", text)]
    bounds = itertools.pairwise([0, *ends, *([len(text)] if not text.endswith("\n") else [])])
    return [_Line(start, end, text[start:end].strip()) for start, end in bounds]


def _kinds(text: str, lines: list[_Line], passed_on: bool) -> Iterator[ZoneKind | None]:
    """What each line is; None for copy."""
    state: ZoneKind | None = None
    wrapped = in_head = False
    for at, line in enumerate(lines):
        if in_head:  # of a mail that was passed on, up to the first blank line
            in_head = line.words != ""
            yield "note"
        elif line.words.startswith(">") and not line.words.startswith(">From "):
            yield "note"  # a mailbox writes ">From" for "From" at the head of a line
        elif _FORWARDED.match(line.words) or (passed_on and _is_original(lines, at)):
            state, in_head = None, True
            yield "note"
        elif wrapped:  # the second line of "On 5 May\nPat wrote:"
            wrapped = False
            yield "note"
        elif state == "note" or _is_original(lines, at):
            state = "note"
            yield "note"
        elif match := _WROTE.match(text, line.start):
            wrapped = match.end() > line.end
            state = None if _is_quoted(lines, at + 1 + wrapped) else "note"
            yield "note"
        else:
            state = state or ("boilerplate" if _signs(text, lines, at) else None)
            yield state or ("boilerplate" if _SENT_FROM.match(line.words) else None)


def _is_original(lines: list[_Line], at: int) -> bool:
    """Does an earlier mail begin here: a rule, and "From:" below it?"""
    if not _ORIGINAL.match(lines[at].words):
        return False
    return any(_HEAD.match(line.words) for line in lines[at + 1 : at + 4])


def _is_quoted(lines: list[_Line], at: int) -> bool:
    following = (line.words for line in lines[at : at + 4] if line.words)
    return next(following, "").startswith(">")


def _signs(text: str, lines: list[_Line], at: int) -> bool:
    """Does a signature begin here?"""
    line = lines[at]
    if text.startswith("-- \n", line.start) or line.words == "--":
        return True
    if not _CLOSING.match(line.words):
        return False
    rest = [other for other in lines[at + 1 :] if other.words]
    own = list(itertools.takewhile(lambda other: not _ends_mail(other.words), rest))
    return len(own) <= _MAX_SIGNATURE_LINES and all(len(other.words) < 100 for other in own)


def _ends_mail(words: str) -> bool:
    return words.startswith(">") or any(p.match(words) for p in (_WROTE, _FORWARDED, _ORIGINAL))


def _trimmed(piece: Mapped) -> Mapped:
    text = piece.text
    if not text.strip():
        return Mapped("")
    return piece.slice(len(text) - len(text.lstrip()), len(text.rstrip()))
