"""The one search through the text, and the reading of each figure where it was found."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract import calendar
from numcheck.extract.after import read_bound_after, read_unit, unit_at
from numcheck.extract.before import read_bound, read_sign, read_symbol
from numcheck.extract.figure import Copy, Figure
from numcheck.extract.names import is_label, link_spans, read_phone
from numcheck.extract.words import is_figure
from numcheck.text import numerals
from numcheck.text.trie import alternation

_MONTHS = frozenset(calendar.month_words())


@cache
def _anchors() -> re.Pattern[str]:
    """Digits, number words, months and fraction signs, each at the beginning of a word."""
    words = alternation([*numerals.anchor_words(), *calendar.month_words()])
    return re.compile(rf"\b(?:\d|{words}(?![a-z]))|[{numerals.vulgar_signs()}]|(?<=[a-z$€£])\d")


def figures(copy: Copy) -> list[Figure]:
    """Every figure of the copy, each with its own sign, unit and bound, in order."""
    found: list[Figure] = []
    links = link_spans(copy.text, copy.folded)
    done = 0
    for anchor in _anchors().finditer(copy.folded):
        start = anchor.start()
        if start < done:
            continue
        while links and links[0].end <= start:
            links.pop(0)
        if links and links[0].start <= start:
            continue
        figure, done = _read(copy, start, done)
        if figure is not None:
            found.append(figure)
    return found


def _read(copy: Copy, at: int, done: int) -> tuple[Figure | None, int]:
    """The figure at an anchor, if there is one, and where to go on."""
    first = copy.folded[at]
    if not first.isdigit():
        return _read_word(copy, at, done)
    if (
        (at and copy.folded[at - 1].isalnum())
        or (at > 1 and copy.folded[at - 1] == "." and copy.folded[at - 2].isdigit())
    ) and not _is_glued_currency(copy, at):
        return None, _past_digits(copy.folded, at)
    return _read_digits(copy, at)


def _is_glued_currency(copy: Copy, at: int) -> bool:
    """ "RM79", "USD1,700", "PS6m": letters before the digits that are a currency."""
    figure = Figure(at, at + 1, at, at + 1, 0.0, 1.0, "digits")
    read_symbol(copy, figure)
    return figure.symbol_first


def _past_digits(folded: str, at: int) -> int:
    while at < len(folded) and (folded[at].isalnum()):
        at += 1
    return at


def _read_digits(copy: Copy, at: int) -> tuple[Figure | None, int]:
    folded = copy.folded
    phone = (
        read_phone(copy, at)
        if folded[at + 1 : at + 2].isdigit() or folded[at + 1 : at + 2] in "-. "
        else None
    )
    if phone is not None:
        return _identifier(at, phone), phone
    dated = calendar.read_date(copy, at)
    if dated is not None:
        return dated, max(dated.end, at + 1)
    numeral = numerals.read_digits(folded, at)
    if numeral is None:
        end = _past_run(folded, at)
        return _identifier(at, end), end
    if (
        at
        and folded[at - 1] == "."
        and (at == 1 or not folded[at - 2].isalnum())
        and numeral.value == int(numeral.value)
        and numeral.step == 1
    ):
        digits = folded[at : numeral.end]
        if digits.isdigit():
            numeral = numeral._replace(
                start=at - 1, value=float(f"0.{digits}"), step=10.0 ** -len(digits)
            )
    figure = Figure.of(numeral)
    ordinal = _ordinal_end(folded, numeral)
    if ordinal:
        figure.end = figure.numeral_end = ordinal
        figure.form, figure.kind = "ordinal", "ordinal"
        calendar.read_century(copy, figure)
        return figure, figure.end
    read_symbol(copy, figure)
    if not figure.symbol_first and (calendar.read_short_year(copy, figure)):
        return figure, figure.end
    scaled = numerals.with_scale(folded, numeral, money=figure.symbol_first)
    if scaled.end > numeral.end:
        _rescale(figure, scaled)
    elif numeral.step == 1.0 and not figure.malformed:
        _rescale(figure, numerals.add_half(folded, numeral))
    return _finish(copy, figure)


def _rescale(figure: Figure, numeral: numerals.Numeral) -> None:
    figure.end = figure.numeral_end = numeral.end
    figure.value, figure.step, figure.scaled = numeral.value, numeral.step, numeral.scaled


_RUN = re.compile(r"[\d.,/-]*\w*")
_ORDINAL = re.compile(r"(?:st|nd|rd|th)(?![a-z0-9])")


def _past_run(folded: str, at: int) -> int:
    found = _RUN.match(folded, at)
    return found.end() if found and found.end() > at else at + 1


def _ordinal_end(folded: str, numeral: numerals.Numeral) -> int:
    found = _ORDINAL.match(folded, numeral.end)
    return found.end() if found and numeral.step == 1 else 0


def _identifier(start: int, end: int) -> Figure:
    return Figure(start, end, start, end, 0.0, 1.0, "digits", kind="identifier")


def _read_word(copy: Copy, at: int, done: int) -> tuple[Figure | None, int]:
    folded = copy.folded
    word = re.compile(r"[a-z]+").match(folded, at)
    if word is None:
        vulgar = numerals.read_vulgar(folded, at)
        return _finish(copy, Figure.of(vulgar)) if vulgar else (None, at + 1)
    if word[0] in _MONTHS:
        dated = calendar.read_month_first(copy, at)
        return dated, (dated.end if dated else word.end())
    if not _is_free(folded, at):
        return None, word.end()
    begin = _with_article(folded, at, done)
    numeral = numerals.read_words(folded, begin)
    if numeral is None and begin < at:
        numeral = numerals.read_words(folded, at)
    if numeral is None:
        return None, word.end()
    return _finish_word(copy, Figure.of(numeral))


def _is_free(folded: str, at: int) -> bool:
    """Is the word no tail of a compound name ("forty-one" is read from its head)?"""
    return at == 0 or not (folded[at - 1].isalnum() or folded[at - 1] in "'’_")


def _with_article(folded: str, at: int, done: int) -> int:
    """Where "a" or "an" stands before a number word: "a hundred", "a few"."""
    if at < 2 or folded[at - 1] not in " -":
        return at
    begin = at - 2 if folded[at - 2] == "a" else at - 3 if folded[at - 3 : at - 1] == "an" else at
    if begin == at or begin < max(done, 0) or (begin > 0 and folded[begin - 1].isalnum()):
        return at
    return begin


def _finish_word(copy: Copy, figure: Figure) -> tuple[Figure | None, int]:
    if figure.form == "ordinal":
        figure.kind = "ordinal"
        calendar.read_century(copy, figure)
        return figure, figure.end
    if not is_figure(copy, figure):
        return None, figure.numeral_end
    if figure.kind == "ordinal":
        return figure, figure.end
    return _finish(copy, figure)


def _finish(copy: Copy, figure: Figure) -> tuple[Figure | None, int]:
    """Everything that is read around a numeral, in the order in which each relies on the last."""
    folded = copy.folded
    end = figure.numeral_end
    if figure.kind != "money" and figure.form == "digits" and calendar.read_year(copy, figure):
        return figure, figure.end
    if is_label(copy, figure):
        figure.kind = "identifier"
        if end < len(folded) and folded[end].isalnum():
            figure.end = figure.numeral_end = _past_digits(folded, end)
        return figure, figure.end
    if figure.form in ("fraction", "multiplier"):
        figure.kind = "ratio"
    read_unit(copy, figure)
    if not figure.unit and figure.form == "digits" and end < len(folded) and folded[end].isalpha():
        figure.kind, figure.end = "identifier", _past_digits(folded, end)
        return figure, figure.end
    read_sign(copy, figure)
    _read_age(copy, figure)
    read_bound_after(copy, figure)
    _read_between(copy, figure)
    if figure.shape != "range":
        read_bound(copy, figure)
    return figure, figure.end


_OLD = re.compile(r"[ -](?:olds?|of[ -]age)\b")
_AGED = re.compile(
    r"\b(?:aged?|ages|turn(?:s|ed|ing)|age of)(?: of)?(?: about| around| just| only| over| under| at least)? ?$"
)
_NAME_BEFORE = re.compile(r"[A-Z][\w'’.-]*,? ?$")
_AGE_AFTER = re.compile(r"(?:,(?!\d)|\)|\.$|\.\s|;| and )")


def _read_age(copy: Copy, figure: Figure) -> None:
    """ "25-year-old", "aged 65", "Zinin, 25,": how old someone is."""
    if figure.kind == "duration":
        old = _OLD.match(copy.folded, figure.end)
        if old:
            figure.kind, figure.end = "age", old.end()
        elif _AGED.search(copy.folded, max(0, figure.start - 24), figure.start):
            figure.kind = "age"
        return
    if (
        figure.kind != "number"
        or figure.unit
        or not 0 < figure.value < 120
        or figure.scaled
        or figure.value != int(figure.value)
    ):
        return
    if _AGED.search(copy.folded, max(0, figure.start - 24), figure.start) or _after_name(
        copy, figure
    ):
        figure.kind, figure.unit = "age", "year"


_NO_NAME = frozenset(["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
                      "jan", "feb", "aug", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])  # fmt: skip


def _after_name(copy: Copy, figure: Figure) -> bool:
    """A bare number between commas right after a name: "Ms Rossi, 41, said"."""
    text, start, end = copy.text, figure.numeral_start, figure.numeral_end
    if figure.form != "digits" or text[start - 2 : start] != ", " or end - start > 3 or start < 4:
        return False
    if text[end : end + 1] not in (",", ".", ";", ")", "", " ") or (
        text[end : end + 5] not in ("", ",", ".") and text[end] == " "
    ):
        return False
    found = _NAME_BEFORE.search(text, max(0, start - 24), start - 1)
    if found is None:
        return False
    word = found[0].rstrip(", .").lower()
    return (
        word not in _NO_NAME
        and not word.isdigit()
        and not text[end : end + 2].strip(",").isdigit()
        and not re.match(r", (?:\d|and \d)", text[end : end + 8])
    )


_BETWEEN = re.compile(
    r"\b(?:anywhere |somewhere |ranging |ranges? |ranged )?(?:from|between)(?: about| around| an estimated| roughly)? ?$"
)


def _read_between(copy: Copy, figure: Figure) -> None:
    """Mark the first end of "between A and B" and "from A to B"; it is joined when B is known."""
    found = _BETWEEN.search(copy.folded, max(0, figure.start - 28), figure.start)
    if found:
        figure.shape = "range"


__all__ = ["figures", "unit_at"]
