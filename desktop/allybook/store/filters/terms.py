"""What each single condition of a filter asks of the columns."""

from __future__ import annotations

from datetime import UTC
from functools import partial
from typing import TYPE_CHECKING, TypeGuard

from allybook.domain.filters.terms import read_id, read_number
from allybook.domain.filters.times import read_moment, read_span, zone_of
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.words import fold
from allybook.domain.noise.kinds import Mark
from allybook.store.database.condition import ALLIES, NOTHING, WITHIN, Condition
from allybook.store.database.moments import micros
from allybook.store.database.packing import Trait, named
from allybook.store.filters.muted import is_muted
from allybook.store.filters.noise import noise_above, noise_up_to
from allybook.store.posts.judging import PLAINLY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.store.posts.judging import Judged

SOURCES = (
    "posts.id IN (SELECT post_id FROM post_sources JOIN sources ON sources.id = source_id"
    " WHERE {which} AND post_id {within})"
)
LINKS = "posts.id IN (SELECT post_id FROM links WHERE instr(folded, ?) > 0 AND post_id {within})"
# A post that links to several such addresses is found by one of them alone.
LEADING_LINK = """instr(links.folded, ?) > 0 AND links.folded = (
    SELECT min(other.folded) FROM links AS other
    WHERE other.post_id = links.post_id AND instr(other.folded, ?) > 0
)"""
MEMBERS = """posts.author_id IN (
    SELECT user_id FROM list_members WHERE list_id = ?
        OR list_id IN (SELECT list_id FROM lists WHERE folded = ?)
)"""


def _from_sources(which: str) -> str:
    """Return the condition that a post came from a source that is as asked."""
    return SOURCES.format(which=which, within=WITHIN)


LISTED = _from_sources(
    "origin = 'list'"
    " AND (sources.folded = ? OR name IN (SELECT list_id FROM lists WHERE folded = ?))"
)
LIST = f"({LISTED} OR {MEMBERS})"


def compile_term(term: Term, now: datetime, judged: Judged = PLAINLY) -> Condition:
    """Return the condition for one term at the moment ``now``; an unreadable one keeps nothing."""
    if not _is_writable(term.value):
        return NOTHING
    if term in BITS:
        return Condition(f"posts.traits & {BITS[term].value} <> 0")
    if term.on in AFTER or term.on in BEFORE:
        return _time(term, now)
    if term.on in NOISE:
        return NOISE[term.on](term.value, judged)
    if term == MUTED:
        return is_muted(judged)
    return MAKERS[term.on](term.value)


def is_link(part: Node) -> TypeGuard[Term]:
    """Return whether a part of a filter asks what posts link to, in a way that can lead to them."""
    return (
        isinstance(part, Term)
        and part.on is On.URL
        and _is_writable(part.value)
        and bool(fold(part.value))
    )


def by_link(term: Term) -> Condition:
    """Return the condition on ``links`` that finds each post with such an address once."""
    return Condition(LEADING_LINK, (fold(term.value),) * 2)


def _is_writable(value: str) -> bool:
    """Return whether SQLite can be asked for a text: no row holds half an emoji."""
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)


def _equal(sql: str, read: Callable[[str], str], value: str) -> Condition:
    """Compare one text, made comparable by ``read``; an empty one is nobody's."""
    comparable = read(value)
    asked = sql.replace(WITHIN, "").count("?")
    return Condition(sql, (comparable,) * asked) if comparable else NOTHING


def _author(value: str) -> Condition:
    found = read_id(value)
    return NOTHING if found is None else Condition("posts.author_id = ?", (int(found),))


def _count(column: str, compare: str, value: str) -> Condition:
    number = read_number(value)
    return NOTHING if number is None else Condition(f"posts.{column} {compare} ?", (number,))


def moment_of(term: Term, now: datetime) -> int | None:
    """Return the edge that a condition on time stands for, or None where it is unreadable."""
    if term.on in {On.SINCE, On.UNTIL}:
        moment = read_moment(term.value, zone_of(now))
        return None if moment is None else micros(moment)
    span = read_span(term.value)
    return None if span is None else micros(now.astimezone(UTC) - span)


def _time(term: Term, now: datetime) -> Condition:
    edge = moment_of(term, now)
    compare = ">=" if term.on in AFTER else "<"
    return NOTHING if edge is None else Condition(f"posts.created_at {compare} ?", (edge,))


def _marked(mark: Mark) -> Condition:
    """Keep posts with a mark; those that an older version kept without any have none yet.

    Those hold -1, whose sign is a bit as well: both bits are looked at in one go.
    """
    return Condition(f"(posts.reasons & {mark.value - 2**63} = {mark.value})")


BITS: Mapping[Node, Trait] = {
    Term(On.IS, "repost"): Trait.REPOST,
    Term(On.IS, "quote"): Trait.QUOTE,
    Term(On.IS, "reply"): Trait.REPLY,
    Term(On.HAS, "links"): Trait.LINKS,
    Term(On.HAS, "media"): Trait.MEDIA,
    Term(On.HAS, "hashtags"): Trait.HASHTAGS,
    Term(On.HAS, "mentions"): Trait.MENTIONS,
    Term(On.HAS, "images"): Trait.IMAGES,
    Term(On.HAS, "video"): Trait.VIDEO,
}
IS: Mapping[str, Condition] = {
    "ally": Condition(ALLIES),
    "verified": Condition("posts.author_id IN (SELECT id FROM accounts WHERE verified = 1)"),
    "private": Condition("posts.author_id IN (SELECT id FROM accounts WHERE private = 1)"),
    "question": _marked(Mark.QUESTION),
    "copy": _marked(Mark.NEAR),
}
MAKERS: Mapping[On, Callable[[str], Condition]] = {
    On.FROM: partial(
        _equal, "posts.author_id IN (SELECT id FROM accounts WHERE folded = ?)", str.lower
    ),
    On.AUTHOR: _author,
    On.TO: partial(_equal, "posts.to_handle = ?", str.lower),
    On.URL: partial(_equal, LINKS.format(within=WITHIN), fold),
    On.LANG: lambda value: Condition("posts.lang = ?", (value.lower(),)),
    On.IS: lambda value: IS.get(value, NOTHING),
    On.HAS: lambda _value: NOTHING,
    On.IN: partial(
        _equal,
        "posts.author_id IN (SELECT author_id FROM standings WHERE book_folded = ?)",
        named,
    ),
    On.CATEGORY: partial(
        _equal,
        "posts.author_id IN (SELECT author_id FROM standings WHERE category_folded = ?)",
        named,
    ),
    On.TAG: partial(
        _equal,
        "posts.author_id IN (SELECT author_id FROM standings JOIN roster_tags USING (roster_id)"
        " WHERE roster_tags.folded = ?)",
        named,
    ),
    On.LIST: partial(_equal, LIST, named),
    On.CHAT: partial(_equal, _from_sources("origin = 'chat' AND folded = ?"), named),
    On.SOURCE: partial(
        _equal, _from_sources("origin <> 'list' AND (origin = ? OR folded = ?)"), named
    ),
    On.MIN_LIKES: partial(_count, "likes", ">="),
    On.MIN_REPOSTS: partial(_count, "reposts", ">="),
    On.MIN_REPLIES: partial(_count, "replies", ">="),
    On.MAX_LIKES: partial(_count, "likes", "<="),
    On.MAX_REPOSTS: partial(_count, "reposts", "<="),
    On.MAX_REPLIES: partial(_count, "replies", "<="),
}
AFTER = frozenset({On.SINCE, On.NEWER})
BEFORE = frozenset({On.UNTIL, On.OLDER})
NOISE: Mapping[On, Callable[[str, Judged], Condition]] = {
    On.NOISE_ABOVE: noise_above,
    On.NOISE_UP_TO: noise_up_to,
}


MUTED = Term(On.IS, "muted")
