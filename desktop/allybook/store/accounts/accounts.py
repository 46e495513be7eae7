"""Accounts in the cache: who they are now, what they were called before, what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec.structs import replace

from allybook.domain.people.accounts import Reason, Standing
from allybook.store.accounts.falls import end_falls, save_falls
from allybook.store.accounts.profiles import KnownProfile, ProfileRow, account_of, facts_of
from allybook.store.database.ids import batches, known_numbers, listed, number
from allybook.store.database.lot import gather
from allybook.store.database.moments import micros, moment_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    import apsw

    from allybook.domain.people.accounts import Account, Problem
    from allybook.store.accounts.profiles import Fact

BATCH = 1_000
PROFILES = msgspec.json.Decoder(list[ProfileRow])
BY_ID = """
    SELECT json_group_array(json_array(
        id, handle, name, bio, private, verified, followers, following, posts, listed,
        created_at, latest_post_id, connections, standing
    ))
    FROM profiles WHERE id IN (SELECT value FROM json_each(?))
"""
BY_HANDLE = """
    SELECT profiles.* FROM accounts JOIN profiles USING (id)
    WHERE accounts.folded IN (SELECT value FROM json_each(?))
"""
KNOWN = """
    SELECT seen_at, profiles.* FROM accounts JOIN profiles USING (id)
    WHERE id IN (SELECT value FROM json_each(?))
"""
RIVALS = """
    SELECT id, folded, seen_at FROM accounts WHERE folded IN (SELECT value FROM json_each(?))
"""
GIVE_UP = """
    UPDATE accounts SET handle = NULL, folded = NULL
    WHERE folded IN (SELECT value FROM json_each(?))
"""
SAVE = """
    INSERT INTO accounts (
        id, handle, folded, seen_at, name, bio, private, verified, followers, following,
        posts, listed, created_at, latest_post_id, connections, standing
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET
        handle = excluded.handle, folded = excluded.folded, seen_at = excluded.seen_at,
        name = excluded.name, bio = excluded.bio,
        private = excluded.private, verified = excluded.verified,
        followers = excluded.followers, following = excluded.following,
        posts = excluded.posts, listed = excluded.listed,
        created_at = excluded.created_at, latest_post_id = excluded.latest_post_id,
        connections = excluded.connections, standing = excluded.standing
"""
REMEMBER = """
    INSERT INTO handles VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET handle = excluded.handle, seen_at = max(seen_at, excluded.seen_at)
    WHERE handle <> excluded.handle OR seen_at < excluded.seen_at
"""
OLD_HANDLES = """
    SELECT handle FROM handles
    WHERE user_id = ? AND folded IS NOT (SELECT folded FROM accounts WHERE id = handles.user_id)
    ORDER BY seen_at DESC, folded
"""
FORMER_HOLDERS = """
    SELECT handles.folded, user_id FROM handles JOIN accounts ON accounts.id = user_id
    WHERE handles.folded IN (SELECT value FROM json_each(?))
    AND handles.folded IS NOT accounts.folded
    ORDER BY handles.seen_at DESC, user_id
"""
LOOK_UP = """
    INSERT INTO look_ups VALUES (?, ?)
    ON CONFLICT DO UPDATE SET as_of = max(as_of, excluded.as_of)
"""
LOOKED_UP = "SELECT user_id, as_of FROM look_ups WHERE user_id IN (SELECT value FROM json_each(?))"
FALLEN = """
    INSERT INTO accounts (id, standing, seen_at) VALUES (?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET standing = excluded.standing, seen_at = excluded.seen_at
    WHERE excluded.seen_at >= accounts.seen_at
"""
STILL_FALLEN = """
    SELECT id FROM accounts WHERE id IN (SELECT value FROM json_each(?)) AND standing <> 'active'
"""
STANDINGS = {Reason.GONE: Standing.GONE, Reason.SUSPENDED: Standing.SUSPENDED}


def save_accounts(
    connection: apsw.Connection, accounts: Sequence[Account], seen_at: datetime
) -> None:
    """Keep accounts; a fact that is None overwrites none, an older fact no newer one.

    The posts of who has become private meanwhile go: they were shown to everybody then.
    """
    for batch in batches(accounts, BATCH):
        _save_batch(connection, batch, micros(seen_at))


def save_problems(
    connection: apsw.Connection, problems: Sequence[Problem], seen_at: datetime
) -> None:
    """Keep that accounts (by id) are suspended or gone.

    A handle that nobody has is not an account that is gone: it may have been renamed. Of who fell,
    posts, name and bio go: X shows them to nobody any more.
    """
    fallen = [
        (user_id, STANDINGS[problem.reason].value, micros(seen_at))
        for problem in problems
        if problem.reason in STANDINGS
        for user_id in known_numbers([problem.resource])
    ]
    connection.executemany(FALLEN, fallen)
    save_falls(connection, fallen)
    rows = connection.execute(STILL_FALLEN, (listed(user_id for user_id, *_ in fallen),))
    down = [user_id for (user_id,) in rows]
    from allybook.store.posts.erasure import (  # noqa: PLC0415 (few fall)
        blank_profiles,
        erase_posts_by,
    )

    erase_posts_by(connection, down)
    blank_profiles(connection, down)


def read_accounts(connection: apsw.Connection, user_ids: Iterable[str]) -> dict[str, Account]:
    """Return the known ones of these, by id."""
    ids = listed(known_numbers(user_ids))
    rows = gather(connection, BY_ID, (ids,), PROFILES)
    return {account.user_id: account for account in map(account_of, rows)}


def read_accounts_by_handle(
    connection: apsw.Connection, handles: Iterable[str]
) -> dict[str, Account]:
    """Return those who have these handles now, by lower-cased handle."""
    rows = connection.execute(BY_HANDLE, (listed(handle.lower() for handle in handles),))
    return {account.handle.lower(): account for account in map(account_of, rows)}


def read_old_handles(connection: apsw.Connection, user_id: str) -> list[str]:
    """Return the handles that an account had before, newest first."""
    return [
        handle
        for known in known_numbers([user_id])
        for (handle,) in connection.execute(OLD_HANDLES, (known,))
    ]


def read_former_holders(
    connection: apsw.Connection, handles: Iterable[str]
) -> dict[str, list[str]]:
    """Return the ids of who had these handles before, the last one first."""
    found: dict[str, list[str]] = {}
    folded = listed({handle.lower() for handle in handles})
    for handle, user_id in connection.execute(FORMER_HOLDERS, (folded,)):
        found.setdefault(handle, []).append(str(user_id))
    return found


def read_look_ups(connection: apsw.Connection, user_ids: Iterable[str]) -> dict[str, datetime]:
    """Return when X last told how accounts stand to us, for those of whom it did."""
    rows = connection.execute(LOOKED_UP, (listed(known_numbers(user_ids)),))
    return {str(user_id): moment_at(as_of) for user_id, as_of in rows}


def _save_batch(connection: apsw.Connection, accounts: Sequence[Account], seen_at: int) -> None:
    known = _known(connection, dict.fromkeys(number(one.user_id) for one in accounts))
    before = {user_id: replace(one) for user_id, one in known.items()}
    for account in accounts:
        known[int(account.user_id)].learn(account.handle or None, facts_of(account), seen_at)
    closed = [key for key, one in known.items() if one.has_closed(before[key].private)]
    if closed:
        from allybook.store.posts.erasure import erase_posts_by  # noqa: PLC0415 (few close)

        erase_posts_by(connection, closed)
    touched = _touched(known, before)
    _settle_handles(connection, touched, seen_at)
    connection.executemany(SAVE, _rows(touched))
    there = (int(one.user_id) for one in accounts if one.standing is Standing.ACTIVE)
    end_falls(connection, there, seen_at)
    connection.executemany(
        LOOK_UP,
        (
            (int(account.user_id), seen_at)
            for account in accounts
            if account.connections is not None
        ),
    )
    connection.executemany(
        REMEMBER,
        (
            (int(account.user_id), account.handle.lower(), account.handle, seen_at)
            for account in accounts
            if account.handle
        ),
    )


def _touched(
    known: Mapping[int, KnownProfile], before: Mapping[int, KnownProfile]
) -> dict[int, KnownProfile]:
    """Return those of whom something is new, and whose handle one of them takes.

    Files tell of the same people page after page, and mostly nothing new.
    """
    new = {user_id for user_id, one in known.items() if one != before[user_id]}
    taken = {(known[user_id].handle or "").lower() for user_id in new} - {""}
    return {
        user_id: one
        for user_id, one in known.items()
        if user_id in new or (one.handle or "").lower() in taken
    }


def _known(connection: apsw.Connection, ids: Iterable[int]) -> dict[int, KnownProfile]:
    known = {user_id: KnownProfile() for user_id in ids}
    for seen_at, user_id, handle, *facts in connection.execute(KNOWN, (listed(known),)):
        known[user_id] = KnownProfile(handle, seen_at, tuple(facts))
    return known


def _settle_handles(
    connection: apsw.Connection, known: Mapping[int, KnownProfile], seen_at: int
) -> None:
    """Give each handle to the one last seen with it; who had it before has none that we know.

    Handles change hands, even within one batch (a swap).
    """
    holders = _holders(known)
    rivals = list(connection.execute(RIVALS, (listed(holders),)))
    for user_id, folded, rival_seen_at in rivals:
        if user_id not in known and rival_seen_at > seen_at:
            known[holders.pop(folded)].handle = None
    connection.execute(GIVE_UP, (listed(holders),))


def _holders(known: Mapping[int, KnownProfile]) -> dict[str, int]:
    """Return who of a batch holds which handle; of two, the one seen later or named last."""
    holders: dict[str, int] = {}
    for user_id, one in sorted(known.items(), key=lambda item: item[1].seen_at):
        if one.handle is not None:
            loser = holders.get(one.handle.lower())
            if loser is not None:
                known[loser].handle = None
            holders[one.handle.lower()] = user_id
    return holders


def _rows(known: Mapping[int, KnownProfile]) -> Iterator[tuple[Fact, ...]]:
    for user_id, one in known.items():
        folded = None if one.handle is None else one.handle.lower()
        facts = (*one.facts[:-1], one.facts[-1] or Standing.ACTIVE.value)
        yield (user_id, one.handle, folded, max(one.seen_at, 0), *facts)
