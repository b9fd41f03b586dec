"""Traces of another language's way of writing figures."""
