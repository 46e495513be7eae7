"""Take a person out of what the profile remembers beside the books: mutes, acts, small memories."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.mutes import MUTES, Mute, MuteKind, read_mutes, write_mutes
from allybook.services.books import care, deeds, later, look_alikes
from allybook.services.people.ask_again import forget_asked
from allybook.services.people.lost_handles import forget_lost, has_lost
from allybook.services.share import page as share_page
from allybook.services.timeline.noise import JUDGED

if TYPE_CHECKING:
    from collections.abc import Callable

    from allybook.ports import Cache, Outbox
    from allybook.services.books.deeds import Deed
    from allybook.services.desk import Desk

NOBODY = "forgotten"


class Person(Struct, frozen=True):
    """By what a person may be known: user ids, lower-cased handles and names, and record keys."""

    user_ids: frozenset[str] = frozenset()
    handles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    keys: frozenset[str] = frozenset()

    @property
    def every_key(self) -> frozenset[str]:
        """Return all record keys that may be theirs."""
        return self.keys | self.user_ids | {f"@{handle}" for handle in self.handles}

    def is_muted_by(self, mute: Mute) -> bool:
        """Return whether a mute is of them."""
        theirs = mute.user_id in self.user_ids or mute.value.lower() in self.handles
        return mute.kind is MuteKind.AUTHOR and theirs

    def is_named_in(self, words: str) -> bool:
        """Return whether words hold one of their names or ids."""
        folded = words.lower()
        names = map(re.escape, self.handles | self.names | self.user_ids)
        return any(re.search(rf"(?<!\w){name}(?!\w)", folded) for name in names)


def is_remembered(desk: Desk, person: Person) -> bool:
    """Return whether something but the books and the caches' profiles is about a person."""
    muted = any(map(person.is_muted_by, read_mutes(desk.settings.read(MUTES))))
    named = any(person.is_named_in(deed.words) for deed in deeds.remembered(desk))
    return (
        muted or named or any(has_lost(cache, person.handles) for cache, _ in desk.all_holdings())
    )


def forget_person(desk: Desk, person: Person) -> None:
    """Drop the mutes of a person, and take their names and ids out of all that is remembered.

    Acts can still be taken back, without the words that named them.
    """
    own = _own_deeds(desk, person)
    deeds.strike_words(desk, lambda deed: deed in own or person.is_named_in(deed.words))
    _drop_mutes(desk, person.is_muted_by)
    fine = [
        word for word in care.fine_words(desk) if word.lower() not in person.handles | person.names
    ]
    _rewrite(desk, care.FINE, json.dumps(sorted(fine), ensure_ascii=False))
    for info in desk.shelf.books():
        _forget_in_book(desk, info.book_id, person.every_key)
    _forget_given(desk, person.every_key)
    desk.settings.scrub()


def forget_everybody(desk: Desk) -> None:
    """Drop the mutes of all authors, and the words of all acts: X told their names."""
    deeds.strike_words(desk, lambda _deed: True)
    _drop_mutes(desk, lambda mute: mute.kind is MuteKind.AUTHOR)
    desk.settings.scrub()


def forget_at(cache: Cache, outbox: Outbox, person: Person) -> None:
    """Take a person out of what was noted of the questions to X for one account."""
    forget_lost(cache, person.handles)
    forget_asked(outbox, person.user_ids)


def _own_deeds(desk: Desk, person: Person) -> list[Deed]:
    """Return the acts that were about this person alone, however they were called then."""
    here = {info.book_id for info in desk.shelf.books()}
    found = []
    for deed in deeds.remembered(desk):
        entries = [
            entry
            for book_id, ids in deed.books
            if book_id in here
            for entry in desk.shelf.open(book_id).picked(ids)
        ]
        if entries and {entry.ally for entry in entries} <= person.every_key:
            found.append(deed)
    return found


def _drop_mutes(desk: Desk, is_theirs: Callable[[Mute], bool]) -> None:
    known = read_mutes(desk.settings.read(MUTES))
    kept = [mute for mute in known if not is_theirs(mute)]
    if len(kept) < len(known):
        desk.settings.write(MUTES, write_mutes(kept))
        desk.announcer.announce(JUDGED)


def _forget_in_book(desk: Desk, book_id: str, keys: frozenset[str]) -> None:
    waiting = f"{later.NAME}{book_id}"
    told = json.loads(desk.settings.read(waiting, "{}"))
    _rewrite(desk, waiting, json.dumps({key: at for key, at in told.items() if key not in keys}))
    apart = f"{look_alikes.APART}{book_id}"
    pairs = json.loads(desk.settings.read(apart, "[]"))
    _rewrite(desk, apart, json.dumps([pair for pair in pairs if keys.isdisjoint(pair)]))


def _forget_given(desk: Desk, keys: frozenset[str]) -> None:
    """Take keys out of those that pages of a day show; they still count as given."""
    text = desk.settings.read(share_page.GIVEN)
    kept = json.loads(text) if text else {}
    if keys.isdisjoint(kept.get("keys", ())):
        return
    names = [f"{NOBODY} {n}" if key in keys else key for n, key in enumerate(kept["keys"])]
    desk.settings.write(share_page.GIVEN, json.dumps({**kept, "keys": names}))


def _rewrite(desk: Desk, name: str, value: str) -> None:
    """Keep a setting anew where there is one and it changes."""
    if desk.settings.read(name, value) != value:
        desk.settings.write(name, value)
