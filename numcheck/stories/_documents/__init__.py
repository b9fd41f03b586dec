"""Which documents tell one story: by their words, names, marks and days."""
