"""Train the tagger and the ranker of `numcheck.claims.syntax` on a treebank.

    python scripts/train_syntax.py TREEBANK -o numcheck/data/model/en/syntax.json.gz

TREEBANK is a folder with `train.tsv.gz`, `dev.tsv.gz` and `test.tsv.gz` made from the English Web
Treebank of Universal Dependencies: id, form, lemma, UPOS, XPOS, head, relation, "nosp" where no
space follows; a blank line ends a sentence. Prints tagging accuracy and how often the verb of a
counted noun is found on the dev and test parts. Takes about a minute.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from numcheck.claims import syntax
from numcheck.claims.words import Words
from numcheck.model import Span

Key = TypeVar("Key", bound=Hashable)
Option = tuple[int | None, list[str]]
ROUNDS = 5
#: Words seen this often with one tag nearly always are not looked at again.
CERTAIN_SEEN, CERTAIN_SHARE = 6, 0.98
#: Features lighter than this are left out of the file; they change one tag in a thousand.
TAG_FLOOR, LINK_FLOOR = 0.8, 0.05
TAGS = {
    "NOUN": "NN", "PROPN": "NP", "PRON": "PR", "ADJ": "JJ", "ADV": "RB", "ADP": "IN", "DET": "DT",
    "NUM": "CD", "AUX": "AX", "CCONJ": "CC", "SCONJ": "SC", "PUNCT": ".", "PART": "TO",
}  # fmt: skip
VERB_TAGS = {"VBD": "VF", "VBZ": "VF", "VBP": "VF", "VBN": "VN", "VBG": "VG", "VB": "VB"}
PREMODIFIERS = ("det", "nummod", "amod", "compound", "advmod", "nmod:poss")


class Noun(NamedTuple):
    """A noun with its governing verb, all as word indices; None where no verb governs it."""

    first: int
    last: int
    verb: int | None
    counted: bool


class Sentence(NamedTuple):
    """A sentence in numcheck's own words, with the treebank's tags and links led over to them."""

    words: Words
    tags: list[str]
    nouns: list[Noun]


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of one part of the treebank."""
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            if line.strip():
                rows.append(line.rstrip("\n").split("\t"))
            elif rows:
                yield sentence(rows)
                rows = []


def sentence(rows: list[list[str]]) -> Sentence:
    """One sentence led over from the treebank's tokens to numcheck's words."""
    text, starts = "", []
    for row in rows:
        starts.append(len(text))
        text += row[1] + ("" if len(row) > 7 and row[7] == "nosp" else " ")
    words = Words(text, Span(0, len(text)))
    home = [min(words.at(start), len(words) - 1) for start in starts]
    tags = ["NN"] * len(words)
    for row, at in zip(rows, home, strict=True):
        # Of "don't" the first part tells, of "anti-war" the last: endings with an apostrophe skip.
        if "'" not in row[1] and "’" not in row[1] and row[1] not in ("n't", "-"):
            tags[at] = VERB_TAGS.get(row[4], "VF") if row[3] == "VERB" else TAGS.get(row[3], "X")
    return Sentence(words, tags, list(nouns(rows, home)))


def nouns(rows: list[list[str]], home: list[int]) -> Iterator[Noun]:
    """The common nouns of a sentence, each with the verb that climbing its heads leads to."""
    heads = [int(row[5]) - 1 for row in rows]
    for at, row in enumerate(rows):
        if row[3] != "NOUN":
            continue
        before = [c for c in range(at) if heads[c] == at and rows[c][6].startswith(PREMODIFIERS)]
        counted = any(rows[c][6].startswith("nummod") and rows[c][3] == "NUM" for c in before)
        verb: int | None = at
        for _ in range(30):
            if verb is None or verb < 0 or rows[verb][3] == "VERB":
                break
            verb = heads[verb]
        found = None if verb is None or verb < 0 or rows[verb][3] != "VERB" else home[verb]
        if found != home[at]:
            yield Noun(home[min([at, *before])], home[at], found, counted)


class Averaged(Generic[Key]):
    """Perceptron weights that remember their mean over all steps, which forgets late accidents."""

    def __init__(self) -> None:
        self.now: defaultdict[Key, float] = defaultdict(float)
        self._totals: defaultdict[Key, float] = defaultdict(float)
        self._stamps: defaultdict[Key, int] = defaultdict(int)
        self.step = 0

    def add(self, key: Key, by: float) -> None:
        self._totals[key] += (self.step - self._stamps[key]) * self.now[key]
        self._stamps[key] = self.step
        self.now[key] += by

    def means(self) -> dict[Key, float]:
        return {
            key: (self._totals[key] + (self.step - self._stamps[key]) * weight) / self.step
            for key, weight in self.now.items()
        }


class Tagger:
    """The tagger in training; what it becomes is `syntax.Model`."""

    def __init__(self, train: list[Sentence], tags: list[str]) -> None:
        self.tags = tags
        self.certain = certain_words(train, tags)
        self._seen = Counter(low for item in train for low in item.words.lows)
        self._weights: Averaged[tuple[str, int]] = Averaged()
        self._rows: defaultdict[str, dict[int, float]] = defaultdict(dict)
        order = list(train)
        for _ in range(ROUNDS):
            random.Random(7).shuffle(order)
            for item in order:
                self._learn(item)

    def _learn(self, item: Sentence) -> None:
        before = "^"
        for at, tag in enumerate(item.tags):
            given = syntax.plain_tag(item.words.lows[at])
            if not given:
                guess = self.certain.get(item.words.lows[at])
                if guess is None:
                    guess = self._guess(item.words, at, before, self.tags.index(tag))
                given = self.tags[guess]
            before = given

    def _guess(self, words: Words, at: int, before: str, truth: int) -> int:
        features = syntax.tag_features(words, at, before)
        if self._seen[words.lows[at]] < 3:
            features = [feature for feature in features if not feature.startswith("w ")]
        scores = [0.0] * len(self.tags)
        for feature in features:
            for tag, weight in self._rows.get(feature, {}).items():
                scores[tag] += weight
        guess = scores.index(max(scores))
        self._weights.step += 1
        if guess != truth:
            for feature in features:
                for tag, by in ((truth, 1.0), (guess, -1.0)):
                    self._weights.add((feature, tag), by)
                    self._rows[feature][tag] = self._weights.now[feature, tag]
        return guess

    def rows(self) -> dict[str, str]:
        """The weights worth keeping, by feature, in the form that `syntax.Model` reads."""
        written: defaultdict[str, list[str]] = defaultdict(list)
        for (feature, tag), mean in sorted(self._weights.means().items()):
            if abs(mean) >= TAG_FLOOR:
                written[feature].append(f"{tag}:{round(mean * 10)}")
        return {feature: " ".join(row) for feature, row in written.items()}


def certain_words(train: list[Sentence], tags: list[str]) -> dict[str, int]:
    """Words that nearly always have one tag, with the number of that tag."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for item in train:
        for low, tag in zip(item.words.lows, item.tags, strict=True):
            counts[low][tag] += 1
    certain = {}
    for low, seen in sorted(counts.items()):
        tag, most = seen.most_common(1)[0]
        total = sum(seen.values())
        if total >= CERTAIN_SEEN and most / total >= CERTAIN_SHARE:
            certain[low] = tags.index(tag)
    return certain


def train_ranker(train: list[Sentence], tagger: syntax.Model) -> dict[str, float]:
    """Weights of what ties a noun to its verb, learnt on guessed tags: those it will be given."""
    weights: Averaged[str] = Averaged()
    tagged = [(item, tagger.tags_of(item.words)) for item in train]
    for _ in range(ROUNDS):
        random.Random(11).shuffle(tagged)
        for item, tags in tagged:
            for noun in item.nouns:
                options = list(ranked(item, tags, noun))
                truth = next((features for at, features in options if at == noun.verb), None)
                if truth is None:
                    continue
                weights.step += 1
                at, guess = best(options, weights.now)
                if at != noun.verb:
                    for feature in truth:
                        weights.add(feature, 1.0)
                    for feature in guess:
                        weights.add(feature, -1.0)
    means = sorted(weights.means().items())
    return {feature: round(mean, 2) for feature, mean in means if abs(mean) >= LINK_FLOOR}


def best(options: Iterable[Option], weights: Mapping[str, float]) -> Option:
    """The verb that most speaks for."""
    return max(options, key=lambda option: sum(weights.get(f, 0.0) for f in option[1]))


def ranked(item: Sentence, tags: list[str], noun: Noun) -> Iterable[Option]:
    """The verbs a noun may belong to, with their features."""
    low, high = syntax.reach(item.words, noun.first, noun.last)
    return syntax.candidates(item.words, tags[low:high], low, noun.first, noun.last)


def measure(name: str, part: list[Sentence], model: syntax.Model) -> None:
    """Print how well a part is tagged and its nouns are tied to verbs."""
    right = total = 0
    found: Counter[tuple[bool, bool, bool]] = Counter()
    for item in part:
        tags = model.tags_of(item.words)
        right += sum(a == b for a, b in zip(tags, item.tags, strict=True))
        total += len(tags)
        for noun in item.nouns:
            guess, _ = best(ranked(item, tags, noun), model.linking)
            found[noun.counted, noun.verb is not None, guess == noun.verb] += 1
    print(f"{name}: tags {right / total:.3f}", end="")
    for counted in (True, False):
        for governed in (True, False):
            good, bad = found[counted, governed, True], found[counted, governed, False]
            kind = f"{'counted' if counted else 'other'} {'with' if governed else 'without'} a verb"
            print(f"; {kind} {good / max(1, good + bad):.3f} of {good + bad}", end="")
    print()


def main() -> None:
    """Train, measure and write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("treebank", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    parts = {p: list(sentences(options.treebank / f"{p}.tsv.gz")) for p in ("train", "dev", "test")}
    tags = sorted({tag for item in parts["train"] for tag in item.tags})
    tagger = Tagger(parts["train"], tags)
    rows = tagger.rows()
    linking = train_ranker(parts["train"], syntax.Model(tags, tagger.certain, rows, {}))
    model = syntax.Model(tags, tagger.certain, rows, linking)
    for name in ("dev", "test"):
        measure(name, parts[name], model)
    stored = {"tags": tags, "certain": tagger.certain, "tagging": rows, "linking": linking}
    options.output.parent.mkdir(parents=True, exist_ok=True)
    packed = json.dumps(stored, separators=(",", ":")).encode()
    # No time stamp, so that the same treebank gives the same file.
    options.output.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{options.output}: {options.output.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
