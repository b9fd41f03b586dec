"""Rows of single digits in words, which Chinese and Japanese read by place (二〇二三)."""

from __future__ import annotations

from numcheck.translation.tokens import Token


def row_of_digits(found: list[Token], at: int) -> list[Token]:
    """Single digits in words that stand in one row from here on (二〇二三)."""
    row: list[Token] = []
    for token in found[at : at + 12]:
        value = token.get("numbers")
        if value is None or value >= 10 or (row and token.start != row[-1].end):
            break
        row.append(token)
    return row
