"""E-mail: subject and plain text (or HTML) of a message, and the copy that is attached to it.

Signatures and quoted earlier mails are marked, since their telephone numbers and figures are not
those of this copy.
"""

from __future__ import annotations

import email
import email.header
import re
from collections.abc import Iterator
from email.message import Message
from typing import Any

from numcheck.errors import NumcheckError, ReaderError
from numcheck.model import Document
from numcheck.patterns import pattern
from numcheck.readers import html
from numcheck.readers._dates import moment
from numcheck.readers._lines import unwrapped
from numcheck.readers._mapped import Mapped
from numcheck.readers._markup import parse
from numcheck.readers._page import Page, line_starts
from numcheck.readers._source import Source, with_plain_newlines

#: Decoding a header takes the standard library quadratic time.
_MAX_HEADER = 2000
SUFFIXES = (".eml", ".mime", ".msg822")
_HEADERS = pattern(r"(?:From [^\n]{1,200}\n)?(?:[A-Za-z][\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*+)++")
_MAIL_ONLY = pattern(r"^(?:message-id|mime-version|received|return-path):", re.I | re.M)
_CHARSET = pattern(r"charset\s*=\s*\"?([\w.:-]{2,40})", re.IGNORECASE)
_SUBJECT = pattern(r"^subject:[ \t]*(\S[^\n]*(?:\n[ \t][^\n]*)*)", re.IGNORECASE | re.MULTILINE)
_QUOTED_PRINTABLE = pattern(r"(?:=[0-9A-Fa-f]{2}|=[ \t]{0,80}\r?\n)+")
_SIGNATURE = pattern(r"^-- {0,2}\n", re.MULTILINE)
_REPLY = pattern(
    r"^(?:On [^\n]{1,200}wrote:|Am [^\n]{1,200}schrieb[^\n]{0,80}:|-{3,9} ?Original[^\n]{1,40})\n"
    r"|^>",
    re.MULTILINE,
)
_COPY_ATTACHED = pattern(r"\.(?:docx|html?|txt|md|xml|json|nitf|pdf|csv)$", re.IGNORECASE)


def sniff(head: str) -> bool:
    """Does this begin with header lines that only e-mail has?"""
    headers = _HEADERS.match(head.replace("\r\n", "\n"))
    return headers is not None and _MAIL_ONLY.search(headers[0]) is not None


def read(source: Source) -> Iterator[Document]:
    """The message, then the copy attached to it."""
    charset = _CHARSET.search(source.head_text)
    decoded = source.decoded(charset[1] if charset else "")
    try:
        message = email.message_from_string(decoded.text)
        parts = [part for part in message.walk() if not part.is_multipart()]
    except RecursionError as error:
        raise ReaderError(source.name, "the message is nested too deeply to be read.") from error
    page = Page(notices=list(decoded.notices))
    whole = Mapped(decoded.text)
    _write_subject(page, whole)
    _write_story(page, parts, whole)
    attached = _attached(page, parts, source)
    starts = line_starts(decoded.text)
    yield page.document(
        starts, id=source.name, source=source.name, format="email", **_facts(message)
    )
    yield from attached


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


def _write_story(page: Page, parts: list[Message], whole: Mapped) -> None:
    """The plain texts of a message; its HTML where it has none."""
    at = 0
    written = False
    for kind in ("text/plain", "text/html"):
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
                _write_plain(page, _plain_ends(body))
            page.gap("\n\n")
        if written:
            return


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


def _write_plain(page: Page, body: Mapped) -> None:
    """A plain text: the copy, then what is quoted from earlier mails and the signature."""
    end = len(body.text)
    signature = _SIGNATURE.search(body.text)
    reply = _REPLY.search(body.text)
    cuts = sorted(
        [(m.start(), kind) for m, kind in ((reply, "note"), (signature, "boilerplate")) if m]
    )
    first = cuts[0][0] if cuts else end
    page.put(_trimmed(unwrapped(body.slice(0, first))))
    for number, (start, kind) in enumerate(cuts):
        stop = cuts[number + 1][0] if number + 1 < len(cuts) else end
        page.gap("\n\n")
        mark = page.mark()
        page.put(_trimmed(body.slice(start, stop)))
        page.zone(mark, "note" if kind == "note" else "boilerplate")


def _trimmed(piece: Mapped) -> Mapped:
    text = piece.text
    return (
        piece.slice(len(text) - len(text.lstrip()), len(text.rstrip()))
        if text.strip()
        else Mapped("")
    )


def _attached(page: Page, parts: list[Message], source: Source) -> list[Document]:
    """The documents that attachments hold; one that cannot be read is told of and passed over."""
    from numcheck.readers import read_bytes

    found: list[Document] = []
    for part in parts:
        name = _file_name(part)
        data = part.get_payload(decode=True) if _COPY_ATTACHED.search(name) else None
        if isinstance(data, bytes):
            called = f"{source.name}#{name}"
            try:
                found.extend(read_bytes(data, called, limit_bytes=source.limit_bytes))
            except NumcheckError as error:
                page.notice(f"The attachment {name} could not be read: {error}")
    return found
