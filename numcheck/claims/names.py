"""Proper names of the copy, with what they name where the words around them tell.

A name is a run of capitalised words without the titles before it. A word that opens a sentence
counts only if it is no common opener, for every sentence begins with a capital letter.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from numcheck import data
from numcheck.model import Name
from numcheck.patterns import pattern
from numcheck.text import places
from numcheck.text.lexicon import compiled, lexicon

# At most eight words a name: longer runs are headlines in capitals.
_RUN = pattern(
    # The look back comes after the capital: a pattern that begins with one is found faster.
    r"[A-ZÀ-ÖØ-ÞĀ-Ž](?<![\w’'].)[\w’'.-]*\b"
    r"(?:[ \u00a0](?:(?:de|da|del|der|van|von|al|bin|of|and the|of the|la|le|du|dos|el)[ ])?"
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*){0,7}"
)
_SENTENCE_BREAK = frozenset('.!?:;\n“”"‘(•-–—|#')
_PERSON_AFTER = pattern(r",? (?:\d\d?,|\(\d\d?\)|aged? \d|who )|['’]s (?:wife|husband|son|father)")
#: "Holt (born 1958)", "Holt, who", "Holt said"; a plural so early is mostly a common noun.
_NAME_AFTER = pattern(
    r"(?<!s)(?: \(|, (?:who|of|the|a|\d)| (?:is|was|has|had|said|says|told|will|won|who|did)\b)"
)
_PLACING = frozenset(("in", "near", "throughout", "outside"))
_PLACE_KINDS = frozenset(
    ("city", "town", "village", "province", "region", "state", "district", "county", "capital",
     "port", "island", "suburb", "resort", "republic")
)  # fmt: skip
_OPENING_MARKS = "(\"'“‘[—–-"
#: What a run may end with that is no part of the name.
_STRAY = frozenset("s.'’-")


class Named(NamedTuple):
    """The names of a text in order, and the titles that were seen to belong to one person alone."""

    names: tuple[Name, ...]
    titles: Mapping[str, str]


class _Words(NamedTuple):
    calendar: frozenset[str]
    never: frozenset[str]
    openers: frozenset[str]
    titles: frozenset[str]
    roles: frozenset[str]
    organisations: frozenset[str]
    given: frozenset[str]
    places: frozenset[str]


@compiled
def _common() -> frozenset[str]:
    """Words so common that one with a capital at the head of a sentence is hardly a name."""
    table = (data.HERE / "lexicon/en/common-words.tsv").read_text(encoding="utf-8")
    return frozenset(line.split("\t")[0] for line in table.splitlines() if line[:1] != "#")


@compiled
def _words() -> _Words:
    listed = {key: frozenset(words) for key, words in lexicon("names").items()}
    listed["calendar"] |= {word.capitalize() for word in lexicon("grammar")["calendar"]}
    return _Words(**listed, places=frozenset(lexicon("places").get("words", ())))


def find(text: str) -> Named:
    """All names in order; `kind` is "" where nothing tells what a name stands for."""
    titles: dict[str, set[str]] = {}
    found = list(_runs(text, titles))
    inside = {word for run, opens in found if not opens for word in run.text.split(" ")}
    # A single word at the head of a sentence is a name if it is one elsewhere, or looks so.
    runs = [
        run
        for run, opens in found
        if not opens or run.kind or run.text in inside or _NAME_AFTER.match(text, run.end)
    ]
    people = {
        run.text.rsplit(" ", 1)[-1] for run in runs if run.kind == "person" and " " in run.text
    }
    names = tuple(
        Name(run.start, run.end, run.text, "person") if not run.kind and run.text in people else run
        for run in runs
    )
    return Named(names, _owned(titles))


def _owned(titles: Mapping[str, set[str]]) -> dict[str, str]:
    """Titles with their one bearer: "Ann Holt" for "mayor" if Holt and Ann Holt are all mayors."""
    owned = {}
    for title, bearers in titles.items():
        longest = max(bearers, key=len)
        if all(longest.endswith(bearer) for bearer in bearers):
            owned[title] = longest
    return owned


def _runs(text: str, titles: dict[str, set[str]]) -> Iterator[tuple[Name, bool]]:
    """Runs of capitalised words; the flag tells a single word that opens a sentence."""
    words = _words()
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0]
        first, _, rest = run.partition(" ")
        # "Jan Holt" is no month: a month has no surname.
        dates = first in words.calendar and not (rest and first in words.given)
        if dates or (not rest and (run in words.never or run in words.openers)):
            continue
        opens = _opens_sentence(text, start)
        if opens:
            if not rest and (first.lower() in _common() or first.endswith(("ing", "ly"))):
                continue
            told = first in words.openers or first.lower() in words.roles
            if rest and (told or first.endswith("-year-old")):
                start += len(first) + 1
        if rest or run[-1] in _STRAY:
            start += _calendar_length(text[start:end])
            end -= _ending(text[start:end])
        title = 0
        if rest:
            start += _office_length(text[start:end])
            title = _title_length(text[start:end])
        if title:
            bearer = text[start + title : end]
            titles.setdefault(text[start : start + title].strip().lower(), set()).add(bearer)
            start += title
        if start < end:
            kind = "person" if title else _kind(text, start, end)
            yield Name(start, end, text[start:end], kind), opens and not rest


def _calendar_length(run: str) -> int:
    """How many characters of a run are a day or month: "Sunday's " of "Sunday's Brenn Cup"."""
    words = _words()
    first, space, _ = run.partition(" ")
    bare = first[: len(first) - _ending(first)]
    if bare not in words.calendar or (space and first in words.given):
        return 0
    return len(first + space)


def _ending(run: str) -> int:
    """How many characters of a possessive or of stray marks close a run."""
    if not run or run[-1] not in _STRAY:
        return 0
    if run.endswith(("'s", "’s")):
        return 2
    return len(run) - len(run.rstrip(".'’-"))


def _title_length(run: str) -> int:
    """How many characters of a run are title: those of "Russian President " before a name."""
    titles = _words().titles
    at = length = 0
    for word in run.split(" ")[:-1]:
        at += len(word) + 1
        if word in titles:
            length = at
    return length


def _office_length(run: str) -> int:
    """How many characters of a run name an office: those of "President of " before a country."""
    first, of, _ = run.partition(" of ")
    return len(first + of) if of and first in _words().titles else 0


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_BREAK


def _kind(text: str, start: int, end: int) -> str:
    words = _words()
    run = text[start:end]
    if places.known(run):
        return "place"
    parts = run.split(" ")
    if not words.organisations.isdisjoint(parts) or (run.isupper() and 2 <= len(run) <= 6):
        return "organisation"
    before = text[max(0, start - 24) : start]
    placed = before[-1:] == " " and _is_placing(before.split())
    if placed and len(parts) == 1:
        return "place"  # "died at home in Brenn, aged 85": no person of that name
    if _PERSON_AFTER.match(text, end):
        return "person"
    if parts[-1].lower() in words.places:
        return "place"
    if before.rstrip().rpartition(" ")[2].lower() in words.roles:
        return "person"
    if placed:
        return "place"
    return "person" if len(parts) in (2, 3) and parts[0] in words.given else ""


def _is_placing(before: list[str]) -> bool:
    """Do the words before a name make it a place: "in", "the city of"?"""
    last = before[-1].lstrip(_OPENING_MARKS) if before else ""
    if last == "of" and len(before) > 1:
        return before[-2].lstrip(_OPENING_MARKS) in _PLACE_KINDS
    return last in _PLACING or last in _PLACE_KINDS
