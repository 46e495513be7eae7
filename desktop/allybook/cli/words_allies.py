"""The words of ``allybook allies``."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from allybook.cli.acts import begin_acts
from allybook.cli.parser import OrNothing
from allybook.cli.words import read_count
from allybook.domain.book.columns import NOTHING, Column
from allybook.domain.book.entry import Kind, Status
from allybook.services.share.words import SPOKEN

if TYPE_CHECKING:
    from allybook.cli.acts import Add

KINDS = [kind.value for kind in Kind if kind is not Kind.HASHTAG]
"""What an account can be said to be; a hashtag is one by its #."""
REASONED = frozenset({"decline", "remove"})


def add_allies(command: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Add what ``allies`` understands; ``shared`` are the words of every command."""
    add = begin_acts(command, shared)
    listing = add("list", "list the allies")
    listing.add_argument("--status", choices=[status.value for status in Status])
    form = listing.add_mutually_exclusive_group()
    form.add_argument("--json", dest="form", action="store_const", const="json")
    form.add_argument("--csv", dest="form", action="store_const", const="csv")
    adding = add("add", "add allies: handles, hashtags or links")
    adding.add_argument("names", nargs="+", metavar="NAME")
    _add_facts(adding)
    adding.add_argument("--nominate", action="store_true", help="leave the decision for later")
    setting = add("set", "change an ally")
    setting.add_argument("names", nargs="+", metavar="NAME")
    _add_facts(setting)
    setting.add_argument("--untag", action="append", default=[], type=_tag, metavar="TAG")
    _add_decisions(add)
    _add_readers(add)


def _add_decisions(add: Add) -> None:
    for name, about in (
        ("approve", "count on nominated allies"),
        ("decline", "say no to nominations"),
        ("remove", "take allies out of the book"),
        ("opt-out", "never list an ally again, because they asked"),
    ):
        act = add(name, about)
        act.add_argument("names", nargs="+", metavar="NAME")
        if name in REASONED:
            act.add_argument("--reason", default="", help="why, for whoever asks later")
        if name == "opt-out":
            also = "of your other books that have them as well"
            act.add_argument("--everywhere", action="store_true", help=also)


def _add_readers(add: Add) -> None:
    history = add("history", "tell the history of an ally")
    history.add_argument("names", nargs=1, metavar="NAME")
    history.add_argument("--json", dest="form", action="store_const", const="json")
    add("undo", "take one entry of a history back").add_argument("entry", metavar="ENTRY")
    conflicts = add("conflicts", "list what two people wrote differently")
    conflicts.add_argument("--json", dest="form", action="store_const", const="json")
    _add_import(add("import", "bring in a table with all it says, or nominate whom a file names"))
    about = "write the allies to a table (.csv, .xlsx, .json, .txt) or a web page (.html)"
    _add_export(add("export", about))


def _add_import(bring: argparse.ArgumentParser) -> None:
    bring.add_argument("files", nargs="+", type=Path, metavar="FILE")
    bring.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="HEADING=COLUMN",
        help=f"what a column is: {', '.join(Column)} or {NOTHING}; again for another one",
    )
    bring.add_argument("--preview", action="store_true", help="say what it would do, write nothing")
    bring.add_argument("--json", dest="form", action="store_const", const="json")
    bring.set_defaults(no_nominate=False)


def _add_export(export: argparse.ArgumentParser) -> None:
    export.add_argument("file", type=Path, metavar="FILE")
    table, page = export.add_argument_group("tables"), export.add_argument_group("web pages")
    table.add_argument("--excel", action="store_true", help="mark a .csv as UTF-8 for Excel")
    about = "the same with semicolons, for an Excel that writes 0,5"
    table.add_argument("--semicolons", action="store_true", help=about)
    table.add_argument("--ids-only", action="store_true", help="write nothing but user ids")
    page.add_argument("--title", default="", help="the heading; else the name of the book")
    page.add_argument(
        "--lang", default="en", type=_language, choices=[*SPOKEN], help="the page's own words"
    )
    page.add_argument("--no-persons", action="store_true", help="leave persons out")
    page.add_argument("--tags", action="store_true", help="show the tags that your group gave")
    about = "the next 500 accounts"
    page.add_argument("--part", type=read_count, default=1, metavar="N", help=about)


def _tag(typed: str) -> str:
    """Return a tag as it was typed; of signs alone nothing would be left."""
    if not typed.strip("# "):
        raise argparse.ArgumentTypeError(f"“{typed}” is no tag: write a word")
    return typed


def _language(typed: str) -> str:
    """Return the code of a language that was called by its name, or what was typed."""
    from allybook.domain.filters.tongues import find_language  # noqa: PLC0415 (few name any)

    return find_language(typed) or typed


def _add_facts(act: argparse.ArgumentParser) -> None:
    act.add_argument("--kind", choices=KINDS)
    act.add_argument("--category", action=OrNothing, help="in quotes and empty: none any more")
    act.add_argument("--tag", action="append", default=[], type=_tag, metavar="TAG")
    act.add_argument("--note", default="")
