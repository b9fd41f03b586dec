"""Write settings and CI files for this folder; nothing that is there is overwritten."""

from __future__ import annotations

import argparse
from pathlib import Path

from numcheck.cli import CLEAN, FOUND, _output
from numcheck.data import HERE

#: Each file by the option that asks for it, with its template.
_FILES = {
    "settings": ("numcheck.toml", "numcheck.toml"),
    "github": (".github/workflows/numcheck.yml", "github.yml"),
    "gitlab": ("numcheck.gitlab-ci.yml", "gitlab.yml"),
    "pre_commit": (".pre-commit-config.yaml", "pre-commit.yaml"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", nargs="?", default=".", help="default: the current one")
    parser.add_argument("--github", action="store_true", help="a GitHub workflow, too")
    parser.add_argument("--gitlab", action="store_true", help="a GitLab job, too")
    parser.add_argument("--pre-commit", action="store_true", help="a pre-commit hook, too")


def run(args: argparse.Namespace) -> int:
    """0, or 1 where a file is left as it was because it is there already."""
    kept = 0
    for name, (target, template) in _FILES.items():
        if name != "settings" and not getattr(args, name):
            continue
        path = Path(args.folder) / target
        text = (HERE / "templates" / template).read_text(encoding="utf-8")
        if path.exists():
            kept += path.read_text(encoding="utf-8", errors="replace") != text
            print(f"{path} is there already and stays as it is.")
        else:
            _output.save(path, text)
            print(f"{path} is written.")
    print("Next: numcheck check .")
    return FOUND if kept else CLEAN
