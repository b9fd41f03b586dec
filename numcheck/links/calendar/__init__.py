"""Dates, weekdays and the time between them."""
