"""What a figure counts: the noun phrase after it, its head and the head's lemma.

A closed-class reader: the phrase runs on until a word that cannot be part of one, and after any
number but one its head is the first plural. Whether the thing is a person or money is the
lexicon's business.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from numcheck.model import Quantity, Span
from numcheck.patterns import pattern
from numcheck.text.fold import RAISED_LETTERS
from numcheck.text.lexicon import compiled, lexicon

#: A raised digit or letter behind a word or figure is a footnote mark: "84¹ people²".
_MARK = f"⁰¹²³⁴⁵⁶⁷⁸⁹{RAISED_LETTERS}"
_WORD = pattern(rf"[^\W\d_{_MARK}](?:[^\W{_MARK}]|['’.&/-])*")
_LEAD = pattern(
    rf"(?:\[?[{_MARK}]{{1,3}}\]?|[*†‡](?=[ \u00a0]))?"
    r"[\s\u00a0]*(?:[-‑–]\s?)?[\"“”'‘’(\[]*\s?"
)
_BETWEEN = pattern(
    r"[ \u00a0]+[\"“‘'(\[]*|[\"”’'\])]+ [\"“‘'(\[]*|\n(?!\s*\n) *|, (?=[a-z-]{3,20}(?:, | )[a-z])"
)
#: A measure or code inside the phrase is stepped over: "eight million 250ml bottles".
_STEP = pattern(r"-?\d[\d.,]*(?: (?:thousand|million|billion|trillion)|-?[^\W\d_]{1,12})? ")
#: So are the ones that a part is taken of: "four of their last five matches".
_LAST_FEW = pattern(
    r"of (?:the|its|his|her|their|our|my) (?:last|first|next|past|final|top) "
    r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten) "
)
#: "three months of 1990, the bank says": a year is no measure inside the phrase.
_YEAR_STEP = pattern(r"(?:1[5-9]|20)\d\d[ ,]")
#: A conversion in brackets: "2,600 acres (1,052 hectares)" counts no hectares.
_IN_BRACKETS = pattern(r" ?\((?:about |around |nearly )?[^\w\s]?\d")
#: A hyphen left hanging waits for the noun of the last of a list: "two- and four-door models".
_HUNG = pattern(
    r"-,? (?:(?:and |or |to )?[a-z\d]{1,12}(?:-,?|,) ){0,3}"
    r"(?:and |or |to )?[a-z\d]{1,12}-(?=[a-z])",
    re.I,
)
#: A plural in a name, which the true plural follows: "three Elks Club members".
_NAMED_PLURAL = pattern(r" (?:[A-Z][a-z]+ ){1,2}[a-z]{3,}s\b")
_POSSESSOR = pattern(r"['’]s$|s['’]$")
_NAME = pattern(r"[A-Z][a-z]+(?: [A-Z][a-z]+)+")
_MAX_WORDS = 9
#: Figures with a unit of time are durations; these nouns after a bare one tell when.
_TIMES = frozenset({"year", "month", "week", "day", "season", "decade", "quarter", "night"})
#: Kinds whose noun must be led by "of" ("80 percent of the vote") and those that count nothing.
_OF_ONLY = frozenset({"percent", "ratio", "temperature"})
_COUNTS_NOTHING = frozenset({"date", "year", "time", "identifier", "score"})
#: A figure further off has forgotten the noun of the one before it.
_LEAN_CHARS = 160


#: Adjectives of a noun after "new" or "other" ("900 new daily cases"), else adverbs.
_OFTEN = frozenset({"daily", "weekly", "monthly"})


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


class _Lists(NamedTuple):
    """`lexicon/en/noun-phrases.yaml`."""

    stop: frozenset[str]
    skip: frozenset[str]
    kept: frozenset[str]
    participles: frozenset[str]
    not_plural: frozenset[str]
    leans: frozenset[str]
    measured: frozenset[str]


class _Word(NamedTuple):
    low: str
    start: int
    end: int


@compiled
def _lists() -> _Lists:
    words = lexicon("noun-phrases")
    return _Lists(*(frozenset(words[name]) for name in _Lists._fields))


def lemma(word: str) -> str:
    """The singular of a noun in lower case: "protesters" → "protester", "women" → "woman"."""
    word = _POSSESSOR.sub("", word.lower()).rstrip(".")
    irregular: str | None = lexicon("noun-phrases")["plurals"].get(word)
    if irregular is not None:
        return irregular
    if not _is_plural(word):
        return word
    for ending, made in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + made
    return word[:-1]


_ENDINGS = (
    ("men", "man"), ("people", "person"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"),
    ("sses", "ss"), ("xes", "x"), ("zzes", "zz"),
)  # fmt: skip


def _is_plural(word: str) -> bool:
    if word in lexicon("noun-phrases")["plurals"]:
        return True
    if word.endswith("s"):
        ends = ("ss", "us", "is", "'s", "’s")
        return len(word) > 3 and word not in _lists().not_plural and not word.endswith(ends)
    return len(word) > 4 and word.endswith(("men", "people", "folk"))


def counted(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """What the quantity counts, as far as the words after it say; None if they say nothing."""
    if quantity.kind in _COUNTS_NOTHING:
        return None
    if _IN_BRACKETS.match(text, quantity.end, sentence.end):
        return _told_before(text, sentence, quantity)
    lead = _HUNG.match(text, quantity.end, sentence.end) or _LEAD.match(
        text, quantity.end, sentence.end
    )
    at = lead.end() if lead else quantity.end
    few = _LAST_FEW.match(text, at, sentence.end)
    one = quantity.value == 1 or quantity.kind == "ordinal"
    needs_of = quantity.kind in _OF_ONLY and few is None
    words = _phrase(text, few.end() if few else at, sentence.end, needs_of, one)
    return (_made(text, words, one) if words else None) or _told_before(text, sentence, quantity)


_OF_BEFORE = pattern(r"([^\W\d_]+)(?: ([^\W\d_]+))? of $")


def _told_before(text: str, sentence: Span, quantity: Quantity) -> Counted | None:
    """The noun before "of": "a population of 9.5 million", "a grant of 3 million"."""
    if quantity.kind not in ("number", "money"):
        return None
    found = _OF_BEFORE.search(text, max(sentence.start, quantity.start - 40), quantity.start)
    if found is None:
        return None
    known = _lists().measured if quantity.kind == "number" else _money_nouns()
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


def _phrase(text: str, at: int, stop: int, needs_of: bool, one: bool) -> list[_Word]:
    """The words of the noun phrase that begins at `at`, up to its first plural."""
    lists = _lists()
    words: list[_Word] = []
    joined = 0  # how many words stood before an "and" that still waits for its plural
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at, stop)
        if found is None:
            step = _STEP.match(text, at, stop)
            owned = bool(words) and _POSSESSOR.search(words[-1].low) is not None
            if (
                step is None
                or _YEAR_STEP.match(text, at)
                or needs_of
                or not (not words or owned or step[0][0] == "-")
            ):
                break
            at = step.end()
            continue
        word = found[0].rstrip(".'’-/&")
        low, end = word.lower(), at + len(word)
        if low == "of" and not words:
            needs_of = False
        elif not (low in lists.skip and low not in lists.kept and not words):
            if low == "and" and words and not one and not joined:
                joined = len(words)
            elif needs_of or _ends_phrase(lists, words, word, one):
                break
            else:
                words.append(_Word(low, at, end))
                if not one and _is_plural(low) and not _NAMED_PLURAL.match(text, end):
                    return words
        gap = _BETWEEN.match(text, end, stop)
        if gap is None or (one and gap[0][0] == ","):
            break
        at = gap.end()
    return words[:joined] if joined else words


def _ends_phrase(lists: _Lists, words: list[_Word], word: str, one: bool) -> bool:
    low = word.lower()
    if word == "US" or word == "IT":
        return False  # the country and the trade, not the pronouns
    if one and words and word.islower() and _is_plural(low):
        return True  # "one proposal asks": after one, a plural is a verb
    if words and low in lists.participles and words[-1].low.endswith("ly"):
        return False  # "300 wrongly held men"
    if words and words[-1].low in lists.kept and low in _OFTEN:
        return False
    if low in lists.stop:
        return True
    if not words or words[-1].low.endswith("ly") or words[-1].low in lists.kept:
        return False
    # "two men dressed as": a verb; adjectives stand first or after an adverb.
    return (low.endswith("ed") and len(low) > 4) or low in lists.participles


def _made(text: str, words: list[_Word], one: bool) -> Counted | None:
    """The noun of a phrase: possessors are no part of it ("two of the mayor's aides")."""
    last = len(words) - 1
    if not one and not _is_plural(words[last].low):
        # No plural: a verb the lists do not know may follow ("200 police moved in").
        last = min(last, 1)
    while last >= 0 and _is_verb_form(words[last].low):
        last -= 1
    bare = last >= 0 and not one and not _is_plural(words[last].low)
    if bare and words[0].low in _lists().participles:
        return None  # "12 missing" has no noun, "12 missing children" has one
    if last < 0 or lemma(words[last].low) in _TIMES:
        return None  # "the nine of last year" counts what was told before
    first = 0
    for index in range(last):
        if _POSSESSOR.search(words[index].low):
            first = index + 1
    head = words[last]
    if not one and not _is_plural(head.low) and _NAME.fullmatch(text[words[0].start : head.end]):
        return None  # "28 Ann Ruiz": a rank and a name
    modifiers = tuple(word.low for word in words[first:last])
    start, end = words[first].start, head.end
    name = _POSSESSOR.sub("", text[start:end])
    end = start + len(name)
    return Counted(start, end, name, lemma(head.low), modifiers, Span(head.start, end))


def _is_verb_form(low: str) -> bool:
    return low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "-bed", "bred"))


# -- nouns told for an earlier figure -------------------------------------------------------

_TO_LEVEL = pattern(r"(?:\bto|\bat|\bto [a-z]+ (?:at|to)) $")
_THE_ONE = pattern(r"\band the (?:one|other) (?:in|at|from|on|of) [\w'’ -]{1,40} $")
_LAST_WORD = pattern(r"([a-z]+),? (?:an? |the )?(?:average of |total of |further |another )?$")


def inherited(
    text: str, quantity: Quantity, earlier: Sequence[tuple[Quantity, Counted]]
) -> Counted | None:
    """The noun of an earlier figure that a bare one leans on: "84 people were held and 12 charged".

    `earlier` are the figures of the sentence before this one that count something, in order.
    """
    if quantity.kind != "number" or not earlier:
        return None
    other, noun = earlier[-1]
    if quantity.start - other.end > _LEAN_CHARS:
        return None
    between = text[other.end : quantity.start].lower()
    if noun.head == "point":
        found = _TO_LEVEL.search(between)
    elif other.kind not in ("count", "number"):
        return None
    else:
        found = _THE_ONE.search(between)
        if found is None:
            found = _LAST_WORD.search(between)
            if found and found[1] not in _lists().leans:
                return None
    return noun._replace(inherited=True) if found else None
