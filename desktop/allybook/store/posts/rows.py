"""Posts as rows of all their tables, made of the posts alone: nothing asks the cache."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain, repeat
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple, cast, overload

import msgspec
from msgspec import Struct, field

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.words import fold, lines_of_all, signed_words
from allybook.domain.noise import Mark
from allybook.domain.noise.near import bare_lines
from allybook.domain.noise.scoring import mark_all
from allybook.domain.noise.streaks import pages_of
from allybook.domain.reading.echoes import echoed_handles
from allybook.store.database.ids import HIGHEST, batches, known_numbers, number
from allybook.store.database.lot import encode
from allybook.store.database.moments import micros, moment_or_none
from allybook.store.database.packing import pack_whole, traits_of, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator, Mapping
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.store.database.packing import PostRow
    from allybook.store.posts.near import Compared

BATCH = 5_000
"""So many posts at most are written at a time: whole lumps of a file, however its lines fall."""
WIDTH = 11
"""The columns of ``posts``."""
KEY, AUTHOR, AT, LANG, SUM = 0, 1, 2, 3, 5
REPLIES, REPOSTS, LIKES, REASONS = 6, 7, 8, 10
REPOSTED = int(Mark.REPOST)
AT_ONCE = 200
"""Of so many posts, what is made stays near the processor while the next thing is made of it."""
Promoted = tuple[int, str, int, int]
"""An author, the page that a post promotes, when it was made, and its id."""
Values = list[int | str]
"""The rows of a table, one value after the other."""


class Rows(Struct, array_like=True):
    """Some posts as rows of all their tables, in the order of their ids.

    ``reasons`` are the marks that a post brings by itself; what hangs on other posts too, and with
    that the sum, is still to come. ``words`` are the tokens of each post by its id, as JSON: the
    search index takes them so. ``compared`` are the posts that are compared with others, each with
    the words by which it is: a moment (microseconds), an id, words.
    """

    posts: Values = field(default_factory=list)
    bodies: Values = field(default_factory=list)
    words: str = "{}"
    links: Values = field(default_factory=list)
    echoes: Values = field(default_factory=list)
    promotions: Values = field(default_factory=list)
    compared: Values = field(default_factory=list)

    def __len__(self) -> int:
        """Return how many posts these are."""
        return len(self.posts) // WIDTH

    def keys(self) -> list[int]:
        """Return the ids."""
        return cast("list[int]", self.posts[KEY::WIDTH])

    def read_posts(self) -> list[Post]:
        """Return the posts that the rows were made of, as they are read from the cache."""
        wanted = (KEY, AUTHOR, AT, REPLIES, REPOSTS, LIKES)
        columns = [self.posts[column::WIDTH] for column in wanted]
        rows = zip(*columns, self.bodies[1::2], strict=True)
        return [unpack(cast("PostRow", row)) for row in rows]

    def by_id(self) -> Mapping[int, str]:
        """Return the bodies by the ids of their posts."""
        return dict(zip(self.keys(), cast("list[str]", self.bodies[1::2]), strict=True))

    def spoken(self) -> dict[int, str]:
        """Return the tokens by the ids of their posts."""
        return SPOKEN.decode(self.words)

    def texts(self) -> Iterator[Compared]:
        """Yield the posts that are compared with others."""
        values = iter(self.compared)
        return cast("Iterator[Compared]", zip(values, values, values, strict=True))


author_number = lru_cache(maxsize=4_096)(number)
"""Returns an author's id as a number; in most files the same few have written much."""
LOTS = msgspec.msgpack.Decoder(list[Rows])
SPOKEN = msgspec.json.Decoder(dict[int, str])


class ReadyPosts(Sequence["Post"]):
    """Posts with all that can be known of them without a look at the cache, by their ids."""

    def __init__(self, lots: Sequence[Rows]) -> None:
        self.lots = lots

    @cached_property
    def _posts(self) -> list[Post]:
        return [post for rows in self.lots for post in rows.read_posts()]

    @overload
    def __getitem__(self, at: int) -> Post: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Post]: ...
    def __getitem__(self, at: int | slice) -> Post | Sequence[Post]:
        return self._posts[at]

    def __len__(self) -> int:
        return sum(map(len, self.lots))

    def __reduce__(self) -> tuple[Callable[[bytes], ReadyPosts], tuple[bytes]]:
        """Return how to make these posts again in another process."""
        return _thaw, (msgspec.msgpack.encode(self.lots),)


def _thaw(lots: bytes) -> ReadyPosts:
    return ReadyPosts(LOTS.decode(lots))


def make_ready(posts: Sequence[Post]) -> ReadyPosts:
    """Return posts with their rows; ``BadInput`` for an id that is none."""
    if isinstance(posts, ReadyPosts):
        return posts
    # In the order of the tables both the rows and the search index grow at their ends.
    keys = _numbers([post.post_id for post in posts])
    numbered = sorted(zip(keys, posts, strict=True), key=itemgetter(0))
    return ReadyPosts([make_rows(some) for some in batches(numbered, BATCH)])


def _numbers(ids: list[str]) -> list[int]:
    """Return ids as numbers; ``BadInput`` for what is none."""
    digits = "".join(ids)
    if digits.isascii() and digits.isdigit() and "" not in ids:
        keys = list(map(int, ids))
        if max(keys) <= HIGHEST:
            return keys
    return list(map(number, ids))


def newest_moment(posts: Sequence[Post]) -> datetime | None:
    """Return when the newest of some posts was made (UTC), or None where there are none."""
    if not isinstance(posts, ReadyPosts):
        return max((post.created_at for post in posts), default=None)
    moments = (max(cast("list[int]", rows.posts[AT::WIDTH])) for rows in posts.lots)
    return moment_or_none(max(moments, default=None))


def make_rows(posts: Iterable[tuple[int, Post]], *, alone: Container[int] = ()) -> Rows:
    """Return the rows of posts that come in the order of their ids.

    Those to be left ``alone`` are not compared with others. ``BadInput`` for an author who is none.
    """
    rows = Rows()
    words: dict[int, str] = {}
    promotions: list[Promoted] = []
    for some in batches(list(posts), AT_ONCE):
        made = _Made.of(some)
        rows.bodies += chain.from_iterable(zip(made.keys, made.bodies, strict=True))
        rows.posts += _columns(made)
        promotions += _add_ties(rows, made)
        rows.compared += chain.from_iterable(_compared(made, alone))
        words.update(_words(made))
    rows.promotions = list(chain.from_iterable(sorted(promotions)))
    rows.words = encode(words)
    return rows


class _Made(NamedTuple):
    """Some posts, one list for each thing that is made of all of them at once.

    One by one, calls would take most of the time.
    """

    keys: list[int]
    posts: list[Post]
    bodies: list[str]
    moments: list[int]
    lines: list[str]
    marks: list[int]

    @classmethod
    def of(cls, told: Sequence[tuple[int, Post]]) -> _Made:
        """Make all that posts need nobody else for."""
        packed = [pack_whole(post) for _, post in told]
        posts = [post for post, _ in packed]
        lines = lines_of_all([post.text for post in posts])
        return cls(
            [key for key, _ in told],
            posts,
            [body for _, body in packed],
            [micros(post.created_at) for post in posts],
            lines,
            mark_all(posts, list(map(str.split, lines))),
        )


def _columns(made: _Made) -> Iterator[int | str]:
    """Return the rows of ``posts``; the sum is still to come."""
    posts = made.posts
    counts = [post.metrics for post in posts]
    columns = (
        made.keys,
        [author_number(post.author_id) for post in posts],
        made.moments,
        [post.lang.lower() for post in posts],
        map(traits_of, posts),
        repeat(0, len(posts)),
        [told.replies for told in counts],
        [told.reposts for told in counts],
        [told.likes for told in counts],
        map(addressee, posts),
        made.marks,
    )
    return chain.from_iterable(zip(*columns, strict=True))


def _compared(made: _Made, alone: Container[int]) -> Iterator[Compared]:
    """Yield the posts that are compared with others, as far as their words are enough for it."""
    told = enumerate(zip(made.keys, made.marks, strict=True))
    places = [place for place, (key, marks) in told if not marks & REPOSTED and key not in alone]
    texts = [made.posts[place].text for place in places]
    lines = bare_lines(texts, [made.lines[place] for place in places])
    for place, line in zip(places, lines, strict=True):
        yield made.moments[place], made.keys[place], line


def _words(made: _Made) -> Iterator[tuple[int, str]]:
    """Yield posts with their tokens; those with a sign go last."""
    for key, post, line in zip(made.keys, made.posts, made.lines, strict=True):
        if post.hashtags or post.mentions:
            yield key, " ".join((line, *signed_words(post)))
        else:
            yield key, line


def _add_ties(rows: Rows, made: _Made) -> list[Promoted]:
    """Add what ties posts to pages and to other posts; return who promotes what."""
    promotions: list[Promoted] = []
    for key, post, at, marks in zip(made.keys, made.posts, made.moments, made.marks, strict=True):
        for link in post.links:
            rows.links += (key, fold(link))
        passed_on = marks & REPOSTED
        if passed_on or post.quote_of is not None:
            rows.echoes += _echoes(key, post)
        if not passed_on and post.reply_to is None and (post.links or post.mentions):
            author = author_number(post.author_id)
            promotions += [(author, page, at, key) for page in pages_of(post)]
    return promotions


def _echoes(key: int, post: Post) -> Iterator[int | str]:
    """Yield what a repost or quote is about, as far as it says so."""
    originals = known_numbers(filter(None, (post.repost_of, post.quote_of))) or [0]
    for original in originals:
        for handle in echoed_handles(post) or ("",):
            yield from (key, original, handle)
