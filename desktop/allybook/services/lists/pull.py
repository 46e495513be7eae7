"""Pull an X List: who is on it now."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.acts.outbox import CONTRADICTED, Outcome, Stage
from allybook.domain.changes import Changed
from allybook.domain.money.endpoints import MEMBERS
from allybook.domain.money.pricing import Quote
from allybook.domain.people.accounts import Standing
from allybook.domain.reading.pages import who_is_on
from allybook.domain.spoken import speak, speak_many
from allybook.services.books.opt_outs import link_opt_outs
from allybook.services.jobs.paging import Reading, read_pages
from allybook.services.jobs.patience import patiently
from allybook.services.lists.others import ask_about_others, standing_so
from allybook.services.lists.reconcile import (
    bears_out,
    contradicted,
    enough,
    note_proven,
    reconcile,
)
from allybook.services.money.quote import plan_step, unpaid

if TYPE_CHECKING:
    from datetime import datetime

    from allybook.domain.people.accounts import Account
    from allybook.domain.reading.pages import Page
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

PAGE = 100
SPARE = 5
"""How many more members than are known are asked for, and paid for at most."""
TICK = timedelta(milliseconds=1)


def quote_pull(desk: Desk, list_id: str, most: int = 0) -> Quote:
    """Quote reading the members of a list, at most so many (0: ``most_of``).

    Those read today are free, and taken off nothing: others may be on the list in their place.
    """
    most = most or most_of(desk, list_id)
    words = speak_many(most, "{n} member", "{n} members")
    because = speak("The list is read whole, unless it has more members than that.")
    known = sorted(members_now(desk, list_id))
    if free := len(known) - unpaid(desk, MEMBERS, known):
        because = speak_many(
            free,
            "{because} Of those known, {n} was read today and is free.",
            "{because} Of those known, {n} were read today and are free.",
            because=because,
        )
    step = plan_step(desk, MEMBERS, most, words, page=PAGE)
    return Quote("list", (step,), because, exact=False)


def most_of(desk: Desk, list_id: str) -> int:
    """Return how many members are read, and paid, at most: a few more than are known.

    Where others made the list longer since, as many more as that may be. Of a list that was not
    read whole, as many as X told of, or a page more than was read.
    """
    read, known = desk.cache.members(list_id), len(_may_be_on(desk, list_id))
    if read and read.complete:
        return known + max(SPARE, grown(desk, list_id))
    told = next((x.members for x in desk.cache.lists() if x.list_id == list_id), None)
    return known + PAGE if told is None else max(told, known) + SPARE


def later(desk: Desk, list_id: str) -> datetime:
    """Return the moment, never before anything written down about a list.

    What came after what decides who is on it, and clocks are set back now and then.
    """
    acts = desk.outbox.acts(list_id)
    moments = [act.sent_at or act.asked_at for act in acts] + [act.asked_at for act in acts]
    read = desk.cache.members(list_id)
    latest = max([*moments, *([read.as_of] if read else [])], default=None)
    now = desk.clock.now()
    return now if latest is None or now > latest else latest + TICK


def pull(desk: Desk, list_id: str, ticket: Ticket, most: int = 0) -> Reading:
    """Read a list, unless publishing is changing it just now: at most so many (0: ``most_of``)."""
    with desk.jobs.named("list"), desk.outbox.turn():
        return read_members(desk, list_id, ticket, most or most_of(desk, list_id))


def look(
    desk: Desk, list_id: str, ticket: Ticket, most: int | None = None, *, newest: bool = False
) -> Reading:
    """See whether the list shows what was asked of it, by as few members as that takes.

    X gives the newest first: where those are all that was added, nobody else is read. Where they
    are not, the whole list is, at most so many (``most``), unless only the ``newest`` were quoted;
    who was read twice on one day is charged once.
    """
    wanted, read = enough(desk, list_id), desk.cache.members(list_id)
    if wanted and len(wanted) <= PAGE and read and read.complete:
        network = desk.line.network()
        ask = partial(network.members, list_id, size=len(wanted))
        page = patiently(desk, ticket, ask)
        desk.cache.save_accounts(page.items, desk.clock.now())
        shown = frozenset(who_is_on(page))
        if page.next_page is None and not page.nameless:
            _learn(desk, list_id, shown)
            return Reading(len(shown), complete=True)
        if wanted <= shown:
            reconcile(desk, list_id, shown)
            ask_about_others(desk, list_id, frozenset(), shown)
            note_proven(desk, list_id, later(desk, list_id))
            # Whoever asks the cache who is on the list hears of those as well.
            members = sorted(members_now(desk, list_id) | shown)
            desk.cache.save_members(list_id, members, complete=True, as_of=read.as_of)
            return Reading(len(shown), complete=True)
        if newest:
            _learn_of_some(desk, list_id, shown, longer=False)
            return Reading(len(shown), complete=False, broken=page.broken, unshown=page.unshown)
    return read_members(desk, list_id, ticket, most)


def read_members(desk: Desk, list_id: str, ticket: Ticket, most: int | None = None) -> Reading:
    """Read the members of a list, settle by them what was in doubt, and keep them.

    No more is asked for at once than is wanted (``most``) or expected, so that the budget is not
    asked for more. A reading that was cut short, as where there are more than ``most``, tells
    nothing about who is missing: a whole one before it stays. Nor does one with somebody on it
    who has no id, though it settles what it shows.
    """
    network, size = desk.line.network(), _page_size(desk, list_id)
    ids: list[str] = []

    def ask(page: str | None, wanted: int | None) -> Page[Account]:
        """Ask for the next page of the list."""
        return network.members(list_id, page=page, size=min(PAGE, wanted or size))

    def keep(page: Page[Account]) -> None:
        """Keep the members on a page."""
        desk.cache.save_accounts(page.items, desk.clock.now())
        ids.extend(who_is_on(page))

    complete, learn = False, _keep_part
    try:
        reading = read_pages(desk, ticket, ask, keep, most=most)
        complete = reading.tells_all
        if reading.complete:
            learn = _learn if complete else _learn_shown
    finally:
        learn(desk, list_id, frozenset(ids))
        desk.announcer.announce(Changed(lists=True, accounts=True))
    if most is not None and reading.charged >= most and not reading.complete:
        longer = reading.charged >= len(_may_be_on(desk, list_id))
        _learn_of_some(desk, list_id, frozenset(ids), longer=longer)
    link_opt_outs(desk)
    return replace(reading, complete=complete)


def grown(desk: Desk, list_id: str | None) -> int:
    """Return how many more than are known a list may have: others put them there since."""
    return int(desk.outbox.mark(_grown(list_id)) or 0) if list_id else 0


def is_partly_known(desk: Desk, list_id: str | None) -> bool:
    """Return whether more may be on a list than are known: not read whole, or grown since."""
    if not list_id:
        return False
    read = desk.cache.members(list_id)
    return read is None or not read.complete or grown(desk, list_id) > 0


def _grown(list_id: str) -> str:
    return f"grown:{list_id}"


def _page_size(desk: Desk, list_id: str) -> int:
    """Return how many members are asked for at once: hardly more than there can be."""
    read = desk.cache.members(list_id)
    if read is None or not read.complete:
        return PAGE
    return min(PAGE, most_of(desk, list_id))


def _may_be_on(desk: Desk, list_id: str) -> frozenset[str]:
    """Return who is on a list by all that is known, or in doubt."""
    doubted = {act.user_id for act in desk.outbox.acts(list_id) if act.stage is Stage.SENDING}
    return members_now(desk, list_id) | doubted


def _learn(desk: Desk, list_id: str, shown: frozenset[str]) -> None:
    """Draw the conclusions before the reading is kept: a program killed here reads once more.

    Who was on the list and is suspended stays on it: X shows them again once they are back, and who
    is missing then is asked about. Of whom X only said that they are on it, nobody is.
    """
    reconcile(desk, list_id, shown)
    before = members_now(desk, list_id) - contradicted(desk, list_id)
    ask_about_others(desk, list_id, before, shown)
    members = shown | standing_so(desk, before - shown, Standing.SUSPENDED)
    as_of = later(desk, list_id)
    desk.cache.save_members(list_id, sorted(members), complete=True, as_of=as_of)
    note_proven(desk, list_id, as_of)
    desk.outbox.set_mark(_grown(list_id), "")


def _learn_of_some(desk: Desk, list_id: str, shown: frozenset[str], *, longer: bool) -> None:
    """Settle what the newest members show, and note how much longer than known the list may be.

    It is ``longer`` where there are more than are known. As many as nobody knew of may be there
    once more; so many are read and paid for the next time.
    """
    strangers = shown - _may_be_on(desk, list_id)
    wanted = enough(desk, list_id)
    reconcile(desk, list_id, shown, whole=False)
    keep_told(desk, list_id, shown)
    if wanted is not None and wanted <= shown:
        note_proven(desk, list_id, later(desk, list_id))
    if strangers or longer:
        most = max(grown(desk, list_id), 2 * len(strangers) + SPARE)
        desk.outbox.set_mark(_grown(list_id), str(most))


def _learn_shown(desk: Desk, list_id: str, shown: frozenset[str]) -> None:
    """Draw what conclusions a whole list allows with somebody on it who has no id."""
    reconcile(desk, list_id, shown, whole=False)
    keep_told(desk, list_id, shown)
    if bears_out(desk, list_id, shown):
        note_proven(desk, list_id, later(desk, list_id))
    _keep_part(desk, list_id, shown)


def _keep_part(desk: Desk, list_id: str, shown: frozenset[str]) -> None:
    known = desk.cache.members(list_id)
    if known is None or not known.complete:
        ids = shown | (known.user_ids if known else frozenset())
        as_of = later(desk, list_id)
        desk.cache.save_members(list_id, sorted(ids), complete=False, as_of=as_of)


def keep_told(desk: Desk, list_id: str, shown: frozenset[str] = frozenset()) -> None:
    """Keep who is on a list by X's answers since it was read: filters and groups ask the cache.

    Whom X called taken off and a look has ``shown`` is there all the same.
    """
    read = desk.cache.members(list_id)
    if read is None:
        return
    acts, kept = desk.outbox.acts(list_id), CONTRADICTED[Outcome.REMOVED]
    there = members_now(desk, list_id) | (shown & {a.user_id for a in acts if a.detail == kept})
    if there != set(read.user_ids):
        complete, as_of = read.complete, read.as_of
        desk.cache.save_members(list_id, sorted(there), complete=complete, as_of=as_of)


def members_now(desk: Desk, list_id: str | None) -> frozenset[str]:
    """Return who is on a list by all that is known: the last reading, and X's answers since."""
    if not list_id:
        return frozenset()
    read = desk.cache.members(list_id)
    members = set(read.user_ids) if read else set()
    for act in reversed(desk.outbox.acts(list_id)):
        if act.sent_at is None or (read and read.complete and act.sent_at < read.as_of):
            continue
        if act.outcome is Outcome.ADDED:
            members.add(act.user_id)
        elif act.outcome is Outcome.REMOVED:
            members.discard(act.user_id)
    return frozenset(members)
