"""``allybook refresh``: read what is new at home, in a list, by a book's people, or of a search.

Likewise what an earlier reading left out (``gaps``), and who wrote what was read (``names``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import agree, as_json, some
from allybook.cli.typed import joined
from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.sources import Origin, Source
from allybook.services.jobs.paging import Reading
from allybook.services.people.unknown import learn, people_to_name, quote_unknown
from allybook.services.reading.gaps import fill_gap, gaps, quote_gap
from allybook.services.reading.sources import plan_source, read_source

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from allybook.cli.out import Out
    from allybook.domain.filters.tree import Node
    from allybook.ports import Ticket
    from allybook.services.desk import Desk
    from allybook.services.people.unknown import Unknown

GAPS, NAMES = "gaps", "names"
NAMED = frozenset({Origin.LIST, Origin.BOOK})
LIST_POSTS = "list-posts"
ALIASES = {LIST_POSTS: Origin.LIST.value}
"""What the price list calls it, where a list is another job."""


def run_refresh(desk: Desk, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Say the price, read what is new, and say how much that was."""
    if words.source in {GAPS, NAMES}:
        desk.line.network()
        return (_fill if words.source == GAPS else _name)(desk, words, out, ticket)
    source, through = named_source(desk, words.source, words.filter)
    desk.line.network()
    plan = plan_source(desk, source, through, *([words.most] if words.most else []))
    agree(plan.quote, out)
    reading = read_source(desk, plan, ticket)
    if words.form == "json":
        out.json(
            {
                "source": plan.source.origin.value,
                "name": plan.name,
                "read": reading.items,
                "new": reading.new,
                "complete": reading.complete,
                "left_out": _left_out(desk),
                "queries": list(plan.queries),
                "quote": as_json(plan.quote),
            }
        )
    else:
        more = "" if reading.complete else "; there is more"
        told = f"{some(reading.items, 'post')} read, {reading.new} of them new{more}"
        out.say(told + _what_is_left(desk))
    return 0 if reading.complete else 1


def _fill(desk: Desk, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Read every gap, each at its price."""
    found, whole = gaps(desk), Reading(0, complete=True)
    for gap in found:
        agree(quote_gap(desk, gap), out)
        whole += fill_gap(desk, gap, ticket)
    if words.form == "json":
        rest = [{"source": one.source.origin.value, "about": one.about} for one in gaps(desk)]
        told = {"filled": len(found), "read": whole.items, "new": whole.new}
        out.json({**told, "gaps": rest})
    else:
        out.say(f"{some(whole.items, 'post')} read in {some(len(found), 'gap')}")
    return 0 if whole.complete else 1


def _name(desk: Desk, words: argparse.Namespace, out: Out, ticket: Ticket) -> int:
    """Ask X who the people are that a filter waits for, or that wrote what it keeps."""
    unknown = people_of(desk, words.filter)
    quote, asked = quote_unknown(desk, unknown), len(unknown.named) + len(unknown.authors)
    agree(quote, out)
    told = learn(desk, unknown, ticket)
    if words.form == "json":
        out.json({"asked": asked, "told": told, "quote": as_json(quote)})
    else:
        out.say(f"{some(asked, 'name')} asked for, {told} told")
    return 0


def people_of(desk: Desk, told: Sequence[str]) -> Unknown:
    """Return whom X is asked about for the filter that was told in pieces."""
    return people_to_name(desk, parse(joined(desk, told)))


def named_source(desk: Desk, origin: str, told: Sequence[str]) -> tuple[Source, Node]:
    """Return what is to be read, and through which filter; ``told`` begins with its name."""
    kind, rest = Origin(ALIASES.get(origin, origin)), list(told)
    if kind is Origin.HOME and rest:
        raise BadInput(
            "The home timeline is read whole, reposts and replies as well, so that every view of "
            "it has its posts: leave the filter out, or read a list, a book or a search through it."
        )
    if kind in NAMED and not rest:
        raise BadInput(f"Which {kind}? For example: allybook refresh {kind} NAME -is:repost.")
    name = rest.pop(0).strip() if kind in NAMED else ""
    return Source(kind, name), parse(joined(desk, rest))


def _what_is_left(desk: Desk) -> str:
    missing = _left_out(desk)
    if not missing:
        return ""
    were = "was" if missing == 1 else "were"
    told = f"About {some(missing, 'post')} {were} left out"
    return f". {told}: “allybook refresh gaps” reads {'it' if missing == 1 else 'them'}"


def _left_out(desk: Desk) -> int:
    """Return about how many posts earlier readings and this one did not come to."""
    return sum(gap.about for gap in gaps(desk))
