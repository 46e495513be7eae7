"""Posts and authors as a view shows them; all names are invented."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from allybook.domain.people.accounts import Account
from allybook.domain.posts import Metrics, Post
from allybook.ports.cache import Row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

NOW = datetime(2026, 3, 31, 9, 41, tzinfo=UTC)
TEXT = "Fourteen beds open tonight, call @HarborRowSN before 8 PM. #SwHelper https://beds.example/x"


def now() -> datetime:
    """Return the moment at which all samples are looked at."""
    return NOW


def make_post(post_id: int, text: str = TEXT, *, minutes: int = 12, author: str = "7") -> Post:
    """Return a post that is ``minutes`` old."""
    made = NOW - timedelta(minutes=minutes)
    return Post(str(post_id), author, made, text, metrics=Metrics(6, 41, 58))


def make_row(post_id: int, text: str = TEXT, *, ally: bool = True, minutes: int = 12) -> Row:
    """Return a post with its author."""
    author = Account("7", "HarborRowSN", "Harbor Row Shelter Network")
    return Row(make_post(post_id, text, minutes=minutes), author, ally, 0)


@dataclass
class CardShelf:
    """Answers like the cache's ``rows``, and remembers what it was asked for."""

    missing: frozenset[int] = frozenset()
    text: str = TEXT
    asked: list[Sequence[int]] = field(default_factory=list)

    def fetch(self, post_ids: Sequence[int]) -> Mapping[int, Row]:
        """Return rows by id."""
        self.asked.append(post_ids)
        return {
            post_id: make_row(post_id, self.text)
            for post_id in post_ids
            if post_id not in self.missing
        }
