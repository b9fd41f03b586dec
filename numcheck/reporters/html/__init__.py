"""The report as one page: no network, no script needed, nothing in the copy that can act.

The page carries its style and script inline and a policy that admits these two, by hash, and
nothing else. What the templates are given is text; jinja2 escapes all of it.
"""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from functools import cache
from hashlib import sha256
from importlib import resources
from typing import TYPE_CHECKING, Any

from numcheck.model import Report
from numcheck.patterns import pattern
from numcheck.reporters import _coverage, _words
from numcheck.reporters._width import visible
from numcheck.reporters.html._copy import copy
from numcheck.reporters.html._index import Index
from numcheck.reporters.html._proof import proof
from numcheck.reporters.html._spread import told

if TYPE_CHECKING:
    from jinja2 import Environment

SUFFIX = ".html"

_LANGUAGE = pattern(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
#: A page of 1,000 documents or 2,000 findings is as much as a browser opens with ease; the
#: machine formats hold all.
_MOST_DOCUMENTS, _MOST_FINDINGS = 1000, 2000
#: Up to this many documents and findings are shown unfolded.
_OPEN_DOCUMENTS, _OPEN_FINDINGS = 12, 60


def render(report: Report, *, title: str = "Figures checked") -> str:
    """The page. The same report gives the same page, whatever the time or the machine."""
    page = _environment().get_template("report.html.jinja").render(_view(report, title))
    # A lone surrogate (from a broken encoding) cannot be written; it becomes a question mark.
    return page.encode("utf-8", "replace").decode() + "\n"


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    environment = Environment(
        loader=PackageLoader(__name__),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(count=_words.count)
    # Only the drawings, which escape what they are given, come as markup.
    environment.filters.update(drawn=Markup, lang=_language, visible=visible, apart=_apart)
    return environment


def _view(report: Report, title: str) -> dict[str, Any]:
    index = Index(report, _MOST_DOCUMENTS, _MOST_FINDINGS)
    rules = {rule.id: rule for rule in report.rules}
    style, script = _asset("style.css"), _asset("script.js")
    return {
        "title": title,
        "report": report,
        "coverage": _coverage.coverage(index.standings.values()),
        "counts": report.counts(),
        "findings": [
            proof(number, finding, rules.get(finding.rule), index)
            for number, finding in enumerate(index.worst_first, 1)
        ],
        "stories": sorted(
            (told(number, story, index) for number, story in enumerate(report.stories, 1)),
            key=lambda story: -story.weight,
        ),
        "copies": [copy(r, index) for r in report.readings if r.document.id in index.shown],
        "fired": Counter(finding.rule for finding in report.findings),
        "open_copies": len(report.readings) <= _OPEN_DOCUMENTS,
        "open_findings": len(report.findings) <= _OPEN_FINDINGS,
        "style": style,
        "script": script,
        "policy": _policy(style, script),
    }


@cache
def _asset(name: str) -> Any:
    from markupsafe import Markup

    return Markup((resources.files(__name__) / "templates" / name).read_text(encoding="utf-8"))


def _policy(style: str, script: str) -> str:
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode()).digest()).decode()


def _apart(text: str) -> str:
    """The text between isolates, so that its direction leaves its neighbours alone."""
    return f"\u2068{visible(text)}\u2069" if not text.isascii() else visible(text)


def _language(code: str) -> str:
    """The language code if it is one; copy may claim any."""
    return code if _LANGUAGE.fullmatch(code) else ""
