"""What was asked for: defaults, `numcheck.toml` or `[tool.numcheck]`, the command line.

The nearest file wins whole; files are merged only where one says `extend`. Each value remembers
where it came from. Paths in a file are relative to that file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field, fields, replace
from pathlib import Path
from typing import Any

from numcheck.errors import ConfigError, UsageError, nearest
from numcheck.model import CONFIDENCES, SEVERITIES, Confidence
from numcheck.toml_file import TomlFile
from numcheck.values import frozen

FILE = "numcheck.toml"
PROJECT_FILE = "pyproject.toml"
FAIL_ON = (*reversed(SEVERITIES), "never")
#: How sure a finding must be to be shown, by strictness.
STRICTNESS: Mapping[str, tuple[Confidence, ...]] = {
    "low": ("high",), "normal": ("high", "medium"), "high": CONFIDENCES,
}  # fmt: skip
#: What may say that documents tell one story: the words they share, or the folder they lie in.
STORY_BY = ("words", "folder")
DEFAULT = "default"
COMMAND_LINE = "command line"

_CHOICES: Mapping[str, Sequence[str]] = {
    "fail_on": FAIL_ON,
    "strict": tuple(STRICTNESS),
    "story_by": STORY_BY,
}
_PATHS = frozenset({"rules", "lexicons", "suppressions", "baseline"})
_SEVERITIES = (*SEVERITIES, "off")
_MOST_EXTENDED = 8


def _about(summary: str, default: Any = None) -> Any:
    return field(default=default, metadata={"summary": summary})


@frozen
class Settings:
    """Every setting with its value. `sources` says where a value came from, by its key."""

    rules: tuple[str, ...] = _about("folders or files of your own rules", ())
    builtin_rules: bool = _about("use the rules that come with numcheck", True)
    select: tuple[str, ...] = _about("only these rules, packs or tags", ())
    ignore: tuple[str, ...] = _about("not these rules, packs or tags", ())
    fail_on: str = _about("the least severity that makes the exit code 1", "error")
    strict: str = _about("show findings that are: low: sure, normal: likely, high: any", "normal")
    stories: bool = _about("compare documents that tell one story", True)
    story_by: str = _about("what makes documents one story: words they share, or folder", "words")
    format: str = _about("what is printed", "text")
    lexicons: tuple[str, ...] = _about("folders with word lists of your own", ())
    exclude: tuple[str, ...] = _about("file patterns that a folder's walk leaves out", ())
    baseline: str = _about("file of known findings that are not reported again", "")
    suppressions: tuple[str, ...] = _about("files of suppressions anchored by quotation", ())
    require_reason: bool = _about("a suppression without a reason does not count", True)
    house_marks: tuple[str, ...] = _about('marks such as "(sic)" that accept a sentence', ())
    rule: Mapping[str, Mapping[str, Any]] = field(
        default_factory=dict,
        metadata={"summary": "severity and options of one rule: [rule.NAME]"},
    )
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict,
        metadata={"summary": "file pattern = rules, packs or tags that do not apply there"},
    )
    sources: Mapping[str, str] = field(default_factory=dict, compare=False)

    def source(self, key: str) -> str:
        return self.sources.get(key, DEFAULT)

    @contextmanager
    def blamed(self, key: str) -> Iterator[None]:
        """A UsageError about what a key says names the file and line that say it."""
        try:
            yield
        except UsageError as error:
            source = self.source(key)
            if source in (DEFAULT, COMMAND_LINE):
                raise
            raise UsageError(f"{source}: {error}") from None

    def changes(self) -> list[str]:
        """The settings that are not as they come, as `key=value`."""
        return [
            f"{key}={_plain(getattr(self, key.replace('-', '_')))}"
            for key in KEYS
            if self.source(key) != DEFAULT
        ]

    def asked(self, **values: Any) -> Settings:
        """With what the command line says; None is not said.

        `rules` and `ignore` add to what a file says, everything else replaces it.
        """
        said = {name: value for name, value in values.items() if value is not None}
        for name in ("rules", "ignore"):
            if name in said:
                said[name] = (*getattr(self, name), *said[name])
        sources = {**self.sources, **dict.fromkeys(map(_key, said), COMMAND_LINE)}
        return replace(self, **said, sources=sources)


#: The settings by the key that files use, with what each is for.
KEYS: Mapping[str, str] = {
    f.name.replace("_", "-"): f.metadata["summary"] for f in fields(Settings) if f.metadata
}
_DEFAULTS = Settings()


def _plain(value: Any) -> str:
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _key(name: str) -> str:
    return name.replace("_", "-")


def load(
    start: Path,
    *,
    file: Path | None = None,
    isolated: bool = False,
    overrides: Iterable[str] = (),
) -> Settings:
    """The settings for copy at `start`: from the nearest file at or above it, unless given.

    `isolated` looks for no file. `overrides` are `key=value` pairs in TOML, as the command line
    takes them. Raises ConfigError with the place of a mistake and UsageError for a file that is
    not there.
    """
    settings = _DEFAULTS
    found = file or (None if isolated else discover(start))
    if found is not None:
        settings = _from_file(found, settings, ())
    for override in overrides:
        table = _File(f"--config {override}", override)
        settings = table.applied(settings, table.parse(), Path.cwd(), COMMAND_LINE)
    return settings


def discover(start: Path) -> Path | None:
    """The nearest `numcheck.toml`, or `pyproject.toml` that speaks of numcheck, from `start` up."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder / FILE
        project = folder / PROJECT_FILE
        if project.is_file() and b"[tool.numcheck" in project.read_bytes():
            return project
    return None


def _from_file(path: Path, settings: Settings, extended: tuple[Path, ...]) -> Settings:
    file = _File.read(path)
    table = file.parse()
    if path.name == PROJECT_FILE:
        table = table.get("tool", {}).get("numcheck", {})
        file = replace(file, prefix=("tool", "numcheck"))
    parent = table.pop("extend", None)
    if parent is not None:
        if not isinstance(parent, str):
            raise file.failure(("extend",), "'extend' is the path of a settings file")
        target = (path.parent / parent).resolve()
        if target in extended or len(extended) >= _MOST_EXTENDED:
            raise file.failure(("extend",), "'extend' leads back to this file")
        settings = _from_file(target, settings, (*extended, path.resolve()))
    return file.applied(settings, table, path.parent, file.path)


class _File(TomlFile):
    """A settings file, its tables checked against `Settings`."""

    def applied(
        self, settings: Settings, table: Mapping[str, Any], folder: Path, source: str
    ) -> Settings:
        """The settings with this table's values, each checked against its default."""
        values: dict[str, Any] = {}
        sources = dict(settings.sources)
        for key, value in table.items():
            if key not in KEYS:
                raise self._unknown(key, value)
            name = key.replace("-", "_")
            values[name] = self._value(name, key, value, folder, settings)
            sources |= self._sources(key, value, source)
        return replace(settings, **values, sources=sources)

    def _sources(self, key: str, value: Any, source: str) -> dict[str, str]:
        """Where a key is said, and each key of a table below it ("rule.sum-disagrees")."""
        paths = [(key,), *((key, inner) for inner in (value if isinstance(value, dict) else ()))]
        if source == COMMAND_LINE:
            return {".".join(path): source for path in paths}
        return {".".join(path): f"{source}:{self.place(path)[0]}" for path in paths}

    def _unknown(self, key: str, value: Any) -> ConfigError:
        if key == "tool" and isinstance(value, dict) and "numcheck" in value:
            reason = f"in {FILE} settings stand at the top, without [tool.numcheck]"
            return self.failure((key, "numcheck"), reason)
        return self.failure((key,), f"unknown setting {key!r}", nearest(key, KEYS))

    def _value(self, name: str, key: str, value: Any, folder: Path, settings: Settings) -> Any:
        if name == "rule":
            return self._rules(value, settings.rule)
        if name == "per_file_ignores":
            return self._ignores(value, settings.per_file_ignores)
        default = getattr(_DEFAULTS, name)
        if name in _CHOICES and value not in _CHOICES[name]:
            reason = f"{key!r} must be one of {', '.join(_CHOICES[name])}"
            raise self.failure((key,), reason, nearest(str(value), _CHOICES[name]))
        if isinstance(default, tuple):
            value = self._texts((key,), value)
        elif type(value) is not type(default):
            wanted = "true or false" if isinstance(default, bool) else "a text in quotes"
            raise self.failure((key,), f"{key!r} must be {wanted}")
        return _resolved(value, folder) if name in _PATHS else value

    def _texts(self, path: Sequence[str], value: Any) -> tuple[str, ...]:
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.failure(path, f"{path[-1]!r} must be a list of texts")
        return tuple(value)

    def _rules(self, value: Any, known: Mapping[str, Mapping[str, Any]]) -> Mapping[str, Any]:
        merged = {name: dict(change) for name, change in known.items()}
        if not isinstance(value, dict):
            raise self.failure(("rule",), "write [rule.NAME] with severity and options below it")
        for name, change in value.items():
            if not isinstance(change, dict):
                raise self.failure(("rule", name), f"write [rule.{name}] with its settings below")
            severity = change.get("severity", "error")
            if severity not in _SEVERITIES:
                reason = f"'severity' must be one of {', '.join(_SEVERITIES)}"
                close = nearest(str(severity), _SEVERITIES)
                raise self.failure(("rule", name, "severity"), reason, close)
            merged.setdefault(name, {}).update(change)
        return merged

    def _ignores(
        self, value: Any, known: Mapping[str, tuple[str, ...]]
    ) -> Mapping[str, tuple[str, ...]]:
        if not isinstance(value, dict):
            raise self.failure(("per-file-ignores",), "write 'pattern' = [rules]")
        own = {
            pattern: self._texts(("per-file-ignores", pattern), names)
            for pattern, names in value.items()
        }
        return {**known, **own}


def _resolved(value: Any, folder: Path) -> Any:
    if isinstance(value, tuple):
        return tuple(str(folder / item) for item in value)
    return str(folder / value) if value else value
