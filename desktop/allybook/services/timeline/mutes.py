"""Mute words, hashtags and authors, for a day, a week or for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.accounts import HANDLE
from allybook.domain.errors import BadInput, FilterError
from allybook.domain.filters.fields import FIELDS
from allybook.domain.filters.lexer import Kind, cut
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.words import is_whole, tag_word, term_words
from allybook.domain.mutes import MUTES, SPELLS, Mute, MuteKind, Spell, read_mutes, write_mutes
from allybook.domain.spoken import speak
from allybook.services.timeline.noise import JUDGED

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import tzinfo

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk

MUTED = Term(On.IS, "muted")
"""The filter for what is muted."""
_FILTER: Pattern = (
    "“{value}” is a filter, and no post says it: leave such posts out by -is:repost and the like "
    "in a filter, or mute a word, #hashtag or @author; nothing was changed."
)


def mutes(desk: Desk) -> tuple[Mute, ...]:
    """Return the mutes that are in force, oldest first."""
    now = desk.clock.now()
    return tuple(one for one in read_mutes(desk.settings.read(MUTES)) if one.lasts(now))


def mute(desk: Desk, kind: MuteKind, value: str, spell: Spell = Spell.EVER) -> Mute:
    """Mute a word, phrase, hashtag or author; again means: for so long from now.

    An author whom the cache knows is muted by id. ``BadInput`` for what would mute nothing.
    """
    return _add(desk, _make(desk, kind, value), spell)


def mute_each(desk: Desk, typed: Iterable[str], spell: Spell = Spell.EVER) -> tuple[Mute, ...]:
    """Mute all that somebody typed, each by itself and once; none if one would mute nothing."""
    made: list[Mute] = []
    for text in typed:
        one = _make(desk, *kind_of(text))
        if not any(map(one.same, made)):
            made.append(one)
    return tuple(_add(desk, one, spell) for one in made)


def mute_author(desk: Desk, author: Account, spell: Spell = Spell.EVER) -> Mute:
    """Mute an account, whatever it will be called."""
    return _add(desk, _by_id(author), spell)


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
        return speak("for ever")
    until = one.until.astimezone(zone)
    return speak("until {moment.day} {moment:%b}, {moment:%H:%M}", moment=until)


def _make(desk: Desk, kind: MuteKind, value: str) -> Mute:
    if kind is MuteKind.AUTHOR:
        handle = value.strip().removeprefix("@")
        known = desk.cache.accounts_by_handle([handle]).get(handle.lower())
        return _by_id(known) if known else _by_handle(handle)
    return Mute(kind, _read(kind, value))


def _read(kind: MuteKind, value: str) -> str:
    """Return the words to mute, or say why they would mute nothing."""
    words = value.strip().removeprefix("#") if kind is MuteKind.HASHTAG else value.strip()
    if kind is not MuteKind.HASHTAG and _is_filter(words):
        raise BadInput(speak(_FILTER, value=words))
    found = tag_word(words) if kind is MuteKind.HASHTAG else term_words(words)
    if not found or not is_whole(words):
        typed = f"#{words}" if kind is MuteKind.HASHTAG else value
        raise BadInput(
            speak("“{value}” has no letters or digits to mute; nothing was changed.", value=typed)
        )
    return words


def _is_filter(words: str) -> bool:
    """Return whether there is a condition of a filter in words, such as ``is:repost``."""
    try:
        pieces = list(cut(words))
    except FilterError:
        return False
    fields = (one.name.lower() for one in pieces if one.kind is Kind.FIELD and one.value)
    return any(one.kind is Kind.NOISE for one in pieces) or any(name in FIELDS for name in fields)


def _by_id(author: Account) -> Mute:
    return Mute(MuteKind.AUTHOR, author.handle, user_id=author.user_id)


def _by_handle(handle: str) -> Mute:
    """Return a mute of an account that the cache does not know."""
    if HANDLE.fullmatch(handle) is None:
        raise BadInput(speak("“@{handle}” is no handle of X; nothing was changed.", handle=handle))
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
