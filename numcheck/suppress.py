"""What is not shown, on whose word, and until when: suppression made for prose.

Four ways, for four kinds of copy: a comment where the format has comments, a file beside the copy
or for a whole desk where it has none (anchored by quotation, since lines move), and a house mark
such as "(sic)". Each wants a reason. One that quiets nothing is reported, so that none outlives
its cause.

    <!-- numcheck: ignore part-exceeds-whole -- police figure, as spoken -->
    <!-- numcheck: disable money until 2027-01-31 -- series in local currency --> ... enable money
    <!-- numcheck: ignore-file calendar -- archive copy -->
"""

from __future__ import annotations

import datetime as dt
import math
import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from numcheck.errors import nearest
from numcheck.model import Finding, Place, Reading, Report, Span
from numcheck.patterns import pattern
from numcheck.toml_file import TomlFile
from numcheck.values import frozen

#: A file of this ending beside `story.txt` (`story.txt.numcheck.toml`) speaks of that file.
SIDECAR = ".numcheck.toml"
#: The rule under which a suppression that does nothing is reported.
UNUSED = "unused-suppression"

_COMMENT = pattern(r"\s*numcheck:\s*(?P<verb>[a-z-]+)\s*(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_VERBS = ("ignore", "ignore-file", "disable", "enable")
_REASON = pattern(r"(?:^|\s)(?:--|—|–)\s?")
_UNTIL = pattern(r"\buntil\s+(\d{4}-\d{2}-\d{2})\b", re.IGNORECASE)
_ENTRY_KEYS = ("rule", "quote", "document", "reason", "by", "expires")
_LONGEST_QUOTE = 1000


@frozen
class Suppression:
    """Findings of `rules` that touch `span` of a document are not shown.

    `rules` are rule, pack or tag names; none stands for all. `place` says where it was written,
    `at` where in the document. `problem` is why it does not count, "" if it does.
    """

    document: str
    span: Span
    rules: tuple[str, ...]
    reason: str
    place: str
    at: int = 0
    by: str = ""
    expires: dt.date | None = None
    mark: bool = False
    problem: str = ""

    def covers(self, finding: Finding, names: Iterable[str]) -> bool:
        """Does it speak of this finding, whether or not it counts?"""
        if self.rules and not set(self.rules) & {finding.rule, *names}:
            return False
        return any(
            place.document == self.document
            and place.start < self.span.end
            and self.span.start < place.end
            for place in (
                Place(finding.document, finding.start, finding.end),
                *finding.related,
            )
        )


def collect(
    readings: Sequence[Reading],
    files: Sequence[str | Path] = (),
    *,
    house_marks: Sequence[str] = (),
    require_reason: bool = True,
    today: dt.date | None = None,
) -> list[Suppression]:
    """Every suppression in the copy, in files beside it, and in `files`.

    Raises ConfigError for a mistake in a file and UsageError for one that is not there.
    """
    found: list[Suppression] = []
    for reading in readings:
        found += _from_comments(reading)
        found += _from_marks(reading, house_marks)
        sidecar = Path(f"{reading.document.source or reading.document.id}{SIDECAR}")
        if _exists(sidecar):
            found += _from_file(sidecar, [reading])
    for file in files:
        found += _from_file(Path(file), readings)
    today = today or dt.date.today()
    return [_judged(one, require_reason, today) for one in found]


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a document's name need not be a possible path
        return False


def apply(
    report: Report,
    suppressions: Sequence[Suppression],
    rules: Mapping[str, Sequence[str]],
    known: Collection[str] = (),
) -> Report:
    """The report without what is suppressed; suppressions that do nothing are info findings.

    `rules` gives the names (itself, its pack, its tags) of each rule that was applied, `known`
    those of all rules: what speaks only of rules that were not applied is not called unused.
    """
    shown: list[Finding] = []
    hidden: list[tuple[Finding, str]] = []
    used: set[int] = set()
    for finding in report.findings:
        names = rules.get(finding.rule, ())
        covering = [at for at, one in enumerate(suppressions) if one.covers(finding, names)]
        used.update(covering)
        valid = [suppressions[at] for at in covering if not suppressions[at].problem]
        if valid:
            hidden.append((finding, valid[0].reason))
        else:
            notes = (f"the suppression in {suppressions[at].place} does not count: "
                     f"{suppressions[at].problem}" for at in covering)  # fmt: skip
            shown.append(replace(finding, notes=(*finding.notes, *notes)))
    active = {name for names in rules.values() for name in names}
    unused = [
        _unused(one, active | set(known))
        for at, one in enumerate(suppressions)
        if at not in used and not one.mark and _could_be_used(one, active, known)
    ]
    return replace(report, findings=(*shown, *unused), suppressed=(*report.suppressed, *hidden))


def _could_be_used(one: Suppression, active: set[str], known: Collection[str]) -> bool:
    return not one.rules or any(name in active or name not in known for name in one.rules)


def _unused(one: Suppression, known: set[str]) -> Finding:
    wrong = [name for name in one.rules if name not in known]
    why = one.problem or "it suppresses nothing here"
    if wrong and not one.problem:
        close = nearest(wrong[0], known)
        hint = f"; did you mean {close!r}?" if close else ""
        why = f"there is no rule, pack or tag {wrong[0]!r}{hint}"
    message = f"the suppression in {one.place} is of no use: {why}"
    return Finding(
        UNUSED, "info", "high", message, one.document, one.at, one.at,
        fingerprint=f"{UNUSED}:{one.document}:{','.join(one.rules)}",
    )  # fmt: skip


def _judged(one: Suppression, require_reason: bool, today: dt.date) -> Suppression:
    if one.problem:
        return one
    if one.expires is not None and one.expires < today:
        return replace(one, problem=f"it ended on {one.expires.isoformat()}")
    if require_reason and not one.reason:
        return replace(one, problem="it gives no reason")
    return one


def _from_comments(reading: Reading) -> Iterator[Suppression]:
    document = reading.document
    disabled: dict[tuple[str, ...], tuple[int, Suppression]] = {}
    for comment in document.comments:
        match = _COMMENT.match(comment.text)
        if match is None:
            continue
        one = _parsed(reading, comment.start, match["rest"])
        verb = match["verb"].lower()
        if verb == "ignore":
            yield replace(one, span=_touched(reading, comment.start))
        elif verb == "ignore-file":
            yield replace(one, span=_all(reading))
        elif verb == "disable":
            disabled[one.rules] = (comment.start, one)
        elif verb == "enable":
            yield from _closed(disabled, one.rules, comment.start)
        else:
            known = ", ".join(_VERBS)
            yield replace(one, problem=f"{verb!r} is none of {known}")
    for start, one in disabled.values():
        yield replace(one, span=Span(start, len(reading.text)))


def _closed(
    disabled: dict[tuple[str, ...], tuple[int, Suppression]], rules: tuple[str, ...], end: int
) -> Iterator[Suppression]:
    """Ranges that end here: those of the same rules, or all where none is named."""
    for key in [key for key in disabled if not rules or key == rules]:
        start, one = disabled.pop(key)
        yield replace(one, span=Span(start, end))


def _parsed(reading: Reading, at: int, rest: str) -> Suppression:
    """`RULE, RULE until 2027-01-31 -- reason`, in whatever order the date comes."""
    until = _UNTIL.search(rest)
    problem, expires = "", None
    if until is not None:
        try:
            expires = dt.date.fromisoformat(until[1])
        except ValueError:
            problem = f"{until[1]} is no date"
        rest = rest[: until.start()] + rest[until.end() :]
    names, *reason = _REASON.split(rest, maxsplit=1)
    line, _ = reading.document.line_column(at)
    return Suppression(
        document=reading.document.id,
        span=Span(at, at),
        rules=tuple(word for word in re.split(r"[,\s]+", names) if word),
        reason=" ".join(" ".join(reason).split()),
        place=f"{reading.document.id or 'the copy'}:{line}",
        at=at,
        expires=expires,
        problem=problem or ("" if names.strip() else "it names no rule"),
    )


def _all(reading: Reading) -> Span:
    return Span(0, len(reading.text))


def _touched(reading: Reading, at: int) -> Span:
    """Alone in front of a block: that block. Inside one: the sentence it stands in or behind."""
    text = reading.text
    if at == 0 or text[at - 1] == "\n":
        end = text.find("\n\n", at)
        return Span(at, len(text) if end < 0 else end)
    return _sentence(reading, at - 1)


def _sentence(reading: Reading, at: int) -> Span:
    """The sentence in which, or behind which, an offset lies."""
    found = bisect_right(reading.sentences, (at, math.inf)) - 1
    if found < 0:
        return Span(at, at + 1)
    return Span(reading.sentences[found].start, max(at + 1, reading.sentences[found].end))


def _from_marks(reading: Reading, marks: Sequence[str]) -> Iterator[Suppression]:
    for mark in filter(None, marks):
        at = reading.text.find(mark)
        while at >= 0:
            line, _ = reading.document.line_column(at)
            span = _sentence(reading, at)
            yield Suppression(
                reading.document.id, span, (), f"marked {mark}",
                f"{reading.document.id or 'the copy'}:{line}", at, mark=True,
            )  # fmt: skip
            at = reading.text.find(mark, at + len(mark))


def _from_file(path: Path, readings: Sequence[Reading]) -> Iterator[Suppression]:
    file = TomlFile.read(path)
    table = file.parse()
    for key in table:
        if key != "ignore":
            close = nearest(key, ("ignore",))
            raise file.failure((key,), f"unknown key {key!r}; write [[ignore]] entries", close)
    entries = table.get("ignore", [])
    if not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise file.failure(("ignore",), "write [[ignore]] above each entry")
    for number, entry in enumerate(entries):
        yield from _entry(file, number, entry, readings)


def _entry(
    file: TomlFile, number: int, entry: Mapping[str, Any], readings: Sequence[Reading]
) -> Iterator[Suppression]:
    said = _checked(file, number, entry)
    line, _ = file.place(("ignore", number))
    matching = [
        reading
        for reading in readings
        if not said["document"] or _is_named(reading.document.id, said["document"])
    ]
    blank = Suppression(
        document=matching[0].document.id if matching else "",
        span=Span(0, 0),
        rules=said["rule"],
        reason=said["reason"],
        place=f"{file.path}:{line}",
        by=said["by"],
        expires=said["expires"],
    )
    anchored = [
        replace(blank, document=reading.document.id, span=span, at=span.start)
        for reading in matching
        for span in _quoted(reading, said["quote"])
    ]
    if anchored:
        yield from anchored
    elif matching:
        yield replace(blank, problem="the words it quotes are not in the copy any more")


def _checked(file: TomlFile, number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    for key, value in entry.items():
        if key not in _ENTRY_KEYS:
            reason = f"unknown key {key!r} (known: {', '.join(_ENTRY_KEYS)})"
            raise file.failure(("ignore", number, key), reason, nearest(key, _ENTRY_KEYS))
        texts = value if key == "rule" and isinstance(value, list) else [value]
        wanted: type = dt.date if key == "expires" else str
        if not all(type(text) is wanted for text in texts):
            what = "a date like 2027-01-31" if key == "expires" else "text"
            raise file.failure(("ignore", number, key), f"{key!r} must be {what}")
    if "rule" not in entry:
        raise file.failure(("ignore", number), "the key 'rule' is missing")
    rule = entry["rule"]
    said = dict.fromkeys(_ENTRY_KEYS, "") | {"expires": None} | dict(entry)
    return said | {"rule": tuple([rule] if isinstance(rule, str) else rule)}


def _is_named(document: str, pattern: str) -> bool:
    document = document.replace("\\", "/")
    return fnmatch(document, pattern) or fnmatch(document, f"*/{pattern}")


def _quoted(reading: Reading, quote: str) -> Iterator[Span]:
    """Where the words stand, whatever the white space between them; all of it without a quote."""
    words = quote[:_LONGEST_QUOTE].split()
    if not words:
        yield _all(reading)
        return
    pattern = r"\s+".join(map(re.escape, words))
    for match in re.finditer(pattern, reading.text):
        yield Span(*match.span())
