"""Source texts with their translations, from the files that translators' desks keep.

Two files of copy (any format that can be read), two folders whose files match by name, or one file
of segments: TSV, JSONL, XLIFF (1.2 and 2.x), TMX. Segments are compared one by one.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from numcheck import readers
from numcheck.errors import ReaderError
from numcheck.readers import LIMIT_BYTES

#: Columns and keys that hold source and translation, in the order they are looked for.
SOURCE_NAMES = ("source", "src", "source_text", "original")
TARGET_NAMES = ("target", "tgt", "translation", "tgt_en", "target_text", "english", "en")
LANGUAGE_NAMES = ("source_lang", "src_lang", "source_language", "lang", "language")
ID_NAMES = ("id", "key", "segment", "name")

_XML = "{http://www.w3.org/XML/1998/namespace}lang"


class Segment(NamedTuple):
    """One text with its translation; `id` names it in findings. `language` may be unknown ("")."""

    id: str
    source: str
    target: str
    language: str = ""


def read_pairs(source: str | Path, target: str | Path | None = None) -> Iterator[Segment]:
    """The pairs of one file of segments, of two files, or of two folders matched by name.

    Raises ReaderError where a file cannot be read or two folders have no name in common.
    """
    source = Path(source)
    if target is None:
        yield from _segments(source)
        return
    target = Path(target)
    if source.is_dir() and target.is_dir():
        for ours, theirs in _matched(source, target):
            yield Segment(theirs.as_posix(), _text(ours), _text(theirs), _language(ours))
        return
    for path, other in ((source, target), (target, source)):
        if path.is_dir():
            raise ReaderError(str(path), f"is a folder, but {other} is a file")
    yield Segment(str(target), _text(source), _text(target), _language(source))


def _segments(path: Path) -> Iterator[Segment]:
    kinds = {
        ".tsv": _tsv, ".tab": _tsv, ".jsonl": _jsonl, ".ndjson": _jsonl,
        ".xlf": _xliff, ".xliff": _xliff, ".tmx": _tmx,
    }  # fmt: skip
    read = kinds.get(path.suffix.lower())
    if read is None:
        known = ", ".join(kinds)
        raise ReaderError(str(path), f"is no file of segments ({known}); give two files or folders")
    return read(path)


# Files and folders of copy -------------------------------------------------------------------


def _text(path: Path) -> str:
    return "\n\n".join(document.text for document in readers.read(path))


def _matched(source: Path, target: Path) -> Iterator[tuple[Path, Path]]:
    """Files of both folders with one name, their language suffix aside ("a.de.txt", "a.en.txt")."""
    ours, theirs = ({_key(top, p): p for p in _files(top)} for top in (source, target))
    if not ours.keys() & theirs.keys():
        raise ReaderError(str(target), f"has no file named as one of {source}")
    for key in sorted(ours.keys() & theirs.keys()):
        yield ours[key], theirs[key]


def _files(top: Path) -> list[Path]:
    return sorted(path for path in top.rglob("*") if path.is_file() and path.name[0] != ".")


def _key(top: Path, path: Path) -> str:
    return (path.relative_to(top).parent / path.name.split(".")[0]).as_posix()


def _language(path: Path) -> str:
    """The language that a file's name gives ("story.de.txt"); "" where it gives none."""
    from numcheck.translation.lexicon import codes

    middle = path.name.split(".")[1:-1]
    return next((part for part in middle if part in codes()), "")


# Files of segments -----------------------------------------------------------------------------


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise ReaderError(str(path), f"is larger than {LIMIT_BYTES >> 20} MB")
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise ReaderError(str(path), f"cannot be read: {error}") from error
    yield from enumerate(text.splitlines(), 1)


def _tsv(path: Path) -> Iterator[Segment]:
    """Source and translation in the first two columns, or in those that the header names."""
    columns: dict[str, int] | None = None
    for number, line in _lines(path):
        cells = next(csv.reader([line], delimiter="\t", quoting=csv.QUOTE_NONE), [])
        if columns is None:
            columns = _header(cells)
            if columns:
                continue
            columns = {"source": 0, "target": 1}
        if not line.strip():
            continue
        if len(cells) <= max(columns.values()):
            raise ReaderError(f"{path}:{number}", "has no translation column")
        named = {name: cells[at] for name, at in columns.items()}
        yield _segment(path, number, named)


def _header(cells: list[str]) -> dict[str, int]:
    """Columns by what they hold, if this line names source and target; else nothing."""
    lowered = [cell.strip().lower() for cell in cells]
    found = {}
    for what, names in _NAMES.items():
        at = next((lowered.index(name) for name in names if name in lowered), None)
        if at is not None:
            found[what] = at
    return found if {"source", "target"} <= found.keys() else {}


def _jsonl(path: Path) -> Iterator[Segment]:
    for number, line in _lines(path):
        if not line.strip():
            continue
        try:
            row: Any = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise ReaderError(f"{path}:{number}", f"is no JSON: {error}") from error
        if not isinstance(row, dict):
            raise ReaderError(f"{path}:{number}", "is no object with source and target")
        named = {
            what: str(next((row[n] for n in names if row.get(n) is not None), ""))
            for what, names in _NAMES.items()
        }
        if not any(row.get(name) is not None for name in SOURCE_NAMES):
            raise ReaderError(f"{path}:{number}", f"has none of the keys {', '.join(SOURCE_NAMES)}")
        yield _segment(path, number, named)


_NAMES = {
    "source": SOURCE_NAMES, "target": TARGET_NAMES, "language": LANGUAGE_NAMES, "id": ID_NAMES,
}  # fmt: skip


def _segment(path: Path, number: int, named: dict[str, str]) -> Segment:
    name = named.get("id") or str(number)
    return Segment(
        f"{path}#{name}", named["source"], named["target"], named.get("language", "").strip()
    )


def _xml(path: Path) -> Any:
    """The root element, read without entities, DTDs or network; oversized trees are refused."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        if path.stat().st_size > LIMIT_BYTES:
            raise ReaderError(str(path), f"is larger than {LIMIT_BYTES >> 20} MB")
        return etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise ReaderError(str(path), f"cannot be read: {error}") from error


def _words(element: Any) -> str:
    """The text of a segment, inline codes left out."""
    return "" if element is None else "".join(element.itertext("{*}*", with_tail=True)).strip()


def _xliff(path: Path) -> Iterator[Segment]:
    """Units with a source and a target; those not yet translated are left out."""
    root = _xml(path)
    language = root.get("srcLang", "")
    for file in root.iter("{*}file"):
        language_here = file.get("source-language") or language
        for number, unit in enumerate(file.iter("{*}trans-unit", "{*}segment"), 1):
            source, target = unit.find("{*}source"), unit.find("{*}target")
            if source is None or target is None or not _words(target):
                continue
            name = unit.get("id") or unit.getparent().get("id") or str(number)
            yield Segment(f"{path}#{name}", _words(source), _words(target), language_here)


def _tmx(path: Path) -> Iterator[Segment]:
    """Translation units with an English side and another."""
    for number, unit in enumerate(_xml(path).iter("{*}tu"), 1):
        sides = {
            (side.get(_XML) or side.get("lang") or "").lower(): _words(side.find("{*}seg"))
            for side in unit.iter("{*}tuv")
        }
        english = next((lang for lang in sides if lang.startswith("en")), None)
        other = next((lang for lang in sides if lang != english), None)
        if english is not None and other is not None:
            name = unit.get("tuid") or str(number)
            yield Segment(f"{path}#{name}", sides[other], sides[english], other)
