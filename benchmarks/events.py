"""How often the verb that a counted noun belongs to is found, on parts of a treebank.

    python -m benchmarks.events ../shared/data/treebank [--show]

For the counted nouns of the dev and test parts, with the word lists alone and with the model:
"right" is the verb that the treebank leads to, "participle" one that describes the noun itself
("2,000 people arrested"), "noun" an event that a noun names.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "scripts"))

from train_syntax import Noun, Sentence, sentences

from numcheck.claims import syntax
from numcheck.claims.events import Event, Scene
from numcheck.text.inflect import singular


def verdict(event: Event | None, noun: Noun) -> str:
    if event is None:
        return "none"
    if event.kind != "verb":
        return "noun"
    if event.first == noun.verb:
        return "right"
    return "participle" if 0 < event.first - noun.last <= 2 else "wrong"


def judge(part: Sentence, show: bool) -> Counter[tuple[bool, str]]:
    found: Counter[tuple[bool, str]] = Counter()
    scene = Scene(part.words)
    for noun in part.nouns:
        if noun.counted:
            lows = part.words.lows
            event = scene.event(noun.first, noun.last, singular(lows[noun.last]))
            said = verdict(event, noun)
            found[noun.verb is not None, said] += 1
            if show and noun.verb is not None and said in ("wrong", "none"):
                print(lows[noun.first : noun.last + 1], event, lows[noun.verb], part.words.text)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("treebank", type=Path)
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    parts = [s for name in ("dev", "test") for s in sentences(options.treebank / f"{name}.tsv.gz")]
    installed = syntax.model()
    for name, model in (("word lists alone", None), ("with the model", installed)):
        syntax.model = lambda model=model: model
        begin = time.process_time()
        found = sum((judge(part, options.show and model is not None) for part in parts), Counter())
        spent = time.process_time() - begin
        for governed in (True, False):
            row = {said: n for (has, said), n in found.items() if has == governed}
            print(f"{name}, {'with' if governed else 'without'} a verb: {row}")
        print(f"  {spent * 1e6 / found.total():.0f} us a counted noun")


if __name__ == "__main__":
    main()
