"""``allybook check``: who follows back."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from allybook.cli.asking import STOPS, agree, some
from allybook.cli.chosen_book import book_called
from allybook.cli.compares import LIST, run_compare
from allybook.cli.known_days import known_day, known_moment
from allybook.domain.check.followback import Answer, Finding, Side, Unsaid
from allybook.domain.errors import AllybookError, BadInput, NeedsSignIn, Offline
from allybook.services.check.answer import newest_glimpses
from allybook.services.check.everyone import answer_everyone, read_everyone
from allybook.services.check.foreign import Names, asked_on, list_called, names_of, read_names
from allybook.services.check.names import answer_names, check_names, plan_names
from allybook.services.check.plan import choose_way, plan_check, plan_ways
from allybook.services.check.run import check_everyone
from allybook.services.line import Line
from allybook.services.people.find import identify, in_question

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import tzinfo
    from pathlib import Path

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.money.pricing import Quote
    from allybook.ports.books import Book
    from allybook.services.check.answer import Asked
    from allybook.services.check.plan import CheckPlan
    from allybook.services.desk import Desk

UNSAID = {
    Unsaid.UNTOLD: "X did not say",
    Unsaid.NOBODY: "nobody has this handle now",
    Unsaid.CHANGED_HANDS: "another account may have this handle by now",
}
COLUMNS = ("user_id", "handle", "class", "flags", "source", "as_of", "complete")


def run_check(call: Call) -> int:
    """Check, from X when there is a line and from what was read before otherwise.

    Whatever stops that on the way: what is known by then is printed before the error is told.
    """
    words, out = call.words, call.out
    _check_names(words)
    if words.compare:
        return run_compare(call)
    if words.count:
        return _count(call)
    found, stopped = _find_out_or_stop(call)
    findings = _Told(_on_side(found, words.of))
    if words.form == "json":
        out.json_rows(map(_finding, findings))
    elif words.form == "csv":
        out.csv(map(_finding, findings), COLUMNS)
    else:
        _print(tuple(findings), out, call.desk.clock.zone)
    if stopped:
        raise stopped
    return 0 if findings.complete else 1


def _count(call: Call) -> int:
    """Print only how many of those asked about stand how to us, by what was read before."""
    desk, words, out = call.desk, call.words, call.out
    if not words.names and words.of in tuple(Side) and not newest_glimpses(desk):
        raise BadInput(
            f"Your {' and '.join(Side)} were not read yet: allybook check --of {words.of} reads "
            "them; nothing was asked."
        )
    if _is_of_book(words) and not desk.shelf.books():
        raise BadInput("There is no book here yet whose accounts could be counted.")
    findings = _Told(_on_side(_find_out(_apart(call)), words.of))
    counts = Counter(one.answer for one in findings)
    row = {kind.value: counts[kind] for kind in Answer}
    if call.words.form == "json":
        out.json(row)
    elif call.words.form == "csv":
        out.csv([row], tuple(row))
    else:
        out.say(_counted(counts))
    return 0 if findings.complete else 1


def check_words(call: Call) -> None:
    """Refuse a book or a file that is not there, before X is asked for anything."""
    desk, words = call.desk, call.words
    _check_names(words)
    if words.names:
        read_names(desk, words.names)
    elif _is_of_book(words):
        book_called(desk, words.of, call.options.book)


def _check_names(words: argparse.Namespace) -> None:
    """Refuse a book or a list beside the names of a file: one of them would be left aside."""
    if words.names and not words.compare and words.of not in ("", *Side):
        raise BadInput(
            "--names says who is looked at, so --of can only be followers or following beside it: "
            "leave one out. Nothing was asked."
        )


def _is_of_book(words: argparse.Namespace) -> bool:
    """Return whether the accounts of a book are asked about, and not a side, list or file."""
    return not words.names and words.of not in tuple(Side) and not words.of.startswith(LIST)


class _Told(Struct):
    """The answers one by one, so that a million need no room; ``complete`` tells of those gone."""

    findings: Iterable[Finding]
    complete: bool = True

    def __iter__(self) -> Iterator[Finding]:
        for one in self.findings:
            self.complete = self.complete and one.complete
            yield one


def _find_out_or_stop(call: Call) -> tuple[Iterable[Finding], AllybookError | None]:
    """Return the answers, and what stopped the reading for them; raise it where none is known."""
    try:
        return _find_out(call), None
    except STOPS as error:
        stopped = error
    try:
        found = _find_out(_apart(call))
    except (Offline, NeedsSignIn):
        raise stopped from None
    if isinstance(found, tuple) and all(one.answer is Answer.UNKNOWN for one in found):
        raise stopped
    return found, stopped


def _apart(call: Call) -> Call:
    """Return the same call with nobody to ask: what was read before has to do."""
    return replace(call, desk=replace(call.desk, line=Line(up=False)))


def _find_out(call: Call) -> Iterable[Finding]:
    """Answer for whomever the words are about."""
    desk, words = call.desk, call.words
    if words.names:
        return _of_names(call, words.names)
    if words.of in tuple(Side):
        return _of_everyone(call)
    if words.of.startswith(LIST):
        return _ask(call, Names(_on_list(desk, words.of), ()))
    return _of_book(call, book_called(desk, words.of, call.options.book))


def quote_check(desk: Desk, of: str, current: str) -> Quote:
    """Quote a check of one side or of a book, finding unknown user ids included."""
    if of in tuple(Side):
        return plan_check(desk, None).quote
    if of.startswith(LIST):
        return plan_check(desk, _on_list(desk, of)).quote
    return plan_names(desk, _in_book(book_called(desk, of, current)))[0].quote


def _on_list(desk: Desk, of: str) -> tuple[Asked, ...]:
    x_list = list_called(desk, of.removeprefix(LIST))
    asked = asked_on(desk, x_list.list_id)
    if asked is None:
        raise BadInput(
            f"The X List “{x_list.name}” was not read whole yet: allybook list pull reads it; "
            "nothing was asked."
        )
    return asked


def _of_names(call: Call, path: Path) -> Sequence[Finding]:
    """Answer for each account that a file names: who of these follows us."""
    names = read_names(call.desk, path)
    if names.skipped:
        call.out.remark(f"{some(names.skipped, 'line')} of {path.name} named nobody.")
    return _ask(call, names)


def _of_everyone(call: Call) -> Iterable[Finding]:
    desk = call.desk
    if not desk.line.up and not newest_glimpses(desk):
        # Nothing was ever read: silence would look like an answer. This says what is missing.
        desk.line.network()
    if not desk.line.up:
        return answer_everyone(desk, read_everyone(desk))
    plan = _choose(call, plan_ways(desk, None, anew=call.words.anew))
    return check_everyone(desk, plan, call.ticket)


def _of_book(call: Call, book: Book) -> Sequence[Finding]:
    """Answer for each account of a book, also for those whose user id nobody could tell."""
    names = _in_book(book)
    if not (names.asked or names.handles):
        call.out.remark(f"The book “{book.info.name}” has no accounts to check.")
        return ()
    findings = _ask(call, names)
    if not call.words.count:
        # To count is to look, and writes nothing.
        identify(call.desk, book, names.handles)
    return findings


def _in_book(book: Book) -> Names:
    allies = in_question(book.allies())
    return names_of(allies)


def _ask(call: Call, names: Names) -> Sequence[Finding]:
    desk = call.desk
    if not (names.asked or names.handles):
        return ()
    if not desk.line.up:
        return answer_names(desk, names)
    plan = _choose(call, plan_names(desk, names, anew=call.words.anew))
    return check_names(desk, names, plan, call.ticket)


def _choose(call: Call, ways: Sequence[CheckPlan]) -> CheckPlan:
    """Return the way that was wanted, and say what it costs."""
    plan = choose_way(ways, call.words.way)
    agree(plan.quote, call.out)
    return plan


def _on_side(findings: Iterable[Finding], of: str) -> Iterable[Finding]:
    """Keep the accounts that are, or may be, on the side asked for."""
    beside = {Side.FOLLOWERS: Answer.IDOL, Side.FOLLOWING: Answer.FAN}
    if of not in beside:
        return findings
    others = {beside[Side(of)], Answer.STRANGER}
    return (one for one in findings if one.answer not in others)


def _finding(one: Finding) -> dict[str, object]:
    return {
        "user_id": one.user_id,
        "handle": one.handle,
        "class": one.answer.value,
        "flags": sorted(flag.value for flag in one.flags),
        "source": one.source,
        "as_of": known_moment(one.as_of),
        "complete": one.complete,
    }


def _counted(counts: Mapping[Answer, int]) -> str:
    return ", ".join(f"{counts[kind]} {kind.value}" for kind in Answer)


def _known_from(one: Finding, zone: tzinfo) -> str:
    told = f"{one.source}, {known_day(one.as_of, zone)}" if one.source else ""
    return f"{told}: {UNSAID[one.unsaid]}" if one.unsaid else told


def _print(findings: Sequence[Finding], out: Out, zone: tzinfo) -> None:
    counts = Counter(one.answer for one in findings)
    out.say(_counted(counts))
    rows = [
        (
            f"@{one.handle}" if one.handle else one.user_id,
            one.answer.value,
            " ".join(sorted(flag.value for flag in one.flags)),
            _known_from(one, zone),
        )
        for one in findings
    ]
    if rows:
        out.table(rows, ("account", "answer", "flags", "known from"))
