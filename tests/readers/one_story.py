"""One invented story, written in every format that can carry it."""

from __future__ import annotations

import base64
import html
import io
import json
import quopri
import zipfile
from collections.abc import Callable

HEADLINE = "Tram line carried 64,000 in first week"
PARAGRAPHS = (
    "OLDBRIDGE, May 6 (Gull Wire) - The new tram line carried 64,000 people in its first week, "
    "the city said on Tuesday, at least 41,500 of them before 9:30 a.m.",
    "Building it cost €1.27 billion, or 2 1/2 times the €508 million that was planned.",
    "Of 48 trams, 31 ran on time and 17 did not, “a start”, said Ann O'Dell, a spokeswoman.",
)
#: The figures of the story, in order.
FIGURES = (
    "64,000 6 64,000 41,500 9 30 1.27 2 1 2 508 48 31 17".split()  # noqa: SIM905
)
PUBLISHED = "2031-05-06"


def _paragraphs() -> str:
    return "".join(f"<p>{html.escape(p, quote=False)}</p>\n" for p in PARAGRAPHS)


def text() -> bytes:
    return "\n\n".join((HEADLINE, *PARAGRAPHS)).encode()


def wrapped_text() -> bytes:
    import textwrap

    paragraphs = [textwrap.fill(p, 66) for p in (HEADLINE, *PARAGRAPHS)]
    return "\r\n\r\n".join(p.replace("\n", "\r\n") for p in paragraphs).encode("cp1252")


def utf16_text() -> bytes:
    return text().decode().encode("utf-16")


def markdown() -> bytes:
    body = "\n\n".join(PARAGRAPHS).replace("41,500", "**41,500**").replace("1/2", "1\\/2")
    front = f"---\ntitle: {HEADLINE}\ndate: {PUBLISHED}\n---\n"
    return f"{front}\n{body}\n".encode()


def web_page() -> bytes:
    body = _paragraphs().replace("41,500", "<b>41,500</b>").replace("€", "&euro;")
    return (
        f'<!doctype html><html lang="en"><head><title>{HEADLINE} | Gull</title>'
        f'<meta property="article:published_time" content="{PUBLISHED}T07:08:00Z">'
        "<style>p {width: 99px}</style></head><body><nav>News (12)</nav>"
        f"<article><h1>{HEADLINE}</h1>{body}</article></body></html>"
    ).encode()


def _nitf_body() -> str:
    body = _paragraphs().replace("<p>Of 48", "<p>Of <num>48</num>")
    half = "<frac><frac-num>1</frac-num><frac-den>2</frac-den></frac>"
    return (
        f"<body><body.head><hedline><hl1>{HEADLINE}</hl1></hedline></body.head>"
        f"<body.content>{body.replace('2 1/2', '2' + half)}</body.content></body>"
    )


def nitf() -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE nitf SYSTEM "http://example.org/x.dtd">\n'
        '<nitf><head><docdata><date.issue norm="20310506T070800Z"/><doc-id id-string="t.1"/>'
        f"</docdata></head>{_nitf_body()}</nitf>"
    ).encode()


def _newsml(content: str, kind: str, tag: str = "inlineXML") -> bytes:
    return (
        '<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="t:1" '
        'version="3" xml:lang="en"><itemMeta><versionCreated>2031-05-06T07:08:00Z</versionCreated>'
        f"</itemMeta><contentMeta><headline>{HEADLINE}</headline></contentMeta><contentSet>"
        f'<{tag} contenttype="{kind}">{content}</{tag}></contentSet></newsItem>'
    ).encode()


def newsml_nitf() -> bytes:
    return _newsml(f"<nitf>{_nitf_body()}</nitf>", "application/nitf+xml")


def newsml_xhtml() -> bytes:
    page = f"<html><body>{_paragraphs()}</body></html>"
    return _newsml(page, "application/xhtml+xml")


def newsml_text() -> bytes:
    return _newsml(html.escape("\n\n".join(PARAGRAPHS)), "text/plain", "inlineData")


def newsml_1() -> bytes:
    return (
        '<?xml version="1.0"?><NewsML><NewsItem><Identification><NewsIdentifier>'
        "<PublicIdentifier>t:1</PublicIdentifier><RevisionId>3</RevisionId></NewsIdentifier>"
        "</Identification><NewsManagement><ThisRevisionCreated>20310506T070800Z"
        "</ThisRevisionCreated></NewsManagement><NewsComponent><NewsLines><HeadLine>"
        f"{HEADLINE}</HeadLine></NewsLines><ContentItem><DataContent>{_paragraphs()}</DataContent>"
        "</ContentItem></NewsComponent></NewsItem></NewsML>"
    ).encode()


def ninjs_1() -> bytes:
    item = {
        "uri": "t:1",
        "versioncreated": "2031-05-06T07:08:00Z",
        "headline": HEADLINE,
        "body_text": "\n".join(PARAGRAPHS),
        "body_xhtml": _paragraphs(),
    }
    return json.dumps(item, indent=1).encode()


def ninjs_2() -> bytes:
    body = {"contenttype": "application/nitf+xml", "value": f"<nitf>{_nitf_body()}</nitf>"}
    item = {
        "uri": "t:1",
        "versioncreated": "2031-05-06T07:08:00Z",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "bodies": [body],
    }
    return json.dumps(item).encode()


def ninjs_3() -> bytes:
    item = {
        "uri": "t:1",
        "versionCreated": "2031-05-06T07:08:00Z",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "bodies": [{"contentType": "text/plain", "value": "\n".join(PARAGRAPHS)}],
    }
    return json.dumps(item, ensure_ascii=False).encode()


def iptc7901() -> bytes:
    import textwrap

    body = "".join(
        textwrap.fill(p, 66, initial_indent="   ").replace("\n", "\r\n") + "\r\n\r\n"
        for p in PARAGRAPHS
    )
    return (
        f"\x01gul007 3 i 118  gul 0099\r\n\r\nTram/\r\n\x02{HEADLINE} =\r\n\r\n{body}"
        "gul/wire\r\n\x03060708 MAY 31\r\n\x7f\x7f\x04"
    ).encode("cp1252")


def anpa() -> bytes:
    body = "".join(f"\t   {p} \r\n \r\n" for p in PARAGRAPHS)
    body = body.replace("“", "``").replace("”", "''").replace(" - ", " _ ")
    return (
        "\x16\x16\x01A0007\x1fgullw\r\nu i\x13\x11 BC-Tram  05-06 0099\r\n\x02\x13BC-Tram,88<\r\n"
        f"\x13{HEADLINE}<\r\n\x13By PAT GULL=\r\n{body}\t   ___\r\n\r\n"
        "\t   \x03GW-WF-05-06-31 0708GMT<\r\n\r\n\x0c\r\n\x04"
    ).encode("cp1252")


def rss() -> bytes:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Gull 24</title>'
        f"<language>en</language><item><title>{HEADLINE}</title><guid>t:1</guid>"
        "<pubDate>Tue, 06 May 2031 07:08:00 +0000</pubDate>"
        f"<description>{html.escape(_paragraphs())}</description></item></channel></rss>"
    ).encode()


def atom() -> bytes:
    return (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Gull 24</title><entry>'
        f"<id>t:1</id><updated>2031-05-06T07:08:00Z</updated><title>{HEADLINE}</title>"
        f'<content type="xhtml"><div>{_paragraphs()}</div></content></entry></feed>'
    ).encode()


def wordpress() -> bytes:
    body = "\r\n\r\n".join(PARAGRAPHS)
    return (
        '<?xml version="1.0"?><rss xmlns:content="c" xmlns:wp="w" xmlns:excerpt="e"><channel>'
        f"<item><title>{HEADLINE}</title><guid>t:1</guid><excerpt:encoded></excerpt:encoded>"
        '<content:encoded><![CDATA[[caption id="a_9" width="300"][/caption]<!-- wp:paragraph -->'
        f"{body}]]></content:encoded><pubDate>Tue, 06 May 2031 07:08:00 +0000</pubDate>"
        "<wp:post_type>post</wp:post_type></item>"
        "<item><title>photo 7</title><wp:post_type>attachment</wp:post_type></item>"
        "</channel></rss>"
    ).encode()


def _mail(kind: str, encoding: str, payload: bytes) -> bytes:
    head = (
        f"From: Desk <desk@example.org>\r\nSubject: {HEADLINE}\r\nMIME-Version: 1.0\r\n"
        "Date: Tue, 06 May 2031 07:08:00 +0000\r\nMessage-ID: <t.1@example.org>\r\n"
        f"Content-Type: {kind}; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n"
    )
    return head.encode() + payload


def mail() -> bytes:
    payload = "\n\n".join(PARAGRAPHS) + "\n\n-- \nGull Wire, +44 20 7946 0958\n"
    return _mail("text/plain", "quoted-printable", quopri.encodestring(payload.encode()))


def mail_html() -> bytes:
    return _mail("text/html", "base64", base64.encodebytes(_paragraphs().encode()))


def csv_table() -> bytes:
    body = "\n\n".join(PARAGRAPHS).replace('"', '""')
    return f'id,headline,text,date\r\n7,"{HEADLINE}","{body}",{PUBLISHED}\r\n'.encode()


def jsonl() -> bytes:
    row = {"id": 7, "title": HEADLINE, "body": "\n\n".join(PARAGRAPHS), "date": PUBLISHED}
    return (json.dumps(row) + "\n").encode()


def parquet() -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    row = {"id": 7, "title": HEADLINE, "body": "\n\n".join(PARAGRAPHS), "date": PUBLISHED}
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pylist([row]), buffer)
    return buffer.getvalue()


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word_file(body: str, **parts: str) -> bytes:
    """A Word file around the XML of its body; `parts` are further members of word/."""
    buffer = io.BytesIO()
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", document)
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {W}>{content}</w:{name}>")
    return buffer.getvalue()


def word_run(words: str, properties: str = "") -> str:
    said = html.escape(words, quote=False)
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{said}</w:t></w:r>'


def docx() -> bytes:
    title = f'<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr>{word_run(HEADLINE)}</w:p>'
    body = "".join(f"<w:p>{word_run(p)}</w:p>" for p in PARAGRAPHS)
    gone = f"<w:del>{word_run('84').replace('w:t', 'w:delText')}</w:del>"
    changed = f"at least </w:t></w:r>{gone}<w:ins>{word_run('41,500')}</w:ins><w:r><w:t>"
    body = body.replace("at least 41,500", changed)
    return word_file(title + body)


def pdf() -> bytes:
    import textwrap

    lines = [line for p in (HEADLINE, *PARAGRAPHS) for line in [*textwrap.wrap(p, 80), ""]]
    brackets = str.maketrans({"(": r"\(", ")": r"\)"})
    shown = "".join(f"({line.translate(brackets)}) Tj T*\n" for line in lines)
    stream = f"BT /F1 9 Tf 40 700 Td 12 TL\n{shown}ET".encode("cp1252")
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )
    written, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj%s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return written + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (table, len(written))
    )


#: Name of the file (whose suffix tells the format), how it is written, and its format.
WRITERS: dict[str, tuple[Callable[[], bytes], str]] = {
    "story.txt": (text, "text"),
    "wrapped.txt": (wrapped_text, "text"),
    "utf16.txt": (utf16_text, "text"),
    "story.md": (markdown, "markdown"),
    "story.html": (web_page, "html"),
    "nitf.xml": (nitf, "nitf"),
    "newsml-nitf.xml": (newsml_nitf, "newsml"),
    "newsml-xhtml.xml": (newsml_xhtml, "newsml"),
    "newsml-text.xml": (newsml_text, "newsml"),
    "newsml-1.xml": (newsml_1, "newsml"),
    "ninjs-1.json": (ninjs_1, "ninjs"),
    "ninjs-2.json": (ninjs_2, "ninjs"),
    "ninjs-3.json": (ninjs_3, "ninjs"),
    "iptc7901.txt": (iptc7901, "iptc7901"),
    "story.anpa": (anpa, "anpa"),
    "rss.xml": (rss, "feed"),
    "atom.xml": (atom, "feed"),
    "wordpress.xml": (wordpress, "feed"),
    "story.eml": (mail, "email"),
    "html.eml": (mail_html, "email"),
    "corpus.csv": (csv_table, "csv"),
    "corpus.jsonl": (jsonl, "jsonl"),
    "corpus.parquet": (parquet, "parquet"),
    "story.docx": (docx, "docx"),
    "story.pdf": (pdf, "pdf"),
}
