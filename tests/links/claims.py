"""Claims built by hand, for the tests of links."""

from numcheck.model import Claim


def claim(value, kind="count", text="", **fields):
    """A claim of an exact value; other fields as given."""
    low = fields.pop("low", value)
    high = fields.pop("high", value)
    text = text or f"{value:,}"
    return Claim(0, len(text), text, kind, value, low, high, low, high, **fields)
