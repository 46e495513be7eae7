"""``allybook mutes``: the words, hashtags and authors that stay quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.out import moment
from allybook.domain.errors import BadInput
from allybook.domain.mutes import Mute, Spell
from allybook.domain.spoken import FEW, speak_few
from allybook.services.people.unasked import unheard
from allybook.services.timeline.mutes import (
    count_muted,
    kind_of,
    mute_each,
    mutes,
    say_until,
    unmute,
)
from allybook.services.timeline.outweighed import outweighed
from allybook.services.timeline.spare import overruled

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Sequence

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
    gone = _find_each(mutes(desk), words.what)
    unmute(desk, *gone)
    if words.form == "json":
        out.json([_row(one) for one in gone])
    else:
        out.say(f"{_are(gone)} heard again.")


def _find_each(known: Sequence[Mute], typed: Iterable[str]) -> tuple[Mute, ...]:
    """Return the mutes of what was typed, each once; ``BadInput`` where there is none.

    Those are all that are meant by it: of an author there may be one by handle and one by id. A
    word is no author, unless nothing else is meant.
    """
    places: dict[tuple[str, ...], list[int]] = {}
    for place, one in enumerate(known):
        for key in _keys_of(one):
            places.setdefault(key, []).append(place)
    found: dict[int, None] = {}
    for text in typed:
        meant = sorted({place for key in _keys_typed(text) for place in places.get(key, ())})
        if not meant:
            raise BadInput(f"“{text.strip()}” is not muted; allybook mutes lists what is.")
        kind, _ = kind_of(text)
        of_kind = [place for place in meant if known[place].kind is kind]
        found |= dict.fromkeys(of_kind or meant)
    return tuple(known[place] for place in found)


def _keys_of(one: Mute) -> Iterator[tuple[str, ...]]:
    """Yield all by which a mute is found; an author by id also by the handle, and by the id."""
    yield one.reach
    yield "said", str(one.words)
    if one.user_id is not None:
        yield "name", one.value.lower()
        yield "id", one.user_id


def _keys_typed(text: str) -> Iterator[tuple[str, ...]]:
    """Yield all that somebody can mean who types this."""
    kind, value = kind_of(text)
    yield Mute(kind, value).reach
    yield "said", text.strip()
    yield "name", value.lower()
    yield "id", value.lower().removeprefix("id:").lstrip("0")


def _are(those: Sequence[Mute]) -> str:
    """Return who is meant with the verb: ``“crypto” is``, ``“crypto” and #win are``."""
    *others, last = (str(one.words) for one in those)
    if len(those) > FEW:
        others, last = others[:FEW], some(len(those) - FEW, "other")
    return f"{', '.join(others)} and {last} are" if others else f"{last} is"


def _remark_unheard(desk: Desk, made: Sequence[Mute], out: Out) -> None:
    """Say what a mute does not keep out of sight, or not yet, and what helps."""
    for light in outweighed(desk):
        out.remark(light)
    for sentence in speak_few(tuple(_unheard(desk, made))):
        out.remark(sentence)


def _unheard(desk: Desk, made: Sequence[Mute]) -> Iterator[str]:
    for one in made:
        whose = f"from:{one.value}" if one.value else f"from:id:{one.user_id}"
        for sentence in overruled(desk, one):
            yield f"{sentence} “allybook spared remove {whose}” does that."
        for sentence in unheard(desk, one):
            yield f"{sentence} “allybook refresh names from:{one.value}” asks."


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
