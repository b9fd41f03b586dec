"""The tables of a report: every claim, every rule and every finding as pandas frames.

The same frames serve the page's readers as CSV and Markdown (`files`), and those who ask for the
format `tables`. pandas and tabulate are loaded when a table is made, not before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from numcheck.errors import UsageError
from numcheck.model import Claim, Reading, Report
from numcheck.patterns import pattern
from numcheck.reporters import _coverage
from numcheck.reporters._width import visible

if TYPE_CHECKING:
    from pandas import DataFrame

SUFFIX = ".md"

CLAIM_COLUMNS = (
    "document", "line", "column", "start", "end", "text", "kind", "value", "low", "high",
    "core_low", "core_high", "bound", "unit", "noun", "event", "where", "when", "said_by",
    "quoted", "modality", "role", "statistic", "zone", "standing",
)  # fmt: skip
RULE_COLUMNS = ("id", "pack", "severity", "confidence", "scope", "found", "summary")
FINDING_COLUMNS = (
    "severity", "confidence", "rule", "document", "line", "column", "text", "message", "others",
)  # fmt: skip

# A spreadsheet takes a cell that begins so for a formula, and copy may hold anything.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_ACTIVE = pattern(r"([\\`*_\[\]<>|#~])")


def render(report: Report) -> str:
    """Claims, rules and findings as Markdown tables under headings."""
    parts = (f"## {name.capitalize()}\n\n{markdown(f)}" for name, f in _frames(report).items())
    return "\n".join(parts)


def claims(report: Report) -> DataFrame:
    """One row a figure, in order of the copy, with its interval and how it stands."""
    return _frame(_claim_rows(report), CLAIM_COLUMNS)


def rules(report: Report) -> DataFrame:
    """One row a rule, with how many findings it made."""
    fired = [finding.rule for finding in report.findings]
    rows = (
        (r.id, r.pack, r.severity, r.confidence, r.scope, fired.count(r.id), r.summary)
        for r in report.rules
    )
    return _frame(rows, RULE_COLUMNS)


def findings(report: Report) -> DataFrame:
    """One row a finding; `others` quotes the other ends of the contradiction."""
    return _frame(_finding_rows(report), FINDING_COLUMNS)


def markdown(frame: DataFrame) -> str:
    """A frame as a Markdown table whose cells show as they are, whatever copy they quote."""
    from tabulate import tabulate

    rows = [[_plain(cell) for cell in row] for row in frame.itertuples(index=False, name=None)]
    # Without this, tabulate would print the text "1e3" as 1000.
    return tabulate(rows, [*frame.columns], tablefmt="pipe", disable_numparse=True) + "\n"


def csv(frame: DataFrame) -> str:
    """A frame as CSV that no spreadsheet takes for formulas."""
    text = frame.select_dtypes(exclude=["number", "bool"]).columns
    safe = frame.assign(**{str(name): frame[name].map(_harmless) for name in text})
    return str(safe.to_csv(index=False, lineterminator="\n"))


def files(report: Report, formats: Iterable[str]) -> dict[str, str]:
    """What `--also csv,markdown` writes beside the page: file names with their content.

    Raises UsageError for any other format.
    """
    writers = {"csv": (csv, ".csv"), "markdown": (markdown, ".md")}
    frames = _frames(report)
    written = {}
    for name in formats:
        if name not in writers:
            raise UsageError(f"There is no table format {name!r}. Formats: csv, markdown.")
        write, suffix = writers[name]
        written.update({f"{title}{suffix}": write(frame) for title, frame in frames.items()})
    return written


def _frames(report: Report) -> Mapping[str, DataFrame]:
    return {"findings": findings(report), "claims": claims(report), "rules": rules(report)}


def _frame(rows: Iterable[Sequence[Any]], columns: Sequence[str]) -> DataFrame:
    from pandas import DataFrame

    return DataFrame(list(rows), columns=list(columns))


def _claim_rows(report: Report) -> Iterator[tuple[Any, ...]]:
    standings = _coverage.standings(report)
    for reading in report.readings:
        for claim in reading.claims:
            key = (reading.document.id, claim.start, claim.end)
            yield _claim_row(reading, claim, standings[key])


def _claim_row(reading: Reading, claim: Claim, standing: str) -> tuple[Any, ...]:
    document = reading.document
    given = {
        "document": document.id,
        "where": str(claim.where or ""),
        "when": str(claim.when or ""),
        "standing": standing,
        **dict(zip(("line", "column"), document.line_column(claim.start), strict=True)),
    }
    return tuple(given.get(name, getattr(claim, name, "")) for name in CLAIM_COLUMNS)


def _finding_rows(report: Report) -> Iterator[tuple[Any, ...]]:
    documents = {reading.document.id: reading.document for reading in report.readings}
    for finding in report.findings:
        document = documents.get(finding.document)
        line, column = document.line_column(finding.start) if document else (1, 1)
        others = "; ".join(place.text for place in finding.related)
        yield (
            finding.severity, finding.confidence, finding.rule, finding.document, line, column,
            finding.text, finding.message, others,
        )  # fmt: skip


def _plain(cell: object) -> str:
    words = f"{cell:.10g}" if isinstance(cell, float) else visible(str(cell))
    return _ACTIVE.sub(r"\\\1", " ".join(words.split()))


def _harmless(cell: object) -> object:
    return "'" + cell if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
