"""Source against translation, and the diagnosis of garbled figures."""
