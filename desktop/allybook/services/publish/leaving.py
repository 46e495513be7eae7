"""Who has to leave the X List of a book: whom it says no to, and whom it does not want any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.acts.outbox import Deed, Outcome, Stage
from allybook.domain.book.entry import Bag, Field, Status
from allybook.domain.book.evidence import came_from_list, went_from_list

if TYPE_CHECKING:
    from collections.abc import Sequence, Set

    from allybook.domain.acts.outbox import Act
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Book
    from allybook.services.desk import Desk

LEAVERS = frozenset({Status.REMOVED, Status.DECLINED, Status.OPTED_OUT})
ERASED = "erased"
"""Why somebody is taken off whom the book does not know any more: they asked to be erased."""


def leaving(
    desk: Desk, book: Book, list_id: str | None, allies: Sequence[AllyLine], there: Set[str]
) -> frozenset[str]:
    """Return the ids of those who have to leave the list of a book, of those who may be ``there``.

    That is whom the book said no to, who was erased from it, and who only waits for a decision but
    is there by us: their approval was taken back, or they were proposed again after a removal.
    Whom others put on the list, and who is asked about since, stays until somebody decides.
    """
    known = {ally.user_id for ally in allies}
    ids = {a.user_id for a in allies if a.status in LEAVERS and a.user_id in there}
    ids |= _unwanted(desk, book, list_id, [a for a in allies if a.user_id in there])
    ids |= (there & frozenset(book.erased())) - known
    return frozenset(i for i in ids if i)


def _unwanted(
    desk: Desk, book: Book, list_id: str | None, allies: Sequence[AllyLine]
) -> frozenset[str | None]:
    """Return who only waits for a decision, and for whom that is no reason to stay.

    Whom Activity was asked to put back is to stay.
    """
    waiting = {ally.key: ally.user_id for ally in allies if ally.status is Status.NOMINATED}
    if not (list_id and waiting):
        return frozenset()
    acts, records = _latest(desk, list_id), book.entries_of(waiting)
    ours = {i for i, act in acts.items() if act.deed is Deed.ADD_MEMBER}
    put_back = {i for i in ours if acts[i].undoes}
    return frozenset(
        user_id
        for key, user_id in waiting.items()
        if user_id not in put_back
        and (_follows_a_no(records[key]) or (user_id in ours and not _is_asked(records[key])))
    )


def _follows_a_no(entries: Sequence[Entry]) -> bool:
    """Return whether somebody was proposed again after a removal that stands in the way no more."""
    said = {one.entry_id: one.set[Field.STATUS] for one in entries if Field.STATUS in one.set}
    last = next((one for one in reversed(entries) if Field.STATUS in one.set), None)
    if last is None or last.undoes:
        return False
    return any(said.get(i) == Status.REMOVED for i in last.seen.get(Field.STATUS, ()))


def _is_asked(entries: Sequence[Entry]) -> bool:
    """Return whether a question about a list (others changed it) was answered by nobody since.

    Each who shares the book may have a list of their own: whichever it was about, a person decides.
    One that is asked again brings no new word, but takes an approval back that nobody undid.
    """
    asked, before = False, ""
    for entry in entries:
        words, said = entry.add.get(Bag.EVIDENCE, ()), entry.set.get(Field.STATUS)
        anew = said == Status.NOMINATED and before == Status.APPROVED and not entry.undoes
        if anew or came_from_list(words) or went_from_list(words):
            asked = True
        elif said == Status.APPROVED:
            asked = False
        before = said or before
    return asked


def _latest(desk: Desk, list_id: str) -> dict[str, Act]:
    """Return by id the last thing that we did about each member of a list, or may have done."""
    return {act.user_id: act for act in reversed(desk.outbox.acts(list_id)) if _counts(act)}


def _counts(act: Act) -> bool:
    """Return whether an act made somebody a member or none, or may have."""
    if act.deed is Deed.ADD_MEMBER:
        return act.charged or act.stage is Stage.SENDING
    return act.outcome is Outcome.REMOVED
