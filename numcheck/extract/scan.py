"""The one search through the text, and the reading of each figure where it was found."""

from __future__ import annotations

import re

from numcheck.extract import calendar, years
from numcheck.extract.after import read_unit, unit_at
from numcheck.extract.ages import read_age
from numcheck.extract.before import read_name_before, read_sign, read_symbol
from numcheck.extract.bounds import read_bound, read_bound_after
from numcheck.extract.codes import link_spans, read_phone
from numcheck.extract.compounds import read_rest
from numcheck.extract.figure import Copy, Figure
from numcheck.extract.halves import add_part, may_begin, read_half_a, wordings
from numcheck.extract.join import mark_between
from numcheck.extract.money import read_unnamed_money
from numcheck.extract.names import is_label
from numcheck.extract.odds import read_tally
from numcheck.extract.products import is_class, is_console
from numcheck.extract.shares import read_remainder
from numcheck.extract.wordlists import wordlists
from numcheck.extract.words import is_figure
from numcheck.patterns import pattern
from numcheck.text.digits import VULGAR_SIGNS, read_digits, read_vulgar, with_scale
from numcheck.text.lexicon import compiled
from numcheck.text.number_words import read_words
from numcheck.text.numerals import Numeral, anchor_words
from numcheck.text.trie import alternation

#: The marks that odds and tallies are written with.
_PAIRED = frozenset("-/")
_MONTHS = frozenset(calendar.month_words())
_WORD = pattern(r"[a-z]+")
_RUN = pattern(r"[\d.,/-]*\w*")
_ORDINAL = pattern(r"(?:st|nd|rd|th)(?![a-z0-9])")


#: Digits that begin a word or follow a letter, and fraction signs.
_SIGNS = pattern(rf"[\d{VULGAR_SIGNS}](?<![^\Wa-z]\d)")


@compiled
def _words() -> re.Pattern[str]:
    """Number words, months and "a gallon"."""
    single = [f"{'an' if unit[0] in 'aeiou' else 'a'} {unit}" for unit in wordlists().article_units]
    words = alternation([*anchor_words(), *calendar.month_words(), *single, *wordings()])
    return pattern(rf"\b{words}(?![a-z])")


def _anchors(folded: str) -> list[int]:
    """Where a figure may begin, in order."""
    # Two searches that each know their first letter take half the time of one for both.
    found = [sign.start() for sign in _SIGNS.finditer(folded)]
    found += [word.start() for word in _words().finditer(folded)]
    return sorted(found)


def figures(copy: Copy) -> list[Figure]:
    """Every figure of the copy, each with its own sign, unit and bound, in order."""
    found: list[Figure] = []
    links = link_spans(copy)[::-1]
    done = 0
    for start in _anchors(copy.folded):
        if start < done:
            continue
        while links and links[-1].end <= start:
            links.pop()
        if links and links[-1].start <= start:
            continue
        copy.floor = done
        figure, done = _read(copy, start)
        if figure is not None:
            found.append(figure)
    return found


def _read(copy: Copy, at: int) -> tuple[Figure | None, int]:
    """The figure at an anchor, if there is one, and where to go on."""
    folded = copy.folded
    if not folded[at].isdecimal():
        return _read_word(copy, at)
    if at and _is_inside_code(folded, at) and not _is_glued_currency(copy, at):
        return None, _past_word(folded, at)
    return _read_digits(copy, at)


def _is_inside_code(folded: str, at: int) -> bool:
    """Does a word or a longer number run into the digit: "iPhone14", "1149.5+6663"?"""
    before = folded[at - 1]
    if before.isalnum() or before == "_":
        return True
    return at > 1 and before in ".+" and folded[at - 2].isdecimal()


def _is_glued_currency(copy: Copy, at: int) -> bool:
    """ "RM79", "USD1,700": letters before the digits that are a currency."""
    figure = Figure(at, at + 1, at, at + 1, 0.0, 1.0, "digits")
    read_symbol(copy, figure)
    return figure.symbol_first


def _past_word(folded: str, at: int) -> int:
    while at < len(folded) and folded[at].isalnum():
        at += 1
    return at


# -- digits ---------------------------------------------------------------------------------


def _read_digits(copy: Copy, at: int) -> tuple[Figure | None, int]:
    folded = copy.folded
    phone = read_phone(copy, at)
    if phone is not None:
        return _identifier(at, phone), phone
    if not _PAIRED.isdisjoint(folded[at : at + 5]) and (pair := read_tally(copy, at)):
        return pair, pair.end
    dated = calendar.read_date(copy, at)
    if dated is not None:
        dated.start = max(dated.start, copy.floor)
        return dated, dated.end
    numeral = read_digits(folded, at)
    if numeral is None:
        run = _RUN.match(folded, at)
        end = run.end() if run and run.end() > at else at + 1
        return _identifier(at, end), end
    numeral = _with_leading_point(folded, numeral)
    ordinal = _ORDINAL.match(folded, numeral.end)
    if ordinal and numeral.step == 1 and not _is_stone(copy, numeral, ordinal[0]):
        numeral = numeral._replace(end=ordinal.end(), form="ordinal")
        return _ranked(copy, Figure.of(numeral))
    figure = Figure.of(numeral)
    read_symbol(copy, figure)
    if not figure.symbol_first and years.read_short_year(copy, figure):
        return figure, figure.end
    scaled = with_scale(copy.text, folded, numeral, money=figure.symbol_first)
    if scaled is not numeral:
        figure.rescale(scaled)
    if is_console(copy, figure) or is_class(copy, figure):
        return _named(copy, figure)
    return _finish(copy, figure)


_POUNDS_NEXT = pattern(r"st(?: \d{1,2}(?:lbs?\b|[,.;)])| ?\(\d)")


def _is_stone(copy: Copy, numeral: Numeral, ending: str) -> bool:
    """ "9st 6lb", "ridden at 10st": no rank ends so, and the copy speaks of weight."""
    value = numeral.value
    if ending != "st" or (value % 10 == 1 and value % 100 != 11):
        return False
    if _POUNDS_NEXT.match(copy.folded, numeral.end):
        return True
    window = copy.folded[max(0, numeral.start - 80) : numeral.end + 60]
    return not wordlists().weighing.isdisjoint(_WORD.findall(window))


def _with_leading_point(folded: str, numeral: Numeral) -> Numeral:
    """ ".500" is five hundred thousandths."""
    at = numeral.start
    if at == 0 or folded[at - 1] != "." or (at > 1 and folded[at - 2].isalnum()):
        return numeral
    digits = folded[at : numeral.end]
    if not digits.isdecimal():
        return numeral
    return numeral._replace(start=at - 1, value=float(f"0.{digits}"), step=10.0 ** -len(digits))


def _identifier(start: int, end: int) -> Figure:
    return Figure(start, end, start, end, 0.0, 1.0, "digits", kind="identifier")


# -- words ----------------------------------------------------------------------------------


def _read_word(copy: Copy, at: int) -> tuple[Figure | None, int]:
    folded = copy.folded
    word = _WORD.match(folded, at)
    if word is None:
        vulgar = read_vulgar(folded, at)
        return _finish(copy, Figure.of(vulgar)) if vulgar else (None, at + 1)
    if word[0] in _MONTHS:
        dated = calendar.read_month_first(copy, at)
        return (dated, dated.end) if dated else (None, word.end())
    if at and (folded[at - 1].isalnum() or folded[at - 1] in "'’_"):
        return None, word.end()
    if word[0] in ("a", "an"):
        return _read_article(copy, at, word.end())
    begin = _with_article(folded, at, copy.floor)
    numeral = read_words(folded, begin) or (read_words(folded, at) if begin < at else None)
    if numeral is None:
        return None, word.end()
    figure = Figure.of(numeral)
    if figure.form == "ordinal" and not read_remainder(copy, figure):
        return _ranked(copy, figure)
    if not is_figure(copy, figure):
        return None, figure.numeral_end
    if figure.kind == "ordinal":
        return figure, figure.end
    return _finish(copy, figure)


def _with_article(folded: str, at: int, floor: int) -> int:
    """Where "a" or "an" stands before a number word: "a hundred", "a few"."""
    for article in ("a", "an"):
        begin = at - len(article) - 1
        stands = begin >= floor and folded.startswith(article, begin) and folded[at - 1] in " -"
        if stands and (begin == 0 or not folded[begin - 1].isalnum()):
            return begin
    return at


def _read_article(copy: Copy, at: int, end: int) -> tuple[Figure | None, int]:
    """ "a gallon of beer": one of a measure."""
    numeral = Numeral(at, end, 1.0, 1.0, "words")
    figure = Figure.of(numeral)
    if (
        unit_at(copy, end) is None
        or not may_begin(copy, end)
        or copy.folded[max(0, at - 5) : at].endswith(("such ", "what "))
    ):
        return None, end
    return _finish(copy, figure)


def _ranked(copy: Copy, figure: Figure) -> tuple[Figure, int]:
    figure.kind = "ordinal"
    years.read_century(copy, figure)
    return figure, figure.end


# -- around the numeral ---------------------------------------------------------------------


def _finish(copy: Copy, figure: Figure) -> tuple[Figure | None, int]:
    """Everything that is read around a numeral, in the order in which each relies on the last."""
    folded = copy.folded
    if not figure.symbol_first and years.read_year(copy, figure):
        return figure, figure.end
    if figure.form in ("fraction", "multiplier") and figure.kind != "count":
        figure.kind = "ratio"
    if not _read_fold(copy, figure) and not read_rest(copy, figure):
        read_unit(copy, figure)
        add_part(copy, figure)
    if not figure.unit:
        read_half_a(copy, figure)
        read_name_before(copy, figure)
    if is_label(copy, figure):
        return _named(copy, figure)
    end = figure.numeral_end
    if not figure.unit and figure.form == "digits" and end < len(folded) and folded[end].isalpha():
        return _named(copy, figure)
    read_sign(copy, figure)
    read_age(copy, figure)
    if read_bound_after(copy, figure) and not figure.unit:
        read_unit(copy, figure)  # "20-plus years", "70 or so miles"
    read_unnamed_money(copy, figure)
    mark_between(copy, figure)
    if figure.shape != "range":
        read_bound(copy, figure)
    return figure, figure.end


_FOLD = pattern(r"[ -]?fold\b")


def _read_fold(copy: Copy, figure: Figure) -> bool:
    """ "10-fold", "twenty-fold": how many times the old value."""
    found = _FOLD.match(copy.folded, figure.end)
    if found is None or figure.form not in ("digits", "words"):
        return False
    figure.end, figure.form, figure.kind = found.end(), "multiplier", "ratio"
    return True


def _named(copy: Copy, figure: Figure) -> tuple[Figure, int]:
    figure.kind, figure.unit = "identifier", ""
    figure.end = figure.numeral_end = max(
        figure.numeral_end, _past_word(copy.folded, figure.numeral_end)
    )
    return figure, figure.end
