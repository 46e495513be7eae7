"""The reasons for noise that a post brings with it, as marks and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.facts import asks, own_words
from allybook.domain.filters.words import term_words
from allybook.domain.months import MONTHS
from allybook.domain.noise.bait import find_bait
from allybook.domain.noise.judgement import PLAIN, Verdict, more_of, points_of
from allybook.domain.noise.kinds import MORE_STEP, MOST_MORE, Mark, NoiseKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from allybook.domain.noise.judgement import Near
    from allybook.domain.posts import Post

MANY_HASHTAGS = 4
FEW_WORDS = 6
MANY_CAPITALS = 16
MANY_EXCLAMATIONS = 3
_SHOWN = 3
_NOT_CAPITALS = bytes(code for code in range(256) if not chr(code).isupper() or code > 127)  # noqa: PLR2004
_NUMBERS = ("Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten", "Eleven", "Twelve")


class NoiseReason(Struct, frozen=True):
    """One reason: its points (negative ones lower the noise) and what in the post it rests on."""

    kind: NoiseKind
    points: int
    found: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """Return the reason as the details show it (``Giveaway wording: “win”, “prize”``)."""
        if self.kind is NoiseKind.HASHTAGS:
            return f"{_spell(len(self.found))} hashtags"
        if self.kind in {NoiseKind.NEAR, NoiseKind.MUTED}:
            return _LONG[self.kind] + "".join(self.found)
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
    NoiseKind.NEAR: "Nearly the same as ",
    NoiseKind.GIVEAWAY: "Giveaway wording",
    NoiseKind.LINK_ONLY: "Link only, few words of its own",
    NoiseKind.SHOUTING: "Shouting",
    NoiseKind.OWN_NAME: "Names its own account",
    NoiseKind.STREAK: "Third post in a day that promotes the same page",
    NoiseKind.LANGUAGE: "Not in your languages",
    NoiseKind.MUTED: "Muted: ",
    NoiseKind.QUESTION: "Asks a question",
    NoiseKind.CHAT: "Carries your chat hashtag",
    NoiseKind.ALLY: "By an ally",
}


def mark(post: Post) -> int:
    """Return the marks that a post brings by itself (``kinds.Mark``).

    They rest on the post alone, so they stay true when more is learnt of the author; how many
    followers, posts or years an account has is never one of them: small is not noisy.
    """
    marks = 0
    for kind, _ in _find(post):
        marks += _MARKS[kind]
    return marks + _more(post) if len(post.hashtags) > MANY_HASHTAGS else marks


def score(post: Post) -> int:
    """Return the points of what a post brings by itself, by the shipped weights."""
    return points_of(mark(post), PLAIN.weights)


def reasons(post: Post, verdict: Verdict) -> tuple[NoiseReason, ...]:
    """Return why a post is as noisy as it is, in the order of the details pane.

    What weighs nothing is no reason.
    """
    weights = verdict.judgement.weights
    found = dict(_find(post))
    found |= {kind: () for kind in _AROUND if verdict.marks & _MARKS[kind]}
    found |= dict.fromkeys(_laid_over(verdict), ())
    if NoiseKind.NEAR in found:
        found[NoiseKind.NEAR] = (name_near(verdict.near),)
    if verdict.mute:
        found[NoiseKind.MUTED] = (verdict.mute.words,)
    ordered = ((kind, found[kind]) for kind in NoiseKind if kind in found and weights[kind])
    more = weights[NoiseKind.HASHTAGS] * more_of(_more(post)) // MOST_MORE
    return tuple(
        NoiseReason(kind, weights[kind] + (more if kind is NoiseKind.HASHTAGS else 0), what)
        for kind, what in ordered
    )


def name_near(near: Near | None) -> str:
    """Return which post it is that one is nearly the same as (``@x's post of 12 Mar``)."""
    whose = f"@{near.handle}'s" if near and near.handle else "an older"
    day = f" of {near.at.day} {MONTHS[near.at.month - 1]}" if near and near.at else ""
    return f"{whose} post{day}"


_AROUND = (NoiseKind.NEAR, NoiseKind.STREAK, NoiseKind.CHAT)
"""What hangs on other posts: the cache marks it."""
_MARKS = {kind: int(Mark[kind.name]) for kind in NoiseKind if kind.name in Mark.__members__}


def _laid_over(verdict: Verdict) -> Iterator[NoiseKind]:
    """Yield what holds for a post because of who reads it."""
    if verdict.foreign:
        yield NoiseKind.LANGUAGE
    if verdict.mute:
        yield NoiseKind.MUTED
    if verdict.ally:
        yield NoiseKind.ALLY


def _find(post: Post) -> Iterator[tuple[NoiseKind, tuple[str, ...]]]:
    """Yield the reasons that hold for a post, and what they rest on."""
    text = post.text
    if is_repost(post):
        yield NoiseKind.REPOST, ()
    bait = find_bait(text)
    if bait:
        yield NoiseKind.GIVEAWAY, bait
    if _is_link_only(post):
        yield NoiseKind.LINK_ONLY, ()
    if len(post.hashtags) >= MANY_HASHTAGS:
        yield NoiseKind.HASHTAGS, post.hashtags
    shouted = _find_shouting(text)
    if shouted:
        yield NoiseKind.SHOUTING, (shouted,)
    own_name = find_own_name(post)
    if own_name:
        yield NoiseKind.OWN_NAME, (own_name,)
    if not bait and asks(text):
        yield NoiseKind.QUESTION, ()


def is_repost(post: Post) -> bool:
    """Return whether a post passes on another one."""
    return post.repost_of is not None or post.text.startswith("RT @")


def _more(post: Post) -> int:
    """Return the bits for the hashtags over the fourth."""
    return MORE_STEP * max(0, min(MOST_MORE, len(post.hashtags) - MANY_HASHTAGS))


def _is_link_only(post: Post) -> bool:
    """Return whether a post carries a link and hardly a word of its own.

    X writes the address of a photo into the text too: alone, that is no link.
    """
    if not post.links and (post.media or "://" not in post.text):
        return False
    if _count_plain(post.text) >= FEW_WORDS:
        return False
    return len(term_words(own_words(post.text))) < FEW_WORDS


def _count_plain(text: str) -> int:
    """Return how many words stand between spaces in plain letters: links and names are none."""
    return sum(map(bytes.isalnum, text.encode("ascii", "replace").split()))


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


def find_own_name(post: Post) -> str:
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
