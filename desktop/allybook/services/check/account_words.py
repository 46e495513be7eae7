"""What ``is:`` asks of very many accounts at once and their faces do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.people.bios import says_no_lists
from allybook.domain.posts import id_at
from allybook.services.check.manners import read_manners

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from allybook.domain.people.accounts import Account
    from allybook.services.desk import Desk

VERIFIED, NO_LISTS, QUIET = "verified", "no_lists", "quiet"
BATCH = 2_000
"""So many profiles are held at a time: of each only a word or two stays."""


def words_of(desk: Desk, user_ids: Sequence[str]) -> Mapping[str, frozenset[str]]:
    """Return by user id the words that hold, of those of whom any does.

    Who posted last longer ago than the manners allow is ``quiet``; of whom no post is known is not.
    """
    # Ids of posts go by the time: the oldest that is not too old tells them apart.
    fresh = int(id_at(desk.clock.now() - read_manners(desk).quiet_after))
    latest = desk.cache.latest_posts(user_ids)
    told: dict[str, frozenset[str]] = {}
    for start in range(0, len(user_ids), BATCH):
        some = user_ids[start : start + BATCH]
        accounts = desk.cache.accounts(some)
        for user_id in some:
            account = accounts.get(user_id)
            words = set(_said(account)) if account else set()
            if 0 < _newest(account, latest.get(user_id)) < fresh:
                words.add(QUIET)
            if words:
                told[user_id] = frozenset(words)
    return told


def _said(account: Account) -> Iterator[str]:
    if account.verified:
        yield VERIFIED
    if account.bio and says_no_lists(account.bio):
        yield NO_LISTS


def _newest(account: Account | None, cached: str | None) -> int:
    return max(int(cached or 0), int((account.latest_post_id if account else "") or 0))
