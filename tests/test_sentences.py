"""Where sentences end, and where a full stop ends none."""

import pytest

from numcheck.text.sentences import split_sentences

COPY = [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Ruiz paid $1.5 million. He left.", ["Mr. Ruiz paid $1.5 million.", "He left."]),
    ("The U.S. troops left. No. 5 won.", ["The U.S. troops left.", "No. 5 won."]),
    ("He came at 5 p.m. Then he left.", ["He came at 5 p.m.", "Then he left."]),
    ("It rained on Aug. 14 in St. Ives.", ["It rained on Aug. 14 in St. Ives."]),
    ('"Go!" he said. "Now."', ['"Go!" he said.', '"Now."']),
    ("J. B. Moss won. 84 were held.", ["J. B. Moss won.", "84 were held."]),
    ("Storm hits coast\n\nTwo died.", ["Storm hits coast", "Two died."]),
    ("Wrapped copy runs\non in lower case.", ["Wrapped copy runs\non in lower case."]),
    ("", []),
]


@pytest.mark.parametrize(("text", "sentences"), COPY)
def test_copy_is_split_into_sentences(text, sentences):
    assert sentences == [text[start:end] for start, end in split_sentences(text)]


def test_what_is_longer_than_any_sentence_is_cut_between_words():
    text = "84 of 500 " * 2000

    spans = split_sentences(text)

    assert max(end - start for start, end in spans) <= 4000
    assert "".join(text.split()) == "".join("".join(text[a:b].split()) for a, b in spans)
    assert all(text[a:b] == text[a:b].strip() != "" for a, b in spans)
