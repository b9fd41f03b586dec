"""Figures that are names or labels: S&P 500, Route 66, "in rooms 12 and 13", the top 40."""

from __future__ import annotations

from numcheck.extract.codes import is_told_as_code
from numcheck.extract.figure import Copy, Figure
from numcheck.extract.labels import counts_next, labels, word_before
from numcheck.extract.marks import is_address, is_house_number, is_list_mark, is_place, is_rating
from numcheck.extract.products import is_gate, is_product, names_a_model
from numcheck.patterns import pattern
from numcheck.text.lexicon import lexicon

_CONTRACTED = pattern(r"(?:i|we|you|they|s?he|it|who|that|there)'(?:m|d|s|ve|ll|re)")


def is_label(copy: Copy, figure: Figure) -> bool:
    """Is the figure part of a name? The word before it, what touches it and what follows tell."""
    if figure.form in ("vague", "fraction", "multiplier") or figure.malformed:
        return False
    if figure.scaled:
        return is_product(copy, figure) or is_gate(copy, figure)
    if figure.unit:
        return is_gate(copy, figure) or _hangs_on_a_word(copy, figure)
    if _is_marked(copy, figure) or _is_in_labelled_list(copy, figure):
        return True
    if figure.form == "digits" and (_is_code(copy, figure) or _hangs_on_a_word(copy, figure)):
        return True
    if figure.form == "digits" and _hyphenated_to_word(copy.folded, figure.numeral_start):
        return False  # "mid-1990s", "minus-130"
    before, place = word_before(copy.folded, figure.numeral_start)
    if _CONTRACTED.fullmatch(before):
        return False  # "I'm 78", "we've 20 cows"
    if before in labels().ranks and _is_small(figure):
        return not _word_goes_on(copy, figure)
    return bool(before) and _is_labelled(copy, figure, before, place)


def _is_marked(copy: Copy, figure: Figure) -> bool:
    """ "#3", "f/1.8", "Rosa Lind: 7", "472 B.C.", "a 911 call"."""
    text, start = copy.text, figure.numeral_start
    if start and (text[start - 1] in "#№§" or _is_after_slash(text, start)):
        return True
    rated = is_rating(copy, figure) or _ERA.match(copy.text, figure.numeral_end)
    return bool(rated) or _is_known_number(copy, figure)


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
    if copy.text[figure.numeral_start : figure.numeral_end] not in labels().by_themselves:
        return False
    start = figure.numeral_start
    named = _ARTICLE.search(copy.folded, max(0, start - 18), start) is not None
    counts = copy.folded.startswith(" of ", figure.numeral_end) or counts_next(copy, figure)
    return named and not counts


_LIST_LINK = r"(?:, | and | or | to | through |, and |[-–])"
_LABELLED_LIST = pattern(rf"\b([a-z]{{3,}})s ((?:[\d.]{{1,5}}[a-z]?{_LIST_LINK}){{0,5}})$")
_LIST_MARKS = ("s ", " and ", " or ", " to ", " through ", ", ", "-", "–")
_LAST_LABEL = 1999
_LIST_GOES_ON = pattern(rf"{_LIST_LINK}\d{{1,4}}\b")


def _is_in_labelled_list(copy: Copy, figure: Figure) -> bool:
    """ "in rooms 12 and 13", "pages 4-9": one label in the plural for several numbers."""
    if figure.form != "digits" or not 0 <= figure.value <= _LAST_LABEL:
        return False
    if not copy.folded.endswith(_LIST_MARKS, 0, figure.start):
        return False
    found = _LABELLED_LIST.search(copy.folded, max(0, figure.start - 40), figure.start)
    if found is None or counts_next(copy, figure):
        return False
    if not found[2] and not _LIST_GOES_ON.match(copy.folded, figure.end):
        return False
    return found[1] in labels().before or found[1] in labels().counted


#: "in 472 B.C.": a year of long ago, which no calendar of ours reckons with.
_ERA = pattern(r"(?:(?: (?:and|to|or) |[-–])\d{1,5})? ?(?:B\.C\.|BCE?\b|A\.D\.|AD\b(?! [A-Z]))")


def _hangs_on_a_word(copy: Copy, figure: Figure) -> bool:
    """ "COVID-19": a hyphen ties the figure to a word that is no prefix of figures."""
    start = figure.numeral_start
    hung = _hyphenated_to_word(copy.folded, start)
    return hung and word_before(copy.folded, start - 1)[0] not in labels().prefixes


def _hyphenated_to_word(folded: str, start: int) -> bool:
    return start > 1 and folded[start - 1] in "-‑" and folded[start - 2].isalpha()


def _is_code(copy: Copy, figure: Figure) -> bool:
    """A leading zero ("Schalke 04"), a list mark ("1)"), a house number, a told code."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if is_address(copy, figure):
        return True
    if is_told_as_code(copy, figure) and not counts_next(copy, figure):
        return True
    if _CODE_NEXT.match(text, end):
        return True
    if text[start] == "0" and text[start + 1 : start + 2].isdecimal():
        return text[start:end].isdecimal()
    return (
        is_place(text, start, end) or is_list_mark(text, start, end) or is_house_number(text, end)
    )


_INSIDE = pattern(r"\b(?:of|from|at|to|by|in|with|for|the) $")


def _is_labelled(copy: Copy, figure: Figure, before: str, place: int) -> bool:
    known, capital = labels(), copy.text[place].isupper()
    if before == "p" and word_before(copy.folded, place)[0] == "s":
        return True  # "S P 500" has lost its "&"
    if before == "no" and capital and figure.form == "digits":
        if _INSIDE.search(copy.folded, max(0, place - 8), place):
            return True  # "a video of No 10 aides"
        return not counts_next(copy, figure)  # "No 10 said so"; but "No 10 men agree"
    if before in known.always and (figure.form == "digits" or capital):
        return True
    if before in known.charts and capital and figure.value % 10 == 0:
        return True  # "a Fortune 500 company"
    if before in known.before and capital and figure.form == "digits":
        return True  # "Section 40 shields hosts", "Channel 4 viewers": the word is singular
    if before in known.before and (_is_small(figure) or _is_numbered(copy, figure)):
        return not counts_next(copy, figure)
    if before in known.named and capital:
        return not counts_next(copy, figure)
    if before in known.counted and _is_small(figure):
        return not counts_next(copy, figure) and not _is_one_after_unit(figure, before)
    return capital and names_a_model(copy, figure, before)


def _is_one_after_unit(figure: Figure, before: str) -> bool:
    """ "the match one man lost": "one" is seldom a number of a label."""
    return (
        figure.form == "words"
        and figure.value == 1
        and before not in ("week", "day", "phase", "game")
    )


def _is_small(figure: Figure) -> bool:
    return 0 <= figure.value <= 400 and figure.value == int(figure.value)


_NUMBERED = pattern(r"\d{3,4}\b(?![.,]\d| (?:more|fewer|less|times|of the)\b)")


def _is_numbered(copy: Copy, figure: Figure) -> bool:
    """ "post 1204", "quoting reference 3924": three digits or four without a comma."""
    return _NUMBERED.match(copy.text, figure.numeral_start) is not None


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
