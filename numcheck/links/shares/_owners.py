"""Owners of one thing, told over two sentences: "The state keeps 51 percent of the mine. A fund has
36 percent, and 23 percent is in the hands of the staff".

What one owns nobody else does, so that no word need say that the shares leave room for one another.
"""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.links._common.book import Book
from numcheck.links.shares._shares import Share


def own_together(wordings: Book, before: Sequence[Share], shares: Sequence[Share]) -> bool:
    """Do the shares of a sentence go on to tell who owns what the sentence before told of?"""
    first = before[0]
    if not first.whole or not wordings.says("owns", first.before):
        return False
    following = [*before[1:], *shares]
    if any(share.whole not in ("", first.whole, "it") for share in following):
        return False
    return all(_is_owned(wordings, share) for share in following)


def _is_owned(wordings: Book, share: Share) -> bool:
    if wordings.says("not_owner", share.before):
        return False
    if wordings.says("has_of_it", share.before) or wordings.says("is_owned", share.after):
        return True
    return wordings.says("next_owner", share.before)
