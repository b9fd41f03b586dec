"""What is not shown, on whose word, and until when: suppression made for prose.

Four ways, for four kinds of copy: a comment where the format has comments, a file beside the copy
or for a whole desk where it has none (anchored by quotation, since lines move), and a house mark
such as "(sic)". Each wants a reason. One that quiets nothing is reported, so that none outlives
its cause.

    <!-- numcheck: ignore part-exceeds-whole -- police figure, as spoken -->
    <!-- numcheck: disable money until 2027-01-31 -- series in local currency --> ... enable money
    <!-- numcheck: ignore-file calendar -- archive copy -->
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from numcheck.errors import nearest
from numcheck.model import Finding, Reading, Report
from numcheck.suppress.in_copy import from_comments, from_marks
from numcheck.suppress.in_files import from_file
from numcheck.suppress.suppression import Suppression

__all__ = ["SIDECAR", "UNUSED", "Suppression", "apply", "collect", "why_idle"]

#: A file of this ending beside `story.txt` (`story.txt.numcheck.toml`) speaks of that file.
SIDECAR = ".numcheck.toml"
#: The rule under which a suppression that does nothing is reported.
UNUSED = "unused-suppression"


def collect(
    readings: Sequence[Reading],
    files: Sequence[str | Path] = (),
    *,
    house_marks: Sequence[str] = (),
    require_reason: bool = True,
    today: dt.date | None = None,
) -> list[Suppression]:
    """Every suppression in the copy, in files beside it, and in `files`.

    Raises ConfigError for a mistake in a file and UsageError for one that is not there.
    """
    found: list[Suppression] = []
    for reading in readings:
        found += from_comments(reading)
        found += from_marks(reading, house_marks)
        sidecar = Path(f"{reading.document.source or reading.document.id}{SIDECAR}")
        if _exists(sidecar):
            found += from_file(sidecar, [reading])
    for file in files:
        found += from_file(Path(file), readings)
    today = today or dt.date.today()
    return [_judged(one, require_reason, today) for one in found]


def _exists(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a document's name need not be a possible path
        return False


def _judged(one: Suppression, require_reason: bool, today: dt.date) -> Suppression:
    if one.problem:
        return one
    if one.expires is not None and one.expires < today:
        return replace(one, problem=f"it ended on {one.expires.isoformat()}")
    if require_reason and not one.reason:
        return replace(one, problem="it gives no reason")
    return one


def apply(
    report: Report,
    suppressions: Sequence[Suppression],
    rules: Mapping[str, Sequence[str]],
    known: Collection[str] = (),
) -> Report:
    """The report without what is suppressed; suppressions that do nothing are info findings.

    `rules` gives the names (itself, its pack, its tags) of each rule that was applied, `known`
    those of all rules: what speaks only of rules that were not applied is not called unused.
    """
    shown: list[Finding] = []
    hidden: list[tuple[Finding, str]] = []
    used: set[int] = set()
    for finding in report.findings:
        names = rules.get(finding.rule, ())
        covering = [at for at, one in enumerate(suppressions) if one.covers(finding, names)]
        used.update(covering)
        valid = [suppressions[at] for at in covering if not suppressions[at].problem]
        if valid:
            hidden.append((finding, valid[0].reason))
        else:
            notes = (f"the suppression in {suppressions[at].place} does not count: "
                     f"{suppressions[at].problem}" for at in covering)  # fmt: skip
            shown.append(replace(finding, notes=(*finding.notes, *notes)))
    active = {name for names in rules.values() for name in names}
    unused = [
        _unused(one, active | set(known))
        for at, one in enumerate(suppressions)
        if at not in used and not one.mark and _could_be_used(one, active, known)
    ]
    return replace(report, findings=(*shown, *unused), suppressed=(*report.suppressed, *hidden))


def _could_be_used(one: Suppression, active: set[str], known: Collection[str]) -> bool:
    return not one.rules or any(name in active or name not in known for name in one.rules)


def why_idle(one: Suppression, known: Collection[str]) -> str:
    """What keeps a suppression from doing anything; `known` are the names of all rules."""
    wrong = [name for name in one.rules if name not in known]
    if one.problem or not wrong:
        return one.problem or "it suppresses nothing here"
    close = nearest(wrong[0], known)
    hint = f"; did you mean {close!r}?" if close else ""
    return f"there is no rule, pack or tag {wrong[0]!r}{hint}"


def _unused(one: Suppression, known: Collection[str]) -> Finding:
    message = f"the suppression in {one.place} is of no use: {why_idle(one, known)}"
    return Finding(
        UNUSED, "info", "high", message, one.document, one.at, one.at,
        fingerprint=f"{UNUSED}:{one.document}:{','.join(one.rules)}",
    )  # fmt: skip
