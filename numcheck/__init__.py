"""numcheck reads news copy and says which of its figures cannot all be right.

>>> import numcheck
>>> [finding.rule for finding in numcheck.check("Police held 40 marchers, of whom 52 were women.")]
['part-exceeds-whole']
"""

from numcheck.model import Claim, Document, Finding, Garble, Quantity, Report
from numcheck.pipeline import check, compare, extract, load_rules, run
from numcheck.translation import diagnose

__version__ = "0.1.0"
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
