"""What a figure counts: the noun phrase after it, its head and the head's lemma.

After any number but one the head is the first plural. Whether the thing is a person or money is
the lexicon's business.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numcheck.claims.phrase import (
    MARK,
    POSSESSOR,
    Asked,
    Word,
    is_verb_form,
    lemma,
    lists,
    phrase,
)
from numcheck.model import Quantity, Span
from numcheck.patterns import pattern
from numcheck.text.lexicon import compiled, lexicon

_LEAD = pattern(
    rf"(?:\[?[{MARK}]{{1,3}}\]?|[*†‡](?=[ \u00a0]))?"
    # "three years' time", "a year's pay"; a dash between spaces begins another clause.
    r"(?:['’]s(?= ))?(?:[-‑–]\s?|[\s\u00a0]*)[\"“”'‘’(\[]*\s?"
)
#: So are the ones that a part is taken of: "four of their last five matches".
_LAST_FEW = pattern(
    r"of (?:the|its|his|her|their|our|my) (?:last|first|next|past|final|top) "
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) "
)
#: A conversion in brackets: "2,600 acres (1,052 hectares)" counts no hectares.
_IN_BRACKETS = pattern(r" ?\((?:about |around |nearly )?[^\w\s]?\d")
#: "the 2,000-strong workforce" counts the workforce.
_STRONG = pattern(r"[ -]strong (?=[a-z])")
#: A hyphen left hanging waits for the noun of the last of a list: "two- and four-door models".
_HUNG = pattern(
    r"-,? (?:(?:and |or |to )?[a-z\d]{1,12}(?:-,?|,) ){0,3}"
    r"(?:and |or |to )?[a-z\d]{1,12}-(?=[a-z])",
    re.I,
)
#: What a stretch or a sum is followed by where the clause goes on without it: "after 12 years Acme
#: has", "they live five years the report says".
_GOES_ON = pattern(
    r" (?:the|his|her|its|their|our|my|this|these|those) | [A-Z][a-z]+ (?:has|had|is)\b"
)
_HALF_THE = pattern(r" (?=(?:the|these|those|his|her|its|their|our) )")
_NAME = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
#: Figures with a unit of time are durations; these nouns after a bare one tell when.
_TIMES = frozenset({"year", "month", "week", "day", "season", "decade", "quarter", "night"})
#: Kinds whose noun must be led by "of" ("80 percent of the vote") and those that count nothing.
_OF_ONLY = frozenset({"percent", "ratio", "temperature"})
_COUNTS_NOTHING = frozenset({"date", "year", "time", "identifier", "score"})


class Counted(NamedTuple):
    """The counted thing: its place and text, head lemma ("protester"), modifiers, the head's place.

    `inherited` says that it was told for an earlier figure of the sentence.
    """

    start: int
    end: int
    noun: str
    head: str
    modifiers: tuple[str, ...]
    head_span: Span
    inherited: bool = False


def counted(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """What the quantity counts, as far as the words after it say; None if they say nothing."""
    if quantity.kind in _COUNTS_NOTHING:
        return None
    if quantity.kind == "ratio" and quantity.parts and (inside := _told_inside(quantity)):
        return inside
    if _counts_no_more(text, quantity):
        return None
    if quantity.kind == "duration" and (spent := _spent_in(text, sentence, quantity)):
        return spent
    if _IN_BRACKETS.match(text, quantity.end, sentence.end):
        return _told_before(text, sentence, quantity)
    hung = text.startswith("-", quantity.end)
    place = text, quantity.end, sentence.end
    lead = _STRONG.match(*place) or (hung and _HUNG.match(*place)) or _LEAD.match(*place)
    at = lead.end() if lead else quantity.end
    few = _LAST_FEW.match(text, at, sentence.end)
    asked = Asked(
        share=quantity.kind in _OF_ONLY and few is None,
        one=quantity.value == 1 or quantity.kind == "ordinal",
        measured=bool(quantity.unit),
        hung=hung,
        ranked=quantity.kind == "ordinal",
    )
    at = few.end() if few else at
    if asked.share and quantity.text.endswith("half") and (half := _HALF_THE.match(text, at - 1)):
        words = phrase(text, half.end(), sentence.end, asked._replace(share=False))
        return _made(text, words, asked) if words and words[-1].plural else None
    words = phrase(text, at, sentence.end, asked)
    if words and _goes_on(words, quantity):
        words = []
    own = _made(text, words, asked) if words else _told_after(text, sentence, quantity)
    return own or _told_before(text, sentence, quantity)


def _counts_no_more(text: str, quantity: Quantity) -> bool:
    """Does the figure end its phrase: "over 65 pay less", "mum-of-two Ann", "12 years Acme has"?"""
    if quantity.kind == "age":  # "Ms Holt, 41, women's editor"
        return text[quantity.end - 1].isdecimal()
    if text.endswith("-of-", 0, quantity.start):
        return True
    return quantity.kind == "duration" and _GOES_ON.match(text, quantity.end) is not None


_DIRECTIONS = frozenset(
    ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
     "north-east", "north-west", "south-east", "south-west", "away", "apart", "ahead", "upstream",
     "downstream", "offshore", "inland", "uphill", "downhill")
)  # fmt: skip


def _goes_on(words: list[Word], quantity: Quantity) -> bool:
    """Is what follows no noun: "15 miles south of", "three weeks learning", "five years' time"?"""
    first, gap = words[0].low, words[0].start - quantity.end
    if quantity.kind == "duration" and gap <= 2 and "-" not in quantity.text:
        verb = first.endswith("ing") and first not in lists().things_in_ing
        return verb or (first == "time" and len(words) == 1)
    return quantity.kind == "measure" and first in _DIRECTIONS


_IN_WHAT = pattern(r" in (?:the )?([a-z]+(?: care)?)\b")


def _spent_in(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """What a time is spent in: "ten years in prison"; None for "ten years in Tarnow"."""
    found = _IN_WHAT.match(text, quantity.end, sentence.end)
    if found is None or found[1] not in lists().spent_in:
        return None
    span = Span(*found.span(1))
    return Counted(*span, found[1], found[1], (), span)


_INSIDE = pattern(r" ([a-z-]{3,20}(?: [a-z-]{3,20})?) (?:in|out of|of every) ")


def _told_inside(quantity: Quantity) -> Counted | None:
    """ "One adult in five" is a share of adults."""
    # "More than one in ten" has nothing inside.
    at = max(quantity.numeral.start - quantity.start, 0)
    if (found := _INSIDE.search(quantity.text, at)) is None or found[1] in ("out", "out of"):
        return None
    start, end = (quantity.start + at for at in found.span(1))
    *modifiers, head = found[1].split()
    return Counted(start, end, found[1], lemma(head), tuple(modifiers), Span(end - len(head), end))


_ARE = pattern(r" (?:are|were|being) (?:all |still |also |mostly )?(?=[a-z])")
#: "Nine are women", "12 were children": the thing told as a verb's complement ends its clause.
_CLAUSE_ENDS = pattern(r"[,.;:)]|$| (?:and|while|but|who|from|of|under|over|aged|in)\b")


def _told_after(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """What a bare figure is said to be: "of the 31 dead, 12 were children"."""
    if quantity.kind != "number" or not text.startswith((" are ", " were "), quantity.end):
        return None
    found = _ARE.match(text, quantity.end, sentence.end)
    if found is None:
        return None
    asked = Asked(share=False, one=False, measured=False, hung=False, ranked=False)
    words = phrase(text, found.end(), sentence.end, asked)
    if not words or not words[-1].plural or not _CLAUSE_ENDS.match(text, words[-1].end):
        return None
    return _made(text, words, asked)


_OF_BEFORE = pattern(r"(?<![\w-])([^\W\d_]+)(?: ([^\W\d_]+))? of $")


def _told_before(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """The noun before "of": "a population of 9.5 million", "a grant of 3 million"."""
    if quantity.kind not in ("number", "money") or not text.endswith(" of ", 0, quantity.start):
        return None
    found = _OF_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if found is None:
        return None
    known = lists().measured if quantity.kind == "number" else _money_nouns()
    for group in (1, 2):
        if found[group] and lemma(found[group]) in known:
            span = Span(*found.span(group))
            return Counted(*span, found[group], lemma(found[group]), (), span)
    return None


@compiled
def _money_nouns() -> frozenset[str]:
    # "A net worth of 2 billion" is not 2 billion of something called worth.
    return frozenset(lemma(word) for word in lexicon("figures")["money_nouns"]) - {
        "worth",
        "valued",
    }


def _made(text: str, words: list[Word], asked: Asked) -> Counted | None:
    """The noun of a phrase: possessors are no part of it ("two of the mayor's aides")."""
    last, one = len(words) - 1, asked.one
    if not one and not words[last].plural:
        # No plural: a verb the lists do not know may follow ("200 police moved in"), less so
        # after "of the" ("a quarter of their yearly water quota").
        owners = sum(POSSESSOR.search(word.low) is not None for word in words)
        last = min(last, owners + 3 if asked.share else 1)
    while last >= 0 and (is_verb_form(words[last].low) or _is_adverb(words[last].low)):
        last -= 1
    bare = last >= 0 and not one and not words[last].plural
    if bare and words[0].low in lists().participles:
        return None  # "12 missing" has no noun, "12 missing children" has one
    if asked.measured and last == 0 and words[0].low in lists().directions:
        return None  # "200 kilometres south of"
    if last < 0 or _is_time(words, last, asked):
        return None  # "the nine of last year" counts what was told before
    first = 0
    for index in range(last):
        if POSSESSOR.search(words[index].low):
            first = index + 1
    head = words[last]
    if not one and not head.plural and _NAME.fullmatch(text[words[0].start : head.end]):
        return None  # "28 Ann Ruiz": a rank and a name
    modifiers = tuple(word.low for word in words[first:last])
    start, end = words[first].start, head.end
    name = POSSESSOR.sub("", text[start:end])
    end = start + len(name)
    return Counted(start, end, name, lemma(name.split()[-1]), modifiers, Span(head.start, end))


_WHICH = frozenset({"last", "past", "next", "previous", "recent", "earlier", "same"})


def _is_adverb(low: str) -> bool:
    """ "one seriously" counts nothing named; a family, a rally and a monthly are things."""
    if low.endswith(("rally", "tally")) or len(low) < 6:
        return False
    return low.endswith(("ously", "ally", "ately", "edly", "ingly"))


def _is_time(words: list[Word], last: int, asked: Asked) -> bool:
    """ "last year", "recent months"; "three nights" are counted."""
    if lemma(words[last].low) not in _TIMES:
        return False
    return asked.measured or words[0].low in _WHICH or not words[last].plural


@compiled
def _classes() -> dict[str, str]:
    return {
        noun: kind
        for kind, words in reversed(list(lexicon("nouns").items()))
        for noun in words.get("nouns", ())
    }


def noun_class(head: str) -> str:
    """The class of a counted noun by its lemma: "person" for "protester"; "" if unknown."""
    return _classes().get(head, "")
