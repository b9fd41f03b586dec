"""Clock times of any language, as the moments they may mean.

A time is a cluster of words (hour, "half", "Uhr", part of the day) in whatever order the
language likes; what makes it a time is that one of them says so.
"""

from __future__ import annotations

from typing import NamedTuple

from numcheck.patterns import pattern
from numcheck.translation.figures import Moment
from numcheck.translation.lexicon import Lexicon
from numcheck.translation.nodes import Node, Numeral, is_mark, node_at
from numcheck.translation.tokens import Source

_GAP = pattern(r"[\s.\-]{0,2}$")
_HOUR_AND_MINUTES = pattern(r"(\d{1,2})[.,](\d{2})")
#: Minutes that a word adds to the hour it goes with.
_STEPS = {
    "half_to": -30, "half_past": 30, "at_half_past": 30, "quarter_past": 15,
    "quarter_to": -15, "quarter_of": -45,
}  # fmt: skip
#: Words that are a time by themselves, as minutes of the day.
_NAMED = {"midnight": 0, "one_at_night": 60, "noon": 720, "half_one": 750, "one_by_day": 780}
_TELLING = {"hour", "hour_before", "evening_hour", "half_to", "at_half_past", "quarter_of"}
_TELLING |= {"quarter_past", "quarter_to", *_NAMED}
_HALVES = {"half_past", "at_half_past", "half_to", "half_one"}
#: The longest cluster: "at", part of the day, hour, sign, minutes, sign, part again, spare.
_LONGEST = 8


class Clock(NamedTuple):
    """A clock time with the node after its last."""

    moments: tuple[Moment, ...]
    last: int


def hours(hour: int, minute: int, part: tuple[int, int] | None) -> tuple[Moment, ...]:
    """The times that an hour and a part of the day may mean; hours past 12 speak for themselves.

    >>> [m.hour for m in hours(8, 0, (12, 24))], [m.hour for m in hours(8, 0, None)]
    ([20], [8, 20])
    >>> [m.hour for m in hours(2, 0, (18, 30))]
    [2]
    """
    if hour > 12 or hour == 0:
        return (Moment(hour=hour % 24, minute=minute),)
    both = [hour % 12, hour % 12 + 12]
    low, high = part or (0, 24)
    fitting = [h % 24 for h in (*both, hour % 12 + 24) if low <= h + minute / 60 < high]
    return tuple(Moment(hour=h, minute=minute) for h in fitting or both)


def read_clock(source: Source, nodes: list[Node], at: int) -> Clock | None:
    """The clock time that begins at this node, with as many words as belong to it."""
    last = at
    joins = source.lexicon.has("and_in_clock")  # ساعت ۹ و ۳۰ دقیقه
    while (
        last < len(nodes)
        and last - at < _LONGEST
        and (_belongs(nodes[last]) or (joins and last > at and nodes[last].mark("and")))
    ):
        if last > at and not _GAP.match(source.gap(nodes[last - 1].end, nodes[last].start)):
            break
        if _begins_another(nodes, at, last):
            break
        last += 1
    for end in range(last, at, -1):
        cluster = _Cluster(nodes[at:end], source.lexicon)
        moments = cluster.moments()
        if moments and not (cluster.by_digits and _measures(source, nodes, end)):
            return Clock(moments, end)
    return None


def _measures(source: Source, nodes: list[Node], at: int) -> bool:
    """Does a unit or currency follow ("od 3,50 do 4,80 zł"), so that the digits are no time?"""
    if is_mark(nodes, at, "range") and isinstance(node_at(nodes, at + 1), Numeral):
        at += 2
    if at >= len(nodes) or source.gap(nodes[at - 1].end, nodes[at].start).strip():
        return False
    return bool(nodes[at].get("currency") or nodes[at].get("units"))


def _begins_another(nodes: list[Node], first: int, at: int) -> bool:
    """Is this a second time: "10시부터 22시", "с десяти утра до половины девятого вечера"?

    A number with its own hour sign after one that has had its, or "at" after a number.
    """
    before = nodes[first:at]
    leads = nodes[at].get("clock") in ("at", "hour_before")
    if leads and any(isinstance(node, Numeral) for node in before):
        return True
    signed = at + 1 < len(nodes) and nodes[at + 1].get("clock") == "hour"
    if not (signed and isinstance(nodes[at], Numeral)):
        return False
    return any(node.get("clock") == "hour" for node in before)


def _belongs(node: Node) -> bool:
    if isinstance(node, Numeral):
        return node.values[0].single and node.values[0].low <= 60 and node.written.scale == 1
    kinds = ("clock", "dayparts", "clock_digits")
    # "7 часов вечера": the word for hours belongs to the time where part of the day follows.
    return (
        any(node.get(kind) is not None for kind in kinds)
        or node.mark("and_half")
        or node.get("units") in ("hour", "minute")
    )


class _Cluster:
    """Nodes that stand together and may be one clock time."""

    def __init__(self, nodes: list[Node], lexicon: Lexicon) -> None:
        self.nodes = nodes
        self.last_hour = 29 if lexicon.has("late_hours") else 24
        self.led_by_part = lexicon.has("daypart_after") and nodes[0].get("dayparts") is not None
        self.signs = [sign for node in nodes if (sign := node.get("clock"))]
        self.numbers = [node for node in nodes if isinstance(node, Numeral)]
        self.digits = [digits for node in nodes if (digits := node.get("clock_digits"))]
        spans = [span for node in nodes if (span := node.get("dayparts"))]
        self.part = self._span(spans[0]) if spans else None

    @staticmethod
    def _span(written: str) -> tuple[int, int]:
        low, high = written.split("-")
        return int(low), int(high)

    def moments(self) -> tuple[Moment, ...]:
        """What the cluster may mean; nothing if it is no time of day."""
        if self.nodes[-1].get("clock") in ("at", "hour_before") or self.nodes[-1].mark("and"):
            return ()
        if not self._told():
            return ()
        if self.digits:
            alone = not self.numbers and len(self.digits) == 1
            hour, minute = self.digits[0]
            return hours(hour, minute, self.part) if alone else ()
        return self._from_numbers() if self.numbers else self._named()

    def _named(self) -> tuple[Moment, ...]:
        """Noon and midnight, and the half or quarter after them ("midi et demi")."""
        named = [_NAMED[sign] for sign in self.signs if sign in _NAMED]
        if len(named) != 1 or "at" in self.signs[1:]:
            return ()
        return (Moment(hour=(named[0] + self._steps()) // 60 % 24, minute=self._minute(named[0])),)

    def _minute(self, named: int) -> int:
        return (named + self._steps()) % 60

    def _steps(self) -> int:
        """The minutes that words for halves and quarters add."""
        steps = sum(_STEPS.get(sign, 0) for sign in self.signs)
        halved = any(node.mark("and_half") or node.get("halves") == 0.5 for node in self.nodes)
        return steps + 30 * (halved and not _HALVES & set(self.signs))

    def _told(self) -> bool:
        """Does anything say that these numbers are a time of day?"""
        if self.digits or _TELLING & set(self.signs):
            return True
        if len(self.numbers) == 2 and self._told_by_minutes():
            return True
        if self.part and self.numbers and not self.led_by_part:
            return True  # "8 p.m."; but "at night 14" in English is no time
        if "half_past" in self.signs:
            # "Half past nine" says so by itself; "nueve y media" may be an amount.
            return "at" in self.signs or self._precedes_number("half_past")
        return self.by_digits

    @property
    def by_digits(self) -> bool:
        """Do only digits like those of a clock after "at" say that it is a time ("um 18.40")?"""
        if set(self.signs) != {"at"} or self.part or not self.numbers:
            return False
        return _HOUR_AND_MINUTES.fullmatch(self.numbers[0].written.digits) is not None

    def _told_by_minutes(self) -> bool:
        """Minutes before or after an hour: "za dziesięć szósta", "sekizi on geçe"."""
        if {"past", "to"} & set(self.signs):
            return self.numbers[1].ordinal or self._signed_last() or "at" in self.signs
        return self._of_next_hour()

    def _from_numbers(self) -> tuple[Moment, ...]:
        read = self._hour_and_minute()
        if read is None:
            return ()
        hour, minute = read
        minute += self._steps()
        hour += 18 * ("evening_hour" in self.signs)
        if minute < 0:
            hour, minute = hour - 1, minute + 60
        fits = 0 <= hour <= self.last_hour and 0 <= minute < 60
        return hours(hour, minute, self.part) if fits else ()

    def _hour_and_minute(self) -> tuple[int, int] | None:
        hour, minute = _split(self.numbers[0])
        if minute and self.numbers[0].words and any(n.get("units") == "hour" for n in self.nodes):
            return None  # Dutch "anderhalf uur" is how long, not when
        stepped = bool(_STEPS.keys() & set(self.signs))
        if len(self.numbers) == 1:
            lone = {"past", "to", "less"} & set(self.signs) and not stepped
            return None if lone or hour > self.last_hour else (hour, minute)
        other = self.numbers[1].whole
        if other is None or minute or len(self.numbers) > 2:
            return None
        if hour == 3 and "quarter_of" in self.signs:
            return other, 30  # "drei viertel acht": three quarters of the way to eight
        if self._of_next_hour():
            return other - 1, hour
        if {"past", "to"} & set(self.signs) and self._signed_last():
            return hour, other if "past" in self.signs else -other
        if "past" in self.signs:
            return (other, hour) if self._precedes("past") else (hour, other)
        if "to" in self.signs:
            return other, -hour
        if "less" in self.signs:
            return hour, -other
        told = {"hour", "hour_soft", "hour_before"} & set(self.signs)
        return (hour, other) if told else None

    def _of_next_hour(self) -> bool:
        """Minutes of the hour that is on ("десять минут девятого" is 8:10)."""
        minutes = any(node.get("units") == "minute" for node in self.nodes)
        return minutes and self.numbers[1].ordinal and not {"past", "to"} & set(self.signs)

    def _signed_last(self) -> bool:
        """Do both numbers stand before the sign ("sekizi on geçe")?"""
        signs = [n for n in self.nodes if n.get("clock") in ("past", "to")]
        return len(self.numbers) == 2 and self.numbers[1].end <= signs[0].start

    def _precedes_number(self, sign: str) -> bool:
        return bool(self.numbers) and not self._precedes(sign)

    def _precedes(self, sign: str) -> bool:
        """Does the number before the sign give the minutes ("ten past eight")?"""
        order = ["n" if isinstance(node, Numeral) else node.get("clock") for node in self.nodes]
        return order.index("n") < order.index(sign)


def _split(numeral: Numeral) -> tuple[int, int]:
    """Hour and minutes of one numeral: "18.40", seven and a half."""
    digits = _HOUR_AND_MINUTES.fullmatch(numeral.written.digits)
    if digits:
        return int(digits[1]), int(digits[2])
    value = numeral.values[0].low
    return int(value), round(value % 1 * 60)
