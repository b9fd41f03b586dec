"""Totals and what they are made of, in sentences, lists and tables."""
