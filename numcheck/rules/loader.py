"""Where rules come from: the built-in packs, folders of a newsroom, installed packages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from numcheck.data import rules_folder
from numcheck.errors import DataError, RuleError, UsageError
from numcheck.model import LinkKind
from numcheck.registry import plugins as plugin_points
from numcheck.rules.rule import Rule, RuleSet
from numcheck.rules.schema import read_rule, read_shipped_rule
from numcheck.rules.source import Source

ENTRY_POINTS = "numcheck.rules"
_SUFFIXES = frozenset({".yaml", ".yml"})


def load(
    paths: Iterable[str | Path] = (),
    *,
    kinds: Mapping[str, LinkKind],
    builtin: bool = True,
    plugins: bool = True,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> RuleSet:
    """All rules, checked and compiled; the first mistake in one is raised as a RuleError.

    `paths` are rule files or folders of them; a rule of a later folder replaces an earlier one of
    the same id. `kinds` are the kinds of link that rules may name. Raises UsageError for a path
    without rules and for words in `select` or `ignore` that name nothing.
    """
    rules, errors = load_all(paths, kinds=kinds, builtin=builtin, plugins=plugins)
    if errors:
        raise errors[0]
    return rules.selected(select, ignore)


def load_all(
    paths: Iterable[str | Path] = (),
    *,
    kinds: Mapping[str, LinkKind],
    builtin: bool = True,
    plugins: bool = True,
) -> tuple[RuleSet, list[DataError]]:
    """All rules that are right, and the mistakes of the others."""
    rules: dict[str, Rule] = {}
    errors: list[DataError] = []
    for files in _sources(paths, builtin, plugins):
        here: dict[str, Rule] = {}
        for file in files:
            try:
                rule = _read(file, kinds)
                if rule.id in here:
                    raise _twice(rule, here[rule.id])
                here[rule.id] = rule
            except DataError as error:
                errors.append(error)
        rules.update(here)
    ordered = sorted(rules.values(), key=lambda rule: (rule.pack, rule.id))
    return RuleSet(tuple(ordered)), errors


def rule_files(path: str | Path) -> list[Path]:
    """The rule files of a folder and its packs, or the one file; raises UsageError if none."""
    path = Path(path)
    if path.is_file():
        return [path]
    if not path.is_dir():
        raise UsageError(f"{path}: no such rule file or folder")
    files = sorted(file for file in path.rglob("*") if file.suffix in _SUFFIXES and file.is_file())
    if not files:
        raise UsageError(f"{path}: no rules (*.yaml) in this folder")
    return files


def _sources(paths: Iterable[str | Path], builtin: bool, plugins: bool) -> Iterator[Iterable[Path]]:
    if builtin and rules_folder().is_dir():
        yield sorted(rules_folder().rglob("*.yaml"))
    if plugins:
        yield from (rule_files(folder) for folder in _plugin_folders())
    yield from (rule_files(path) for path in paths)


def _plugin_folders() -> Iterator[Path]:
    """Folders that installed packages name: a package with YAML in it, or a path."""
    for _, point in sorted(plugin_points(ENTRY_POINTS).items()):
        target = point.load()
        package = getattr(target, "__path__", None)
        yield Path(next(iter(package)) if package else target)


def _read(file: Path, kinds: Mapping[str, LinkKind]) -> Rule:
    if file.is_relative_to(rules_folder()):
        return read_shipped_rule(file, kinds)
    return read_rule(str(file), _text(file), kinds)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Source(str(file), "").failure_at(1, 1, "a rule file must be UTF-8 text") from None
    except OSError as error:
        reason = f"cannot be read: {error.strerror or error}"
        raise Source(str(file), "").failure_at(1, 1, reason) from None


def _twice(rule: Rule, first: Rule) -> RuleError:
    return RuleError(rule.path, 1, 1, f"the rule {rule.id!r} is also in {first.path}")
