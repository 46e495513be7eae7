"""The words of ``allybook books``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from allybook.cli.acts import begin_acts
from allybook.cli.parser import path_or_name
from allybook.domain.book.operation import Operation

if TYPE_CHECKING:
    import argparse

    from allybook.cli.acts import Add

OPERATIONS = [operation.value for operation in Operation]


def add_books(command: argparse.ArgumentParser, shared: argparse.ArgumentParser) -> None:
    """Add what ``books`` understands; ``shared`` are the words of every command."""
    add = begin_acts(command, shared)
    _add_shelf(add)
    _add_combine(add("combine", "put the allies of books and X Lists into one book"))
    _add_json(add("undo", "take the last combining or merging back, in all its books"))
    _add_json(add("look-alikes", "list allies of the book that may be one"))
    _add_merge(add("merge", "merge a colleague's copy of a book; or two allies that are one"))
    saving = add("save", "write a copy of a book to a file, for a colleague to merge")
    saving.add_argument("of", metavar="BOOK")
    saving.add_argument("file", metavar="FILE", type=Path, help="usually NAME.allybook")


def _add_shelf(add: Add) -> None:
    _add_json(add("list", "list the books"))
    add("new", "make an empty book").add_argument("name", metavar="NAME")
    for name, about in (
        ("rename", "give a book another name"),
        ("copy", "copy a book with its whole history"),
    ):
        act = add(name, about)
        act.add_argument("of", metavar="BOOK")
        act.add_argument("name", metavar="NAME")
    discard = add("discard", "put a book in the trash, as a dated copy")
    discard.add_argument("of", metavar="BOOK")
    _add_json(add("trash", "list what is in the trash"))
    restore = add("restore", "take a book out of the trash")
    restore.add_argument("copy", metavar="COPY", help="its name, as trash says it")


def _add_merge(act: argparse.ArgumentParser) -> None:
    about = "a copy of a book, as “save” writes it; or with OTHER the ally who is kept"
    act.add_argument("keep", type=path_or_name, metavar="FILE|KEPT", help=about)
    act.add_argument("gone", metavar="OTHER", nargs="?", help="the ally who goes on as the first")
    act.add_argument("--into", default="", metavar="BOOK", help="else the book it is a copy of")
    act.add_argument("--plan", action="store_true", help="only say what merging would change")
    _add_json(act)


def _add_combine(act: argparse.ArgumentParser) -> None:
    about = "all of them, those in each, or those in the first only"
    act.add_argument("operation", choices=OPERATIONS, help=about)
    act.add_argument(
        "sources", nargs="+", metavar="SOURCE", help="a book; or list:NAME, an X List as last read"
    )
    act.add_argument("--into", required=True, metavar="BOOK", help="made where there is none")
    act.add_argument("--move", action="store_true", help="take them out of the source books")
    act.add_argument("--plan", action="store_true", help="only say what would be done")
    _add_json(act)


def _add_json(act: argparse.ArgumentParser) -> None:
    act.add_argument("--json", dest="form", action="store_const", const="json")
