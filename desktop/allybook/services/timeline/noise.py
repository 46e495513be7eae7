"""How noise is judged: a person's weights and languages, and how much would be quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from allybook.domain.changes import Changed
from allybook.domain.errors import BadInput
from allybook.domain.filters.languages import LANGUAGES as NAMES
from allybook.domain.filters.tree import EVERYTHING, Not
from allybook.domain.noise.judgement import points_of, read_judgement
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS, NoiseKind, Weights
from allybook.domain.noise.languages import ALL, LANGUAGES
from allybook.domain.noise.weights import WEIGHTS, held, read_weights, write_weights
from allybook.domain.spoken import speak
from allybook.services.timeline.spare import heard_of, spared

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from allybook.domain.noise.judgement import Judgement
    from allybook.domain.spoken import Spoken
    from allybook.ports.cache import Tally
    from allybook.ports.surroundings import Ticket
    from allybook.services.desk import Desk

JUDGED = Changed(settings=True, posts=True)


def judgement(desk: Desk) -> Judgement:
    """Return by what noise is judged now, with the mutes that are in force."""
    return read_judgement(desk.settings.read, desk.clock.now(), desk.home)


def weights(desk: Desk) -> Weights:
    """Return how much each reason weighs."""
    return judgement(desk).weights


def set_weights(desk: Desk, chosen: Mapping[NoiseKind, int]) -> None:
    """Let some reasons weigh something else; it holds for every post at once."""
    told = {kind: held(kind, points) for kind, points in chosen.items()}
    desk.settings.change(WEIGHTS, lambda text: write_weights({**read_weights(text), **told}))
    desk.announcer.announce(JUDGED)


def reset_weights(desk: Desk) -> None:
    """Let every reason weigh what it does as shipped."""
    set_weights(desk, DEFAULT_WEIGHTS)


def languages(desk: Desk) -> tuple[str, ...]:
    """Return the person's languages; none of them stands for all there are."""
    return judgement(desk).languages


def set_languages(desk: Desk, chosen: Iterable[str]) -> None:
    """Choose one's languages, by code or by name; none: every language is one's own."""
    codes = dict.fromkeys(code for text in chosen for code in _read(text))
    desk.settings.write(LANGUAGES, " ".join(codes) or ALL)
    desk.announcer.announce(JUDGED)


def _read(text: str) -> Iterator[str]:
    """Yield X's codes of the languages of a list; ``BadInput`` where one is none."""
    from allybook.domain.filters.tongues import find_languages  # noqa: PLC0415 (few choose any)

    found, unknown = find_languages(text)
    if unknown or not found:
        raise BadInput(_refuse(unknown or text))
    yield from found


def _refuse(unknown: str) -> Spoken:
    from allybook.domain.filters.tongues import find_slip  # noqa: PLC0415 (few choose any)

    meant = find_slip(unknown)
    if not meant:
        return speak(
            "“{unknown}” is no language that X knows; nothing was changed.", unknown=unknown
        )
    return speak(
        "“{unknown}” is no language that X knows: did you mean {name} ({code})? Nothing was "
        "changed.",
        unknown=unknown,
        name=speak(NAMES[meant]),
        code=meant,
    )


def reset_languages(desk: Desk) -> None:
    """Let the languages be those of the system again, and English."""
    desk.settings.write(LANGUAGES, "")
    desk.announcer.announce(JUDGED)


class Survey(Struct, frozen=True):
    """What the noise of all cached posts rests on, counted once for any weights.

    ``heard`` are those that are never hidden, whatever they weigh.
    """

    rows: Sequence[Tally]
    heard: int = 0

    @property
    def posts(self) -> int:
        """Return how many posts there are."""
        return sum(row.posts for row in self.rows) + self.heard

    def quiet(self, chosen: Weights, limit: int) -> int:
        """Return how many posts would be noisier than a limit."""
        points = {marks: points_of(marks, chosen) for marks in {row.marks for row in self.rows}}
        return sum(
            row.posts for row in self.rows if points[row.marks] + _laid_over(row, chosen) > limit
        )


def survey(desk: Desk) -> Survey:
    """Return what the noise of the cached posts rests on; those never hidden are only counted."""
    kept = spared(desk)
    if not kept:
        return Survey(desk.cache.tally(EVERYTHING))
    heard = heard_of(kept)
    return Survey(desk.cache.tally(Not(heard)), desk.cache.count(heard))


def catch_up(desk: Desk, ticket: Ticket) -> int:
    """Lay the sums of noise anew after a change, and mark what an older version kept.

    Views are right before it, only slower. Return how many parts were laid.
    """
    parts = 0
    while not ticket.cancelled() and desk.cache.mark_anew():
        parts += 1
    low = desk.cache.begin_laying()
    while low is not None and not ticket.cancelled():
        low = desk.cache.lay_sums(low)
        parts += 1
    return parts


def _laid_over(row: Tally, chosen: Weights) -> int:
    """Return the points of what hangs on the reader."""
    held_by = (
        (row.foreign, NoiseKind.LANGUAGE),
        (row.muted, NoiseKind.MUTED),
        (row.ally, NoiseKind.ALLY),
    )
    return sum(chosen[kind] for holds, kind in held_by if holds)
