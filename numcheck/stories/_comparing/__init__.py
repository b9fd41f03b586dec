"""Whether two claims of different documents tell of one thing.

`topics` gathers the claims of a story and asks `sameness` of each pair. That asks what is counted
(`facets`), what keeps two figures `apart` (`aspects`, `manner`, `matter`, `surroundings`), and
whether the wording carries it (`likeness`).
"""
