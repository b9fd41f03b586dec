"""Quantity to claim: what is counted, the event, where, when and who says so."""
