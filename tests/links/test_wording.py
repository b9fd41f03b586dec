"""Wordings as data: masking keeps every offset, and every book compiles into what its kind fills."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck import claims, data, links
from numcheck.links._common.book import FILLER, book
from numcheck.links._common.wording import masked
from numcheck.model import Document

BOOKS = sorted(path.stem for path in (Path(data.HERE) / "lexicon/en/links").glob("*.yaml"))


@given(st.text(max_size=80), st.integers(0, 10**7), st.text(max_size=80))
def test_masked_copy_has_the_length_of_the_copy(before, number, after):
    reading = claims.read(Document(f"{before} {number:,} {after}"))

    assert len(reading.text) == len(masked(reading).text)


def test_figures_are_masked_by_the_sign_of_their_class():
    reading = claims.read(Document("About 40 men paid $5, or 12 percent, on 3 May 2020."))

    assert "#······· men paid $·, or %·········, on @·········." == masked(reading).text


def test_signs_in_the_copy_are_no_figures():
    reading = claims.read(Document("A # of ~ and | and · stay."))

    assert not set("#~|" + FILLER) & set(masked(reading).text)


@pytest.mark.parametrize("name", BOOKS)
def test_every_book_compiles(name):
    assert all(found.flags for found in book(name).patterns.values())


def test_a_language_without_the_book_has_nothing_to_say():
    silent = book("same-figure", "xx")

    assert not silent
    assert not silent.says("goes_on", "It was")
    assert "it" not in silent.sets["no_tie"]


@pytest.mark.parametrize("kind", ["part-of", "share-of", "change", "ordering", "product-of"])
def test_wordings_fill_roles_that_their_kind_has(kind):
    known = {*links.load(kind).KIND.roles, "part", "whole", "ratio", "stated", "old", "new"}

    assert set() == {role for wording in book(kind).wordings for role in wording.roles} - known


@pytest.mark.parametrize("name", BOOKS)
def test_cues_can_be_found_in_masked_copy(name):
    """The copy is in lower case: a cue with a capital would never be found."""
    assert all(cue == cue.lower() for wording in book(name).wordings for cue in wording.cues)
