"""Mute words, hashtags and authors, for a day, a week or for ever."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.domain.errors import BadInput, FilterError
from allybook.domain.expressions import expression
from allybook.domain.filters.fields import FIELDS
from allybook.domain.filters.lexer import LexemeKind, cut
from allybook.domain.filters.terms import read_id
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.unseen import trim
from allybook.domain.filters.words import is_whole, tag_word, term_words
from allybook.domain.muted_authors import MutedAuthors
from allybook.domain.mutes import (
    MUTES,
    SPELLS,
    Mute,
    MuteKind,
    Spell,
    read_mutes,
    write_mutes,
)
from allybook.domain.people.accounts import HANDLE
from allybook.domain.posts import Mention
from allybook.domain.reading.echoes import echoed, echoed_handles
from allybook.domain.spoken import speak
from allybook.services.timeline.noise import JUDGED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo

    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern
    from allybook.services.desk import Desk

MUTED = Term(On.IS, "muted")
"""The filter for what is muted."""
_ID = "id:"
_BY_ID = expression(r"@?(?:from:)?(id:\d+)", re.IGNORECASE | re.ASCII)
_FILTER: Pattern = (
    "“{value}” is a filter, and no post says it: leave such posts out by -is:repost and the like "
    "in a filter, or mute a word, #hashtag or @author; nothing was changed."
)


def mutes(desk: Desk) -> tuple[Mute, ...]:
    """Return the mutes that are in force, oldest first."""
    return _in_force(desk, desk.settings.read(MUTES)).named()


def mute(desk: Desk, kind: MuteKind, value: str, spell: Spell = Spell.EVER) -> Mute:
    """Mute a word, phrase, hashtag or author; again means: for so long from now.

    An author whom the cache knows is muted by id. ``BadInput`` for what would mute nothing.
    """
    return _add(desk, (_make(desk, kind, value),), spell)[0]


def mute_each(desk: Desk, typed: Iterable[str], spell: Spell = Spell.EVER) -> tuple[Mute, ...]:
    """Mute all that somebody typed, each by itself and once; none if one would mute nothing."""
    made: dict[tuple[str, ...], Mute] = {}
    for text in typed:
        one = _make(desk, *kind_of(text))
        made.setdefault(one.reach, one)
    return _add(desk, made.values(), spell)


def mute_choice(desk: Desk, chosen: Mute, spell: Spell = Spell.EVER) -> Mute:
    """Mute one of the ``choices`` of a post for so long from now."""
    return _add(desk, (chosen,), spell)[0]


def unmute(desk: Desk, *gone: Mute) -> None:
    """Let what was muted be heard again."""
    reached = {one.reach for one in _settled(desk, gone).mutes}
    _change(desk, lambda known: (one for one in known if one.reach not in reached))


def count_muted(desk: Desk) -> int:
    """Return how many cached posts fall under a mute."""
    return desk.cache.count(MUTED) if mutes(desk) else 0


def choices(desk: Desk, post: Post, author: Account | None) -> tuple[Mute, ...]:
    """Return what of a post can be muted: its author, also without a name, then its hashtags.

    Likewise whoever wrote what it quotes, or passes on: of a repost that is who is loud, and first.
    """
    own = Mute(MuteKind.AUTHOR, author.handle if author else "", user_id=post.author_id)
    others = [one for one in _echoed_authors(desk, post) if not one.same(own)]
    tags = {tag_word(tag): tag for tag in post.hashtags if tag_word(tag)}
    hashtags = (Mute(MuteKind.HASHTAG, tag) for tag in tags.values())
    authors = (*others, own) if post.repost_of else (own, *others)
    return (*authors, *hashtags)


def _echoed_authors(desk: Desk, post: Post) -> Iterator[Mute]:
    """Yield the authors of what a post passes on or quotes, each once, as far as anything tells."""
    spelled = {one.handle.lower(): one for one in post.mentions}
    told = {name: spelled.get(name, Mention(name)) for name in sorted(echoed_handles(post))}
    known = [one for one in map(desk.cache.post, echoed(post)) if one]
    for original in known:
        author = desk.cache.account(original.author_id)
        handle = author.handle if author else ""
        if not handle and len(told) == len(known) == 1:
            handle = next(iter(told.values())).handle
        told.pop(handle.lower(), None)
        yield Mute(MuteKind.AUTHOR, handle, user_id=original.author_id)
    for person in told.values():
        made = _make(desk, MuteKind.AUTHOR, person.handle)
        yield made if made.user_id else replace(made, user_id=person.user_id)


def kind_of(text: str) -> tuple[MuteKind, str]:
    """Return what somebody means who types ``@ana``, ``#tag``, a word or several words.

    An author of whom no handle is known is meant by id: ``from:id:5`` is ``id:5``.
    """
    value = trim(trim(text).strip('"“”'))
    if by_id := _BY_ID.fullmatch(value):
        return MuteKind.AUTHOR, by_id[1].lower()
    if value.startswith(("@", "＠")):  # noqa: RUF001 (the wide @)
        return MuteKind.AUTHOR, trim(value[1:])
    if value.startswith(("#", "＃")):  # noqa: RUF001 (the wide #)
        return MuteKind.HASHTAG, trim(value[1:])
    return (MuteKind.PHRASE if " " in value else MuteKind.WORD), value


def say_until(one: Mute, zone: tzinfo) -> str:
    """Return how long a mute lasts (``for ever``, ``until 24 Nov, 10:12``)."""
    if one.until is None:
        return speak("for ever")
    until = one.until.astimezone(zone)
    return speak("until {moment.day} {moment:%b}, {moment:%H:%M}", moment=until)


def _make(desk: Desk, kind: MuteKind, value: str) -> Mute:
    if kind is MuteKind.AUTHOR and value.startswith(_ID):
        return _by_number(desk, value.removeprefix(_ID))
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
    fields = (one.name.lower() for one in pieces if one.kind is LexemeKind.FIELD and one.value)
    return any(one.kind is LexemeKind.NOISE for one in pieces) or any(
        name in FIELDS for name in fields
    )


def _by_id(author: Account) -> Mute:
    return Mute(MuteKind.AUTHOR, author.handle, user_id=author.user_id)


def _by_number(desk: Desk, typed: str) -> Mute:
    """Return a mute of an account by its id, and by its handle where one is known."""
    user_id = read_id(typed)
    if user_id is None:
        raise BadInput(speak("“{typed}” is no id of X; nothing was changed.", typed=typed))
    known = desk.cache.accounts([user_id]).get(user_id)
    return _by_id(known) if known else Mute(MuteKind.AUTHOR, "", user_id=user_id)


def _by_handle(handle: str) -> Mute:
    """Return a mute of an account that the cache does not know."""
    if HANDLE.fullmatch(handle) is None:
        raise BadInput(speak("“@{handle}” is no handle of X; nothing was changed.", handle=handle))
    return Mute(MuteKind.AUTHOR, handle)


def _add(desk: Desk, made: Iterable[Mute], spell: Spell) -> tuple[Mute, ...]:
    span = SPELLS[spell]
    until = desk.clock.now() + span if span else None
    new = tuple(replace(one, until=until) for one in made)
    equal, reached = set(new), {one.reach for one in new}

    def join(known: tuple[Mute, ...]) -> Iterable[Mute]:
        """Yield every mute; what is muted for so long already stays where it stands."""
        yield from (one for one in known if one in equal or one.reach not in reached)
        there = set(known)
        yield from (one for one in new if one not in there)

    _change(desk, join)
    return new


def held_against(desk: Desk, told: tuple[Mute, ...]) -> tuple[Mute, ...]:
    """Return mutes as posts are held against them, with all handles of their authors."""
    return _settled(desk, told).spelled_out()


def _settled(desk: Desk, told: tuple[Mute, ...]) -> MutedAuthors:
    """Return mutes with what X told last of their authors."""

    def handles_of(ids: Sequence[str]) -> Mapping[str, str]:
        """Return the handles that ids have now."""
        return {key: face.handle for key, face in desk.cache.faces(ids).items()}

    def holders_of(handles: Sequence[str]) -> Mapping[str, str]:
        """Return the ids that have handles now."""
        found = desk.cache.accounts_by_handle(handles)
        return {handle: account.user_id for handle, account in found.items()}

    return MutedAuthors.of(told, handles_of, holders_of)


def _in_force(desk: Desk, text: str) -> MutedAuthors:
    """Return the mutes of a setting that last."""
    now = desk.clock.now()
    return _settled(desk, tuple(one for one in read_mutes(text) if one.lasts(now)))


def _change(desk: Desk, change: Callable[[tuple[Mute, ...]], Iterable[Mute]]) -> None:
    desk.settings.change(MUTES, lambda text: write_mutes(change(_in_force(desk, text).mutes), text))
    desk.announcer.announce(JUDGED)
