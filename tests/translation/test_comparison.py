"""Source against translation. Every pair in pairs/*.tsv is written by us, none found in copy.

Each line of a file gives what is expected ("ok" or one operation), the source and the English.
"""

from __future__ import annotations

from pathlib import Path

import pytest

import numcheck
from numcheck.translation.detect import detect
from numcheck.translation.lexicon import codes

PAIRS = Path(__file__).parent / "pairs"
ROWS = [
    pytest.param(path.stem, *line.split("\t"), id=f"{path.stem}-{number}")
    for path in sorted(PAIRS.glob("*.tsv"))
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
]


@pytest.mark.parametrize(("language", "expected", "source", "english"), ROWS)
def test_garbles_are_named_and_fair_renderings_pass(language, expected, source, english):
    findings = numcheck.compare(source, english, source_lang=language)

    assert ([] if expected == "ok" else [expected]) == [f.operation for f in findings]
    for finding in findings:
        assert english[finding.start : finding.end] == finding.text
        if finding.source_start is not None:
            assert source[finding.source_start : finding.source_end].strip()


def test_every_language_has_its_table():
    assert set(codes()) == {path.stem for path in PAIRS.glob("*.tsv")}


def test_most_sentences_tell_their_language():
    told = [detect(row.values[2]) == row.values[0] for row in ROWS]

    assert sum(told) / len(told) > 0.95


def test_the_message_says_what_the_source_says():
    (finding,) = numcheck.compare("公司投资90亿元。", "The company invested 90 billion yuan.", "zh")

    assert finding.message.startswith("“90亿元” is 9 billion CNY; the translation says “90 billion")
    assert ("translation/myriad-scale", "error") == (finding.rule, finding.severity)


def test_a_missing_figure_is_a_warning_with_its_place_in_the_source():
    source = "Es gab 14 Tote und 32 Verletzte."
    (finding,) = numcheck.compare(source, "There were 14 dead and others hurt.", "de")

    assert ("number_omitted", "warning") == (finding.operation, finding.severity)
    assert source[finding.source_start : finding.source_end] == "32"


@pytest.mark.parametrize(
    "text", ["", " ", "٪", "1" * 400, "12,,,,5..3", "九" * 500, "и" * 3000, "-" * 2000]
)
@pytest.mark.parametrize("language", ["ar", "de", "ja", "ko", "ru", "th", "xx", None])
def test_any_text_can_be_compared(text, language):
    numcheck.compare(text, text[::-1], source_lang=language)
