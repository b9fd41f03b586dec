"""What numcheck wrote itself: its reports quote copy, lie beside it, and are none."""

from __future__ import annotations

from numcheck.patterns import pattern

#: How its tables, lists and summaries begin; the page is known by its title.
_BEGINS = pattern(
    rb"severity,confidence,rule,document,|document,line,column,start,end,text,|## numcheck: "
    rb"|\| document +\| line +\| column +\|"
    rb'|\{\s*"(?:type": "\w+", ")?schema_version": "|\{"document": "[^"]*", "line": \d'
)
_TITLE = " · numcheck</title>".encode()


def is_own_report(head: bytes) -> bool:
    """Is this how a file begins that `check`, `report` or `extract` wrote?"""
    return _BEGINS.match(head) is not None or _TITLE in head
