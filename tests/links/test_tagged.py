"""Tags of a file are held against the words they enclose, as far as the words speak."""

import pytest

from numcheck import pipeline
from numcheck.readers import read_text


def flagged(copy: str, input_format: str = "nitf") -> list[str]:
    rules = pipeline.load_rules(select=["tag-disagrees"])
    found = pipeline.check(list(read_text(f"<p>{copy}</p>", "x", input_format)), rules)
    return [finding.text for finding in found]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ('It paid <money unit="GBP">$3m</money>.', ["$3m"]),
        ('It paid <money unit="usd">£3 million</money>.', ["£3 million"]),
        ('It paid <money currency="EUR">40 million yen</money>.', ["40 million yen"]),
        ('It paid <money unit="USD">A$3m</money>.', ["A$3m"]),
        ('It paid <money unit="EUR">3 million euros</money>.', []),
        ('It paid <money unit="AUD">$3m</money>.', []),
        ('It paid <money unit="NOK">400 crowns</money>.', []),
        ('It paid <money unit="XYZ">$3m</money>.', []),
        ('It paid <money>3 million</money>.', []),
        ('They held <num value="48">84</num> people.', ["84"]),
        ('They held <num value="1,240">1,240</num> people.', []),
        ('They held <num value="500">at least 400</num> people.', []),
        ('They held <num>48</num> people.', []),
        ('It weighs <num units="kg">40 pounds</num>.', ["40 pounds"]),
        ('It weighs <num units="pounds">40 pounds</num>.', []),
        ('Of <num units="ships">40</num> ships, two sank.', []),
        ('It opened in <chron norm="20190403">March 2019</chron>.', ["March 2019"]),
        ('It opened in <chron norm="20180403">2019</chron>.', ["2019"]),
        ('It opened on <chron norm="20310507">Tuesday</chron>.', ["Tuesday"]),
        ('It opened on <chron norm="20310507T0130Z">Tuesday</chron>.', []),
        ('It opened on <chron norm="20310506">Tuesday</chron>.', []),
        ('It opened on <chron norm="2031-05-06 23:30">May 7</chron>.', []),
        ('It opened <chron norm="20310506">yesterday</chron>.', []),
        ('It opened on <chron norm="20319999">Tuesday</chron>.', []),
        ('It opened on <chron norm="soon">Tuesday</chron>.', []),
    ],
)  # fmt: skip
def test_a_tag_that_its_words_contradict_is_flagged(copy, expected):
    assert expected == flagged(copy)


def test_time_elements_of_web_pages_are_tags_too():
    page = 'It opens on <time datetime="2031-05-06">Wednesday, 7 May</time>.'

    assert ["Wednesday, 7 May"] == flagged(page, "html")
