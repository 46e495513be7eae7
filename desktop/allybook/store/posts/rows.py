"""Posts as rows of all their tables, made of the posts alone: nothing asks the cache."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import TYPE_CHECKING, overload

from msgspec import Struct, field

from allybook.domain.filters.facts import addressee
from allybook.domain.filters.words import fold, index_words
from allybook.domain.mutes import echoed_handles
from allybook.domain.noise import mark
from allybook.domain.noise.scoring import is_repost
from allybook.domain.posts import Post
from allybook.store.database.ids import batches, known_numbers, number
from allybook.store.database.moments import micros
from allybook.store.database.packing import pack_whole, traits_of
from allybook.store.posts.near import Text, bands_of, text_of
from allybook.store.posts.streaks import pages_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

BATCH = 2_000
"""So many posts are written at a time."""
Cut = tuple[int, int, str, tuple[int | str, ...], tuple[int | str, ...]]
"""A row of ``posts`` without what hangs on other posts too, its marks and their sum.

Its id, the marks that it brings by itself, its language; what stands before the sum and after it.
"""


class Rows(Struct):
    """The rows of some posts, by table.

    ``bands`` are those of the ``texts``.
    """

    posts: list[Cut] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)
    words: list[tuple[int, str]] = field(default_factory=list)
    links: list[tuple[int, str]] = field(default_factory=list)
    echoes: list[tuple[int, int, str]] = field(default_factory=list)
    promotions: list[tuple[int, str, int, int]] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)
    bands: dict[int, list[int]] = field(default_factory=dict)


class Batch(Struct, frozen=True):
    """Some posts with their ids, in the order of these, and their rows where they are made."""

    numbered: Sequence[tuple[int, Post]]
    rows: Rows | None = None


class ReadyPosts(Sequence[Post]):
    """Posts with all that can be known of them without a look at the cache."""

    def __init__(self, posts: Sequence[Post]) -> None:
        """Make the rows; ``BadInput`` for an id that is none."""
        self._posts = posts
        self.batches = [Batch(one.numbered, make_rows(one.numbered)) for one in cut(posts)]

    @overload
    def __getitem__(self, at: int) -> Post: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Post]: ...
    def __getitem__(self, at: int | slice) -> Post | Sequence[Post]:
        return self._posts[at]

    def __len__(self) -> int:
        return len(self._posts)


def cut(posts: Sequence[Post]) -> Iterator[Batch]:
    """Yield posts in the order of their ids, which is that of the tables, batch by batch.

    Both the rows and the search index then grow at their ends.
    """
    numbered = sorted(((number(post.post_id), post) for post in posts), key=itemgetter(0))
    return map(Batch, batches(numbered, BATCH))


def make_rows(posts: Iterable[tuple[int, Post]], *, alone: Container[int] = ()) -> Rows:
    """Return the rows of posts that come in the order of their ids.

    Those to be left ``alone`` are not compared with others. ``BadInput`` for an author who is none.
    """
    rows = Rows()
    for key, told in posts:
        post, body = pack_whole(told)
        author, at = number(post.author_id), micros(post.created_at)
        rows.bodies.append((key, body))
        rows.words.append((key, words_of(post)))
        rows.posts.append(_columns(key, author, at, post))
        passed_on = is_repost(post)
        if not passed_on and key not in alone:
            text = text_of(at, key, post.text)
            if text:
                rows.texts.append(text)
        if post.links:
            rows.links.extend([(key, fold(link)) for link in post.links])
        if passed_on or post.quote_of is not None:
            rows.echoes.extend(_echoes(key, post))
        if not passed_on and post.reply_to is None and (post.links or post.mentions):
            rows.promotions.extend([(author, page, at, key) for page in pages_of(post)])
    rows.bands = bands_of(rows.texts)
    return rows


def words_of(post: Post) -> str:
    """Return the tokens of a post as the search index takes them."""
    return " ".join(index_words(post))


def _columns(key: int, author: int, at: int, post: Post) -> Cut:
    """Return what filters ask. Noise rests on posts alone, whoever their authors are."""
    counts, lang = post.metrics, post.lang.lower()
    after = (counts.replies, counts.reposts, counts.likes, addressee(post))
    return key, mark(post), lang, (key, author, at, lang, traits_of(post)), after


def _echoes(key: int, post: Post) -> Iterable[tuple[int, int, str]]:
    """Yield what a repost or quote is about, as far as it says so."""
    originals = known_numbers(filter(None, (post.repost_of, post.quote_of))) or [0]
    handles = echoed_handles(post) or ("",)
    return ((key, original, handle) for original in originals for handle in handles)
