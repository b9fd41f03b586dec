"""What a negation makes of a limit: "must not exceed 500" is at most 500, से कम नहीं at least."""

from __future__ import annotations

import re
from functools import cache

from numcheck.patterns import pattern
from numcheck.translation.lexicon import closed
from numcheck.translation.nodes import Node, node_at
from numcheck.translation.tokens import Source

#: Up to two short words may stand between a negation and its limit.
_GAP = pattern(r"\s?(?:[^\W\d_]{1,14}\s){0,2}$")
_OTHER = {"more_than": "at_most", "less_than": "at_least"}


def negated(source: Source, nodes: list[Node], bound: str, at: int) -> str:
    """The limit that the word at this place says, with a negation before it heard."""
    before = node_at(nodes, at - 1)
    if bound not in _OTHER or before is None or not before.mark("not"):
        return bound
    between = source.gap(before.end, nodes[at].start)
    apart = _clause(source.lexicon.code).search(between)
    return _OTHER[bound] if _GAP.match(between) and not apart else bound


@cache
def _clause(code: str) -> re.Pattern[str]:
    """A clause of its own, or "not only", is not negated."""
    return pattern(rf"\b{closed(code, 'clause')}\b")


def negated_after(source: Source, nodes: list[Node], bound: str, at: int) -> str:
    """The same where the limit follows its figure ("darf 900 Euro nicht übersteigen")."""
    word = nodes[at]
    for node in (node_at(nodes, at - 1), node_at(nodes, at + 1)):
        if bound not in _OTHER or node is None or not node.mark("not"):
            continue
        between = source.gap(min(word.end, node.end), max(word.start, node.start))
        if _GAP.match(between):
            return _OTHER[bound]
    return bound
