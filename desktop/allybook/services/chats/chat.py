"""Open a chat from the cache: who took part, what was asked, and whom people shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.chat.sittings import cut_sittings
from allybook.domain.chat.summary import read_chat
from allybook.domain.people.accounts import Account
from allybook.domain.people.bios import guess_organisation
from allybook.services.people.resolve import unnamed
from allybook.services.reading.capture import chat_source, posts_of_chat
from allybook.services.timeline.view import walk

if TYPE_CHECKING:
    from allybook.domain.chat.sittings import Sitting
    from allybook.domain.chat.summary import Chat
    from allybook.domain.reading.hours import Hours
    from allybook.services.desk import Desk


ANYBODY = "Network"
"""A name as organisations have it: who nobody knows may be one."""


def find_sittings(desk: Desk, hashtag: str, window: Hours | None = None) -> tuple[Sitting, ...]:
    """Return the chats with a hashtag that are here, oldest first, wherever their posts came from.

    Costs nothing. Where people asked no numbered questions, it is one.
    """
    tag = chat_source(hashtag).name
    rows = walk(desk, desk.cache.order(posts_of_chat(tag, window)))
    return cut_sittings(row.post for row in rows)


def read_sitting(desk: Desk, hashtag: str, *sittings: Sitting) -> Chat:
    """Read one of them (none is a chat without posts) with what is known of its people."""
    posts = [post for sitting in sittings for post in sitting.posts]
    people = {post.author_id for post in posts}
    people |= {mention.user_id for post in posts for mention in post.mentions if mention.user_id}
    return read_chat(hashtag, posts, accounts=desk.cache.accounts(sorted(people)))


def open_chat(desk: Desk, hashtag: str, window: Hours | None = None) -> Chat:
    """Read the newest chat with a hashtag (of a window of time); costs nothing."""
    return read_sitting(desk, hashtag, *find_sittings(desk, hashtag, window)[-1:])


def chat_people(desk: Desk, chat: Chat) -> tuple[str, ...]:
    """Return the ids of those in a chat whose profile has to be read to know who they are.

    These are participants whom nobody mentions, and those whom people share unless they are just
    persons who are there; a handle that names an organisation tells that by itself. Publishing
    reads what is still missing of whom it adds.
    """
    authors = [one.user_id for one in chat.participants if not one.handle]
    handles = {one.user_id: one.handle for one in chat.participants if one.handle}
    unknown = {i: handles[i] for i in unnamed(desk, tuple(handles))}
    accounts = dict(desk.cache.accounts([one.user_id for one in chat.participants]))
    accounts |= {i: Account(i, handle, ANYBODY) for i, handle in unknown.items()}
    supposed = read_chat(chat.hashtag, chat.posts, accounts=accounts).nominations
    named = [
        one.user_id
        for one in (*chat.nominations, *supposed)
        if one.user_id and not guess_organisation(one.name)
    ]
    return unnamed(desk, [*authors, *named])
