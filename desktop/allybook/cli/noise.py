"""``allybook noise``: how noise is judged, and changing that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.domain.noise.kinds import DEFAULT_WEIGHTS
from allybook.domain.noise.weights import parse_weight
from allybook.services.timeline.noise import (
    catch_up,
    languages,
    reset_languages,
    reset_weights,
    set_languages,
    set_weights,
    survey,
    weights,
)
from allybook.services.timeline.view import QUIET_ABOVE

if TYPE_CHECKING:
    from allybook.cli.call import Call
    from allybook.services.desk import Desk


def run_noise(call: Call) -> int:
    """Say how noise is judged, after changing it where that was asked."""
    desk, words = call.desk, call.words
    told = dict(map(parse_weight, words.weights))
    if words.languages:
        # A language that nobody knows is refused before anything is changed.
        _set_languages(desk, words.languages)
    if words.reset:
        reset_weights(desk)
    if told:
        set_weights(desk, told)
    catch_up(desk, call.ticket)
    _tell(call)
    return 0


def _set_languages(desk: Desk, typed: str) -> None:
    match typed.strip().lower():
        case "home":
            reset_languages(desk)
        case "all":
            set_languages(desk, ())
        case _:
            set_languages(desk, (typed,))


def _tell(call: Call) -> None:
    desk, out = call.desk, call.out
    found, chosen = survey(desk), weights(desk)
    quiet = found.quiet(chosen, QUIET_ABOVE)
    own = languages(desk)
    if call.words.form == "json":
        out.json(
            {
                "weights": {kind.key: points for kind, points in chosen.items()},
                "languages": list(own),
                "quiet_above": QUIET_ABOVE,
                "posts": found.posts,
                "quiet": quiet,
                "never_hidden": found.heard,
            }
        )
        return
    rows = [
        (kind.key, f"{points:+d}", f"{DEFAULT_WEIGHTS[kind]:+d}") for kind, points in chosen.items()
    ]
    out.table(rows, ("reason", "points", "as shipped"))
    out.say(f"Your languages: {', '.join(own) or 'all'}.")
    are = "is" if found.heard == 1 else "are"
    heard = f"; {found.heard} {are} spared and never hidden" if found.heard else ""
    told = f"{some(quiet, 'post')} of {found.posts} would be quiet (noise above {QUIET_ABOVE})"
    out.say(f"{told}{heard}.")
