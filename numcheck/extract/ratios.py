"""Two numbers that are one share or ratio: "one in five", "one adult in every five", "2-to-1"."""

from __future__ import annotations

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern

_OF = pattern(r"(?: in |-in-| out of |-out-of-| of every | in every |-of-)(?:every |each )?(?:a )?")
#: "One adult in every five", "nine pupils out of ten": the thing stands inside.
_INSIDE = pattern(r" [a-z-]{3,20}(?: [a-z-]{3,20})?? (in|out of|of) (?:every |each )?")
_THING = pattern(r"([a-z-]+) (?:in|out of|of) (?:every |each )?$")
_ENDINGS = (" in ", " of ", " every ", " each ")
_LONGEST_INSIDE = 48
#: What may follow "three homes in ten"; "in ten towns" says where they are.
_NOTHING_NEXT = pattern(
    r"\s*(?:[.,;:)!?\n](?!\d)|$)| (?:is|are|was|were|has|have|had|do|does|did|will|would|can|could"
    r"|may|might|should|said|says?|lives?|now|never|who|at|on|in|under|over|across|worldwide"
    r"|nationwide|[a-z]{3,}ed(?! [a-z]+s\b))\b"
)


def join_odds(first: Figure, second: Figure) -> bool:
    """ "2-to-1": how many times the one is the other."""
    if second.value <= 0:
        return False
    first.end, first.parts, first.kind = second.end, (first.value, second.value), "ratio"
    first.value /= second.value
    return True


def join_share(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "one in five", "three out of four", "one adult in five": a share of a whole."""
    gap = copy.folded[first.end : second.start]
    if not _OF.fullmatch(gap) and not _tells_a_thing(copy, gap, second):
        return False
    if first.unit or second.unit or first.scaled or second.bound != "exact":
        return False
    if not 0 < first.value < second.value or first.value != int(first.value):
        return False
    if first.value > 999 or "vague" in (first.form, second.form):
        return False
    first.end, first.parts = second.end, (first.value, second.value)
    first.value, first.kind, first.form = first.value / second.value, "ratio", "fraction"
    return True


_OF_ONE = pattern(r" of (?:an? )?")


def join_part_of_percent(copy: Copy, first: Figure, second: Figure) -> bool:
    """ "One-tenth of 1 percent", "half of one percent" is a percent."""
    one = second.kind == "percent" and second.value == 1 and second.bound == "exact"
    if not one or first.form != "fraction" or first.unit:
        return False
    if not _OF_ONE.fullmatch(copy.folded, first.end, second.start):
        return False
    first.end, first.unit, first.kind, first.form = second.end, second.unit, "percent", "words"
    return True


def _tells_a_thing(copy: Copy, gap: str, second: Figure) -> bool:
    """Does the thing stand between the numbers, and none after them?"""
    if len(gap) > _LONGEST_INSIDE or not gap.endswith(_ENDINGS):
        return False
    found = _INSIDE.fullmatch(gap)
    every = gap.endswith((" every ", " each "))
    if found is None or (found[1] == "of" and not every):
        return False
    thing = _THING.search(gap)
    if thing is None or thing[1] in wordlists().tries or thing[1].endswith("ed"):
        return False  # "one failed out of 171"
    return every or _NOTHING_NEXT.match(copy.folded, second.end) is not None
