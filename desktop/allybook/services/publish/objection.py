"""What speaks against an act that waits, by the book and by what is known of the account."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Deed, Outcome
from allybook.domain.book.entry import Status
from allybook.domain.errors import BookGone
from allybook.domain.people.bios import says_no_lists
from allybook.services.books.opt_outs import heeded
from allybook.services.people.ask_again import profile_no
from allybook.services.people.resolve import unnamed

if TYPE_CHECKING:
    from allybook.domain.acts.outbox import Act
    from allybook.domain.book.ally import Ally
    from allybook.services.desk import Desk


def speaks_against(desk: Desk, act: Act) -> Outcome | None:
    """Return why an act that waits is not sent any more, by the book and the cache as they are now.

    Nobody is added who is not approved, opted out, or asks for no lists: also where an older wish
    to add them still waits. Nor is anybody whose profile was never read. Where the book is in the
    trash, people can still be taken off its list, and nobody is added.
    """
    ally = _in_book(desk, act)
    if act.deed is Deed.REMOVE_MEMBER:
        back = ally is not None and ally.status is Status.APPROVED and not act.undoes
        return Outcome.DROPPED if back else None
    if ally is not None and ally.status is Status.OPTED_OUT:
        return Outcome.OPTED_OUT
    if ally is None or (ally.status is not Status.APPROVED and not act.undoes):
        return Outcome.DROPPED
    return profile_against(desk, act.user_id)


def _in_book(desk: Desk, act: Act) -> Ally | None:
    try:
        return heeded(desk, desk.shelf.open(act.book), act.user_id)
    except BookGone:
        return None


def profile_against(desk: Desk, user_id: str) -> Outcome | None:
    """Return why somebody is not added by what is known of the profile."""
    account = desk.cache.account(user_id)
    if account is None or unnamed(desk, [user_id]):
        return Outcome.NOT_SHOWN
    return profile_no(account) or (Outcome.NO_LISTS if says_no_lists(account.bio) else None)


def needless(act: Act, members: frozenset[str]) -> Outcome | None:
    """Return what to say of an act that is done already, without asking X; else None."""
    if act.deed is Deed.ADD_MEMBER:
        return Outcome.ALREADY_THERE if act.user_id in members else None
    return None if act.user_id in members else Outcome.NOT_THERE
