"""What filters ask of noise: sums where they are laid, else the marks that they are made of.

Mutes are looked up when a filter is put, so that they begin and end at once, however many posts
there are; so are allies.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.domain.filters.terms import read_number
from allybook.domain.filters.words import tag_word, term_words
from allybook.domain.mutes import MuteKind
from allybook.domain.noise.judgement import LOUDEST, every_marks, own, points_of
from allybook.domain.noise.kinds import NoiseKind
from allybook.domain.noise.weights import read_weights, write_weights
from allybook.store.condition import ALLIES, EVERYTHING, NOTHING, WITHIN, Condition
from allybook.store.ids import known_numbers, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.domain.mutes import Mute
    from allybook.domain.noise.judgement import Judgement
    from allybook.store.judging import Judged

UNMARKED = -1
WORDS = "SELECT rowid FROM post_words WHERE post_words MATCH ?"
POSTS = (
    "SELECT id FROM posts WHERE author_id IN (SELECT value FROM json_each(?) UNION ALL"
    " SELECT id FROM accounts WHERE folded IN (SELECT value FROM json_each(?)))"
)


def noise_above(value: str, judged: Judged) -> Condition:
    """Keep posts that are noisier than a number."""
    limit = read_number(value)
    if limit is None or limit >= LOUDEST:
        return NOTHING
    calm = _up_to(limit, judged)
    return Condition(f"(NOT {calm.sql})", calm.bindings)


def noise_up_to(value: str, judged: Judged) -> Condition:
    """Keep posts that are as noisy as a number, or calmer; noise is cut off at 0 and 100."""
    limit = read_number(value)
    if limit is None:
        return NOTHING
    return EVERYTHING if limit >= LOUDEST else _up_to(limit, judged)


def is_muted(judged: Judged) -> Condition:
    """Keep posts that fall under a mute, by themselves or by what they pass on or quote.

    All of them are one list, so that each post is looked up once.
    """
    if judged.all_muted:
        return EVERYTHING
    mutes = judged.judgement.mutes
    question = " OR ".join(filter(None, map(_question, mutes)))
    authors = [mute for mute in mutes if mute.kind is MuteKind.AUTHOR]
    own = [*_by_words(question), *_by_authors(authors)]
    if not own:
        return NOTHING
    lists = [*own, _echoes(question, authors)]
    sql = " UNION ALL ".join(one.sql for one in lists)
    return Condition(f"(posts.id IN ({sql}))", tuple(v for one in lists for v in one.bindings))


def _up_to(limit: int, judged: Judged) -> Condition:
    """Keep posts up to a limit that is really one."""
    calm = _calm(limit, judged)
    weight = judged.judgement.weights[NoiseKind.MUTED]
    muted = is_muted(judged) if weight else NOTHING
    if muted is NOTHING:
        return calm
    quiet = Condition(f"({calm.sql} AND NOT {muted.sql})", calm.bindings + muted.bindings)
    if limit - weight < _calmest(judged.judgement):
        return quiet
    return _any([quiet, _calm(limit - weight, judged)])


def _calm(limit: int, judged: Judged) -> Condition:
    """Keep posts whose points, without those for mutes, reach no higher than a limit."""
    relief = -judged.judgement.weights[NoiseKind.ALLY]
    laid = _laid if judged.laid else _unlaid
    calm = laid(limit, judged.judgement)
    if not relief:
        return calm
    relieved = laid(limit + relief, judged.judgement)
    return Condition(
        f"({calm.sql} OR ({relieved.sql} AND {ALLIES}))", calm.bindings + relieved.bindings
    )


def _laid(limit: int, _judgement: Judgement) -> Condition:
    """Compare the sums that the cache keeps."""
    return Condition("posts.noise <= ?", (limit,))


def _unlaid(limit: int, judgement: Judgement) -> Condition:
    """Add up the marks anew: the sums were laid under another judgement."""
    weights = write_weights(judgement.weights)
    calm = Condition("posts.reasons IN (SELECT value FROM json_each(?))", (_sets(limit, weights),))
    foreign = judgement.weights[NoiseKind.LANGUAGE]
    if not (foreign and judgement.languages):
        return calm
    codes = listed(sorted(own(judgement.languages)))
    return Condition(
        f"({calm.sql} AND (posts.lang IN (SELECT value FROM json_each(?))"  # noqa: S608 (fixed words)
        " OR posts.reasons IN (SELECT value FROM json_each(?))))",
        (*calm.bindings, codes, _sets(limit - foreign, weights)),
    )


@lru_cache(maxsize=64)
def _sets(limit: int, weights: str) -> str:
    """Return the sets of marks whose points reach no higher than a limit, as one binding.

    Posts without marks yet count as calm.
    """
    read = read_weights(weights)
    calm = [marks for marks in every_marks() if points_of(marks, read) <= limit]
    return listed([UNMARKED, *calm] if limit >= 0 else calm)


def _calmest(judgement: Judgement) -> int:
    """Return the lowest points that a post can have."""
    return sum(points for points in judgement.weights.values() if points < 0)


def _question(mute: Mute) -> str:
    """Return what a mute asks of the search index, or ``""`` for an author."""
    if mute.kind is MuteKind.AUTHOR:
        return ""
    words = tag_word(mute.value) if mute.kind is MuteKind.HASHTAG else " ".join(_tokens(mute))
    return f'"{words}"' if words else ""


def _tokens(mute: Mute) -> Sequence[str]:
    return term_words(mute.value)


def _by_words(question: str) -> list[Condition]:
    """List posts with muted words."""
    return [Condition(f"{WORDS} AND rowid {WITHIN}", (question,))] if question else []


def _by_authors(authors: Sequence[Mute]) -> list[Condition]:
    """List posts by muted authors: by id where it is known, else by the handle they have now."""
    if not authors:
        return []
    return [Condition(f"{POSTS} AND id {WITHIN}", _named(authors))]


def _echoes(question: str, authors: Sequence[Mute]) -> Condition:
    """List posts that pass on or quote what is muted; that may be older than the stretch."""
    which: list[Condition] = []
    if question:
        which.append(Condition(f"original_id IN ({WORDS})", (question,)))
    if authors:
        handles = listed([mute.value.lower() for mute in authors])
        which.append(Condition(f"original_id IN ({POSTS})", _named(authors)))
        which.append(Condition("folded IN (SELECT value FROM json_each(?))", (handles,)))
    any_of = _any(which)
    sql = f"SELECT post_id FROM echoes WHERE post_id {WITHIN} AND {any_of.sql}"  # noqa: S608 (fixed words)
    return Condition(sql, any_of.bindings)


def _named(authors: Sequence[Mute]) -> tuple[str, str]:
    """Return the ids of authors, and the handles of those without."""
    ids = known_numbers(mute.user_id for mute in authors if mute.user_id)
    return listed(ids), listed([mute.value.lower() for mute in authors if mute.user_id is None])


def _any(conditions: Sequence[Condition]) -> Condition:
    """Join conditions of which one is enough."""
    if not conditions:
        return NOTHING
    sql = " OR ".join(condition.sql for condition in conditions)
    bindings = tuple(value for condition in conditions for value in condition.bindings)
    return Condition(f"({sql})", bindings)
