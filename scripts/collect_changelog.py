"""Gather the fragments of changelog.d/ into CHANGELOG.md under a version, and remove them.

    python scripts/collect_changelog.py 0.1.0 2026-11-21

Every user-visible change adds a fragment: full sentences for those who use numcheck, a file a
topic. At a release they become one section, in order of topic.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "# Changelog\n\nWhat changed for those who use numcheck, newest first.\n"


def section(version: str, date: str, fragments: list[Path]) -> str:
    """One release as Markdown; a fragment's paragraphs become its list's items."""
    items = []
    for fragment in fragments:
        for line in fragment.read_text(encoding="utf-8").strip().split("\n"):
            items.append(f"- {line.strip().removeprefix('- ')}")
    return f"\n## {version} ({date})\n\n" + "\n".join(items) + "\n"


def main() -> None:
    """Write the changelog and remove what it took in."""
    version, date = sys.argv[1:3]
    changelog = ROOT / "CHANGELOG.md"
    known = changelog.read_text(encoding="utf-8") if changelog.exists() else HEAD
    fragments = sorted((ROOT / "changelog.d").glob("*.md"))
    older = known.removeprefix(HEAD)
    changelog.write_text(HEAD + section(version, date, fragments) + older, encoding="utf-8")
    for fragment in fragments:
        fragment.unlink()


if __name__ == "__main__":
    main()
