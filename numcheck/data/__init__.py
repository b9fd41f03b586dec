"""Where the shipped data lies: lexicons, unit tables, rules. Data only; readers are elsewhere."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).parent


def rules_folder() -> Path:
    """The folder of the built-in rules: inside the wheel, or at the top of a checkout."""
    inside = HERE / "rules"
    return inside if inside.is_dir() else HERE.parent.parent / "rules"
