"""``allybook refresh``: read what is new at home, in a list, by a book's people, or of a search.

Likewise what an earlier reading left out (``gaps``), and who wrote what was read (``names``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.cli.asking import STOPS, agree, as_json, check_most, say_part, some, status_of
from allybook.cli.came import listening
from allybook.cli.typed import filter_pasted, read_told
from allybook.domain.errors import BadInput
from allybook.domain.filters.tree import On, Term
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.several import find_book
from allybook.services.jobs.paging import Reading
from allybook.services.money.quote import fits, left
from allybook.services.people.unknown import known_by_now, learn, people_to_name, quote_unknown
from allybook.services.reading.alone import alone_with
from allybook.services.reading.gaps import fill_gap, gaps, posts_of, quote_gap, quote_within
from allybook.services.reading.missing import asked_for, left_out
from allybook.services.reading.sources import plan_source, plan_within, read_agreed
from allybook.services.reading.tens import LEAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from allybook.cli.call import Call
    from allybook.domain.filters.tree import Node
    from allybook.domain.money.pricing import Quote
    from allybook.domain.reading.gaps import Gap
    from allybook.services.desk import Desk
    from allybook.services.people.unknown import Unknown
    from allybook.services.reading.sources import SourcePlan

GAPS, NAMES = "gaps", "names"
NAMED = frozenset({Origin.LIST, Origin.BOOK})
LIST_POSTS = "list-posts"
ALIASES = {LIST_POSTS: Origin.LIST.value}
"""What the price list calls it, where a list is another job."""


def check_refresh(call: Call) -> None:
    """Refuse a filter that is not understood, and a book that is not here, before X is asked."""
    desk, words = call.desk, call.words
    if words.source in {GAPS, NAMES}:
        read_told(desk, words.filter)
        return
    source, _through = named_source(desk, words.source, words.filter)
    if source.origin is Origin.BOOK:
        find_book(desk, source.name)


def run_refresh(call: Call) -> int:
    """Say the price, read what is new, and say how much that was."""
    desk, words, out = call.desk, call.words, call.out
    if words.source in {GAPS, NAMES}:
        desk.line.network()
        return (_fill if words.source == GAPS else _name)(call)
    source, through = named_source(desk, words.source, words.filter)
    desk.line.network()
    plan = _plan(call, source, through)
    agree(told_of_gaps(desk, plan, through), out)
    with listening(desk) as came:
        try:
            reading = read_agreed(desk, plan, call.ticket)
        except STOPS:
            if came.read:
                _report(call, plan, through, came.reading)
            raise
    _report(call, plan, through, reading)
    return status_of(reading, out)


def _report(call: Call, plan: SourcePlan, through: Node, reading: Reading) -> None:
    """Print what was read, and what was left out."""
    desk, out = call.desk, call.out
    if call.words.form == "json":
        mine = left_out(gaps(desk), plan.source, plan.queries)
        out.json(
            {
                "source": plan.source.origin.value,
                "name": plan.name,
                "read": reading.items,
                "new": reading.new,
                "complete": reading.complete,
                "left_out": sum(gap.about for gap in mine),
                "gaps": len(mine),
                "queries": list(plan.queries),
                "quote": as_json(plan.quote),
            }
        )
    else:
        told = f"{some(reading.items, 'post')} read, {reading.new} of them new"
        out.say(told + _there_is_more(reading) + _what_is_left(desk, plan, through))


def _plan(call: Call, source: Source, through: Node) -> SourcePlan:
    """Plan what the budget has room for, and say so where it is less than was wanted."""
    desk, most = call.desk, call.words.most
    wanted = plan_of(desk, source, through, most)
    if fits(desk, wanted.quote) or not left(desk):
        return wanted
    plan = plan_within(desk, source, through, most or None)
    say_part(call, wanted.quote, plan.quote)
    return plan


def plan_of(desk: Desk, source: Source, through: Node, most: int) -> SourcePlan:
    """Plan a reading of at most so many posts (0: as usual); ``BadInput`` where X finds more."""
    plan = plan_source(desk, source, through, most or None)
    check_most(most, plan.most)
    return plan


def _fill(call: Call) -> int:
    """Read the gaps that the words are about, all without any, newest first, each at its price."""
    desk, words = call.desk, call.words
    about, most = asked_for(desk, read_told(desk, words.filter)), most_of_gaps(words.most)
    found = left_out(gaps(desk), *about)
    filled: list[Reading] = []
    with listening(desk) as came:
        try:
            complete = _fill_each(call, found, most, filled)
        except STOPS:
            if came.read:
                number = len(filled) + (came.read > sum(one.items for one in filled))
                _report_gaps(call, left_out(gaps(desk), *about), came.reading, number)
            raise
    whole = sum(filled, Reading(0, complete=complete))
    _report_gaps(call, left_out(gaps(desk), *about), whole, len(filled))
    return status_of(whole, call.out)


def _fill_each(call: Call, found: Sequence[Gap], most: int | None, filled: list[Reading]) -> bool:
    """Read these gaps one by one, ``filled`` each with a reading; return whether all were begun."""
    desk, out = call.desk, call.out
    for gap in found:
        room = None if most is None else most - sum(one.charged for one in filled)
        if room is not None and filled and room < LEAST:
            return False
        with alone_with(desk, gap) as now:
            if now is None:
                # Another window has read it meanwhile.
                continue
            day, wanted = desk.clock.now().date(), quote_gap(desk, now, room)
            quoted = quote_within(desk, now, room)
            if filled and not fits(desk, quoted):
                out.remark("The budget has no room for what else was left out: it was not begun.")
                return False
            if left(desk) and not fits(desk, wanted):
                say_part(call, wanted, quoted)
            agree(quoted, out)
            filled.append(fill_gap(desk, now, call.ticket, most=posts_of(quoted), day=day))
    return True


def _report_gaps(call: Call, rest: Sequence[Gap], whole: Reading, filled: int) -> None:
    """Print what was read of gaps, and which are left."""
    desk, out = call.desk, call.out
    if call.words.form == "json":
        left_now = [{"source": one.source.origin.value, "about": one.about} for one in rest]
        out.json({"filled": filled, "read": whole.items, "new": whole.new, "gaps": left_now})
    else:
        told = f"{some(whole.items, 'post')} read in {some(filled, 'gap')}"
        out.say(told + _there_is_more(whole) + _what_stands_beside(desk, rest))


def _name(call: Call) -> int:
    """Ask X who the people are that a filter waits for, or that wrote what it keeps."""
    desk, words, out = call.desk, call.words, call.out
    unknown = people_of(desk, words.filter)
    quote, asked = quote_unknown(desk, unknown), len(unknown.named) + len(unknown.authors)
    agree(quote, out)
    stopped, told = None, 0
    try:
        told = learn(desk, unknown, call.ticket)
    except STOPS as error:
        stopped, told = error, known_by_now(desk, unknown)
    if stopped and not told:
        raise stopped
    if words.form == "json":
        out.json({"asked": asked, "told": told, "quote": as_json(quote)})
    else:
        out.say(f"{some(asked, 'name')} asked for, {told} told")
    if stopped:
        raise stopped
    return 0


def people_of(desk: Desk, told: Sequence[str]) -> Unknown:
    """Return whom X is asked about for the filter that was told in pieces."""
    return people_to_name(desk, read_told(desk, told))


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
    return Source(kind, name), read_told(desk, rest)


def told_of_gaps(desk: Desk, plan: SourcePlan, through: Node) -> Quote:
    """Return the quote of a plan, with what earlier readings in its words left out."""
    mine = left_out(gaps(desk), plan.source, plan.queries)
    if not mine:
        return plan.quote
    because = (
        f"{plan.quote.because} Earlier readings were cut short: {say_gaps(mine)}, and "
        f"{_command(desk, plan, through, mine)} asks for all of that."
    )
    return replace(plan.quote, because=because)


def _there_is_more(reading: Reading) -> str:
    return "" if reading.complete else "; there is more"


def _what_is_left(desk: Desk, plan: SourcePlan, through: Node) -> str:
    """Return what this reading and earlier ones of the same did not come to, and what others."""
    mine = left_out(gaps(desk), plan.source, plan.queries)
    beside = _what_stands_beside(desk, mine)
    if not mine:
        return beside
    one = sum(gap.about for gap in mine) == 1
    command = _command(desk, plan, through, mine)
    return f". {say_gaps(mine, large=True)}: {command} reads {'it' if one else 'them'}{beside}"


def _what_stands_beside(desk: Desk, mine: Sequence[Gap]) -> str:
    others = [gap for gap in gaps(desk) if gap not in mine]
    if not others:
        return ""
    return f". Elsewhere {say_gaps(others)}, in {some(len(others), 'gap')}"


def _command(desk: Desk, plan: SourcePlan, through: Node, mine: Sequence[Gap]) -> str:
    """Return what reads these gaps, and no others that stand beside."""
    if len(mine) == len(gaps(desk)):
        return "“allybook refresh gaps”"
    terms = {
        Origin.HOME: Term(On.SOURCE, Origin.HOME.value),
        Origin.LIST: Term(On.LIST, plan.name),
        Origin.BOOK: Term(On.IN, plan.name),
    }
    about = terms.get(plan.source.origin, through)
    return f"“allybook refresh gaps {filter_pasted(desk, about)}”"


def most_of_gaps(most: int) -> int | None:
    """Return how many posts of all gaps are read at most, None where nobody said so."""
    check_most(most)
    return most or None


def say_gaps(found: Sequence[Gap], *, large: bool = False) -> str:
    """Return about how many posts were left out; of some gaps nobody can tell."""
    posts = sum(gap.about for gap in found)
    told = f"about {some(posts, 'post')}" if posts else "more posts"
    if posts and not all(gap.about for gap in found):
        told = f"{told} and more"
    were = "was" if told == "about 1 post" else "were"
    return f"{told[0].upper() if large else told[0]}{told[1:]} {were} left out"
