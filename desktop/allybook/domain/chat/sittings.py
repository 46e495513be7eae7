"""A hashtag has its chat again and again: its posts, cut into the times that one was held.

A host asks Q1 every week. Read together, this week's question would be last week's asked once more.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import timedelta
from itertools import chain, pairwise, takewhile
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.chat.askings import apart, asked_number, most_first, same_words, weakness
from allybook.domain.chat.questions import labelled
from allybook.domain.chat.roles import is_repost

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.posts import Post

PAUSE = timedelta(hours=3)
"""Questions as far apart as this are of two rounds."""
HOURS = timedelta(hours=12)
"""Within this time a round is answered, and one more question is a second thought."""
GOES_ON = timedelta(days=4)
"""A round with new numbers goes on with the chat until then: some ask one question a day."""
SAME_AGAIN = timedelta(days=5)
"""The same questions, asked again after so long, are another chat."""


class Sitting(Struct, frozen=True):
    """One time that a chat was held: its posts, oldest first, with what was said before and after.

    ``key`` is the id of the post that asked first when people answered, empty where nobody asked.
    """

    posts: tuple[Post, ...]
    key: str = ""

    @property
    def since(self) -> datetime:
        """Return when its first question was asked, or where nobody asked, when it was begun."""
        asked = (post for post in self.posts if post.post_id == self.key)
        return next(asked, self.posts[0]).created_at


class _Round(Struct, frozen=True):
    """Questions that one asked within the same hours, oldest first; ``held`` if people answered.

    ``numbers`` has the last of them under each number.
    """

    asked: Sequence[Post]
    held: bool
    numbers: Mapping[int, Post]

    @property
    def start(self) -> datetime:
        """Return when the first of them was asked."""
        return self.asked[0].created_at

    @property
    def end(self) -> datetime:
        """Return when the last of them was asked."""
        return self.asked[-1].created_at


def cut_sittings(posts: Iterable[Post]) -> tuple[Sitting, ...]:
    """Return the chats that posts with one hashtag are of, oldest first; one where nobody asked.

    A chat is another one where, hours later, people answer other questions under the same numbers.
    Questions that were published beforehand belong to the chat that asked them.
    """
    ordered = oldest_first(posts)
    chats = _chats(ordered)
    if not chats:
        return (Sitting(ordered),) if ordered else ()
    ends = [_parting(ordered, one[-1].end, other[0].start) for one, other in pairwise(chats)]
    keys = [next(one for one in chat if one.held).asked[0].post_id for chat in chats]
    bounds = pairwise((0, *ends, len(ordered)))
    return tuple(
        Sitting(ordered[start:end], key) for (start, end), key in zip(bounds, keys, strict=True)
    )


def oldest_first(posts: Iterable[Post]) -> tuple[Post, ...]:
    """Return posts in the order of their times, each once."""
    return tuple(sorted({post.post_id: post for post in posts}.values(), key=_age))


def _age(post: Post) -> tuple[datetime, int, str]:
    return post.created_at, len(post.post_id), post.post_id


def _chats(ordered: Sequence[Post]) -> list[list[_Round]]:
    """Return the rounds of each chat; what nobody answered belongs to the next that asks it."""
    chats: list[list[_Round]] = []
    ahead: list[_Round] = []
    for one in _rounds(ordered):
        if not one.held:
            ahead.append(one)
            continue
        together = [*(early for early in ahead if _asks_same(early, one)), one]
        ahead = []
        if chats and not _is_other(chats[-1], one):
            chats[-1] += together
        else:
            chats.append(together)
    return chats


def _rounds(ordered: Sequence[Post]) -> Iterator[_Round]:
    """Yield the rounds of questions of those who host: others write Q1 to answer, now and then."""
    authors = {post.post_id: post.author_id for post in ordered}
    asking = [post for post in ordered if _is_asking(post, authors)]
    if not asking:
        return
    hosts = {most_first(_numbered(asking))}
    for asked in apart(asking, PAUSE):
        host = most_first(_numbered(asked))
        own = {asked_number(post) for post in asked if post.author_id == host}
        hosts |= {host} if len(own) > 1 else set()
    rounds = apart([post for post in asking if post.author_id in hosts], PAUSE)
    for asked, then in pairwise([*rounds, []]):
        until = asked[-1].created_at + HOURS
        until = min([until, *(post.created_at for post in then[:1])])
        numbers = dict(_numbered(asked))
        yield _Round(asked, _is_answered(asked, ordered, until), numbers)


def _is_asking(post: Post, authors: Mapping[str, str]) -> bool:
    """Return whether a post plainly asks a numbered question, and is no answer to somebody."""
    if is_repost(post) or asked_number(post) is None or weakness(post):
        return False
    replied_to = post.reply_to_user or authors.get(post.reply_to or "")
    return post.reply_to is None or replied_to == post.author_id


def _numbered(asking: Iterable[Post]) -> Iterator[tuple[int, Post]]:
    for post in asking:
        number = asked_number(post)
        if number is not None:
            yield number, post


def _is_answered(asked: Sequence[Post], ordered: Sequence[Post], until: datetime) -> bool:
    """Return whether somebody else answers one of these questions by then."""
    ids = {post.post_id: post.author_id for post in asked}
    numbers = {number: post.author_id for number, post in _numbered(asked)}
    first = bisect_left(ordered, _age(asked[0]), key=_age)
    since = (ordered[place] for place in range(first, len(ordered)))
    for post in takewhile(lambda one: one.created_at < until, since):
        about = [ids[one] for one in (post.reply_to, post.quote_of) if one in ids]
        about += [numbers[one] for one in labelled(post) if one in numbers]
        if any(asker != post.author_id for asker in about) and not is_repost(post):
            return True
    return False


def _asks_same(one: _Round, other: _Round) -> bool:
    """Return whether most of the numbers that two rounds have in common ask the same."""
    mine, theirs = one.numbers, other.numbers
    alike = [same_words(mine[number], theirs[number]) for number in mine if number in theirs]
    return bool(alike) and 2 * sum(alike) >= len(alike)


def _is_other(chat: Sequence[_Round], one: _Round) -> bool:
    """Return whether a round is of another chat than those before it.

    The latest are looked at first: a chat that goes on for a year is not read anew for each round.
    """
    gap, mine = one.start - chat[-1].end, one.numbers.keys()
    if gap > SAME_AGAIN:
        return True
    again = (early for early in reversed(chat) if not mine.isdisjoint(early.numbers))
    latest = next(again, None)
    if latest is None:
        return gap > GOES_ON
    if gap < HOURS and len(mine) == 1:
        return False
    return not any(_asks_same(early, one) for early in chain((latest,), again))


def _parting(ordered: Sequence[Post], last: datetime, first: datetime) -> int:
    """Return where, between two chats, nobody said anything for longest."""
    start = bisect_right(ordered, last, key=lambda post: post.created_at) - 1
    end = bisect_left(ordered, first, key=lambda post: post.created_at)
    silences = [
        (ordered[place].created_at - ordered[place - 1].created_at, -place)
        for place in range(start + 1, end + 1)
    ]
    return -max(silences)[1]
