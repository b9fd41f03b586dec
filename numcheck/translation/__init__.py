"""Source against translation, and the diagnosis of garbled figures."""

from __future__ import annotations

from numcheck.model import Finding, Reading
from numcheck.translation.diagnosis import diagnose, restores


def compare(source_text: str, target: Reading, source_lang: str | None = None) -> list[Finding]:  # noqa: ARG001
    """The figures of a translation that its source does not bear out."""
    return []


__all__ = ["compare", "diagnose", "restores"]
