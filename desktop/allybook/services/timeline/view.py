"""View posts through a filter: what is kept, what waits in the quiet folder, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.match import matches
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.subject import Membership, Subject
from allybook.domain.filters.tree import EVERYTHING, And, Not, On, Or, Term, terms_of
from allybook.domain.noise import Mark, Verdict, mark, reasons
from allybook.services.timeline.mutes import MUTED
from allybook.services.timeline.spare import heard_of, is_of_author, spared

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.domain.noise import NoiseReason
    from allybook.ports.cache import Row
    from allybook.services.desk import Desk

QUIET_ABOVE = 40
"""Posts with more noise than this wait in the quiet folder (0 to 100)."""
LOUDEST = 100
"""No post has more noise than this."""
NOISES = frozenset({On.NOISE_ABOVE, On.NOISE_UP_TO})
LOUD = frozenset({MUTED, Term(On.IS, "copy")})
"""What most often waits in the quiet folder, so that who asks for it means to see it."""
PLACES = frozenset({On.IN, On.CATEGORY, On.LIST, On.CHAT, On.SOURCE})
"""What a row does not tell."""
NO_PLACES: Mapping[Node, Collection[int]] = {}
BATCH = 500


class Division(Struct, frozen=True):
    """A filter in two halves: the posts it keeps, and those it keeps but for their noise."""

    kept: Node
    quiet: Node
    everything: Node
    limit: int


def divide(chosen: Node, spared: Sequence[Node] = ()) -> Division:
    """Divide a filter by its ``noise<=N``; without one, posts above ``QUIET_ABOVE`` are quiet.

    What one of the ``spared`` filters keeps is never quiet (``heard_of``). Nothing is where a
    filter says for itself how loud the posts are that it wants: ``noise>60``, ``is:muted``,
    ``is:copy``, a limit within OR.
    """
    parts = _parts(chosen)
    limits = [limit for limit in map(_limit, parts) if limit is not None]
    if not limits and _is_about_noise(chosen, parts):
        return Division(chosen, NOTHING, chosen, LOUDEST)
    rest = tuple(part for part in parts if _limit(part) is None)
    limit = min(limits, default=QUIET_ABOVE)
    calm, loud = Term(On.NOISE_UP_TO, str(limit)), Term(On.NOISE_ABOVE, str(limit))
    heard = heard_of(spared)
    return Division(
        kept=And((*rest, Or((calm, heard)) if spared else calm)),
        quiet=And((*rest, loud, Not(heard)) if spared else (*rest, loud)),
        everything=And(rest),
        limit=limit,
    )


def folder_of(chosen: Node, spared: Sequence[Node] = ()) -> Node:
    """Return what a filter keeps of the quiet folder, whatever it says of noise itself."""
    return And((*_parts(chosen), *_parts(divide(EVERYTHING, spared).quiet)))


def limit_of(chosen: Node) -> int:
    """Return the noise above which a post is shown as quiet.

    Where a filter asks for loud posts by themselves (muted ones, say), they are quiet elsewhere.
    """
    return QUIET_ABOVE if names_loudness(chosen) else divide(chosen).limit


def names_loudness(chosen: Node) -> bool:
    """Return whether a filter says for itself how loud its posts are: none of them is apart."""
    return divide(chosen).quiet == NOTHING


def quiet_test(chosen: Node, is_spared: Callable[[Row], bool]) -> Callable[[Row], bool]:
    """Return what tells whether a post that a filter keeps waits in its quiet folder.

    What is spared never does, and nothing does where the filter asks for loud posts: it shows them.
    """
    if names_loudness(chosen):
        return lambda _row: False
    limit = limit_of(chosen)
    return lambda row: row.noise > limit and not is_spared(row)


class Spared(Struct, frozen=True):
    """The filters whose posts are never quiet; what is muted is heard for its author alone.

    ``by_place`` has, for each that names a place, which posts it keeps: a row tells no place, and
    the cache does.
    """

    filters: tuple[Node, ...] = ()
    by_place: Mapping[Node, Collection[int]] = NO_PLACES

    def keeper_of(self, row: Row, now: datetime) -> Node | None:
        """Return the filter that keeps a loud post in sight, if one does.

        ``now`` is in the zone whose days are meant.
        """
        filters = tuple(filter(is_of_author, self.filters)) if is_muted(row) else self.filters
        subject, number = subject_of(row), int(row.post.post_id)
        for one in filters:
            places = self.by_place.get(one)
            if number in places if places is not None else matches(one, subject, now):
                return one
        return None


def read_spared(desk: Desk, shown: Node, limit: int, *, most: int | None = None) -> Spared:
    """Read what is never quiet, and what that keeps by place of what a filter shows.

    Of that only posts with more noise than ``limit``, and the ``most`` newest of them, if not all.
    """
    filters, loud = spared(desk), Term(On.NOISE_ABOVE, str(limit))
    by_place = {
        one: frozenset(desk.cache.order(And((shown, loud, one)), limit=most))
        for one in filters
        if any(term.on in PLACES for term in terms_of(one))
    }
    return Spared(filters, by_place)


def is_muted(row: Row) -> bool:
    """Return whether a post falls under a mute, as far as the row tells."""
    return row.verdict is not None and row.verdict.mute is not None


def subject_of(row: Row) -> Subject:
    """Return what a filter looks at in a row, as far as the row tells."""
    standing = {"": Membership(tags=frozenset(row.book_tags))} if row.ally else {}
    marks = row.verdict.marks if row.verdict else mark(row.post)
    return Subject(
        row.post,
        row.author,
        standing,
        noise=row.noise,
        muted=is_muted(row),
        question=bool(marks & Mark.QUESTION),
        copy=bool(marks & Mark.NEAR),
    )


def _parts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _limit(part: Node) -> int | None:
    """Return the noise up to which a part of a filter wants posts, if that is what it says."""
    if isinstance(part, Not):
        part, limiting = part.part, On.NOISE_ABOVE
    else:
        limiting = On.NOISE_UP_TO
    return int(part.value) if isinstance(part, Term) and part.on is limiting else None


def _is_about_noise(chosen: Node, parts: Sequence[Node]) -> bool:
    return not LOUD.isdisjoint(parts) or any(term.on in NOISES for term in terms_of(chosen))


def walk(desk: Desk, order: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of an order, fetched in batches."""
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        rows = desk.cache.rows(part)
        yield from (rows[post_id] for post_id in part if post_id in rows)


def explain(row: Row) -> tuple[NoiseReason, ...]:
    """Return the named reasons for a post's noise, those that lower it included."""
    return reasons(row.post, row.verdict or Verdict(mark(row.post), ally=row.ally))
