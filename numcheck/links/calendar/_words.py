"""The words of times and dates, in the language of the copy."""

from __future__ import annotations

from numcheck.links._common.around import Around
from numcheck.links._common.book import book
from numcheck.model import Reading


def around(reading: Reading) -> Around:
    """How a duration is tied to the dates it ran between: `links/stretches.yaml`."""
    return Around(reading, book("stretches", reading.document.language))


def around_events(reading: Reading) -> Around:
    """The words around an event and its date: `links/happenings.yaml`."""
    return Around(reading, book("happenings", reading.document.language))


def around_others(reading: Reading) -> Around:
    """What tells that a duration is of something else: `links/other-times.yaml`."""
    return Around(reading, book("other-times", reading.document.language))
