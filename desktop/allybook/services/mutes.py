"""Mute words, hashtags and authors, for a day, a week or for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.accounts import HANDLE
from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.words import is_whole, tag_word, term_words
from allybook.domain.mutes import MUTES, SPELLS, Mute, MuteKind, Spell, read_mutes, write_mutes
from allybook.services.noise import JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post
    from allybook.services.desk import Desk

MUTED = Term(On.IS, "muted")
"""The filter for what is muted."""


def mutes(desk: Desk) -> tuple[Mute, ...]:
    """Return the mutes that are in force, oldest first."""
    now = desk.clock.now()
    return tuple(one for one in read_mutes(desk.settings.read(MUTES)) if one.lasts(now))


def mute(desk: Desk, kind: MuteKind, value: str, spell: Spell = Spell.EVER) -> Mute:
    """Mute a word, phrase, hashtag or author; again means: for so long from now.

    An author whom the cache knows is muted by id. ``BadInput`` for what would mute nothing.
    """
    if kind is MuteKind.AUTHOR:
        handle = value.strip().removeprefix("@")
        known = desk.cache.accounts_by_handle([handle]).get(handle.lower())
        return mute_author(desk, known, spell) if known else _add(desk, _by_handle(handle), spell)
    return _add(desk, Mute(kind, _read(kind, value)), spell)


def mute_author(desk: Desk, author: Account, spell: Spell = Spell.EVER) -> Mute:
    """Mute an account, whatever it will be called."""
    return _add(desk, Mute(MuteKind.AUTHOR, author.handle, user_id=author.user_id), spell)


def unmute(desk: Desk, gone: Mute) -> None:
    """Let what was muted be heard again."""
    _write(desk, (one for one in mutes(desk) if not one.same(gone)))


def count_muted(desk: Desk) -> int:
    """Return how many cached posts fall under a mute."""
    return desk.cache.count(MUTED) if mutes(desk) else 0


def choices(post: Post, author: Account | None) -> tuple[tuple[MuteKind, str], ...]:
    """Return what of a post can be muted: its author, then its hashtags."""
    named = ((MuteKind.AUTHOR, author.handle),) if author and author.handle else ()
    tags = {tag_word(tag): tag for tag in post.hashtags if tag_word(tag)}
    return (*named, *((MuteKind.HASHTAG, tag) for tag in tags.values()))


def kind_of(text: str) -> tuple[MuteKind, str]:
    """Return what somebody means who types ``@ana``, ``#tag``, a word or several words."""
    value = text.strip().strip('"“”')
    if value.startswith(("@", "＠")):  # noqa: RUF001 (the wide @)
        return MuteKind.AUTHOR, value[1:]
    if value.startswith(("#", "＃")):  # noqa: RUF001 (the wide #)
        return MuteKind.HASHTAG, value[1:]
    return (MuteKind.PHRASE if " " in value else MuteKind.WORD), value


def say_until(one: Mute, zone: tzinfo) -> str:
    """Return how long a mute lasts (``for ever``, ``until 24 Nov, 10:12``)."""
    if one.until is None:
        return "for ever"
    until = one.until.astimezone(zone)
    return f"until {until.day} {until:%b}, {until:%H:%M}"


def _read(kind: MuteKind, value: str) -> str:
    """Return the words to mute, or say why they would mute nothing."""
    words = value.strip().removeprefix("#") if kind is MuteKind.HASHTAG else value.strip()
    found = tag_word(words) if kind is MuteKind.HASHTAG else term_words(words)
    if not found or not is_whole(words):
        raise BadInput(f"“{value}” has no letters or digits to mute; nothing was changed.")
    return words


def _by_handle(handle: str) -> Mute:
    """Return a mute of an account that the cache does not know."""
    if HANDLE.fullmatch(handle) is None:
        raise BadInput(f"“@{handle}” is no handle of X; nothing was changed.")
    return Mute(MuteKind.AUTHOR, handle)


def _add(desk: Desk, made: Mute, spell: Spell) -> Mute:
    span = SPELLS[spell]
    until = desk.clock.now() + span if span else None
    new = replace(made, until=until)
    _write(desk, (*(one for one in mutes(desk) if not one.same(new)), new))
    return new


def _write(desk: Desk, kept: Iterable[Mute]) -> None:
    desk.settings.write(MUTES, write_mutes(kept))
    desk.announcer.announce(JUDGED)
