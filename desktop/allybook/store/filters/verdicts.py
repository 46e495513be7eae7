"""What the noise of a few posts rests on: their marks, and all that is laid over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.times import local, zone_of
from allybook.domain.mutes import Heard, table_of
from allybook.domain.noise import Mark, Near, Verdict, mark
from allybook.domain.reading.echoes import echoed
from allybook.store.accounts.accounts import read_accounts
from allybook.store.database.ids import known_numbers, listed
from allybook.store.database.lot import gather
from allybook.store.posts.reading import read_posts

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime, tzinfo

    import apsw

    from allybook.domain.mutes import Mute
    from allybook.domain.noise.judgement import Judgement
    from allybook.domain.people.accounts import Account
    from allybook.domain.posts import Post

# A plain number: every row that is shown asks for it.
NEAR = int(Mark.NEAR)
MARKS = """
    SELECT json_group_array(json_array(id, reasons)) FROM posts
    WHERE id IN (SELECT value FROM json_each(?))
"""
NUMBERS = msgspec.json.Decoder(list[tuple[int, int]])


class Bench(Struct, frozen=True):
    """The posts that are judged, by id, their authors by theirs, which are by allies, by what."""

    posts: Mapping[int, Post]
    authors: Mapping[str, Account]
    allies: Collection[int]
    judgement: Judgement


def read_verdicts(connection: apsw.Connection, bench: Bench, now: datetime) -> dict[int, Verdict]:
    """Return the verdict on each post at the moment ``now``, in the zone whose days are told."""
    pairs = gather(connection, MARKS, (listed(bench.posts),), NUMBERS)
    marks = dict(pairs)
    copies = [key for key, bits in marks.items() if bits & NEAR]
    nears = _name_nears(connection, copies, zone_of(now))
    mutes = _find_mutes(connection, bench) if bench.judgement.mutes else {}
    return {
        key: Verdict(
            bits if bits >= 0 else mark(bench.posts[key]),
            ally=key in bench.allies,
            foreign=bench.judgement.is_foreign(bench.posts[key].lang.lower()),
            mute=mutes.get(key),
            near=nears.get(key),
            judgement=bench.judgement,
        )
        for key, bits in marks.items()
    }


def _name_nears(
    connection: apsw.Connection, keys: Collection[int], zone: tzinfo
) -> dict[int, Near]:
    """Return which older post each of these is nearly the same as, by whom and of when."""
    if not keys:
        return {}
    from allybook.store.posts.near import copies_among  # noqa: PLC0415 (few rows have any)

    copies = copies_among(connection, keys)
    originals = read_posts(connection, set(copies.values()))
    authors = read_accounts(connection, {post.author_id for post in originals.values()})
    found: dict[int, Near] = {}
    for key, original in copies.items():
        near, post = Near(str(original)), originals.get(original)
        if post is not None:
            author = authors.get(post.author_id)
            handle, at = author.handle if author else "", local(post.created_at, zone)
            near = replace(near, handle=handle, at=at)
        found[key] = near
    return found


def _find_mutes(connection: apsw.Connection, bench: Bench) -> dict[int, Mute | None]:
    """Return what each post is muted by, or None."""
    find = table_of(bench.judgement.mutes).find
    return {key: find(heard) for key, heard in _hear(connection, bench).items()}


def _hear(connection: apsw.Connection, bench: Bench) -> dict[int, Heard]:
    """Return the posts with those that they pass on or quote."""
    first = {key: _originals(post) for key, post in bench.posts.items()}
    originals = read_posts(connection, {one for ones in first.values() for one in ones})
    wanted = {key: (*first[key], *_second(bench.posts[key], originals)) for key in first}
    beyond = {one for ones in wanted.values() for one in ones if one not in originals}
    originals |= read_posts(connection, beyond) if beyond else {}
    authors = read_accounts(connection, {post.author_id for post in originals.values()})
    return {
        key: Heard(
            post,
            bench.authors.get(post.author_id),
            tuple(
                (originals[one], authors.get(originals[one].author_id))
                for one in wanted[key]
                if one in originals
            ),
        )
        for key, post in bench.posts.items()
    }


def _second(post: Post, originals: Mapping[int, Post]) -> list[int]:
    """Return what the post that a repost passes on brings along itself."""
    if post.repost_of is None:
        return []
    passed_on = (originals[one] for one in _originals(post) if one in originals)
    return [further for one in passed_on for further in _originals(one)]


def _originals(post: Post) -> list[int]:
    return known_numbers(echoed(post))
