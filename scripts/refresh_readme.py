"""Run the commands shown in README.md and put what they print beneath them.

    python scripts/refresh_readme.py [--check]

Every fenced `console` block holds commands after `$ ` and their output; `--check` changes nothing
and exits 1 if some output is no longer true.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
from pathlib import Path

from numcheck.cli import main as numcheck

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_COMMAND = re.compile(r"^\$ numcheck (.*)$", re.MULTILINE)


def output(command: str) -> str:
    """What `numcheck COMMAND` prints, run in the root of the checkout without colours."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.chdir(ROOT):
        numcheck(shlex.split(command))
    return "\n".join(line.rstrip() for line in printed.getvalue().splitlines()).strip("\n")


def refreshed(text: str) -> str:
    """The README with every console block as it comes out today."""
    return _BLOCK.sub(lambda block: _block(block[0]), text)


def _block(block: str) -> str:
    commands = _COMMAND.findall(block)
    return "".join(f"$ numcheck {command}\n{output(command)}\n" for command in commands)


def main() -> int:
    """Refresh or check; 1 if the README was or is out of date and only a check was asked for."""
    os.environ["NO_COLOR"] = "1"
    os.environ["COLUMNS"] = "100"
    now = README.read_text(encoding="utf-8")
    true = refreshed(now)
    if "--check" in sys.argv:
        return int(now != true)
    README.write_text(true, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
