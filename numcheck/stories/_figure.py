"""When two claims give the very same figure."""

from __future__ import annotations

from numcheck.model import Claim


def figure(claim: Claim) -> tuple[float, str, object]:
    """What a reader would call the same figure: value and unit, or day and hour, or the score."""
    if claim.calendar is not None:
        told = claim.calendar
        return (
            0.0,
            claim.kind,
            (
                told.year if told.month is None else None,
                told.month,
                told.day,
                told.hour,
                told.minute,
            ),
        )
    if claim.kind == "score":  # "won 3-1" and "lost 1-3" tell one score
        return 0.0, claim.kind, tuple(sorted(claim.parts))
    return claim.value, claim.unit, None
