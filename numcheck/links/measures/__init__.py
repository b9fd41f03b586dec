"""Units and currencies: conversions, rates, and what is missing."""
