"""Bytes to characters, and what to tell the desk when that was not certain.

The order of trust: a byte order mark, UTF-8 (which foreign bytes almost never satisfy by chance),
what the file declares, Windows-1252. Broken text is reported and never mended: a repair would
change figures and places behind the desk's back.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from numcheck.errors import ReaderError
from numcheck.patterns import pattern

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: The first bytes of files that desks drop into the wrong folder, and what to do about each.
_BINARY = (
    (b"\xd0\xcf\x11\xe0", "an old Word or Office file; save it as .docx or plain text"),
    (b"{\\rtf", "a Rich Text file; save it as .docx or plain text"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"PK\x03\x04", "a zip archive; unpack it first"),
    (b"%PDF-", "a PDF; name it .pdf or pass --input-format pdf"),
    (b"PAR1", "a Parquet table; name it .parquet or pass --input-format parquet"),
    (b"\x7fELF", "a program"),
)
_DECLARED = pattern(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})|"""
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""",
    re.IGNORECASE,
)
#: UTF-8 read as Windows-1252 leaves pairs such as "â€™", "Ã©" and "Â£".
_MISREAD = pattern(
    "â€[\u0152-\u2122\x80-\xbf]|[ÃÂ][\u0152-\u0178\u2013-\u2122\x80-\xbf]|"
    "(?:[ÐÑ][\u0152-\u0178\u2013-\u2122\x80-\xbf]){2}|"
    "(?<=[a-z]{3})âs\\b|[\x80-\x9f]|\ufffd"
)
#: Control bytes that wire formats use: SOH, STX, ETX, EOT, DC1-DC4, SYN, RS and the like are
#: rare but honest; a text made of little else is none.
_CONTROL = bytes(set(range(32)) - {9, 10, 12, 13})
#: A flash of one line may hold as many marks of the wire as letters.
_ODD_IN_WIRE = bytes(set(_CONTROL) - {1, 2, 3, 4, 7, 14, 15, 17, 18, 19, 20, 22, 23, 27, 31})


#: Between the messages of a wire stand blanks for the teleprinter.
_PADDING = pattern(rb"(?:\A|(?<=\x04))[\0\x7f\r\n]+(?=[\x01\x16]|\Z)|\0+\Z")


_WIDE = pattern(r"[^\x00-\x7f]")


class Decoded(NamedTuple):
    """The characters of a file, and remarks on how they were come by."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: str = "") -> Decoded:
    """The text of a file; raises ReaderError where it is plainly not text."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return Decoded(data.decode(encoding, "replace").removeprefix("\ufeff"))
    wide = _unmarked_utf16(data)
    if wide:
        return Decoded(data.decode(wide, "replace"))
    refuse_binary(data, name)
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        return _decode_old(data, declared or declared_encoding(data), error.start)


def _decode_old(data: bytes, declared: str, bad_at: int) -> Decoded:
    """Text in an older encoding: the declared one, else Windows-1252 with a remark."""
    line = data.count(b"\n", 0, bad_at) + 1
    known = _known(declared)
    if known and known not in ("utf-8", "cp1252", "ascii"):
        try:
            return Decoded(data.decode(known))
        except UnicodeDecodeError:
            pass
    if known != "cp1252" and _is_mostly_utf8(data):
        said = f"not UTF-8 throughout (line {line}); what is not is read as Windows-1252"
        return Decoded(data.decode("utf-8", "numcheck-old"), (f"The file is {said}.",))
    text = data.decode("cp1252", "replace")
    if known == "cp1252":
        return Decoded(text)
    said = f"declared as {declared} but is not" if declared else "not UTF-8"
    return Decoded(text, (f"The file is {said} (line {line}); read as Windows-1252.",))


def _is_mostly_utf8(data: bytes) -> bool:
    """Do the bytes of characters that only UTF-8 writes outnumber those that it does not know?

    Two files were joined, or one was cut within a character; older text has next to none of them.
    """
    known = data.decode("utf-8", "ignore")
    encoded = len(known.encode("utf-8"))
    wide = encoded - len(known) + len(_WIDE.findall(known))
    return wide > len(data) - encoded


def _as_old(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8 as Windows-1252."""
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("numcheck-old", _as_old)


def _known(encoding: str) -> str:
    """Python's name of an encoding; ISO-8859-1 is taken for Windows-1252, as browsers do."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError):
        return ""
    return "cp1252" if name in ("iso8859-1", "cp1252") else name


def declared_encoding(data: bytes) -> str:
    """The encoding that an XML declaration or an HTML head names; "" if none."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii") if match else ""


def _unmarked_utf16(data: bytes) -> str:
    """UTF-16 without a mark: western text in it has a zero for every second byte."""
    head = data[:2000]
    zeros = head.count(0)
    if len(head) < 4 or zeros * 3 < len(head):
        return ""
    odd = head[1::2].count(0)
    if odd > 0.95 * zeros:
        return "utf-16-le"
    return "utf-16-be" if odd < 0.05 * zeros else ""


def refuse_binary(data: bytes, name: str) -> None:
    """Raise ReaderError if these bytes are no text, saying what they seem to be."""
    for magic, what in _BINARY:
        if data.startswith(magic):
            raise ReaderError(name, f"this is not text but {what}.")
    head = _PADDING.sub(b"", data[:8192])
    odd = _ODD_IN_WIRE if head[:1] in (b"\x01", b"\x16") else _CONTROL
    control = len(head) - len(head.translate(None, odd))
    if b"\0" in head or control * 10 > len(head):
        raise ReaderError(
            name, "this is a binary file, not copy; save it as text, HTML, .docx or a wire format."
        )


class Misread(NamedTuple):
    """The first trace of text having been decoded wrongly upstream."""

    start: int
    sample: str


def find_misread(text: str, language: str) -> Misread | None:
    """The first characters that no one wrote, with the words around them; None if all is well."""
    found = _MISREAD.search(text)
    if found is None or (found[0] == "âs" and not language.startswith("en")):
        return None
    sample = text[max(found.start() - 8, 0) : found.end() + 4]
    shown = (c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in sample)
    return Misread(found.start(), " ".join("".join(shown).split()))
