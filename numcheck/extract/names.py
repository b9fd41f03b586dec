"""Figures that are names or labels: S&P 500, Route 66, addresses, list marks."""

from __future__ import annotations

import re
from typing import NamedTuple

from numcheck.extract.codes import is_told_as_code
from numcheck.extract.figure import Copy, Figure
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon


class _Labels(NamedTuple):
    """`lexicon/en/identifiers.yaml`, list by list."""

    always: frozenset[str]
    before: frozenset[str]
    named: frozenset[str]
    counted: frozenset[str]
    streets: frozenset[str]
    ranks: frozenset[str]
    prefixes: frozenset[str]
    charts: frozenset[str]
    by_themselves: frozenset[str]


@compiled
def _labels() -> _Labels:
    lists = lexicon("identifiers")
    return _Labels(*(frozenset(lists[name]) for name in _Labels._fields))


# -- labels ---------------------------------------------------------------------------------

_NEXT_WORD = pattern(r"[ -](?:of (?:the )?)?([a-z]{3,})\b")
_PLURALS = frozenset({"people", "men", "women", "children", "percent", "per"})
#: Words in -s after a label that go on about it: "Route 66 was", "Windows 10 has".
_VERBS = frozenset(
    {
        "was", "has", "this", "is", "does", "his", "its", "across", "versus", "plus", "always",
        "less", "thus", "perhaps", "towards", "yes", "says", "comes", "goes", "takes", "makes",
        "begins", "starts", "ends", "shows", "gives", "gets", "means", "remains", "runs", "looks",
        "seems", "offers", "brings", "allows", "requires", "needs", "wants", "sees", "states",
    }
)  # fmt: skip


def is_label(copy: Copy, figure: Figure) -> bool:
    """Is the figure part of a name? The word before it, what touches it and what follows tell."""
    if figure.form in ("vague", "fraction", "multiplier") or figure.scaled or figure.malformed:
        return False
    text, start = copy.text, figure.numeral_start
    if figure.unit:
        return _hyphenated_to_word(copy.folded, start) and (
            _word_before(copy.folded, start - 1)[0] not in _labels().prefixes
        )
    if start and (text[start - 1] in "#№§" or _is_after_slash(text, start)):
        return True
    if _is_rating(copy, figure) or _ERA.match(copy.text, figure.numeral_end):
        return True
    if _is_in_labelled_list(copy, figure) or _is_known_number(copy, figure):
        return True
    if figure.form == "digits":
        told = is_told_as_code(copy, figure) and not _counts_next(copy, figure)
        if told or _is_code(copy, figure):
            return True
        if _hyphenated_to_word(copy.folded, start):
            return _word_before(copy.folded, start - 1)[0] not in _labels().prefixes
    before, place = _word_before(copy.folded, start)
    if before in _labels().ranks and _is_small(figure):
        return not _word_goes_on(copy, figure)
    return bool(before) and _is_labelled(copy, figure, before, place)


def _is_after_slash(text: str, start: int) -> bool:
    """The f/1.8 of a lens."""
    return start > 1 and text[start - 1] == "/" and text[start - 2].isalpha()


#: The 5-HT2A receptor, the 4-H club, a 3-D film.
_CODE_NEXT = pattern(r"-(?:[A-Z]{2,4}\d|[A-Z]\d|[HD]\b)")
_ARTICLE = pattern(
    r"\b(?:an?|the|its|their|his|her|our|every|each)(?: (?:new|newer|old|older|ageing|aging|large"
    r"|larger|small|smaller|big|giant|popular|stretched|first|last|second|private|cargo))? $"
)


def _is_known_number(copy: Copy, figure: Figure) -> bool:
    """ "The 747 lands", "a 911 call": numbers that are names by themselves after an article."""
    if copy.text[figure.numeral_start : figure.numeral_end] not in _labels().by_themselves:
        return False
    start = figure.numeral_start
    named = _ARTICLE.search(copy.folded, max(0, start - 18), start) is not None
    counts = copy.folded.startswith(" of ", figure.numeral_end) or _counts_next(copy, figure)
    return named and not counts


_LIST_LINK = r"(?:, | and | or | to | through |, and |[-–])"
_LABELLED_LIST = pattern(rf"\b([a-z]{{3,}})s ((?:[\d.]{{1,5}}[a-z]?{_LIST_LINK}){{0,5}})$")
_LIST_MARKS = ("s ", " and ", " or ", " to ", " through ", ", ", "-", "–")
_LIST_GOES_ON = pattern(rf"{_LIST_LINK}\d{{1,4}}\b")


def _is_in_labelled_list(copy: Copy, figure: Figure) -> bool:
    """ "in rooms 12 and 13", "pages 4-9": one label in the plural for several numbers."""
    if figure.form != "digits" or not 0 <= figure.value <= 400:
        return False
    if not copy.folded.endswith(_LIST_MARKS, 0, figure.start):
        return False
    found = _LABELLED_LIST.search(copy.folded, max(0, figure.start - 40), figure.start)
    if found is None or _counts_next(copy, figure):
        return False
    if not found[2] and not _LIST_GOES_ON.match(copy.folded, figure.end):
        return False
    return found[1] in _labels().before or found[1] in _labels().counted


#: "in 472 B.C.": a year of long ago, which no calendar of ours reckons with.
_ERA = pattern(r"(?:(?: (?:and|to|or) |[-–])\d{1,5})? ?(?:B\.C\.|BCE?\b|A\.D\.|AD\b(?! [A-Z]))")
_PLAYER = pattern(r"(?:^|[\n.;] ?|\) )(?:[A-Z][\w'’-]+ ){1,2}[A-Z][\w'’-]+: $")


def _is_rating(copy: Copy, figure: Figure) -> bool:
    """ "Rosa Lind: 7 Ran and ran": a mark out of ten after a name."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if figure.form != "digits" or not 0 <= figure.value <= 10 or text[start - 2 : start] != ": ":
        return False
    ends = end == len(text) or text[end] in ".,;-–\n" or text[end + 1 : end + 2].isupper()
    return ends and _PLAYER.search(text, max(0, start - 60), start) is not None


def _hyphenated_to_word(folded: str, start: int) -> bool:
    return start > 1 and folded[start - 1] in "-‑" and folded[start - 2].isalpha()


def _is_code(copy: Copy, figure: Figure) -> bool:
    """A leading zero ("Schalke 04"), a list mark ("1)"), a house number."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if _CODE_NEXT.match(text, end):
        return True
    if text[start] == "0" and text[start + 1 : start + 2].isdecimal():
        return text[start:end].isdecimal()
    if text[max(0, start - 3) : start].rstrip(" \n").endswith(")") and _NAME_NEXT.match(text, end):
        return True  # "2 Ann Ruiz (Spain) 3 Mia Holt (US)": a place in a ranking
    return _is_list_mark(text, start, end) or _is_house_number(text, end)


_NAME_NEXT = pattern(r" [A-Z][a-z]+ [A-Z]")


def _is_list_mark(text: str, start: int, end: int) -> bool:
    """ "1) ...", or "1. " at the beginning of a line."""
    if end - start > 2:
        return False
    if start == 0 or text[start - 1] == "\n":
        return text[end : end + 2] in (". ", ") ") and end + 2 < len(text)
    closes = text[end : end + 2].lstrip(" ").startswith(")")
    return closes and text[start - 1] in " ;:" and "(" not in text[max(0, start - 60) : start]


@compiled
def _house() -> re.Pattern[str]:
    """A house number goes on with a street: " Elm Road", " E 71st St", " Rue Monge"."""
    ends = "|".join(re.escape(word.capitalize()) for word in sorted(_labels().streets))
    name = r"(?: [A-Z0-9][\w.'’-]{0,20})"
    return pattern(rf"{name}{{1,4}}? (?:{ends})(?![a-z])| (?:Ave|Rue|Via|Calle|Avenida) [A-Z]")


def _is_house_number(text: str, end: int) -> bool:
    after = text[end : end + 2]
    if len(after) < 2 or after[0] != " " or not (after[1].isupper() or after[1].isdecimal()):
        return False
    return _house().match(text, end) is not None


def _word_before(folded: str, start: int) -> tuple[str, int]:
    """The word before a place, with its full stop, and where it begins."""
    end = start
    while end and folded[end - 1] in " \u00a0-":
        end -= 1
    at = end
    while at and end - at < 20 and not folded[at - 1].isspace():
        if folded[at - 1] in '("“‘—–-' or (
            folded[at - 1] == "'" and not _is_inside(folded, at - 1)
        ):
            break
        at -= 1
    return folded[at:end], at


def _is_inside(folded: str, at: int) -> bool:
    """Does an apostrophe stand inside a word: "poor's"?"""
    return at > 0 and folded[at - 1].isalpha() and folded[at + 1 : at + 2].isalpha()


_INSIDE = pattern(r"\b(?:of|from|at|to|by|in|with|for|the) $")


def _is_labelled(copy: Copy, figure: Figure, before: str, place: int) -> bool:
    labels, capital = _labels(), copy.text[place].isupper()
    if before == "p" and _word_before(copy.folded, place)[0] == "s":
        return True  # "S P 500" has lost its "&"
    if before == "no" and capital and figure.form == "digits":
        if _INSIDE.search(copy.folded, max(0, place - 8), place):
            return True  # "a video of No 10 aides"
        return not _counts_next(copy, figure)  # "No 10 said so"; but "No 10 men agree"
    if before in labels.always and (figure.form == "digits" or capital):
        return True
    if before in labels.charts and capital and figure.value % 10 == 0:
        return True  # "a Fortune 500 company"
    if before in labels.before and capital and figure.form == "digits":
        return True  # "Section 40 shields hosts", "Channel 4 viewers": the word is singular
    if before in labels.before and _is_small(figure):
        return not _counts_next(copy, figure)
    if before in labels.named and capital:
        return not _counts_next(copy, figure)
    if before in labels.counted and _is_small(figure):
        return not _counts_next(copy, figure) and not _is_one_after_unit(figure, before)
    return capital and _names_a_model(copy, figure, before)


_LONGEST_MODEL = 3000
_SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine)"
_CAPITAL = r"[A-Z][\w'’-]{0,20}"
#: "the Liberals 21" is told; "the Vista 4" is a product.
_TALLY_NAME = rf"(?:and )?(?:in )?(?:(?:{_CAPITAL} ){{1,3}}|the (?:{_CAPITAL} ){{0,2}}{_CAPITAL}s )"
_TALLY_NEXT = pattern(rf"[,;]? {_TALLY_NAME}(?:\d|{_SMALL}\b)")
_TALLY_BEFORE = pattern(
    rf"(?:(?:\d|\b{_SMALL})(?: [a-z]{{2,12}}s)?(?:[,;]| and) {_TALLY_NAME}"
    rf"|\bone in (?:{_CAPITAL} ){{1,3}})$"
)
_GOES_ON = pattern(r" ?[-–/:] ?\d|,? (?:to|and|or) \d")


def _names_a_model(copy: Copy, figure: Figure, before: str) -> bool:
    """A small bare number right after a name is part of it: "Pixel 3", "Horizon 4", "Vision 2.0".

    Not after a word that any sentence may begin with, nor where it counts a plural.
    """
    if figure.form != "digits" or figure.step < 0.1 or figure.value >= _LONGEST_MODEL:
        return False
    start = figure.numeral_start
    if copy.text[start - 1] != " " or len(before) < 2 or not before[-1].isalpha():
        return False
    if "," in copy.text[start : figure.numeral_end] or _counts_next(copy, figure):
        return False
    text, end = copy.text, figure.numeral_end
    if _GOES_ON.match(text, end) or _TALLY_NEXT.match(text, end):
        return False  # "Ruiz 6-4" is a score, "Farmers 14, Greens 6" a tally
    if _TALLY_BEFORE.search(text, max(0, start - 60), start):
        return False
    return before not in lexicon("noun-phrases")["stop"] and before not in _openers()


@compiled
def _openers() -> frozenset[str]:
    """Words that stand before true figures although they may be capitals: "About 5", "Monday"."""
    bounds = lexicon("bounds")["before"].values()
    phrases = {phrase.rpartition(" ")[2] for listed in bounds for phrase in listed}
    times = lexicon("times")
    return frozenset(phrases | {*times["weekdays"], *times["months"], "total", "all", "another"})


def _is_one_after_unit(figure: Figure, before: str) -> bool:
    """ "the match one man lost": "one" is seldom a number of a label."""
    return (
        figure.form == "words"
        and figure.value == 1
        and before not in ("week", "day", "phase", "game")
    )


def _is_small(figure: Figure) -> bool:
    return 0 <= figure.value <= 400 and figure.value == int(figure.value)


_ANY_NEXT = pattern(r"[ -]([a-z]+)")


#: "The top 40 album charts" has forty of them, "a top 10 player" is one.
_PLURAL_SOON = pattern(
    r"(?:[ -][a-z'’-]+){0,2}? (?:[a-z'’-]{3,}[^s\W]s|people|men|women|children)\b"
)


def _word_goes_on(copy: Copy, figure: Figure) -> bool:
    """Does a noun phrase follow: "the top 40 album charts", not "the bottom three and"?"""
    found = _ANY_NEXT.match(copy.folded, figure.numeral_end)
    if found is None or found[1] in ("more", "less", "nearly"):
        return False  # "back in the top 40 more than a year later"
    if found[1] in lexicon("noun-phrases")["stop"]:
        return False
    return _PLURAL_SOON.match(copy.folded, figure.numeral_end) is not None


def _counts_next(copy: Copy, figure: Figure) -> bool:
    """Does a plural follow, so that the figure counts something after all?"""
    found = _NEXT_WORD.match(copy.folded, figure.numeral_end)
    if found is None:
        return False
    word = found[1]
    plural = word.endswith("s") and not word.endswith("ss") and word not in _VERBS
    return plural or word in _PLURALS
