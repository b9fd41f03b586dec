"""A bare figure where the wording promises a sum of money or a measure: "a loan of 1.2 billion".

Currency signs and units are easily lost in translation. A figure whose unit the story has settled
close by ("paid 900 crowns … paid 300 more in spring") lacks nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from numcheck.model import Claim, Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

KIND = LinkKind(
    name="missing-unit",
    summary="A bare figure after words that promise money or a measure.",
    roles=("figure",),
    facts=("what", "promise"),
)

_BEFORE_CHARS = 100
_SEVERAL = 3
#: What may follow a figure that counts nothing: no noun, but the rest of the sentence.
_NO_NOUN = pattern(
    r"\s*(?:[.;:,)\]\"”’?!]|$|(?:to|from|for|with|in|on|at|by|of|after|before|when|while|as|and|but|or|"
    r"over|under|per|within|during|since|until|an? (?:year|month|week|day|hour|night|head|person|"
    r"ticket|litre|liter|kilo|share|piece|time)|each|apiece|this|last|next|that|which|who|"
    r"yesterday|today|earlier|more|less|so|because|if|was|were|is|are|has|had|will|would|between|"
    r"the|against|through|into|out|outright|instead|is|not)\b)",
    re.IGNORECASE,
)
#: Words that may stand between the promise and the figure.
_FILLER = (
    r"(?: (?:a|an|the|about|around|some|nearly|almost|over|just|only|up to|as much as|more than"
    r"|less than|at least|roughly|approximately|another|him|her|it|them|total(?: of)?)){0,3} ?$"
)


_NUMBER_OF = pattern(r"\b(?:number|total|tally|count) of (?:the |its |such |new )?$", re.IGNORECASE)


_COUNTED = pattern(
    r"\b(?:number|numbers|toll|crowd|turnout|attendance|audience|population|membership|readership)\b"
)


@compiled
def _promises() -> tuple[tuple[str, bool, re.Pattern[str]], ...]:
    """What is promised, whether only large figures count, and the wording before the figure."""
    words = lexicon("links/missing")
    found = [
        ("currency", False, _pattern(words["money"]["always"])),
        ("currency", True, _pattern(words["money"]["large"])),
    ]
    found += [(what, False, _pattern(cues)) for what, cues in words["measure"].items()]
    return tuple(found)


def _pattern(cues: list[str]) -> re.Pattern[str]:
    return pattern(rf"\b(?P<promise>{'|'.join(cues)}){_FILLER}", re.IGNORECASE)


@compiled
def _scale() -> re.Pattern[str]:
    scales = "|".join(lexicon("links/missing")["scales"])
    return pattern(rf"(?:{scales})s?\b", re.IGNORECASE)


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
    large = sum(_is_bare(claim) and _is_large(claim) for claim in reading.claims)
    return sums > 1 or (sums == 1 and large >= _SEVERAL)


def _is_bare(claim: Claim) -> bool:
    return claim.kind in ("number", "money") and not (claim.unit or claim.head)


def _bare(claim: Claim, reading: Reading) -> Iterator[Link]:
    if claim.unit or claim.kind not in ("number", "count", "money"):
        return
    if claim.bound == "vague":
        return  # "spending trillions" is a manner of speaking
    if not _NO_NOUN.match(reading.text[claim.end : claim.end + 25]):
        return
    found = _promise(claim, reading)
    if found is None or _is_number(found[1], reading) or _is_settled(claim, found[0], reading):
        return
    what, cue = found
    facts = {"what": what, "promise": reading.text[cue.start : cue.end]}
    yield Link(KIND.name, {"figure": claim}, cue=cue, facts=facts)


def _is_number(cue: Span, reading: Reading) -> bool:
    """ "The number of loans stood at", "put the number at": no sum is promised."""
    counted = _COUNTED.search(reading.text, cue.start, cue.end)
    return bool(counted or _NUMBER_OF.search(reading.text[: cue.start][-24:]))


def _promise(claim: Claim, reading: Reading) -> tuple[str, Span] | None:
    start = max(reading.sentences[claim.sentence].start, claim.start - _BEFORE_CHARS)
    before = reading.text[start : claim.start]
    for what, only_large, words in _promises():
        found = words.search(before)
        if found and (not only_large or _is_large(claim)):
            return what, Span(start + found.start("promise"), start + found.end("promise"))
    cue = _money_talk(claim, start, reading) if _is_large(claim) else None
    return ("currency", cue) if cue else None


class _Talk(NamedTuple):
    """What makes money of a large figure: words after it, or a verb and a word of the sentence."""

    after: re.Pattern[str]
    verb: re.Pattern[str]
    context: re.Pattern[str]


@compiled
def _talk() -> _Talk:
    words = lexicon("links/missing")["money"]
    after, verbs, context = ("|".join(words[name]) for name in ("after", "verbs", "context"))
    return _Talk(
        re.compile(rf" (?:{after})\b", re.IGNORECASE),
        # Whom it is given may stand between: "give the fishermen 90 million".
        re.compile(rf"\b(?P<promise>{verbs})(?: [a-z'’-]+){{0,5}} $", re.IGNORECASE),
        re.compile(rf"\b(?:{context})\b", re.IGNORECASE),
    )


def _money_talk(claim: Claim, start: int, reading: Reading) -> Span | None:
    talk = _talk()
    after = talk.after.match(reading.text, claim.end)
    if after:
        return Span(*after.span())
    verb = talk.verb.search(reading.text, start, claim.start)
    if verb is None or not talk.context.search(reading.sentence_text(claim.sentence)):
        return None
    return Span(*verb.span("promise"))


def _is_large(claim: Claim) -> bool:
    return bool(_scale().search(claim.text)) or claim.value >= 100_000


def _is_settled(claim: Claim, what: str, reading: Reading) -> bool:
    """Does the same passage give a figure of the promised kind with its unit, or tell of a game?

    "5.2 million tonnes … with imports of 0.2 million": of two large figures the unit serves both.
    """
    wanted = "money" if what == "currency" else "measure"
    passage = range(claim.sentence - 2, claim.sentence + 3)
    near = [other for sentence in passage for other in reading.in_sentence(sentence) if other.unit]
    if any(other.kind == wanted for other in near):
        return True
    if any(other.kind == "measure" and _is_large(other) and _is_large(claim) for other in near):
        return True
    return not _is_large(claim) and _is_game(claim, reading)


def _is_game(claim: Claim, reading: Reading) -> bool:
    first = max(0, claim.sentence - 1)
    last = min(len(reading.sentences) - 1, claim.sentence + 1)
    start, end = reading.sentences[first].start, reading.sentences[last].end
    return _games().search(reading.text, start, end) is not None


@compiled
def _games() -> re.Pattern[str]:
    return pattern(rf"\b(?:{'|'.join(lexicon('links/missing')['games'])})\b")
