"""How much of the golden reading of the seed articles numcheck reads the same way.

    python -m benchmarks.golden ../shared/data/seeds [--show]

The expectations are read from `golden.md` beside the articles: its table says in words what a
person took each figure to mean. Those words are led to classes, places and days by numcheck's own
word lists, and a field counts as right if they agree with the claim at the same place in the copy.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from numcheck.claims import read
from numcheck.claims.event_words import marks
from numcheck.claims.words import Words
from numcheck.model import Claim, Document, Reading, Span
from numcheck.text import places
from numcheck.text.inflect import singular, verb_lemma

FIELDS = ("value", "bound", "unit", "noun", "event", "modality", "place", "time", "attribution")
#: How the table writes a bound, the first that fits, and what numcheck calls it.
BOUNDS = {
    r"vague": ("vague",),
    r"inf\)": ("at_least", "more_than"),
    r"\[0,": ("at_most", "less_than"),
    r"\{": ("between",),
    r"\+-|\[": ("about", "vague"),
    r"\d": ("exact",),
}  # fmt: skip
#: What the table calls a figure, and the unit that numcheck gives it.
UNITS = {
    r"unit missing|^(?:count|ordinal)": "", r"percent": "percent", r"^age|\by\b": "year",
    r"\bwk\b": "week", r"\bh\b": "hour",
}  # fmt: skip
MODALITIES = {
    "planned": "planned", "hypothetical": "hypothetical", "attempted": "attempted",
    "possible": "hypothetical",
}  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Row(NamedTuple):
    """One line of the table, cell by cell."""

    id: str
    text: str
    value: str
    noun: str
    event: str
    place: str
    time: str
    attribution: str
    notes: str


def rows(golden: str) -> Iterator[Row]:
    for line in golden.splitlines():
        # Furniture of the page is listed to be left alone, not to be read.
        if re.match(r"\| \d{3}-\d+ \|", line) and "boilerplate" not in line:
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            yield Row(*(cells + [""] * 9)[:9])


def folded(text: str) -> str:
    for mark, plain in (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("–", "-")):
        text = text.replace(mark, plain)
    return text.lower()


def find(row: Row, reading: Reading) -> Claim | None:
    """The claim that a row speaks of: the row's words and its value meet in it."""
    text = folded(reading.text)
    pieces = [
        p.strip() for p in re.split(r"\.\.\.|\(twice\)|\(14 |, 12", folded(row.text)) if p.strip()
    ]
    wanted = numbers(row.value)
    best: tuple[int, Claim] | None = None
    for piece in pieces:
        piece = piece.strip("\"' ")
        for hit in re.finditer(re.escape(piece), text):
            for claim in reading.claims:
                if claim.end <= hit.start() or claim.start >= hit.end():
                    continue
                if (
                    claim.zone in ("boilerplate", "url")
                    and "boilerplate" not in row.attribution + row.notes
                ):
                    continue
                score = 2 * bool(wanted & said(claim)) + (claim.zone in ("body", "lede", "caption"))
                if best is None or score > best[0]:
                    best = (score, claim)
    return best[1] if best else None


SCALES = {"k": 1e3, "m": 1e6}


def numbers(cell: str) -> set[float]:
    found = set()
    cell = re.sub(r"([\[(]\S+),(\S+[\])])", r"\1 \2", cell)
    for digits, scale in re.findall(r"(\d[\d,]*(?:\.\d+)?(?:e\d+)?)\s?([kM])?\b", cell):
        found.add(float(digits.replace(",", "")) * SCALES.get(scale.lower(), 1))
    return found


def said(claim: Claim) -> set[float]:
    at = claim.calendar
    dated = {float(x) for x in (at.year, at.month, at.day) if x} if at else set()
    return {claim.value, claim.core_low, claim.core_high, *claim.parts} | dated


def judge(row: Row, claim: Claim) -> dict[str, bool]:
    """Each field that the row states: does the claim say the same?"""
    checks = {
        "value": same_value(row, claim),
        "bound": same_bound(row, claim),
        "unit": same_unit(row, claim),
        "noun": same_noun(row, claim),
        "event": same_event(row, claim),
        "modality": same_modality(row, claim),
        "place": same_place(row, claim),
        "time": same_time(row, claim),
        "attribution": same_speaker(row, claim),
    }
    return {field: right for field, right in checks.items() if right is not None}


def same_value(row: Row, claim: Claim) -> bool | None:
    wanted = numbers(row.value)
    if not wanted:
        return None
    return bool(wanted & said(claim)) or all(
        claim.core_low * 0.95 <= number <= claim.core_high * 1.05 for number in wanted
    )


def same_bound(row: Row, claim: Claim) -> bool | None:
    if claim.calendar is not None:
        return None
    wanted = (bounds for mark, bounds in BOUNDS.items() if re.search(mark, row.value))
    return claim.bound in next(wanted, ())


def same_unit(row: Row, claim: Claim) -> bool | None:
    wanted = (unit for mark, unit in UNITS.items() if re.search(mark, row.value))
    unit = next(wanted, None)
    return None if unit is None or claim.calendar is not None else claim.unit == unit


def same_noun(row: Row, claim: Claim) -> bool | None:
    if row.noun in ("-", "") or claim.calendar is not None:
        return None
    wanted = {singular(word) for word in re.findall(r"[a-z]+", row.noun.lower())}
    words = re.findall(r"[a-z]+", f"{claim.noun} {claim.head} {claim.entity}".lower())
    given = {singular(word) for word in words}
    return bool(wanted & given)


def same_event(row: Row, claim: Claim) -> bool | None:
    cell = re.sub(r"[*(].*?[*)]|, (?:planned|asserted|possible).*", "", row.event).strip(" ,")
    if cell in ("-", "") and "*" in row.event:
        cell = row.event.strip("*")
    if cell in ("-", ""):
        return None
    # "To detain": by itself a word that may be noun or verb counts as a noun.
    cell = f"to {cell}"
    words = Words(cell, Span(0, len(cell)))
    wanted = {mark.event for mark in marks(words)}
    wanted |= set(words.lows) | {verb_lemma(word) for word in words.lows}
    return claim.event in wanted


def same_modality(row: Row, claim: Claim) -> bool | None:
    if row.event in ("-", ""):
        return None
    wanted = next((m for word, m in MODALITIES.items() if word in row.event), "asserted")
    return claim.modality == wanted


def same_place(row: Row, claim: Claim) -> bool | None:
    names = re.findall(r"[A-Z][\w-]+", row.place)
    if not names:
        return None
    if claim.where is None:
        return False
    wanted = {places.known(name) or name for name in names}
    given = claim.where.name
    return given in wanted or any(
        places.within(given, name) and not places.is_country(given) and "(i)" in row.place
        for name in wanted
    )


def same_time(row: Row, claim: Claim) -> bool | None:
    cell = row.time.replace("*", "")
    if cell in ("-", "open", "", "already", "before", "future", "same day"):
        return None
    time = claim.when
    at = claim.calendar
    if "cumulative" in cell:
        return time is not None and time.cumulative
    text = f"{time.text} {time}" if time else ""
    if at is not None and (at.month or at.year):
        text += f" {claim.text}"
    if day := next((day for day in WEEKDAYS if day in cell), ""):
        return day in text or (
            time is not None and time.end is not None and WEEKDAYS[time.end.weekday()] == day
        )
    if date := re.search(
        r"(\d+)?-?(\d+)? ?(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", cell
    ):
        month = MONTHS.index(date[3]) + 1
        days = {int(day) for day in (date[1], date[2]) if day}
        if at is not None and at.month == month and (not days or at.day in days):
            return True
        ends = [day for day in (time.start, time.end) if day] if time else []
        return any(day.month == month and (not days or day.day in days) for day in ends)
    years = re.findall(r"\d{4}", cell)
    if years:
        return any(year in text for year in years)
    return cell.split()[-1].lower() in text.lower()


def same_speaker(row: Row, claim: Claim) -> bool | None:
    cell = row.attribution.split("(")[0].strip()
    if cell in ("-", "boilerplate", "policy", "dateline", ""):
        return None
    if cell in ("narrator", "caption", "captions", "videos", "satellite", "unnamed estimate"):
        return claim.said_by == ""
    wanted = set(re.findall(r"[a-z]{3,}", cell.lower())) - {"says", "quote", "quoted"}
    given = set(re.findall(r"[a-z]{3,}", claim.said_by.lower()))
    return bool(wanted & given)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seeds", type=Path)
    parser.add_argument("--show", action="store_true", help="print what is read otherwise")
    options = parser.parse_args()
    readings = {
        path.name[:3]: read(Document(path.read_text(encoding="utf-8"), id=path.name[:3]))
        for path in sorted(options.seeds.glob("*.txt"))
    }
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    wrong: defaultdict[str, list[str]] = defaultdict(list)
    for row in rows((options.seeds / "golden.md").read_text(encoding="utf-8")):
        reading = readings[row.id[:3]]
        claim = find(row, reading)
        if claim is None:
            total["found"] += 1
            wrong[row.id].append("not found")
            continue
        right["found"] += 1
        total["found"] += 1
        for field, good in judge(row, claim).items():
            total[field] += 1
            right[field] += good
            if not good:
                wrong[row.id].append(f"{field}: {describe(claim, field)} <> {expected(row, field)}")
    for field in ("found", *FIELDS):
        print(f"{field:12} {right[field]:3} of {total[field]:3}")
    circumstances = ("event", "place", "time", "attribution")
    share = sum(right[f] for f in circumstances) / max(1, sum(total[f] for f in circumstances))
    print(f"event, place, time and attribution together: {share:.1%}")
    if options.show:
        for row_id, faults in wrong.items():
            for fault in faults:
                print(f"  {row_id:7} {fault}")


def describe(claim: Claim, field: str) -> str:
    values = {
        "value": (claim.text, claim.value), "bound": claim.bound, "unit": claim.unit,
        "noun": (claim.noun, claim.head),
        "event": claim.event, "modality": claim.modality, "place": claim.where,
        "time": claim.when and (claim.when.text, str(claim.when), claim.when.cumulative),
        "attribution": claim.said_by,
    }  # fmt: skip
    return f"{claim.text!r} {values[field]}"


def expected(row: Row, field: str) -> str:
    cells = {"modality": row.event, "bound": row.value, "unit": row.value}
    return cells[field] if field in cells else str(getattr(row, field))


if __name__ == "__main__":
    main()
