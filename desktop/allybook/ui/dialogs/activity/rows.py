"""The rows of the Activity panel: what waits on top, then the days, the newest first."""

from __future__ import annotations

from datetime import timedelta
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from allybook.domain.acts.outbox import CHANGES, Act
from allybook.domain.acts.ticks import TickState
from allybook.domain.book.entry import Kind
from allybook.domain.people.bios import guess_organisation
from allybook.services.publish.activity import (
    happenings,
    is_waiting,
    key_of,
    moment_of,
    price_of,
)
from allybook.ui.dialogs.activity.words import sign_of
from allybook.ui.models.tick_words import about_words
from allybook.ui.widgets.avatar import Who
from allybook.ui.wording import clock, month_and_day, month_day_year, translate, unit_price

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date, datetime

    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk
    from allybook.services.publish.activity import Happening
    from allybook.ui.models.signs import Sign


class DayRow(Struct, frozen=True):
    """The heading of a group: a day, or what waits; and how much is under it."""

    key: str
    words: str
    aside: str


class ActivityRow(Struct, frozen=True):
    """One act or tick: whom it is about, what came of it, when (as people say it), at what price.

    ``remark`` says that it was taken back, or that it takes another one back.
    """

    key: str
    one: Happening
    who: Who
    handle: str
    sign: Sign
    time: str
    price: str
    remark: str = ""


Row: TypeAlias = DayRow | ActivityRow


class _Known(Struct, frozen=True):
    """What helps to name things: accounts and lists by id, and what was taken back."""

    accounts: Mapping[str, Account]
    lists: Mapping[str, str]
    undone: frozenset[str]


def read_rows(desk: Desk, now: datetime) -> tuple[Row, ...]:
    """Return all rows; ``now`` is in the person's zone."""
    found = happenings(desk)
    ids = {one.user_id for one in found if one.user_id}
    known = _Known(
        desk.cache.accounts(sorted(ids)), _list_names(desk, found), frozenset(_undone(found))
    )
    waiting = [one for one in found if is_waiting(one)]
    rows: list[Row] = []
    if waiting:
        rows.append(DayRow("waiting", translate("activity", "Waiting"), _things(waiting)))
        rows += [_row(desk, one, known, now) for one in waiting]
    settled = (one for one in found if not is_waiting(one))
    for day, group in groupby(settled, lambda one: moment_of(one).astimezone(now.tzinfo).date()):
        ones = list(group)
        rows.append(DayRow(day.isoformat(), _day_words(day, now), _things(ones)))
        rows += [_row(desk, one, known, now) for one in ones]
    return tuple(rows)


def _row(desk: Desk, one: Happening, known: _Known, now: datetime) -> ActivityRow:
    if isinstance(one, Act):
        account = known.accounts.get(one.user_id)
        list_name = known.lists.get(one.list_id, "")
        handle = (account.handle if account else "") or (one.handle if one.user_id else "")
        name = (account.name if account else "") or (f"@{handle}" if handle else "")
        name = name or (one.handle or translate("activity", "account %1")).replace(
            "%1", one.user_id
        )
    else:
        account = known.accounts.get(one.user_id)
        list_name, handle = "", (account.handle if account else "") or one.handle
        name = about_words(one, known.accounts)
    who = Who(name, _kind(one, account), one.user_id or key_of(one))
    return ActivityRow(
        key=key_of(one),
        one=one,
        who=who,
        handle=f"@{handle}" if handle and name != f"@{handle}" else "",
        sign=sign_of(one, list_name),
        time=clock(moment_of(one), now),
        price=_price(desk, one),
        remark=_remark(one, known),
    )


def _remark(one: Happening, known: _Known) -> str:
    if key_of(one) in known.undone:
        return translate("activity", "taken back")
    return translate("activity", "takes back") if one.undoes else ""


def _undone(found: Sequence[Happening]) -> set[str]:
    done = {
        one.undoes
        for one in found
        if (one.outcome in CHANGES if isinstance(one, Act) else one.state is TickState.DONE)
    }
    return done - {""}


def _list_names(desk: Desk, found: Sequence[Happening]) -> dict[str, str]:
    """Return the names of lists: as X says them, else as they were made, else of their books."""
    books = {info.book_id: info.name for info in desk.shelf.books()}
    acts = [one for one in reversed(found) if isinstance(one, Act)]
    names = {one.list_id: books.get(one.book, "") for one in acts}
    names |= {one.list_id: one.handle for one in acts if not one.user_id and one.handle}
    return names | {one.list_id: one.name for one in desk.cache.lists()}


def _price(desk: Desk, one: Happening) -> str:
    price = price_of(desk, one)
    if isinstance(one, Act):
        return unit_price(price) if price else ""
    return translate("activity", "free")


def _kind(one: Happening, account: Account | None) -> Kind:
    if not one.user_id:
        return Kind.ORGANISATION
    if account and guess_organisation(account.handle, account.name, account.bio) is True:
        return Kind.ORGANISATION
    return Kind.PERSON


def _things(ones: Sequence[Happening]) -> str:
    if len(ones) == 1:
        return translate("activity", "1 thing")
    return translate("activity", "%n things", "", len(ones))


def _day_words(day: date, now: datetime) -> str:
    today = now.date()
    if day == today:
        return translate("activity", "Today")
    if day == today - timedelta(days=1):
        return translate("activity", "Yesterday")
    if day.year == today.year:
        return month_and_day(day)
    return month_day_year(day)


def row_sentence(row: Row) -> str:
    """Return one sentence about a row for screen readers."""
    if isinstance(row, DayRow):
        return f"{row.words}, {row.aside}."
    parts = [row.who.name, row.handle, row.sign.words, row.time, row.price, row.remark]
    return f"{', '.join(part for part in parts if part)}."
