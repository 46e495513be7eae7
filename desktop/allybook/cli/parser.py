"""What reads the words of a command line, and says in one sentence what it does not know."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

EMPTY = "nothing stands there; a variable of your shell may be empty"
BROKEN = "a character is broken here: write it anew"


class OrNothing(argparse.Action):
    """Takes what somebody said, where an empty word means something too: all, or none any more."""

    def __call__(
        self,
        _parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,  # noqa: ANN401 (as argparse has it)
        _option: str | None = None,
    ) -> None:
        """Keep the word as it is."""
        setattr(namespace, self.dest, values)


def path_or_name(text: str) -> str:
    """Return a word that names a file or something else: of a file, any bytes are the name."""
    return text


PATHS = frozenset({Path, path_or_name})


class Parser(argparse.ArgumentParser):
    """An ``ArgumentParser`` that raises ``BadInput`` instead of leaving the program.

    What it read says as ``told`` which parser read the last of it: that of the command or act.
    """

    def __init__(self, **named: Any) -> None:  # noqa: ANN401 (all that argparse takes)
        super().__init__(**{"formatter_class": _shape, **named})
        self.set_defaults(told=self)

    def read_more(self, dest: str, words: Sequence[str]) -> Any:  # noqa: ANN401 (as argparse has it)
        """Return further words of a place that takes several, where argparse saw its end early."""
        [place] = (action for action in self._actions if action.dest == dest)
        try:
            return self._get_values(place, list(words))
        except argparse.ArgumentError as error:
            self.error(str(error))

    def format_help(self) -> str:
        """Return the help, as wide as the terminal."""
        self.formatter_class = argparse.HelpFormatter
        return super().format_help()

    def was_said(self, words: argparse.Namespace, dest: str) -> bool:
        """Return whether somebody said what stands under a name, and not only what it is anyway."""
        return getattr(words, dest) not in (None, "", [], self.get_default(dest))

    def word_of(self, dest: str) -> str:
        """Return what a person calls what stands under a name: an option, or a place."""
        [place] = (action for action in self._actions if action.dest == dest)
        return place.option_strings[0] if place.option_strings else str(place.metavar or dest)

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
        if option in known:
            raise self._bad(f"There is no place for {option} there", f"write it after {self.prog}.")
        meant = _guess(option.lstrip("-"), [name.lstrip("-") for name in known])
        advice = f"did you mean --{meant}?" if meant else f"use {_any_of(sorted(known))}."
        raise self._bad(f"There is no option {option} here", advice)

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:  # noqa: ANN401
        """Read what was said for one place; an empty or broken word is no answer, as a rule.

        To say nothing would mean something else, or everything.
        """
        if action.nargs != argparse.PARSER:
            # That holds the words of a whole command, each of which is looked at by it.
            for text in arg_strings:
                if not (text.strip() or isinstance(action, OrNothing)):
                    raise argparse.ArgumentError(action, EMPTY)
                if not (text.isascii() or action.type in PATHS or _is_whole(text)):
                    raise argparse.ArgumentError(action, BROKEN)
        return super()._get_values(action, arg_strings)

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


def _is_whole(text: str) -> bool:
    from allybook.domain.filters.words import is_whole  # noqa: PLC0415 (few words are beyond ASCII)

    return is_whole(text)


def _any_of(words: Iterable[str]) -> str:
    *most, last = words
    return f"{', '.join(most)} or {last}" if most else last


def _shape(prog: str) -> argparse.HelpFormatter:
    """Return what shows how words are used, each of which argparse tries out on it.

    How wide the terminal is would be asked for each, by what packs archives too.
    """
    return argparse.HelpFormatter(prog, width=80)
