"""The reasons for noise that a post brings with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from allybook.domain.filters.facts import asks, own_words
from allybook.domain.filters.words import term_words
from allybook.domain.noise.bait import find_bait

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.accounts import Account
    from allybook.domain.posts import Post

ALLY_RELIEF = 30
"""How much quieter a post is for being by an ally."""

MANY_HASHTAGS = 4
FEW_WORDS = 6
MANY_CAPITALS = 16
MANY_EXCLAMATIONS = 3
_LOUDEST = 100
_SHOWN = 3
_EACH_MORE_HASHTAG = 5
_MOST_FOR_HASHTAGS = 30
_NOT_CAPITALS = bytes(code for code in range(256) if not chr(code).isupper() or code > 127)  # noqa: PLR2004
_NUMBERS = ("Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


class NoiseKind(StrEnum):
    """The kinds of reason; the value is what a card says."""

    REPOST = "repost"
    GIVEAWAY = "giveaway wording"
    LINK_ONLY = "link only"
    HASHTAGS = "many hashtags"
    SHOUTING = "shouting"
    OWN_NAME = "names itself"
    QUESTION = "question"
    ALLY = "ally"


WEIGHTS = {
    NoiseKind.REPOST: 25,
    NoiseKind.GIVEAWAY: 30,
    NoiseKind.LINK_ONLY: 20,
    NoiseKind.HASHTAGS: 15,
    NoiseKind.SHOUTING: 15,
    NoiseKind.OWN_NAME: 10,
    NoiseKind.QUESTION: -10,
    NoiseKind.ALLY: -ALLY_RELIEF,
}


@dataclass(frozen=True, slots=True)
class NoiseReason:
    """One reason: its points (negative ones lower the noise) and what in the post it rests on."""

    kind: NoiseKind
    points: int
    found: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return the reason as the details show it (``Giveaway wording: “win”, “prize”``)."""
        if self.kind is NoiseKind.HASHTAGS:
            return f"{_spell(len(self.found))} hashtags"
        quoted = ", ".join(f"“{found}”" for found in self.found[:_SHOWN])
        more = len(self.found) - _SHOWN
        rest = f" and {more} more" if more > 0 else ""
        return _LONG[self.kind] + (f": {quoted}{rest}" if quoted else "")

    @property
    def short(self) -> str:
        """Return the reason as a card shows it (``giveaway wording +30``)."""
        sign = "+" if self.points >= 0 else "\u2212"
        kind = self.words.lower() if self.kind is NoiseKind.HASHTAGS else str(self.kind)
        return f"{kind} {sign}{abs(self.points)}"


_LONG = {
    NoiseKind.REPOST: "Repost of another post",
    NoiseKind.GIVEAWAY: "Giveaway wording",
    NoiseKind.LINK_ONLY: "Link only, few words of its own",
    NoiseKind.SHOUTING: "Shouting",
    NoiseKind.OWN_NAME: "Names its own account",
    NoiseKind.QUESTION: "Asks a question",
    NoiseKind.ALLY: "By an ally",
}


def score(post: Post, author: Account | None) -> int:
    """Return the sum of a post's reasons, before the relief for allies; it may pass 0 and 100.

    All reasons rest on the post alone, so the sum stays true when more is learnt of the author; how
    many followers, posts or years an account has is never one of them: small is not noisy.
    """
    return sum(reason.points for reason in _find(post))


def reasons(post: Post, author: Account | None, *, ally: bool) -> tuple[NoiseReason, ...]:
    """Return why a post is as noisy as it is, in the order of the details pane."""
    relief = (NoiseReason(NoiseKind.ALLY, -ALLY_RELIEF),) if ally else ()
    return (*_find(post), *relief)


def clamp(points: int, *, ally: bool) -> int:
    """Return the noise that is shown and filtered by, 0 to 100."""
    return max(0, min(_LOUDEST, points - (ALLY_RELIEF if ally else 0)))


def _find(post: Post) -> Iterator[NoiseReason]:
    """Yield the reasons that hold for a post."""
    text = post.text
    if post.repost_of is not None or text.startswith("RT @"):
        yield _reason(NoiseKind.REPOST)
    bait = find_bait(text)
    if bait:
        yield _reason(NoiseKind.GIVEAWAY, *bait)
    if _is_link_only(post):
        yield _reason(NoiseKind.LINK_ONLY)
    if len(post.hashtags) >= MANY_HASHTAGS:
        yield _count_hashtags(post.hashtags)
    shouted = _find_shouting(text)
    if shouted:
        yield _reason(NoiseKind.SHOUTING, shouted)
    own_name = _find_own_name(post)
    if own_name:
        yield _reason(NoiseKind.OWN_NAME, own_name)
    if not bait and asks(text):
        yield _reason(NoiseKind.QUESTION)


def _reason(kind: NoiseKind, *found: str) -> NoiseReason:
    """Return a reason with its weight."""
    return NoiseReason(kind, WEIGHTS[kind], found)


def _count_hashtags(hashtags: tuple[str, ...]) -> NoiseReason:
    """Return the reason for hashtags; each one over the fourth adds a little."""
    more = (len(hashtags) - MANY_HASHTAGS) * _EACH_MORE_HASHTAG
    points = min(_MOST_FOR_HASHTAGS, WEIGHTS[NoiseKind.HASHTAGS] + more)
    return NoiseReason(NoiseKind.HASHTAGS, points, hashtags)


def _is_link_only(post: Post) -> bool:
    """Return whether a post carries a link and hardly a word of its own.

    X writes the address of a photo into the text too: alone, that is no link.
    """
    if not post.links and (post.media or "://" not in post.text):
        return False
    return len(term_words(own_words(post.text))) < FEW_WORDS


def _find_shouting(text: str) -> str:
    """Return how a text shouts, or ``""``."""
    if text.count("!") + text.count("！") >= MANY_EXCLAMATIONS:  # noqa: RUF001 (the wide mark)
        return "!!!"
    if _count_capitals(text) < MANY_CAPITALS:
        return ""
    own = own_words(text)
    capitals = _count_capitals(own)
    small = sum(map(str.islower, own))
    return "CAPITALS" if capitals >= MANY_CAPITALS and capitals > small else ""


def _count_capitals(text: str) -> int:
    """Return how many capital letters a text has."""
    if text.isascii():
        return len(text.encode().translate(None, _NOT_CAPITALS))
    return sum(map(str.isupper, text))


def _find_own_name(post: Post) -> str:
    """Return the author's own mention in a post that is no reply, or ``""``."""
    if post.reply_to is None:
        for mention in post.mentions:
            if mention.user_id == post.author_id:
                return f"@{mention.handle}"
    return ""


def _spell(number: int) -> str:
    """Return a number of hashtags as a word, as far as words are shorter."""
    at = number - MANY_HASHTAGS
    return _NUMBERS[at] if at < len(_NUMBERS) else str(number)
