"""The report for people at a terminal: source excerpts with carets under every figure involved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from numcheck.model import Document, Finding, Place, Report
from numcheck.reporters import _coverage
from numcheck.reporters._width import fit, reads_right_to_left, visible, width
from numcheck.reporters._words import count, slip, worked
from numcheck.values import frozen

SUFFIX = ".txt"

_COLOURS: Mapping[str, str] = {
    "error": "1;31", "warning": "1;33", "info": "1;36",
    "strong": "1", "quiet": "2", "other": "1;34",
}  # fmt: skip
_NARROWEST = 40
_LONGEST_WORD = 20
_MOST_PASSAGES = 12


def render(report: Report, *, color: bool = False, width: int = 100) -> str:
    """Every finding with its excerpts, then what the run covered.

    `width` is the number of terminal columns; long lines are cut around the figures.
    """
    page = _page(report, color, width)
    blocks = [page.finding(finding) for finding in report.findings]
    return _joined([*blocks, page.summary(report)])


def excerpts(report: Report, *, color: bool = False, width: int = 100) -> str:
    """The findings alone, as `render` shows them."""
    page = _page(report, color, width)
    return _joined([page.finding(finding) for finding in report.findings])


def _page(report: Report, color: bool, width: int) -> _Page:
    documents = {reading.document.id: reading.document for reading in report.readings}
    return _Page(documents, color, max(width, _NARROWEST))


def _joined(blocks: Iterable[list[str]]) -> str:
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


@frozen
class _Mark:
    """A stretch of one line of text to be underlined."""

    start: int
    end: int
    label: str
    colour: str


@frozen
class _Page:
    documents: Mapping[str, Document]
    color: bool
    width: int

    def paint(self, text: str, colour: str) -> str:
        return f"\x1b[{_COLOURS[colour]}m{text}\x1b[0m" if self.color and text else text

    def finding(self, finding: Finding) -> list[str]:
        """One finding: what is wrong, where it says so, and what was computed."""
        head = self.paint(finding.severity, finding.severity)
        rule = self.paint(f"[{visible(finding.rule)}]", "quiet")
        lines = [f"{head}: {self.paint(visible(finding.message), 'strong')} {rule}"]
        passages = list(self._passages(finding))
        gutter = max((len(str(passage.line)) for passage in passages), default=1) + 1
        document: Document | None = None
        for passage in passages[:_MOST_PASSAGES]:
            if passage.document is not document:
                lines.append(self._place(passage, gutter))
            lines += self._excerpt(passage, gutter)
            document = passage.document
        if len(passages) > _MOST_PASSAGES:
            lines.append(f"{' ' * gutter} … and {len(passages) - _MOST_PASSAGES} more places")
        lines += [f"{' ' * gutter} = {remark}" for remark in _remarks(finding)]
        return lines

    def _passages(self, finding: Finding) -> Iterator[_Passage]:
        """The places of a finding, those that share a line and fit on the screen together."""
        open_passage: _Passage | None = None
        for at, place in enumerate(_coverage.places(finding)):
            document = self.documents.get(place.document)
            if document is None:
                continue
            mark = _mark(document, place, finding.severity if at == 0 else "other")
            if open_passage is None or not open_passage.takes(document, mark, self.width - 12):
                if open_passage is not None:
                    yield open_passage
                open_passage = _Passage(document, [])
            open_passage.marks.append(mark)
        if open_passage is not None:
            yield open_passage

    def _place(self, passage: _Passage, gutter: int) -> str:
        line, column = passage.place
        name = visible(passage.document.id or "<text>")
        return f"{' ' * gutter}{self.paint('-->', 'quiet')} {name}:{line}:{column}"

    def _excerpt(self, passage: _Passage, gutter: int) -> Iterator[str]:
        bar = self.paint("|", "quiet")
        start, end = passage.window(self.width - gutter - 3)
        before = "… " if start > passage.bounds[0] else ""
        after = " …" if end < passage.bounds[1] else ""
        yield f"{passage.line:>{gutter}} {bar} {before}{visible(passage.text[start:end])}{after}"
        for row in self._carets(passage, start, len(before)):
            yield f"{' ' * gutter} {bar} {row}"

    def _carets(self, passage: _Passage, start: int, indent: int) -> Iterator[str]:
        """Rows of carets and labels under an excerpt; a new row where labels would collide."""
        row, used = "", 0
        for mark in sorted(passage.marks, key=lambda m: m.start):
            at = indent + width(visible(passage.text[start : mark.start]))
            carets = _carets_for(mark, visible(passage.text[mark.start : mark.end]))
            if used > at:
                yield row.rstrip()
                row, used = "", 0
            row += " " * (at - used) + self.paint(carets, mark.colour) + " "
            used = at + width(carets) + 1
        yield row.rstrip()

    def summary(self, report: Report) -> list[str]:
        """What was read, what was found, what was left out."""
        lines = [
            f"{self.paint('cannot read', 'error')} {visible(item.source)}: {visible(item.reason)}"
            for item in report.unread
        ]
        if not report.documents_read:
            return [*lines, "Nothing was read."]
        covered = _coverage.of(report)
        lines.append(f"{count(report.documents_read, 'document')}, {covered}.")
        lines.append(self._verdict(report))
        return lines

    def _verdict(self, report: Report) -> str:
        counts = [
            self.paint(count(number, severity, "info" if severity == "info" else ""), severity)
            for severity, number in report.counts().items()
            if number
        ]
        aside = [
            count(len(items), noun, noun)
            for items, noun in ((report.suppressed, "suppressed"), (report.known, "known"))
            if items
        ]
        found = ", ".join(counts) or "No contradiction found"
        return found + (f" ({', '.join(aside)})." if aside else ".")


@frozen
class _Passage:
    """Places on one line of a document that are shown in one excerpt."""

    document: Document
    marks: list[_Mark]

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def place(self) -> tuple[int, int]:
        return self.document.line_column(self.marks[0].start)

    @property
    def line(self) -> int:
        return self.place[0]

    @property
    def bounds(self) -> tuple[int, int]:
        """The line of text that holds the marks, without its end."""
        return _line_bounds(self.text, self.marks[0].start)

    @property
    def marked(self) -> tuple[int, int]:
        return min(m.start for m in self.marks), max(m.end for m in self.marks)

    def takes(self, document: Document, mark: _Mark, columns: int) -> bool:
        """Can one excerpt of so many columns show this mark besides the others?"""
        if document is not self.document or self.bounds != _line_bounds(document.text, mark.start):
            return False
        start, end = self.marked
        return fit(self.text[min(start, mark.start) : max(end, mark.end)], columns) is None

    def window(self, columns: int) -> tuple[int, int]:
        """The part of the line to show: all of it, or the marks with what fits around them."""
        low, high = self.bounds
        if fit(self.text[low:high], columns) is None:
            return low, high
        start, end = self.marked
        spare = max(0, columns - 4 - width(self.text[start:end]))
        left = fit(self.text[low:start][::-1], spare // 2)
        start = low if left is None else _next_word(self.text, start - left, start)
        right = fit(self.text[end:high], spare - width(self.text[start : self.marked[0]]))
        return start, high if right is None else _word_end(self.text, end, end + right)


def _next_word(text: str, at: int, limit: int) -> int:
    space = text.find(" ", at, limit)
    return at if space < 0 or space - at > _LONGEST_WORD else space + 1


def _word_end(text: str, limit: int, at: int) -> int:
    space = text.rfind(" ", limit, at)
    return at if space < 0 or at - space > _LONGEST_WORD else space


def _mark(document: Document, place: Place, colour: str) -> _Mark:
    end = min(place.end, _line_bounds(document.text, place.start)[1])
    return _Mark(place.start, max(place.start, end), visible(place.label), colour)


def _line_bounds(text: str, offset: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return start, len(text) if end < 0 else end


def _carets_for(mark: _Mark, figure: str) -> str:
    """Carets as wide as the figure, with its label; terminals may move right-to-left figures,
    so those are said again in the label."""
    said = (figure, mark.label) if reads_right_to_left(figure) else (mark.label,)
    return " ".join(filter(None, ("^" * max(1, width(figure)), *said)))


def _remarks(finding: Finding) -> Iterable[str]:
    if computed := worked(finding):
        yield "computed: " + "; ".join(
            f"{visible(name)} {visible(value)}" for name, value in computed
        )
    if explained := slip(finding):
        yield f"would explain it: {visible(explained)}"
    for note in finding.notes:
        yield f"note: {visible(note)}"
