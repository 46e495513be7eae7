"""Commands that have acts of their own: ``allies approve``, ``books merge``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    Add = Callable[[str, str], argparse.ArgumentParser]


def begin_acts(command: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> Add:
    """Return what adds an act to a command, by its name and what it is about.

    ``shared`` are the words of every command.
    """
    acts = command.add_subparsers(title="acts", dest="act", required=True)

    def add(name: str, about: str) -> argparse.ArgumentParser:
        """Add one act."""
        act = acts.add_parser(
            name, help=about, description=about, parents=[shared], allow_abbrev=False
        )
        act.set_defaults(form="")
        return act

    return add
