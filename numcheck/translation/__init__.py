"""Source against translation, and the diagnosis of garbled figures."""

from __future__ import annotations

from numcheck.model import Finding, Garble, Reading


def diagnose(correct: float | str, garbled: float | str, *, language: str = "") -> list[Garble]:  # noqa: ARG001
    """The operations that would turn one figure into the other, best first."""
    return []


def compare(source_text: str, target: Reading, source_lang: str | None = None) -> list[Finding]:  # noqa: ARG001
    """The figures of a translation that its source does not bear out."""
    return []
