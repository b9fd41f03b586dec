"""Write docs/rules: a page for every built-in rule, and one that lists them.

    python scripts/make_rule_docs.py

A test compares the pages with what this would write.
"""

from __future__ import annotations

from pathlib import Path

from numcheck import pipeline
from numcheck.rules import pages

FOLDER = Path(__file__).parent.parent / "docs" / "rules"


def written() -> dict[str, str]:
    """The pages by file name."""
    rules = pipeline.load_rules()
    return {"README.md": pages.index(rules)} | {f"{rule.id}.md": pages.page(rule) for rule in rules}


def main() -> None:
    """Write the pages and take out those of rules that are gone."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    wanted = written()
    for path in FOLDER.glob("*.md"):
        if path.name not in wanted:
            path.unlink()
    for name, text in wanted.items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
