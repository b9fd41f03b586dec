"""Everything a run found, as one JSON document with a versioned schema."""

from __future__ import annotations

import json

from numcheck.model import Report
from numcheck.reporters import _wire

SUFFIX = ".json"


def render(report: Report) -> str:
    """The report as JSON; keys are always in the same order."""
    return json.dumps(_wire.whole(report), ensure_ascii=False, indent=2) + "\n"
