"""Plain text, Markdown and web pages become documents whose places are those of the file."""

import datetime as dt

import pytest

from numcheck.model import Document
from numcheck.readers import read_bytes


def one(copy: str | bytes, name: str) -> Document:
    data = copy.encode() if isinstance(copy, str) else copy
    (document,) = read_bytes(data, name)
    return document


def zones(document: Document) -> list[tuple[str, str]]:
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


PAGE = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Ferry list</title>
<meta property="article:published_time" content="2031-05-06T07:08:00Z">
<link rel="canonical" href="https://example.org/ferry"></head><body>
<nav>Home (24)</nav><script>var x = 99;</script>
<article><h1>Ferry carried 640</h1>
<p>The ferry carried <b>640</b> people<sup>1</sup>, at least&nbsp;500 of them
islanders.</p>
<!-- numcheck: ignore part-exceeds-whole -- as spoken -->
<figure><img src="4.jpg" alt="7 seagulls"><figcaption>The 3 decks</figcaption></figure>
<table><tr><th>Deck</th><th>People</th></tr><tr><td>Upper</td><td><p>300</p></td></tr></table>
<div class="share-bar">12 shares</div></article>
<div>8 more stories</div></body></html>
"""


def test_a_web_page_gives_its_story_and_leaves_its_furniture():
    document = one(PAGE, "page.html")

    assert document.text == (
        "Ferry carried 640\n\nThe ferry carried 640 people¹, at least\N{NO-BREAK SPACE}500 of them "
        "islanders.\n\nThe 3 decks\n\nDeck\tPeople\nUpper\t300\n\n12 shares\n\n8 more stories"
    )
    assert [
        ("headline", "Ferry carried 640"),
        ("caption", "The 3 decks"),
        ("table", "Deck\tPeople\nUpper\t300"),
        ("boilerplate", "12 shares"),
        ("boilerplate", "8 more stories"),
    ] == zones(document)


def test_a_web_page_says_what_it_is():
    document = one(PAGE, "page.html")

    assert ("en-GB", "Ferry carried 640") == (document.language, document.headline)
    assert dt.date(2031, 5, 6) == document.published
    assert "https://example.org/ferry" == document.guid


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("640\n", 6, 28), ("500", 7, 67), ("islanders", 8, 1), ("300", 11, 70)],
)
def test_places_in_a_web_page_are_those_of_its_file(words, line, column):
    document = one(PAGE, "page.html")

    assert (line, column) == document.line_column(document.text.index(words))


def test_a_comment_stands_before_what_it_is_about():
    document = one(PAGE, "page.html")

    (comment,) = document.comments
    assert "numcheck: ignore part-exceeds-whole -- as spoken" == comment.text
    assert document.text.startswith("The 3 decks", comment.start)


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("10<sup>6</sup> votes", "10⁶ votes"),
        ("784<sup>2</sup>", "784²"),
        ("H<sub>2</sub>O", "H₂O"),
        ("2<sup>1</sup>/<sub>2</sub> hours", "2 1/2 hours"),
        ("<p><sup>3</sup>\N{FRACTION SLASH}<sub>4</sub> mile", "3\N{FRACTION SLASH}4 mile"),
        ("84<sup>1</sup>/week", "84¹/week"),
        ("20<sup>o</sup>C", "20°C"),
        ("1<sup>st</sup>", "1st"),
        ("84<sup>a</sup> men, 6<sup>(b)</sup>", "84ᵃ men, 6⁽ᵇ⁾"),
        ('84<a class="footnote-ref" href="#n1">1</a> men', "84¹ men"),
        ('84<a role="doc-noteref" href="#n1">1</a> men', "84¹ men"),
        ("1,&shy;234 and 5<wbr>000 and 6&#8203;000", "1,234 and 5000 and 6000"),
        ('<p style="display: none">99</p>84', "84"),
        ('<span class="sr-only">99 shares</span>84', "84"),
        ("<dl><dt>Dead</dt><dd>5</dd><dt>Hurt</dt><dd>12</dd></dl>", "Dead\n5\nHurt\n12"),
        ("1.5&thinsp;bn", "1.5\u2009bn"),
        ("&minus;12&deg;C", "−12°C"),
        ("2&frac12; hours", "2½ hours"),
        ("&euro;5 &amp; &pound;6", "€5 & £6"),
        ("a < 5 and b > 6", "a < 5 and b > 6"),
        ("AT&T and &undefined; 7", "AT&T and &undefined; 7"),
        ("<del>84</del><ins>774</ins> held", "774 held"),
        ("one<br>two", "one\ntwo"),
        ("1\N{NARROW NO-BREAK SPACE}300", "1\N{NARROW NO-BREAK SPACE}300"),
        ("<p>One<p>Two", "One\n\nTwo"),
        ("<ul><li>One<li>Two</ul>", "One\nTwo"),
        ("<p>Held <b>84", "Held 84"),
        ("<p>Held 84</p><p cla", "Held 84"),
        ("<!-- open 84", ""),
        ("<pre>a  5\nb  6</pre>", "a  5\nb  6"),
    ],
)
def test_markup_is_taken_off_and_characters_kept(markup, text):
    assert text == one(f"<html><body>{markup}", "x.html").text


def test_notes_below_a_page_are_notes():
    document = one('<p>Held 84</p><ol class="footnotes"><li>Counted in 2030</li></ol>', "x.html")

    assert [("note", "Counted in 2030")] == zones(document)


def test_a_page_that_is_called_a_note_is_a_page():
    document = one(
        '<body class="references"><h1>Held 84</h1><p class="dateline">HALM, May 6</p>', "x.html"
    )

    assert [("headline", "Held 84"), ("dateline", "HALM, May 6")] == zones(document)


def test_of_several_articles_those_marked_as_related_are_furniture():
    words = "word " * 50
    page = f"<article><p>Held 84 {words}</p></article><article class='related'>Lost 9 {words}"

    assert ["boilerplate"] == [kind for kind, _ in zones(one(page, "x.html"))]


@pytest.mark.parametrize(
    ("head", "published", "issued"),
    [
        ('<meta name="date" content="March 4, 2031">', "2031-03-04", "2031-03-04"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"datePublished":'
            '"2031-03-04T10:00:00+01:00", "dateModified": "2031-03-05"}]}</script>',
            "2031-03-04",
            "2031-03-05",
        ),
        ('<script type="application/ld+json">{"datePublished": [[</script>', "None", "None"),
    ],
)
def test_a_page_may_tell_its_dates_in_many_ways(head, published, issued):
    document = one(f"<html><head>{head}</head><body><p>Held 84</p>", "x.html")

    assert published == str(document.published)
    assert issued == str(document.issued)[:10]


def test_a_headline_is_told_as_the_page_shows_it():
    document = one("<h1>Held <del>84</del> <ins>74</ins> men</h1>", "x.html")

    assert "Held 74 men" == document.headline


def test_a_table_keeps_its_columns_where_cells_span():
    document = one(
        "<table><tr><td rowspan=2>North</td><td>1</td></tr><tr><td>2</td></tr>"
        "<tr><td colspan=2>Total 3</td></tr></table>",
        "x.html",
    )

    rows = [[document.text[c.start : c.end] for c in row] for row in document.tables[0].rows]
    assert [["North", "1"], ["", "2"], ["Total 3", ""]] == rows


def test_the_foot_of_a_table_comes_last_as_browsers_show_it():
    document = one(
        "<table><tfoot><tr><th>All<td>3</tfoot><tbody><tr><td>A<td>1<tr><td>B<td>2</tbody></table>",
        "x.html",
    )

    assert "A\t1\nB\t2\nAll\t3" == document.text


def test_a_table_that_only_arranges_the_page_is_none():
    document = one("<table><tr><td><p>One</p></td></tr><tr><td>Two</td></tr></table>", "x.html")

    assert ("One\n\nTwo", ()) == (document.text, document.tables)


MARKDOWN = """---
title: "Ferry carried 640"
date: 2031-05-06
lang: en
---
The ferry carried **640** [people](https://example.org/1999 "2001"),
10<sup>6</sup> fish &nbsp;and \\*5\\* ~~99~~ gulls.

<!-- numcheck: ignore x -- why -->
- one 12
- two `13`

| Deck | People |
|------|-------:|
| Upper | 300 |

    Indented 44.
"""


def test_markdown_gives_its_copy():
    document = one(MARKDOWN, "x.md")

    assert document.text == (
        "Ferry carried 640\n\nThe ferry carried 640 people, 10⁶ fish \N{NO-BREAK SPACE}and *5* "
        "gulls.\n\none 12\ntwo 13\n\nDeck\tPeople\nUpper\t300\n\nIndented 44."
    )
    assert dt.date(2031, 5, 6) == document.published
    assert ["headline", "list", "table"] == [kind for kind, _ in zones(document)]
    assert document.text.startswith("one 12", document.comments[0].start)


@pytest.mark.parametrize(
    ("words", "line", "column"),
    [("640\n", 2, 23), ("640 people", 6, 21), ("people", 6, 28), ("5*", 7, 33), ("300", 15, 11)],
)
def test_places_in_markdown_are_those_of_its_file(words, line, column):
    document = one(MARKDOWN, "x.md")

    assert (line, column) == document.line_column(document.text.index(words))


@pytest.mark.parametrize(
    ("copy", "text"),
    [
        ("Held 84[^1] men.\n\n[^1]: Counted in 2030\n[^b]: By 9", "Held 84¹ men.\n\nCounted in 2030\n\nBy 9"),
        ("Held 84[^a] men.\n\n[^a]: Police", "Held 84* men.\n\nPolice"),
        ("10^6^ m^2^ of H~2~O, ~~99~~ 5~7", "10⁶ m² of H₂O, 5~7"),
        ("---\ntitle: Ferry\nnotes: >\n  99 more\ntags:\n- a\n---\nHeld 84", "Ferry\n\nHeld 84"),
        ("---\n\nOnly 5 men.\n\n---\n\nHeld 84", "Only 5 men.\n\nHeld 84"),
        ("---\na: &x [1]\nb: *x\n---\nHeld 84", "Held 84"),
        ("```\n99\n```\n~~~\n98\n~~~\nHeld 84", "Held 84"),
    ],
)  # fmt: skip
def test_markdown_is_read_as_it_shows(copy, text):
    assert text == one(copy, "x.md").text


def test_footnotes_of_markdown_are_notes_in_their_places():
    document = one("Held 84[^1] men.\n\n[^1]: Counted in 2030\n", "x.md")

    assert [("note", "Counted in 2030")] == zones(document)
    assert (3, 18) == document.line_column(document.text.index("2030"))
    assert (1, 13) == document.line_column(document.text.index("men"))


def test_plain_text_keeps_its_characters_and_one_kind_of_line_end():
    document = one(b"One 1\r\n\r\nTwo 2\rThree 3\n", "x.txt")

    assert "One 1\n\nTwo 2\nThree 3\n" == document.text
    assert (3, 5) == document.line_column(document.text.index("2"))
    assert (4, 7) == document.line_column(document.text.index("3"))


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("£5".encode(), "£5"),
        ("\ufeff£5".encode(), "£5"),
        ("\ufeff£5".encode("utf-16-le"), "£5"),
        ("Held 84 people".encode("utf-16-be"), "Held 84 people"),
        (b"\xa35 or \x805", "£5 or €5"),
    ],
)
def test_encodings_are_found(data, text):
    assert text == one(data, "x.txt").text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Paid €5\n".encode() + b"and \xa36\n", "Paid €5\nand £6"),
        ("Paid €5 and €".encode()[:-1], "Paid €5 and â‚"),
    ],
)
def test_a_file_of_two_encodings_is_read_in_both_and_says_so(data, text):
    document = one(data, "x.txt")

    assert text == document.text.strip()
    assert "not UTF-8 throughout" in document.notices[0]


def test_rare_line_ends_are_line_ends():
    assert "Held 1\nHeld 2\nHeld 3" == one("Held 1\u2028Held 2\fHeld 3", "x.txt").text


def test_an_encoding_that_had_to_be_guessed_is_said():
    document = one(b"One\nTwo \xa35\n", "x.txt")

    assert ("The file is not UTF-8 (line 2); read as Windows-1252.",) == document.notices


@pytest.mark.parametrize(
    "copy", ["It cost Â£5.", "the cityâ€™s 5", "Ð¼Ð¸Ð½ÑÐº 5", "5 \ufffd", "the companyâs 5"]
)
def test_wrongly_decoded_copy_is_reported_and_not_mended(copy):
    document = one(copy, "x.txt")

    assert copy == document.text
    assert "wrongly decoded" in document.notices[0]


@pytest.mark.parametrize("copy", ["Â la carte", "pâté für 5 €", "Минск 5", "IRMÃ “5”", "naïve"])
def test_foreign_letters_are_not_taken_for_broken_ones(copy):
    assert () == one(copy, "x.txt").notices


@pytest.mark.parametrize(
    ("element", "is_furniture"),
    [
        ('<div class="share-bar">12 shares</div>', True),
        ('<div class="block related">Up 12 per cent</div>', True),
        ('<section id="comments"><p>12 times</p></section>', True),
        ('<div class="story share-enabled has-sidebar">Held 12</div>', False),
        ('<div class="comments-wrapper"><h1>Held 12</h1><p>Of 20</p></div>', False),
        ('<div class="shared-costs">Held 12</div>', False),
    ],
)
def test_furniture_is_told_by_its_class(element, is_furniture):
    document = one(f"<body>{element}</body>", "x.html")

    assert is_furniture == any(kind == "boilerplate" for kind, _ in zones(document))
