"""The words of ``allybook mutes``, ``allybook spared`` and ``allybook noise``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse


def add_mutes(command: argparse.ArgumentParser, _shared: argparse.ArgumentParser) -> None:
    """Add what ``mutes`` understands."""
    command.add_argument("act", nargs="?", default="list", choices=("list", "add", "remove"))
    about = "a word, “several words”, #hashtag or @author; several, each by itself"
    command.add_argument("what", nargs="*", default=[], metavar="WHAT", help=about)
    spells = ("day", "week", "ever")
    command.add_argument("--for", dest="spell", default="ever", choices=spells, help="how long")
    _add_json(command)


def add_spared(command: argparse.ArgumentParser, _shared: argparse.ArgumentParser) -> None:
    """Add what ``spared`` understands."""
    command.add_argument("act", nargs="?", default="list", choices=("list", "add", "remove"))
    about = "a filter, such as from:ana or “#housing”: posts that it keeps are never hidden"
    command.add_argument("filter", nargs="*", default=[], metavar="FILTER", help=about)
    _add_json(command)


def add_noise(command: argparse.ArgumentParser, _shared: argparse.ArgumentParser) -> None:
    """Add what ``noise`` understands."""
    about = "let a reason weigh so many points, such as repost=10; may be said again"
    command.add_argument(
        "--set", dest="weights", action="append", default=[], metavar="REASON=POINTS", help=about
    )
    about = (
        "your languages by code or name, such as en,de; all for every one, home for the system's"
    )
    command.add_argument("--languages", default="", metavar="LANGUAGES", help=about)
    command.add_argument("--reset", action="store_true", help="every weight as shipped")
    _add_json(command)


def _add_json(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--json", dest="form", action="store_const", const="json", default="", help="for scripts"
    )
