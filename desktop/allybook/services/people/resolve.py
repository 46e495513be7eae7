"""Resolve ids to accounts: who wrote, and who was named."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.changes import Changed
from allybook.domain.errors import StorageError
from allybook.domain.money.endpoints import ACCOUNTS
from allybook.domain.money.pricing import Quote
from allybook.domain.people.accounts import Standing
from allybook.domain.spoken import speak, speak_many
from allybook.services.books.kinds import learn_kinds
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.jobs.paging import BATCH, read_batches
from allybook.services.money.quote import plan_step, unpaid

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from allybook.domain.people.accounts import Account, Face, Reason
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk


def unnamed(desk: Desk, user_ids: Sequence[str]) -> tuple[str, ...]:
    """Return those of ``user_ids`` whose profile the cache does not know, in order, each once.

    Those that X said are suspended or gone are left out: asking again would tell nothing.
    """
    wanted = tuple(dict.fromkeys(user_ids))
    known = desk.cache.faces(wanted)
    return tuple(i for i in wanted if i not in known or _is_nameless(known[i]))


def _is_nameless(account: Face) -> bool:
    return not account.name and account.standing is Standing.ACTIVE


def quote_resolve(desk: Desk, user_ids: Sequence[str]) -> Quote:
    """Quote looking accounts up by id."""
    people = unpaid(desk, ACCOUNTS, user_ids)
    step = plan_step(
        desk, ACCOUNTS, people, speak_many(people, "{n} name", "{n} names"), page=BATCH
    )
    because = speak("Names that are known here are not asked for again.")
    return Quote("names", (step,), because)


def resolve(desk: Desk, user_ids: Sequence[str], ticket: Ticket) -> int:
    """Look accounts up by id, 100 a request; return how many X showed."""
    return _look_up(desk, user_ids, desk.line.network().accounts, ticket)


def resolve_handles(desk: Desk, handles: Sequence[str], ticket: Ticket) -> Mapping[str, Reason]:
    """Look accounts up by handle, 100 a request; return why X showed none for those it named.

    The handles are lower-cased; of who was not asked for because it was stopped nothing is said.
    """
    told: dict[str, Reason] = {}
    ask = desk.line.network().accounts_by_handle

    def heard(asked: Sequence[str]) -> Page[Account]:
        """Ask, and take the reasons out of the answer."""
        page = ask(asked)
        told.update({problem.resource.lower(): problem.reason for problem in page.problems})
        # A handle may be digits: it must not be taken for the id of somebody else.
        return replace(page, problems=())

    _look_up(desk, handles, heard, ticket)
    return told


def _look_up(
    desk: Desk,
    wanted: Sequence[str],
    ask: Callable[[Sequence[str]], Page[Account]],
    ticket: Ticket,
) -> int:
    found: list[str] = []

    def keep(page: Page[Account]) -> None:
        """Keep the accounts of an answer, and why X showed no others."""
        desk.cache.save_accounts(page.items, desk.clock.now())
        desk.cache.save_problems(page.problems, desk.clock.now())
        found.extend(account.user_id for account in page.items)

    try:
        with desk.jobs.named("names"):
            read_batches(desk, ticket, wanted, ask, keep)
    finally:
        desk.announcer.announce(Changed(accounts=True, posts=True))
    link_opt_outs(desk)
    # A book that takes nothing just now learns it with the next names: these are paid for and kept.
    with suppress(StorageError):
        learn_kinds(desk, found)
    return len(found)
