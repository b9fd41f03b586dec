"""Whether two claims of one document can speak of the same thing.

Every link that puts one figure of a document against another asks here. Facets are looked at one
by one: what is counted, what happened, where, when, who says so. A facet is the same, different,
or not known on one side; what an unknown facet may cost is the caller's decision. Across documents
much is left unsaid and wording must carry it: that is `numcheck.stories._comparing.sameness`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Literal, NamedTuple

from numcheck.model import NOT_COUNTED, Claim
from numcheck.text.lexicon import compiled, lexicon
from numcheck.text.places import within
from numcheck.text.speakers import speaker_kind
from numcheck.text.synonyms import may_be_one
from numcheck.units import comparable
from numcheck.values import frozen

Verdict = Literal["compatible", "unknown", "different"]
#: What a facet says: "" if the claims agree, "?" if one side is silent, else why they differ.
Answer = str
_SAME: Answer = ""
_UNKNOWN: Answer = "?"

#: Zones that do not tell the story and so never take part in a comparison.
SILENT_ZONES = frozenset({"boilerplate", "url", "note", "not-for-publication"})
#: What a figure is about counts, money and measures apart; a bare number may be a count.
_FAMILY = {"number": "count", "count": "count"}
#: What a later mention of one thing may leave out or say anew: "the 8,000 pilots" may do anything.
RETOLD = frozenset({"event", "modality", "entity", "time", "place", "attribution"})


class _Words(NamedTuple):
    generic: frozenset[str]
    states: frozenset[str]
    neutral: frozenset[str]
    periods: Mapping[str, str]


@compiled
def _words() -> _Words:
    found = lexicon("links/comparable")
    return _Words(
        frozenset({"", *found["generic"]}),
        frozenset(found["states"]),
        frozenset(found["neutral"]),
        found["periods"],
    )


@frozen
class Comparison:
    """Whether two claims can speak of the same thing, and why or why not.

    `verdict` is "different" as soon as one facet differs (`reason` says which, in words for a
    reader), "unknown" if some facet is not stated on one side (`unknown` names them), and
    "compatible" if every facet is the same.
    """

    verdict: Verdict
    reason: str = ""
    unknown: tuple[str, ...] = ()

    def allows(self, *facets: str) -> bool:
        """True if nothing differs and nothing but these facets is unknown."""
        return self.verdict != "different" and set(self.unknown) <= set(facets)


def compare(one: Claim, other: Claim, ignore: Collection[str] = ()) -> Comparison:
    """Can the two claims be about one thing? The order of the two does not matter.

    Facets to `ignore` are not asked: "the 8,000 pilots" may do anything in their sentence.
    """
    unknown = []
    for facet, ask in FACETS.items():
        answer = _SAME if facet in ignore else ask(one, other)
        if answer == _UNKNOWN:
            unknown.append(facet)
        elif answer != _SAME:
            return Comparison("different", answer)
    if unknown:
        return Comparison("unknown", f"not known of both: {', '.join(unknown)}", tuple(unknown))
    return Comparison("compatible")


def _kind(one: Claim, other: Claim) -> Answer:
    kinds = {_FAMILY.get(one.kind, one.kind), _FAMILY.get(other.kind, other.kind)}
    if len(kinds) > 1 or kinds & NOT_COUNTED:
        return f"one is {_article(one.kind)}, the other {_article(other.kind)}"
    if one.kind in ("measure", "temperature", "duration"):
        return _dimension(one, other)
    return _SAME


def _dimension(one: Claim, other: Claim) -> Answer:
    if comparable(one.unit, other.unit):
        return _SAME
    return f"{one.unit or 'no unit'} and {other.unit or 'no unit'} measure different things"


def _article(kind: str) -> str:
    return f"an {kind}" if kind[0] in "aeiou" else f"a {kind}"


def _zone(one: Claim, other: Claim) -> Answer:
    if one.zone in SILENT_ZONES or other.zone in SILENT_ZONES:
        return "one stands outside the story"
    return _SAME


def _noun(one: Claim, other: Claim) -> Answer:
    if {one.head, other.head} & _words().states:
        return _UNKNOWN
    if one.kind == other.kind == "money" and not (one.head and other.head):
        return _UNKNOWN
    if one.noun_class and other.noun_class and one.noun_class != other.noun_class:
        return f"{one.noun or one.noun_class} are not {other.noun or other.noun_class}"
    if may_be_one(one.head, other.head):
        return _modifiers(one, other) if one.head else _UNKNOWN
    if one.noun_class == other.noun_class != "" and one.noun_class in (one.head, other.head):
        return _SAME  # "74 cows … the animals"
    if one.noun_class == other.noun_class and _words().generic & {one.head, other.head}:
        return _UNKNOWN if "" in (one.head, other.head) else _SAME
    if "" in (one.head, other.head):
        return _UNKNOWN
    return f"{one.noun} are not {other.noun}"


def _modifiers(one: Claim, other: Claim) -> Answer:
    first, second = (
        {word.lower() for word in claim.modifiers} - _words().neutral for claim in (one, other)
    )
    if first == second:
        return _SAME
    if first <= second or second <= first:
        return _SAME if min(len(first), len(second)) else _UNKNOWN
    if first & second:
        return _UNKNOWN
    return f"{one.noun} are not {other.noun}"


def _event(one: Claim, other: Claim) -> Answer:
    if one.event == other.event:
        return _SAME if one.event else _UNKNOWN
    if not (one.event and other.event):
        return _UNKNOWN
    return f"one is about '{one.event}', the other about '{other.event}'"


def _role(one: Claim, other: Claim) -> Answer:
    if one.role != other.role:
        return f"one is a {one.role}, the other a {other.role}"
    return _SAME


def _statistic(one: Claim, other: Claim) -> Answer:
    # A stated total is a plain count that says so.
    first, second = (s.replace("total", "") for s in (one.statistic, other.statistic))
    if first != second or period(one.per) != period(other.per):
        return f"one is a {first or 'count'}, the other a {second or 'count'}"
    return _SAME


def period(per: str) -> str:
    """The stretch of time that a rate is of, however it is said: "annually" is "a year".

    What is no time ("a head", "each") is left as it is.
    """
    return _words().periods.get(per.rpartition(" ")[2], per)


def is_period(per: str) -> bool:
    """Is the rate one of time, and so of all there is, and not of one of several?"""
    return per.rpartition(" ")[2] in _words().periods


def _entity(one: Claim, other: Claim) -> Answer:
    if one.entity == other.entity:
        return _SAME
    shared = {*one.entity.split()} & {*other.entity.split()}
    if not (one.entity and other.entity) or shared:
        return _UNKNOWN  # "Barmy Barry" and "Barry Upton"
    return f"one is about {one.entity}, the other about {other.entity}"


def _modality(one: Claim, other: Claim) -> Answer:
    if one.modality == other.modality:
        return _SAME
    if {one.modality, other.modality} == {"asserted", "planned"}:
        return _UNKNOWN  # a plan told again once it is carried out
    return f"one is {one.modality}, the other {other.modality}"


def _place(one: Claim, other: Claim) -> Answer:
    here, there = one.where, other.where
    if here is None or there is None:
        return _UNKNOWN
    if here.scope != there.scope and (here.scope or there.scope):
        return f"{here} is not {there}"
    if not (here.name and there.name):
        return _UNKNOWN
    if here.name.casefold() == there.name.casefold():
        return _SAME
    # The place of the dateline says little: the story may go on in one of its towns.
    if "inherited" in (here.source, there.source) and _may_contain(here.name, there.name):
        return _UNKNOWN
    return f"{here} is not {there}"


def _may_contain(one: str, other: str) -> bool:
    return within(one, other) is not False or within(other, one) is not False


def _time(one: Claim, other: Claim) -> Answer:
    now, then = one.when, other.when
    if now is None or then is None:
        return _UNKNOWN
    if now.cumulative != then.cumulative:
        return "one is a running total, the other is not"
    if not (now.start and now.end and then.start and then.end):
        return _UNKNOWN
    if now.start <= then.end and then.start <= now.end:
        return _SAME
    return f"{now} is not {then}"


def _attribution(one: Claim, other: Claim) -> Answer:
    if one.said_by.casefold() == other.said_by.casefold():
        return _SAME
    if not (one.said_by and other.said_by):
        return _UNKNOWN
    if speaker_kind(one.said_by) == speaker_kind(other.said_by) != "":
        return _SAME  # "police" and "officers"
    return f"one is said by {one.said_by}, the other by {other.said_by}"


#: What is looked at, cheapest and most telling first.
FACETS: dict[str, Callable[[Claim, Claim], Answer]] = {
    "zone": _zone,
    "kind": _kind,
    "role": _role,
    "statistic": _statistic,
    "noun": _noun,
    "event": _event,
    "modality": _modality,
    "entity": _entity,
    "place": _place,
    "time": _time,
    "attribution": _attribution,
}
