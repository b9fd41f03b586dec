"""Measurements, each run as `python -m benchmarks.NAME`; figures are ratios taken in one run."""
