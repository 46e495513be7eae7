"""Plan what the X List of a book needs: whom to add, whom to remove, and why not the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.acts.outbox import ENDPOINTS, Deed, Outcome
from allybook.domain.book.entry import Kind, Status
from allybook.domain.lists import MEMBER_LIMIT, NAME_LIMIT
from allybook.domain.people.accounts import Standing
from allybook.domain.people.bios import says_no_lists
from allybook.services.books.holders import changed_hands
from allybook.services.books.opt_outs import heed
from allybook.services.jobs.notes import creating, noted
from allybook.services.lists.pull import grown, is_partly_known, members_now
from allybook.services.lists.reconcile import doubted, in_doubt, unproven
from allybook.services.people.ask_again import said_no
from allybook.services.people.lost_handles import lost_handles
from allybook.services.people.resolve import unnamed
from allybook.services.publish.approvals import approved_elsewhere
from allybook.services.publish.leaving import ERASED, leaving
from allybook.services.publish.pace import pace_of
from allybook.services.publish.quote import BATCH, NEWEST, Work, choose_way, look_ways
from allybook.services.publish.unsent import unsent

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from allybook.domain.acts.pace import Pace
    from allybook.domain.book.line import AllyLine
    from allybook.domain.money.pricing import Quote
    from allybook.domain.people.accounts import Account
    from allybook.ports.books import Book
    from allybook.services.desk import Desk
    from allybook.services.people.ask_again import No
    from allybook.services.publish.quote import LookWay

CREATE = ENDPOINTS[Deed.CREATE_LIST]
ADD = ENDPOINTS[Deed.ADD_MEMBER]
REMOVE = ENDPOINTS[Deed.REMOVE_MEMBER]
UNREAD = "to_read_first"
"""Why somebody is among the adds whose bio nobody here has read yet."""
AGAIN = "ask_again"
"""Why somebody is among the adds of whom X has said no before."""
DOUBTED = "removal_in_doubt"
"""Why somebody is among the adds who may be on the list still."""
CHANGED_HANDS = "changed_hands"
"""Why somebody is left off who is known by a handle that another account may have by now."""
UNDECIDED = "undecided"
"""Why somebody stays on the list who is not approved: nobody has decided about them."""
TAKES_BACK = "takes_back"
"""Why somebody is added or taken off whom the book alone would leave: Activity asked for it."""


class Planned(Struct, frozen=True):
    """One account in a plan; ``why`` is the ally's status or the reason it is left out.

    ``since`` is when X gave that reason (UTC): a month later it is asked again.
    """

    user_id: str
    handle: str
    name: str
    why: str
    since: datetime | None = None


class ListPlan(Struct, frozen=True):
    """What publishing would do. ``list_id`` is None where the list is still to be created.

    ``partly`` says that more than the ``members`` may be on the list: nobody read it whole.
    ``unfound`` are handles whose user id has to be looked up first; ``undecided`` are members of
    the list who are not approved: they stay until somebody decides. ``days`` says how
    many changes go out on each day, today first. ``unproven`` says that an earlier run was cut off
    before it could look whether what it did is so. ``unread`` are the user ids among the adds whose
    profile is read first: who asks for no lists there is not added. ``way`` is how the list is
    looked at afterwards, one of the ``ways`` there are, cheapest first, each with its quote.
    ``again`` says that those are tried as well of whom X said no less than a month ago. ``second``
    says that the list still to be created may be one more than another computer made of the book.
    """

    book_id: str
    list_id: str | None
    name: str
    members: int
    adds: tuple[Planned, ...]
    removes: tuple[Planned, ...]
    left_out: tuple[Planned, ...]
    unfound: tuple[str, ...]
    undecided: tuple[Planned, ...]
    quote: Quote
    days: tuple[int, ...] = ()
    unproven: bool = False
    unread: tuple[str, ...] = ()
    way: str = NEWEST
    ways: tuple[LookWay, ...] = ()
    again: bool = False
    partly: bool = False
    second: bool = False

    @property
    def askable(self) -> tuple[Planned, ...]:
        """Return those left out of whom X may say something else when it is asked again."""
        return tuple(one for one in self.left_out if one.since is not None)

    def going(self, way: str) -> ListPlan:
        """Return the plan with another way to look; as it is where there is no such way."""
        found = next((one for one in self.ways if one.name == way), None)
        return replace(self, way=found.name, quote=found.quote) if found else self


def plan_list(
    desk: Desk,
    book: Book,
    pace: Pace | None = None,
    *,
    again: bool = False,
    way: str = "",
    said: ListPlan | None = None,
) -> ListPlan:
    """Compare a book with the members of its X List as far as known, at no cost.

    ``pace`` is that of one run, where it is another than the one chosen. With ``again``, those are
    tried as well of whom X said no less than a month ago. ``way`` is how to look afterwards,
    the cheapest where none is named; ``BadInput`` for one that there is not. Of a plan that was
    ``said``, nobody is touched but who was named in it.
    """
    list_id = desk.cache.mirror(book.info.book_id)
    adding = _to_add(desk, said) if said else frozenset()
    match = _match(desk, book, adding, again=again)
    if said is not None:
        match = _named_in(said, adding, match)
    work = _work(desk, book.info.book_id, match)
    days, ways = look_ways(desk, work, pace or pace_of(desk))
    chosen = choose_way(ways, way)
    return ListPlan(
        book_id=book.info.book_id,
        list_id=list_id,
        name=book.info.name[:NAME_LIMIT].strip(),
        members=len(match.members),
        adds=match.adds,
        removes=match.removes,
        left_out=match.left_out,
        unfound=match.unfound,
        undecided=match.undecided,
        quote=chosen.quote,
        days=days,
        unproven=work.unproven,
        unread=match.unread,
        way=chosen.name,
        ways=ways,
        again=again,
        partly=is_partly_known(desk, list_id),
        second=not list_id and approved_elsewhere(desk, book, work.adds, match.unfound),
    )


class _Match(Struct, frozen=True):
    """Where a book and its X List differ, as ``ListPlan`` tells it; ``members`` by id."""

    members: frozenset[str]
    adds: tuple[Planned, ...]
    removes: tuple[Planned, ...]
    left_out: tuple[Planned, ...]
    unfound: tuple[str, ...]
    undecided: tuple[Planned, ...]
    unread: tuple[str, ...]


def _match(desk: Desk, book: Book, first: frozenset[str], *, again: bool) -> _Match:
    """Return where they differ; ``first`` are the ids that get a place on a full list first."""
    list_id = desk.cache.mirror(book.info.book_id)
    own = [ally for ally in book.rows() if ally.kind is not Kind.HASHTAG]
    accounts = desk.cache.accounts([ally.user_id for ally in own if ally.user_id])
    allies = heed(desk, own, accounts)
    known = members_now(desk, list_id)
    on, off = doubted(desk, list_id)
    leavers = leaving(desk, book, list_id, allies, known | on)
    members = _members(known, off, allies) | leavers
    wanted = [a.user_id for a in allies if _is_wanted(a) and a.user_id not in members]
    nos = said_no(desk, list_id, [i for i in wanted if i], accounts)
    holding = {} if again else {i: no for i, no in nos.items() if no.holds(desk.clock.now())}
    # Removes go out before adds.
    free = MEMBER_LIMIT - len(members) + len(leavers)
    in_turn = sorted(allies, key=lambda ally: ally.user_id not in first)
    adds, sifted = _sift(in_turn, accounts, members, holding, free)
    removes = _to_remove(allies, accounts, leavers)
    adds, removes = _with_unsent(desk, list_id, adds, removes)
    unfound, lost = _loose(desk, allies, again=again)
    unread, adds = _with_reading(desk, adds, nos)
    adds = tuple(replace(o, why=DOUBTED) if o.user_id in known else o for o in adds)
    return _Match(
        # Whom nobody has seen there is taken off all the same, where the list was never read.
        members=members.union(one.user_id for one in removes),
        adds=adds,
        removes=removes,
        left_out=(*sifted, *lost, *_out_elsewhere(own, allies, accounts, members)),
        unfound=unfound,
        undecided=_undecided(desk, allies, accounts, members - leavers),
        unread=unread,
    )


def _to_add(desk: Desk, said: ListPlan) -> frozenset[str]:
    """Return the ids of those whom a plan named to be added, handles found since among them."""
    found = desk.cache.accounts_by_handle(said.unfound).values()
    return frozenset({one.user_id for one in said.adds} | {one.user_id for one in found})


def _named_in(said: ListPlan, adding: frozenset[str], match: _Match) -> _Match:
    """Return what of a match was said."""
    removing, finding = {one.user_id for one in said.removes}, frozenset(said.unfound)
    return replace(
        match,
        adds=tuple(one for one in match.adds if one.user_id in adding),
        removes=tuple(one for one in match.removes if one.user_id in removing),
        unfound=tuple(one for one in match.unfound if one in finding),
        unread=tuple(one for one in match.unread if one in adding),
    )


def _members(
    known: frozenset[str], off: frozenset[str], allies: Sequence[AllyLine]
) -> frozenset[str]:
    """Return who is on the list by all that is known, unless the book wants what is in doubt.

    What X was asked for without an answer counts as done where the book wants the opposite now: so
    one run does that as well.
    """
    gone = {ally.user_id for ally in allies if _is_wanted(ally) and ally.user_id in off}
    return known - frozenset(i for i in gone if i)


def _to_remove(
    allies: Sequence[AllyLine], accounts: Mapping[str, Account], leavers: frozenset[str]
) -> tuple[Planned, ...]:
    """Return whom to take off; of who was erased nothing is said but the id."""
    said = [_planned(a, accounts, a.status.value) for a in allies if a.user_id in leavers]
    erased = sorted(leavers - {one.user_id for one in said}, key=int)
    return (*said, *(Planned(user_id, "", "", ERASED) for user_id in erased))


def _undecided(
    desk: Desk,
    allies: Sequence[AllyLine],
    accounts: Mapping[str, Account],
    staying: frozenset[str],
) -> tuple[Planned, ...]:
    """Return who stays on the list and is not approved: of whom the book knows, and strangers."""
    known = {ally.user_id: ally for ally in allies if ally.user_id in staying}
    waiting = (ally for ally in known.values() if ally.status is not Status.APPROVED)
    told = tuple(_planned(ally, accounts, UNDECIDED) for ally in waiting)
    strangers = sorted(staying - known.keys(), key=int)
    seen = desk.cache.accounts(strangers) if strangers else {}
    names = {i: (seen[i].handle, seen[i].name) if i in seen else ("", "") for i in strangers}
    return (*told, *(Planned(i, *names[i], UNDECIDED) for i in strangers))


def _work(desk: Desk, book_id: str, match: _Match) -> Work:
    """Return what has to be paid for."""
    list_id = desk.cache.mirror(book_id)
    read = desk.cache.members(list_id) if list_id else None
    return Work(
        match.members,
        tuple(one.user_id for one in match.adds),
        tuple(one.user_id for one in match.removes),
        len(match.unfound),
        new=list_id is None,
        known=list_id is None or (read is not None and read.complete),
        unproven=list_id is not None and unproven(desk, list_id),
        owned=0 if list_id else _owned(desk, book_id),
        unread=match.unread,
        doubted=bool(in_doubt(desk, list_id)),
        grown=grown(desk, list_id),
    )


def _with_unsent(
    desk: Desk, list_id: str | None, adds: tuple[Planned, ...], removes: tuple[Planned, ...]
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """Return adds and removes with those that take something back and wait to be sent."""
    acts = unsent(desk, list_id)
    accounts = desk.cache.accounts([act.user_id for act in acts])

    def more(deed: Deed, planned: tuple[Planned, ...]) -> tuple[Planned, ...]:
        """Return what waits of one kind and is not planned in any case, each person once."""
        known = {one.user_id for one in planned}
        waiting = {a.user_id: a for a in acts if a.deed is deed and a.user_id not in known}
        return tuple(
            Planned(i, act.handle, accounts[i].name if i in accounts else "", TAKES_BACK)
            for i, act in waiting.items()
        )

    return adds + more(Deed.ADD_MEMBER, adds), removes + more(Deed.REMOVE_MEMBER, removes)


def _with_reading(
    desk: Desk, adds: tuple[Planned, ...], nos: Mapping[str, No]
) -> tuple[tuple[str, ...], tuple[Planned, ...]]:
    """Return whose profile is read first, and the adds that say so.

    That is who was never read, and of whom a profile said no a while ago.
    """
    again = {one.user_id for one in adds if one.user_id in nos}
    new = frozenset(unnamed(desk, [one.user_id for one in adds]))
    unread = tuple(
        one.user_id
        for one in adds
        if one.user_id in new or (one.user_id in again and nos[one.user_id].profile)
    )
    why = dict.fromkeys(new, UNREAD) | dict.fromkeys(again, AGAIN)
    return unread, tuple(replace(one, why=why.get(one.user_id, one.why)) for one in adds)


def _loose(
    desk: Desk, allies: Sequence[AllyLine], *, again: bool
) -> tuple[tuple[str, ...], tuple[Planned, ...]]:
    """Return the handles to find first, and those that are left off.

    Those are the ones that changed hands, and those of which X said no, unless it is asked again.
    """
    known = {} if again else lost_handles(desk)
    loose = [a for a in allies if a.status is Status.APPROVED and not a.user_id]
    apart = changed_hands(desk, loose)
    free = [ally for ally in loose if ally.handle.lower() not in apart]
    unfound = tuple(ally.handle for ally in free if ally.handle.lower() not in known)
    lost = tuple(
        Planned("", ally.handle, "", no.why.value, no.at)
        for ally in free
        if (no := known.get(ally.handle.lower()))
    )
    lost += tuple(
        Planned("", ally.handle, "", CHANGED_HANDS)
        for ally in loose
        if ally.handle.lower() in apart
    )
    return unfound, lost


def _out_elsewhere(
    own: Sequence[AllyLine],
    allies: Sequence[AllyLine],
    accounts: Mapping[str, Account],
    members: frozenset[str],
) -> tuple[Planned, ...]:
    """Return who is approved here and opted out under another record, and is not on the list."""
    return tuple(
        _planned(ally, accounts, Outcome.OPTED_OUT.value)
        for ally, heeded_so in zip(own, allies, strict=True)
        if ally.status is Status.APPROVED
        and heeded_so.status is Status.OPTED_OUT
        and ally.user_id not in members
    )


def _is_wanted(ally: AllyLine) -> bool:
    return ally.status is Status.APPROVED and bool(ally.user_id)


def _owned(desk: Desk, book_id: str) -> int:
    """Return how many lists, at most, are looked through for one that X may have made already."""
    return BATCH if noted(desk, creating(book_id)) else 0


def _sift(
    allies: Sequence[AllyLine],
    accounts: Mapping[str, Account],
    members: frozenset[str],
    holding: Mapping[str, No],
    free: int,
) -> tuple[tuple[Planned, ...], tuple[Planned, ...]]:
    """Return whom to add and whom not; ``free`` places are there once the leavers are off."""
    adds: list[Planned] = []
    left_out: list[Planned] = []
    for ally in allies:
        if not _is_wanted(ally) or not ally.user_id or ally.user_id in members:
            continue
        account, no = accounts.get(ally.user_id), holding.get(ally.user_id)
        if account and says_no_lists(account.bio) and account.standing is Standing.ACTIVE:
            left_out.append(_planned(ally, accounts, Outcome.NO_LISTS.value))
        elif no:
            left_out.append(replace(_planned(ally, accounts, no.why.value), since=no.at))
        elif len(adds) >= free:
            left_out.append(_planned(ally, accounts, Outcome.LIST_FULL.value))
        else:
            adds.append(_planned(ally, accounts, ally.status.value))
    return tuple(adds), tuple(left_out)


def _planned(ally: AllyLine, accounts: Mapping[str, Account], why: str) -> Planned:
    account = accounts.get(ally.user_id or "")
    return Planned(ally.user_id or "", ally.handle, account.name if account else "", why)
