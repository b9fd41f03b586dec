"""Proper names of the copy, with what they name where the words around them tell.

A name is a run of capitalised words. A sentence's first word counts only if the run goes on or the
name is met again elsewhere, for every sentence begins with a capital letter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from numcheck.model import Name
from numcheck.text import places
from numcheck.text.lexicon import compiled, lexicon

# At most eight words a name: longer runs are headlines in capitals.
_RUN = re.compile(
    r"(?<![\w’'])[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'.-]*\b"
    r"(?:[ \u00a0](?:(?:de|da|del|der|van|von|al|bin|of|and the|of the|la|le|du|dos|el)[ ]){0,1}"
    r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w’'-]*){0,7}"
)
_SENTENCE_BREAK = frozenset('.!?:;\n“”"‘(•-–—|#')
_PERSON_AFTER = re.compile(
    r",? (?:\d\d?,|\(\d\d?\)|aged? \d|who )|['’]s (?:wife|husband|son|father)"
)
_PLACE_BEFORE = re.compile(r"\b(?:in|near|across|throughout|outside|at|from|around) (?:the )?$")
_STRONG_PLACE = re.compile(
    r"\b(?:(?:city|town|village|province|region|state|district|county|capital|port|island|suburb"
    r"|resort|republic)(?: of)?|in|near|throughout|outside) $"
)


@compiled
def _words() -> dict[str, frozenset[str]]:
    listed = lexicon("names")
    return {key: frozenset(words) for key, words in listed.items()}


def find(text: str) -> list[Name]:
    """All names in order; `kind` is "" where nothing tells what a name stands for."""
    runs = list(_runs(text))
    people = {
        run.text.rsplit(" ", 1)[-1] for run in runs if run.kind == "person" and " " in run.text
    }
    return [
        Name(run.start, run.end, run.text, "person") if not run.kind and run.text in people else run
        for run in runs
    ]


def _runs(text: str) -> Iterator[Name]:
    words = _words()
    for found in _RUN.finditer(text):
        start, end = found.span()
        run = found[0]
        first, _, rest = run.partition(" ")
        if first in words["calendar"] or (not rest and run in words["never"]):
            continue
        if _opens_sentence(text, start):
            if not rest and (first in words["openers"] or first.endswith(("ing", "ly"))):
                continue
            if rest and first in words["openers"]:
                start += len(first) + 1
                run = text[start:end]
        run, end = _trimmed(run, end)
        if run:
            yield Name(start, end, run, _kind(text, start, end, run))


def _trimmed(run: str, end: int) -> tuple[str, int]:
    """Without a possessive ending."""
    if run.endswith(("'s", "’s")):
        return run[:-2], end - 2
    return run.rstrip(".'’-"), end - (len(run) - len(run.rstrip(".'’-")))


def _opens_sentence(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start].rstrip(" \u00a0")
    return not before or before[-1] in _SENTENCE_BREAK


def _kind(text: str, start: int, end: int, run: str) -> str:
    words = _words()
    if places.known(run):
        return "place"
    parts = run.split()
    if words["organisations"].intersection(parts) or (run.isupper() and 2 <= len(run) <= 6):
        return "organisation"
    if parts[0] in words["titles"] or _PERSON_AFTER.match(text, end):
        return "person"
    if parts[-1].lower() in _place_words():
        return "place"
    before = text[max(0, start - 24) : start]
    if before.rstrip().rsplit(" ", 1)[-1].lower() in words["roles"]:
        return "person"
    if _STRONG_PLACE.search(before):
        return "place"
    if len(parts) in (2, 3) and parts[0] in words["given"]:
        return "person"
    return ""


@compiled
def _place_words() -> frozenset[str]:
    return frozenset(lexicon("places").get("words", ()))
