"""From documents to findings: the one file that knows the whole way."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import Any

from numcheck import claims, links, repair, rules, stories
from numcheck.model import (
    CONFIDENCES,
    SEVERITIES,
    Claim,
    Document,
    Finding,
    Link,
    LinkKind,
    Reading,
    Report,
    Story,
)
from numcheck.registry import Registry
from numcheck.text.language import looks_english

Copy = str | Document
#: Called after each document with how many are done and how many there are.
Progress = Callable[[int, int], None]


def extract(copy: Copy) -> list[Claim]:
    """Every figure of a text or document, in order, with what it counts."""
    return list(claims.read(_document(copy)).claims)


def check(
    documents: Copy | Iterable[Copy],
    rules: rules.RuleSet | None = None,
    *,
    story: str | None = None,
    compare_stories: bool = True,
) -> list[Finding]:
    """The figures that cannot all be right, in one document or in several.

    Several documents are also checked across, where they tell one story: `story` declares that
    they all do, `compare_stories=False` keeps each by itself. Findings come in order of their
    documents and places. `rules` are the built-in ones unless given (see `load_rules`).
    """
    return list(run(documents, rules, story=story, compare_stories=compare_stories).findings)


def run(
    documents: Copy | Iterable[Copy],
    rules: rules.RuleSet | None = None,
    *,
    story: str | None = None,
    compare_stories: bool = True,
    edges: bool = False,
    progress: Progress | None = None,
) -> Report:
    """As `check`, with everything that was read on the way: what reporters are handed.

    `edges` adds remarks on figures that agree only at the edge of what their words can cover.
    """
    ruleset = load_rules() if rules is None else rules
    found = _Run(ruleset, edges)
    readings: list[Reading] = []
    for reading in _read(_numbered(documents), progress):
        readings.append(reading)
        found.check_document(reading)
    several = compare_stories and len(found.english) > 1
    told = stories.group(found.english, story) if several else []
    for one in told:
        found.check_story(one)
    return Report(
        readings=tuple(readings),
        findings=tuple(found.explained(readings)),
        rules=ruleset.infos(),
        stories=tuple(told),
        links=tuple(found.links),
    )


def compare(
    source_text: str, target_text: str, source_lang: str | None = None, *, id: str = "translation"
) -> list[Finding]:
    """The figures of a translation that its source does not bear out.

    `source_lang` is an ISO 639-1 code; without it the language is found from script and words.
    `id` names the translation in the findings.
    """
    from numcheck import translation  # copy alone does not pay for the other languages

    target = claims.read(Document(target_text, id=id))
    return translation.compare(source_text, target, source_lang)


def load_rules(
    paths: Iterable[Any] = (),
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    *,
    builtin: bool = True,
) -> rules.RuleSet:
    """The built-in rules and those found at `paths`, narrowed by rule, pack or tag.

    Raises RuleError for a rule that is wrong and UsageError for a name that matches nothing.
    """
    paths = list(paths)
    # Only the rules that ship are kept: a newsroom's files may change while a program runs.
    everything = rules.load(paths, kinds=kinds(), builtin=builtin) if paths else _shipped(builtin)
    return everything.selected(tuple(select), tuple(ignore))


@cache
def _shipped(builtin: bool) -> rules.RuleSet:
    return rules.load(kinds=kinds(), builtin=builtin)


class _Kinds(Mapping[str, LinkKind]):
    """Every kind of link a rule may ask for; a kind's module is imported when it is looked up."""

    def __init__(self, *registries: Registry) -> None:
        self._registries = registries

    def __getitem__(self, name: str) -> LinkKind:
        for registry in self._registries:
            if name in registry:
                kind: LinkKind = registry.load(name).KIND
                return kind
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return (name for registry in self._registries for name in registry.names)

    def __len__(self) -> int:
        return sum(len(registry.names) for registry in self._registries)


@cache
def kinds() -> Mapping[str, LinkKind]:
    """Every kind of link, of a document and of a story, by name."""
    return _Kinds(links.REGISTRY, stories.REGISTRY)


class _Run:
    """What one run has found so far."""

    def __init__(self, ruleset: rules.RuleSet, edges: bool) -> None:
        self._edges = edges
        self._document_rules = ruleset.document
        self._story_rules = ruleset.story
        self.findings: list[Finding] = []
        self.links: list[Link] = []
        self.english: list[Reading] = []

    def check_document(self, reading: Reading) -> None:
        self.findings += map(partial(_notice, reading.document), reading.document.notices)
        if _is_english(reading.document):
            english = _as_english(reading)
            self.english.append(english)
            self._check_english(english)
        else:
            self.findings.append(_notice(reading.document, _NOT_ENGLISH))

    def _check_english(self, reading: Reading) -> None:
        def supply(kind: str, options: Mapping[str, Any]) -> Iterable[Link]:
            return self._kept(links.find(kind, reading, options))

        self.findings += rules.apply(self._document_rules, supply, [reading], edges=self._edges)

    def check_story(self, story: Story) -> None:
        def supply(kind: str, options: Mapping[str, Any]) -> Iterable[Link]:
            return self._kept(stories.find(kind, story, options))

        self.findings += rules.apply(
            self._story_rules, supply, story.readings, story=story.id, edges=self._edges
        )

    def explained(self, readings: Sequence[Reading]) -> list[Finding]:
        """The findings in order, each told once, with what would explain or mend them."""
        findings = map(_explained, _ordered(_distinct(self.findings), readings))
        return repair.with_notes(findings, self.links)

    def _kept(self, found: list[Link]) -> list[Link]:
        self.links += found
        return found


_NOT_ENGLISH = (
    "This copy is not in English, so its figures were read but not checked. To check a "
    "translation of it, use 'numcheck compare'."
)


def _is_english(document: Document) -> bool:
    # What a file says of its language is often a template's default: the words decide.
    if looks_english(document.text):
        return True
    from numcheck.translation.detect import detect

    return detect(document.text) in ("", "en")


def _as_english(reading: Reading) -> Reading:
    """The reading, checked with the English word lists whatever its file says: "en-GB", "de"."""
    if reading.document.language == "en":
        return reading
    return replace(reading, document=replace(reading.document, language="en"))


def _notice(document: Document, sentence: str) -> Finding:
    """What a reader remarked on the file itself ("this text was decoded twice"), as a note."""
    mark = f"copy-notice:{document.id}:{sentence}"
    return Finding("copy-notice", "info", "high", sentence, document.id, 0, 0, fingerprint=mark)


def _read(documents: Sequence[Document], progress: Progress | None) -> Iterator[Reading]:
    for done, document in enumerate(documents, 1):
        yield claims.read(document)
        # Here again when it has been checked, too.
        if progress is not None:
            progress(done, len(documents))


def _numbered(documents: Copy | Iterable[Copy]) -> list[Document]:
    """Documents whose ids are all different, so that a finding's place is never in doubt."""
    given = [documents] if isinstance(documents, str | Document) else list(documents)
    taken: set[str] = set()
    numbered = []
    for number, copy in enumerate(given, 1):
        document = _document(copy)
        name = document.id or ("" if len(given) == 1 else f"document-{number}")
        if name in taken:
            name = next(n for k in itertools.count(2) if (n := f"{name}#{k}") not in taken)
        taken.add(name)
        numbered.append(document if name == document.id else replace(document, id=name))
    return numbered


def _document(copy: Copy) -> Document:
    return Document(copy) if isinstance(copy, str) else copy


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Without findings whose places another, weightier one already covers."""
    kept: list[Finding] = []
    covered: dict[tuple[str, int, int], list[frozenset[tuple[str, int, int]]]] = {}
    for finding in sorted(findings, key=_weight):
        places = _places(finding)
        here = (finding.document, finding.start, finding.end)
        if len(places) > 1 and any(places <= other for other in covered.get(here, ())):
            continue
        kept.append(finding)
        for place in places:
            covered.setdefault(place, []).append(places)
    return kept


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    return (
        -SEVERITIES.index(finding.severity),
        -CONFIDENCES.index(finding.confidence),
        -len(finding.related),
        finding.rule,
    )


def _places(finding: Finding) -> frozenset[tuple[str, int, int]]:
    related = ((place.document, place.start, place.end) for place in finding.related)
    return frozenset({(finding.document, finding.start, finding.end), *related})


def _ordered(findings: Iterable[Finding], readings: Sequence[Reading]) -> list[Finding]:
    order = {reading.document.id: at for at, reading in enumerate(readings)}
    return sorted(findings, key=lambda f: (order.get(f.document, 0), f.start, f.end, f.rule))


def _explained(finding: Finding) -> Finding:
    """The finding with the garble that would turn one of its pair into the other, if one would."""
    if finding.pair is None or finding.garble is not None:
        return finding
    from numcheck import translation

    one, other = finding.pair
    found = [*translation.diagnose(one, other)[:1], *translation.diagnose(other, one)[:1]]
    return replace(finding, garble=min(found, key=lambda garble: garble.cost, default=None))
