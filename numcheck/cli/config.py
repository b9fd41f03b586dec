"""Show every setting and where it came from."""

from __future__ import annotations

import argparse
import json

from numcheck.cli import CLEAN, _options
from numcheck.config import KEYS
from numcheck.toml_file import shown


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="*", metavar="PATH", help="copy whose settings are meant")
    parser.add_argument("--json", action="store_true", help="print JSON")
    _options.add_settings(parser)


def run(args: argparse.Namespace) -> int:
    settings = _options.settings_for(args, args.paths)
    values = {key: getattr(settings, key.replace("-", "_")) for key in KEYS}
    if args.json:
        rows = {
            key: {"value": value, "source": settings.source(key), "meaning": KEYS[key]}
            for key, value in values.items()
        }
        print(json.dumps(rows, ensure_ascii=False, indent=2, default=dict))
        return CLEAN
    from tabulate import tabulate

    found = _options.settings_file(args, args.paths)
    print(f"settings file: {shown(found) if found else 'none'}\n")
    table = [(key, _toml(value), settings.source(key), KEYS[key]) for key, value in values.items()]
    print(tabulate(table, ("setting", "value", "from", "meaning"), disable_numparse=True))
    return CLEAN


def _toml(value: object) -> str:
    """The value as a settings file would say it."""
    return json.dumps(value, ensure_ascii=False, default=dict)
