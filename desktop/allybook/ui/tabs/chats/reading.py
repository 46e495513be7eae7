"""One chat with all that the tab shows of it, read in one go and off the window's thread."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.times import local
from allybook.domain.people.accounts import Standing
from allybook.services.books.several import current_book
from allybook.services.chats.chat import chat_people, find_sittings, read_sitting
from allybook.services.chats.here import known_chats
from allybook.services.chats.shared import identify_shared, known_allies
from allybook.services.chats.transcribe import chat_day, day_of_most
from allybook.services.reading.capture import posts_of_chat
from allybook.ui.tabs.chats.groups import make_groups
from allybook.ui.tabs.chats.held import HeldChat
from allybook.ui.tabs.chats.shared import shared_rows

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, tzinfo

    from allybook.domain.book.ally import Ally
    from allybook.domain.chat.summary import Chat
    from allybook.ports.books import Book
    from allybook.services.desk import Desk
    from allybook.ui.models.chat import ChatGroup
    from allybook.ui.tabs.chats.shared import SharedRow


class ChatPage(Struct, frozen=True):
    """A chat as it stood when it was read.

    ``tag`` is folded, ``title`` the tag as most wrote it with its #; ``day`` the day with most
    posts where the person is. ``sharers`` counts the people who named someone; ``unnamed`` are the
    ids of people whose names are not known. ``held`` are all chats with the tag, newest first;
    ``key`` is the one that is shown.
    """

    tag: str
    title: str
    chat: Chat
    groups: tuple[ChatGroup, ...]
    shared: tuple[SharedRow, ...]
    sharers: int
    unnamed: tuple[str, ...]
    day: date | None
    held: tuple[HeldChat, ...] = ()
    key: str = ""


def read_page(desk: Desk, tag: str, zone: tzinfo, key: str = "") -> ChatPage:
    """Read a chat from the cache; costs nothing, and may take 200 ms for a big one.

    It is the one of that key; the newest where there is none.
    """
    sittings = find_sittings(desk, tag)
    # The post may be no longer the first that was asked, as more of the chat came.
    here = next((one for one in sittings if key in {post.post_id for post in one.posts}), None)
    here = here or (sittings[-1] if sittings else None)
    chat = read_sitting(desk, tag, *([here] if here else ()))
    book = _book(desk)
    chat = replace(chat, nominations=identify_shared(desk, book, chat))
    people = {post.author_id for post in chat.posts}
    people |= {one.user_id for one in chat.nominations if one.user_id}
    accounts = desk.cache.accounts(sorted(people))
    sharers = {said.user_id for one in chat.nominations for said in one.evidence}
    return ChatPage(
        tag=tag,
        title=f"#{_written(chat, tag)}",
        chat=chat,
        groups=make_groups(chat, accounts, zone),
        shared=shared_rows(chat, accounts, _allies(desk, book, chat)),
        sharers=len(sharers),
        unnamed=_askable(desk, chat),
        day=chat_day(chat, zone),
        held=tuple(
            HeldChat(one.key, day, local(one.since, zone))
            for one in reversed(sittings)
            if (day := day_of_most(one.posts, zone))
        ),
        key=here.key if here else "",
    )


def count_chats(desk: Desk) -> Mapping[str, int]:
    """Return how many posts of each chat are here, wherever they came from, as its page has them.

    It is no work for the window's thread: each is counted.
    """
    return {tag: desk.cache.count(posts_of_chat(tag, None)) for tag in known_chats(desk)}


def _askable(desk: Desk, chat: Chat) -> tuple[str, ...]:
    """Return the people without a name, but for those of whom X said that they are gone."""
    unnamed = chat_people(desk, chat)
    known = desk.cache.accounts(unnamed)
    return tuple(i for i in unnamed if i not in known or known[i].standing is Standing.ACTIVE)


def _written(chat: Chat, tag: str) -> str:
    """Return the hashtag as most people write it."""
    written = Counter(
        one for post in chat.posts for one in post.hashtags if one.casefold() == tag.casefold()
    )
    return written.most_common(1)[0][0] if written else chat.hashtag


def _book(desk: Desk) -> Book | None:
    """Return the current book, if it can be read; looking does not make one."""
    current = current_book(desk)
    return desk.shelf.open(current) if current else None


def _allies(desk: Desk, book: Book | None, chat: Chat) -> Mapping[str, Ally]:
    return known_allies(desk, book, chat.nominations) if book else {}
