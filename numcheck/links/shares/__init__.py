"""Shares: counts against percentages, fractions, and what is left."""
