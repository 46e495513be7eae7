"""Which stretch of time a request asks for."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.posts import id_at

if TYPE_CHECKING:
    from allybook.domain.posts import Post
    from allybook.practice.ask import Ask

SEARCH_REACH = timedelta(days=7)
SETTLING = timedelta(seconds=10)
"""X wants ``end_time`` to be at least this long before the request."""

TOO_OLD = (
    "'since_id' must be a tweet id created after {first:%Y-%m-%dT%H:%MZ}. Please use a 'since_id' "
    "that is larger than {after}"
)
"""X's sentence, as several programs recorded it (2022 to 2026); its specification is silent."""
MIXED = "Invalid use of 'since_id' or 'until_id' in conjunction with 'start_time' or 'end_time'."


class Span(Struct, frozen=True):
    """From ``start`` (included) to ``end`` (not), after ``since``, before ``until`` (ids)."""

    since: int | None
    until: int | None
    start: datetime | None
    end: datetime | None

    @classmethod
    def asked(cls, ask: Ask) -> Span:
        """Return what the parameters say."""
        start, end = ask.moment("start_time"), ask.moment("end_time")
        if start and end and start >= end:
            raise ask.wrong("end_time", "Invalid 'end_time'. It must be after 'start_time'.")
        return cls(ask.number("since_id"), ask.number("until_id"), start, end)

    @classmethod
    def searched(cls, ask: Ask) -> Span:
        """Return what the parameters of a search say: within the last seven days."""
        span = cls.asked(ask)
        first = ask.now - SEARCH_REACH
        if (span.since or span.until) and (span.start or span.end):
            named = "since_id" if span.since else "until_id"
            raise ask.wrong(named, MIXED)
        if span.since is not None and span.since < int(id_at(first)):
            raise ask.wrong("since_id", TOO_OLD.format(first=first, after=id_at(first)))
        if span.start and span.start < first:
            said = f"Invalid 'start_time'. It must be on or after {first.isoformat()}."
            raise ask.wrong("start_time", said)
        if span.end and span.end > ask.now - SETTLING:
            said = "Invalid 'end_time'. It must be at least 10 seconds before the request."
            raise ask.wrong("end_time", said)
        return cls(span.since, span.until, span.start or first, span.end)

    def holds(self, post: Post) -> bool:
        """Return whether a post is within."""
        key = int(post.post_id)
        if not (self.since or 0) < key < (self.until or 1 << 63):
            return False
        if self.start and post.created_at < self.start:
            return False
        return not (self.end and post.created_at >= self.end)
