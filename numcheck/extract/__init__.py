"""Anchors to quantities: every figure of the copy, normalised, with its interval."""
