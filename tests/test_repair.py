"""A figure elsewhere in the copy may speak for one of two that conflict."""

import numcheck

WIRE = (
    "Police held 61 marchers across Karvonia on Sunday, the ministry said. "
    "Of these, at least 400 were held in the capital."
)
COURIER = "Police held 612 marchers across Karvonia on Sunday, the ministry said."


def test_the_figure_that_fits_its_own_part_is_named():
    found = numcheck.check([WIRE, COURIER], story="march")
    across = next(f for f in found if f.rule == "figure-differs-across")

    assert any("“612” would fit “at least 400”" in note for note in across.notes)


def test_no_figure_is_preferred_without_a_tie():
    found = numcheck.check([WIRE.split(". ")[0] + ".", COURIER], story="march")

    assert not any("would fit" in note for finding in found for note in finding.notes)
