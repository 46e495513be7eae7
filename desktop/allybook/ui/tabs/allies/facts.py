"""One ally in full: the fields, in words, and the history."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from msgspec import Struct

from allybook.domain.acts.outbox import Outcome
from allybook.domain.book.ally import Flag
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.evidence import namings
from allybook.domain.book.history import history
from allybook.domain.check.followback import UNDATED
from allybook.domain.errors import BookGone
from allybook.domain.filters.times import day_of, zone_of
from allybook.domain.people.bios import says_no_lists
from allybook.services.chats.here import is_here, known_chats
from allybook.services.timeline.view import walk
from allybook.ui.models.signs import AllyStatus, Sign, answer_sign, kind_word, status_sign
from allybook.ui.tabs.allies.page import account_of
from allybook.ui.tabs.allies.sayings import origins
from allybook.ui.tabs.allies.telling import lines
from allybook.ui.wording import dated, last_seen, people, translate

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from allybook.domain.book.ally import Ally, Note, Version
    from allybook.domain.book.entry import Entry
    from allybook.services.desk import Desk
    from allybook.ui.models.allies import AllyRow
    from allybook.ui.tabs.allies.page import BookPage
    from allybook.ui.tabs.allies.telling import HistoryLine

X = "https://x.com"
Whom = tuple[str, str]
"""The id of a book, and the record key of an ally there: of a copied book all keys are the same."""


class Facts(Struct, frozen=True):
    """All that the details pane shows of one ally.

    ``under`` is the line below the name; ``status`` and ``follow_back`` are signs with words of
    their own. ``address`` opens the ally on X. ``conflicts`` are newest first; ``since`` is when
    they were written apart (UTC). ``record`` are all entries, ``notes`` those that stand, oldest
    first. ``captured`` says of a hashtag that its chat is on this computer. ``final`` says that
    nothing may be written any more.
    """

    row: AllyRow
    book_id: str
    under: str
    address: str
    status: Sign
    follow_back: Sign | None
    nominated_by: str
    conflicts: Mapping[str, tuple[Version, ...]]
    lines: tuple[HistoryLine, ...]
    record: tuple[Entry, ...] = ()
    notes: tuple[Note, ...] = ()
    reason: str = ""
    captured: bool = False
    no_lists: bool = False
    brought_back: bool = False
    final: bool = False

    @property
    def whom(self) -> Whom:
        """Return who is shown, and of which book."""
        return self.book_id, self.row.key

    def is_about(self, whom: Whom) -> bool:
        """Return whether this is about whom, also by a record key from before."""
        book_id, key = whom
        keys = {self.row.key, *(entry.ally for entry in self.record)}
        return book_id == self.book_id and key in keys


def facts_of(desk: Desk, page: BookPage, key: str, now: datetime) -> Facts | None:
    """Read one ally of a page, also by a record key from before; None where it is gone."""
    if key not in page.allies:
        today = ally_now(desk, (page.info.book_id, key))
        key = today.key if today else key
    ally = page.allies.get(key)
    row = page.row(key)
    if ally is None or row is None:
        return None
    account = account_of(page, ally)
    record = _record(desk, page, key)
    acts = page.known.acts.get(ally.user_id or "", ())
    disputed = {version.entry_id for those in ally.conflicts.values() for version in those}
    return Facts(
        row=row,
        book_id=page.info.book_id,
        under=_under(row),
        address=address_of(row),
        status=_status(page, row, ally, now),
        follow_back=_follow_back(page, row, ally, now),
        nominated_by=named_by(desk, ally, now) or row.nominated_by,
        conflicts=ally.conflicts,
        lines=lines(history(record), acts, frozenset(disputed)),
        record=record,
        notes=ally.notes,
        reason=ally.reason,
        captured=row.kind is Kind.HASHTAG and is_here(desk, row.handle),
        no_lists=account is not None and says_no_lists(account.bio),
        brought_back=Flag.BROUGHT_BACK in ally.flags,
        final=ally.status is Status.OPTED_OUT,
    )


def ally_now(desk: Desk, whom: Whom) -> Ally | None:
    """Return an ally as its book has it today, also under another record key, if it does."""
    book_id, key = whom
    try:
        return desk.shelf.open(book_id).ally(key)
    except BookGone:
        return None


def ally_kept(desk: Desk, whom: Whom) -> Ally | None:
    """Return an ally as its book has it, be that in the trash, if it does."""
    book_id, key = whom
    try:
        return desk.shelf.open(book_id).ally(key)
    except BookGone:
        laid = (one.copy for one in desk.shelf.discarded() if one.info.book_id == book_id)
        if (copy := next(laid, None)) is None:
            return None
        with desk.shelf.trashed(copy) as book:
            return book.ally(key)


def _record(desk: Desk, page: BookPage, key: str) -> tuple[Entry, ...]:
    """Return the entries of an ally; of a book that another window put away nothing is told."""
    try:
        return tuple(desk.shelf.open(page.info.book_id).entries(key))
    except BookGone:
        return ()


def named_by(desk: Desk, ally: Ally, now: datetime) -> str:
    """Return ``3 people in #SwHelper``, of several chats their number; empty if by hand."""
    said = namings(ally.evidence)
    if not said:
        return ""
    named = people(len({user_id for _, user_id in said if user_id}))
    posts = walk(desk, [int(post_id) for post_id, _ in said if post_id.isdecimal()])
    found = origins((row.post for row in posts), known_chats(desk), zone_of(now))
    if not found:
        return named
    if len({one.tag.lower() for one in found}) > 1:
        text = translate("allies", "%1 in %n chats", "who nominated, in how many", len(found))
        return text.replace("%1", named)
    text = translate("allies", "%1 in #%2", "who nominated, in which chat")
    return text.replace("%2", found[0].tag).replace("%1", named)


def _under(row: AllyRow) -> str:
    if row.kind is Kind.HASHTAG:
        return kind_word(row.kind)
    parts = (f"@{row.handle}" if row.handle else "", kind_word(row.kind))
    return ", ".join(part for part in parts if part)


def address_of(row: AllyRow) -> str:
    """Return where an ally is on X."""
    if row.kind is Kind.HASHTAG:
        return f"{X}/hashtag/{quote(row.handle)}"
    # Another may have the handle of the book by now, and nobody else has the id.
    return f"{X}/i/user/{row.key}" if row.key.isdecimal() else f"{X}/{row.handle}"


def _status(page: BookPage, row: AllyRow, ally: Ally, now: datetime) -> Sign:
    sign = status_sign(row.status)
    words = sign.words
    if row.status is AllyStatus.ON_LIST:
        words = _listed(page, ally, now)
    elif row.status is AllyStatus.WAITING:
        words = translate("allies", "Waits for the X List")
    elif row.status is AllyStatus.OPTED_OUT:
        words = translate("allies", "Opted out, for ever")
    return Sign(words, sign.icon, sign.role)


def _listed(page: BookPage, ally: Ally, now: datetime) -> str:
    """Return since when it is on the list, or when it was last seen there."""
    acts = page.known.acts.get(ally.user_id or "", ())
    added = next((act.sent_at for act in acts if act.outcome is Outcome.ADDED), None)
    if added:
        day = dated(day_of(added, zone_of(now)), now)
        return translate("allies", "On the X List since %1").replace("%1", day)
    seen = page.known.members_at
    if seen is None:
        return translate("allies", "On the X List")
    return translate("allies", "On the X List, seen %1").replace("%1", last_seen(seen, now))


def _follow_back(page: BookPage, row: AllyRow, ally: Ally, now: datetime) -> Sign | None:
    if row.answer is None:
        return None
    sign = answer_sign(row.answer)
    finding = page.known.findings.get(ally.user_id or "")
    if finding is None or not finding.source or finding.answer is not row.answer:
        return sign
    if finding.as_of == UNDATED:
        return Sign(sign.words, sign.icon, "text_2")
    day = dated(day_of(finding.as_of, zone_of(now)), now)
    words = translate("allies", "%1, seen %2", "follow-back answer and day")
    return Sign(words.replace("%2", day).replace("%1", sign.words), sign.icon, "text_2")
