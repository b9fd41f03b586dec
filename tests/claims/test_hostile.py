"""Copy may be long, odd or ill-meant: reading takes time in step with its length, and never raises."""

import time

import pytest

from numcheck.claims import read
from numcheck.model import Document

pytestmark = pytest.mark.slow


def seconds(text):
    begin = time.process_time()
    read(Document(text))
    return time.process_time() - begin


@pytest.mark.parametrize(
    "piece",
    [
        "84 people were held in Brenn on Sunday, police said. ",
        "on Sunday in Minsk police said 84, ",
        "1, ",
        "| a | 1 |\n",
        "84 people\n\n",
        "took the ",
        "Ann Holt, 25, ",
        '"84 people. ',
        "1-",
        "1.",
        "Word'",
        "www.",
        "5 May 2020, ",
        "said by 5 according to ",
    ],
)
def test_twice_the_copy_takes_about_twice_the_time(piece):
    seconds(piece * 100)
    short, long = seconds(piece * 1000), seconds(piece * 4000)

    # Four times the length; squared growth would take sixteen times as long.
    assert long < 9 * short + 0.2
