"""``allybook refresh``: read what is new at home, in a list, by a book's people, or of a search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import agree, as_json, some
from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.sources import Origin, Source
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from allybook.services.reading.sources import plan_source, read_source

if TYPE_CHECKING:
    import argparse

    from allybook.cli.out import Out
    from allybook.domain.filters.tree import Node
    from allybook.ports import Ticket
    from allybook.services.desk import Desk

GAPS = "gaps"


def run_refresh(desk: Desk, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Say the price, read what is new, and say how much that was."""
    if words.source == GAPS:
        desk.line.network()
        return _fill(desk, words, out, ticket)
    source, through = _source(words)
    desk.line.network()
    plan = plan_source(desk, source, through, *([words.most] if words.most else []))
    agree(plan.quote, out)
    before = _kept(desk)
    reading = read_source(desk, plan, ticket)
    new = _kept(desk) - before
    if words.form == "json":
        out.json(
            {
                "source": plan.source.origin.value,
                "name": plan.name,
                "read": reading.items,
                "new": new,
                "complete": reading.complete,
                "queries": list(plan.queries),
                "quote": as_json(plan.quote),
            }
        )
    else:
        rest = "" if reading.complete else f"; there is more.{_what_is_left(desk)}"
        out.say(f"{some(reading.items, 'post')} read, {new} of them new{rest}")
    return 0 if reading.complete else 1


def _fill(desk: Desk, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Read every gap, each at its price."""
    found, items, complete = gaps(desk), 0, True
    before = _kept(desk)
    for gap in found:
        agree(quote_gap(desk, gap), out)
        reading = fill_gap(desk, gap, ticket)
        items, complete = items + reading.items, complete and reading.complete
    if words.form == "json":
        rest = [{"source": one.source.origin.value, "about": one.about} for one in gaps(desk)]
        new = _kept(desk) - before
        out.json({"filled": len(found), "read": items, "new": new, "gaps": rest})
    else:
        out.say(f"{some(items, 'post')} read in {some(len(found), 'gap')}")
    return 0 if complete else 1


def _source(words: argparse.Namespace) -> tuple[Source, Node]:
    """Return what is to be read, and through which filter."""
    origin, told = Origin(words.source), list(words.filter)
    if origin is Origin.HOME and told:
        raise BadInput("The home timeline comes whole: X filters lists, books and searches only.")
    named = origin in {Origin.LIST, Origin.BOOK}
    if named and not told:
        raise BadInput(f"Which {origin}? For example: allybook refresh {origin} NAME -is:repost.")
    name = told.pop(0).strip() if named else ""
    return Source(origin, name), parse(" ".join(told))


def _what_is_left(desk: Desk) -> str:
    missing = sum(gap.about for gap in gaps(desk))
    if not missing:
        return ""
    return f" About {missing} posts were left out: “allybook refresh gaps” reads them"


def _kept(desk: Desk) -> int:
    return desk.cache.count(parse(""))
