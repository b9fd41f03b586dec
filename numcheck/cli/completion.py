"""Print a completion script for your shell.

bash:  numcheck completion bash > ~/.local/share/bash-completion/completions/numcheck
zsh:   numcheck completion zsh > "${fpath[1]}/_numcheck"
fish:  numcheck completion fish > ~/.config/fish/completions/numcheck.fish
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from numcheck.cli import CLEAN, VERBS, parser_of

SHELLS = ("bash", "zsh", "fish")

_BASH = """\
# numcheck completion for bash
_numcheck() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" options=""
    if [[ $COMP_CWORD -eq 1 ]]; then
        COMPREPLY=($(compgen -W "{verbs}" -- "$word"))
        return
    fi
    case "${{COMP_WORDS[1]}}" in
{cases}
    esac
    if [[ $word == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$word"))
    else
        COMPREPLY=($(compgen -f -- "$word"))
    fi
}}
complete -o filenames -F _numcheck numcheck
"""
_ZSH = """\
#compdef numcheck
# numcheck completion for zsh
_numcheck() {{
    if (( CURRENT == 2 )); then
        local -a verbs=({verbs})
        _describe 'verb' verbs
        return
    fi
    case "$words[2]" in
{cases}
    esac
}}
_numcheck "$@"
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shell", choices=SHELLS)


def run(args: argparse.Namespace) -> int:
    print({"bash": _bash, "zsh": _zsh, "fish": _fish}[args.shell](), end="")
    return CLEAN


def _verbs() -> Iterator[tuple[str, str, list[str]]]:
    """Every verb with its summary and its long options (for rules: its actions)."""
    for group in VERBS.values():
        for verb, summary in group.items():
            yield verb, summary, list(_words(parser_of(verb)))


def _words(parser: argparse.ArgumentParser) -> Iterator[str]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices
        else:
            yield from (option for option in action.option_strings if option.startswith("--"))


def _bash() -> str:
    verbs = list(_verbs())
    cases = "\n".join(f'        {verb}) options="{" ".join(words)}" ;;' for verb, _, words in verbs)
    return _BASH.format(verbs=" ".join(verb for verb, _, _ in verbs), cases=cases)


def _zsh() -> str:
    verbs = list(_verbs())
    described = " ".join(f"'{verb}:{summary}'" for verb, summary, _ in verbs)
    cases = "\n".join(
        f"        {verb}) _arguments {' '.join(map(_quoted, words))} '*:file:_files' ;;"
        for verb, _, words in verbs
    )
    return _ZSH.format(verbs=described, cases=cases)


def _quoted(word: str) -> str:
    return f"'{word}'"


def _fish() -> str:
    lines = ["# numcheck completion for fish"]
    for verb, summary, words in _verbs():
        lines.append(f"complete -c numcheck -n __fish_use_subcommand -a {verb} -d '{summary}'")
        used = f"complete -c numcheck -n '__fish_seen_subcommand_from {verb}'"
        lines += [
            f"{used} -l {word[2:]}" if word.startswith("--") else f"{used} -a {word}"
            for word in words
        ]
    return "\n".join(lines) + "\n"
