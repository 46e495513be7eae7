"""Run one command: words in, answer out, exit status back.

Each command loads its own parts when it is asked for: who only counts posts does not wait for
spreadsheets, and who exports a book not for X.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.cli.asking import Steps
from allybook.cli.books import check_book
from allybook.domain.errors import OverBudget
from allybook.services.books.roster import lay_rosters

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.services.desk import Desk


class _Call(Struct, frozen=True):
    """What a command works with."""

    desk: Desk
    words: argparse.Namespace
    options: Options
    out: Out
    ticket: Steps


def run(desk: Desk, words: argparse.Namespace, options: Options, out: Out) -> int:
    """Run the command that ``words`` name on a desk; return its exit status.

    0 done, 1 done in part; errors of ``domain.errors`` go on to the caller.
    """
    check_book(desk, words, options.book)
    lay_rosters(desk)
    try:
        return COMMANDS[words.command](_Call(desk, words, options, out, Steps(out.remark)))
    except OverBudget as error:
        word = "--budget DOLLARS" if options.budget else "allybook budget DOLLARS"
        raise OverBudget(f"{error} “{word}” raises it.") from error


def _import(call: _Call) -> int:
    from allybook.cli.imports import run_import

    return run_import(call.desk, call.words, call.options, call.out, call.ticket)


def _posts(call: _Call) -> int:
    from allybook.cli.posts import list_posts

    return list_posts(call.desk, call.words, call.out)


def _refresh(call: _Call) -> int:
    from allybook.cli.refreshing import run_refresh

    return run_refresh(call.desk, call.words, call.out, call.ticket)


def _allies(call: _Call) -> int:
    from allybook.cli.allies import run_allies

    return run_allies(call.desk, call.words, call.options, call.out, call.ticket)


def _books(call: _Call) -> int:
    from allybook.cli.shelves import run_books

    return run_books(call.desk, call.words, call.options, call.out)


def _check(call: _Call) -> int:
    from allybook.cli.checks import run_check

    return run_check(call.desk, call.words, call.options, call.out, call.ticket)


def _list(call: _Call) -> int:
    from allybook.cli.lists import run_list

    return run_list(call.desk, call.words, call.options, call.out, call.ticket)


def _chat(call: _Call) -> int:
    from allybook.cli.chats import run_chat

    return run_chat(call.desk, call.words, call.options, call.out, call.ticket)


def _quote(call: _Call) -> int:
    from allybook.cli.quotes import run_quote

    return run_quote(call.desk, call.words, call.options, call.out)


def _mutes(call: _Call) -> int:
    from allybook.cli.mutes import run_mutes

    return run_mutes(call.desk, call.words, call.out)


def _spared(call: _Call) -> int:
    from allybook.cli.spared import run_spared

    return run_spared(call.desk, call.words, call.out)


def _noise(call: _Call) -> int:
    from allybook.cli.mutes import run_noise

    return run_noise(call.desk, call.words, call.out, call.ticket)


def _purge(call: _Call) -> int:
    from allybook.cli.purges import run_purge

    return run_purge(call.desk, call.words, call.options, call.out)


def _activity(call: _Call) -> int:
    from allybook.cli.activity import run_activity

    return run_activity(call.desk, call.words, call.out)


def _take_back(call: _Call) -> int:
    from allybook.cli.activity import run_take_back

    return run_take_back(call.desk, call.words, call.options, call.out, call.ticket)


def _ticks(call: _Call) -> int:
    from allybook.cli.activity import run_ticks

    return run_ticks(call.desk, call.words, call.out)


def _ledger(call: _Call) -> int:
    from allybook.cli.spending import run_ledger

    return run_ledger(call.desk, call.words, call.out)


def _budget(call: _Call) -> int:
    from allybook.cli.spending import run_budget

    return run_budget(call.desk, call.words, call.out)


COMMANDS: Mapping[str, Callable[[_Call], int]] = {
    "import": _import,
    "posts": _posts,
    "refresh": _refresh,
    "allies": _allies,
    "books": _books,
    "check": _check,
    "list": _list,
    "chat": _chat,
    "quote": _quote,
    "mutes": _mutes,
    "noise": _noise,
    "spared": _spared,
    "purge": _purge,
    "activity": _activity,
    "take-back": _take_back,
    "ticks": _ticks,
    "ledger": _ledger,
    "budget": _budget,
}
"""The commands, by the word that calls them."""
