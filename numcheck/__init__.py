"""numcheck reads news copy and says which of its figures cannot all be right.

>>> import numcheck
>>> [finding.rule for finding in numcheck.check("Police held 40 marchers, of whom 52 were women.")]
['part-exceeds-whole']
"""

from numcheck.model import Claim, Document, Finding, Garble, Quantity, Report
from numcheck.pipeline import check, compare, extract, load_rules, run

__version__ = "0.4.0"
__all__ = [
    "Claim",
    "Document",
    "Finding",
    "Garble",
    "Quantity",
    "Report",
    "check",
    "compare",
    "diagnose",
    "extract",
    "load_rules",
    "run",
]


def diagnose(correct: str, garbled: str) -> list[Garble]:
    """The operations that would turn the correct figure into the garbled one, best first."""
    from numcheck import translation  # loaded where it is used: checking copy alone needs none

    return translation.diagnose(correct, garbled)
