"""Quantity to claim: what is counted, the event, where, when and who says so."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import fields

from numcheck.extract import quantities
from numcheck.model import Claim, Document, Quantity, Reading
from numcheck.text.sentences import split_sentences

_QUANTITY_FIELDS = tuple(f.name for f in fields(Quantity))


def read(document: Document) -> Reading:
    """A document with every figure in it read as a claim."""
    sentences = tuple(split_sentences(document.text))
    starts = [sentence.start for sentence in sentences]
    claims = tuple(
        Claim(
            **{name: getattr(quantity, name) for name in _QUANTITY_FIELDS},
            document=document.id,
            sentence=max(0, bisect_right(starts, quantity.start) - 1),
        )
        for quantity in quantities(document)
    )
    return Reading(document, sentences, claims)
