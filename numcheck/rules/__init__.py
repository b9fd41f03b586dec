"""The rule engine: schema, safe expressions, loading and running. The rules themselves are YAML.

`load` gives the rules that are wanted, `apply` the findings of those rules over links that the
caller supplies. What a rule file may say is in `schema`, what its expressions mean in `functions`.
"""

from __future__ import annotations

from numcheck.rules.loader import load, load_all
from numcheck.rules.rule import Example, Rule, RuleSet
from numcheck.rules.run import Supply, apply

__all__ = ["Example", "Rule", "RuleSet", "Supply", "apply", "load", "load_all"]
