"""Take a person out of what the profile remembers beside the books: mutes, acts, small memories."""

from __future__ import annotations

import json
from itertools import chain
from typing import TYPE_CHECKING

from allybook.domain.mutes import MUTES, MuteKind, read_mutes, write_mutes
from allybook.services.books import care, deeds, later, look_alikes
from allybook.services.books.terms import VIEWS
from allybook.services.check.manners import keep_account, read_manners
from allybook.services.forget.mark import leave_mark
from allybook.services.forget.naming import is_search_for, names_anybody, without
from allybook.services.people.ask_again import forget_asked
from allybook.services.people.lost_handles import forget_lost, has_lost
from allybook.services.publish.lock import forget_suspects
from allybook.services.reading.allowance import change_read_by_itself, read_by_itself
from allybook.services.reading.noted import MARK as GAPS
from allybook.services.reading.noted import read_gaps, write_gaps
from allybook.services.reading.readership import forget_read
from allybook.services.share import page as share_page
from allybook.services.timeline.noise import JUDGED
from allybook.services.timeline.spare import drop_rules, kept_rules
from allybook.services.timeline.views import forget_views, views

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from allybook.domain.mutes import Mute
    from allybook.domain.reading.gaps import Gap
    from allybook.ports.cache import Cache
    from allybook.ports.outbox import Outbox
    from allybook.services.books.deeds import BookDeed
    from allybook.services.desk import Desk
    from allybook.services.forget.naming import Naming
    from allybook.services.forget.person import Person

NOBODY = "forgotten"


def is_remembered(desk: Desk, person: Person) -> bool:
    """Return whether something but the books and the caches' profiles is about a person."""
    muted = any(map(person.is_muted_by, read_mutes(desk.settings.read(MUTES))))
    named = any(person.is_named_in(deed.words) for deed in deeds.remembered(desk))
    meant = any(map(person.naming(), _filters(desk)))
    chosen = read_manners(desk).people.union(rule.user_id for rule, _ in kept_rules(desk))
    if muted or named or meant or not person.user_ids.isdisjoint(chosen):
        return True
    return any(
        _is_noted(cache, person) or _is_told(outbox, person)
        for cache, outbox in desk.all_holdings()
    )


def _filters(desk: Desk) -> Iterator[str]:
    """Yield the filters that were kept, of posts and of allies, under their names or without."""
    yield from read_by_itself(desk)
    yield from (rule.text for rule, _ in kept_rules(desk))
    yield from (text for view in views(desk) if view.own for text in (view.name, view.text))
    yield from chain.from_iterable(json.loads(desk.settings.read(VIEWS) or "[]"))


def _is_noted(cache: Cache, person: Person) -> bool:
    is_named = person.naming()
    searched = any(is_search_for(source, is_named) for source in cache.known_sources())
    return searched or has_lost(cache, person.handles)


def _is_told(outbox: Outbox, person: Person) -> bool:
    """Return whether an act or a tick names a person, or waits to be done about them."""
    named = [(one.user_id, one.handle) for one in outbox.acts() if one.handle]
    ticks = outbox.ticks.ticks()
    named += [(one.user_id, one.handle) for one in ticks if one.handle or not one.settled]
    return any(person.is_called(*one) for one in named)


def forget_person(desk: Desk, person: Person) -> None:
    """Drop the mutes of a person, and take their names and ids out of all that is remembered.

    Filters that are about them go: neither a view nor what refreshes by itself asks for them again.
    Acts can still be taken back, without the words that named them.
    """
    leave_mark(desk)
    own = _own_deeds(desk, person)
    deeds.strike_words(desk, lambda deed: deed in own or person.is_named_in(deed.words))
    _drop_mutes(desk, person.is_muted_by)
    care.forget_words(desk, person.handles | person.names)
    _drop_filters(desk, person.naming(), person.user_ids)
    for user_id in person.user_ids & read_manners(desk).people:
        keep_account(desk, user_id, keep=False)
    for info in desk.shelf.books():
        _forget_in_book(desk, info.book_id, person.every_key)
    _forget_given(desk, person.every_key)
    desk.settings.scrub()


def forget_everybody(desk: Desk) -> None:
    """Drop the mutes of all authors, the filters about accounts, and the words of all acts.

    X told their names. Filters of allies stay with the books.
    """
    leave_mark(desk)
    deeds.strike_words(desk, lambda _deed: True)
    _drop_mutes(desk, lambda mute: mute.kind is MuteKind.AUTHOR)
    _drop_post_filters(desk, names_anybody)
    desk.settings.scrub()


def forget_at(cache: Cache, outbox: Outbox, person: Person) -> None:
    """Take a person out of what was noted of the questions to X for one account.

    What was searched of others meanwhile is searched anew where the question named them.
    """
    is_named = person.naming()
    cache.drop_sources(lambda source: is_search_for(source, is_named))
    cache.drop_marks(is_named)
    cache.change_mark(GAPS, lambda text: write_gaps(_leave_out(text, person)) if text else text)
    forget_read(cache, person.called)
    forget_lost(cache, person.handles)
    forget_asked(outbox, person.user_ids)
    forget_suspects(outbox, person.user_ids)


def _own_deeds(desk: Desk, person: Person) -> list[BookDeed]:
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
    desk.settings.change(
        MUTES, lambda text: write_mutes(one for one in read_mutes(text) if not is_theirs(one))
    )
    desk.announcer.announce(JUDGED)


def _drop_filters(desk: Desk, is_named: Naming, user_ids: frozenset[str]) -> None:
    _drop_post_filters(desk, is_named, user_ids)

    def renew(text: str) -> str:
        """Return the saved filters without those that name the person."""
        rows = json.loads(text or "[]")
        kept = [row for row in rows if not any(map(is_named, row))]
        return json.dumps(kept, ensure_ascii=False) if len(kept) < len(rows) else text

    desk.settings.change(VIEWS, renew)


def _drop_post_filters(
    desk: Desk, is_named: Naming, user_ids: frozenset[str] = frozenset()
) -> None:
    drop_rules(desk, lambda rule, node: rule.user_id in user_ids or is_named(rule.text))
    forget_views(desk, lambda view: is_named(view.text) or is_named(view.name))
    change_read_by_itself(desk, lambda texts: [one for one in texts if not is_named(one)])


def _leave_out(text: str, person: Person) -> Iterable[Gap]:
    return without(read_gaps(text), person.called, person.naming())


def _forget_in_book(desk: Desk, book_id: str, keys: frozenset[str]) -> None:
    def wait(text: str) -> str:
        """Return who was put off, without the person."""
        told = json.loads(text or "{}")
        return (
            json.dumps({key: at for key, at in told.items() if key not in keys}) if told else text
        )

    def part(text: str) -> str:
        """Return the pairs that are no look-alikes, without the person."""
        pairs = json.loads(text or "[]")
        return json.dumps([pair for pair in pairs if keys.isdisjoint(pair)]) if pairs else text

    desk.settings.change(f"{later.NAME}{book_id}", wait)
    desk.settings.change(f"{look_alikes.APART}{book_id}", part)


def _forget_given(desk: Desk, keys: frozenset[str]) -> None:
    """Take keys out of those that pages of a day show; they still count as given."""

    def renew(text: str) -> str:
        """Return the keys that were given, with a number for each that is forgotten."""
        kept = json.loads(text or "{}")
        if keys.isdisjoint(kept.get("keys", ())):
            return text
        names = [f"{NOBODY} {n}" if key in keys else key for n, key in enumerate(kept["keys"])]
        return json.dumps({**kept, "keys": names})

    desk.settings.change(share_page.GIVEN, renew)
