"""Run one command: words in, answer out, exit status back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.allies import run_allies
from allybook.cli.asking import Steps
from allybook.cli.books import check_book
from allybook.cli.chats import run_chat
from allybook.cli.checks import run_check
from allybook.cli.imports import run_import
from allybook.cli.lists import run_list
from allybook.cli.posts import list_posts
from allybook.cli.quotes import run_ledger, run_quote
from allybook.services.roster import lay_rosters

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.services.desk import Desk


def run(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> int:
    """Run the command that ``words`` name on a desk; return its exit status.

    0 done, 1 done in part; errors of ``domain.errors`` go on to the caller.
    """
    ticket = Steps()
    check_book(desk, words, options.book)
    lay_rosters(desk)
    commands: dict[str, Callable[[], int]] = {
        "import": lambda: run_import(desk, words, options, out, ticket),
        "posts": lambda: list_posts(desk, words, out),
        "allies": lambda: run_allies(desk, words, options, out, ticket),
        "check": lambda: run_check(desk, words, options, out, ticket),
        "list": lambda: run_list(desk, words, options, out, ticket),
        "chat": lambda: run_chat(desk, words, options, out, ticket),
        "quote": lambda: run_quote(desk, words, options, out),
        "ledger": lambda: run_ledger(desk, words, out),
    }
    return commands[words.command]()
