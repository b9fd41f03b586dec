"""GitLab code quality: findings beside the lines of a merge request."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from numcheck.model import Report
from numcheck.reporters import _wire

SUFFIX = ".json"

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def render(report: Report) -> str:
    """A JSON list of issues. Paths are as given, so run from the top of the project."""
    documents = _wire.documents_of(report)
    issues = [_issue(_wire.finding(one, documents)) for one in report.findings]
    return json.dumps(_unique(issues), ensure_ascii=False, indent=2) + "\n"


def _issue(found: dict[str, Any]) -> dict[str, Any]:
    return {
        # GitLab does not show `check_name`, so the rule is named in the words it does show.
        "description": f"{found['rule']}: {found['message']}",
        "check_name": found["rule"],
        "fingerprint": found["fingerprint"],
        "severity": _SEVERITIES[found["severity"]],
        "location": {
            "path": found["path"],
            "lines": {"begin": found["line"], "end": found["end_line"]},
        },
    }


def _unique(issues: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of two issues with one fingerprint GitLab would show only the first."""
    seen: Counter[str] = Counter()
    for issue in issues:
        print_ = issue["fingerprint"]
        seen[print_] += 1
        if seen[print_] > 1:
            issue["fingerprint"] = f"{print_}-{seen[print_]}"
    return issues
