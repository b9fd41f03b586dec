"""The values that travel from copy to finding. They hold facts and make none.

Offsets are half-open indices into `Document.text`, carried from the first stage and never searched
for again: `document.text[x.start:x.end] == x.text` holds for every quantity, claim and finding.
Every stage may import this module: it knows nothing of them.
"""

from __future__ import annotations

import datetime as dt
import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import field
from typing import Any, Literal, NamedTuple

from numcheck.values import frozen

Bound = Literal[
    "exact", "about", "at_least", "at_most", "more_than", "less_than", "between", "vague"
]
Kind = Literal[
    "number", "count", "money", "measure", "percent", "ratio", "temperature", "age", "duration",
    "ordinal", "date", "year", "time", "score", "identifier",
]  # fmt: skip
Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
ZoneKind = Literal[
    "headline", "dateline", "lede", "body", "caption", "pull-quote", "table", "list",
    "note", "boilerplate", "not-for-publication", "url",
]  # fmt: skip
Modality = Literal["asserted", "planned", "hypothetical", "attempted", "negated"]

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
CONFIDENCES: tuple[Confidence, ...] = ("low", "medium", "high")

#: Kinds that name a point on a calendar, a rank or a thing; they count nothing.
NOT_COUNTED = frozenset({"ordinal", "date", "year", "time", "score", "identifier"})


class Span(NamedTuple):
    """A half-open stretch of text."""

    start: int
    end: int


NOWHERE = Span(0, 0)


class Interval(NamedTuple):
    """All values from `low` to `high`, both ends included; an open end is infinite."""

    low: float
    high: float

    def overlaps(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high

    def widened(self, share: float) -> Interval:
        """The interval with a share of each end's size added on its outer side (0.05 = 5 %)."""
        low, high = _product(abs(self.low), share), _product(abs(self.high), share)
        return Interval(self.low - low, self.high + high)

    def plus(self, other: Interval) -> Interval:
        return Interval(self.low + other.low, self.high + other.high)

    def minus(self, other: Interval) -> Interval:
        return Interval(self.low - other.high, self.high - other.low)

    def times(self, other: Interval) -> Interval:
        corners = [_product(a, b) for a in self for b in other]
        return Interval(min(corners), max(corners))

    def over(self, other: Interval) -> Interval:
        """The quotient; every value where the divisor may be zero."""
        if other.low <= 0 <= other.high:
            return Interval(-math.inf, math.inf)
        return self.times(Interval(1 / other.high, 1 / other.low))


def _product(a: float, b: float) -> float:
    # inf * 0 is NaN in IEEE arithmetic; an open end times nothing is nothing.
    return 0.0 if a == 0 or b == 0 else a * b


@frozen
class Zone:
    """A part of the page with one purpose: headline, caption, boilerplate."""

    start: int
    end: int
    kind: ZoneKind


@frozen
class Cell:
    """One table cell; its text is `document.text[start:end]`."""

    start: int
    end: int
    header: bool = False


@frozen
class Table:
    """A table of the copy, row by row; rows may differ in length."""

    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...]
    caption: Span | None = None


@frozen
class Comment:
    """A remark that readers of the page do not see; `start` is where it stood in the text."""

    start: int
    text: str


@frozen
class SourceMap:
    """From offsets in the text to offsets in the file it was read from.

    `anchors` are (text offset, file offset) pairs in rising order; between two anchors the
    offsets run in step. `line_starts` are the file offsets at which its lines begin, counted
    from `first_line`, so that one record of a large file need not carry the lines before it.
    """

    anchors: tuple[tuple[int, int], ...]
    line_starts: tuple[int, ...]
    first_line: int = 1

    def offset(self, text_offset: int) -> int:
        at = bisect_right(self.anchors, (text_offset, math.inf)) - 1
        if at < 0:
            return 0
        text_anchor, file_anchor = self.anchors[at]
        return file_anchor + text_offset - text_anchor

    def line_column(self, text_offset: int) -> tuple[int, int]:
        """Line and column in the file, both counted from 1, in code points."""
        offset = self.offset(text_offset)
        line = max(bisect_right(self.line_starts, offset), 1)
        return line + self.first_line - 1, offset - self.line_starts[line - 1] + 1


@frozen
class Document:
    """One piece of copy, as text with everything its file said about it.

    `published` may be given as a date, a datetime or ISO text and is kept as a date;
    `issued` keeps the time of day where one is known, to put versions in order.
    `zones` may be empty: plain text is divided when it is read for claims.
    """

    text: str
    id: str = ""
    published: dt.date | None = None
    source: str = ""
    language: str = "en"
    headline: str = ""
    issued: dt.datetime | None = None
    guid: str = ""
    version: str = ""
    story: str = ""
    format: str = "text"
    zones: tuple[Zone, ...] = ()
    tables: tuple[Table, ...] = ()
    comments: tuple[Comment, ...] = ()
    hints: tuple[tuple[str, Span, str], ...] = ()
    notices: tuple[str, ...] = ()
    source_map: SourceMap | None = None

    def __post_init__(self) -> None:
        published: Any = self.published
        if isinstance(published, str):
            published = dt.datetime.fromisoformat(published) if published else None
        if isinstance(published, dt.datetime):
            if self.issued is None:
                object.__setattr__(self, "issued", published)
            published = published.date()
        object.__setattr__(self, "published", published)

    def line_column(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, from 1: in the file where its map is known."""
        if self.source_map is not None:
            return self.source_map.line_column(offset)
        start = self.text.rfind("\n", 0, offset) + 1
        return self.text.count("\n", 0, offset) + 1, offset - start + 1


@frozen
class Calendar:
    """A date, year or clock time as written. What the copy does not say is None.

    `weekday` counts from Monday = 0. `years` is the length of what `year` names (10 for "the
    1990s", 100 for a century). `relative` keeps words such as "last", "next", "yesterday".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    years: int = 1
    relative: str = ""


@frozen
class Quantity:
    """One figure, normalised.

    `start`/`end` cover the bound words, sign, currency, numeral, scale and unit ("at least 500",
    "$3.2 million", "about 5 km"), never the noun that is counted. `numeral` covers the digits or
    number words alone.

    `low`/`high` are the hull (all that the wording can honestly cover), `core_low`/`core_high`
    the core (what a reader takes it to mean); open ends are infinite. `value` is the figure as
    written, the midpoint of a range. `unit` is a pint-compatible name, an ISO 4217 code for
    money ("" where none is given), "percent", or "". `step` is the worth of the last printed
    digit: 1 for 774, 100,000 for "1.5 million". `parts` are the numbers a range, ratio or score
    was written with. `unit_from` tells how sure a currency is: "" as written, "copy" where a name
    that several countries share was settled by the rest of the copy, "usual" where nothing tells.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: float
    low: float
    high: float
    core_low: float
    core_high: float
    bound: Bound = "exact"
    unit: str = ""
    step: float = 1.0
    parts: tuple[float, ...] = ()
    numeral: Span = NOWHERE
    calendar: Calendar | None = None
    malformed: str = ""
    unit_from: str = ""

    @property
    def hull(self) -> Interval:
        return Interval(self.low, self.high)

    @property
    def core(self) -> Interval:
        return Interval(self.core_low, self.core_high)


@frozen
class When:
    """The time a claim speaks of, as days; an open or unknown end is None.

    `source` says how it is known: "stated" in the sentence, "inherited" from an earlier one,
    "dateline" or "published". `cumulative` marks running totals ("so far", "since the election").
    """

    text: str = ""
    start: dt.date | None = None
    end: dt.date | None = None
    source: str = ""
    cumulative: bool = False

    def __str__(self) -> str:
        days = [day.isoformat() for day in (self.start, self.end) if day is not None]
        return "/".join(dict.fromkeys(days)) or self.text


@frozen
class Where:
    """The place a claim speaks of. `scope` is "alone", "nationwide", "worldwide" or ""."""

    text: str = ""
    name: str = ""
    scope: str = ""
    source: str = ""

    def __str__(self) -> str:
        return self.text or self.name


@frozen
class Claim(Quantity):
    """A figure with what it counts, where, when and who says so.

    `noun` is the counted thing as written ("anti-government protesters"), `head` its lemma
    ("protester"), `noun_class` the class the lexicon puts it in ("person"; "" if none).
    `event` is an event class ("arrest", "die") or a bare verb lemma. `role` says what the figure
    measures: a "level", a "delta" (rose by 5), a "factor" (doubled), an "increment" (another six).
    `statistic` is "", "total", "mean", "median" or "rate"; `per` what a rate is of ("each").
    `entity` names whom an age, price or score belongs to. `evidence` holds the words relied on,
    by field name.
    """

    document: str = ""
    sentence: int = 0
    zone: ZoneKind = "body"
    noun: str = ""
    head: str = ""
    modifiers: tuple[str, ...] = ()
    noun_class: str = ""
    event: str = ""
    modality: Modality = "asserted"
    role: str = "level"
    statistic: str = ""
    per: str = ""
    entity: str = ""
    where: Where | None = None
    when: When | None = None
    said_by: str = ""
    quoted: bool = False
    evidence: Mapping[str, Span] = field(default_factory=dict)


@frozen
class Name:
    """A proper name in the copy; `kind` is "person", "place", "organisation" or "" if unknown."""

    start: int
    end: int
    text: str
    kind: str = ""


@frozen
class Reading:
    """A document and everything that was read in it; what links and stories work on.

    `sentences` are spans in order; `claims` are in order of `start`, dates and identifiers
    included. `zones` divide the text without overlap; `quotations` are spans between quotation
    marks, marks excluded. `dated` is when the copy was put out, with how that is known
    ("published", "dateline", "inferred", or "story": `text` names the document of its story whose
    day it is); None if nothing tells.
    """

    document: Document
    sentences: tuple[Span, ...]
    claims: tuple[Claim, ...]
    zones: tuple[Zone, ...] = ()
    quotations: tuple[Span, ...] = ()
    tables: tuple[Table, ...] = ()
    names: tuple[Name, ...] = ()
    dated: When | None = None
    cache: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def text(self) -> str:
        return self.document.text

    def sentence_text(self, index: int) -> str:
        start, end = self.sentences[index]
        return self.document.text[start:end]

    def in_sentence(self, index: int) -> tuple[Claim, ...]:
        """The claims of one sentence, in order."""
        if "by_sentence" not in self.cache:
            groups: dict[int, list[Claim]] = {}
            for claim in self.claims:
                groups.setdefault(claim.sentence, []).append(claim)
            self.cache["by_sentence"] = {at: tuple(group) for at, group in groups.items()}
        found: tuple[Claim, ...] = self.cache["by_sentence"].get(index, ())
        return found


@frozen
class Story:
    """Documents that tell of one event, with the reason they are taken together.

    `readings` are in order of issue where known. `versions` groups document ids that are one item
    (or copies of one), so that they count as one witness.
    """

    id: str
    readings: tuple[Reading, ...]
    because: str = ""
    declared: bool = False
    versions: tuple[tuple[str, ...], ...] = ()


@frozen
class Link:
    """Claims that stand in one relation, by role name.

    A role holds one claim or, where the relation has several ("the parts of a sum"), a tuple.
    `cue` is the wording that tied them. `facts` are numbers, texts, intervals or spans that the
    link computed and that rules may use by name ("expected", "factor").
    """

    kind: str
    roles: Mapping[str, Claim | tuple[Claim, ...]]
    cue: Span | None = None
    confidence: Confidence = "high"
    facts: Mapping[str, Any] = field(default_factory=dict)


@frozen
class LinkKind:
    """What a rule may rely on when it says `for: <name>`.

    `roles` are the names a link of this kind always fills, `facts` the names of what it computes
    besides, `options` what `with:` may set, each with its default (whose type is the option's).
    """

    name: str
    summary: str
    roles: tuple[str, ...]
    facts: tuple[str, ...] = ()
    options: Mapping[str, Any] = field(default_factory=dict)
    scope: Literal["document", "story"] = "document"


@frozen
class Place:
    """A stretch of one document that a finding points at."""

    document: str
    start: int
    end: int
    label: str = ""
    text: str = ""


@frozen
class Garble:
    """One operation that would turn the correct figure into the garbled one."""

    operation: str
    explanation: str
    cost: float = 1.0


@frozen
class Finding:
    """Figures that cannot all be right, with every place involved and what was computed.

    `related` holds the other ends of the contradiction. `facts` are the values used, ready to
    print. `fingerprint` comes from the rule and the quoted words, not from line numbers, and so
    survives edits elsewhere. `pair` quotes two figures that ought to be one and the same, where
    the rule says so; which garble would explain them is asked of these. `operation` is
    the garble that `compare` found or the trace of one that the rule names (`signal`);
    `source_start` and `source_end` are set by `compare`.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    document: str
    start: int
    end: int
    text: str = ""
    label: str = ""
    related: tuple[Place, ...] = ()
    garble: Garble | None = None
    fingerprint: str = ""
    facts: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    story: str = ""
    operation: str = ""
    source_start: int | None = None
    source_end: int | None = None


@frozen
class RuleInfo:
    """What a report says about a rule."""

    id: str
    pack: str
    summary: str
    why: str
    severity: Severity
    confidence: Confidence
    scope: str = "document"
    tags: tuple[str, ...] = ()
    source: str = ""


@frozen
class Unread:
    """An input that could not be read, and why."""

    source: str
    reason: str


@frozen
class Report:
    """All that one run found: what every reporter is handed, and the only thing it may look at.

    `suppressed` pairs a finding with the reason it is not shown; `known` are findings of the
    baseline. `facts` describe the run (version, rules and their hash, options, time). Of a run too
    large to be held, `let_go` counts the documents without a finding and their figures by standing.
    """

    readings: tuple[Reading, ...]
    findings: tuple[Finding, ...]
    rules: tuple[RuleInfo, ...] = ()
    stories: tuple[Story, ...] = ()
    links: tuple[Link, ...] = ()
    unread: tuple[Unread, ...] = ()
    suppressed: tuple[tuple[Finding, str], ...] = ()
    known: tuple[Finding, ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict)
    let_go: Mapping[str, int] = field(default_factory=dict)

    @property
    def documents_read(self) -> int:
        return len(self.readings) + self.let_go.get("documents", 0)

    def reading(self, document: str) -> Reading | None:
        return next((r for r in self.readings if r.document.id == document), None)

    def counts(self) -> dict[Severity, int]:
        return {s: sum(f.severity == s for f in self.findings) for s in reversed(SEVERITIES)}


def worst(severities: Sequence[Severity]) -> Severity | None:
    """The most severe of them, or None."""
    return max(severities, key=SEVERITIES.index, default=None)
