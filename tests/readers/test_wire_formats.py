"""What the wire formats say beside the story: versions, status, notes, hints, dates."""

import base64
import datetime as dt
import json

import pytest

from numcheck.model import Document
from numcheck.readers import read_bytes


def read(copy: str | bytes, name: str) -> list[Document]:
    return list(read_bytes(copy.encode() if isinstance(copy, str) else copy, name))


def one(copy: str | bytes, name: str) -> Document:
    (document,) = read(copy, name)
    return document


def zones(document: Document) -> list[tuple[str, str]]:
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


NITF = """<nitf><head><title>Slug 1</title><docdata management-status="{status}">
<doc-id id-string="gull.7"/><date.issue norm="20310506T070800-0500"/>
<du-key key="ferry" generation="{generation}"/><ed-msg info="CORRECTS toll in para 2"/></docdata></head>
<body xml:lang="en-AU"><body.head><hedline><hl1>Ferry hit</hl1></hedline>
<note type="npa"><p>Desk: 555 0199</p></note><note type="std"><p>Eds: 2 takes</p></note>
<byline>By Pat 3</byline><dateline>OLDBRIDGE, May 6</dateline>
<abstract><p>12 rescued</p></abstract></body.head><body.content>
<media><media-reference height="185"/><media-caption>One of 3 boats</media-caption>
<media-producer>Pat 4</media-producer></media>
<p>About <num units="people">12</num> were saved on <chron norm="20310505">Monday</chron> at a cost
of <money unit="AUD">5 million</money>.<fn><p>Said 1 official</p></fn></p>
<hl2>Rescue</hl2><table><tr><th>Boat</th><th>People</th></tr><tr><td>A</td><td>12</td></tr></table>
</body.content><body.end><tagline>Pat 5</tagline></body.end></body></nitf>"""


def test_nitf_tells_its_zones_hints_and_version():
    document = one(NITF.format(status="usable", generation=2), "x.xml")

    assert ("ferry", "2", "en-AU") == (document.guid, document.version, document.language)
    assert dt.date(2031, 5, 6) == document.published
    assert [
        ("headline", "Ferry hit"),
        ("not-for-publication", "Desk: 555 0199"),
        ("note", "Eds: 2 takes"),
        ("dateline", "OLDBRIDGE, May 6"),
        ("lede", "12 rescued"),
        ("caption", "One of 3 boats"),
        ("note", "Said 1 official"),
        ("headline", "Rescue"),
        ("table", "Boat\tPeople\nA\t12"),
    ] == zones(document)
    hints = [(kind, document.text[s.start : s.end], said) for kind, s, said in document.hints]
    assert [
        ("num", "12", "people"),
        ("chron", "Monday", "20310505"),
        ("money", "5 million", "AUD"),
    ] == hints
    assert not {"185", "Pat 3", "Pat 4", "Pat 5"} & set(document.text.split("\n"))


@pytest.mark.parametrize(
    ("copy", "name"),
    [
        (NITF.format(status="canceled", generation=1), "x.xml"),
        (
            "<newsItem guid='g'><itemMeta><pubStatus qcode='stat:canceled'/></itemMeta><contentSet>"
            "<inlineData>Held 84 of 12</inlineData></contentSet></newsItem>",
            "x.xml",
        ),
        (
            "<NewsML><NewsItem><Status FormalName='Canceled'/><DataContent><p>Held 84</p>"
            "</DataContent></NewsItem></NewsML>",
            "x.xml",
        ),
        ('{"uri": "u", "pubstatus": "canceled", "headline": "Held 84"}', "x.json"),
        ('{"uri": "u", "pubStatus": "canceled", "headlines": [{"value": "Held 84"}]}', "x.json"),
    ],
)
def test_cancelled_items_are_not_checked_and_say_so(copy, name):
    document = one(copy, name)

    assert ["not-for-publication"] == [kind for kind, _ in zones(document)]
    assert "marked as canceled" in document.notices[0]


def test_rights_and_machine_tables_of_nitf_are_no_copy_and_corrections_are_remarks():
    document = one(
        '<nitf><head><docdata><correction info="Corrects 5"/></docdata></head><body><rights>2031</rights>'
        "<p>Held 84</p><nitf-table><custom-table><x>19</x></custom-table></nitf-table></body></nitf>",
        "x.xml",
    )

    assert ("Held 84", ["Corrects 5"]) == (document.text, [c.text for c in document.comments])


def test_a_fraction_stays_apart_from_the_number_before_it():
    document = one(
        "<nitf><body><p>2<frac><frac-num>1</frac-num><frac-sep>/</frac-sep><frac-den>2</frac-den>"
        "</frac> hours</p></body></nitf>",
        "x.xml",
    )

    assert "2 1/2 hours" == document.text


def test_a_score_broken_by_a_line_end_is_whole():
    document = one("<nitf><body><p>The pitcher is 1-\n   3 in\n5 starts</p></body></nitf>", "x.xml")

    assert "The pitcher is 1-3 in 5 starts" == document.text


def test_a_news_message_gives_all_its_items():
    item = "<newsItem guid='g{0}' version='{0}'><contentSet><inlineData>Held {0}</inlineData></contentSet></newsItem>"
    copy = f"<newsMessage><itemSet>{item.format(1)}{item.format(2)}</itemSet></newsMessage>"

    found = [(d.id, d.guid, d.version, d.text) for d in read(copy, "x.xml")]

    assert [("x.xml#1", "g1", "1", "Held 1"), ("x.xml#2", "g2", "2", "Held 2")] == found


def test_a_headline_told_twice_is_kept_once_unless_it_differs():
    copy = (
        "<newsItem><contentMeta><headline>Held {0}</headline></contentMeta><contentSet><inlineXML>"
        "<nitf><body><hl1>Held  84</hl1><p>x</p></body></nitf></inlineXML></contentSet></newsItem>"
    )

    assert "Held 84\n\nx" == one(copy.format(84), "x.xml").text
    assert "Held 48\n\nHeld 84\n\nx" == one(copy.format(48), "x.xml").text


def test_ninjs_tells_headline_summary_body_captions_and_notes():
    item = {
        "uri": "u",
        "version": 4,
        "versionCreated": "2031-05-06T07:08:00+02:00",
        "language": "nb",
        "headlines": [{"role": "main", "value": "Held \u20ac84"}],
        "descriptions": [{"value": "Summary 5"}],
        "bodies": [
            {"contentType": "text/plain", "value": "Plain 6"},
            {"contentType": "text/html", "value": "<p>Rich 6</p>"},
        ],
        "associations": [
            {"type": "picture", "descriptions": [{"value": "Caption 7"}]},
            {"type": "text", "descriptions": [{"value": "Other 8"}]},
        ],
        "edNote": "Corrects 9",
    }

    document = one(json.dumps(item), "x.json")

    assert "Held €84\n\nSummary 5\n\nRich 6\n\nCaption 7" == document.text
    assert [("headline", "Held €84"), ("lede", "Summary 5"), ("caption", "Caption 7")] == zones(
        document
    )
    assert ("u", "4", "nb") == (document.guid, document.version, document.language)
    assert "Corrects 9" == document.comments[0].text


def test_ninjs_bodies_that_differ_in_their_figures_are_told_of():
    item = {"headline": "x", "body_text": "Held 84", "body_xhtml": "<p>Held 48</p>"}

    assert "different figures" in one(json.dumps(item), "x.json").notices[0]


def body(kind: str, value: str, role: str = "") -> dict[str, str]:
    return {"role": role, "contentType": kind, "value": value}


@pytest.mark.parametrize(
    ("bodies", "text", "notices"),
    [
        ([body("text/plain", "Held 84"), body("text/html", "<p>Held <b>84</b>")], "Held 84", 0),
        ([body("text/plain", "Held 84"), body("text/html", "<p>Held <b>48</b>")], "Held 48", 1),
        ([body("text/html", "<p>12", "summary"), body("text/plain", "Held 84", "main")], "Held 84", 0),
        ([body("text/html", "<p>84"), body("text/plain", "They held 84 and 12 more")], "They held 84 and 12 more", 0),
    ],
)  # fmt: skip
def test_the_main_body_of_a_ninjs_item_is_read(bodies, text, notices):
    document = one(json.dumps({"uri": "u", "bodies": bodies}), "x.json")

    assert (text, notices) == (document.text, len(document.notices))


@pytest.mark.parametrize(
    ("copy", "name", "said"),
    [
        ('{"uri":"u","pubstatus":"withheld","body_text":"Held 84"}', "x.json", "marked as withheld"),
        ('{"uri":"u","embargoed":"2031-05-07","body_text":"Held 84"}', "x.json", "embargoed until 2031"),
        ("<newsItem><itemMeta><pubStatus qcode='stat:withheld'/></itemMeta><contentSet><inlineData>"
         "Held 84</inlineData></contentSet></newsItem>", "x.xml", "marked as withheld"),
        ("<newsItem><itemMeta><embargoed>2031-05-07</embargoed></itemMeta><contentSet><inlineData>"
         "Held 84</inlineData></contentSet></newsItem>", "x.xml", "embargoed until 2031-05-07"),
        ("<NewsML><NewsItem><Status FormalName='Embargoed'/><DataContent>Held 84</DataContent>"
         "</NewsItem></NewsML>", "x.xml", "marked as embargoed"),
    ],
)  # fmt: skip
def test_what_may_not_be_printed_yet_is_checked_and_said(copy, name, said):
    document = one(copy, name)

    assert said in document.notices[0]
    assert ("Held 84", ()) == (document.text, document.zones)


def test_a_package_holds_no_story_and_the_texts_in_it_are_items():
    package = "<packageItem><headline>Five stories</headline><itemRef><title>5</title></itemRef></packageItem>"
    story = {"uri": "v", "type": "text", "body_text": "Held 84"}
    first, inner = read(
        json.dumps({"uri": "u", "headline": "All", "associations": {"a": story}}), "x.json"
    )

    assert "a package only names others" in one(package, "x.xml").notices[0]
    assert ("u", "v", "Held 84") == (first.guid, inner.guid, inner.text)


def test_packed_and_escaped_content_of_newsml_is_read():
    item = "<newsItem><contentSet><inlineData {}>{}</inlineData></contentSet></newsItem>"
    packed = item.format('encoding="base64"', base64.b64encode(b"<p>Held 84</p>").decode())
    escaped = item.format("", "&lt;div&gt;Held &lt;b&gt;84&lt;/b&gt;&lt;/div&gt;")

    assert "Held 84" == one(packed, "x.xml").text == one(escaped, "x.xml").text


def test_json_feed_is_read_as_ninjs():
    entry = '{"id": "1", "title": "Ferry", "content_html": "<p>Held 84", "date_published": "2031-05-06"}'
    document = one(
        f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{entry}]}}', "x.json"
    )

    assert ("Ferry\n\nHeld 84", "1") == (document.text, document.guid)
    assert dt.date(2031, 5, 6) == document.published


def test_several_ninjs_items_may_stand_in_one_file():
    items = [{"uri": "a", "headline": "Held 1"}, {"uri": "b", "headline": "Held 2"}]

    for copy in (items, {"items": items}):
        assert ["Held 1", "Held 2"] == [d.text for d in read(json.dumps(copy), "x.json")]


IPTC = (
    "\x01gul007 3 i 118  gul 0099\r\n\r\nFerry/\r\n\x02URGENT\r\nFerry hit,\r\n12 saved =\r\n\r\n"
    "   Oldbridge (gull) - Rescuers saved 12 people, at least\r\n10 of them islanders.\r\n\r\n"
    '   "Some 40 helped," he said.\r\n\r\n# gull NOTEBOOK\r\n\r\n'
    "The following information is not for publication\r\n\r\n## gull Contacts\r\nTel: +49 30 555\r\n"
    "gul pat npr\r\n\x03060708 GMT May 31 \r\n\x7f\x7f\x04"
)


def test_iptc_7901_keeps_header_trailer_and_contacts_out_of_the_story():
    document = one(IPTC, "x.txt")

    assert document.text.startswith(
        "Ferry hit, 12 saved\n\nOldbridge (gull) - Rescuers saved 12 people, at least 10 of them "
        'islanders.\n\n"Some 40 helped," he said.\n\n# gull NOTEBOOK'
    )
    assert ["headline", "not-for-publication"] == [kind for kind, _ in zones(document)]
    assert "Tel: +49 30 555" in zones(document)[1][1]
    assert dt.datetime(2031, 5, 6, 7, 8, tzinfo=dt.UTC) == document.issued
    assert (9, 1) == document.line_column(document.text.index("10 of"))


ANPA = (
    "\x16\x16\x01A0007\x1fgullw\r\nu i\x13\x11 BC-Ferry 2ndLd  05-06 0099\r\n\x02^BC-Ferry, 2nd Ld,"
    "417<\r\n^Ferry hit; 12 saved<\r\n^AP Photo NY123<\r\n^Eds: UPDATES with 12 saved.<\r\n"
    "^By PAT GULL=\r\n\t   OLDBRIDGE (AP) _ Rescuers saved 12, ``all,'' he said. \r\n \r\n"
    "\t   It took 2 1/2 hours.\r\n \r\n\t   ___\r\n\r\n\t   \x03AP-WF-05-06-31 0708GMT<\r\n\x04"
)


def test_anpa_keeps_word_counts_photo_codes_and_notes_out_of_the_story():
    document = one(ANPA, "x.tst")

    assert (
        "Ferry hit; 12 saved\n\nAP Photo NY123\n\nEds: UPDATES with 12 saved.\n\n"
        "OLDBRIDGE (AP) — Rescuers saved 12, “all,” he said.\n\nIt took 2 1/2 hours."
    ) == document.text
    assert ["headline", "note", "note"] == [kind for kind, _ in zones(document)]
    assert ("BC-Ferry", "2") == (document.guid, document.version)
    assert dt.date(2031, 5, 6) == document.published
    assert (10, 13) == document.line_column(document.text.index("2 1/2"))


def test_takes_end_marks_and_signatures_are_no_copy():
    first = "\x01gul007 3 i 118\r\nFerry/\r\n\x02Ferry hit =\r\nBy Pat Gull, gull =\r\n\r\n"
    story = "   Rescuers saved 12.\r\n (more)\r\ngul/pt 1137\r\n\x03060708 MAY 2031\r\n\x04"
    take = "\x01gul008 3 i 80\r\nFerry/\r\n\x02Ferry, 2nd take =\r\n   It sank.\r\n   ENDS\r\n\x03"
    one_take, another = read(first + story + take, "x.txt")

    assert [
        ("headline", "Ferry hit"), ("note", "By Pat Gull, gull ="), ("note", "(more)"),
        ("note", "gul/pt 1137"),
    ] == zones(one_take)  # fmt: skip
    assert dt.datetime(2031, 5, 6, 7, 8, tzinfo=dt.UTC) == one_take.issued
    assert [("headline", "Ferry, 2nd take"), ("note", "ENDS")] == zones(another)


def test_control_characters_and_padding_of_old_lines_say_nothing():
    copy = "\0\x7f\x16\x01gul007\r\n\x11\x12\x02   Rescuers \x0esaved\x0f 1\x072 people\r\n\x03\0\0"

    assert "Rescuers saved 12 people" == one(copy, "x.txt").text


@pytest.mark.parametrize(
    ("slug", "guid", "version"),
    [
        ("BC-Ferry,88", "BC-Ferry", ""),
        ("BC-Ferry, 3rd Ld-Writethru,a0111,88", "BC-Ferry", "3"),
        ("BC-XX--Ferry Hit, 1stLd,120", "BC-XX--Ferry Hit", "1"),
        ("BC-Ferry, 2nd Add,a0111,88", "BC-Ferry, 2nd Add", ""),
    ],
)
def test_an_anpa_slug_tells_story_and_version(slug, guid, version):
    copy = f"\x16\x16\x01A0007\x1fgullw\r\n\x02\x13^{slug}<\r\n\tHeld 84.<\r\n\t(MORE)<\r\n\x03\r\n\x04"
    document = one(copy, "x.tst")

    assert (guid, version, "Held 84.") == (document.guid, document.version, document.text)


def test_a_field_that_runs_over_its_line_is_whole():
    copy = (
        "\x16\x16\x01A7\x1fg\r\n\x02^BC-Ferry,88<\r\n^Ferry hit,\r\n12 saved<\r\n\tHeld 84.\r\n\x03"
    )

    assert [("headline", "Ferry hit,"), ("headline", "12 saved")] == zones(one(copy, "x.tst"))


def test_two_versions_of_one_feed_entry_share_their_guid():
    entry = "<entry><id>t:1</id><title>{0} held</title><updated>2031-05-0{0}T07:08:00Z</updated></entry>"
    first, second = read(f"<feed>{entry.format(1)}{entry.format(2)}</feed>", "x.xml")

    assert first.guid == second.guid == "t:1"
    assert first.version < second.version
    assert first.issued < second.issued
    assert first.id != second.id


@pytest.mark.parametrize(
    ("entry", "text"),
    [
        ("<title type='html'>A &amp;lt; 5</title>", "A < 5"),
        ("<title>5</title><content type='text'>Held &lt;84&gt;.\n\nTwo 2.</content>", "5\n\nHeld <84>.\n\nTwo 2."),
        ("<summary>9</summary><content type='html'>&lt;p&gt;Held 84&lt;/p&gt;</content>", "Held 84"),
        ("<description><![CDATA[Held 8]]><![CDATA[4]]></description>", "Held 84"),
        ("<post_type>post</post_type><encoded><![CDATA[[caption id='a' width='9']<img src='5'/>5 boats[/caption]\n"
         "<!-- wp:heading {\"level\":3} -->Held 84<!--more-->]]></encoded>", "5 boats\n\nHeld 84"),
    ],
)  # fmt: skip
def test_entries_of_feeds_are_unwrapped(entry, text):
    document = one(f"<feed><entry>{entry}</entry></feed>", "x.xml")

    assert (text, ()) == (document.text, document.comments)


def test_posts_thrown_away_are_no_copy_and_drafts_keep_their_day():
    item = (
        "<item><title>{0}</title><pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate><wp:status>{0}"
        "</wp:status><wp:post_date>2031-05-06 07:08:00</wp:post_date></item>"
    )
    document = one(
        f"<rss><channel>{item.format('trash')}{item.format('draft')}</channel></rss>", "x.xml"
    )

    assert ("draft", dt.date(2031, 5, 6)) == (document.text, document.published)


@pytest.mark.parametrize("status", ["publish", "draft", "pending", "private", "future", "inherit"])
def test_posts_of_any_other_status_are_copy(status):
    item = f"<item><title>84</title><wp:status>{status}</wp:status><wp:post_type>post</wp:post_type></item>"

    assert "84" == one(f"<rss><channel>{item}</channel></rss>", "x.xml").text


def test_what_a_plug_in_appends_is_furniture():
    entry = "Held 84.&lt;p&gt;The post Ferry 5 appeared first on Gull 24.&lt;/p&gt;"
    document = one(f"<feed><entry><content type='html'>{entry}</content></entry></feed>", "x.xml")

    assert [("boilerplate", "The post Ferry 5 appeared first on Gull 24.")] == zones(document)


def test_a_date_centuries_ahead_is_not_believed():
    document = one(
        "<rss><channel><item><title>x</title><pubDate>Sun, 07 Jul 3013 15:06:01 +0000</pubDate>"
        "</item></channel></rss>",
        "x.xml",
    )

    assert document.published is None
    assert "dated 3013-07-07" in document.notices[0]


def test_a_wordpress_export_keeps_posts_and_leaves_pictures_and_shortcodes():
    post = (
        "<item><title>Ferry hit</title><content:encoded><![CDATA[By Pat\r\nSaved 12.\r\n\r\n"
        '[caption width="300" align="left"]Boat 4[/caption]<hr>At 5]]></content:encoded>'
        "<excerpt:encoded>short</excerpt:encoded><wp:post_type>post</wp:post_type></item>"
    )
    photo = "<item><title>IMG 7</title><wp:post_type>attachment</wp:post_type></item>"

    document = one(f"<rss><channel>{photo}{post}</channel></rss>", "x.xml")

    assert "Ferry hit\n\nBy Pat\nSaved 12.\n\nBoat 4\n\nAt 5" == document.text
