"""``allybook list pull|plan|publish``: the X List of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from allybook.cli.asking import STOPS, agree, as_json, duration, some, status_of
from allybook.cli.chosen_book import open_book
from allybook.cli.out import moment
from allybook.domain.acts.outbox import AS_WANTED, Outcome, Stage
from allybook.domain.acts.pace import Pace
from allybook.domain.book.entry import Status
from allybook.domain.errors import BadInput, OverBudget
from allybook.domain.filters.times import day_of
from allybook.domain.money.dollars import in_words
from allybook.domain.people.accounts import called
from allybook.services.lists.pull import PAGE, most_of, pull, quote_pull
from allybook.services.money.quote import fits
from allybook.services.people.ask_again import PAUSE
from allybook.services.people.find import lost_among
from allybook.services.publish.agreed import find_said
from allybook.services.publish.audience import is_private, persons
from allybook.services.publish.pace import pace_of, usual
from allybook.services.publish.plan import plan_list
from allybook.services.publish.report import note_told
from allybook.services.publish.run import publish

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import tzinfo

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.acts.outbox import Act
    from allybook.ports.books import Book
    from allybook.services.desk import Desk
    from allybook.services.publish.plan import ListPlan, Planned
    from allybook.services.publish.report import Published

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
IN_DOUBT = "in_doubt"
RENAMED = "renamed"
SECOND = (
    "Somebody else approved allies of this book on another computer. Where they have published it "
    "with this X account, publish on that computer: else X has two lists of one name."
)
NOT_APPROVED = "not approved"
"""Why somebody is taken off who is nominated: the approval was taken back, say."""
SETTLED = AS_WANTED | {Outcome.NO_LISTS, Outcome.OPTED_OUT}
"""The outcomes that leave nothing to do: who asks not to be listed is left off, as it is to be."""


def run_list(call: Call) -> int:
    """Do what was asked with the X List of the book."""
    acts = {"pull": _pull, "plan": _plan}
    return acts.get(call.words.act, _publish)(call, open_book(call.desk, call.options.book))


def check_list(call: Call) -> None:
    """Refuse what would not be published, before X is asked for anything."""
    if call.words.act == "publish":
        _check_publish(call, open_book(call.desk, call.options.book))


def _pull(call: Call, book: Book) -> int:
    desk, out = call.desk, call.out
    list_id = desk.cache.mirror(book.info.book_id)
    if not list_id:
        raise BadInput("This book has no X List yet: allybook list publish makes one.")
    most = call.words.most or most_of(desk, list_id)
    agree(quote_pull(desk, list_id, most), out)
    try:
        reading = pull(desk, list_id, call.ticket, most)
    except STOPS:
        if rows := _members(desk, list_id):
            _print_members(call, rows)
        raise
    _print_members(call, _members(desk, list_id))
    if reading.charged >= most and not reading.complete:
        _say_more(desk, list_id, most, out)
    return status_of(reading, out)


def _members(desk: Desk, list_id: str) -> list[dict[str, str]]:
    """Return who is on a list by all that is known; where it was not read whole, who was seen."""
    members = desk.cache.members(list_id)
    ids = sorted(members.user_ids, key=int) if members else []
    known = desk.cache.accounts(ids)
    return [{"user_id": i, "handle": known[i].handle if i in known else ""} for i in ids]


def _print_members(call: Call, rows: Sequence[Mapping[str, str]]) -> None:
    if call.words.form == "json":
        call.out.json(rows)
    else:
        call.out.table([(row["user_id"], _handle(row)) for row in rows], ("id", "handle"))


def _say_more(desk: Desk, list_id: str, most: int, out: Out) -> None:
    """Say that a list has more members than were wanted, and what reads them as well."""
    further = most + PAGE
    price = in_words(quote_pull(desk, list_id, further).dollars)
    out.remark(
        f"The list has more than {some(most, 'member')}, so it was not read whole: above is who "
        f"is known to be on it. “allybook list pull --most {further}” reads it, for at most "
        f"{price}."
    )


def _plan(call: Call, book: Book) -> int:
    words, out = call.words, call.out
    plan = plan_list(call.desk, book, _pace(call), again=words.ask_again, way=words.way)
    if words.form == "json":
        out.json(
            {
                "list_id": plan.list_id,
                "name": plan.name,
                "adds": [_planned(one) for one in plan.adds],
                "removes": [_planned(one) for one in plan.removes],
                "left_out": [_planned(one) for one in plan.left_out],
                "unfound": list(plan.unfound),
                "undecided": [_planned(one) for one in plan.undecided],
                **as_json(plan.quote),
            }
        )
        return 0
    _say_plan(plan, out, call.desk.clock.zone)
    return 0


def _say_plan(plan: ListPlan, out: Out, zone: tzinfo) -> None:
    """Say whom publishing touches, who stays, and what it costs."""
    for head, group in (("Add", plan.adds), ("Remove", plan.removes), ("Leave out", plan.left_out)):
        for one in group:
            who = called(one.handle, one.user_id)
            out.say(f"{head} {who} ({_reason(one, zone)})")
    for one in plan.undecided:
        who = called(one.handle, one.user_id)
        out.say(f"Keep {who}: on the list and not approved, until you decide")
    for handle in plan.unfound:
        out.say(f"Find @{handle} first: its user id is not known yet")
    if plan.unread:
        what = some(len(plan.unread), "profile")
        out.say(f"Read {what} first: who asks for no lists there is not added")
    for way in plan.ways[1:]:
        out.say(f"Or --way {way.name}: {in_words(way.quote.dollars)}")
    if plan.second:
        out.remark(SECOND)
    out.say(f"{in_words(plan.quote.dollars)}, {duration(plan.quote.minutes)}")


def _reason(one: Planned, zone: tzinfo) -> str:
    """Return why somebody is in a plan, and when X said so and is asked again."""
    words = NOT_APPROVED if one.why == Status.NOMINATED else one.why.replace("_", " ")
    if one.since is None:
        return words
    told = f"{words}, X said on {day_of(one.since, zone):%d %B %Y}; asked again from "
    return f"{told}{day_of(one.since + PAUSE, zone):%d %B %Y} on, or now with --ask-again"


def _planned(one: Planned) -> dict[str, str]:
    since = moment(one.since) if one.since else ""
    names = {"user_id": one.user_id, "handle": one.handle, "name": one.name}
    return {**names, "why": one.why, "since": since}


def _pace(call: Call) -> Pace:
    """Return the pace asked for: faster than is safe only where no one is hurt.

    A faster one that the person has chosen in the window, and was warned of there, stays.
    """
    words = call.words
    chosen, safe = pace_of(call.desk), usual(call.desk)
    asked = Pace(
        chosen.seconds if words.pace is None else words.pace,
        chosen.daily if words.daily is None else words.daily,
    )
    least = Pace(min(chosen.seconds, safe.seconds), max(chosen.daily, safe.daily))
    if not asked.sound:
        raise BadInput(
            "--pace is at most a day (86400 seconds), --daily 1 to 5000 changes; nothing was sent."
        )
    if asked.is_faster(least) and not _is_loopback(call):
        raise BadInput(
            f"X locks accounts that change lists fast: a change every {least.seconds:g} seconds "
            f"and {least.daily} in 24 hours are the most (beyond that only against a server on "
            "this computer). Nothing was sent."
        )
    return asked


def _is_loopback(call: Call) -> bool:
    return call.options.practice or urlsplit(call.options.api_base).hostname in LOOPBACK


def _publish(call: Call, book: Book) -> int:
    desk, words, ticket = call.desk, call.words, call.ticket
    pace = _check_publish(call, book)
    desk.line.network()
    plan = plan_list(desk, book, pace, again=words.ask_again, way=words.way)
    wanted = plan.unfound
    _agree(plan, call.out)
    if not fits(desk, plan.quote):
        raise OverBudget(
            f"Publishing would cost {in_words(plan.quote.dollars)}, more than is left of this "
            "month's budget; nothing was sent."
        )
    plan = find_said(desk, plan, ticket, pace)
    done = publish(desk, plan, ticket, private=not words.public, pace=pace)
    lost = lost_among(desk, wanted)
    _report(call, done, plan, lost)
    note_told(desk, done.list_id, done.acts)
    if done.error is not None:
        return done.error.exit_status
    undone = any(act.outcome not in SETTLED for act in done.acts)
    return 1 if done.waiting or lost or done.stopped or undone else 0


def _agree(plan: ListPlan, out: Out) -> None:
    """Say what publishing costs, and where it may make a list that there is already."""
    agree(plan.quote, out)
    if plan.second:
        out.remark(SECOND)


def _check_publish(call: Call, book: Book) -> Pace:
    """Return the pace asked for; refuse one that is too fast, and what nobody said --yes to."""
    desk, words, pace = call.desk, call.words, _pace(call)
    if not call.options.yes:
        desk.line.network()
        plan = plan_list(desk, book, pace, again=words.ask_again, way=words.way)
        _agree(plan, call.out)
        warning = _warning(desk, book, plan, public=words.public)
        raise BadInput(f"{warning} say --yes to do it. Nothing was sent.")
    return pace


def _warning(desk: Desk, book: Book, plan: ListPlan, *, public: bool) -> str:
    """Say what publishing does, and who will see it."""
    adding = len(plan.adds) + len(plan.unfound)
    does = f"Publishing adds {adding} to an X List and removes {len(plan.removes)};"
    private = not public if plan.list_id is None else is_private(desk, plan.list_id)
    if private:
        return f"{does} the list is private, so only your account sees it;"
    if private is None:
        return f"{does} whether the list is private is for you to look up on X;"
    among = some(persons(plan, book.allies()), "person", "people")
    return f"{does} everyone on X sees who is on it ({among} among them), and X may tell each;"


def _report(call: Call, done: Published, plan: ListPlan, lost: Mapping[str, Outcome]) -> None:
    """Print what became of everyone: done, waiting, left out, or not found on X."""
    new = done.renamed
    rows = [
        _outcome(act.user_id, new.get(act.user_id, act.handle), _told(act, new))
        for act in (*done.acts, *done.waiting)
    ]
    told = {row["user_id"] for row in rows if row["user_id"]}
    rows += [
        _outcome(one.user_id, one.handle, one.why)
        for one in plan.left_out
        if one.user_id not in told and one.handle not in lost
    ]
    rows += [_outcome("", handle, why.value) for handle, why in lost.items()]
    if call.words.form == "json":
        call.out.json(rows)
    elif rows:
        why = {act.user_id: _because(act, new) for act in done.acts}
        table = [(row["user_id"], _handle(row), _said(row, why)) for row in rows]
        call.out.table(table, ("id", "handle", "outcome"))
    if done.stopped:
        call.out.remark(done.stopped)


def _told(act: Act, renamed: Mapping[str, str]) -> str:
    """Return what came of an act in one word; ``renamed`` is on the list, under a new handle."""
    if act.stage is Stage.SENDING:
        return IN_DOUBT
    if act.outcome is None:
        return Stage.WAITING.value
    new = act.user_id in renamed and act.outcome in {Outcome.ADDED, Outcome.ALREADY_THERE}
    return RENAMED if new else act.outcome.value


def _because(act: Act, renamed: Mapping[str, str]) -> str:
    if act.user_id not in renamed:
        return act.detail
    return f"on the list, was {called(act.handle, act.user_id)}"


def _handle(row: Mapping[str, str]) -> str:
    """Return the cell of a handle; of whom none is known, the id stands beside."""
    return f"@{row['handle']}" if row["handle"] else ""


def _said(row: Mapping[str, str], why: Mapping[str, str]) -> str:
    words = row["outcome"].replace("_", " ")
    return ": ".join(part for part in (words, why.get(row["user_id"], "")) if part)


def _outcome(user_id: str, handle: str, outcome: str) -> dict[str, str]:
    return {"user_id": user_id, "handle": handle, "outcome": outcome}
