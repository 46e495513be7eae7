"""Create the X List of a book, once: also where the program was killed while X made it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.acts.outbox import ENDPOINTS, Act, Deed, Outcome
from allybook.domain.acts.pace import DAY
from allybook.domain.errors import AllybookError, BadInput, Fate, Garbled, StorageError
from allybook.domain.spoken import speak, speak_list
from allybook.services.jobs.notes import creating, note, noted, strike
from allybook.services.jobs.paging import Trail
from allybook.services.money.doubts import settle_act
from allybook.services.sign_in.who import sign_in

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.lists import XList
    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan

SKEW = DAY
"""By how much this computer's clock may be ahead of X's."""
OTHERWISE: Pattern = (
    "X had made {kind} already when an earlier try was cut off, and nobody was added to it. "
    "Publish again to use that list as it is, or take it back in Activity to have another made."
)


def create(desk: Desk, plan: ListPlan, *, private: bool) -> XList:
    """Create the list of a book, unless X made it for a run that was cut off before its answer."""
    mark = creating(plan.book_id)
    begun = noted(desk, mark)
    found = _look_for(desk, plan, begun, private=private) if begun else None
    made = found or _ask(desk, plan, mark, private=private)
    _keep(desk, plan, made)
    strike(desk, mark)
    if found and found.private is not private:
        kind = speak("a private list") if found.private else speak("a public list")
        raise BadInput(speak(OTHERWISE, kind=kind))
    return made


def _ask(desk: Desk, plan: ListPlan, mark: str, *, private: bool) -> XList:
    """Ask X for a new list; the mark stays where X may have made one without saying so."""
    desk.outbox.set_mark(_asked(plan), json.dumps([plan.name, private]))
    note(desk, mark, desk.clock.now())
    try:
        return desk.line.network().create_list(plan.name, "", private=private)
    except AllybookError as error:
        if not _is_in_doubt(error):
            strike(desk, mark)
        raise


def _asked(plan: ListPlan) -> str:
    """Return under which mark it is noted as what the list was asked for: name and privacy."""
    return f"creating_as:{plan.book_id}"


def _look_for(desk: Desk, plan: ListPlan, begun: datetime, *, private: bool) -> XList | None:
    """Return the list that an interrupted attempt has made, and settle whether X charged it.

    It is as the attempt asked for it, whatever is asked for now. Where another new list might be
    it, renamed meanwhile, nobody knows that X made none, and the doubt stays.
    """
    asked = desk.outbox.mark(_asked(plan))
    name, hidden = json.loads(asked) if asked else (plan.name, private)
    others = frozenset(desk.cache.mirror(info.book_id) for info in desk.shelf.books())
    fresh = [one for one in _fresh(desk, begun, others) if one.list_id not in others]
    # Where X does not say whether a list is private, it is taken for what was asked for.
    told = [replace(one, private=hidden) if one.private is None else one for one in fresh]
    as_asked = [one for one in told if (one.name, one.private) == (name, hidden)]
    made = next((one for one in as_asked if not one.members), None)
    if made or not fresh:
        settle_act(desk, ENDPOINTS[Deed.CREATE_LIST], name, done_at=begun if made else None)
    return made


def _is_in_doubt(error: AllybookError) -> bool:
    """Return whether X may have made the list all the same."""
    if error.fate is not None:
        return error.fate is not Fate.NOT_SENT
    return isinstance(error, Garbled | StorageError)


def _fresh(desk: Desk, begun: datetime, others: frozenset[str | None]) -> list[XList]:
    """Return the own lists on X that are no older than an attempt to make one.

    ``Garbled`` where X does not show one that may be it: it would be made twice. Those of
    ``others`` (books) are not, and those that are known to be older.
    """
    # On the practice network, somebody may publish before anything has asked X who they are.
    network, me = desk.line.network(), desk.own_id() or sign_in(desk).user_id
    found: list[XList] = []
    page: str | None = None
    trail = Trail()
    older = {one.list_id for one in desk.cache.lists() if _is_older(one, begun)} | others
    while True:
        answer = network.owned_lists(me, page=page)
        hidden = [one.resource for one in answer.unshown if one.resource not in older]
        if hidden:
            raise Garbled(_tell_hidden(hidden))
        found += answer.items
        page = answer.next_page
        if page is None:
            break
        if not trail.leads_on(answer):
            raise Garbled(
                speak(
                    "X's pages of your lists have no end, so nobody knows whether it made this "
                    "one. Nothing was changed; try again later."
                )
            )
    return [one for one in found if not _is_older(one, begun)]


def _is_older(one: XList, begun: datetime) -> bool:
    """Return whether a list was there for certain before an attempt to make one."""
    return one.created_at is not None and one.created_at < begun - SKEW


def _tell_hidden(hidden: Sequence[str]) -> str:
    """Return that X keeps lists back, and which, as far as it names them."""
    if not all(hidden):
        return speak(
            "X did not show all your lists, so nobody knows whether it made this one. "
            "Nothing was changed; try again later."
        )
    return speak(
        "X did not show all your lists (it kept back {lists}), so nobody knows whether it made "
        "this one. Nothing was changed; try again later, or look at x.com/i/lists/{first}: where "
        "you do not need that list, delete it there.",
        lists=speak_list(hidden),
        first=hidden[0],
    )


def _keep(desk: Desk, plan: ListPlan, made: XList) -> None:
    """Write down that the list mirrors the book, and that nobody is on it yet."""
    now = desk.clock.now()
    desk.cache.save_list(made)
    desk.cache.save_members(made.list_id, (), complete=True, as_of=now)
    desk.cache.set_mirror(plan.book_id, made.list_id)
    act_id = f"{made.list_id}:{Deed.CREATE_LIST}"
    act = Act(act_id, Deed.CREATE_LIST, plan.book_id, made.list_id, "", made.name, now)
    price = desk.prices.price(ENDPOINTS[act.deed]).dollars
    desk.outbox.put([replace(act, price=price)])
    desk.outbox.settle(act_id, Outcome.CREATED, now)
