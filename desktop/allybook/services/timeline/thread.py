"""The conversation around a post, as far as its posts are in the cache; asks X for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.terms import read_id
from allybook.domain.filters.tree import And, On, Or, Term

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.posts import Post
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk

BEFORE = 4
AFTER = 4
BATCH = 200
LOOKED_AT = 2_000
"""So many posts to and by one author are looked through: a chat's hour, and days after it."""


class Thread(Struct, frozen=True):
    """What a post answers or quotes, oldest first, and the answers to it, oldest first.

    Of a repost it is what that ``passes_on``, and the answers to that. ``unknown`` says that what
    the first of them answers is not in the cache, ``longer`` that it is, and is not among them.
    """

    before: tuple[Row, ...] = ()
    after: tuple[Row, ...] = ()
    unknown: bool = False
    longer: bool = False
    passes_on: bool = False


def thread_of(desk: Desk, post: Post) -> Thread:
    """Return what is cached of the conversation around a post."""
    before = tuple(_before(desk, post))
    passes_on = bool(post.repost_of)
    answered = before[0].post if before and passes_on else post
    first = before[-1].post if before else post
    shown = {post.post_id, *(row.post.post_id for row in before)}
    is_open = bool(first.reply_to) and first.reply_to not in shown
    longer = is_open and bool(before) and desk.cache.post(first.reply_to or "") is not None
    after = tuple(_after(desk, answered))
    return Thread(before[::-1], after, is_open and not longer, longer, passes_on)


def _before(desk: Desk, post: Post) -> Iterator[Row]:
    """Yield what a post answers, quotes or passes on, what that answers, and so on."""
    seen = {post.post_id}
    wanted = post.repost_of or post.reply_to or post.quote_of
    while wanted and wanted not in seen and len(seen) <= BEFORE:
        # A file may have had another word in the place of an id.
        found = read_id(wanted)
        row = desk.cache.rows([int(found)]).get(int(found)) if found else None
        if row is None:
            return
        yield row
        seen.add(wanted)
        wanted = row.post.reply_to


def _after(desk: Desk, post: Post) -> list[Row]:
    """Return the first answers to a post, found among what was written to its author or by them.

    Who goes on in a thread addresses nobody, and whoever answered before the author was renamed
    wrote to the old handle. The oldest come first, as answers do: a host is written to about other
    questions for years.
    """
    author = desk.cache.account(post.author_id)
    handles = [author.handle] if author and author.handle else []
    to_author = (Term(On.TO, one) for one in (*handles, *desk.cache.old_handles(post.author_id)))
    own = And((Term(On.AUTHOR, post.author_id), Term(On.IS, "reply")))
    written = Term(On.SINCE, post.created_at.isoformat())
    # All in one question: it goes through what is newer than the post, and only once so.
    oldest_first = desk.cache.order(And((Or((*to_author, own)), written)))[::-1]
    found: list[Row] = []
    for start in range(0, min(len(oldest_first), LOOKED_AT), BATCH):
        some = oldest_first[start : start + BATCH]
        rows = desk.cache.rows(some)
        answers = (rows[one] for one in some if one in rows)
        found += [row for row in answers if row.post.reply_to == post.post_id]
        if len(found) >= AFTER:
            break
    return found[:AFTER]
