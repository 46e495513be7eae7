"""Counting without a look at each post: by what a filter leaves out, and by kinds of posts.

Most filters leave out noisy posts, and many leave out reposts. Those are a part of all posts, and
the index ``posts_left_out`` has them in the order of their ids, with what is asked of them. So
posts with a word are counted in the search index alone, and each is looked up in a few pages that
stay at hand. Posts of a kind (``is:reply``, ``-has:links``, ``lang:en``) lie together in another
index: they are counted as they lie, and the noisy ones among them taken away.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.domain.filters.terms import read_number
from allybook.domain.filters.tree import And, Not, On, Or, Term
from allybook.store.database.condition import EVERYTHING, Condition
from allybook.store.database.ids import listed
from allybook.store.database.packing import Trait
from allybook.store.filters.choice import Choice
from allybook.store.filters.muted import ASIDE
from allybook.store.filters.sql import (
    IN_WORDS,
    compile_choice,
    compile_filter,
    is_unwanted,
    parts_of,
)
from allybook.store.filters.terms import BITS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence
    from datetime import datetime

    from allybook.domain.filters.tree import Node
    from allybook.store.posts.judging import Judged

# The condition of the index, word for word, and the number in it.
NOISY = 40
IS_LISTED = "(posts.noise > 40 OR posts.traits & 1 <> 0)"
LISTED = "posts INDEXED BY posts_left_out"
NOT_LEFT_OUT = f"""{IN_WORDS} AND NOT EXISTS (
    SELECT 1 FROM {LISTED} WHERE posts.id = post_words.rowid AND {IS_LISTED} AND NOT ({{kept}})
)"""  # noqa: S608 (fixed words)
# A mute only adds noise: what is kept under it would be kept without it.
NOT_MUTED = f"""NOT EXISTS (
    SELECT 1 FROM {ASIDE} WHERE posts.id = post_words.rowid AND NOT ({{kept}})
)"""  # noqa: S608 (fixed words)
KINDS = "posts.traits IN (SELECT value FROM json_each(?))"
NO_REPOSTS = Not(Term(On.IS, "repost"))


class Difference(Struct, frozen=True):
    """Two choices of posts, of which the second, if there is one, is a part of the first.

    A filter keeps as many posts as there are in ``all`` and not in ``left_out``.
    """

    all: Choice
    left_out: Choice | None = None


def find_quick(node: Node, now: datetime, judged: Judged) -> Difference | None:
    """Return how to count what a filter keeps without a look at each post; None where it takes one.

    ``judged`` knows no mutes.
    """
    if any(_is_beyond(part, On.NOISE_ABOVE, judged) for part in parts_of(node)):
        return _find_noisy(compile_choice(node, now, judged))
    calm, rest = _part_calm(node, judged, spared=True)
    kinds = _find_kinds(rest, calm, now, judged)
    if kinds is not None:
        return kinds
    calm, rest = _part_calm(node, judged, spared=False)
    return _find_words(rest, calm, now, judged)


def find_words(node: Node, now: datetime, judged: Judged) -> Choice | None:
    """Return how to count posts with certain words and without the muted ones, in one walk.

    None where the muted posts do not lie aside, or where more is asked. To count them by
    themselves, as other filters do, would walk through all posts with these words once more.
    """
    calm, rest = _part_calm(node, judged, spared=False)
    found = _find_words(rest, calm, now, judged.without_mutes()) if calm else None
    if found is None or not judged.aside:
        return None
    where, kept = found.all.where, compile_filter(And(tuple(calm)), now, judged.among_muted())
    sql = f"{where.sql} AND {NOT_MUTED.format(kept=kept.sql)}"
    return replace(found.all, where=Condition(sql, where.bindings + kept.bindings))


def split_unwanted(node: Node, now: datetime, judged: Judged) -> tuple[Node, Node] | None:
    """Return a filter without its unwanted words, and what it would keep of posts with them.

    None where posts are not counted by their kind: a look at each would tell of its words as well.
    """
    parts = list(parts_of(node))
    unwanted = tuple(part.part for part in parts if is_unwanted(part))
    rest = And(tuple(part for part in parts if not is_unwanted(part)))
    calm, kinds = _part_calm(rest, judged, spared=True)
    if not unwanted or _find_kinds(kinds, calm, now, judged.without_mutes()) is None:
        return None
    words = unwanted[0] if len(unwanted) == 1 else Or(unwanted)
    return rest, And((words, *rest.parts))


def _part_calm(
    node: Node, judged: Judged, *, spared: bool
) -> tuple[Sequence[Node], Sequence[Node]]:
    """Return the parts of a filter that only those left out can break, and the others.

    ``spared``: also those of which some noisy posts are spared (``noise<=40 OR from:nasw``).
    """
    parts = list(parts_of(node))
    calm = [part for part in parts if _is_calm(part, judged, spared=spared)]
    return calm, [part for part in parts if part not in calm]


def _find_noisy(choice: Choice) -> Difference | None:
    """Look for noisy posts among those left out, unless their authors lead to fewer."""
    if choice.by_author or choice.by_list:
        return None
    return Difference(_among_left_out(choice, choice.where))


def _find_kinds(
    rest: Sequence[Node], calm: Sequence[Node], now: datetime, judged: Judged
) -> Difference | None:
    """Count posts of a kind, and take away those that are not calm."""
    langs = [part for part in rest if isinstance(part, Term) and part.on is On.LANG]
    bits = [part for part in rest if part not in langs]
    if not all(map(_is_of_kind, bits)):
        return None
    everything = Choice(EVERYTHING)
    if rest:
        lang = compile_filter(And(tuple(langs)), now, judged)
        kinds = listed(_kinds(bits))
        everything = Choice(Condition(f"{KINDS} AND {lang.sql}", (kinds, *lang.bindings)))
    if not calm:
        return Difference(everything)
    kind, kept = (compile_filter(And(tuple(some)), now, judged) for some in (rest, calm))
    where = Condition(f"{kind.sql} AND NOT ({kept.sql})", kind.bindings + kept.bindings)
    return Difference(everything, _among_left_out(everything, where))


def _find_words(
    rest: Sequence[Node], calm: Sequence[Node], now: datetime, judged: Judged
) -> Difference | None:
    """Count posts with certain words that are not among those left out."""
    words = [part for part in rest if part != NO_REPOSTS]
    choice = compile_choice(And(tuple(words)), now, judged)
    if choice.where.sql != IN_WORDS:
        return None
    wanted = [*(part for part in rest if part == NO_REPOSTS), *calm]
    if not wanted:
        return Difference(choice.among(""))
    kept = compile_filter(And(tuple(wanted)), now, judged)
    where = Condition(NOT_LEFT_OUT.format(kept=kept.sql), (*choice.where.bindings, *kept.bindings))
    return Difference(replace(choice.among(""), where=where))


def _among_left_out(choice: Choice, where: Condition) -> Choice:
    """Return what of a choice is noisy and as asked.

    Most of those left out are calm reposts: what tells them apart is asked first.
    """
    sql = f"{IS_LISTED} AND posts.noise > {NOISY} AND {where.sql}"
    return replace(choice.among(LISTED), where=Condition(sql, where.bindings))


def _is_beyond(part: Node, on: On, judged: Judged) -> bool:
    """Return whether a part of a filter parts posts at a noise that only those left out have."""
    if not (isinstance(part, Term) and part.on is on and judged.laid):
        return False
    limit = read_number(part.value)
    return limit is not None and limit >= NOISY


def _is_calm(part: Node, judged: Judged, *, spared: bool) -> bool:
    """Return whether only posts that are left out can break a part of a filter."""
    ways = part.parts if spared and isinstance(part, Or) else (part,)
    return any(_is_beyond(way, On.NOISE_UP_TO, judged) for way in ways)


def _is_of_kind(part: Node) -> bool:
    return (part.part if isinstance(part, Not) else part) in BITS


def _kinds(bits: Collection[Node]) -> Iterable[int]:
    """Return all the traits that posts of a kind can have, added up."""
    wanted = [BITS[part] for part in bits if isinstance(part, Term)]
    unwanted = [BITS[part.part] for part in bits if isinstance(part, Not)]
    return [
        traits
        for traits in range(2 * max(Trait))
        if all(traits & bit for bit in wanted) and not any(traits & bit for bit in unwanted)
    ]
