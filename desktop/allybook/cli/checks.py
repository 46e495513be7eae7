"""``allybook check``: who follows back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from allybook.cli.asking import agree
from allybook.cli.books import book_called
from allybook.cli.out import moment
from allybook.domain.followback import Answer, Finding, Side
from allybook.domain.pricing import Quote
from allybook.services.answer import answer, newest_sides, whom
from allybook.services.check import check, plan_check
from allybook.services.find import find_ids, in_question, nameless, quote_find

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ports import Book, Ticket
    from allybook.services.answer import Asked
    from allybook.services.desk import Desk

COLUMNS = ("user_id", "handle", "class", "flags", "source", "as_of", "complete")


def run_check(
    desk: Desk, words: argparse.Namespace, options: Options, out: Out, ticket: Ticket
) -> int:
    """Check, from X when there is a line and from what was read before otherwise."""
    asked = accounts_of(desk, words.of, options.book)
    findings: Sequence[Finding]
    if desk.line.up:
        plan = plan_check(desk, asked)
        agree(plan.quote, out)
        findings = check(desk, asked, plan, ticket)
    else:
        if asked is None and not newest_sides(desk).readings():
            # Nothing was ever read: silence would look like an answer. This says what is missing.
            desk.line.network()
        findings = answer(desk, asked)
    findings = _on_side(findings, words.of)
    rows = [_finding(one) for one in findings]
    if words.form == "json":
        out.json(rows)
    elif words.form == "csv":
        out.csv(rows, COLUMNS)
    else:
        _print(findings, out)
    return 0 if all(one.complete for one in findings) else 1


def accounts_of(desk: Desk, of: str, current: str) -> Sequence[Asked] | None:
    """Return whom to ask about; None for everyone who follows or is followed."""
    return None if of in tuple(Side) else whom(book_called(desk, of, current).allies())


def book_called(desk: Desk, name: str, current: str) -> Book:
    """Return the book of that name, else the ``current`` one; a misspelt name makes no book."""
    known = {word for one in desk.shelf.books() for word in (one.book_id, one.name)}
    if name and name not in known:
        raise BadInput(f"There is no book “{name}” here; nothing was read or made.")
    return desk.book(name or current)


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


def _print(findings: Sequence[Finding], out: Out) -> None:
    counts = Counter(one.answer for one in findings)
    out.say(", ".join(f"{counts[kind]} {kind.value}" for kind in Answer))
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
