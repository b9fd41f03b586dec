"""Word files, e-mail and corpora: what was changed, quoted, signed and named."""

import json

import pytest
from one_story import W, word_file, word_run

from numcheck.errors import ReaderError
from numcheck.model import Document
from numcheck.readers import COLUMNS, read_bytes
from numcheck.readers._corpus import _USUAL


def one(copy: bytes | str, name: str, **options) -> Document:
    (document,) = read_bytes(copy.encode() if isinstance(copy, str) else copy, name, **options)
    return document


def zones(document: Document) -> list[tuple[str, str]]:
    return [(z.kind, document.text[z.start : z.end]) for z in document.zones]


def paragraph(inner: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}{inner}</w:p>"


DELETED = '<w:del w:id="1"><w:r><w:delText>84</w:delText></w:r></w:del>'
RAISED = '<w:vertAlign w:val="superscript"/>'


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (f"{word_run('Held ')}{DELETED}<w:ins>{word_run('774')}</w:ins>", "Held 774"),
        (f"<w:moveFrom>{word_run('84 ')}</w:moveFrom><w:moveTo>{word_run('12')}</w:moveTo>", "12"),
        (f"{word_run('held')}{word_run('1', RAISED)}{word_run(', 5')}", "held¹, 5"),
        (f"{word_run('held')}<w:r><w:footnoteReference w:id='2'/></w:r>", "held¹"),
        (f"{word_run('10')}{word_run('6', RAISED)}", "10⁶"),
        (word_run("84", "<w:vanish/>") + word_run("5", '<w:vanish w:val="0"/>'), "5"),
        (word_run("84", "<w:strike/>") + word_run("12"), "12"),
        ("<w:r><w:t>7</w:t><w:noBreakHyphen/><w:t>2</w:t><w:br/><w:t>3</w:t></w:r>", "7-2\n3"),
        ("<w:r><w:instrText>PAGE 4</w:instrText></w:r>" + word_run("5"), "5"),
        (
            f"<mc:AlternateContent><mc:Choice>{word_run('5')}</mc:Choice>"
            f"<mc:Fallback>{word_run('5')}</mc:Fallback></mc:AlternateContent>",
            "5",
        ),
        (f"{word_run('41')}{word_run(',500')}", "41,500"),
        (word_run("10") + word_run("6", '<w:position w:val="8"/>'), "10⁶"),
        ("<m:sSup><m:e><m:t>10</m:t></m:e><m:sup><m:t>6</m:t></m:sup></m:sSup>".replace("m:t", "w:t"), "10⁶"),
        ("<m:f><m:num><w:t>1</w:t></m:num><m:den><w:t>2</w:t></m:den></m:f>", "1/2"),
        (f"{word_run('5')}<w:r><w:sym w:char='F0B0'/></w:r>{word_run('C')}", "5°C"),
        (
            f"<w:r><w:pict><v:textbox><w:txbxContent>{paragraph(word_run('Box 5'))}</w:txbxContent>"
            f"</v:textbox></w:pict></w:r>{word_run('Held 84')}",
            "Held 84\n\nBox 5",
        ),
    ],
)  # fmt: skip
def test_word_files_show_what_word_shows(runs, text):
    assert text == one(word_file(paragraph(runs)), "x.docx").text


def test_paragraphs_whose_ends_were_deleted_are_one():
    gone = "<w:pPr><w:rPr><w:del w:id='1'/></w:rPr></w:pPr>"
    body = f"<w:p>{gone}{word_run('Held at least ')}</w:p>{paragraph(word_run('500 people'))}"
    whole = f"{paragraph(word_run('One'))}<w:p>{gone}{DELETED}</w:p>{paragraph(word_run('Two'))}"

    assert "Held at least 500 people" == one(word_file(body), "x.docx").text
    assert "One\n\nTwo" == one(word_file(whole), "x.docx").text


def test_word_files_tell_zones_tables_notes_comments_and_paragraphs():
    cells = "".join(f"<w:tc>{paragraph(word_run(w))}</w:tc>" for w in ("Upper", "300"))
    gone = f"<w:tr><w:trPr><w:del/></w:trPr><w:tc>{paragraph(word_run('99'))}</w:tc></w:tr>"
    body = (
        paragraph(word_run("Ferry hit"), "Heading1")
        + paragraph('<w:commentRangeStart w:id="3"/>' + word_run("Saved 12."))
        + paragraph(word_run("One 1"), "ListParagraph")
        + paragraph(word_run("Two 2"), "ListParagraph")
        + f"<w:tbl><w:tr>{cells}</w:tr>{gone}</w:tbl>"
        + paragraph(word_run("Deck 4"), "Caption")
    )
    document = one(
        word_file(
            body,
            comments=f'<w:comment w:id="3">{paragraph(word_run("numcheck: ignore x -- why"))}</w:comment>',
            footnotes=f'<w:footnote w:id="2">{paragraph(word_run("Source 5"))}</w:footnote>',
        ),
        "x.docx",
    )

    assert (
        "Ferry hit\n\nSaved 12.\n\nOne 1\nTwo 2\n\nUpper\t300\n\nDeck 4\n\nSource 5"
    ) == document.text
    assert ["headline", "list", "list", "table", "caption", "note"] == [
        k for k, _ in zones(document)
    ]
    assert "Ferry hit" == document.headline
    assert document.text.startswith("Saved", document.comments[0].start)
    assert (5, 7) == document.line_column(document.text.index("300"))


def test_a_word_file_is_recognised_without_its_suffix():
    assert "docx" == one(word_file(paragraph(word_run("84"))), "-").format
    assert W.startswith("xmlns")


HEAD = "From: desk@example.org\nSubject: Ferry hit\nMIME-Version: 1.0\nMessage-ID: <a@b>\n"


def test_e_mail_marks_signature_and_what_it_quotes():
    document = one(
        f"{HEAD}Content-Type: text/plain; charset=utf-8\n\nSaved 12.\n\n"
        "On 5 May Pat wrote:\n> was it 84?\n\n-- \nDesk +44 20 7946 0958\n",
        "x.eml",
    )

    assert [
        ("headline", "Ferry hit"),
        ("note", "On 5 May Pat wrote:\n> was it 84?"),
        ("boilerplate", "-- \nDesk +44 20 7946 0958"),
    ] == zones(document)
    assert "a@b" == document.guid


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("=?utf-8?Q?Ferry_hit=2C_=E2=82=AC5?=", "Ferry hit, €5"),
        ("=?utf-8?B?4oKsNQ==?=", "€5"),
        ("=?nonsense?Q?5?=", "=?nonsense?Q?5?="),
        ("Ferry\n hit 5", "Ferry hit 5"),
    ],
)
def test_subjects_are_decoded(subject, text):
    document = one(f"Received: x\nSubject: {subject}\n\nSaved 12.", "x.eml")

    assert f"{text}\n\nSaved 12." == document.text


def test_plain_text_goes_before_html_and_html_before_nothing():
    part = "--b\nContent-Type: text/{}\n\n{}\n"
    head = f"{HEAD}Content-Type: multipart/alternative; boundary=b\n\n"
    both = head + part.format("plain", "Plain 12") + part.format("html", "<p>Rich 12") + "--b--"
    only = head + part.format("html", "<p>Rich 12") + "--b--"

    assert "Ferry hit\n\nPlain 12" == one(both, "x.eml").text
    assert "Ferry hit\n\nRich 12" == one(only, "x.eml").text


def test_attached_copy_is_read_too_and_what_is_broken_told_of():
    part = '--b\nContent-Disposition: attachment; filename="{}"\n\n{}\n'
    copy = (
        f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\n--b\n\nSee 2 files\n"
        + part.format("story.html", "<p>Saved 12")
        + part.format("broken.docx", "no archive")
        + part.format("photo.jpg", "84")
        + "--b--"
    )

    mail, attached = read_bytes(copy.encode(), "x.eml")

    assert ("x.eml#story.html", "Saved 12") == (attached.id, attached.text)
    assert "broken.docx could not be read" in mail.notices[0]


TABLE = 'nr;words;when\n7;"Saved ""12"";\nall 3";2031-05-06\n8;;\n7;Saved 13;x\n'


def test_the_columns_of_a_table_can_be_named():
    columns = {"text": "words", "id": "nr", "date": "when"}

    first, second = read_bytes(TABLE.encode(), "x.csv", columns=columns)

    assert ('Saved "12";\nall 3', "x.csv#7") == (first.text, first.id)
    assert "2031-05-06" == str(first.published)
    assert (3, 5) == first.line_column(first.text.index("3"))
    assert ("Saved 13", "x.csv#7@5", "7") == (second.text, second.id, second.guid)
    assert (5, 9) == second.line_column(second.text.index("13"))


@pytest.mark.parametrize(
    ("data", "columns", "reason"),
    [
        ("a,b\n1,2\n", {}, "no column of copy was found.*columns are a, b"),
        ("a,b\n1,2\n", {"text": "c"}, "no column 'c'.*columns are a, b"),
        ("", {}, "the table is empty"),
    ],
)
def test_a_table_without_copy_says_which_columns_it_has(data, columns, reason):
    with pytest.raises(ReaderError, match=reason):
        list(read_bytes(data.encode(), "x.csv", "csv", columns=columns))


def test_json_lines_are_streamed_and_a_broken_line_is_named():
    lines = [json.dumps({"id": 1, "text": 'Saved €12 "all"'}), "", '{"text": "Saved 13', "{}"]
    read = read_bytes("\n".join(lines).encode(), "x.jsonl")

    assert 'Saved €12 "all"' == next(read).text
    with pytest.raises(ReaderError, match=r"x\.jsonl line 3: the JSON is broken"):
        next(read)


def test_a_broken_line_keeps_no_other_from_being_read():
    lines = [
        '{"text": "Saved 1"}',
        '{"text": broken',
        "[1]",
        '{"id": 5}',
        '{"text": null}',
        '{"text": "Saved 2"}',
    ]
    read = read_bytes("\n".join(lines).encode(), "x.jsonl")

    assert ["Saved 1", "Saved 2"] == [next(read).text, next(read).text]
    with pytest.raises(
        ReaderError, match=r"2 records.*line 2: the JSON is broken.*line 3: it is no"
    ):
        next(read)


def test_a_list_of_records_is_a_corpus_too():
    first, second = read_bytes(b'[{"id": 7, "body": "Saved 1"},\n {"body": "Saved 22"}]', "x.json")

    assert ("x.json#7", "Saved 1", "x.json#2") == (first.id, first.text, second.id)
    assert (2, 18) == second.line_column(second.text.index("22"))


@pytest.mark.parametrize(
    ("table", "texts", "doubted"),
    [
        ('id,text\n1,"unclosed 6\n2,Two\n3,"Three 3"\n', ['"unclosed 6', "Two", "Three 3"], [0]),
        ('id,text\n1,"A 5" said,x\n2,Two\n', ['"A 5" said', "Two"], [0]),
        ('id,text\n1,Held "84" men\n2,"Held ""84"" men"\n', ['Held "84" men'] * 2, []),
        ("sep=;\nid;text\n1;Held 84\n", ["Held 84"], []),
        ("Published Date,Body Text\n,Held 84\n", ["Held 84"], []),
        ("text\nHeld 84\nHeld 85\n", ["Held 84", "Held 85"], []),
        ('"id","text"\r1,"Held 84"\r', ["Held 84"], []),
        ("id,text\n1,Held <b>84</b> men,\n", ["Held 84 men"], []),
        ("id,text\n1,\n", [""], []),
    ],
)
def test_tables_are_read_as_spreadsheets_write_them(table, texts, doubted):
    found = list(read_bytes(table.encode(), "x.csv"))

    assert texts == [document.text for document in found]
    told = [
        at for at, document in enumerate(found) if any("quotation" in n for n in document.notices)
    ]
    assert doubted == told


def test_wide_characters_are_read_in_tables_too():
    table, lines = "id\ttext\n1\tHeld €84\n", '{"text": "Held €84"}\n{"text": "Held 5"}\n'

    assert "Held €84" == one(table.encode("utf-16"), "x.tsv").text
    assert "Held €84" == next(iter(read_bytes(lines.encode("utf-16"), "x.jsonl"))).text


def test_json_lines_may_hold_ninjs():
    line = {"uri": "u:1", "headline": "Held 84", "body_xhtml": "<p>At 10<sup>6</sup></p>"}

    document = one(json.dumps(line) + "\n", "x.jsonl")

    assert ("x.jsonl#u:1", "Held 84\n\nAt 10⁶") == (document.id, document.text)


def test_rows_that_hold_markup_are_read_as_markup():
    document = one(json.dumps({"text": "<p>Held&nbsp;84<p>At 5"}), "x.jsonl")

    assert "Held\N{NO-BREAK SPACE}84\n\nAt 5" == document.text


def test_every_role_of_a_column_can_be_named():
    assert set(COLUMNS) == set(_USUAL)
