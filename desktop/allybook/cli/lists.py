"""``allybook list pull|plan|publish``: the X List of a book."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from allybook.cli.asking import agree, as_json, duration
from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.money import in_words
from allybook.domain.outbox import Outcome, Stage
from allybook.services.find import find_ids
from allybook.services.plan_list import plan_list
from allybook.services.publish import publish
from allybook.services.pull import pull, quote_pull
from allybook.services.quote import fits

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.domain.outbox import Act
    from allybook.ports import Book, Ticket
    from allybook.services.desk import Desk
    from allybook.services.plan_list import ListPlan, Planned
    from allybook.services.publish import Published


def run_list(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Do what was asked with the X List of the book."""
    book = desk.book(options.book)
    if words.act == "pull":
        return _pull(desk, book, words, out, ticket)
    if words.act == "plan":
        return _plan(plan_list(desk, book), words, out)
    return _publish(_at_pace(desk, words, options), book, words, options, out, ticket)


def _pull(desk: Desk, book: Book, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    list_id = desk.cache.mirror(book.info.book_id)
    if list_id is None:
        raise BadInput("This book has no X List yet: allybook list publish makes one.")
    agree(quote_pull(desk, list_id), out)
    pull(desk, list_id, ticket)
    members = desk.cache.members(list_id)
    ids = sorted(members.user_ids, key=int) if members else []
    known = desk.cache.accounts(ids)
    rows = [{"user_id": i, "handle": known[i].handle if i in known else ""} for i in ids]
    if words.form == "json":
        out.json(rows)
    else:
        out.table([(str(r["user_id"]), f"@{r['handle']}") for r in rows], ("id", "handle"))
    return 0


def _plan(plan: ListPlan, words: argparse.Namespace, out: Out) -> int:
    if words.form == "json":
        out.json(
            {
                "list_id": plan.list_id,
                "name": plan.name,
                "adds": [_planned(one) for one in plan.adds],
                "removes": [_planned(one) for one in plan.removes],
                "left_out": [_planned(one) for one in plan.left_out],
                "unfound": list(plan.unfound),
                **as_json(plan.quote),
            }
        )
        return 0
    for head, group in (("Add", plan.adds), ("Remove", plan.removes), ("Leave out", plan.left_out)):
        for one in group:
            out.say(f"{head} @{one.handle} ({one.why.replace('_', ' ')})")
    for handle in plan.unfound:
        out.say(f"Find @{handle} first: its user id is not known yet")
    out.say(f"{in_words(plan.quote.dollars)}, {duration(plan.quote.minutes)}")
    return 0


def _planned(one: Planned) -> dict[str, str]:
    return {"user_id": one.user_id, "handle": one.handle, "name": one.name, "why": one.why}


def _at_pace(desk: Desk, words: argparse.Namespace, options: Options) -> Desk:
    """Return a desk at the pace asked for: faster than the default only where no one is hurt."""
    if words.pace is None:
        return desk
    if words.pace < desk.pace and not _is_loopback(options):
        raise BadInput(
            f"X locks accounts that change lists fast: {desk.pace:g} seconds is the shortest pace "
            "(below that only against a server on this computer)."
        )
    return replace(desk, pace=words.pace)


def _is_loopback(options: Options) -> bool:
    return options.practice or urlsplit(options.api_base).hostname in {"127.0.0.1", "localhost"}


def _publish(
    desk: Desk,
    book: Book,
    words: argparse.Namespace,
    options: Options,
    out: Out,
    ticket: Ticket,
) -> int:
    desk.line.network()
    plan = plan_list(desk, book)
    agree(plan.quote, out)
    if not options.yes:
        raise BadInput(
            f"Publishing adds {len(plan.adds)} and removes {len(plan.removes)} on X, for all to "
            "see what the list shows; say --yes to do it. Nothing was sent."
        )
    if not fits(desk, plan.quote):
        raise OverBudget(
            f"Publishing would cost {in_words(plan.quote.dollars)}, more than is left of this "
            "month's budget; nothing was sent."
        )
    if plan.unfound:
        find_ids(desk, book, ticket)
        plan = plan_list(desk, book)
    done = publish(desk, plan, ticket, private=not words.public)
    _report(done, plan, words, out)
    if done.error is not None:
        return done.error.exit_status
    return 1 if done.waiting or plan.unfound else 0


def _report(done: Published, plan: ListPlan, words: argparse.Namespace, out: Out) -> None:
    """Print what became of everyone: done, waiting, left out, or not found on X."""
    rows = [_outcome(act.user_id, act.handle, _told(act)) for act in (*done.acts, *done.waiting)]
    rows += [_outcome(one.user_id, one.handle, one.why) for one in plan.left_out]
    rows += [_outcome("", handle, Outcome.GONE.value) for handle in plan.unfound]
    if words.form == "json":
        out.json(rows)
    elif rows:
        out.table([tuple(row.values()) for row in rows], ("id", "handle", "outcome"))
    if done.stopped:
        out.remark(done.stopped)


def _told(act: Act) -> str:
    return act.outcome.value if act.outcome else Stage.WAITING.value


def _outcome(user_id: str, handle: str, outcome: str) -> dict[str, str]:
    return {"user_id": user_id, "handle": handle, "outcome": outcome}
