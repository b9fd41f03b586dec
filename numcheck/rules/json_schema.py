"""The JSON Schema of a rule file, for editors that complete and check YAML.

Editors read it from a first line `# yaml-language-server: $schema=rule.schema.json`. It is made
from the same tables that the loader checks with; draft-07 because editors know no newer one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from numcheck.model import CONFIDENCES, SEVERITIES, LinkKind
from numcheck.rules.names import CLAIM
from numcheck.rules.schema import KEYS, REQUIRED, SOFTENINGS

_TEXT = {"type": "string", "minLength": 1}
_WORD = {"type": ["string", "number", "boolean"]}
_TEXTS = {"type": "array", "items": _WORD}
_RANGE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"min": {"type": "number"}, "max": {"type": "number"}},
}
_FILTER = {
    "type": "object",
    "properties": {"near": {**_TEXTS, "description": "words in the sentence of the figure"}},
    "additionalProperties": {"anyOf": [_WORD, _TEXTS, _RANGE]},
}
_DOCUMENT = {
    "type": "object",
    "required": ["text"],
    "additionalProperties": False,
    "properties": {
        "text": _TEXT,
        "id": _TEXT,
        "published": {"type": "string", "description": "a date like 2020-09-14"},
        "headline": _TEXT,
        "format": {"type": "string", "description": "the input format that the text is written in"},
    },
}
_EXAMPLE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "text": _TEXT,
        "documents": {"type": "array", "minItems": 1, "items": _DOCUMENT},
        "published": _DOCUMENT["properties"]["published"],  # type: ignore[index]
        "format": _DOCUMENT["properties"]["format"],  # type: ignore[index]
        "flags": {
            "type": "array",
            "description": "the exact texts it points at, primary first; a list of lists for more "
            "than one finding",
            "items": {"anyOf": [_WORD, _TEXTS]},
        },
        "note": _TEXT,
    },
    "oneOf": [{"required": ["text"]}, {"required": ["documents"]}],
}
_EXAMPLES = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        kind: {"type": ["array", "null"], "items": _EXAMPLE}
        for kind in ("bad", "good", "missed", "false_alarm")
    },
}
_TYPES: Mapping[str, Any] = {
    "severity": {"enum": list(SEVERITIES)},
    "confidence": {"enum": list(CONFIDENCES)},
    "scope": {"enum": ["document", "story"]},
    "with": {"type": "object"},
    "where": _FILTER,
    "unless": _FILTER,
    "also": _TEXTS,
    "garble": {**_TEXTS, "minItems": 2, "maxItems": 2},
    "soften": {
        "type": "object",
        "additionalProperties": False,
        "properties": {name: {"enum": list(SEVERITIES)} for name in SOFTENINGS},
    },
    "signal": {"type": "string"},
    "tags": _TEXTS,
    "see": _TEXTS,
    "examples": _EXAMPLES,
}


def json_schema(kinds: Iterable[LinkKind]) -> dict[str, Any]:
    """The schema, with the options of these kinds of link."""
    every = sorted(kinds, key=lambda kind: kind.name)
    properties = {
        key: {**_TYPES.get(key, _TEXT), "description": about} for key, about in KEYS.items()
    }
    names = [CLAIM.name, *(kind.name for kind in every)]
    properties["for"] = {"enum": names, "description": KEYS["for"]}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A numcheck rule",
        "type": "object",
        "required": list(REQUIRED),
        "additionalProperties": False,
        "properties": properties,
        "allOf": [_options_of(kind) for kind in every],
    }


def _options_of(kind: LinkKind) -> dict[str, Any]:
    """Where a rule is for this kind, `with` takes its options and the scope is its scope."""
    options = {name: {"default": _plain(value)} for name, value in kind.options.items()}
    return {
        "if": {"properties": {"for": {"const": kind.name}}},
        "then": {
            "properties": {
                "with": {"properties": options, "additionalProperties": False},
                "scope": {"const": kind.scope},
            }
        },
    }


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple | set | frozenset) else value
