"""The scenario: who lives on the practice network and what they say, read from three files."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping  # noqa: TC003 - msgspec reads the annotations
from datetime import datetime  # noqa: TC003 - msgspec reads the annotations
from typing import Literal, TypeVar

import msgspec
from msgspec import Struct

from allybook.domain.errors import BadInput

T = TypeVar("T")

FILES = ("scenario.toml", "chat.toml", "words.toml")
"""The files of ``resources/practice`` that make a scenario."""


class Character(Struct, frozen=True):
    """One account. ``tie`` is how it stands to us: mutual, fan (follows us), idol, stranger.

    ``work`` is the sentence that introduces a person in the chat. ``quiet_days`` counts since the
    ``last_words``. ``was`` is the handle before a rename. ``asked`` is a follow request of ours
    that waits. ``followers`` is chance within the kind's usual range where it is 0.
    """

    handle: str
    name: str
    kind: Literal["organisation", "person", "noise"]
    bio: str
    place: str = ""
    work: str = ""
    topics: tuple[str, ...] = ()
    tie: Literal["mutual", "fan", "idol", "stranger"] = "stranger"
    joined: int = 2015
    followers: int = 0
    private: bool = False
    asked: bool = False
    verified: Literal["none", "blue", "business", "government"] = "none"
    quiet_days: int = 0
    last_words: str = ""
    was: str = ""
    fate: Literal["active", "suspended", "gone"] = "active"
    blocks_us: bool = False


class ListSeed(Struct, frozen=True):
    """One X List as it is when practice begins."""

    name: str
    description: str
    owner: str
    private: bool
    days_old: int
    members: tuple[str, ...]
    followers: int = 0


class Setting(Struct, frozen=True):
    """``scenario.toml``: when it is, who is there, and the lists. ``me`` is a handle."""

    anchor: datetime
    seed: int
    days: int
    me: str
    hashtag: str
    people: tuple[Character, ...]
    lists: tuple[ListSeed, ...]


class Line(Struct, frozen=True):
    """One thing said in a chat. ``to`` and ``quote`` name the ``key`` of another line.

    ``shares`` (which organisations, persons and hashtags this post nominates) and ``answers``
    (which question it answers, 0 for none) are ground truth for tests: the program never reads
    them.
    """

    by: str
    text: str
    key: str = ""
    to: str = ""
    quote: str = ""
    shares: tuple[str, ...] = ()
    answers: int | None = None
    lang: str = "en"
    tagged: bool = True


class Part(Struct, frozen=True):
    """One stretch of a chat, in minutes from its start; ``answers`` is the usual question."""

    name: str
    start: float
    end: float
    lines: tuple[Line, ...]
    answers: int = 0


class ChatScript(Struct, frozen=True):
    """``chat.toml``: one chat. It begins ``minutes_before`` the anchor.

    ``welcomes`` are introductions with ``{name}``, ``{place}`` and ``{work}``; ``reactions`` are
    short answers to what was just said; ``passers`` repost and say nothing.
    """

    title: str
    hashtag: str
    minutes_before: int
    length: int
    host: str
    guest: str
    welcomes: tuple[str, ...]
    reactions: tuple[str, ...]
    passers: tuple[str, ...]
    reposts: int
    parts: tuple[Part, ...]


class Topic(Struct, frozen=True):
    """What accounts with this interest say, and the hashtags they put behind it."""

    name: str
    tags: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    people: tuple[str, ...] = ()


class Family(Struct, frozen=True):
    """Noise that is nearly the same each time: who posts it, and how often in a week."""

    by: tuple[str, ...]
    a_week: float
    texts: tuple[str, ...]
    tags: tuple[str, ...] = ()
    chance_of_hashtag: float = 0.0


class Foreign(Struct, frozen=True):
    """One post in another language."""

    by: str
    lang: str
    text: str


class Recent(Struct, frozen=True):
    """One post of the last hours, ``ago`` minutes before the anchor; ``media`` is X's word."""

    ago: int
    by: str
    text: str
    media: Literal["", "photo", "video", "animated_gif"] = ""
    warmth: float = 1.0


class Earlier(Struct, frozen=True):
    """One post of an earlier chat, ``weeks`` ago."""

    weeks: int
    by: str
    text: str


class Pace(Struct, frozen=True):
    """How much is posted: acts a week for each kind, and how they divide (parts of one)."""

    organisation: float
    person: float
    me: float
    repost: float
    reply: float
    quote: float
    picture: float


class Words(Struct, frozen=True):
    """``words.toml``: what is said on ordinary days.

    ``slots`` are what ``{street}``, ``{weekday}`` and the like may become. ``ours`` are the posts
    of the signed-in account.
    """

    pace: Pace
    slots: Mapping[str, tuple[str, ...]]
    topics: tuple[Topic, ...]
    ours: tuple[str, ...]
    replies: tuple[str, ...]
    comments: tuple[str, ...]
    families: tuple[Family, ...]
    recent: tuple[Recent, ...]
    foreign: tuple[Foreign, ...]
    earlier: tuple[Earlier, ...]


class Scenario(Struct, frozen=True):
    """The three files together."""

    setting: Setting
    chat: ChatScript
    words: Words

    @classmethod
    def read(cls, texts: Mapping[str, str]) -> Scenario:
        """Read a scenario from the texts of ``FILES`` by name; ``BadInput`` names a wrong file."""
        return cls(
            _read("scenario.toml", texts, Setting),
            _read("chat.toml", texts, ChatScript),
            _read("words.toml", texts, Words),
        )


def _read(name: str, texts: Mapping[str, str], kind: type[T]) -> T:
    try:
        return msgspec.convert(tomllib.loads(texts[name]), kind)
    except KeyError:
        raise BadInput(f"The practice scenario lacks {name}; install Allybook again.") from None
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise BadInput(
            f"The practice scenario cannot be used: {name} is wrong ({error}). "
            "Install Allybook again; your own books are not touched."
        ) from error
