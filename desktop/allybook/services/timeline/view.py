"""View posts through a filter: what is kept, what waits in the quiet folder, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.filters.match import matcher
from allybook.domain.filters.normalise import NOTHING
from allybook.domain.filters.subject import Standing, Subject
from allybook.domain.filters.tree import And, Not, On, Or, Term, terms_of
from allybook.domain.noise import Verdict, mark, reasons
from allybook.services.timeline.mutes import MUTED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.domain.noise import NoiseReason
    from allybook.ports import Row
    from allybook.services.desk import Desk

QUIET_ABOVE = 40
"""Posts with more noise than this wait in the quiet folder (0 to 100)."""
LOUDEST = 100
"""No post has more noise than this."""
NOISES = frozenset({On.NOISE_ABOVE, On.NOISE_UP_TO})
BATCH = 500


class Division(Struct, frozen=True):
    """A filter in two halves: the posts it keeps, and those it keeps but for their noise."""

    kept: Node
    quiet: Node
    everything: Node
    limit: int


def divide(chosen: Node, spared: Sequence[Node] = ()) -> Division:
    """Divide a filter by its ``noise<=N``; without one, posts above ``QUIET_ABOVE`` are quiet.

    What one of the ``spared`` filters keeps is never quiet. Nothing is where a filter says for
    itself how loud the posts are that it wants: ``noise>60``, ``is:muted``, a limit within OR.
    """
    parts = chosen.parts if isinstance(chosen, And) else (chosen,)
    limits = [limit for limit in map(_limit, parts) if limit is not None]
    if not limits and _is_about_noise(chosen, parts):
        return Division(chosen, NOTHING, chosen, LOUDEST)
    rest = tuple(part for part in parts if _limit(part) is None)
    limit = min(limits, default=QUIET_ABOVE)
    calm, loud = Term(On.NOISE_UP_TO, str(limit)), Term(On.NOISE_ABOVE, str(limit))
    return Division(
        kept=And((*rest, Or((calm, *spared)) if spared else calm)),
        quiet=And((*rest, loud, *map(Not, spared))),
        everything=And(rest),
        limit=limit,
    )


def limit_of(chosen: Node) -> int:
    """Return the noise above which a post is shown as quiet.

    Where a filter asks for loud posts by themselves (muted ones, say), they are quiet elsewhere.
    """
    return QUIET_ABOVE if names_loudness(chosen) else divide(chosen).limit


def names_loudness(chosen: Node) -> bool:
    """Return whether a filter says for itself how loud its posts are: none of them is apart."""
    return divide(chosen).quiet == NOTHING


def quiet_test(chosen: Node, spared: Sequence[Node], now: datetime) -> Callable[[Row], bool]:
    """Return what tells whether a post that a filter keeps is quiet; what is spared never is."""
    limit, keeps = limit_of(chosen), [matcher(one, now) for one in spared]

    def is_quiet(row: Row) -> bool:
        if row.noise <= limit:
            return False
        subject = subject_of(row)
        return not any(keep(subject) for keep in keeps)

    return is_quiet


def subject_of(row: Row) -> Subject:
    """Return what a filter looks at in a row, as far as the row tells."""
    standing = {"": Standing(tags=frozenset(row.book_tags))} if row.ally else {}
    return Subject(row.post, row.author, standing, noise=row.noise)


def _limit(part: Node) -> int | None:
    """Return the noise up to which a part of a filter wants posts, if that is what it says."""
    if isinstance(part, Not):
        part, limiting = part.part, On.NOISE_ABOVE
    else:
        limiting = On.NOISE_UP_TO
    return int(part.value) if isinstance(part, Term) and part.on is limiting else None


def _is_about_noise(chosen: Node, parts: Sequence[Node]) -> bool:
    return MUTED in parts or any(term.on in NOISES for term in terms_of(chosen))


def walk(desk: Desk, order: Sequence[int]) -> Iterator[Row]:
    """Yield the rows of an order, fetched in batches."""
    for start in range(0, len(order), BATCH):
        part = order[start : start + BATCH]
        rows = desk.cache.rows(part)
        yield from (rows[post_id] for post_id in part if post_id in rows)


def explain(row: Row) -> tuple[NoiseReason, ...]:
    """Return the named reasons for a post's noise, those that lower it included."""
    return reasons(row.post, row.verdict or Verdict(mark(row.post), ally=row.ally))
