"""The reasons for noise that a post brings with it, as marks and in words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.expressions import expression
from allybook.domain.filters.facts import own_words
from allybook.domain.filters.times import day_of, zone_of
from allybook.domain.filters.words import tag_word, term_words, text_words
from allybook.domain.money.months import speak_day
from allybook.domain.noise.asking import asks_by_opening, asks_by_sign
from allybook.domain.noise.bait import find_bait, is_bait, may_say
from allybook.domain.noise.cutting import bait_words, openings
from allybook.domain.noise.judgement import PLAIN, Verdict, more_of, points_of
from allybook.domain.noise.kinds import MORE_STEP, MOST_MORE, Mark, NoiseKind
from allybook.domain.noise.shouting import find_shouting, may_shout
from allybook.domain.reading.echoes import links_beyond
from allybook.domain.spoken import speak, speak_list

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.noise.judgement import Near
    from allybook.domain.posts import Post
    from allybook.domain.spoken import Pattern, Spoken

MANY_HASHTAGS = 4
FEW_WORDS = 6
_SHOWN = 3
_SIX_WORDS = expression(f"(?:[A-Za-z0-9]+ ){{{FEW_WORDS}}}")
_PASSED_ON = "RT @"
_REPOST, _LINK_ONLY, _HASHTAGS = int(Mark.REPOST), int(Mark.LINK_ONLY), int(Mark.HASHTAGS)
_OWN_NAME, _SHOUTING = int(Mark.OWN_NAME), int(Mark.SHOUTING)
_GIVEAWAY, _QUESTION = int(Mark.GIVEAWAY), int(Mark.QUESTION)
_OWN_MARKS = _REPOST | _LINK_ONLY | _HASHTAGS | _OWN_NAME | _SHOUTING | _GIVEAWAY
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


def mark(post: Post) -> int:
    """Return the marks that a post brings by itself (``kinds.Mark``).

    They rest on the post alone, so they stay true when more is learnt of the author; how many
    followers, posts or years an account has is never one of them: small is not noisy.
    """
    return mark_form(post) + mark_wording(post.text)


def mark_all(posts: Sequence[Post], words: Sequence[Sequence[str]]) -> list[int]:
    """Return the same of many posts, of which ``words`` has all tokens.

    What few texts have is looked for in all of them at once, and judged one by one only there.
    """
    texts = [post.text for post in posts]
    marks = _mark_shapes(posts)
    for place in may_shout(texts):
        if find_shouting(texts[place]):
            marks[place] += _SHOUTING
    spoken = may_say(words, _known())
    baits = {place for place in spoken if is_bait(texts[place], words[place])}
    asking = {place for place in spoken if asks_by_opening(texts[place], words[place])}
    for place, text in enumerate(texts):
        if ("?" in text or "Q" in text or not text.isascii()) and asks_by_sign(text, words[place]):
            asking.add(place)
    for place in baits:
        marks[place] += _GIVEAWAY
    for place in asking - baits:
        marks[place] += _QUESTION
    return marks


def mark_form(post: Post) -> int:
    """Return the marks that a post brings by its form: all but those of ``WORDINGS``.

    Every post that is read comes by here, so that it says what ``_find`` does, only sooner.
    """
    (marks,) = _mark_shapes((post,))
    return marks + (_SHOUTING if find_shouting(post.text) else 0)


def _mark_shapes(posts: Sequence[Post]) -> list[int]:
    """Return those of them that are no shouting; most posts need no call for it."""
    marks = []
    for post in posts:
        text = post.text
        own = _REPOST if post.repost_of is not None or text.startswith(_PASSED_ON) else 0
        if (post.links or "://" in text) and _is_link_only(post):
            own += _LINK_ONLY
        if len(post.hashtags) >= MANY_HASHTAGS:
            own += _mark_hashtags(post)
        if post.mentions and post.reply_to is None and find_own_name(post):
            own += _OWN_NAME
        marks.append(own)
    return marks


def mark_wording(text: str) -> int:
    """Return the mark that a post brings by its words, one of ``WORDINGS``; it takes longest."""
    words = text_words(text)
    if _known().isdisjoint(words):
        return _QUESTION if asks_by_sign(text, words) else 0
    if is_bait(text, words):
        return _GIVEAWAY
    asking = asks_by_sign(text, words) or asks_by_opening(text, words)
    return _QUESTION if asking else 0


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    """Return words of which a post has one where it is a giveaway, or asks without a sign."""
    return bait_words().known | openings().said.heads


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
    found |= {kind: () for kind in _BY_MARK if verdict.marks & _MARKS[kind]}
    found |= dict.fromkeys(_laid_over(verdict), ())
    if NoiseKind.NEAR in found:
        found[NoiseKind.NEAR] = (name_near(verdict.near, post.created_at),)
    if verdict.mute:
        found[NoiseKind.MUTED] = (verdict.mute.words,)
    ordered = ((kind, found[kind]) for kind in NoiseKind if kind in found and weights[kind])
    more = weights[NoiseKind.HASHTAGS] * more_of(_more(len(_hashtags(post)))) // MOST_MORE
    return tuple(
        NoiseReason(kind, weights[kind] + (more if kind is NoiseKind.HASHTAGS else 0), what)
        for kind, what in ordered
    )


def name_near(near: Near | None, written: datetime) -> Spoken:
    """Return which post one ``written`` then is nearly the same as (``@x's post of Mar 12``)."""
    handle, at = (near.handle, near.at) if near else ("", None)
    if at is None:
        return speak("@{handle}'s post", handle=handle) if handle else speak("an older post")
    day = speak_day(at.date(), day_of(written, zone_of(at)))
    if handle:
        return speak("@{handle}'s post of {day}", handle=handle, day=day)
    return speak("an older post of {day}", day=day)


_BY_MARK = (NoiseKind.NEAR, NoiseKind.STREAK, NoiseKind.CHAT, NoiseKind.QUESTION)
"""What rests on nothing that could be quoted: its mark is enough."""
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
    hashtags = _hashtags(post)
    if len(hashtags) >= MANY_HASHTAGS:
        yield NoiseKind.HASHTAGS, hashtags
    shouted = find_shouting(text)
    if shouted:
        yield NoiseKind.SHOUTING, (shouted,)
    own_name = find_own_name(post)
    if own_name:
        yield NoiseKind.OWN_NAME, (own_name,)


def is_repost(post: Post) -> bool:
    """Return whether a post passes on another one."""
    return post.repost_of is not None or post.text.startswith(_PASSED_ON)


def _hashtags(post: Post) -> tuple[str, ...]:
    """Return the hashtags of a post, each once however it is spelled."""
    return tuple({tag_word(tag): tag for tag in post.hashtags}.values())


def _mark_hashtags(post: Post) -> int:
    """Return the mark of many hashtags with the bits for those over the fourth, if there are."""
    distinct = len(set(map(tag_word, post.hashtags)))
    return _HASHTAGS + _more(distinct) if distinct >= MANY_HASHTAGS else 0


def _more(distinct: int) -> int:
    """Return the bits for the hashtags over the fourth."""
    return MORE_STEP * max(0, min(MOST_MORE, distinct - MANY_HASHTAGS))


def _is_link_only(post: Post) -> bool:
    """Return whether a post carries a link and hardly a word of its own.

    X writes the address of a photo into the text too, and of what a post quotes: alone, that is no
    link.
    """
    if post.quote_of is not None and not links_beyond(post):
        return False
    if not post.links and ("://" not in post.text or post.media):
        return False
    # Most begin with enough of them, and no part of a link or name stands there.
    if _SIX_WORDS.match(post.text):
        return False
    return len(term_words(own_words(post.text))) < FEW_WORDS


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
