"""``allybook mutes``: the words, hashtags and authors that stay quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.out import moment
from allybook.domain.errors import BadInput
from allybook.domain.mutes import Mute, Spell
from allybook.services.timeline.mutes import (
    count_muted,
    kind_of,
    mute_each,
    mutes,
    say_until,
    unmute,
)
from allybook.services.timeline.spare import overruled
from allybook.services.timeline.unasked import unheard

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.services.desk import Desk


def run_mutes(call: Call) -> int:
    """List mutes, add one, or remove one."""
    desk, words, out = call.desk, call.words, call.out
    if words.act == "list":
        return _list(desk, words, out)
    if not words.what:
        raise BadInput(f"What? For example: allybook mutes {words.act} “crypto”.")
    if words.act == "add":
        _add(desk, words, out)
    else:
        _remove(desk, words, out)
    return 0


def _add(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    made = mute_each(desk, words.what, Spell(words.spell))
    if words.form == "json":
        out.json([_row(one) for one in made])
    else:
        out.say(f"{_are(made)} muted {_until(desk, made[0])}; {_hidden(desk)}.")
    _remark_unheard(desk, made, out)


def _remove(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    gone = tuple(dict.fromkeys(_find(desk, text) for text in words.what))
    for one in gone:
        unmute(desk, one)
    if words.form == "json":
        out.json([_row(one) for one in gone])
    else:
        out.say(f"{_are(gone)} heard again.")


def _find(desk: Desk, text: str) -> Mute:
    """Return the mute of what was typed; ``BadInput`` where there is none."""
    kind, value = kind_of(text)
    for one in mutes(desk):
        if one.same(Mute(kind, value)) or _named(one, value) or str(one.words) == text.strip():
            return one
    raise BadInput(f"“{text.strip()}” is not muted; allybook mutes lists what is.")


def _are(those: Sequence[Mute]) -> str:
    """Return who is meant with the verb: ``“crypto” is``, ``“crypto” and #win are``."""
    *others, last = (str(one.words) for one in those)
    return f"{', '.join(others)} and {last} are" if others else f"{last} is"


def _remark_unheard(desk: Desk, made: Sequence[Mute], out: Out) -> None:
    """Say whose own posts are not muted, or not yet, and what helps."""
    for one in made:
        whose = f"from:{one.value}" if one.value else f"from:id:{one.user_id}"
        for sentence in overruled(desk, one):
            out.remark(f"{sentence} “allybook spared remove {whose}” does that.")
        for sentence in unheard(desk, one):
            out.remark(f"{sentence} “allybook refresh names from:{one.value}” asks.")


def _list(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    if words.form == "json":
        out.json([_row(one) for one in mutes(desk)])
        return 0
    found = [(one.kind.value, one.words, _until(desk, one)) for one in mutes(desk)]
    if found:
        out.table(found, ("kind", "muted", "how long"))
    out.say(f"{_hidden(desk)[:1].upper()}{_hidden(desk)[1:]}." if found else "Nothing is muted.")
    return 0


def _row(one: Mute) -> dict[str, str | None]:
    until = moment(one.until) if one.until else None
    return {"kind": one.kind.value, "value": one.value, "user_id": one.user_id, "until": until}


def _until(desk: Desk, one: Mute) -> str:
    return say_until(one, desk.clock.zone)


def _hidden(desk: Desk) -> str:
    return f"{some(count_muted(desk), 'post')} of the cache under a mute"


def _named(one: Mute, value: str) -> bool:
    """Return whether a mute of an author by id has this handle, or is of this id."""
    value = value.lower()
    by_id = value.removeprefix("id:").lstrip("0")
    return one.user_id is not None and (value == one.value.lower() or by_id == one.user_id)
