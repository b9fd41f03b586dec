"""Units told once for several figures: in a list, for a change and its level, on a named scale."""

from __future__ import annotations

from itertools import pairwise

from numcheck.extract.after import kind_of, unit_at
from numcheck.extract.figure import Copy, Figure, printed
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

_HUNG = pattern(r"-,? ?(?:and |or |to )?")
# A comma before "or" restates: "200, or 35 percent".
_LISTED = pattern(r"(?:,? and|,? and then| or| or even| to| nor| out of) ")
_LIST_END = pattern(r",? (?:and|or) ")
_LONGEST_LIST_GAP = 9


def share_units(copy: Copy, figures: list[Figure]) -> None:
    """Give every bare figure the unit that the copy tells beside another one."""
    _share_back(copy, figures)
    for first, second in pairwise(figures):
        _carry_on(copy, first, second)
        if first.unit == second.unit == "degree" and "temperature" in (first.kind, second.kind):
            first.kind = second.kind = "temperature"  # "thrive at 21 degrees, rest at 12 degrees"
    for figure in figures:
        _read_scale_name(copy, figure)


def _share_back(copy: Copy, figures: list[Figure]) -> None:
    """The unit told after the last of a list: "5, 10 and 15 percent", "8 or $9", "29/37 mpg"."""
    given = -1  # the figure that was last given a unit: a list goes on before it
    for index in range(len(figures) - 2, -1, -1):
        first, second = figures[index], figures[index + 1]
        if first.unit or not second.unit or first.kind != "number" or first.form == "multiplier":
            continue
        if not 0 < second.start - first.end <= _LONGEST_LIST_GAP:
            continue
        gap = copy.folded[first.end : second.start]
        if _takes_unit(copy, figures, index, gap) or (given == index + 1 and gap == ", "):
            given = index
            first.unit, first.kind = second.unit, second.kind
            _share_scale(copy, first, second)


def _share_scale(copy: Copy, first: Figure, second: Figure) -> None:
    """ "5 or $6 million": both are millions."""
    if not second.scaled or first.scaled or first.form != "digits" or first.value >= 1000:
        return
    if shown := printed(copy, second):
        factor = second.value / shown
        first.value, first.step = first.value * factor, first.step * factor
        first.scaled = True


def _takes_unit(copy: Copy, figures: list[Figure], index: int, gap: str) -> bool:
    second = figures[index + 1]
    if second.kind == "age" and copy.folded[second.numeral_end : second.numeral_end + 1] != " ":
        return len(gap) > 1 and _HUNG.fullmatch(gap) is not None  # "16- and 17-year-olds"
    if second.symbol_first:
        return gap == " or "
    if gap in ("/", " by ", " x ", " × "):
        return second.kind == "measure"
    if _HUNG.fullmatch(gap):
        return len(gap) > 1
    if _LISTED.fullmatch(gap):
        return True
    if gap != ", " or index + 2 >= len(figures):
        return False
    third = figures[index + 2]
    return _LIST_END.fullmatch(copy.folded[second.end : third.start]) is not None


# -- a change and its level, a figure and the one it is compared with -------------------------

_COMPARED = pattern(
    r"(?:,? \(?(?:(?:up|down) (?:from )?|compared (?:with|to) |with |versus |vs\.? |against |or "
    r"|from )| to )"  # but "by 25, or 39%, to 88" goes back to what rose
    r"(?:only |just |about |around |nearly |the )?"
)
_MOVED = pattern(r" to |,?(?: up| down)? from ")
_LONGEST_COMPARISON = 26
_NEXT_WORD = pattern(r"[ -]([^\W\d_]+)")
#: How many times the one figure of a comparison may be the other.
_FARTHEST = 50
#: Units whose figures are put beside one another without the unit; a stretch of time is not.
_CARRIED = frozenset({"percent", "measure", "temperature"})


def _carry_on(copy: Copy, first: Figure, second: Figure) -> None:
    """ "520 litres, or 1,630 with", "3.4%, up from 2.9 in May", "fell five yen to 692"."""
    bare = second.kind == "number" and not second.unit and second.form in ("digits", "words")
    if not bare or not first.unit or not 0 < second.start - first.end <= _LONGEST_COMPARISON:
        return
    gap = copy.folded[first.end : second.start]
    named_money = first.kind == "money" and not first.symbol_first
    if named_money and _MOVED.fullmatch(gap) and second.bound == "exact":
        second.kind, second.unit = "money", first.unit
    elif first.kind == "percent" and gap == " to " and _moved(copy, first):
        return  # "shares rose 4% to 39"
    elif first.kind in _CARRIED and _COMPARED.fullmatch(gap) and _is_like(copy, first, second):
        second.kind, second.unit = first.kind, first.unit


def _moved(copy: Copy, figure: Figure) -> bool:
    """Does a verb of change stand before a figure?"""
    words = copy.folded[max(0, figure.start - 30) : figure.start].split()
    return not wordlists().changes.isdisjoint(words[-4:])


def _is_like(copy: Copy, first: Figure, second: Figure) -> bool:
    """Are the two of one size and written alike, and does no thing of its own follow?"""
    if first.kind == "percent" and (first.value > 100 or second.value > 100):
        return False
    sizes = abs(first.value), abs(second.value)
    alike = first.form == second.form and first.scaled == second.scaled
    near = max(sizes) <= _FARTHEST * min(sizes)
    following = _NEXT_WORD.match(copy.folded, second.end)
    alone = following is None or following[1] in lexicon("noun-phrases")["stop"]
    return alike and near and alone and copy.folded[second.end : second.end + 1] != "-"


# -- "on the … scale" -------------------------------------------------------------------------

_ON_SCALE = pattern(r" on the (?:[a-z]+ )?(richter|magnitude|[a-z]{1,4}) scale\b")


def _read_scale_name(copy: Copy, figure: Figure) -> None:
    """ "7.2 on the Richter scale", "from 50 to 70 on the GPa scale", "a magnitude 6 quake"."""
    if figure.unit or figure.kind != "number":
        return
    if copy.folded.endswith(("magnitude ", "magnitude of ", "magnitude-"), 0, figure.start):
        figure.unit, figure.kind = "magnitude", "measure"
        return
    found = _ON_SCALE.match(copy.folded, figure.end)
    if found is None:
        return
    if found[1] in ("richter", "magnitude"):
        figure.unit, figure.kind = "magnitude", "measure"
    elif named := unit_at(copy, found.start(1) - 1):
        figure.unit, figure.kind = named[0], kind_of(named[0])
