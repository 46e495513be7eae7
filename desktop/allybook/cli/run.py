"""Run one command: words in, answer out, exit status back."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from allybook.cli.asking import Steps
from allybook.cli.call import Call
from allybook.cli.chosen_book import check_book
from allybook.cli.shut import remarking_shut
from allybook.domain.errors import OverBudget
from allybook.services.books.roster import lay_rosters

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.services.desk import Desk

COMMANDS: Mapping[str, str] = {
    "import": "imports.run_import",
    "posts": "posts.run_posts",
    "refresh": "refreshing.run_refresh",
    "allies": "allies.run_allies",
    "books": "books.run_books",
    "check": "checks.run_check",
    "list": "lists.run_list",
    "chat": "chats.run_chat",
    "quote": "quotes.run_quote",
    "mutes": "mutes.run_mutes",
    "spared": "spared.run_spared",
    "noise": "noise.run_noise",
    "purge": "purges.run_purge",
    "activity": "activity.run_activity",
    "take-back": "take_back.run_take_back",
    "ticks": "ticks.run_ticks",
    "ledger": "spending.run_ledger",
    "budget": "spending.run_budget",
}
"""What runs each command, by the word that calls it: a function in a module of this room."""
CHECKS: Mapping[str, str] = {
    "refresh": "refreshing.check_refresh",
    "check": "checks.check_words",
    "list": "lists.check_list",
    "chat": "chats.check_chat",
}
"""What refuses the words of a command, where X need not be asked to know that they are wrong."""


def check_words(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> None:
    """Refuse what can be refused before X is asked for anything, even whose token this is."""
    check_book(desk, words, options.book)
    if words.command in CHECKS:
        _find(CHECKS[words.command])(Call(desk, words, options, out, Steps(out.remark)))


def run(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> int:
    """Run the command that ``words`` name on a desk; return its exit status.

    0 done, 1 done in part; errors of ``domain.errors`` go on to the caller.
    """
    check_book(desk, words, options.book)
    try:
        with remarking_shut(desk, out):
            lay_rosters(desk)
            return find_command(words.command)(Call(desk, words, options, out, Steps(out.remark)))
    except OverBudget as error:
        word = "--budget DOLLARS" if options.budget else "allybook budget DOLLARS"
        raise OverBudget(f"{error} “{word}” raises it.") from error


def find_command(word: str) -> Callable[[Call], int]:
    """Return what runs a command, and load only that.

    Who counts posts does not wait for spreadsheets, and who exports a book not for X.
    """
    command: Callable[[Call], int] = _find(COMMANDS[word])
    return command


def _find(place: str) -> Any:  # noqa: ANN401 (it is found by its name)
    module, _, name = place.partition(".")
    return getattr(import_module(f"allybook.cli.{module}"), name)
