"""Scale words piled up on one figure: "1.5 million billion", "three thousand million".

The first is no number anybody means; the second is Spanish, Portuguese or old British for billion.
"Hundred thousand", "lakh crore" and "a million million" (said to explain a trillion) are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.links._common.needs import Needs
from numcheck.links._common.traces import beside, traces
from numcheck.model import Link, LinkKind, Reading, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

KIND = LinkKind(
    name="scale-words",
    summary="A figure with two scale words in a row.",
    roles=("figure",),
    facts=("what", "words", "first", "second"),
)


@compiled
def _scales() -> tuple[str, ...]:
    return tuple(scale.casefold() for scale in lexicon("links/traces")["scales"])


NEEDS = Needs(cues=_scales)

_NUMBER = r"\d[\d.,]{0,20}|one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|sixty"
#: 万 and 亿 word for word: "120 ten thousand", "3.5 hundred million".
_MYRIAD = r"(?:ten[ -]thousand|hundred[ -]million)"
_HUNDREDS = r" (?:one|two|three|four|five|six|seven|eight|nine) hundred"


@compiled
def _pattern() -> re.Pattern[str]:
    scales = "|".join(_scales())
    return pattern(
        rf"\b(?:{_NUMBER}) (?P<first>{scales})s?(?P<between>{_HUNDREDS})? (?P<second>{scales})s?\b"
        rf"|\b\d[\d.,]{{0,20}} {_MYRIAD}s?\b",
        re.IGNORECASE,
    )


@compiled
def _pair() -> re.Pattern[str]:
    """The scale words alone: much faster to look for than the whole."""
    scales = "|".join(_scales())
    return pattern(rf"(?:{scales})s?(?:{_HUNDREDS})? (?:{scales})|\d {_MYRIAD}")


def find(reading: Reading, options: Mapping[str, Any]) -> Iterator[Link]:
    """Every figure with two scale words, told as doubled or as a calque."""
    if not _pair().search(beside(reading)):
        return
    for match, figure in traces(_pattern(), reading):
        first, second = (match["first"] or "ten").lower(), (match["second"] or "thousand").lower()
        what = "calque" if (first, second) in _CALQUES else "doubled"
        if match["between"] and what == "doubled":
            continue  # "five million three hundred thousand" is a number
        facts = {"what": what, "words": match[0], "first": first, "second": second}
        yield Link(KIND.name, {"figure": figure}, cue=Span(*match.span()), facts=facts)


#: Mil millones, mil milhões; "thousand billion" likewise. The last is 万.
_CALQUES = frozenset({("thousand", "million"), ("thousand", "billion"), ("ten", "thousand")})
