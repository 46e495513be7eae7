"""A record with a number that X cannot have written spoils itself, and none of those around it."""

import csv
import json
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.check.followback import Side
from allybook.services.imports.run import import_file
from allybook.store.profile import Profile
from tests.cases import cases
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.files.archives import ACCOUNT, OWNER_ID, followers, tweet, write_zip
from tests.files.posts.test_records import exported, scraped, status
from tests.files.posts.test_twarc import ANA, old_post, page

FIRST = 1626918223349149697
SIDES = (2**63 - 1, 2**63, 2**64, 10**30, -1, -5, -(2**63), -(2**63) - 1, -(2**64), 1e300, 0.5)
WORDS = ("", "abc", "-5", "0", "007", "9" * 19, "9" * 25, "9" * 5_000, "²", "٣", "1e3", "NaN")
HOSTILE = (*SIDES, *map(str, SIDES), *WORDS, True, None, [], {})
VALUES = st.sampled_from(HOSTILE) | st.integers(-(2**70), 2**70) | st.integers().map(str)
PINNED = {"most_recent_tweet_id": "5", "most_recent_post_id": "6"}


def _scraped(number):
    """Return a post whose id stands in its address too, as snscrape has it."""
    address = f"https://twitter.com/NestLine/status/{number}"
    return scraped(id=number, url=address, viewCount=7)


SHAPES = {
    "page": lambda number: page(old_post(str(number))),
    "flattened": lambda number: old_post(str(number), author={**ANA, **PINNED}),
    "account": lambda number: {**ANA, **PINNED, "id": str(number), "username": "bo"},
    "tweepy": lambda number: status(str(number)),
    "snscrape": _scraped,
    "twitter-cli": lambda number: exported(id=str(number)),
}
"""What one line is, given the id of its post or account."""
PARTS = {
    "tweets.js": lambda number: {"tweet": tweet(str(number), in_reply_to_status_id_str="5")},
    "follower.js": lambda number: followers(str(number))[0],
}
"""What one record of a part of an archive is."""


def _row(number):
    """Return a row of a table of posts by its headings."""
    counts = {"likes": "3", "retweets": "2", "followers": "5", "following": "6"}
    told = {"text": "A1 #SwHelper @OakDesk", "in_reply_to_status_id": "5", **counts}
    return {"id": str(number), "author_id": "11", "created_at": "2023-02-18", "time": "12", **told}


def _leaves(value, path=()):
    """Yield the places of all numbers, and of texts that are some."""
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, inner in pairs:
            yield from _leaves(inner, (*path, name))
    elif (isinstance(value, int) and not isinstance(value, bool)) or str(value).isdecimal():
        yield path


def _spoil(value, path, hostile):
    """Return a value with a hostile one at a place."""
    if not path:
        return hostile
    inner = dict(value) if isinstance(value, dict) else list(value)
    inner[path[0]] = _spoil(inner[path[0]], path[1:], hostile)
    return inner


SPOILS = st.lists(st.tuples(st.integers(0, 40), VALUES), min_size=1, max_size=5)


def _spoiled(make, spoils):
    """Return good records with a spoiled one between each two of them, and the ids of the good."""
    places = list(_leaves(make(FIRST)))
    records = [make(FIRST)]
    for at, (place, hostile) in enumerate(spoils or product(range(len(places)), HOSTILE), 1):
        records.append(_spoil(make(FIRST - at), places[place % len(places)], hostile))
        records.append(make(FIRST + at))
    return records, [str(FIRST + at) for at in range(len(records) // 2 + 1)]


def _lost(write, good):
    """Import what is written, whole; return what of the good is not kept, or not read again."""
    with TemporaryDirectory() as folder:
        path = write(Path(folder))
        with Profile(Path(folder) / "profile", FixedClock()) as profile:
            desk = make_desk(profile, FixedClock(), None, up=False)
            done = import_file(desk, path, Patience())
            assert (done.broken, done.stopped) == ("", False)
            posts = [
                post for source, _ in desk.cache.sources() for post in desk.cache.posts(source)
            ]
            people = desk.cache.accounts([*good, *(post.author_id for post in posts)])
            sides = desk.cache.snapshots(OWNER_ID, Side.FOLLOWERS)
            kept = [*people, *(post.post_id for post in posts)]
            kept += [person for side in sides for person in side.user_ids]
            return set(good).difference(kept)


def _lines(shape, spoils=()):
    records, good = _spoiled(SHAPES[shape], spoils)

    def write(folder):
        path = folder / "some.jsonl"
        path.write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
        return path

    return write, good


def _archive(part, spoils=()):
    records, good = _spoiled(PARTS[part], spoils)

    def write(folder):
        return write_zip(folder / "a.zip", {"account.js": ACCOUNT, part: records})

    return write, good


def _table(spoils=()):
    records, good = _spoiled(_row, spoils)

    def write(folder):
        path = folder / "some.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, _row(FIRST))
            writer.writeheader()
            writer.writerows(records)
        return path

    return write, good


@pytest.mark.parametrize("shape", SHAPES)
@cases(10)
@given(spoils=SPOILS)
def test_a_line_with_such_a_number_spoils_no_other(shape, spoils):
    assert _lost(*_lines(shape, spoils)) == set()


@pytest.mark.parametrize("shape", SHAPES)
def test_nor_does_one_with_any_that_is_known(shape):
    assert _lost(*_lines(shape)) == set()


@pytest.mark.parametrize("part", PARTS)
@cases(10)
@given(spoils=SPOILS)
def test_a_record_of_an_archive_with_such_a_number_spoils_no_other(part, spoils):
    assert _lost(*_archive(part, spoils)) == set()


@pytest.mark.parametrize("part", PARTS)
def test_nor_does_one_of_an_archive_with_any_that_is_known(part):
    assert _lost(*_archive(part)) == set()


@cases(10)
@given(spoils=SPOILS)
def test_a_row_with_such_a_number_spoils_no_other(spoils):
    assert _lost(*_table(spoils)) == set()


def test_nor_does_one_with_any_that_is_known_in_a_table():
    assert _lost(*_table()) == set()
