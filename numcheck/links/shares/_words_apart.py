"""A share in words and the figures told for it in the next sentence: "Most of the 64 tenants want a
lift ... 23 were in favour", "Fewer than a third are vaccinated. Of 800, 340 have had the jab".

The two are one share where what is said of both is one event, and nothing narrows the second, or
where both are told to agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from numcheck.links._common.book import Book, book
from numcheck.links._common.near import is_count
from numcheck.links._common.wording import figures, masked, with_figures
from numcheck.model import Claim, Reading, Span

#: How far after the wording a figure's verb may end its clause.
_AFTER = 60
_BEFORE = 20
_COUNTED_OFF = ("ratio", "percent")


class Told(NamedTuple):
    """A share in words with what is shown for it: a share, or a part and its whole."""

    word: Span
    shown: Claim | tuple[Claim, Claim]


class _Phrase(NamedTuple):
    """A share in words, what is said of it, and its whole where that is counted."""

    word: Span
    said: str
    event: str
    whole: Claim | None


def told_apart(reading: Reading) -> Iterator[Told]:
    """Every share in words that the next sentence gives figures for."""
    words = book("share-word", reading.document.language)
    text = masked(reading).text
    for at, claims in with_figures(reading) if words.patterns else ():
        phrase = _phrase(reading, words, at - 1) if at else None
        shown = _shown(words, text, claims, phrase) if phrase else None
        if phrase and shown and _is_one(reading, words, phrase, shown):
            yield Told(phrase.word, shown)


def _phrase(reading: Reading, words: Book, at: int) -> _Phrase | None:
    """The only share in words of a sentence."""
    start, end = reading.sentences[at]
    found = [*words.patterns["share_in_words"].finditer(masked(reading).text, start, end)]
    if len(found) != 1:
        return None
    said = masked(reading).text[found[0].end() : end]
    claims = [c for c in figures(reading, at) if c.start >= found[0].start()]
    whole = masked(reading).at.get(found[0].start("whole"))
    others = [c for c in claims if c is not whole and c.start != found[0].start("word")]
    if others or words.says("denies", said):
        return None
    told = whole or masked(reading).at.get(found[0].start("word"))
    return _Phrase(Span(*found[0].span("word")), said, told.event if told else "", whole)


def _shown(
    words: Book, text: str, claims: Sequence[Claim], phrase: _Phrase
) -> Claim | tuple[Claim, Claim] | None:
    """The share of a sentence, or its part and whole."""
    counts = [claim for claim in claims if is_count(claim)]
    shares = [claim for claim in claims if claim.kind in _COUNTED_OFF]
    if len(shares) == 1 and not counts:
        return shares[0]
    if shares or not counts or any(claim.role != "level" for claim in counts):
        return None
    if len(counts) == 1:
        named = phrase.whole.head if phrase.whole else ""
        return (counts[0], phrase.whole) if phrase.whole and counts[0].head in ("", named) else None
    one, other = counts[:2]
    before, between = text[max(0, one.start - _BEFORE) : one.start], text[one.end : other.start]
    if words.says("whole_first", f"{before}<{between}"):
        return other, one
    return (one, other) if words.says("whole_last", between) else None


def _is_one(
    reading: Reading, words: Book, phrase: _Phrase, shown: Claim | tuple[Claim, Claim]
) -> bool:
    """Is one thing said of both?"""
    part, whole = shown if isinstance(shown, tuple) else (shown, None)
    if not _counts_the_same(phrase, part, whole):
        return False
    end = reading.sentences[part.sentence].end
    after = masked(reading).text[part.end : end]
    if words.says(
        "another_time", masked(reading).text[reading.sentences[part.sentence].start : end]
    ):
        return False
    if words.says("assents", phrase.said) and words.says("assented", after):
        return True
    if _called_the_same(words, phrase.said, after):
        return True
    verb = part.evidence.get("event")
    if not part.event or part.event != phrase.event or verb is None or verb.start < part.end:
        return False
    return words.says("clause_ends", masked(reading).text[verb.end : verb.end + _AFTER])


def _called_the_same(words: Book, said: str, after: str) -> bool:
    """ "Most of the 14 piers are unsafe ... It lists three of the 14 as unsafe"."""
    one = words.patterns["called"].match(said)
    other = words.patterns["called_so"].match(after)
    return bool(one and other and one["quality"] == other["quality"])


def _counts_the_same(phrase: _Phrase, part: Claim, whole: Claim | None) -> bool:
    """Are the figures of those whom the words are of, as far as the copy names them?"""
    if whole and phrase.whole and whole.value != phrase.whole.value:
        return False
    heads = {part.head, whole.head if whole else ""} - {"", "person"}
    named = phrase.whole.head if phrase.whole else ""
    return all(head == named or head in phrase.said for head in heads)
