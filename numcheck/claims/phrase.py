"""The noun phrase after a figure, word by word; what of it is counted, `nouns` says.

A closed-class reader: the phrase runs on until a word that cannot be part of one, and after any
number but one it ends with the first plural.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.text.fold import RAISED_LETTERS
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.numerals import words as numerals

#: A raised digit or letter behind a word or figure is a footnote mark: "84¹ people²".
MARK = f"⁰¹²³⁴⁵⁶⁷⁸⁹{RAISED_LETTERS}"
_WORD = pattern(rf"[^\W\d_{MARK}](?:[^\W{MARK}]|['’.&/-])*")
_BETWEEN = pattern(
    r"[ \u00a0]+[\"“‘'(\[]*|[\"”’'\])]+ [\"“‘'(\[]*|\n(?!\s*\n) *|, (?=[a-z-]{3,20}(?:, | )[a-z])"
)
#: A measure or code inside the phrase is stepped over: "eight million 250ml bottles".
_STEP = pattern(r"-?\d[\d.,]*(?: (?:thousand|million|billion|trillion)|-?[^\W\d_]{1,12})? ")
#: "three months of 1990, the bank says": a year is no measure inside the phrase.
_YEAR_STEP = pattern(r"(?:1[5-9]|20)\d\d[ ,]")
#: A plural in a name, which the true plural follows: "three Elks Club members".
_NAMED_PLURAL = pattern(r" (?:[A-Z][a-z]+ ){1,2}[a-z]{3,}s\b")
_INITIALS = pattern(r"(?:[A-Z]\.){2,4}")
POSSESSOR = pattern(r"['’]s$|s['’]$")
_MAX_WORDS = 9

#: Adjectives of a noun after "new" or "other" ("900 new daily cases"), else adverbs.
_OFTEN = frozenset({"daily", "weekly", "monthly"})


class Lists(NamedTuple):
    """`lexicon/en/noun-phrases.yaml`."""

    stop: frozenset[str]
    skip: frozenset[str]
    kept: frozenset[str]
    participles: frozenset[str]
    not_plural: frozenset[str]
    measured: frozenset[str]
    spent_in: frozenset[str]
    counted_too: frozenset[str]
    things_in_ing: frozenset[str]
    adjectives_too: frozenset[str]
    directions: frozenset[str]


class Word(NamedTuple):
    """A word of the phrase in lower case, and its place."""

    low: str
    start: int
    end: int
    plural: bool


class Asked(NamedTuple):
    """What kind of figure asks for its noun: a share, a one, one with a unit of its own, a rank."""

    share: bool
    one: bool
    measured: bool
    hung: bool
    ranked: bool


@compiled
def lists() -> Lists:
    """The word lists, read once."""
    words = lexicon("noun-phrases")
    return Lists(*(frozenset(words[name]) for name in Lists._fields))


def lemma(word: str) -> str:
    """The singular of a noun in lower case: "protesters" → "protester", "women" → "woman"."""
    if _is_acronyms(word):
        return word[:-1].lower()
    word = POSSESSOR.sub("", word.lower()).rstrip(".")
    irregular: str | None = lexicon("noun-phrases")["plurals"].get(word)
    if irregular is not None:
        return irregular
    if not is_plural(word):
        return word
    for ending, made in _ENDINGS:
        if word.endswith(ending):
            return word.removesuffix(ending) + made
    return word[:-1]


_ENDINGS = (
    ("men", "man"), ("people", "person"), ("ies", "y"), ("ches", "ch"), ("shes", "sh"),
    ("sses", "ss"), ("xes", "x"), ("zzes", "zz"),
)  # fmt: skip


def is_plural(word: str) -> bool:
    """Does a word in lower case look like a plural noun?"""
    if word in lexicon("noun-phrases")["plurals"]:
        return True
    if "-the-" in word or "-of-" in word:
        return False  # "behind-the-scenes workers"
    if word.endswith("s"):
        ends = ("ss", "us", "is", "'s", "’s")
        return len(word) > 3 and word not in lists().not_plural and not word.endswith(ends)
    return len(word) > 4 and word.endswith(("men", "people", "folk"))


def _is_acronyms(word: str) -> bool:
    """ "MPs", "DVDs"."""
    return len(word) > 2 and word[-1] == "s" and word[:-1].isupper()


def is_owned(words: list[Word]) -> bool:
    """Is the last word a possessor: "the mayor's"?"""
    return bool(words) and POSSESSOR.search(words[-1].low) is not None


def _may_step(text: str, step: re.Match[str], words: list[Word]) -> bool:
    """May a measure stand here: first of all, after a possessor, hung on by a hyphen; no year."""
    fits = not words or is_owned(words) or step[0][0] == "-"
    return fits and _YEAR_STEP.match(text, step.start()) is None


def _is_skipped(known: Lists, low: str, words: list[Word], led: bool) -> bool:
    """Does the word say nothing of the noun: "other"; a number after "of" or "and"?

    "Four of his nine seasons", "seven old and five new boats".
    """
    if low in numerals().small:
        return led or is_owned(words)
    if low == "this":
        return led and not words  # "thousands of this country's best records"
    return not words and low in known.skip and low not in known.kept


def phrase(text: str, at: int, stop: int, asked: Asked) -> list[Word]:
    """The words of the noun phrase that begins at `at`, up to its first plural."""
    known, one = lists(), asked.one
    words: list[Word] = []
    needs_of, led = asked.share, asked.ranked
    joined = 0  # how many words stood before an "and" that still waits for its plural
    for _ in range(_MAX_WORDS):
        found = _WORD.match(text, at, stop)
        if found is None:
            step = _STEP.match(text, at, stop)
            if step is None or needs_of or not _may_step(text, step, words):
                break
            at = step.end()
            continue
        word = found[0] if _INITIALS.fullmatch(found[0]) else found[0].rstrip(".'’-/&")
        low, end = word.lower(), at + len(word)
        if low == "of" and not words:
            needs_of, led = False, True
        elif not _is_skipped(known, low, words, led or joined > 0):
            if low == "and" and words and not one and not joined:
                joined = len(words)
            elif needs_of or (
                _ends_phrase(known, words, word, asked) and not _describes(known, low, text, end)
            ):
                break
            else:
                words.append(Word(low, at, end, is_plural(low) or _is_acronyms(word)))
                led = False
                if not one and words[-1].plural and not _NAMED_PLURAL.match(text, end):
                    return words
        gap = _BETWEEN.match(text, end, stop)
        comma = gap is not None and gap[0][0] == ","
        if gap is None or (comma and (one or text.startswith("and ", gap.end()))):
            break  # "a 40-seat hall, and plans are"
        at = gap.end()
    return words[:joined] if joined else words


_PLURAL_NEXT = pattern(r" (?:[a-z]+ )??([a-z]{3,}s)\b")


def _describes(known: Lists, low: str, text: str, end: int) -> bool:
    """Does a verb stand as an adjective: "26 live matches", not "22 live in Ohio"?"""
    if low not in known.adjectives_too:
        return False
    found = _PLURAL_NEXT.match(text, end)
    return (
        found is not None
        and is_plural(found[1])
        and text[end + 1 :].split(" ")[0] not in known.stop
    )


def _ends_phrase(known: Lists, words: list[Word], word: str, asked: Asked) -> bool:
    low, one = word.lower(), asked.one
    if word == "US" or word == "IT":
        return False  # the country and the trade, not the pronouns
    if low in known.counted_too and not one and not asked.measured:
        return False  # "two runs", "three sold-out shows"
    if one and words and low.endswith("ing") and low not in known.things_in_ing:
        return True  # "one man holding"
    if low in numerals().small or (words and low in numerals().ordinals):
        return True  # "$1 billion seven years ago", "a 10-episode second season"
    if words and (one or (asked.hung and len(words) > 1)) and word.islower() and is_plural(low):
        return True  # "one proposal asks", "a 16-page letter makes": a plural is a verb here
    if words and low in known.participles and words[-1].low.endswith("ly"):
        return False  # "300 wrongly held men"
    if words and words[-1].low in known.kept and low in _OFTEN:
        return False
    if low in known.stop or (words and low in _TITLES):
        return True
    if not words or words[-1].low.endswith("ly") or words[-1].low in known.kept:
        return False
    # "two men dressed as": a verb; adjectives stand first or after an adverb.
    return (low.endswith("ed") and len(low) > 4) or low in known.participles


def is_verb_form(low: str) -> bool:
    """Does a word end like a participle: "dressed"?"""
    if low in _VERBS_IN_EED:
        return True
    return low.endswith("ed") and len(low) > 4 and not low.endswith(("eed", "-bed", "bred"))


#: "The first time Mr Holt", but "two of Mr Holt's boats".
_TITLES = frozenset(("mr", "mrs", "ms", "dr"))
_VERBS_IN_EED = frozenset(("agreed", "disagreed", "freed", "guaranteed", "decreed", "refereed"))
