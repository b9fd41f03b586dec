"""How old someone or something is: "25-year-old", "aged 65", "Ms Rossi, 41, said"."""

from __future__ import annotations

from itertools import pairwise

from numcheck.extract.figure import Copy, Figure
from numcheck.extract.wordlists import wordlists
from numcheck.patterns import pattern
from numcheck.text.inflect import singular
from numcheck.text.kin import somebody_of
from numcheck.text.lexicon import compiled, lexicon

_OLD = pattern(r"[ -](?:olds?|of[ -]age)\b")
_AGED = pattern(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)|age of|(?:when|until) s?he (?:was|is))(?: of)?"
    r"(?: about| around| just| only| over| under| at least| between| from)? ?$"
)
#: What that ends with: most figures are dismissed by this alone.
_AGED_ENDS = (
    "age", "aged", "ages", "turn", "turns", "turned", "turning", "of", "was", "is", "about",
    "around", "just", "only", "over", "under", "least", "between", "from",
)  # fmt: skip
#: "Anyone under 16", "drivers over 70".
_GROUP = pattern(
    r"\b([a-z]+) (?:(?:well )?(?:over|under|above|below)|(?:older|younger) than)(?: the age of)? $"
)
_LIMITS = ("over ", "under ", "above ", "below ", "than ", "age of ")
_ANYONE = frozenset({"anyone", "anybody", "everyone", "someone", "nobody", "those", "people"})
_NAME = pattern(
    r"(?:[A-Z][\w'’.-]*|\((?:left|right|pictured|above|centre|center|second [a-z ]+)\)), $"
)
#: Another bare number goes on with a list; "Ivo Brandt, 61, and 35%" does not.
_AGE_ENDS = pattern(
    r",(?!\d| (?:and )?\d+(?:[.,]\d+)?(?!\d|[.,]\d| ?(?:%|per ?cent\b|pc\b)))|[);]|\.?$|\.\s|\.?\n"
    r"| (?:and|of(?! (?:whom|which|them|these|those)\b)|from|who|is|was|has|leaves|said) "
)
_FULL_NAME = pattern(r"[A-Z][\w'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+, $")
#: "Holt, who was 85, died", "She's 91 and well", "the couple, both 29,": a sentence or clause of
#: its own.
_TOLD = pattern(
    r"(?:\b(?:[Ww]ho|[Ss]?[Hh]e)(?: (?:is|was)|['’]?s)|\b[Bb]oth)(?: only| just| now)? $"
)
_TOLD_ENDS = pattern(r"[,.;:)](?!\d)|$|\n| (?:and|when|at the time|but|now|or)\b")
_ENDS = pattern(r"[,.;)]|$| (?:who|was|is|has|had|from)\b")
_LONGEST_LIFE = 130
#: Ages under this are seldom told at the end of a sentence; small numbers there are other things.
_OFTEN_TOLD = 14
#: "Albert Moon, 190, said" is an age that a rule will doubt, not a count.
_LONGEST_TOLD = 1000


def read_age(copy: Copy, figure: Figure) -> None:
    """Make the figure an age if its surroundings say so."""
    cued = _is_cued(copy, figure) or _is_of_a_group(copy, figure)
    if figure.kind == "duration":
        old = _OLD.match(copy.folded, figure.end)
        if old or cued or _is_in_years(copy, figure) or _is_of_somebody(copy, figure):
            figure.kind, figure.end = "age", old.end() if old else figure.end
        return
    value = figure.value
    if figure.kind != "number" or figure.scaled or value != int(value) or value <= 0:
        return
    if (cued and value < _LONGEST_LIFE) or _follows_name(copy, figure) or _is_told(copy, figure):
        figure.kind, figure.unit = "age", "year"


#: "Ivo Brandt (24 years) signs", "Ivo Brandt, 24 years, signs": how other languages tell an age.
_YEARS_AFTER_NAME = pattern(r"\b[A-Z][a-z'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+(?: \(|, )$")
_YEARS_END = pattern(r"\)(?! and\b|, [A-Z]|[;.]| [A-Z]| \()|,(?! [A-Z\d])")


def _is_in_years(copy: Copy, figure: Figure) -> bool:
    """Do years in brackets or commas after a full name tell an age, not a time served?"""
    if figure.unit != "year" or figure.form != "digits" or figure.bound != "exact":
        return False
    if not _OFTEN_TOLD <= figure.value < _LONGEST_LIFE or figure.value != int(figure.value):
        return False
    ends = _YEARS_END.match(copy.text, figure.end)
    begin = max(0, figure.start - 60)
    named = _YEARS_AFTER_NAME.search(copy.text, begin, figure.start)
    # "Kohl (16 years) and Bismarck (19 years)" served so long.
    return (
        ends is not None and named is not None and "years)" not in copy.text[begin : figure.start]
    )


def _is_of_somebody(copy: Copy, figure: Figure) -> bool:
    """ "The boy of nine years, Ilko M.,": so are ages told where copy is translated."""
    if figure.unit != "year" or not copy.folded.endswith(" of ", 0, figure.start):
        return False
    of = somebody_of().search(copy.folded, max(0, figure.start - 20), figure.start)
    return of is not None and _ENDS.match(copy.folded, figure.end) is not None


def _is_cued(copy: Copy, figure: Figure) -> bool:
    """ "Aged about 65", "turned 80"."""
    start = figure.start
    if not copy.folded.endswith(_AGED_ENDS, 0, max(0, start - 1)):
        return False
    return _AGED.search(copy.folded, max(0, start - 24), start) is not None


def _is_of_a_group(copy: Copy, figure: Figure) -> bool:
    """ "People over 65 pay less", "no children under 5"."""
    end = figure.start
    if not copy.folded.endswith(_LIMITS, 0, end):
        return False
    found = _GROUP.search(copy.folded, max(0, end - 40), end)
    if found is None or copy.folded[figure.numeral_end : figure.numeral_end + 1] == "-":
        return False
    return found[1] in _ANYONE or singular(found[1]) in _people()


def _is_told(copy: Copy, figure: Figure) -> bool:
    """ "Who was 85," and "He was 91."; small numbers are as often places and scores."""
    if (
        figure.form != "digits"
        or figure.bound != "exact"
        or not _OFTEN_TOLD <= figure.value < _LONGEST_LIFE
    ):
        return False
    ends = _TOLD_ENDS.match(copy.text, figure.numeral_end)
    return bool(ends and _TOLD.search(copy.text, max(0, figure.start - 40), figure.start))


#: "His daughter, Karla, 12.", "her sons Leo, 6, and Max, 4."
_KIN = pattern(
    r"\b(?:sons?|daughters?|children|child|boys?|girls?|brothers?|sisters?|twins?|pupils?|nieces?"
    r"|nephews?|grand[a-z]{3,8}|toddler|kids?),? [^.;]{3,40}, $"
)
#: "Her father, 58, and mother, 55": after the first of two people the second is told as shortly.
_AND_KIN = pattern(r",? and (?:(?:his|her|their|the|a) )?([a-z]{3,20}), ")
_LISTED = pattern(r",? and |, ")


def share_ages(copy: Copy, figures: list[Figure]) -> None:
    """ "two nurses, aged 51 and 27": the cue is told once for all."""
    for first, second in pairwise(figures):
        if first.kind != "age":
            continue
        gap = copy.folded[first.end : second.start]
        if second.kind == "duration" and gap in (" to ", " and "):
            second.kind = "age"  # "aged from five months to 67 years"
        plain = second.kind == "number" and second.form == first.form and not second.scaled
        if not plain or not 0 < second.value < _LONGEST_LIFE:
            continue
        # "adults over 18 and under 25"
        limited = second.bound in ("more_than", "less_than") and gap in (" and ", " or ")
        kin = _AND_KIN.fullmatch(gap)
        related = kin is not None and kin[1] in _people()
        listed = _LISTED.fullmatch(gap) and _LIST_GOES_ON.match(copy.text, second.end)
        if limited or related or listed:
            second.kind, second.unit = "age", "year"


_LIST_GOES_ON = pattern(
    r", \d| and \d{1,3}\b(?! [a-z]+s\b)|[,.;)]|$| (?:was|were|have|has|from|over|who)\b"
)


#: "The actor, 57, said": nobody lists numbers after a person.
_ROLE = pattern(r"\b([a-z]{3,20}), $")
_NAMED = pattern(r"\b[A-Z][a-z'’-]+ (?:[A-Z]\. )?[A-Z][\w'’-]+ \($")
_TELLS = pattern(
    r"\),? (?:from|of|who|says?|said|told|died|pleaded|admitted|was (?:arrested|charged|found"
    r"|killed|taken|pronounced|jailed|sentenced|born))\b"
)


@compiled
def _people() -> frozenset[str]:
    return frozenset(lexicon("nouns")["person"]["nouns"])


def _stands_in_brackets(text: str, start: int, end: int) -> bool:
    """ "Mary Byrne (34) from Cork"; "Kane (45), Moss (60)" are minutes."""
    named = _NAMED.search(text, max(0, start - 40), start)
    return named is not None and _TELLS.match(text, end) is not None


def _follows_name(copy: Copy, figure: Figure) -> bool:
    """A bare number between commas right after a name."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if figure.form != "digits" or not 1 <= figure.value < _LONGEST_TOLD or start < 4:
        return False
    if text[start - 1] == "(":
        return figure.value < _LONGEST_LIFE and _stands_in_brackets(text, start, end)
    if text[start - 2 : start] != ", " or end - start > 3 or not _AGE_ENDS.match(text, end):
        return False
    if (role := _ROLE.search(text, max(0, start - 24), start)) is not None:
        grown = _OFTEN_TOLD <= figure.value < _LONGEST_LIFE and text[end : end + 1] == ","
        return grown and role[1] in _people()
    found = _NAME.search(text, max(0, start - 32), start)
    if found is None:
        return False
    name = found[0].rstrip(", .").lower()
    if name in wordlists().no_names or name[-1:].isdecimal():
        return False
    if text[end : end + 1] in (",", ")") or found[0][0] == "(":
        return True
    if text[end : end + 1] in ("", "."):
        kin = _KIN.search(copy.folded, max(0, start - 48), start)
        if figure.value >= _OFTEN_TOLD or kin is not None:
            return True
    # "..., 51 leaves" needs a full name before it, or "In Ohio, 51 said" would be an age.
    return _FULL_NAME.search(text, max(0, start - 50), start) is not None
