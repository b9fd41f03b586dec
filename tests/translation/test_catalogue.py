"""The catalogue of operations is complete: whatever is reported is told there."""

from __future__ import annotations

import re
from pathlib import Path

from numcheck.translation import calendar_slips, operations
from numcheck.translation.catalogue import OPERATIONS, infos, rule_id


def test_every_operation_that_can_be_named_is_told():
    sources = (
        Path(str(module.__file__)).read_text(encoding="utf-8")
        for module in (operations, calendar_slips)
    )
    named = {name for source in sources for name in re.findall(r'yield "([a-z_]+)"', source)}

    assert named <= OPERATIONS.keys()


def test_rule_ids_are_those_of_findings():
    assert "translation/by-to-swap" == rule_id("by_to_swap")
    assert len(OPERATIONS) == len({info.id for info in infos()})
