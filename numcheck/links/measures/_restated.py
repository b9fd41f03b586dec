"""Where copy says one figure twice in a row: "50 miles (80 km)", "$5m, or 4.6m euros".

The second figure restates the first in other words. Which units or currencies may meet is for the
kinds that ask; this module only knows the wording that ties two neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from numcheck.model import Claim, Reading
from numcheck.patterns import pattern

#: Straight after the first figure: "(", ", or", "/", "=" and their longer cousins.
_TIE = pattern(
    r"\s?[(\[]\s?(?:or |i\.e\.,? |that is,? |equal to |equivalent to |the equivalent of )?"
    r"(?:about )?"
    r"| [-–—] "
    r"|,? or (?:about )?|\s?[/=]\s?|,? i\.e\.,? |, that is,? "
    r"|,? (?:which is )?(?:equal|equivalent) to |,? the equivalent of "
    r"|(?:,| -| –| —) (?:which|that|this)(?:['’]s| is| makes| means| equals| amounts to"
    r"| comes to),? (?:about |almost |nearly |some )?|, meaning "
    r"|, or (?:almost |nearly |some |just (?:over|under) )",
    re.IGNORECASE,
)
#: "900 hectares of pine forest, or 2,200 acres": the tie comes after what is measured.
_TIE_AFTER_NOUN = pattern(
    r"(?: [a-z][\w'-]*){1,6},? (?:or|that is,?|i\.e\.,?|which is|(?:which )?equals|equal to|"
    r"equivalent to|the equivalent of) (?:about |almost |nearly |some )?"
)
#: Between two sentences, the second of which begins by saying the figure of the first anew.
_NEXT_SENTENCE = pattern(
    r"[^.!?\n]{0,60}[.!?]?[\"”’]?\s{1,2}[\"“‘]?"
    r"(?:in other words,? |in (?:metric|imperial)(?: terms| units)?,? )?"
    r"(?:(?:that|this|it)(?:['’]s| is| was| makes| means| equals| is equal to| comes to| amounts to"
    r"| would be)|(?:or|which is|i\.e\.,?)) (?:about |almost |nearly |some |just (?:over|under) )?",
    re.IGNORECASE,
)
#: "900 hectares of land (2,200 acres)": a few plain words, then a bracket.
_BRACKET_AFTER_NOUN = pattern(r"[\w' -]{1,40}\s[(\[]\s?(?:or )?")
#: What may follow the second figure if it restates the first and does not begin a new statement.
_CLOSED = pattern(
    r"\s?[)\]/;,.!?\"”]|\s[-–—]\s"
    r"|\s(?:and|at|in|of|on|to|from|for|by|with|a day|too|high|tall|long|deep|wide|away)\b"
)
#: "(2,200 acres)", "(160 feet high)", "(250,000 farmers)".
_BRACKET_CLOSED = pattern(r"\s?(?:[)\]/;,]|[a-z]{3,20}\))")
#: "(Rs 60 lakh at the railway's reckoning)", "($5 million by today's rate)"
_BY_WHOM = pattern(r" (?:at|by|in) [^()]{1,50}\)")
#: "The tunnel is eight kilometres long. At 13 miles, it is the longest": so is the subject.
_AT = pattern(
    r"[^.!?\n]{0,60}[.!?][\"”’]?\s{1,2}At (?:about |almost |nearly |just (?:over|under) )?"
)
_AT_GOES_ON = pattern(r", (?:it|the|this|that|they|its)\b")
#: "45,000 yen is $300": between sums of two currencies these restate, too.
_MONEY_TIES = frozenset({" ", " is ", " are ", " equals ", " makes ", " means ", " buys "})
#: How many characters may lie between two sentences' figures, or two neighbours.
_FARTHEST, _FARTHEST_BESIDE = 120, 45


class Restated(NamedTuple):
    """Two neighbouring figures of which the second restates the first.

    `direct` is false where words stand between the first figure and the bracket.
    """

    stated: Claim
    again: Claim
    direct: bool


def restatements(reading: Reading) -> tuple[Restated, ...]:
    """Neighbouring figures tied as one figure said twice, in order; made once."""
    if "restatements" not in reading.cache:
        reading.cache["restatements"] = (*_side_by_side(reading), *_over_sentences(reading))
    found: tuple[Restated, ...] = reading.cache["restatements"]
    return found


def _side_by_side(reading: Reading) -> Iterator[Restated]:
    text = reading.text
    for one, other in zip(reading.claims, reading.claims[1:], strict=False):
        if other.start - one.end > _FARTHEST_BESIDE:
            continue
        gap = text[one.end : other.start]
        after = text[other.end : other.end + 12]
        bracketed = "(" in gap or "[" in gap
        closed = (_BRACKET_CLOSED if bracketed else _CLOSED).match(after) or not after.strip()
        money = one.kind == other.kind == "money"
        if not closed and not (money and bracketed and _BY_WHOM.match(text, other.end)):
            continue
        if (
            _TIE.fullmatch(gap)
            or (money and gap in _MONEY_TIES)
            or (gap == ", " and other.bound == "about")
        ):
            yield Restated(one, other, True)
        elif (bracketed and _BRACKET_AFTER_NOUN.fullmatch(gap)) or _TIE_AFTER_NOUN.fullmatch(gap):
            yield Restated(one, other, False)


def _over_sentences(reading: Reading) -> Iterator[Restated]:
    """ "Some 12,000 litres had leaked. "That is 3,200 gallons," …": said anew at once."""
    for one, other in zip(reading.claims, reading.claims[1:], strict=False):
        if other.sentence - one.sentence == 1 and other.start - one.end < _FARTHEST:
            after = reading.text[other.end : other.end + 12]
            gap = reading.text[one.end : other.start]
            said = _NEXT_SENTENCE.fullmatch(gap) and (_CLOSED.match(after) or not after.strip())
            if said or (_AT.fullmatch(gap) and _AT_GOES_ON.match(after)):
                yield Restated(one, other, False)
