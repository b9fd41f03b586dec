"""A bare figure where the wording promises a sum of money or a measure: "a loan of 1.2 billion".

Currency signs and units are easily lost in translation. A figure whose unit the story has settled
close by ("paid 900 crowns … paid 300 more in spring") lacks nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from numcheck.links._common.book import Book, book
from numcheck.model import Claim, Link, LinkKind, Reading, Span

KIND = LinkKind(
    name="missing-unit",
    summary="A bare figure after words that promise money or a measure.",
    roles=("figure",),
    facts=("what", "promise"),
)

_BEFORE_CHARS = 100
_SEVERAL = 3
_LARGE = 100_000


def _words(reading: Reading) -> Book:
    return book("missing", reading.document.language)


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure that lacks what the words before it promise."""
    bare = [link for claim in reading.claims for link in _bare(claim, reading)]
    style = bool(bare) and _names_no_currency(bare, reading)
    yield from (link for link in bare if not (style and link.facts["what"] == "currency"))


def _names_no_currency(bare: Sequence[Link], reading: Reading) -> bool:
    """Copy that names no currency anywhere, and has several sums, does not mean to."""
    if any(claim.unit for claim in reading.claims if claim.kind == "money"):
        return False
    sums = sum(link.facts["what"] == "currency" for link in bare)
    large = sum(_is_bare(claim) and _is_large(claim, reading) for claim in reading.claims)
    return sums > 1 or (sums == 1 and large >= _SEVERAL)


def _is_bare(claim: Claim) -> bool:
    return claim.kind in ("number", "money") and not (claim.unit or claim.head)


def _bare(claim: Claim, reading: Reading) -> Iterator[Link]:
    if claim.unit or claim.kind not in ("number", "count", "money"):
        return
    if claim.bound == "vague":
        return  # "spending trillions" is a manner of speaking
    if not _words(reading).patterns["no_noun"].match(reading.text[claim.end : claim.end + 25]):
        return
    found = _promise(claim, reading)
    if found is None or _is_number(found[1], reading) or _is_settled(claim, found[0], reading):
        return
    what, cue = found
    facts = {"what": what, "promise": reading.text[cue.start : cue.end]}
    yield Link(KIND.name, {"figure": claim}, cue=cue, facts=facts)


def _is_number(cue: Span, reading: Reading) -> bool:
    """ "The number of loans stood at", "put the number at": no sum is promised."""
    says, before = _words(reading).says, reading.text[max(0, cue.start - 24) : cue.start]
    return says("counted", reading.text[cue.start : cue.end]) or says("amount_of", before)


def _promise(claim: Claim, reading: Reading) -> tuple[str, Span] | None:
    """What the words before a figure promise, and these words."""
    words = _words(reading)
    start = max(reading.sentences[claim.sentence].start, claim.start - _BEFORE_CHARS)
    before = reading.text[start : claim.start]
    large = _is_large(claim, reading)
    for name in ("always", *(["large"] if large else []), *words.words["measures"]):
        found = words.patterns[name].search(before)
        if found:
            what = name if name in words.words["measures"] else "currency"
            return what, Span(start + found.start("promise"), start + found.end("promise"))
    cue = _money_talk(claim, start, reading) if large else None
    return ("currency", cue) if cue else None


def _money_talk(claim: Claim, start: int, reading: Reading) -> Span | None:
    """What makes money of a large figure: words after it, or a verb and a word of the sentence."""
    words = _words(reading)
    after = words.patterns["in_money"].match(reading.text, claim.end)
    if after:
        return Span(*after.span())
    paid = words.patterns["paying"].search(reading.text, start, claim.start)
    verb = paid or words.patterns["verb"].search(reading.text, start, claim.start)
    if verb is None or _follows_count(claim, reading):
        return None
    told = paid or words.says("context", reading.sentence_text(claim.sentence))
    return Span(*verb.span("promise")) if told else None


def _follows_count(claim: Claim, reading: Reading) -> bool:
    """ "Ordered 10 million masks and gave 2 million to": is it some of a large count?"""
    before = (c for at in (claim.sentence - 1, claim.sentence) for c in reading.in_sentence(at))
    counts = (c for c in before if c.kind == "count" and c.start < claim.start)
    return any(_is_large(count, reading) for count in counts)


def _is_large(claim: Claim, reading: Reading) -> bool:
    return claim.value >= _LARGE or _words(reading).says("scale", claim.text)


def _is_settled(claim: Claim, what: str, reading: Reading) -> bool:
    """Does the same passage give a figure of the promised kind with its unit, or tell of a game?

    "5.2 million tonnes … with imports of 0.2 million": of two large figures the unit serves both.
    """
    wanted = "money" if what == "currency" else "measure"
    passage = range(claim.sentence - 2, claim.sentence + 3)
    near = [other for sentence in passage for other in reading.in_sentence(sentence) if other.unit]
    if any(other.kind == wanted for other in near):
        return True
    if not _is_large(claim, reading):
        return _is_game(claim, reading)
    return any(other.kind == "measure" and _is_large(other, reading) for other in near)


def _is_game(claim: Claim, reading: Reading) -> bool:
    first = max(0, claim.sentence - 1)
    last = min(len(reading.sentences) - 1, claim.sentence + 1)
    start, end = reading.sentences[first].start, reading.sentences[last].end
    return _words(reading).says("game", reading.text[start:end])
