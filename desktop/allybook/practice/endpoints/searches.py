"""Recent search, and how many posts it would give."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from allybook.practice.answers import Answer
from allybook.practice.endpoints.timelines import posts_page
from allybook.practice.search.match import Matcher
from allybook.practice.search.query import BadQuery, parse_query
from allybook.practice.span import SEARCH_REACH, Span
from allybook.practice.wire import stamp

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from allybook.domain.posts import Post
    from allybook.practice.ask import Ask
    from allybook.practice.room import Room
    from allybook.practice.wire import Json

QUERY_LIMIT = 512
STEPS = {"minute": timedelta(minutes=1), "hour": timedelta(hours=1), "day": timedelta(days=1)}


def search_recent(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/tweets/search/recent``, the newest first."""
    size = ask.size(10, 100, 10)
    return posts_page(room, ask, _found(room, ask), size, scope=ask.text("query"))


def count_recent(room: Room, ask: Ask) -> Answer:
    """Answer ``GET /2/tweets/counts/recent``: counts by minute, hour or day, oldest first."""
    step = STEPS.get(ask.query.get("granularity", "hour"))
    if step is None:
        said = "The `granularity` query parameter value is not one of [minute,hour,day]"
        raise ask.wrong("granularity", said)
    posts = _found(room, ask)
    span = Span.searched(ask)
    start = span.start or ask.now - SEARCH_REACH
    edges = _edges(start, span.end or ask.now, step)
    buckets = [_bucket(ask, posts, *edge) for edge in edges]
    return Answer({"data": buckets, "meta": {ask.words.total: len(posts)}})


def _found(room: Room, ask: Ask) -> list[Post]:
    """Return the posts of the last seven days that match, oldest first; nothing private."""
    text = ask.text("query")
    if len(text) > QUERY_LIMIT:
        said = f"The `query` query parameter can not be longer than {QUERY_LIMIT} characters"
        raise ask.wrong("query", said)
    try:
        query = parse_query(text)
    except BadQuery as error:
        raise ask.wrong("query", str(error)) from None
    span = Span.searched(ask)
    matcher = Matcher(room.world)
    authors = [one.user_id for one in room.world.people if room.world.open_to_all(one)]
    return [
        post
        for post in room.world.posts(ask.now, authors=authors)
        if span.holds(post) and matcher.matches(query, post)
    ]


def _edges(start: datetime, end: datetime, step: timedelta) -> list[tuple[datetime, datetime]]:
    """Return the buckets: whole steps, the first and the last cut to the span."""
    midnight = start.replace(hour=0, minute=0, second=0, microsecond=0)
    edge = midnight + ((start - midnight) // step) * step
    edges = []
    while edge < end:
        edges.append((max(edge, start), min(edge + step, end)))
        edge += step
    return edges


def _bucket(ask: Ask, posts: Sequence[Post], start: datetime, end: datetime) -> Json:
    count = sum(1 for post in posts if start <= post.created_at < end)
    return {"start": stamp(start), "end": stamp(end), ask.words.posts: count}
