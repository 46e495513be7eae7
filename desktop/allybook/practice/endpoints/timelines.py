"""Posts by author: the home timeline, an account's posts, posts by id."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.practice.answers import Answer, problems_only
from allybook.practice.ask import NUMBER
from allybook.practice.includes import Along, gather_along, shape_posts
from allybook.practice.problems import Wanted, plain
from allybook.practice.room import absent
from allybook.practice.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.posts import Post
    from allybook.practice.ask import Ask
    from allybook.practice.room import Room
    from allybook.practice.wire import Json, Value

HOME_DEPTH = 3_200
OWN_DEPTH = 3_200
OWN_DEPTH_WITHOUT_REPLIES = 800
"""How many posts back X lets one read (its pages on timelines)."""
EXCLUDABLE = frozenset({"replies", "retweets"})


def show_home(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id/timelines/reverse_chronological``, for ourselves only."""
    size = ask.size(1, 100, 100)
    if ask.names["id"] != room.world.me.user_id:
        raise plain(403, "Forbidden", "You are not permitted to read another user's timeline.")
    posts = room.world.posts(ask.now, authors=room.world.home_authors())
    return posts_page(room, ask, _narrowed(ask, posts)[-HOME_DEPTH:], size)


def show_by_author(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/users/:id/tweets``."""
    user_id = ask.names["id"]
    size = ask.size(5, 100, 10)
    person = room.world.person(user_id)
    if person is None or not person.active:
        return problems_only([absent(ask, person, user_id, "id")])
    if not room.world.readable(person):
        return problems_only([Wanted(ask.words, user_id, "id", "user").forbidden()])
    posts = room.world.posts(ask.now, authors=(user_id,))
    without_replies = "replies" in ask.query.get("exclude", "")
    depth = OWN_DEPTH_WITHOUT_REPLIES if without_replies else OWN_DEPTH
    answer = posts_page(room, ask, _narrowed(ask, posts[-depth:]), size)
    return replace(answer, owned=person is room.world.me)


def show_posts(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/tweets``: those that we may see, and a problem for each other one."""
    there: list[Post] = []
    problems: list[Value] = []
    for value in ask.many("ids", NUMBER):
        post = room.world.post(value)
        wanted = Wanted(ask.words, value, "ids", ask.words.post)
        if post is None or post.created_at > ask.now:
            problems.append(wanted.gone())
        elif room.world.visible(post):
            there.append(post)
        else:
            author = room.world.person(post.author_id)
            problems.append(wanted.forbidden() if author and author.active else wanted.gone())
    body, along = _posts_body(room, ask, there)
    if problems or along.problems:
        body["errors"] = [*problems, *along.problems]
    return Answer(body, _ids(there), tuple(along.users), tuple(along.posts))


def posts_page(
    room: Room, ask: Ask, posts: Sequence[Post], size: int, *, scope: str = "", ends: bool = True
) -> Answer:
    """Return one page of posts (given oldest first), newest first, with ``meta``.

    ``ends`` names the newest and the oldest, as X does for all pages but those of lists.
    """
    rows = [(int(post.post_id), post) for post in reversed(posts)]
    sheet = ask.page(rows, size, scope)
    body, along = _posts_body(room, ask, sheet.items)
    meta: Json = {"result_count": len(sheet.items)}
    if ends and sheet.items:
        meta |= {"newest_id": sheet.items[0].post_id, "oldest_id": sheet.items[-1].post_id}
    if sheet.next_token:
        meta["next_token"] = sheet.next_token
    body["meta"] = meta
    if along.problems:
        body["errors"] = along.problems
    return Answer(body, _ids(sheet.items), tuple(along.users), tuple(along.posts))


def _posts_body(room: Room, ask: Ask, posts: Sequence[Post]) -> tuple[Json, Along]:
    along = gather_along(room.world, ask, posts)
    body: Json = {}
    if posts:
        body["data"] = shape_posts(room.world, ask, posts)
    if along.includes():
        body["includes"] = along.includes()
    return body, along


def _ids(posts: Sequence[Post]) -> tuple[str, ...]:
    return tuple(post.post_id for post in posts)


def _narrowed(ask: Ask, posts: Sequence[Post]) -> list[Post]:
    """Keep the posts within the span asked for that are not excluded."""
    span, excluded = Span.asked(ask), _excluded(ask)
    return [
        post
        for post in posts
        if span.holds(post)
        and not (post.reply_to and "replies" in excluded)
        and not (post.repost_of and "retweets" in excluded)
    ]


def _excluded(ask: Ask) -> frozenset[str]:
    text = ask.query.get("exclude")
    chosen = frozenset(text.split(",")) if text else frozenset[str]()
    if chosen - EXCLUDABLE:
        said = f"The `exclude` query parameter value [{text}] is not one of [replies,retweets]"
        raise ask.wrong("exclude", said)
    return chosen
