"""Number words that are no figures: "one of the", "a third man", "the second", "half-time"."""

from __future__ import annotations

import re

from numcheck.extract.figure import Copy, Figure

_AFTER_ONE = re.compile(
    r"[ ,-]*(?:of\b|another|by one|or another|or the other|thing\b|can\b|could\b|should\b|would\b|will\b|must\b|may\b|might\b|that\b|which\b|who\b|whose\b|with\b|is\b|was\b|has\b|had\b|"
    r"does\b|day\b|time\b|more time|and the same|and only|at a time|to\b|in which|such\b|where\b|way or|for\b|from\b|on\b|as\b|at\b|but\b|and\b|or\b(?! two)|if\b|it\b|he\b|she\b|they\b|you\b|we\b|i\b|['’]s\b|['’]s self|self\b|needs?\b|wants?\b|said\b|says\b|by\b|than\b|after\b|before\b|so\b|not\b|the\b|a\b|an\b|am\b|pm\b|piece of|$|[.;:!?)\"”])"
)
_BEFORE_ONE = frozenset(
    {
        "no",
        "this",
        "that",
        "the",
        "which",
        "each",
        "every",
        "any",
        "another",
        "some",
        "someone",
        "everyone",
        "last",
        "next",
        "first",
        "only",
        "other",
        "number",
        "day",
        "square",
        "a",
        "new",
        "old",
        "big",
        "good",
        "bad",
        "great",
        "best",
        "worst",
        "his",
        "her",
        "my",
        "your",
        "their",
        "its",
        "our",
        "little",
        "whole",
        "same",
        "wrong",
        "right",
        "previous",
        "current",
        "not",
        "as",
        "formula",
        "air",
        "phase",
        "loved",
        "second",
        "third",
        "these",
        "those",
    }
)
_HALF_AFTER = re.compile(
    r" (?:of\b|the\b|an?\b|that\b|those\b|their\b|its\b|his\b|her\b|my\b|your\b|our\b|as\b|this\b|these\b|what\b|[a-z]+ (?:of|a)\b)|-(?:hour|mile|day|year|century|inch|point|million|billion|dozen|percent|centur)|[.,;)]| (?:were|was|is|are|have|had|said|would)\b|$"
)
_HALF_BEFORE = frozenset(
    {
        "first",
        "second",
        "other",
        "better",
        "1st",
        "2nd",
        "opening",
        "final",
        "latter",
        "top",
        "bottom",
        "lower",
        "upper",
        "back",
        "front",
        "northern",
        "southern",
        "eastern",
        "western",
        "each",
        "either",
        "one",
        "last",
        "same",
        "early",
        "this",
        "another",
        "and",
        "half",
    }
)
_SHARE_AFTER = re.compile(
    r"[ -](?:of\b|as\b|less\b|more\b|fewer\b|higher\b|lower\b|larger\b|smaller\b|from\b|to\b|were\b|was\b|are\b|is\b|have\b|had\b|said\b|the\b|majority)|[.,;)]|$"
)
_QUARTER_SHARE = re.compile(
    r"[ -](?:of (?!(?:19|20)\d\d|fiscal|the (?:year|fiscal|season|game))|as\b|share\b|million|billion|mile|inch|pound|percent|point|ounce|cup|century|hour|the size)"
)
_TWICE_RATIO = re.compile(r" (?:the|as|what|its|their|his|that|this|more|those|our|her)\b")
_DOUBLE_RATIO = re.compile(
    r" (?:the|its|their|what|his|that|in|to|since|from|over|by|last|this|on|as|again|between|our|it)\b|[.,;]|$"
)


def is_figure(copy: Copy, figure: Figure) -> bool:
    """Do these number words name a number here? May turn a share into the rank that it is."""
    word = copy.folded[figure.numeral_start : figure.numeral_end]
    if word == "one":
        return _one_counts(copy, figure)
    if figure.form == "multiplier":
        return _multiplies(copy, figure, word)
    if figure.form == "fraction" and not figure.scaled:
        return _shares(copy, figure, word)
    if figure.form == "vague" and word in ("few", "couple"):
        return (
            _before(copy, figure)
            in (
                "past",
                "last",
                "next",
                "first",
                "final",
                "the",
                "those",
                "these",
                "opening",
                "previous",
                "coming",
                "only",
            )
            and word == "few"
        )
    return word not in ("zero", "nil") or copy.folded[figure.end : figure.end + 1] != "-"


def _before(copy: Copy, figure: Figure) -> str:
    return (
        copy.folded[max(0, figure.start - 16) : figure.start]
        .rstrip(" -")
        .rpartition(" ")[2]
        .lstrip("(\"'“‘\n")
    )


def _one_counts(copy: Copy, figure: Figure) -> bool:
    if _before(copy, figure) in _BEFORE_ONE:
        return False
    folded, end = copy.folded, figure.end
    if re.match(
        r"(?: in |-in-| out of |-to-| to )(?:every )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|twen|thir|for|fif)",
        folded[end : end + 24],
    ):
        return True
    if re.match(r" (?:or|to|and) (?:two|\d|a half)|-(?:and|to|or)-", folded[end : end + 12]):
        return True
    return not _AFTER_ONE.match(folded, end)


def _multiplies(copy: Copy, figure: Figure, word: str) -> bool:
    if word in ("twice", "thrice"):
        if not _TWICE_RATIO.match(copy.folded, figure.end):
            figure.form, figure.kind = "words", "count"
        return not copy.folded.startswith("-", figure.end)
    if word in ("double", "triple", "treble", "quadruple"):
        return bool(
            re.match(r" (?:the|its|their|what|that)\b", copy.folded[figure.end : figure.end + 8])
        ) or _before(copy, figure) in ("than", "nearly", "almost")
    return bool(_DOUBLE_RATIO.match(copy.folded, figure.end))


def _shares(copy: Copy, figure: Figure, word: str) -> bool:
    """Whether "half", "a third", "two-thirds" is a share; "a third man" is made a rank."""
    folded, end = copy.folded, figure.end
    if "half" in word and word in ("half", "a half"):
        return _before(copy, figure) not in _HALF_BEFORE and bool(_HALF_AFTER.match(folded, end))
    if word.startswith(("a ", "an ")):
        rest = word.partition(" ")[2]
        if rest == "quarter":
            return bool(_QUARTER_SHARE.match(folded, end))
        if _SHARE_AFTER.match(folded, end):
            return True
        figure.form, figure.kind = "ordinal", "ordinal"
        figure.start += len(word) - len(rest)
        figure.numeral_start, figure.value = figure.start, round(1 / figure.value)
    if word in ("one quarter", "three quarters", "two quarters"):
        return not re.match(r" (?:in a row|ago|running|later)", folded[end : end + 12])
    return True
