"""Rises, falls, orders, and the figures they are told of."""
