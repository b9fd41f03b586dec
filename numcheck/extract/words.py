"""Number words that are no figures: "one of the", "a third man", "the second half"."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.halves import is_of_a_unit, is_part_of_unit
from numcheck.extract.shares import goes_with_shares
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon
from numcheck.text.numerals import words

_AFTER_ONE = pattern(
    r"[ ,-]*(?:(?:of|another|thing|can|could|should|would|will|must|may|might|that|which|who|whose"
    r"|with|is|was|has|had|does|day|time|way|to|such|where|for|from|on|as|at|but|and|or|if|it|he|she"
    r"|they|you|we|i|self|needs?|wants?|said|says|by|than|after|before|so|not|the|a|an|am|pm|in"
    r"|more time|are|were|when|because|while|like|without|here|there|been|be)\b"
    r"| \((?!\d)|[a-z]{3,12}ed (?:with|by|in|for|to|from|at|on)\b|['’]s\b|$|[.;:!?)\"”])"
)
_BEFORE_ONE = frozenset(
    {
        "no", "this", "that", "the", "which", "each", "every", "any", "another", "some", "last",
        "next", "first", "only", "other", "number", "day", "square", "a", "new", "old", "big",
        "good", "bad", "great", "best", "worst", "his", "her", "my", "your", "their", "its", "our",
        "little", "whole", "same", "wrong", "right", "previous", "current", "not", "as", "formula",
        "air", "phase", "loved", "second", "third", "these", "those", "bigger", "better", "smaller",
    }
)  # fmt: skip
_ONE_IN_MANY = pattern(
    r"(?: in |-in-| out of |-to-| to )(?:every )?(?:\d|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|twen|thir|for|fif|twel|a hundred|a thousand|a million)"
)
_ONE_OR_TWO = pattern(r" (?:or|to|and) (?:two|\d|a half)|-(?:and|to|or)-")
#: "The odds were ten to one", "cut from three to one".
_TO_ONE = pattern(r"\b(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|twenty|hundred) to $")
_ONE_LONG = pattern(
    r"-(?:hour|day|week|month|year|minute|second|night|mile|point|inch|foot|metre|meter|dollar|euro"
    r"|pound|term|man|woman|person|bedroom|storey|story|game|match|run|goal|shot|seat|vote|party"
    r"|percent|per cent|half|quarter|third)\b"
)
_HALF_AFTER = pattern(
    r" (?:of|the|an?|that|those|their|its|his|her|my|your|our|as|this|these|what|were|was|is|are"
    r"|have|had|said|would|[a-z]+ (?:of|a))\b|-|[.,;)]|$"
)
_HALF_BEFORE = frozenset(
    {
        "first", "second", "other", "better", "1st", "2nd", "opening", "final", "latter", "top",
        "bottom", "lower", "upper", "back", "front", "northern", "southern", "eastern", "western",
        "each", "either", "one", "last", "same", "early", "this", "another", "and", "my",
    }
)  # fmt: skip
_HALF_OF_WHAT = pattern(r" (?:of (?:the|its|his|her|their|our|all|those)|the|their|were)\b")
_HALF_NOT_AFTER = pattern(
    r"-(?:time|way|hearted|brother|sister|term|back|life|truth|empty|full|naked|dozen)"
)
_BOUNDED = frozenset({"than", "about", "nearly", "almost", "over", "around", "under", "roughly"})
_CUT = _BOUNDED | {"by"}
_SHARE_AFTER = pattern(
    r"[ -](?:of|as|less|more|fewer|higher|lower|larger|smaller|from|to|were|was|are|is|have|had"
    r"|said|the|majority)\b| \(|[.,;)]|$"
)
_LATER = pattern(
    r" (?:last|this|next|in|over|on|since|at|compared|during|within|after|between|when|while)\b"
)
_ENDS = pattern(r"[.,;)]|$")
_QUARTER_SHARE = pattern(
    r"[ -](?:of (?!(?:19|20)\d\d|fiscal|the (?:year|fiscal|season|game))|as\b|share\b|million"
    r"|were\b|are\b|have\b|had\b|said\b|\("
    r"|billion|mile|inch|pound|percent|point|ounce|cup|century|hour|the size)"
)
_QUARTERS_OF_TIME = pattern(r" (?:in a row|ago|running|later|of (?:19|20)\d\d)")
_TWICE_AS = pattern(r" (?:the|as|what|its|their|his|that|this|more|those|our|her)\b")
_DOUBLED = pattern(
    r" (?:the|its|their|what|his|that|in|to|since|from|over|by|last|this|on|as|again|between|our|"
    r"during|within|after|compared|against|today|yesterday|increase|rise|jump|gain|surge|growth|"
    r"leap|hike|drop|fall|decline|decrease|reduction)\b"
    r"|[.,;:)]| -|$"
)
_AUXILIARIES = frozenset({"has", "have", "had", "than", "nearly", "almost", "roughly", "about"})
#: "He has doubled up with laughter", "had doubled as a spy"; "has doubled every week" is a pace.
_BENT = pattern(
    r" (?:up|down|back|as|every|each|over(?! (?:the|a|\d|[a-z]+ (?:years|months|weeks|days))\b))\b"
)
_DOUBLE_THE = pattern(r" (?:the|its|their|what|that)\b")
#: The game of two against two: "singles and doubles", "the mixed doubles".
_BEFORE_DOUBLES = frozenset(
    {"the", "and", "or", "in", "of", "for", "mixed", "men's", "women's", "men’s", "women’s",
     "boys'", "girls'", "ladies'", "at", "reverse", "wheelchair"}
)  # fmt: skip


_CAPITAL_PAIR = pattern(r"[A-Z][a-z]+-[A-Z]")
_HYPHEN_LINKS = ("-to-", "-in-", "-or-", "-and-", "-of-")


def is_figure(copy: Copy, figure: Figure) -> bool:
    """Do these number words name a number here? May turn a share into the rank that it is."""
    start, word = figure.start, copy.folded[figure.numeral_start : figure.numeral_end]
    hyphenated = start > 1 and copy.folded[start - 1] == "-" and copy.folded[start - 2].isalpha()
    # "production-four-door", "part-one"; but "two-to-one", "four-or-five".
    if hyphenated and not copy.folded.endswith(_HYPHEN_LINKS, 0, start):
        return False
    if _CAPITAL_PAIR.match(copy.text, figure.numeral_start):
        return False  # "Four-Kings", "Seven-Eleven"
    if _begins_a_name(copy, figure) or _ends_a_name(copy, figure):
        return False
    if word == "one":
        return _one_counts(copy, figure)
    if figure.form == "multiplier":
        return _multiplies(copy, figure, word)
    if figure.form == "fraction" and not figure.scaled:
        return _shares(copy, figure, word)
    # "The past few years" is a way to say "lately", "several times" one to say "often"; "a few"
    # and "few hundred" are figures.
    if copy.folded.endswith("give or take ", 0, start):
        return False
    return word != "few" and not _says_often(copy, figure) and not _names_a_pair(copy, figure, word)


def _names_a_pair(copy: Copy, figure: Figure, word: str) -> bool:
    """ "the couple, both 29": two people who belong together, not "a couple of" things."""
    return word == "couple" and not copy.folded.startswith(" of ", figure.end)


_TIMES_OVER = pattern(r" times?\b(?! (?:as|more|the|that|what|higher|larger|bigger|its|their)\b)")


def _says_often(copy: Copy, figure: Figure) -> bool:
    unscaled = figure.form == "vague" and figure.step == 1 and figure.value < 10
    return unscaled and _TIMES_OVER.match(copy.folded, figure.end) is not None


_SMALL_BEFORE = pattern(r"(?:\b[a-z]{2,}|['’]s|[a-z],) $")
_CAPITAL_NEXT = pattern(r" [A-Z][a-z]| [A-Z]{2,} \d")
_PLAIN_WORD = pattern(r"(?<![\w-])[a-z]{5,}\b")


def _begins_a_name(copy: Copy, figure: Figure) -> bool:
    """ "the Six Valleys race": a capital number word inside a sentence, with a capital after it.

    In a headline every word has its capital: some plain word must stand near.
    """
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if not text[start].isupper() or not _CAPITAL_NEXT.match(text, end):
        return False
    if not _SMALL_BEFORE.search(text, max(0, start - 16), start):
        return False
    line = (
        text[max(0, start - 40) : start].rpartition("\n")[2],
        text[end : end + 40].partition("\n")[0],
    )
    return any(_PLAIN_WORD.search(side) for side in line)


_NAMED_GROUP = pattern(r"\b[Tt]he (?:[A-Z][a-z]+ ){1,2}$")
_NO_PLURAL_NEXT = pattern(r"(?! (?:[a-z]+ )?[a-z]{2,}s\b| (?:people|men|women)\b)")


def _ends_a_name(copy: Copy, figure: Figure) -> bool:
    """ "the Fab Four", "the Dover Seven": a group known by its number."""
    start = figure.numeral_start
    if figure.form != "words" or not copy.text[start].isupper() or figure.scaled:
        return False
    named = _NAMED_GROUP.search(copy.text, max(0, start - 40), start)
    return named is not None and _NO_PLURAL_NEXT.match(copy.folded, figure.numeral_end) is not None


def _before(copy: Copy, figure: Figure) -> str:
    tail = copy.folded[max(0, figure.start - 16) : figure.start].rstrip(" -")
    return tail.rpartition(" ")[2].lstrip("(\"'“‘\n")


def _one_counts(copy: Copy, figure: Figure) -> bool:
    folded, end = copy.folded, figure.end
    if _ONE_LONG.match(folded, end) or _ONE_IN_MANY.match(folded, end):
        return True
    if _before(copy, figure) in _BEFORE_ONE:
        return False
    if _TO_ONE.search(folded, max(0, figure.start - 14), figure.start):
        return True
    if _ONE_OR_TWO.match(folded, end) or _goes_on_counting(copy, figure):
        return True
    return _AFTER_ONE.match(folded, end) is None


_ONE_OF_A_KIND = pattern(
    r" of (?!(?:the|these|those|this|that|his|her|its|their|our|my|your|them|us|you|it|many|several"
    r"|only|a|an|some|which|whom|what|such)\b)[a-z]"
)
_COUNTED_BEFORE = pattern(r"(?:\d|\b(?:two|three|four|five|six|seven|eight|nine|ten)) [^.;]{3,50}$")


def _goes_on_counting(copy: Copy, figure: Figure) -> bool:
    """ "Three counts of fraud and one of perjury": one thing more; "and one of them" is none."""
    if _before(copy, figure) != "and" or not _ONE_OF_A_KIND.match(copy.folded, figure.end):
        return False
    start = figure.start
    return _COUNTED_BEFORE.search(copy.folded, max(0, start - 60), start) is not None


def _multiplies(copy: Copy, figure: Figure, word: str) -> bool:
    folded, end = copy.folded, figure.end
    if word in ("twice", "thrice"):
        if not _TWICE_AS.match(folded, end):
            figure.form, figure.kind = "words", "count"
        return not folded.startswith("-", end)
    if word in ("double", "triple", "treble", "quadruple"):
        return bool(_DOUBLE_THE.match(folded, end)) or _before(copy, figure) in _BOUNDED
    before = _before(copy, figure)
    if word.endswith("s") and (before.isdecimal() or before in words().small):
        return False  # "two doubles and a single"
    if word == "doubles" and before in _BEFORE_DOUBLES:
        return _DOUBLE_THE.match(folded, end) is not None
    if word.endswith("ed") and before in _AUXILIARIES:
        return _BENT.match(folded, end) is None  # "the price has tripled under his rule"
    return _DOUBLED.match(folded, end) is not None


def _shares(copy: Copy, figure: Figure, word: str) -> bool:
    """Whether "half", "a third", "two-thirds" is a share; "a third man" is made a rank."""
    folded, end = copy.folded, figure.end
    before = _before(copy, figure)
    if is_part_of_unit(copy, figure):
        return True
    if word in ("half", "a half", "halves"):
        if is_of_a_unit(copy, figure):
            return True
        if before == "and" and _HALF_OF_WHAT.match(folded, end):
            return True  # "a third of the hens and half of the ducks"
        if before in _HALF_BEFORE or word == "halves" or _HALF_NOT_AFTER.match(folded, end):
            return False
        return before in _BOUNDED or before == "by" or _HALF_AFTER.match(folded, end) is not None
    if word.startswith(("a ", "an ")):
        return _is_share_with_article(copy, figure, word)
    if word in ("one quarter", "three quarters", "two quarters"):
        return _QUARTERS_OF_TIME.match(folded, end) is None
    return True


def _is_share_with_article(copy: Copy, figure: Figure, word: str) -> bool:
    article, _, rest = word.partition(" ")
    if rest == "quarter":
        moved = _before(copy, figure)
        if moved == "by" or moved in lexicon("measures")["change_verbs"]:
            return True
        share = _QUARTER_SHARE.match(copy.folded, figure.end) is not None
        return share or goes_with_shares(copy, figure)
    share = _SHARE_AFTER.match(copy.folded, figure.end) is not None
    if copy.folded.startswith(" to ", figure.end):
        # "fell a fifth to 40" is a share; "scored a fourth to win it" is a rank.
        moved = _before(copy, figure)
        share = moved in _BOUNDED or moved == "by" or moved in wordlists().changes
    if _LATER.match(copy.folded, figure.end):
        # "fell by a third last year", "nearly a third in May"; but "hit by a third storm in May".
        share = share or _before(copy, figure) in _CUT
    if rest != "third" and _ENDS.match(copy.folded, figure.end):
        share = _before(copy, figure) in _CUT  # "cut by a tenth." but "seven times and an eighth."
    if not share:
        figure.form, figure.kind = "ordinal", "ordinal"
        figure.start += len(article) + 1
        figure.numeral_start, figure.value, figure.step = figure.start, round(1 / figure.value), 1.0
    return True
