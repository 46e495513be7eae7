"""What reads the words of a command line, and says in one sentence what it does not know."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

EMPTY = "nothing stands there; a variable of your shell may be empty"


class Said(argparse.Action):
    """Takes what somebody said, where to say nothing would mean something else, or everything."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 (as argparse has it)
        _option: str | None = None,
    ) -> None:
        """Keep the word; one that may be left out is empty where it is (its default is None)."""
        if values is not None and not values.strip():
            raise argparse.ArgumentError(self, EMPTY)
        setattr(namespace, self.dest, values or "")


def read_path(text: str) -> Path:
    """Return a path, as ``argparse`` asks for it: an empty one would be the folder we are in."""
    if not text.strip():
        raise argparse.ArgumentTypeError(EMPTY)
    return Path(text)


class Parser(argparse.ArgumentParser):
    """An ``ArgumentParser`` that raises ``BadInput`` instead of leaving the program."""

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 (all that argparse takes)
        super().__init__(**{"formatter_class": _shape, **named})

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Say in one sentence what was not understood."""
        raise BadInput(f"{message[:1].upper()}{message[1:]}; see allybook --help.")

    def refuse(self, words: Iterable[str]) -> NoReturn:
        """Say which word is not taken: the first option that is not known, or the first of all."""
        told = list(words)
        word = next((word for word in told if word.startswith("-")), told[0])
        if not word.startswith("-"):
            raise self._bad(f"There is no place for “{word}” here", "put several words in quotes.")
        option = word.partition("=")[0]
        known = [name for name in self._option_string_actions if name.startswith("--")]
        meant = _guess(option.lstrip("-"), [name.lstrip("-") for name in known])
        advice = f"did you mean --{meant}?" if meant else f"use {_any_of(sorted(known))}."
        raise self._bad(f"There is no option {option} here", advice)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        known = [str(choice) for choice in action.choices or () if choice]
        if action.choices is None or value in action.choices:
            return
        meant = _guess(str(value), known)
        advice = f"did you mean “{meant}”?" if meant else f"use {_any_of(known)}."
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001 (it has no other name)
            raise self._bad(f"There is no command “{value}”", advice)
        if action.option_strings:
            raise self._bad(f"{action.option_strings[0]} does not take “{value}”", advice)
        command = self.prog.rpartition(" ")[2]
        raise self._bad(f"“{value}” is no {action.dest} of {command}", advice)

    def _bad(self, what: str, advice: str) -> BadInput:
        return BadInput(f"{what}; {advice} See {self.prog} --help.")


def _guess(word: str, known: Collection[str]) -> str:
    """Return the known word that was probably meant, or ``""``."""
    from allybook.domain.filters.values import guess  # noqa: PLC0415 (few words are wrong)

    return guess(word, known)


def _any_of(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _shape(prog: str) -> argparse.HelpFormatter:
    """Return what shows how words are used, each of which argparse tries out on it.

    How wide the terminal is would be asked for each, by what packs archives too.
    """
    return argparse.HelpFormatter(prog, width=80)
