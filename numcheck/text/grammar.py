"""The closed classes of English: words that say nothing by themselves and hold sentences together.

They are data (`lexicon/en/grammar.yaml`) and are asked for by name: `grammar.articles`.
"""

from __future__ import annotations

from numcheck.text.lexicon import lexicon, on_change


class _Grammar:
    def __getattr__(self, name: str) -> frozenset[str]:
        # Called once a class of words: afterwards the set is an attribute like any other.
        words = frozenset(lexicon("grammar")[name])
        setattr(self, name, words)
        return words


grammar = _Grammar()
on_change(grammar.__dict__.clear)
