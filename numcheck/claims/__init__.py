"""Quantity to claim: what is counted, the event, where, when and who says so."""

from __future__ import annotations

from numcheck.claims.reader import read

__all__ = ["read"]
