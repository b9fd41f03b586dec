"""Marks by which a newsroom itself says that documents tell one story."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePath

from numcheck.model import Document


def by_folder(documents: Sequence[Document]) -> list[Document]:
    """The documents, each with the folder of its file as its story unless it names one.

    Records of one file (a corpus, a feed) are left to their words: they share more than a folder.
    """
    sources = Counter(document.source for document in documents)
    return [
        replace(document, story=str(PurePath(document.source).parent))
        if not document.story and document.source not in ("", "-") and sources[document.source] == 1
        else document
        for document in documents
    ]
