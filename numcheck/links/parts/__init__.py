"""Parts and the whole they belong to."""
