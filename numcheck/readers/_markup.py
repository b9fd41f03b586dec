"""HTML and XML to a tree in which every text knows its place in the file.

Neither parser at hand will do. lxml gives lines but no columns; `html.parser` gives both but takes
48 s over 80 kB of "<a <a <a" (Python 3.11) and stumbles over XML. This one reads both, in linear
time, fetches and expands nothing (a DTD is skipped, a declared entity stays as written), and
survives what desks send: tags that never close, stray "<" and "&".
"""

from __future__ import annotations

import html
import re
from html.entities import html5

from numcheck.patterns import pattern
from numcheck.readers._elements import Element, Remark, Tree, names
from numcheck.readers._mapped import Mapped

#: Deeper elements are attached to the last one allowed; real pages stay below 60.
MAX_DEPTH = 150


_NAME = pattern(r"[A-Za-z_][^\s/>]*+")
_BLANK = pattern(r"[\s/]*+")
_ATTRIBUTE = pattern(
    r"""([^\s/<>="'][^\s/<>=]*+)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s<>"']*+)))?+"""
)
_REFERENCE = pattern(r"&(?:#[0-9]{1,8};?|#[xX][0-9a-fA-F]{1,8};?|[A-Za-z][A-Za-z0-9]{1,31};?)")
_VOID = names("area base br col embed hr img input link meta param source track wbr")
_RAW = frozenset({"script", "style", "textarea", "noscript", "template", "iframe", "title"})
_BLOCKS = names(
    "address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header hr main nav ol p pre section table ul"
)
_CELLS = frozenset({"td", "th"})
_TABLE_PARTS = names("table thead tbody tfoot tr td th caption")
#: What an opening tag closes if it is still open, and the element that stops the search.
_CLOSES = {
    **{name: (frozenset({"p"}), frozenset({"td", "th", "button"})) for name in _BLOCKS},
    "li": (frozenset({"li"}), frozenset({"ul", "ol"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "tr": (frozenset({"tr"}), frozenset({"table"})),
    "tbody": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
    "tfoot": (frozenset({"tbody", "thead", "tfoot"}), frozenset({"table"})),
}


_PROLOG = pattern(
    r"\s*+(?:<\?[^>]*+>|<!--(?:[^-]|-(?!->))*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\][^>]*+)?>)",
    re.IGNORECASE,
)
_ROOT = pattern(r"\s*+<([A-Za-z_][^\s/>]*+)")


def root_name(head: str) -> str:
    """The plain name of the first element of a file; "" if it does not begin with one."""
    at = 0
    while match := _PROLOG.match(head, at):
        at = match.end()
    root = _ROOT.match(head, at)
    return _plain(root[1]) if root else ""


def parse(source: Mapped, *, xml: bool = False) -> Tree:
    """The tree of a marked-up text; never fails. In XML, names keep to their nesting."""
    return _Parser(source, xml).run()


class _Parser:
    def __init__(self, source: Mapped, xml: bool) -> None:
        self.source, self.text, self.xml = source, source.text, xml
        self.root = Element("", {}, 0)
        self.open = [self.root]
        self.faults: list[tuple[str, int]] = []

    def run(self) -> Tree:
        at, end = 0, len(self.text)
        while at < end:
            tag = self.text.find("<", at)
            self.characters(at, tag if tag >= 0 else end)
            if tag < 0:
                break
            at = self.markup(tag)
        for element in self.open[1:]:
            self.unclosed(element)
        return Tree(self.root, self.faults)

    def fault(self, what: str, at: int) -> None:
        if len(self.faults) < 5:
            self.faults.append((what, self.source.offset(at)))

    def unclosed(self, element: Element) -> None:
        if self.xml:
            self.fault(f"<{element.name}> is never closed", element.start)

    def characters(self, start: int, end: int) -> None:
        """Text between tags; a character reference becomes its character, in its place."""
        if start == end:
            return
        run = self.source.slice(start, end)
        if "&" in run.text:
            run = run.replaced(_REFERENCE, _character)
        self.open[-1].children.append(run)

    def markup(self, at: int) -> int:
        """Read what begins with "<" and return where it ends."""
        text = self.text
        if text.startswith("<!--", at):
            return self.until("-->", at, 4, "a comment")
        if text.startswith("<![CDATA[", at):
            return self.until("]]>", at, 9, "a CDATA section")
        if text.startswith("<!", at):
            return self.declaration(at)
        if text.startswith("<?", at):
            return self.until("?>" if self.xml else ">", at, 2, "an instruction")
        closing = text.startswith("</", at)
        name = _NAME.match(text, at + 1 + closing)
        if name is None:
            self.open[-1].children.append(self.source.slice(at, at + 1))
            return at + 1
        return self.closing(name, at) if closing else self.opening(name, at)

    def until(self, terminator: str, at: int, skip: int, what: str) -> int:
        """A comment, CDATA section or instruction, up to its end or that of the file."""
        end = self.text.find(terminator, at + skip)
        if end < 0:
            self.fault(f"{what} is never closed", at)
            end = len(self.text)
        if skip == 4:
            self.open[-1].children.append(Remark(self.text[at + 4 : end], at))
        elif skip == 9 and end > at + 9:
            self.open[-1].children.append(self.source.slice(at + 9, end))
        return min(end + len(terminator), len(self.text))

    def declaration(self, at: int) -> int:
        """A DOCTYPE and the like: skipped, and whatever it declares with it."""
        end = self.text.find(">", at)
        subset = self.text.find("[", at, end) if end >= 0 else -1
        if subset >= 0:
            close = self.text.find("]", subset)
            if self.text.find("<!ENTITY", subset, close) >= 0:
                self.fault("the document type declares entities, which are not expanded", at)
            end = self.text.find(">", close) if close >= 0 else -1
        return len(self.text) if end < 0 else end + 1

    def closing(self, name: re.Match[str], at: int) -> int:
        self.close(_plain(name[0]), at)
        return self.after(">", name.end())

    def after(self, mark: str, at: int) -> int:
        end = self.text.find(mark, at)
        return len(self.text) if end < 0 else end + 1

    def close(self, name: str, at: int) -> None:
        """Close the innermost open element of a name, and those left open inside it."""
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name == name:
                for element in self.open[depth + 1 :]:
                    self.unclosed(element)
                del self.open[depth:]
                return
            if not self.xml and self.open[depth].name in _CELLS and name not in _TABLE_PARTS:
                return  # a stray </div> in a cell closes nothing around the table
        if self.xml:
            self.fault(f"</{name}> closes nothing", at)

    def opening(self, name: re.Match[str], at: int) -> int:
        attributes, end, empty = self.attributes(name.end())
        prefix = name[0].rpartition(":")[0].lower()
        element = Element(_plain(name[0]), attributes, at, prefix)
        if not self.xml:
            self.imply_closed(element.name)
        self.open[-1].children.append(element)
        if empty if self.xml else (element.name in _VOID):
            return end
        if not self.xml and element.name in _RAW:
            return self.raw(element, end)
        if len(self.open) < MAX_DEPTH:
            self.open.append(element)
        else:
            self.fault(f"elements are nested deeper than {MAX_DEPTH} levels", at)
        return end

    def attributes(self, at: int) -> tuple[dict[str, str], int, bool]:
        """The attributes of a tag, where the tag ends, and whether it is empty ("<br/>")."""
        found: dict[str, str] = {}
        text, start = self.text, at
        while (at := _skip_blank(text, at)) < len(text) and text[at] not in "<>":
            match = _ATTRIBUTE.match(text, at)
            if match is None:  # a stray "=", or a quotation mark without its partner
                at += 1
                continue
            value = match[2] or match[3] or match[4] or ""
            found.setdefault(_plain(match[1]), html.unescape(value) if "&" in value else value)
            at = match.end()
        if text[at : at + 1] != ">":
            self.fault("a tag is never closed", start)
            return found, at, at >= len(text)
        return found, at + 1, text[at - 1] == "/"

    def raw(self, element: Element, start: int) -> int:
        """The content of a script and the like, in which tags mean nothing."""
        close = re.compile(rf"</{element.name}(?=[\s/>])", re.IGNORECASE)
        match = close.search(self.text, start)
        end = match.start() if match else len(self.text)
        if element.name == "title":
            self.open.append(element)
            self.characters(start, end)
            self.open.pop()
        elif element.name == "script" and element.get("type").endswith("json"):
            element.children.append(self.source.slice(start, end))
        return self.after(">", end)

    def imply_closed(self, name: str) -> None:
        """Close what HTML lets writers leave open: a paragraph before a heading, an item."""
        closes, stops = _CLOSES.get(name, (None, None))
        if closes is None or stops is None:
            return
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name in closes:
                del self.open[depth:]
                return
            if self.open[depth].name in stops:
                return


def _skip_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _plain(name: str) -> str:
    """A name without its namespace prefix, in lower case."""
    return name.rpartition(":")[2].lower() if ":" in name else name.lower()


def _character(match: re.Match[str]) -> str:
    """The character of a reference; one that nothing defines stays as written."""
    reference = match[0]
    if reference[1] != "#" and reference[1:] not in html5:
        return reference
    return html.unescape(reference)
