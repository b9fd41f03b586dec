"""Source against translation, and the diagnosis of garbled figures."""

from __future__ import annotations

from numcheck.translation.comparison import compare
from numcheck.translation.diagnosis import diagnose, restores

__all__ = ["compare", "diagnose", "restores"]
