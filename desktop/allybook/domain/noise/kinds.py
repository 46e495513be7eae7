"""The named reasons for noise, the bits that the cache keeps of them, and what each weighs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntFlag, StrEnum


class NoiseKind(StrEnum):
    """The kinds of reason; the value is what a card says."""

    REPOST = "repost"
    NEAR = "nearly the same"
    GIVEAWAY = "giveaway wording"
    LINK_ONLY = "link only"
    HASHTAGS = "many hashtags"
    SHOUTING = "shouting"
    OWN_NAME = "names itself"
    STREAK = "promotes itself"
    LANGUAGE = "other language"
    MUTED = "muted"
    QUESTION = "question"
    CHAT = "chat hashtag"
    ALLY = "ally"

    @property
    def key(self) -> str:
        """Return the word for it on the command line and in the settings (``link-only``)."""
        return self.name.lower().replace("_", "-")


class Mark(IntFlag):
    """What the cache keeps of a post's reasons, as bits; none of them hangs on a weight.

    The two bits of ``MORE`` count the hashtags over the fourth, up to three. ``LANGUAGE``,
    ``MUTED`` and ``ALLY`` can change without the post, and are laid over these.
    """

    REPOST = 1
    GIVEAWAY = 2
    LINK_ONLY = 4
    HASHTAGS = 8
    MORE = 48
    SHOUTING = 64
    OWN_NAME = 128
    QUESTION = 256
    NEAR = 512
    STREAK = 1024
    CHAT = 2048


MORE_STEP = 16
"""The lower bit of ``MORE``."""
MOST_MORE = 3
MARKS: Mapping[NoiseKind, int] = {
    kind: int(Mark[kind.name]) for kind in NoiseKind if kind.name in Mark.__members__
}

Weights = Mapping[NoiseKind, int]
"""Points by reason; those of ``RELIEFS`` are below 0."""

DEFAULT_WEIGHTS: Weights = {
    NoiseKind.REPOST: 25,
    NoiseKind.NEAR: 25,
    NoiseKind.GIVEAWAY: 30,
    NoiseKind.LINK_ONLY: 20,
    NoiseKind.HASHTAGS: 15,
    NoiseKind.SHOUTING: 15,
    NoiseKind.OWN_NAME: 10,
    NoiseKind.STREAK: 20,
    NoiseKind.LANGUAGE: 20,
    NoiseKind.MUTED: 100,
    NoiseKind.QUESTION: -10,
    NoiseKind.CHAT: -10,
    NoiseKind.ALLY: -30,
}
RELIEFS = frozenset({NoiseKind.QUESTION, NoiseKind.CHAT, NoiseKind.ALLY})
HEAVIEST = 100
KINDS = {kind.key: kind for kind in NoiseKind}
"""The kinds by their words on the command line."""
