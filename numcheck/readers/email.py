"""E-mail: subject and plain text (or HTML) of a message, and the copy that is attached to it.

Signatures and quoted earlier mails are marked, since their telephone numbers and figures are not
those of this copy.
"""

from __future__ import annotations

import email
import email.header
import itertools
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any, NamedTuple

from numcheck.errors import NumcheckError, ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import html
from numcheck.readers._dates import moment
from numcheck.readers._mail_text import is_passed_on, write_plain
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source, with_plain_newlines

#: Decoding a header takes the standard library quadratic time.
_MAX_HEADER = 2000
SUFFIXES = (".eml", ".mime", ".msg822", ".mbox", ".mbx")
_HEADERS = pattern(r"(?:From [^\n]{1,200}\n)?(?:[A-Za-z][\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*+)++")
_MAIL_ONLY = pattern(r"^(?:message-id|mime-version|received|return-path):", re.I | re.M)
_CHARSET = pattern(r"charset\s*=\s*\"?([\w.:-]{2,40})", re.IGNORECASE)
_SUBJECT = pattern(r"^subject:[ \t]*(\S[^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_QUOTED_PRINTABLE = pattern(r"(?:=[0-9A-Fa-f]{2}|=[ \t]{0,80}\r?\n)+")
_SOFT_BREAK = pattern(r"(?<!^--) \n(?![>\n])", re.MULTILINE)
#: Where a message of a mailbox begins: "From pat@example.org Tue May  6 07:08:00 2031".
_BEGINS = pattern(r"(?:\A|(?<=\n\n)|(?<=\n\r\n))From [^\s]{1,200} [^\n]{4,60}\d{4}[^\n]{0,20}\n")
_COPY_ATTACHED = pattern(r"\.(?:docx|html?|txt|md|xml|json|nitf|pdf|csv)$", re.IGNORECASE)


def sniff(head: str) -> bool:
    """Does this begin with header lines that only e-mail has, or as a mailbox does?"""
    headers = _HEADERS.match(head.replace("\r\n", "\n"))
    if headers is None:
        return False
    return _MAIL_ONLY.search(headers[0]) is not None or _BEGINS.match(head) is not None


def read(source: Source) -> Iterator[Document]:
    """Every message of the file, each followed by the mails and the copy attached to it."""
    charset = _CHARSET.search(source.head_text)
    decoded = source.decoded(charset[1] if charset else "")
    whole = Mapped(decoded.text)
    starts = line_starts(decoded.text)
    begins = [match.start() for match in _BEGINS.finditer(decoded.text)] or [0]
    bounds = list(itertools.pairwise([0, *begins[1:], len(decoded.text)]))
    for number, (start, end) in enumerate(bounds, 1):
        name = source.name if len(bounds) == 1 else f"{source.name}#{number}"
        try:
            message = email.message_from_string(decoded.text[start:end])
            reading = _Reading(source, starts, decoded.notices)
            yield from reading.documents(message, whole.slice(start, end), name)
        except RecursionError as error:
            raise ReaderError(name, "the message is nested too deeply to be read.") from error


class _Reading(NamedTuple):
    """What the messages of one file share."""

    source: Source
    starts: tuple[int, ...]
    notices: tuple[str, ...]

    def documents(self, message: Message, whole: Mapped, name: str) -> Iterator[Document]:
        """A message, the mails it holds, and the copy attached to it."""
        page = Page(notices=list(self.notices))
        parts = list(_parts(message))
        facts = _facts(message)
        _write_subject(page, whole)
        _write_story(page, parts, whole, is_passed_on(facts["headline"]))
        attached = _attached(page, parts, self.source, name)
        yield page.document(self.starts, id=name, source=self.source.name, format="email", **facts)
        inner = [part for part in parts if part.get_content_type() == "message/rfc822"]
        for number, part in enumerate(inner, 1):
            held = part.get_payload(0)
            if isinstance(held, Message):
                yield from self.documents(held, _place(held, whole), f"{name}#{number}")
        yield from attached


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold something, a mail inside the mail as one of them."""
    stack = [message]
    while stack:
        part = stack.pop()
        held = part.get_payload()
        if part.get_content_type() == "message/rfc822" or not isinstance(held, list):
            yield part
        elif part.get_content_maintype() != "message":  # reports of delivery are no copy
            stack.extend(reversed([inner for inner in held if isinstance(inner, Message)]))


def _place(message: Message, whole: Mapped) -> Mapped:
    """A mail inside a mail, from its first header on."""
    lines = [re.escape(f"{name}: {value}"[:200]) for name, value in message.items()[:8]]
    found = re.search(r"[^\n]*\n".join(lines), whole.text) if lines else None
    at = found.start() if found else 0
    return whole.slice(at, len(whole.text))


def _facts(message: Message) -> dict[str, Any]:
    sent = moment(str(message.get("date", "")))
    return {
        "language": str(message.get("content-language", "")).split(",")[0].strip(),
        "headline": _decoded_words(str(message.get("subject", ""))),
        "published": sent,
        "issued": sent,
        "guid": str(message.get("message-id", "")).strip("<> \r\n"),
    }


def _decoded_words(said: str) -> str:
    """A header's text, its encoded words ("=?utf-8?Q?...?=") as characters."""
    said = said[:_MAX_HEADER]
    try:
        parts = email.header.decode_header(said)
        text = "".join(
            part.decode(charset or "ascii", "replace") if isinstance(part, bytes) else part
            for part, charset in parts
        )
    except (ValueError, LookupError, email.errors.HeaderParseError):
        text = said
    return " ".join(text.split())


def _write_subject(page: Page, whole: Mapped) -> None:
    end = re.search(r"\r?\n\r?\n", whole.text)
    found = _SUBJECT.search(whole.text, 0, end.start() if end else len(whole.text))
    if found is None:
        return
    piece = whole.slice(*found.span(1))
    if "=?" in piece.text:
        piece = Mapped(_decoded_words(piece.text), piece.anchors[:1])
    mark = page.mark()
    page.flow(piece)
    page.zone(mark, "headline")
    page.gap("\n\n")


def _write_story(page: Page, parts: list[Message], whole: Mapped, passed_on: bool) -> None:
    """The plain texts of a message; its HTML where it has none, or one that only points to it."""
    at = 0
    written = False
    for kind in ("text/html",) if _is_stub(parts) else ("text/plain", "text/html"):
        for part in parts:
            if part.get_content_type() != kind or _file_name(part):
                continue
            payload = str(part.get_payload())
            at = max(whole.text.find(payload, at if kind == "text/plain" else 0), 0)
            body = _decoded(part, whole.slice(at, at + len(payload)))
            written = written or bool(body.text.strip())
            if kind == "text/html":
                html.write(page, parse(body))
            else:
                write_plain(page, _flowed(part, _plain_ends(body)), passed_on)
            page.gap("\n\n")
        if written:
            return


def _is_stub(parts: list[Message]) -> bool:
    """Is the plain text a mere "your program cannot show this mail"?"""
    words = {
        kind: sum(
            len(str(part.get_payload()).split())
            for part in parts
            if part.get_content_type() == kind
        )
        for kind in ("text/plain", "text/html")
    }
    return words["text/plain"] < min(30, words["text/html"] / 4)


def _flowed(part: Message, body: Mapped) -> Mapped:
    """The text with the line ends that `format=flowed` calls soft as the spaces before them."""
    if "flowed" not in str(part.get("content-type", "")).lower():
        return body
    return body.replaced(_SOFT_BREAK, lambda _: " ")


def _file_name(part: Message) -> str:
    try:
        return part.get_filename() or ""
    except (ValueError, LookupError, TypeError):
        return "unnamed"


def _decoded(part: Message, raw: Mapped) -> Mapped:
    """A part's text out of its transfer encoding, with its places kept where it has any."""
    encoding = str(part.get("content-transfer-encoding", "")).strip().lower()
    charset = _charset(part)
    if encoding == "quoted-printable":
        return raw.replaced(_QUOTED_PRINTABLE, lambda match: _from_printable(match[0], charset))
    if encoding == "base64":
        data = part.get_payload(decode=True)
        text = data.decode(charset, "replace") if isinstance(data, bytes) else raw.text
        start = raw.offset(0)
        # A person sees no place in base64: every line stands where the part begins.
        return Mapped(text, tuple((m.start(), start) for m in re.finditer(r"^", text, re.M)))
    return raw


def _charset(part: Message) -> str:
    said = _CHARSET.search(str(part.get("content-type", "")))
    try:
        "".encode(said[1] if said else "utf-8")
    except LookupError:
        return "utf-8"
    return said[1] if said else "utf-8"


def _from_printable(said: str, charset: str) -> str:
    digits = re.sub(r"=[ \t]*\r?\n|=", "", said)
    return bytes.fromhex(digits).decode(charset, "replace")


def _plain_ends(piece: Mapped) -> Mapped:
    plain = with_plain_newlines(piece.text)
    if plain.text == piece.text:
        return piece
    return Mapped(plain.text, tuple((at, piece.offset(there)) for at, there in plain.anchors))


def _attached(page: Page, parts: list[Message], source: Source, mail: str) -> list[Document]:
    """The documents that attachments hold; one that cannot be read is told of and passed over."""
    from numcheck.readers import read_bytes

    found: list[Document] = []
    for part in parts:
        name = _file_name(part)
        data = part.get_payload(decode=True) if _COPY_ATTACHED.search(name) else None
        if isinstance(data, bytes):
            called = f"{mail}#{name}"
            try:
                found.extend(read_bytes(data, called, limit_bytes=source.limit_bytes))
            except NumcheckError as error:
                page.notice(f"The attachment {name} could not be read: {error}")
    return found
