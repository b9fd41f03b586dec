"""Gather the fragments of changelog.d/ into CHANGELOG.md under a version, and remove them.

    python scripts/collect_changelog.py 0.1.0 2026-11-21

Every user-visible change adds a fragment: full sentences for those who use numcheck, a file a
topic. At a release they become one section, in order of topic.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = "# Changelog\n\nWhat changed for those who use numcheck, newest first.\n"


def section(version: str, date: str, fragments: list[Path]) -> str:
    """One release as Markdown: a list item for each line that ends a sentence."""
    items: list[str] = []
    for fragment in fragments:
        text = fragment.read_text(encoding="utf-8").strip()
        items += re.sub(r"(?<![.:])(?<![.:][\"”)])\n+", " ", text).split("\n")
    listed = "\n".join(f"- {item.strip().removeprefix('- ')}" for item in items if item.strip())
    return f"\n## {version} ({date})\n\n{listed}\n"


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
