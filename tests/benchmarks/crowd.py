"""A make-believe crowd and what it posts: for one size, always the same.

The last sixty days of a loud timeline: few words are used often and most seldom, few accounts post
much, a fourth are reposts, a tenth belong to a chat.
"""

from __future__ import annotations

import random
from datetime import timedelta
from itertools import accumulate, islice, product
from typing import TYPE_CHECKING

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Metrics, Post, id_at
from allybook.domain.reading.sources import Origin, Source
from tests.fakes.clock import NOON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.store.cache import SqliteCache

ACCOUNT = "7001"
BOOK = "My allies"
HOME = Source(Origin.HOME)
CHAT = Source(Origin.CHAT, "swhelper")
LUMP = 2_000
"""Posts saved in one transaction."""
CHAT_EVERY = 10
SPAN = timedelta(days=60)
PEOPLE = 2_000
ALLIES = 300
TAGS = ("housing", "health", "youth", "legal")
LANGUAGES = ("en",) * 7 + ("es", "de", "ja")
STARTS = ("",) * 25 + ("Action alert: ", "Call today: ", "GIVEAWAY, win a prize: ")
ENDS = (
    *("",) * 14,
    *("?",) * 3,
    *(" #SwHelper",) * 2,
    " #SwHelper #Housing",
    " #MutualAid",
    " #Win #Free #Now #Go",
)
_SEEN = """
    housing shelter beds tonight families support work people community help city rent food care
    health young school clinic hostel pantry tenants outreach respite kinship volunteers training
    hearing budget council meeting today thanks share story report research policy vote rights
"""
_SYLLABLES = "ba co du fe gi ho ka lu me ni po ra si to ve"
_RARE = ["".join(three) for three in product(_SYLLABLES.split(), repeat=3)]
WORDS = [*_SEEN.split(), *_RARE]
_WORD_WEIGHTS = [*accumulate(1 / (rank + 50) for rank in range(len(WORDS)))]
_PEOPLE_WEIGHTS = [*accumulate(1 / (rank + 10) for rank in range(PEOPLE))]


def people() -> list[Account]:
    """Return the accounts; every eighth is an organisation, few are private or verified."""
    return [
        Account(
            str(1000 + rank),
            handle(rank),
            f"{WORDS[rank].title()} {'Network' if rank % 8 == 0 else 'Reed'}",
            "We help." if rank % 8 == 0 else "She/her.",
            private=rank % 20 == 0,
            verified=rank % 30 == 0,
            followers=rank * 7,
        )
        for rank in range(PEOPLE)
    ]


def handle(rank: int) -> str:
    """Return the handle of the account that is the ``rank``-th loudest."""
    return f"{WORDS[rank]}{rank}"


def allies(count: int = ALLIES) -> list[Ally]:
    """Return approved allies with tags, loud and quiet ones."""
    step = max(PEOPLE // count, 1)
    return [
        Ally(
            str(1000 + rank),
            handle(rank),
            str(1000 + rank),
            Kind.ORGANISATION,
            Status.APPROVED,
            tags=(TAGS[rank // step % len(TAGS)],),
        )
        for rank in range(0, count * step, step)
    ]


def mutes() -> list[Mute]:
    """Return what somebody is tired of: ten words, often and seldom used, and two authors.

    One post in nineteen has one of the words.
    """
    words = WORDS[100::300][:10]
    people = ((rank, str(1000 + rank)) for rank in (30, 300))
    authors = [Mute(MuteKind.AUTHOR, handle(rank), user_id=user_id) for rank, user_id in people]
    return [*(Mute(MuteKind.WORD, word) for word in words), *authors]


def posts(size: int) -> Iterator[Post]:
    """Yield ``size`` posts, oldest first."""
    chance = random.Random(size)  # noqa: S311 - sample data
    for number in range(size):
        yield _post(chance, number, size)


def lumps(size: int) -> Iterator[tuple[Source, list[Post]]]:
    """Yield the posts as they are saved, some at a time, with where they came from."""
    coming = posts(size)
    for number in range(-(-size // LUMP)):
        source = CHAT if number % CHAT_EVERY == 1 else HOME
        yield source, list(islice(coming, LUMP))


def settle(cache: SqliteCache) -> None:
    """Keep the accounts and the allies, as they are known before the posts come."""
    cache.save_accounts(people(), NOON)
    cache.lay_roster(BOOK, allies())


def _post(chance: random.Random, number: int, size: int) -> Post:
    made = NOON - SPAN * ((size - number) / size)
    author, other = chance.choices(range(PEOPLE), cum_weights=_PEOPLE_WEIGHTS, k=2)
    words = chance.choices(WORDS, cum_weights=_WORD_WEIGHTS, k=chance.randrange(6, 24))
    kind = chance.randrange(20)
    end, mentioned = chance.choice(ENDS), kind % 3 == 0
    links = (f"https://{WORDS[number % 400]}.example/{number}",) if kind % 4 == 1 else ()
    named = f" @{handle(other)}" if mentioned else ""
    text = f"{chance.choice(STARTS)}{' '.join(words)}{named}{end} {' '.join(links)}".rstrip()
    return Post(
        post_id=id_at(made, sequence=number % 4096),
        author_id=str(1000 + author),
        created_at=made.replace(microsecond=made.microsecond // 1000 * 1000),
        text=text,
        lang=chance.choice(LANGUAGES),
        repost_of="1" if kind < 5 else None,
        reply_to="2" if kind in range(5, 10) else None,
        reply_to_user=str(1000 + other) if mentioned and kind in range(5, 10) else None,
        hashtags=tuple(word[1:] for word in end.split() if word.startswith("#")),
        mentions=(Mention(handle(other), str(1000 + other)),) if mentioned else (),
        links=links,
        media=("photo",) if kind % 7 == 0 else (),
        metrics=Metrics(kind % 4, kind, int(chance.paretovariate(0.8))),
    )
