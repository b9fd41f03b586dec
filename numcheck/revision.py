"""Two versions of one story: which figures changed, and which were left behind.

Sentences are paired by the words they share, figures aside; figures of paired sentences are
paired by what they count. A change is "left behind" where the new version still gives the old
figure for the same thing elsewhere, in the headline, say. Correction notes are held against the
changes they ought to name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from numcheck.claims.event_words import event_of_people
from numcheck.model import Claim, Reading, Span
from numcheck.patterns import pattern
from numcheck.values import frozen

#: Sentences that share this much of their words are one sentence, rewritten (Dice coefficient).
SAME_SENTENCE = 0.5
#: The longest version that is compared sentence by sentence; beyond it order decides.
MOST_SENTENCES = 400

# How desks announce a correction, at the start of a line: wire notes to editors and web footnotes.
_NOTE = pattern(
    r"^[ \t(*\[]*(?:Eds?[.:]|\(?Editors?['’]? ?[Nn]ote|CORRECT(?:S|ED|ION|ING)\b"
    r"|Correct(?:s|ed|ion)\b|UPDATES?\b|Clarification\b|RECASTS\b|An earlier version"
    r"|This (?:story|article|report) (?:has been|was) corrected).*$",
    re.MULTILINE,
)
_COUNTS = frozenset({"count", "number"})
_WORD = pattern(r"[^\W\d_]{2,}")


@frozen
class Change:
    """A figure that the two versions give differently; one side is None if it came or went."""

    old: Claim | None
    new: Claim | None
    noted: bool = False

    @property
    def word(self) -> str:
        """What happened: "changed", "added" or "removed"."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"


@frozen
class Revision:
    """What became of the figures from one version to the next.

    `left_behind` pairs a change with a figure of the new version that still says the old value.
    `notes` are correction notes of the new version; `Change.noted` says whether one names it.
    """

    old: Reading
    new: Reading
    changes: tuple[Change, ...]
    left_behind: tuple[tuple[Change, Claim], ...]
    notes: tuple[Span, ...]
    unchanged: int


def revise(old: Reading, new: Reading) -> Revision:
    """Hold two versions of a story against each other, the older first."""
    notes = tuple(Span(*match.span()) for match in _NOTE.finditer(new.text))
    before, after = _figures(old, ()), _figures(new, notes)
    pairs = list(_paired(old, new, before, after))
    changes = tuple(_noted(change, new, notes) for change in _changes(pairs, before, after))
    return Revision(
        old=old,
        new=new,
        changes=changes,
        left_behind=tuple(_left_behind(changes, after)),
        notes=notes,
        unchanged=sum(_same_value(one, other) for one, other in pairs),
    )


def _figures(reading: Reading, notes: Sequence[Span]) -> list[Claim]:
    # A correction note repeats the old figure on purpose, so its figures are not the story's.
    return [
        claim
        for claim in reading.claims
        if claim.kind != "identifier" and not any(_within(claim, note) for note in notes)
    ]


def _within(claim: Claim, span: Span) -> bool:
    return span.start <= claim.start < span.end


def _paired(
    old: Reading, new: Reading, before: Sequence[Claim], after: Sequence[Claim]
) -> Iterator[tuple[Claim, Claim]]:
    """Figures of the two versions that tell of one thing."""
    ours, theirs = _by_sentence(before), _by_sentence(after)
    for one, other in _sentence_pairs(old, new, ours, theirs):
        left = list(theirs[other])
        for claim in ours[one]:
            partner = _partner(claim, left)
            if partner is not None:
                left.remove(partner)
                yield claim, partner


def _by_sentence(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    groups: dict[int, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.sentence, []).append(claim)
    return groups


def _sentence_pairs(
    old: Reading, new: Reading, ours: Iterable[int], theirs: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Sentences with figures, each paired with the likeliest of the other version, greedily."""
    first = {at: _words(old.sentence_text(at)) for at in list(ours)[:MOST_SENTENCES]}
    second = {at: _words(new.sentence_text(at)) for at in list(theirs)[:MOST_SENTENCES]}
    ranked = sorted(
        (
            (-likeness, abs(one - other), one, other)
            for one, words in first.items()
            for other, others in second.items()
            if (likeness := _dice(words, others)) >= SAME_SENTENCE
        ),
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for _, _, one, other in ranked:
        if one not in taken[0] and other not in taken[1]:
            taken[0].add(one)
            taken[1].add(other)
            yield one, other


def _words(text: str) -> Counter[str]:
    return Counter(match[0].lower() for match in _WORD.finditer(text))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


def _partner(claim: Claim, candidates: Sequence[Claim]) -> Claim | None:
    """The figure of the other version that counts the same: same noun first, then same kind."""
    alike = [other for other in candidates if _alike(claim, other)]
    same = [other for other in alike if _same_value(claim, other)]
    named = [other for other in alike if other.head == claim.head and claim.head]
    return next(iter(same or named or alike), None)


def _alike(one: Claim, other: Claim) -> bool:
    if one.kind == other.kind:
        return not (one.head and other.head) or one.head == other.head
    return {one.kind, other.kind} <= {"number", "count"}


def _same_value(one: Claim, other: Claim) -> bool:
    return (
        one.value == other.value
        and one.unit == other.unit
        and one.bound == other.bound
        and one.calendar == other.calendar
        and one.parts == other.parts
    )


def _changes(
    pairs: Sequence[tuple[Claim, Claim]], before: Sequence[Claim], after: Sequence[Claim]
) -> Iterator[Change]:
    for one, other in pairs:
        if not _same_value(one, other):
            yield Change(one, other)
    gone = {id(one) for one, _ in pairs}
    come = {id(other) for _, other in pairs}
    yield from (Change(claim, None) for claim in before if id(claim) not in gone)
    yield from (Change(None, claim) for claim in after if id(claim) not in come)


def _noted(change: Change, new: Reading, notes: Sequence[Span]) -> Change:
    """The change, marked if a correction note says its old or its new figure."""
    said = [claim for claim in new.claims if any(_within(claim, note) for note in notes)]
    figures = [claim for claim in (change.old, change.new) if claim is not None]
    named = any(note.value == figure.value for note in said for figure in figures)
    return Change(change.old, change.new, named)


def _left_behind(
    changes: Sequence[Change], after: Sequence[Claim]
) -> Iterator[tuple[Change, Claim]]:
    fresh = {id(change.new) for change in changes}
    for change in changes:
        if change.old is None or change.new is None:
            continue
        for claim in after:
            if id(claim) not in fresh and _still_says(claim, change.old):
                yield change, claim


def _still_says(claim: Claim, old: Claim) -> bool:
    """Does a figure of the new version give the old figure of the same thing?

    A sum, share, score or date is its own thing: "£4.2 million" in one story is one price. Of
    counts the noun must agree, or the event where a headline has none ("Twelve hurt").
    """
    if not _same_value(claim, old):
        return False
    if old.kind not in _COUNTS:
        return claim.kind == old.kind
    if not claim.head or event_of_people(claim.head):
        return claim.event == old.event and claim.kind in _COUNTS
    same_thing = claim.head == old.head or claim.noun_class == old.noun_class != ""
    return same_thing and _alike(claim, old)
