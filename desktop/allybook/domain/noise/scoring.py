"""The reasons for noise that a post brings with it, as marks and in words."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.facts import asks, own_words
from allybook.domain.filters.words import term_words
from allybook.domain.months import speak_day
from allybook.domain.noise.bait import bait_in, find_bait
from allybook.domain.noise.judgement import PLAIN, Verdict, more_of, points_of
from allybook.domain.noise.kinds import MORE_STEP, MOST_MORE, Mark, NoiseKind
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from allybook.domain.noise.judgement import Near
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern, Spoken

MANY_HASHTAGS = 4
FEW_WORDS = 6
MANY_CAPITALS = 16
MANY_EXCLAMATIONS = 3
_SHOWN = 3
_SIX_WORDS = re.compile(f"(?:[A-Za-z0-9]+ ){{{FEW_WORDS}}}")
_CAPITALS = bytes(ord("A") if chr(code).isupper() else ord(" ") for code in range(128)) * 2
_REPOST, _LINK_ONLY, _HASHTAGS = int(Mark.REPOST), int(Mark.LINK_ONLY), int(Mark.HASHTAGS)
_OWN_NAME, _SHOUTING = int(Mark.OWN_NAME), int(Mark.SHOUTING)
_GIVEAWAY, _QUESTION = int(Mark.GIVEAWAY), int(Mark.QUESTION)
_OWN_MARKS = _REPOST | _LINK_ONLY | _HASHTAGS | _OWN_NAME | _SHOUTING | _GIVEAWAY | _QUESTION
WORDINGS = (0, _GIVEAWAY, _QUESTION)
"""What the words of a post can bring."""


class NoiseReason(Struct, frozen=True):
    """One reason: its points (negative ones lower the noise) and what in the post it rests on."""

    kind: NoiseKind
    points: int
    found: tuple[str, ...] = ()

    @property
    def words(self) -> Spoken:
        """Return the reason as the details show it (``Giveaway wording: “win”, “prize”``)."""
        if self.kind is NoiseKind.HASHTAGS:
            return _spell(len(self.found))
        if self.kind in {NoiseKind.NEAR, NoiseKind.MUTED}:
            return speak(_LONG[self.kind], what=self.found[0])
        reason = speak(_LONG[self.kind])
        if not self.found:
            return reason
        quoted = speak_list([speak("“{words}”", words=found) for found in self.found[:_SHOWN]])
        more = len(self.found) - _SHOWN
        if more > 0:
            quoted = speak("{found} and {n} more", found=quoted, n=more)
        return speak("{reason}: {found}", reason=reason, found=quoted)

    @property
    def short(self) -> Spoken:
        """Return the reason as a card shows it (``giveaway wording +30``)."""
        return _say_short(self.kind, self.points, len(self.found))


@lru_cache(maxsize=256)
def _say_short(kind: NoiseKind, points: int, found: int) -> Spoken:
    """Return a reason with its points; a file of posts has the same few over and over."""
    many = kind is NoiseKind.HASHTAGS
    reason = _spell(found, large=False) if many else speak(_SHORT[kind])
    sign = "+" if points >= 0 else "\u2212"
    return speak("{reason} {points}", reason=reason, points=f"{sign}{abs(points)}")


_SHORT: Mapping[NoiseKind, Pattern] = {
    NoiseKind.REPOST: "repost",
    NoiseKind.NEAR: "nearly the same",
    NoiseKind.GIVEAWAY: "giveaway wording",
    NoiseKind.LINK_ONLY: "link only",
    NoiseKind.SHOUTING: "shouting",
    NoiseKind.OWN_NAME: "names itself",
    NoiseKind.STREAK: "promotes itself",
    NoiseKind.LANGUAGE: "other language",
    NoiseKind.MUTED: "muted",
    NoiseKind.QUESTION: "question",
    NoiseKind.CHAT: "chat hashtag",
    NoiseKind.ALLY: "ally",
}
_LONG: Mapping[NoiseKind, Pattern] = {
    NoiseKind.REPOST: "Repost of another post",
    NoiseKind.NEAR: "Nearly the same as {what}",
    NoiseKind.GIVEAWAY: "Giveaway wording",
    NoiseKind.LINK_ONLY: "Link only, few words of its own",
    NoiseKind.SHOUTING: "Shouting",
    NoiseKind.OWN_NAME: "Names its own account",
    NoiseKind.STREAK: "Third post in a day that promotes the same page",
    NoiseKind.LANGUAGE: "Not in your languages",
    NoiseKind.MUTED: "Muted: {what}",
    NoiseKind.QUESTION: "Asks a question",
    NoiseKind.CHAT: "Carries your chat hashtag",
    NoiseKind.ALLY: "By an ally",
}


def mark(post: Post, words: Sequence[str] | None = None) -> int:
    """Return the marks that a post brings by itself (``kinds.Mark``); ``words`` are its tokens.

    They rest on the post alone, so they stay true when more is learnt of the author; how many
    followers, posts or years an account has is never one of them: small is not noisy.
    """
    return mark_form(post) + mark_wording(post.text, words)


def mark_form(post: Post) -> int:
    """Return the marks that a post brings by its form: all but those of ``WORDINGS``.

    Every post that is read comes by here, so that it says what ``_find`` does, only sooner.
    """
    marks = _SHOUTING if _find_shouting(post.text) else 0
    if is_repost(post):
        marks += _REPOST
    if _is_link_only(post):
        marks += _LINK_ONLY
    if len(post.hashtags) >= MANY_HASHTAGS:
        marks += _HASHTAGS + _more(post)
    if post.mentions and find_own_name(post):
        marks += _OWN_NAME
    return marks


def mark_wording(text: str, words: Sequence[str] | None = None) -> int:
    """Return the mark that a post brings by its words, one of ``WORDINGS``; it takes longest."""
    if find_bait(text) if words is None else bait_in(words):
        return _GIVEAWAY
    return _QUESTION if asks(text) else 0


def score(post: Post) -> int:
    """Return the points of what a post brings by itself, by the shipped weights."""
    return points_of(mark(post), PLAIN.weights)


def reasons(post: Post, verdict: Verdict) -> tuple[NoiseReason, ...]:
    """Return why a post is as noisy as it is, in the order of the details pane.

    What weighs nothing is no reason.
    """
    weights = verdict.judgement.weights
    # Most posts have no mark of their own, and then nothing in them is looked for again.
    found = dict(_find(post)) if verdict.marks & _OWN_MARKS else {}
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


def name_near(near: Near | None) -> Spoken:
    """Return which post it is that one is nearly the same as (``@x's post of 12 Mar``)."""
    handle, at = (near.handle, near.at) if near else ("", None)
    if at is None:
        return speak("@{handle}'s post", handle=handle) if handle else speak("an older post")
    day = speak_day(at.date())
    if handle:
        return speak("@{handle}'s post of {day}", handle=handle, day=day)
    return speak("an older post of {day}", day=day)


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
    # Most begin with enough of them, and no part of a link or name stands there.
    if _SIX_WORDS.match(post.text):
        return False
    return len(term_words(own_words(post.text))) < FEW_WORDS


def _find_shouting(text: str) -> str:
    """Return how a text shouts, or ``""``."""
    exclamations = text.count("!")
    if not text.isascii():
        exclamations += text.count("！")  # noqa: RUF001 (the wide mark)
    if exclamations >= MANY_EXCLAMATIONS:
        return "!!!"
    if _count_capitals(text) < MANY_CAPITALS:
        return ""
    own = own_words(text)
    capitals = _count_capitals(own)
    small = sum(map(str.islower, own))
    return speak("CAPITALS") if capitals >= MANY_CAPITALS and capitals > small else ""


def _count_capitals(text: str) -> int:
    """Return how many capital letters a text has."""
    if text.isascii():
        return text.encode().translate(_CAPITALS).count(b"A")
    return sum(map(str.isupper, text))


def find_own_name(post: Post) -> str:
    """Return the author's own mention in a post that is no reply, or ``""``."""
    if post.reply_to is None:
        for mention in post.mentions:
            if mention.user_id == post.author_id:
                return f"@{mention.handle}"
    return ""


def _spell(number: int, *, large: bool = True) -> Spoken:
    """Return how many hashtags there are, in a word as far as words are shorter."""
    words = _NUMBERS.get(number)
    return speak(words[0 if large else 1]) if words else speak("{n} hashtags", n=number)


_NUMBERS: Mapping[int, tuple[Pattern, Pattern]] = {
    4: ("Four hashtags", "four hashtags"),
    5: ("Five hashtags", "five hashtags"),
    6: ("Six hashtags", "six hashtags"),
    7: ("Seven hashtags", "seven hashtags"),
    8: ("Eight hashtags", "eight hashtags"),
    9: ("Nine hashtags", "nine hashtags"),
    10: ("Ten hashtags", "ten hashtags"),
    11: ("Eleven hashtags", "eleven hashtags"),
    12: ("Twelve hashtags", "twelve hashtags"),
}
