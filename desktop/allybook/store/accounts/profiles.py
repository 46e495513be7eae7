"""What is known of an account, fact by fact: what is None was never told."""

from __future__ import annotations

from msgspec import Struct

from allybook.domain.people.accounts import Account, Connection, Standing
from allybook.domain.turning import unturned
from allybook.store.database.ids import number_or_none, text_or_none
from allybook.store.database.moments import micros_or_none, moment_or_none
from allybook.store.database.packing import whole

Fact = str | int | None
Facts = tuple[Fact, ...]
PRIVATE, CONNECTIONS = 2, 10
"""Where the columns of ``profiles`` after the handle have these facts."""
ProfileRow = tuple[
    int,
    str | None,
    str | None,
    str | None,
    int | None,
    int | None,
    int | None,
    int | None,
    int | None,
    int | None,
    int | None,
    int | None,
    str | None,
    str,
]
"""A row of the view ``profiles``."""


class KnownProfile(Struct):
    """What is known of one account while a batch is laid over it. No facts: not even a row."""

    handle: str | None = None
    seen_at: int = -1
    facts: Facts = ()

    @property
    def private(self) -> Fact:
        """Return whether the account is private (1) or open (0), None where nobody told."""
        return self.facts[PRIVATE] if self.facts else None

    def has_closed(self, before: Fact) -> bool:
        """Return whether an account that was open, or may have been, is private now.

        One that we follow, and of which nobody had told, may have shown itself to us as private.
        """
        if self.private != 1:
            return False
        follows = Connection.FOLLOWING in str(self.facts[CONNECTIONS] or "").split()
        return before == 0 or (before is None and not follows)

    def learn(self, handle: str | None, facts: Facts, seen_at: int) -> None:
        """Lay newer facts over older ones; what is None says nothing."""
        is_news = seen_at >= self.seen_at
        if not self.facts:
            # Most of whom a file tells were never told of.
            self.facts = facts
        else:
            newer, older = (facts, self.facts) if is_news else (self.facts, facts)
            pairs = zip(newer, older, strict=True)
            self.facts = tuple([old if new is None else new for new, old in pairs])
        if handle and (is_news or self.handle is None):
            self.handle = handle
        if handle or any(fact is not None for fact in facts):
            self.seen_at = max(seen_at, self.seen_at)


def facts_of(account: Account) -> Facts:
    """Return the columns of ``profiles`` after the handle, None where the account says nothing.

    An account without a single fact of a profile (a mention, an id in an archive) says nothing
    about being private, verified or in good standing either.
    """
    told: Facts = (
        account.followers,
        account.following,
        account.posts,
        account.listed,
        micros_or_none(account.created_at),
        number_or_none(account.latest_post_id),
        None if account.connections is None else " ".join(sorted(account.connections)),
    )
    is_profile = bool(account.bio) or any(fact is not None for fact in told)
    active, name = account.standing is Standing.ACTIVE, account.name
    return (
        (name if name.isascii() else unturned(whole(name))) or None,
        whole(account.bio) if is_profile else None,
        int(account.private) if is_profile or account.private else None,
        int(account.verified) if is_profile or account.verified else None,
        *told,
        account.standing.value if is_profile or not active else None,
    )


def account_of(row: ProfileRow) -> Account:
    """Return the account in a row of ``profiles``."""
    *_, created_at, latest, connections, standing = row
    user_id, handle, name, bio, private, verified, followers, following, posts, within, *_ = row
    return Account(
        user_id=str(user_id),
        handle=handle or "",
        # An older Allybook kept it as X tells it.
        name=unturned(name or ""),
        bio=bio or "",
        private=bool(private),
        verified=bool(verified),
        followers=followers,
        following=following,
        posts=posts,
        listed=within,
        created_at=moment_or_none(created_at),
        latest_post_id=text_or_none(latest),
        connections=_connections_of(connections),
        standing=Standing(standing),
    )


def _connections_of(words: str | None) -> frozenset[Connection] | None:
    return None if words is None else frozenset(map(Connection, words.split()))
