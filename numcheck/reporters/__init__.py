"""Findings out: one module an output format. Reporters see only the model."""
