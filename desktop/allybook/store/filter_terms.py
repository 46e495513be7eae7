"""What each single condition of a filter asks of the columns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from allybook.domain.filters.terms import read_number
from allybook.domain.filters.times import read_moment, read_span
from allybook.domain.filters.tree import On, Term
from allybook.domain.filters.words import fold
from allybook.domain.noise import ALLY_RELIEF
from allybook.store.moments import micros
from allybook.store.packing import Trait, named

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

LOUDEST = 100


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on a row of ``posts`` that is always 0 or 1, and what its question marks are."""

    sql: str
    bindings: tuple[str | int, ...] = ()


NOTHING = Condition("0")
EVERYTHING = Condition("1")

ALLIES = "posts.author_id IN (SELECT author_id FROM standings)"
LIST = """(
    posts.id IN (
        SELECT post_id FROM post_sources JOIN sources ON sources.id = source_id
        WHERE origin = 'list' AND (
            sources.folded = ? OR name IN (SELECT list_id FROM lists WHERE folded = ?)
        )
    ) OR posts.author_id IN (
        SELECT user_id FROM list_members WHERE list_id = ?
            OR list_id IN (SELECT list_id FROM lists WHERE folded = ?)
    )
)"""


def compile_term(term: Term, now: datetime) -> Condition:
    """Return the condition for one term at the moment ``now``; an unreadable one keeps nothing."""
    if not _is_writable(term.value):
        return NOTHING
    if term.on in TIMES:
        return TIMES[term.on](term.value, now)
    return MAKERS[term.on](term.value)


def _is_writable(value: str) -> bool:
    """Return whether SQLite can be asked for a text: no row holds half an emoji."""
    return value.isascii() or not any("\ud800" <= sign <= "\udfff" for sign in value)


def _equal(sql: str, read: Callable[[str], str], value: str) -> Condition:
    """Compare one text, made comparable by ``read``; an empty one is nobody's."""
    comparable = read(value)
    return Condition(sql, (comparable,) * sql.count("?")) if comparable else NOTHING


def _trait(trait: Trait) -> Condition:
    return Condition(f"posts.traits & {trait.value} <> 0")


def _count(column: str, compare: str, value: str) -> Condition:
    number = read_number(value)
    return NOTHING if number is None else Condition(f"posts.{column} {compare} ?", (number,))


def _noise_above(value: str) -> Condition:
    """Compare the noise after the relief for allies; it is cut off at 0 and 100."""
    limit = read_number(value)
    if limit is None or limit >= LOUDEST:
        return NOTHING
    return Condition(
        f"(posts.noise > ? AND (posts.noise > ? OR NOT {ALLIES}))", (limit, limit + ALLY_RELIEF)
    )


def _noise_up_to(value: str) -> Condition:
    limit = read_number(value)
    if limit is None:
        return NOTHING
    above = _noise_above(value)
    return EVERYTHING if above is NOTHING else Condition(f"NOT {above.sql}", above.bindings)


def _moment(compare: str, value: str, _now: datetime) -> Condition:
    moment = read_moment(value)
    if moment is None:
        return NOTHING
    return Condition(f"posts.created_at {compare} ?", (micros(moment),))


def _span(compare: str, value: str, now: datetime) -> Condition:
    span = read_span(value)
    if span is None:
        return NOTHING
    return Condition(f"posts.created_at {compare} ?", (micros(now - span),))


IS: Mapping[str, Condition] = {
    "repost": _trait(Trait.REPOST),
    "quote": _trait(Trait.QUOTE),
    "reply": _trait(Trait.REPLY),
    "ally": Condition(ALLIES),
    "verified": Condition("posts.author_id IN (SELECT id FROM accounts WHERE verified = 1)"),
    "private": Condition("posts.author_id IN (SELECT id FROM accounts WHERE private = 1)"),
}
HAS: Mapping[str, Condition] = {
    "links": _trait(Trait.LINKS),
    "media": _trait(Trait.MEDIA),
    "hashtags": _trait(Trait.HASHTAGS),
    "mentions": _trait(Trait.MENTIONS),
    "images": _trait(Trait.IMAGES),
    "video": _trait(Trait.VIDEO),
}
MAKERS: Mapping[On, Callable[[str], Condition]] = {
    On.FROM: partial(
        _equal, "posts.author_id IN (SELECT id FROM accounts WHERE folded = ?)", str.lower
    ),
    On.TO: partial(_equal, "posts.to_handle = ?", str.lower),
    On.URL: partial(
        _equal, "posts.id IN (SELECT post_id FROM links WHERE instr(folded, ?) > 0)", fold
    ),
    On.LANG: lambda value: Condition("posts.lang = ?", (value.lower(),)),
    On.IS: lambda value: IS.get(value, NOTHING),
    On.HAS: lambda value: HAS.get(value, NOTHING),
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
    On.CHAT: partial(
        _equal,
        "posts.id IN (SELECT post_id FROM post_sources JOIN sources ON sources.id = source_id"
        " WHERE origin = 'chat' AND folded = ?)",
        named,
    ),
    On.MIN_LIKES: partial(_count, "likes", ">="),
    On.MIN_REPOSTS: partial(_count, "reposts", ">="),
    On.MIN_REPLIES: partial(_count, "replies", ">="),
    On.MAX_LIKES: partial(_count, "likes", "<="),
    On.MAX_REPOSTS: partial(_count, "reposts", "<="),
    On.MAX_REPLIES: partial(_count, "replies", "<="),
    On.NOISE_ABOVE: _noise_above,
    On.NOISE_UP_TO: _noise_up_to,
}
TIMES: Mapping[On, Callable[[str, datetime], Condition]] = {
    On.SINCE: partial(_moment, ">="),
    On.UNTIL: partial(_moment, "<"),
    On.NEWER: partial(_span, ">="),
    On.OLDER: partial(_span, "<"),
}
