"""Which language a text is in, by its script and by the words of the lexicons."""

from __future__ import annotations

import unicodedata
from collections import Counter

from numcheck.patterns import pattern
from numcheck.translation.letters import fold
from numcheck.translation.lexicon import Lexicon, codes, load, scripts_of
from numcheck.translation.tokens import prepare, tokens

#: Longer texts have other words to be told by than a glued number.
_SHORT = 60
_WORD = pattern(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def detect(text: str) -> str:
    """The code of the likeliest language that can be read; empty where nothing tells.

    >>> detect("Siebenunddreißig Menschen wurden verletzt.")
    'de'
    """
    scripts = _scripts(text)
    if not scripts:
        return ""
    candidates = [code for code in codes() if scripts & set(scripts_of(code))]
    if "Han" in scripts or "Hira" in scripts:
        return "ja" if "Hira" in scripts or _more_covered(text, "ja", "zh") else "zh"
    if len(candidates) < 2:
        return candidates[0] if candidates else ""
    scores = {code: _score(text, load(code)) for code in candidates}
    best = max(scores, key=lambda code: scores[code])
    if scores[best] - scores.get("en", 0.0) < 0.5 and scores.get("en"):
        return "en"  # "billion" and "p.m." are words of several languages
    if scores[best] > 0:
        return best
    # Where only script is left to go by, the largest language of the script is the best guess.
    return _by_compound(text, candidates) if "Latin" in scripts else candidates[0]


def _more_covered(text: str, one: str, other: str) -> bool:
    """Does the first lexicon know more of a text without blanks than the second?"""
    return _covered(text, one) > _covered(text, other) + 1


def _covered(text: str, code: str) -> int:
    lexicon = load(code)
    assert lexicon is not None
    return sum(t.end - t.start for t in tokens(prepare(text[:300], lexicon)) if not t.digits)


def _by_compound(text: str, candidates: list[str]) -> str:
    """The first language that reads a lone glued number word ("vierundzwanzig")."""
    if len(text) > _SHORT:
        return ""
    found = (load(code) for code in candidates)
    glued = (lexicon for lexicon in found if lexicon is not None and lexicon.compound)
    return next((lexicon.code for lexicon in glued if tokens(prepare(text, lexicon))), "")


_SCRIPT_NAMES = {
    "LATIN": "Latin", "CYRILLIC": "Cyrillic", "ARABIC": "Arabic",
    "BENGALI": "Bengali", "DEVANAGARI": "Devanagari",
    "CJK": "Han", "HIRAGANA": "Hira", "KATAKANA": "Hira", "HANGUL": "Hangul", "THAI": "Thai",
    "ARABIC-INDIC": "Arabic", "EXTENDED": "Arabic",
}  # fmt: skip


def _scripts(text: str) -> set[str]:
    """The scripts of the text, without Latin where another carries a tenth of the letters."""
    counts: Counter[str] = Counter()
    for char in text[:2000]:
        if char.isalpha() or (char.isdecimal() and not char.isascii()):
            name = _SCRIPT_NAMES.get(unicodedata.name(char, "").split(" ")[0])
            if name:
                counts[name] += 1
    foreign = sum(n for name, n in counts.items() if name != "Latin")
    if foreign and foreign * 4 >= counts["Latin"]:
        del counts["Latin"]
    return set(counts)


def _score(text: str, lexicon: Lexicon | None) -> float:
    """Common words count most, words of the lexicon less, letters of its own a little."""
    if lexicon is None:
        return 0.0
    folded = fold(text[:2000])
    score = 0.0
    for match in _WORD.finditer(folded):
        if match[0] in lexicon.common:
            score += 2 if len(match[0]) > 1 else 0.5
        elif (found := lexicon.longest(folded, match.start())) and found.end >= match.end():
            score += 0.5
    score += sum(1.5 for char in set(folded) if char in lexicon.letters)
    return score if lexicon.spaced else score + 0.5
