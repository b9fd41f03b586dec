"""Figures that are names or labels: S&P 500, Route 66, telephone numbers, addresses, scores."""

from __future__ import annotations

import re
from functools import cache

from numcheck.extract.figure import Copy, Figure
from numcheck.model import Span
from numcheck.text.lexicon import lexicon

_LINK = re.compile(
    r"(?:https?://|www\.)\S{1,2000}|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}", re.ASCII
)
_BARE_LINK = re.compile(r"\b[a-z0-9-]{2,40}\.(?:com|org|net|co\.uk|gov|edu|info)(?:/\S{0,500})?\b")
_PHONE = re.compile(r"\+?\(?\d{1,4}\)?(?:[ .-]\(?\d{2,5}\)?){2,5}(?!\d)")
_PHONE_CUE = re.compile(
    r"(?:tel|phone|fax|call|mobile|text|contact|hotline|helpline)\b[^\d]{0,12}$"
)
_DIGITS_IN_PHONE = re.compile(r"\d")
_STREET = re.compile(
    r"(?: (?:[nsew]|north|south|east|west)\.?)? [A-Za-z0-9][\w.'’-]{0,20}(?: [A-Z][\w.'’-]{0,20})? ([A-Z][a-z]{1,9}\.?)(?![a-z])"
)
_MARKER = re.compile(r"(?:^|[\s;:])\d{1,2} ?\)")
_RANGE_OF_NUMBERS = re.compile(r" ?(?:[-–,]|and|to) ?$")


def link_spans(text: str, folded: str) -> list[Span]:
    """Web addresses, mail addresses and file names: no figure in them is one."""
    if "://" not in text and "www." not in folded and "@" not in text and ".co" not in folded:
        return []
    found = [Span(*link.span()) for link in _LINK.finditer(folded)]
    found += [Span(*link.span()) for link in _BARE_LINK.finditer(folded)]
    return sorted(found)


@cache
def _labels() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in lexicon("identifiers").items()}


def read_phone(copy: Copy, at: int) -> int | None:
    """The end of a telephone number, postcode or code in groups that begins at `at`."""
    text = copy.text
    if (
        text[at] == "0"
        and text[at + 1 : at + 2].isdigit()
        and (at == 0 or not text[at - 1].isdigit())
    ):
        found = re.compile(r"\d{2,5}(?:[ -]\d{3,6}){1,3}(?!\d)").match(text, at)
        if found and len(_DIGITS_IN_PHONE.findall(found[0])) >= 8:
            return found.end()
    found = _PHONE.match(text, at)
    if found is None:
        return None
    groups = re.findall(r"\d+", found[0])
    if len(groups) < 3 or not 7 <= sum(map(len, groups)) <= 15:
        return None
    if found[0].count("-") + found[0].count(".") >= 2 and len(groups[-1]) == 4:
        return found.end()
    if text[max(0, at - 1) : at] in ("+", "(") or found[0].startswith("+"):
        return found.end()
    return found.end() if _PHONE_CUE.search(copy.folded, max(0, at - 24), at) else None


def is_label(copy: Copy, figure: Figure) -> bool:
    """Is the figure part of a name? Looks at the word before it and at what follows."""
    if figure.unit or figure.scaled or figure.form in ("vague", "fraction", "multiplier"):
        return False
    text, folded, start, end = copy.text, copy.folded, figure.numeral_start, figure.numeral_end
    digits = figure.form == "digits"
    if digits and text[start] == "0" and end - start > 1 and text[start + 1].isdigit():
        return True
    if start and text[start - 1] in "#№§":
        return True
    if digits and _is_marker(copy, start, end):
        return True
    if digits and start and folded[start - 1] == "-" and start > 1 and folded[start - 2].isalpha():
        return _is_compound_name(copy, start)
    before, place = word_before(folded, start)
    return (bool(before) and _labelled(copy, figure, before, place)) or (
        digits and _is_address(text, end)
    )


def _is_compound_name(copy: Copy, start: int) -> bool:
    """ "COVID-19", "F-16", "under-21" but not "mid-1990s" or "plus-30"."""
    word, _ = word_before(copy.folded, start - 1)
    return word not in (
        "mid",
        "pre",
        "post",
        "minus",
        "plus",
        "about",
        "around",
        "over",
        "early",
        "late",
        "to",
        "and",
        "or",
        "nearly",
        "than",
        "some",
        "estimated",
        "just",
        "almost",
    )


def _is_marker(copy: Copy, start: int, end: int) -> bool:
    """A list marker: "1) ...", or "1. " at the beginning of a line."""
    text = copy.text
    if end - start > 2:
        return False
    line_start = start == 0 or text[start - 1] == "\n"
    if line_start and text[end : end + 2] in (". ", ") ") and end + 2 < len(text):
        return True
    return (
        text[end : end + 2].lstrip(" ").startswith(")")
        and "(" not in text[max(0, start - 60) : start]
        and (start == 0 or text[start - 1] in " ;:")
    )


def word_before(folded: str, start: int) -> tuple[str, int]:
    """The word before a place, with its full stop, and where it begins."""
    end = start
    while end and folded[end - 1] in " \u00a0-":
        end -= 1
    at = end
    while (
        at and end - at < 20 and not folded[at - 1].isspace() and folded[at - 1] not in "(\"“‘'—–"
    ):
        at -= 1
    return folded[at:end], at


def _labelled(copy: Copy, figure: Figure, before: str, place: int) -> bool:
    labels, text = _labels(), copy.text
    if before in labels["before"]:
        if before in (
            "number",
            "area",
            "note",
            "figure",
            "question",
            "level",
            "type",
            "series",
            "exit",
            "ward",
            "flat",
            "catch",
            "agent",
            "fax",
            "call",
            "item",
            "gate",
            "lane",
            "stage",
            "phase",
            "note",
            "lesson",
            "case",
            "block",
            "slot",
            "galaxy",
            "page",
            "pages",
        ):
            return text[place].isupper() or (_small(figure) and not _counted_next(copy, figure))
        return not _counted_next(copy, figure) or (
            figure.form == "digits"
            and before in ("boeing", "airbus", "flight", "route", "no.", "s&p")
        )
    if text[place].isupper() and before in labels["named"]:
        return not _counted_next(copy, figure)
    if before in labels["counted"] and _small(figure):
        if (
            figure.form == "words"
            and figure.value == 1
            and before
            not in (
                "week",
                "day",
                "game",
                "round",
                "number",
                "phase",
                "season",
                "chapter",
                "episode",
            )
        ):
            return False
        return not _counted_next(copy, figure)
    if figure.form == "digits" and text[place].isupper() and before.endswith("s p"):
        return True
    return before == "p" and word_before(copy.folded, place)[0] == "s"


def _small(figure: Figure) -> bool:
    return 0 <= figure.value <= 400 and figure.value == int(figure.value)


_NEXT_WORD = re.compile(r"[ -](?:of (?:the )?)?([a-z]{3,})\b")
_VERBS = frozenset(
    {
        "was",
        "has",
        "this",
        "is",
        "does",
        "his",
        "its",
        "across",
        "versus",
        "plus",
        "always",
        "less",
        "thus",
        "perhaps",
        "towards",
        "yes",
        "us",
        "vs",
        "says",
        "comes",
        "goes",
        "takes",
        "makes",
        "begins",
        "starts",
        "ends",
        "shows",
        "gives",
        "gets",
        "means",
        "remains",
        "runs",
        "looks",
        "seems",
        "offers",
        "brings",
        "allows",
        "requires",
        "needs",
        "wants",
        "sees",
        "states",
    }
)


def _counted_next(copy: Copy, figure: Figure) -> bool:
    """Does a plural follow, so that the figure counts something after all?"""
    found = _NEXT_WORD.match(copy.folded, figure.numeral_end)
    if found is None:
        return False
    word = found[1]
    return (word.endswith("s") and not word.endswith("ss") and word not in _VERBS) or word in (
        "people",
        "men",
        "women",
        "children",
        "percent",
        "per",
    )


def _is_address(text: str, end: int) -> bool:
    if text[end : end + 1] != " " or not (
        text[end + 1 : end + 2].isupper() or text[end + 1 : end + 2].isdigit()
    ):
        return False
    found = _STREET.match(text, end)
    return bool(found and found[1].lower() in _labels()["streets"])
