"""``allybook posts FILTER``: the posts that a filter keeps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.out import moment, one_line
from allybook.cli.typed import pasted, read_told
from allybook.domain.people.accounts import called
from allybook.services.timeline.sift import count, sift, spared_test
from allybook.services.timeline.unmet import unmet
from allybook.services.timeline.view import explain, limit_of, quiet_test, read_spared, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.filters.tree import Node
    from allybook.ports.cache import Row
    from allybook.ports.files import BadRecord
    from allybook.services.desk import Desk

COLUMNS = ("id", "author", "author_id", "created_at", "text", "noise", "shown", "reasons")


def run_posts(call: Call) -> int:
    """Print the posts, newest first, in the form asked for; 1 where a file was read in part."""
    desk, words, out = call.desk, call.words, call.out
    chosen = read_told(desk, words.filter)
    for sentence in unmet(desk, chosen):
        out.remark(sentence)
    if words.input is not None:
        return _sift(call, chosen)
    _remark_unasked(call, chosen)
    if words.form == "count":
        out.say(str(_at_most(desk.cache.count(chosen), words.limit)))
        return 0
    order = desk.cache.order(chosen, limit=words.limit or None)
    _tell(_told(chosen, walk(desk, order), _spared_here(desk, chosen)), words.form, out)
    return 0


def _at_most(number: int, limit: int) -> int:
    """Return how many posts would be listed, all where no limit was said."""
    return min(number, limit or number)


def _remark_unasked(call: Call, chosen: Node) -> None:
    """Say of whom X said nothing here, so that the filter cannot find them."""
    # Who filters a file, which tells of its people by itself, does not wait for this.
    from allybook.services.people.unasked import unasked  # noqa: PLC0415
    from allybook.services.people.unknown import unknown_people  # noqa: PLC0415

    unknown = unknown_people(call.desk, chosen)
    for sentence in unasked(call.desk, chosen, unknown):
        call.out.remark(sentence)
    if unknown:
        typed = pasted(call.words.filter)
        call.out.remark(f"“allybook refresh names {typed}” asks.")


def _sift(call: Call, chosen: Node) -> int:
    """Print the posts of a file; nothing of it is kept."""
    desk, words, out = call.desk, call.words, call.out
    bad: list[BadRecord] = []
    if words.form == "count":
        out.say(str(_at_most(count(desk, words.input, chosen, bad.append), words.limit)))
    else:
        found = sift(desk, words.input, chosen, bad.append, most=words.limit)
        _tell(_told(chosen, found, spared_test(desk, words.input)), words.form, out)
    if bad:
        first = f"line {bad[0].line}: {bad[0].why}"
        out.remark(f"{some(len(bad), 'record')} of {words.input.name} could not be read ({first}).")
    return 1 if bad else 0


def _told(
    chosen: Node, found: Iterable[Row], is_spared: Callable[[Row], bool]
) -> list[dict[str, object]]:
    """Return posts as they are told: ``shown`` is what the window does not put among the quiet."""
    is_quiet = quiet_test(chosen, is_spared)
    return [_post(row, shown=not is_quiet(row)) for row in found]


def _spared_here(desk: Desk, chosen: Node) -> Callable[[Row], bool]:
    """Return what tells whether a cached post that a filter keeps is never quiet."""
    now = desk.clock.now().astimezone(desk.clock.zone)
    kept = read_spared(desk, chosen, limit_of(chosen))
    return lambda row: kept.keeper_of(row, now) is not None


def _tell(rows: list[dict[str, object]], form: str, out: Out) -> None:
    if form == "json":
        out.json(rows)
    elif form == "csv":
        out.csv(({**row, "reasons": _why(row)} for row in rows), COLUMNS)
    else:
        _print(rows, out, why=form == "why")


def _post(row: Row, *, shown: bool) -> dict[str, object]:
    return {
        "id": row.post.post_id,
        "author": (row.author.handle if row.author else "") or None,
        "author_id": row.post.author_id,
        "created_at": moment(row.post.created_at),
        "text": row.post.text,
        "noise": row.noise,
        "shown": shown,
        "reasons": [reason.short for reason in explain(row)],
    }


def _why(row: Mapping[str, object]) -> str:
    """Return the reasons of a post on one line, with commas between them."""
    reasons = row["reasons"]
    return ", ".join(reasons) if isinstance(reasons, list) else ""


def _print(rows: list[dict[str, object]], out: Out, *, why: bool) -> None:
    for row in rows:
        state = "" if row["shown"] else " (quiet)"
        author = called(str(row["author"] or ""), str(row["author_id"]))
        out.say(f"{row['created_at']}  {one_line(author)}{state}")
        out.say(f"    {one_line(str(row['text']))}")
        if why:
            words = _why(row)
            out.say(f"    noise {row['noise']}{': ' if words else ''}{one_line(words)}")
