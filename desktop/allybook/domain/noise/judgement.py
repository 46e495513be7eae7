"""How noise is judged: a person's weights, languages and mutes, laid over what posts bring."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct, field

from allybook.domain.mutes import MUTES, read_mutes
from allybook.domain.noise.kinds import (
    DEFAULT_WEIGHTS,
    MARKS,
    MORE_STEP,
    MOST_MORE,
    Mark,
    NoiseKind,
)
from allybook.domain.noise.languages import LANGUAGES, own_codes, read_languages
from allybook.domain.noise.weights import WEIGHTS, read_weights, write_weights

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from allybook.domain.mutes import Mute
    from allybook.domain.noise.kinds import Weights

LOUDEST = 100
# Plain numbers: an import asks for them with every post.
_HASHTAGS, _MORE = int(Mark.HASHTAGS), int(Mark.MORE)


class Judgement(Struct, frozen=True):
    """What noise is judged by. No ``languages`` at all: every language is the person's own."""

    weights: Weights = field(default_factory=lambda: DEFAULT_WEIGHTS)
    languages: tuple[str, ...] = ()
    mutes: tuple[Mute, ...] = ()

    @property
    def key(self) -> str:
        """Return what the sums in the cache hang on: the weights laid there, and the languages."""
        return f"{write_weights(self.weights)}|{','.join(sorted(self.languages))}"

    def is_foreign(self, lang: str) -> bool:
        """Return whether a post's language (lower-cased, as X says it) is none of the person's."""
        return bool(self.languages) and lang not in own(self.languages)

    def laid(self, marks: int, lang: str) -> int:
        """Return the points that the cache keeps: of the marks, and for the language."""
        foreign = self.weights[NoiseKind.LANGUAGE] if self.is_foreign(lang) else 0
        return points_of(marks, self.weights) + foreign

    def sum(self, verdict: Verdict) -> int:
        """Return the noise of a post, 0 to 100."""
        points = points_of(verdict.marks, self.weights)
        points += self.weights[NoiseKind.LANGUAGE] if verdict.foreign else 0
        points += self.weights[NoiseKind.MUTED] if verdict.mute else 0
        points += self.weights[NoiseKind.ALLY] if verdict.ally else 0
        return max(0, min(LOUDEST, points))


def from_key(key: str) -> Judgement:
    """Return the judgement, without its mutes, that a key stands for."""
    weights, _, languages = key.rpartition("|")
    return Judgement(read_weights(weights), tuple(filter(None, languages.split(","))))


def read_judgement(
    read: Callable[[str], str], now: datetime, home: tuple[str, ...] = ()
) -> Judgement:
    """Return the judgement that settings make at ``now`` (UTC), with the mutes in force.

    ``read`` gives the text of a setting; ``home`` are the languages of who has chosen none.
    """
    mutes = tuple(mute for mute in _mutes(read(MUTES)) if mute.lasts(now))
    return Judgement(_weights(read(WEIGHTS)), read_languages(read(LANGUAGES), home), mutes)


_mutes = lru_cache(maxsize=2)(read_mutes)
_weights = lru_cache(maxsize=2)(read_weights)

PLAIN = Judgement()
"""The shipped weights, in every language, with nothing muted."""


class Near(Struct, frozen=True):
    """The older post that one is nearly the same as: its id, who wrote it (if known), and when.

    ``at`` is in the zone whose days are told.
    """

    post_id: str
    handle: str = ""
    at: datetime | None = None


class Verdict(Struct, frozen=True, gc=False):
    """All that a post's noise rests on, and what it was judged by."""

    marks: int
    ally: bool = False
    foreign: bool = False
    mute: Mute | None = None
    near: Near | None = None
    judgement: Judgement = PLAIN

    @property
    def noise(self) -> int:
        """Return the noise, 0 to 100."""
        return self.judgement.sum(self)


def points_of(marks: int, weights: Weights) -> int:
    """Return the points of a post's marks; below 0 where it is calmer than calm.

    The fifth, sixth and seventh hashtag add a third of the weight each.
    """
    if not marks:
        return 0
    points = sum(weights[kind] for kind, bit in MARKS.items() if marks & bit)
    if marks & _HASHTAGS:
        points += weights[NoiseKind.HASHTAGS] * more_of(marks) // MOST_MORE
    return points


def more_of(marks: int) -> int:
    """Return how many hashtags over the fourth the marks count (at most three)."""
    return (marks & _MORE) // MORE_STEP


def points_by_marks(weights: Weights) -> dict[int, int]:
    """Return every set of marks that a post can have, with its points (``points_of``)."""
    heavy, hashtags = weights[NoiseKind.HASHTAGS], range(MOST_MORE + 1)
    known = [(_HASHTAGS + MORE_STEP * more, heavy + heavy * more // MOST_MORE) for more in hashtags]
    known.append((0, 0))
    for kind, bit in MARKS.items():
        if kind is not NoiseKind.HASHTAGS:
            weight = weights[kind]
            # Each of them with this mark, too: adding them all up anew takes twenty times as long.
            known += [(marks + bit, points + weight) for marks, points in known]
    return dict(known)


@lru_cache(maxsize=16)
def own(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the codes of a person's languages."""
    return own_codes(languages)
