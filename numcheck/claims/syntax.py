"""The verb a noun belongs to, where the event lexicon ends: a small tagger and a small ranker.

Both are averaged perceptrons trained on the English Web Treebank (`scripts/train_syntax.py`). Their
weights are data under a licence of their own (CC BY-SA 4.0, see `data/model/en/README.md`), are
read only when a figure's event is in no word list, and may be left out: numcheck then does without.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any

from numcheck import data
from numcheck.claims.words import Words

#: How far from the noun a verb is looked for, in words.
REACH = 20
#: Sums kept by word; cleared when full, so that memory stays flat over any number of documents.
_MOST_SUMS = 5_000
#: The bits that one tag's score has in a sum of them all.
_BITS = 32
#: Stands for the tag before the first word.
_OPENS = "^"
#: What a verb may be: finite, base form, participle, -ing form.
VERBS = frozenset(("VF", "VB", "VN", "VG"))


class Model:
    """Tags of words that have only one, weights of features by tag, and weights of links.

    The weights of a feature are kept as written ("3:12 5:-7": tag number and weight) until a
    sentence asks for them: most never are, and reading them all would take longer than most runs.
    Then they are one whole number that has room for every tag: one addition adds to all scores.
    """

    def __init__(
        self,
        tags: Sequence[str],
        certain: Mapping[str, int],
        tagging: Mapping[str, str],
        linking: Mapping[str, float],
    ) -> None:
        self.tags = tags
        self.linking = linking
        self._certain = certain
        self._tagging: dict[str, str | int] = dict(tagging)
        # What one word of the neighbourhood adds to the scores is added up once a word.
        self._own = _Sums(lambda low: self._sum(own_features(low, "")))
        self._capital = _Sums(lambda low: self._sum(own_features(low, "C")))
        self._front = _Sums(lambda low: self._sum(front_features(low)))
        self._back = _Sums(lambda low: self._sum(back_features(low)))
        self._before = {tag: _Sums(partial(self._with_tag, tag)) for tag in (_OPENS, *tags)}
        # No score may fall below nothing, or it would borrow of the next one's room.
        self._level = sum(1 << _BITS * tag + _BITS - 1 for tag in range(len(tags)))
        self._scores = struct.Struct(f"<{len(tags)}I")

    def tags_of(self, words: Words) -> list[str]:
        """The part of speech of each word of a sentence."""
        # The innermost loop of all.
        found: list[str] = []
        lows, tags, certain, last = words.lows, self.tags, self._certain.get, len(words) - 1
        before, back = _OPENS, ""
        for at, low in enumerate(lows):
            tag = plain_tag(low)
            if not tag and (known := certain(low)) is not None:
                tag = tags[known]
            elif not tag:
                total = (
                    self._level
                    + (self._capital if words.capital(at) else self._own)[low]
                    + self._front[lows[at + 1] if at < last else ""]
                    + self._back[back]
                    + self._before[before][low[-3:]]
                )
                scores = self._scores.unpack(total.to_bytes(self._scores.size, "little"))
                tag = tags[scores.index(max(scores))]
            found.append(tag)
            before, back = tag, low
        return found

    def _with_tag(self, before: str, ending: str) -> int:
        return self._sum(before_features(before, ending))

    def _sum(self, features: Iterable[str]) -> int:
        return sum(map(self._weights, features))

    def _weights(self, feature: str) -> int:
        weights = self._tagging.get(feature, 0)
        if isinstance(weights, str):
            weights = self._tagging[feature] = _packed(weights)
        return weights


class _Sums(dict[str, int]):
    """Scores by word, each worked out when it is first asked for."""

    def __init__(self, make: Callable[[str], int]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> int:
        if len(self) > _MOST_SUMS:
            self.clear()
        made = self[word] = self._make(word)
        return made


def _packed(written: str) -> int:
    pairs = (pair.split(":") for pair in written.split())
    return sum(int(weight) << _BITS * int(tag) for tag, weight in pairs)


def _unpacked(content: bytes) -> Any:
    import gzip  # only the first run after an installation comes here
    import json

    return json.loads(gzip.decompress(content))


@cache
def model() -> Model | None:
    """The trained weights; None where the data file is not installed."""
    path = data.HERE / "model" / "en" / "syntax.json.gz"
    if not path.is_file():
        return None
    stored = data.kept(path, "weights", _unpacked)
    return Model(stored["tags"], stored["certain"], stored["tagging"], stored["linking"])


def plain_tag(low: str) -> str:
    """The tag of a word whose looks say enough: figures."""
    return "CD" if low[0].isdigit() else ""


def tag_features(words: Words, at: int, before: str) -> list[str]:
    """What is looked at to tag the word at an index; `before` is the tag of the word before it."""
    low = words.lows[at]
    return [
        *own_features(low, "C" if words.capital(at) else ""),
        *front_features(words.low(at + 1)),
        *back_features(words.low(at - 1)),
        *before_features(before, low),
    ]


def own_features(low: str, shape: str) -> Iterable[str]:
    """The word itself; its shape is "C" where it has a capital."""
    return ("w " + low, "3 " + low[-3:], "2 " + low[-2:] + shape)


def front_features(low: str) -> Iterable[str]:
    """The next word."""
    return ("f " + low, "f3 " + low[-3:])


def back_features(low: str) -> Iterable[str]:
    """The word before."""
    return ("bw " + low,)


def before_features(tag: str, low: str) -> Iterable[str]:
    """The tag of the word before, alone and with the word's own ending."""
    return ("b " + tag, "b3 " + tag + " " + low[-3:])


def governor(words: Words, tags: Sequence[str], low: int, first: int, last: int) -> int | None:
    """The index of the verb that the noun at words `first` to `last` belongs to; None if none is.

    `tags` begin at word `low`, see `tags_around`.
    """
    weights = model()
    if weights is None:
        return None
    best, best_score = None, -math.inf
    for at, features in candidates(words, tags, low, first, last):
        score = sum(filter(None, map(weights.linking.get, features)))
        if score > best_score:
            best, best_score = at, score
    return best


def reach(words: Words, first: int, last: int) -> tuple[int, int]:
    """From which word up to which a verb is looked for."""
    return max(0, first - REACH), min(len(words), last + REACH)


def candidates(
    words: Words, tags: Sequence[str], low: int, first: int, last: int
) -> Iterator[tuple[int | None, list[str]]]:
    """Every verb that may govern a noun, and None for "none does", with what speaks for it.

    `tags` begin at word `low`.
    """
    preposition = _preposition(words, first)
    following = tags[last + 1 - low] if last + 1 - low < len(tags) else "$"
    yield None, ["none", "none " + preposition, "none " + following]
    for side, verbs in (
        ("L", [at for at in range(first - 1, low - 1, -1) if tags[at - low] in VERBS]),
        ("R", [at for at in range(last + 1, low + len(tags)) if tags[at - low] in VERBS]),
    ):
        for rank, at in enumerate(verbs[:4]):
            span = (at + 1, first) if side == "L" else (last + 1, at)
            yield at, _link_features(
                words, tags[span[0] - low : span[1] - low], span, side, rank, at, tags[at - low],
                preposition, following,
            )  # fmt: skip


def _link_features(
    words: Words, between: Sequence[str], span: tuple[int, int], side: str, rank: int, at: int,
    tag: str, preposition: str, following: str,
) -> list[str]:  # fmt: skip
    gap = len(between)
    far = gap if gap < 4 else (4 if gap < 6 else 6 if gap < 9 else 9 if gap < 13 else 13)
    key = f"{side}{rank}"
    lows = words.lows[span[0] : span[1]]
    marks = f"{min(2, lows.count(','))}{min(1, between.count('CC'))}{min(1, between.count('SC'))}"
    stops = "!" if not _STOPS.isdisjoint(lows) else ""
    who = "w" if not _RELATIVE.isdisjoint(lows) else ""
    return [
        key, f"{key} {far}", f"{key} {tag}", f"{key} {marks}{stops}", f"{key} {who}",
        f"{side} {preposition}", f"{key} {preposition} {far}", f"{side} > {following}",
        f"{key} > {following} {tag}", f"{side} nouns {min(3, between.count('NN'))}",
        f"{key} to" if words.low(at - 1) == "to" else f"{key} b {tag} {words.low(at - 1)[-3:]}",
    ]  # fmt: skip


_STOPS = frozenset(";:—–.!?()")
_RELATIVE = frozenset(("who", "which", "that", "where", "when", "while", "because", "if", "as"))
_SKIPPED = frozenset(
    ("a", "an", "the", "some", "about", "at", "least", "more", "than", "nearly", "almost", "its")
)


def _preposition(words: Words, first: int) -> str:
    """The word before a noun phrase, if it is short: mostly a preposition."""
    at = first - 1
    while at >= 0 and words.lows[at] in _SKIPPED and first - at < 5:
        at -= 1
    low = words.low(at)
    return low if 0 < len(low) < 8 else ("long" if low else "^")
