"""Whatever a format wraps a figure in, its line and column are those of the file."""

import html
import json
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from numcheck.readers import read_bytes

#: Words of copy around figures: letters, quotation marks and signs that formats must escape.
WORDS = st.lists(
    st.sampled_from(
        ["Halm", "ferry", "“said”", "R&D", "a<b", "café", "€", "naïve;", "it's", "x=y", '"q"']
    ),
    min_size=1,
    max_size=12,
)
FIGURES = st.integers(1_000_000, 9_999_999)
PARAGRAPHS = st.lists(
    st.tuples(WORDS, FIGURES, WORDS), min_size=1, max_size=5, unique_by=lambda p: p[1]
)


def escaped(paragraphs: list[str]) -> str:
    return "\n".join(f"<p>{html.escape(p)}</p>" for p in paragraphs)


def quoted(paragraphs: list[str]) -> str:
    return "\r\n".join('"' + p.replace('"', '""') + '",7' for p in paragraphs)


def mail(paragraphs: list[str]) -> str:
    body = "\n\n".join(paragraphs)
    return (
        "Message-ID: <a>\nSubject: x\nContent-Type: text/plain; charset=utf-8\n"
        f"Content-Transfer-Encoding: quoted-printable\n\n{quopri.encodestring(body.encode()).decode()}"
    )


FORMATS = {
    "x.txt": "\r\n\r\n".join,
    "x.md": lambda ps: "\n\n".join(p.replace("<", "\\<").replace("&", "&amp;") for p in ps),
    "x.html": lambda ps: f"<html><body>\n{escaped(ps)}</body></html>",
    "x.nitf": lambda ps: f"<nitf><body>\n <body.content>{escaped(ps)}</body.content></body></nitf>",
    "g2.xml": lambda ps: f"<newsItem><contentSet><inlineXML>{escaped(ps)}</inlineXML></contentSet></newsItem>",
    "atom.xml": lambda ps: f"<feed>\n<entry><content type='html'>{html.escape(escaped(ps))}</content></entry></feed>",
    "rss.xml": lambda ps: f"<rss><channel><item>\n<description><![CDATA[{escaped(ps)}]]></description></item></channel></rss>",
    "x.json": lambda ps: json.dumps({"uri": "u", "body_xhtml": escaped(ps)}, indent=2),
    "x.jsonl": lambda ps: "\n".join(json.dumps({"text": p}) for p in ps) + "\n",
    "x.csv": lambda ps: "text,id\r\n" + quoted(ps),
    "x.iptc": lambda ps: "\x01abc\r\n\x02Ferry =\r\n\r\n   " + "\r\n   ".join(ps) + "\r\n\x03\x04",
    "x.anpa": lambda ps: "\x16\x16\x01A7\x1fg\r\n\x02^Slug,8<\r\n\t" + "\r\n\t".join(ps) + "\r\n\x03\x04",
    "x.eml": mail,
}  # fmt: skip


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=25, deadline=None)
@given(PARAGRAPHS)
def test_figures_are_where_their_file_has_them(name, paragraphs):
    told = [" ".join([*before, str(figure), *after]) for before, figure, after in paragraphs]
    content = FORMATS[name](told)
    lines = content.replace("\r\n", "\n").split("\n")
    found: dict[str, tuple[int, int]] = {}
    for document in read_bytes(content.encode(), name):
        for _, figure, _ in paragraphs:
            at = document.text.find(str(figure))
            if at >= 0:
                found[str(figure)] = document.line_column(at)

    for _, figure, _ in paragraphs:
        line, column = found[str(figure)]
        there = lines[line - 1][column - 1 :]
        # Quoted-printable may break a line within a figure.
        assert there.removesuffix("=").startswith(str(figure)[: max(len(there) - 1, 1)]) or (
            there.startswith(str(figure))
        )
