"""What finding stories and checking across them costs, and how the cost grows.

    python -m benchmarks.stories [STORIES]

Invents short wire reports, five to a story, and checks them all together; then ten times as many.
Prints seconds, documents a second, the ratio of the two runs (10 is linear) and the peak memory.
"""

from __future__ import annotations

import random
import resource
import sys
import time
from collections.abc import Iterator

from numcheck import Document, run

SIDES = ("bcdfglmnprstvz", "aeiou")
EVENTS = ("A fire", "A flood", "A landslide", "An explosion", "A collapse", "A storm")
THINGS = ("warehouse", "school", "harbour", "market", "bridge", "station", "mill", "stadium")
SHAPES = (
    "{event} at the {place} {thing} {verb} {n} people on Sunday, the {owner} mayor said.",
    "{n} people were {done} on Sunday in {place} by {event_low} at the {thing}, said {owner}.",
    "Rescuers in {place} said {n} people were {done} at the {owner} {thing} on Sunday.",
    "The {thing} of {owner} in {place} was closed after {event_low} {verb} {n} people on Sunday.",
    "Officials of {place} put the number of people {done} at the {owner} {thing} at {n}.",
)


def name(rng: random.Random) -> str:
    """A pronounceable name that no other story has."""
    letters = [rng.choice(SIDES[at % 2]) for at in range(rng.randint(6, 9))]
    return "".join(letters).capitalize()


def reports(stories: int, seed: int = 7) -> Iterator[Document]:
    """Five reports a story; in every tenth story one of them tells another figure."""
    rng = random.Random(seed)
    for story in range(stories):
        event = rng.choice(EVENTS)
        verb, done = rng.choice((("killed", "killed"), ("injured", "injured")))
        facts = {
            "event": event,
            "event_low": event.lower(),
            "verb": verb,
            "done": done,
            "place": name(rng),
            "owner": name(rng),
            "thing": rng.choice(THINGS),
        }
        number = rng.randint(12, 90)
        for at, shape in enumerate(SHAPES):
            odd = story % 10 == 0 and at == 3
            text = shape.format(n=number + 21 if odd else number, **facts)
            yield Document(text, id=f"s{story}-{at}", published="2024-05-05")


def cost(stories: int) -> tuple[float, int, int]:
    """Seconds, stories found and findings for that many stories."""
    documents = list(reports(stories))
    begin = time.process_time()
    report = run(documents)
    return time.process_time() - begin, len(report.stories), len(report.findings)


def main() -> None:
    """Print the table."""
    large = int(sys.argv[1]) if len(sys.argv) > 1 else 4_000
    cost(20)
    print(f"{'documents':>10} {'stories':>8} {'findings':>9} {'seconds':>8} {'docs/s':>7}")
    seconds = []
    for stories in (large // 10, large):
        took, told, found = cost(stories)
        seconds.append(took)
        print(f"{stories * 5:>10} {told:>8} {found:>9} {took:>8.1f} {stories * 5 / took:>7.0f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"ten times the documents: {seconds[1] / seconds[0]:.1f} times the time; peak {peak:.0f} MB"
    )


if __name__ == "__main__":
    main()
