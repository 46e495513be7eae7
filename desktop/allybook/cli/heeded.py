"""What a command would not heed is refused: left aside in silence, it would mean another thing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping

    from allybook.cli.parser import Parser

ACTS = ("act", "source", "job")
"""Under which names commands keep what they are to do."""
UNHEEDED: Mapping[str, tuple[str, ...]] = {
    "refresh names": ("most",),
    "quote sign-in": ("filter", "whom", "most"),
    "quote count": ("filter", "whom", "most"),
    "quote names": ("most",),
    "quote check": ("most",),
    "quote list": ("most",),
    "list pull": ("pace", "daily", "public", "ask_again", "way"),
    "list plan": ("most",),
    "list publish": ("most",),
    "mutes list": ("what", "spell"),
    "mutes remove": ("spell",),
    "spared list": ("filter",),
    "ticks list": ("tick",),
}
"""What a command understands and one of its acts has no use for."""
APART: Mapping[str, tuple[tuple[str, str], ...]] = {
    "quote": (("whom", "filter"),),
    "check": (
        *(("compare", "count"), ("compare", "anew"), ("compare", "way")),
        *(("count", "anew"), ("count", "way")),
    ),
    "books merge": (("gone", "into"),),
}
"""Two words of a command of which one would be heeded."""

WORLDS = (("practice", "token_stdin"), ("practice", "api_base"))
"""Words for every command, and for the window, that say of two networks which one is meant."""


def check_heeded(words: argparse.Namespace) -> None:
    """Raise ``BadInput`` where something was said that would not be heeded."""
    told: Parser = words.told
    check_world(words)
    for called in _called(words):
        for dest in UNHEEDED.get(called, ()):
            if told.was_said(words, dest):
                what = _said(words, dest)
                raise BadInput(
                    f"“allybook {called}” has no use for {what}: leave it out. Nothing was done."
                )
        for one, other in APART.get(called, ()):
            if told.was_said(words, one) and told.was_said(words, other):
                raise _apart(words, one, other)


def check_world(words: argparse.Namespace) -> None:
    """Raise ``BadInput`` where the practice network is asked for, and another one as well."""
    for one, other in WORLDS:
        if hasattr(words, one) and hasattr(words, other):
            raise _apart(words, one, other)


def _apart(words: argparse.Namespace, one: str, other: str) -> BadInput:
    """Return why two words that were said are one too many."""
    both = f"{_said(words, one)} and {_said(words, other)}"
    return BadInput(f"{both} do not go together: leave one out. Nothing was done.")


def _said(words: argparse.Namespace, dest: str) -> str:
    """Return the option that was said, or in quotes the words themselves."""
    told: Parser = words.told
    word = told.word_of(dest)
    if word.startswith("-"):
        return word
    value = getattr(words, dest)
    return f"“{' '.join(map(str, value)) if isinstance(value, list) else value}”"


def _called(words: argparse.Namespace) -> Iterator[str]:
    """Yield the command, and the command with what it is to do."""
    yield words.command
    yield from (f"{words.command} {getattr(words, name)}" for name in ACTS if hasattr(words, name))
