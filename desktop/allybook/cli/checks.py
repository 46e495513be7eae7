"""``allybook check``: who follows back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.cli.asking import agree, some
from allybook.cli.books import book_called
from allybook.cli.compares import run_compare
from allybook.cli.out import moment
from allybook.domain.errors import BadInput
from allybook.domain.followback import Answer, Finding, Side
from allybook.domain.pricing import Quote
from allybook.services.answer import answer, newest_glimpses, whom
from allybook.services.check import check
from allybook.services.everyone import answer_everyone, read_everyone
from allybook.services.find import (
    find_ids,
    identify,
    in_question,
    look_up,
    quote_find,
    unfound,
)
from allybook.services.foreign import asked_of, asked_on, list_called, read_names
from allybook.services.plan_check import plan_check

if TYPE_CHECKING:
    import argparse
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports import Book, Ticket
    from allybook.services.answer import Asked
    from allybook.services.desk import Desk

COLUMNS = ("user_id", "handle", "class", "flags", "source", "as_of", "complete")


LIST = "list:"
"""Before the name or id of an X List."""


def run_check(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Check, from X when there is a line and from what was read before otherwise."""
    if words.compare:
        return run_compare(desk, words, options, out)
    if words.count:
        out.say(_counted(read_everyone(desk).counts()))
        return 0
    findings = _find_out(desk, words, options.book, out, ticket)
    findings = _on_side(findings, words.of)
    rows = [_finding(one) for one in findings]
    if words.form == "json":
        out.json(rows)
    elif words.form == "csv":
        out.csv(rows, COLUMNS)
    else:
        _print(findings, out)
    return 0 if all(one.complete for one in findings) else 1


def _find_out(
    desk: Desk, words: argparse.Namespace, current: str, out: Out, ticket: Ticket
) -> Sequence[Finding]:
    """Answer for whomever the words are about."""
    if words.names:
        return _of_names(desk, words.names, out, ticket, anew=words.anew)
    if words.of in tuple(Side):
        return _of_everyone(desk, out, ticket, anew=words.anew)
    if words.of.startswith(LIST):
        asked = _on_list(desk, words.of)
        return _ask(desk, asked, out, ticket, anew=words.anew) if asked else ()
    return _of_book(desk, book_called(desk, words.of, current), out, ticket, anew=words.anew)


def quote_check(desk: Desk, of: str, current: str) -> Quote:
    """Quote a check of one side or of a book, finding unknown user ids included."""
    if of in tuple(Side):
        return plan_check(desk, None).quote
    if of.startswith(LIST):
        return plan_check(desk, _on_list(desk, of)).quote
    allies = in_question(book_called(desk, of, current).allies())
    finding, asked = quote_find(desk, unfound(allies)), whom(allies)
    if not finding.requests:
        return plan_check(desk, asked).quote
    # Whoever is found by handle is paid for that day: looking them up by id adds nothing.
    rest = plan_check(desk, asked).quote if asked else Quote("check", (), "")
    because = f"{finding.because} {rest.because}".strip()
    return Quote("check", (*finding.steps, *rest.steps), because, exact=False)


def _on_list(desk: Desk, of: str) -> tuple[Asked, ...]:
    x_list = list_called(desk, of.removeprefix(LIST))
    asked = asked_on(desk, x_list.list_id)
    if asked is None:
        raise BadInput(
            f"The X List “{x_list.name}” was not read whole yet: allybook list pull reads it; "
            "nothing was asked."
        )
    return asked


def _of_names(desk: Desk, path: Path, out: Out, ticket: Ticket, *, anew: bool) -> Sequence[Finding]:
    """Answer for each account that a file names: who of these follows us."""
    names = read_names(desk, path)
    if names.skipped:
        out.remark(f"{some(names.skipped, 'line')} of {path.name} named nobody.")
    _, loose = asked_of(desk, names)
    if loose and desk.line.up:
        quote = quote_find(desk, loose)
        if quote.requests:
            agree(quote, out)
        look_up(desk, loose, ticket)
    asked, loose = asked_of(desk, names)
    known = _ask(desk, asked, out, ticket, anew=anew) if asked else ()
    return (*known, *(_unknown(handle, desk.clock.now()) for handle in loose))


def _of_everyone(desk: Desk, out: Out, ticket: Ticket, *, anew: bool) -> Sequence[Finding]:
    if not desk.line.up and not newest_glimpses(desk):
        # Nothing was ever read: silence would look like an answer. This says what is missing.
        desk.line.network()
    return _ask(desk, None, out, ticket, anew=anew)


def _of_book(desk: Desk, book: Book, out: Out, ticket: Ticket, *, anew: bool) -> Sequence[Finding]:
    """Answer for each account of a book, also for those whose user id nobody could tell."""
    if not in_question(book.allies()):
        out.remark(f"The book “{book.info.name}” has no accounts to check.")
        return ()
    _find(desk, book, out, ticket)
    allies = in_question(book.allies())
    asked = whom(allies)
    known = _ask(desk, asked, out, ticket, anew=anew) if asked else ()
    return (*known, *(_unknown(handle, desk.clock.now()) for handle in unfound(allies)))


def _find(desk: Desk, book: Book, out: Out, ticket: Ticket) -> None:
    wanted = unfound(in_question(book.allies()))
    if not desk.line.up:
        identify(desk, book, wanted)
        return
    quote = quote_find(desk, wanted)
    if quote.requests:
        agree(quote, out)
    find_ids(desk, book, ticket, wanted)


def _ask(
    desk: Desk, asked: Sequence[Asked] | None, out: Out, ticket: Ticket, *, anew: bool
) -> Sequence[Finding]:
    if not desk.line.up and asked is None:
        return tuple(answer_everyone(desk, read_everyone(desk)))
    if not desk.line.up:
        return answer(desk, asked)
    plan = plan_check(desk, asked, anew=anew)
    agree(plan.quote, out)
    return check(desk, asked, plan, ticket)


def _unknown(handle: str, now: datetime) -> Finding:
    return Finding("", handle, Answer.UNKNOWN, frozenset(), "", now, complete=False)


def _on_side(findings: Sequence[Finding], of: str) -> Sequence[Finding]:
    """Keep the accounts that are, or may be, on the side asked for."""
    beside = {Side.FOLLOWERS: Answer.IDOL, Side.FOLLOWING: Answer.FAN}
    if of not in beside:
        return findings
    return [one for one in findings if one.answer not in {beside[Side(of)], Answer.STRANGER}]


def _finding(one: Finding) -> dict[str, object]:
    return {
        "user_id": one.user_id,
        "handle": one.handle,
        "class": one.answer.value,
        "flags": sorted(flag.value for flag in one.flags),
        "source": one.source,
        "as_of": moment(one.as_of),
        "complete": one.complete,
    }


def _counted(counts: Mapping[Answer, int]) -> str:
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in Answer)


def _print(findings: Sequence[Finding], out: Out) -> None:
    counts = Counter(one.answer for one in findings)
    out.say(_counted(counts))
    rows = [
        (
            f"@{one.handle}" if one.handle else one.user_id,
            one.answer.value,
            " ".join(sorted(flag.value for flag in one.flags)),
            f"{one.source}, {one.as_of:%d %B %Y}" if one.source else "",
        )
        for one in findings
    ]
    if rows:
        out.table(rows, ("account", "answer", "flags", "known from"))
