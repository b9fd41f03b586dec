"""One figure told twice."""
