"""Neighbouring figures that are one: ranges, alternatives, ratios, scores."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure, printed
from numcheck.extract.ratios import join_odds, join_part_of_percent, join_share
from numcheck.extract.wordlists import wordlists
from numcheck.model import Interval
from numcheck.patterns import pattern

_LONGEST_GAP = 14
_WINDOW = 90
_HYPHEN = pattern(r" ?[-–—‐‑] ?")
_TO = pattern(
    r"(?: |-)(?:to|through|thru|till|until)(?: |-)(?:an? |about |around |roughly |nearly )?"
    r"| up to | to as (?:many|much|high) as | and up to "
)
_AND = pattern(r" and (?:an? |about |around |nearly )?(?:as (?:many|much|high) as )?")
_OR = pattern(r",? or (?:even |perhaps |maybe )?(?:an? )?")
_BETWEEN = pattern(
    r"\b(?:(?:anywhere|somewhere|ranging|ranges?|ranged) )?(?:from|between)"
    r"(?: about| around| an estimated| roughly| as (?:few|little|low) as)? ?$"
)
#: What that ends with: most figures are dismissed by this alone.
_BETWEEN_ENDS = ("from", "between", "about", "around", "estimated", "roughly", "as")
_WORDS = pattern(r"[a-z'’-]+")


def mark_between(copy: Copy, figure: Figure) -> None:
    """Note that "between" or "from" stands before; the range is made when its end is known."""
    if not copy.folded.endswith(_BETWEEN_ENDS, 0, max(0, figure.start - 1)):
        return
    found = _BETWEEN.search(copy.folded, max(0, figure.start - 36), figure.start)
    if found:
        figure.shape, figure.opener = "range", found.start()


def join(copy: Copy, figures: list[Figure]) -> list[Figure]:
    """The figures with those that are one made one; their order stays."""
    done: list[Figure] = []
    for figure in figures:
        between = figure.start - done[-1].end if done else -1
        if 0 <= between <= _LONGEST_GAP:
            gap = copy.folded[done[-1].end : figure.start]
            if _join_pair(copy, done[-1], gap, figure):
                continue
        if 0 < between <= _LONGEST_GAP and join_part_of_percent(copy, done[-1], figure):
            continue
        near = 0 < between <= _WINDOW and _is_plain(done[-1]) and _is_plain(figure)
        if near and join_share(copy, done[-1], figure):
            continue
        done.append(figure)
    return done


def _join_pair(copy: Copy, first: Figure, gap: str, second: Figure) -> bool:
    """Make `first` the whole if the two are one; tells whether they are."""
    if _is_plain(first) and _is_plain(second):
        if _HYPHEN.fullmatch(gap):
            return _join_hyphen(copy, first, gap, second)
        if _TO.fullmatch(gap) and not ("and" in gap and first.value > second.value):
            return _join_to(copy, first, gap, second)
        if first.shape == "range" and _AND.fullmatch(gap):
            return _join_range(copy, first, second)
        if _OR.fullmatch(gap):
            return _join_alternatives(copy, first, second)
    return gap in _REPEATS and _join_repeated(copy, first, second)


_REPEATS = frozenset({" upon ", " and ", " on "})


def _join_repeated(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "Dozens upon dozens", "hundreds and hundreds"."""
    if not first.form == second.form == "vague":
        return False
    word = copy.folded[second.numeral_start : second.numeral_end]
    if word != copy.folded[first.numeral_start : first.numeral_end]:
        return False
    first.end, first.numeral_end = second.end, second.numeral_end
    first.unit, first.kind = second.unit, second.kind
    return True


def _is_plain(figure: Figure) -> bool:
    return (
        figure.kind not in ("date", "time", "year", "identifier", "ordinal", "score")
        and figure.form != "multiplier"
        and not figure.parts
    )


def _words_before(copy: Copy, figure: Figure) -> list[str]:
    """The last words of the sentence before a figure."""
    window = copy.folded[max(0, figure.start - _WINDOW) : figure.start]
    return _WORDS.findall(window.rpartition(". ")[2])


# -- ranges ---------------------------------------------------------------------------------


def _join_hyphen(copy: Copy, first: Figure, gap: str, second: Figure) -> bool:
    if second.bound not in ("exact", "about") or (second.value < 0 and gap.strip()):
        return False
    if _is_score(copy, first, second):
        first.end, first.parts, first.kind = second.end, (first.value, second.value), "score"
        return True
    own = bool(first.unit) and not second.unit and _WORD_NEXT.match(copy.folded, second.end)
    if gap.strip() != gap and (own or second.value < first.value or second.bound != "exact"):
        return (
            False  # a dash: "as low as $65 - 12 times below last year", "for $12 - about $90 now"
        )
    return _join_range(copy, first, second)


def _join_to(copy: Copy, first: Figure, gap: str, second: Figure) -> bool:
    if first.unit and not second.unit and _PEOPLE_NEXT.match(copy.folded, second.end):
        return False  # "paid £2.4m to 63 growers"
    if gap == "-to-" and first.value > second.value and not (first.unit or second.unit):
        return join_odds(first, second)
    before = _words_before(copy, first)
    if first.form == "fraction" != second.form and _is_share_of_change(copy, before, first):
        return False  # "narrowed by a third to 80 million euros"
    bare = gap == " to " and second.value <= 10 and not (first.unit or second.unit)
    if bare and not _RATIOS.isdisjoint(before[-8:]):
        return join_odds(first, second)
    if bare and second.value == 1 < first.value and before[-1:] in (["is"], ["was"], ["of"]):
        return join_odds(first, second)  # "the value of the one to the other is ten to one"
    halves = (
        first.unit == "percent" and second.unit in ("percent", "") and first.value > second.value
    )
    if (halves or second.unit == first.unit == "percent") and not _SIDES.isdisjoint(before[-4:]):
        return False  # "split 51 percent to 49 percent": a share of either side
    one = gap == "-to-" or _tells_once(copy, first, second) or _leads_on(copy, first, second)
    if not one and _is_change(copy, before, first, second):
        # "rose 5 to 170", "by $43.6bn to $419.2bn", "from 12 to 9": a change, not a range.
        return False
    if _is_vote(before, first, second):
        first.end, first.parts, first.kind = second.end, (first.value, second.value), "score"
        return True
    return _join_range(copy, first, second)


def _is_share_of_change(copy: Copy, before: list[str], first: Figure) -> bool:
    """Is a fraction how far something moved? "Half to two million tonnes" is a range."""
    half = copy.folded[first.numeral_start : first.numeral_end] == "half"
    return not first.unit and (before[-1:] == ["by"] or not half)


def _tells_once(copy: Copy, first: Figure, second: Figure) -> bool:
    """Is scale or unit told once for both: "$89 to $93 billion", "rose 5 to 10 percent"?"""
    if first.shape == "range":
        return False
    if second.scaled and not first.scaled and first.value < printed(copy, second):
        return True
    shared = bool(second.unit) and not first.unit and second.kind != "money"
    return shared and first.value < second.value


_RATIOS = frozenset({"ratio", "ratios", "odds", "outnumber", "outnumbers", "outnumbered"})
_SIDES = frozenset(
    {"leads", "led", "ahead", "split", "voted", "vote", "votes", "voters", "won", "lost", "divided"}
)
_ONWARDS = pattern(r" to [$£€]?\d")


def _leads_on(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "from 5 to 7 percent to 3 to 5 percent": the change is between two ranges."""
    onwards = _ONWARDS.match(copy.folded, second.end)
    return onwards is not None and first.value < second.value and bool(second.unit)


def _is_change(copy: Copy, before: list[str], first: Figure, second: Figure) -> bool:
    rising = first.value < second.value and first.unit == second.unit
    if before[-1:] in (["at"], ["to"]) and rising:
        return False  # "came in at $150 million to $175 million", "would come to 12 to 15"
    # A range does not fall: "has fallen by two points in a year, from 9.1 to 6.8 percent"; nor is
    # it set off: "doubled in the first half of the year, from 340 to 690".
    set_off = copy.folded.endswith(", from ", 0, first.numeral_start)
    told_from = before[-1:] == ["from"]
    near = 16 if set_off else 12 if first.value > second.value else 10 if told_from else 7
    if not wordlists().changes.isdisjoint(before[-near:]):
        return True
    # "growth by 80,000 barrels to 84 million": a step and where it led.
    return before[-1:] == ["by"] and bool(first.unit) and second.value > 5 * first.value


def _is_vote(before: list[str], first: Figure, second: Figure) -> bool:
    """ "voted 300 to 120", "won by 3 to 1"."""
    falling = first.value > second.value and not (first.unit or second.unit or first.scaled)
    return falling and first.shape != "range" and not wordlists().contest.isdisjoint(before[-6:])


_WORD_NEXT = pattern(r" [a-z]{3,}")
#: Those who are given something, with at most one word before them.
_PEOPLE_NEXT = pattern(
    r" (?:[a-z]+ )?(?:[a-z]{2,}(?:ers|ors|ists|ants|ents|ees|ies|als|ians)|people|men|women|staff"
    r"|children|victims|schools|clubs|farms|firms|homes|towns|villages|states)\b"
)
_THINGS_NEXT = pattern(r"[ -](?:[a-z]+ )?[a-z]+s\b")


def _is_score(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "3-1", "a 5-4 ruling"; a rising pair with a thing after it is a range."""
    both = (first, second)
    if any(f.unit or f.scaled or f.form != "digits" or f.malformed or f.shape for f in both):
        return False
    if any(not 0 <= f.value <= 300 or f.value != int(f.value) for f in both):
        return False
    if first.value >= second.value or _is_between_names(copy, first, second):
        return True
    if wordlists().contest.isdisjoint(_words_before(copy, first)[-6:]):
        return False
    return _THINGS_NEXT.match(copy.folded, second.end) is None


def _join_range(copy: Copy, first: Figure, second: Figure) -> bool:
    """Make the two ends one figure; a scale or unit told once belongs to both."""
    unit = second.unit or first.unit
    if first.unit and second.unit and not second.unit.startswith(first.unit):
        return False
    if first.symbol_first and second.symbol_first and first.value > second.value > 0:
        return False  # "£1,900 - £600 for flights": a sum and its parts
    low, high = _with_shared_scale(copy, first, second)
    if first.value >= 0 and second.value < 0:
        high = -high
    first.parts = (low, high)
    if first.kind != "age":
        first.kind = second.kind if second.unit else first.kind
    first.end, first.unit, first.numeral_end = second.end, unit, second.numeral_end
    first.step = max(first.step, second.step)
    first.scaled = first.scaled or second.scaled
    if first.shape == "range" and first.opener >= 0:
        first.start = first.opener
    first.core = first.hull = Interval(min(low, high), max(low, high))
    first.value = (low + high) / 2
    first.shape = first.bound if first.bound in ("about",) else ""
    first.bound = "between"
    return True


def _with_shared_scale(copy: Copy, first: Figure, second: Figure) -> tuple[float, float]:
    """ "3 to 5 million": both are millions; "200 to 4 million" is not.

    Times of long ago fall: "34 to 11 million years ago".
    """
    low, high = first.value, second.value
    if second.scaled and not first.scaled:
        shown = printed(copy, second)
        ago = second.kind == "duration" and copy.folded.startswith(" ago", second.end)
        if shown and 0 <= low < 1000 and (low < shown or ago):
            low = float(f"{low * high / shown:.15g}")
    return low, high


def _join_alternatives(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "30,000 or 50,000": the one or the other, so from the one to the other."""
    if second.kind == "percent" and copy.text[first.end : first.end + 1] == ",":
        return False  # "of the 160, 24, or 15 percent,": one figure told twice
    plain = first.bound in ("exact", "about") and second.bound == "exact"
    low, high = _with_shared_scale(copy, first, second)
    close = 0 < low < high <= 10 * low
    if not plain or not close or first.unit or "ratio" in (first.kind, second.kind):
        return False
    return _join_range(copy, first, second)


_NAME_AFTER = pattern(r" [A-Z][a-z]")
_NAME_BEFORE = pattern(r"\b[A-Z][\w'’.-]{2,30} $")


def _is_between_names(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "Norway 1 – 2 Chile": the names of two sides around it."""
    start = first.start
    named = _NAME_BEFORE.search(copy.text, max(0, start - 32), start)
    return named is not None and _NAME_AFTER.match(copy.text, second.end) is not None
