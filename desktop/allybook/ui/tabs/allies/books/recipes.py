"""What a combining would do, and did, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.algebra import DECLINED_HERE
from allybook.domain.book.entry import Kind
from allybook.domain.book.operation import Operation
from allybook.domain.filters.times import day_of, zone_of
from allybook.ui.tabs.allies.summary import Sum
from allybook.ui.wording import count, dated, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from allybook.domain.book.algebra import Member
    from allybook.ports.books import BookInfo
    from allybook.services.books.algebra import BookPlan, Recipe, RollKey
    from allybook.services.books.deeds import BookDeed


def sums_of(plan: BookPlan) -> list[Sum]:
    """Return who would come in, who would not and why, who would leave: one line each."""
    parts = (
        ("plus", "accent_text", translate("combine", "%1 new"), _names(plan.new)),
        (
            "inbox",
            "accent_text",
            translate("combine", "%1 known, then approved or with more tags"),
            _names(plan.changed),
        ),
        ("check", "text_2", translate("combine", "%1 already there"), _names(plan.same)),
        (
            "hand-heart",
            "warn",
            translate("combine", "1 opted out and stays out")
            if len(plan.out_already) == 1
            else translate("combine", "%1 opted out and stay out"),
            _names(plan.out_already),
        ),
        (
            "hand-heart",
            "warn",
            translate("combine", "1 opted out, and stays out here too, for ever")
            if len(plan.barring.members) == 1
            else translate("combine", "%1 opted out: they stay out here too, for ever"),
            _names(plan.barring.members),
        ),
        (
            "circle-x",
            "warn",
            translate("combine", "%1 of them are in this book until then"),
            _names(plan.barring.ended),
        ),
        (
            "inbox",
            "warn",
            translate("combine", "1 nomination is not taken")
            if len(plan.waiting) == 1
            else translate("combine", "%1 nominations are not taken"),
            _names(plan.waiting),
        ),
        (
            "circle-x",
            "text_2",
            translate("combine", "%1 removed there before, and left out"),
            _names(member for member, why in plan.left if why != DECLINED_HERE),
        ),
        (
            "circle-x",
            "text_2",
            translate("combine", "%1 declined there before, and left out"),
            _names(member for member, why in plan.left if why == DECLINED_HERE),
        ),
    )
    named = (
        Sum(icon, role, text.replace("%1", count(len(names))), names)
        for icon, role, text, names in parts
        if names
    )
    return [*named, *_counted(plan)]


def _counted(plan: BookPlan) -> Iterator[Sum]:
    """Yield what is only counted: who leaves, which notes go along, and who came twice."""
    leaving = sum(map(len, plan.leaving.values()))
    if leaving:
        words = translate("combine", "%1 leave the books they are in")
        if leaving == 1:
            words = translate("combine", "1 leaves the book it is in")
        yield Sum("arrow-right", "text_2", words.replace("%1", count(leaving)))
    if plan.notes:
        words = translate("combine", "%1 notes go with them")
        if plan.notes == 1:
            words = translate("combine", "1 note goes with them")
        yield Sum("pencil", "text_2", words.replace("%1", count(plan.notes)))
    if plan.repeats:
        words = translate("combine", "%1 came more than once, and count once")
        if plan.repeats == 1:
            words = translate("combine", "1 came more than once, and counts once")
        yield Sum("repeat-2", "text_3", words.replace("%1", count(plan.repeats)))


def title_of(recipe: Recipe) -> str:
    """Return what an act is called where it can be undone: ``combining 3``."""
    number = count(len(recipe.only) or len(recipe.origins))
    if recipe.only:
        moving = translate("combine", "moving %1")
        copying = translate("combine", "copying %1")
        return (moving if recipe.move else copying).replace("%1", number)
    words = {
        Operation.UNION: translate("combine", "combining %1"),
        Operation.INTERSECTION: translate("combine", "what %1 have in common"),
        Operation.DIFFERENCE: translate("combine", "what only the first of %1 has"),
    }[recipe.operation]
    return words.replace("%1", number)


def origin_words(origin: RollKey, now: datetime) -> str:
    """Return a source by its name; a list says when it was read, and if only in part."""
    if not origin.is_list or origin.as_of is None:
        return origin.name
    day = dated(day_of(origin.as_of, zone_of(now)), now)
    words = translate("combine", "%1, list read %2")
    if not origin.complete:
        words = translate("combine", "%1, list read in part %2")
    return words.replace("%2", day).replace("%1", origin.name)


def stopped_words(plan: BookPlan, deed: BookDeed | None, book: BookInfo) -> tuple[str, str] | None:
    """Return how far an act came that was to stop, as a note says it; None where it is whole."""
    written = {book_id: len(ids) for book_id, ids in deed.books} if deed else {}
    there, wanted = written.get(book.book_id, 0), len(plan.incoming)
    left = sum(written.get(book_id, 0) for book_id in plan.leaving)
    leaving = sum(map(len, plan.leaving.values()))
    noted = there >= wanted + plan.notes
    if noted and left >= leaving:
        return None
    words = translate("combine", "Stopped: of the allies, %1 of %2 came into “%3”.")
    what = words.replace("%1", count(min(there, wanted))).replace("%2", count(wanted))
    rest = []
    if leaving:
        words = translate("combine", "%1 of %2 left the book they were in.")
        rest.append(words.replace("%1", count(left)).replace("%2", count(leaving)))
    if not noted and there >= wanted:
        rest.append(translate("combine", "Perhaps not every note went with them."))
    rest.append(translate("combine", "Doing the same again goes on with the rest."))
    return what.replace("%3", book.name), " ".join(rest)


def done_words(plan: BookPlan, name: str) -> tuple[str, str]:
    """Return what was done, and what was left out, as a note says it."""
    number = len(plan.incoming)
    what = translate("combine", "%n allies were put into “%1”.", "", number)
    if number == 1:
        what = translate("combine", "1 ally was put into “%1”.")
    rest = []
    out = len(plan.out_already)
    if out:
        words = translate("combine", "%n stayed out, because they opted out.", "", out)
        one = translate("combine", "1 stayed out, because they opted out.")
        rest.append(one if out == 1 else words)
    barred = len(plan.barring.members)
    if barred:
        words = translate("combine", "%n opted out: they stay out here too.", "", barred)
        one = translate("combine", "1 opted out: they stay out here too.")
        rest.append(one if barred == 1 else words)
    rest += _left_words(plan)
    waiting = len(plan.waiting)
    if waiting:
        words = translate("combine", "%n nominations are not taken.", "", waiting)
        one = translate("combine", "1 nomination is not taken.")
        rest.append(one if waiting == 1 else words)
    return what.replace("%1", name), " ".join(rest)


def _left_words(plan: BookPlan) -> Iterator[str]:
    """Yield how many were removed from the target before, and how many declined there."""
    declined = sum(why == DECLINED_HERE for _, why in plan.left)
    removed = len(plan.left) - declined
    if removed:
        words = translate("combine", "%n were removed there before.", "", removed)
        yield translate("combine", "1 was removed there before.") if removed == 1 else words
    if declined:
        words = translate("combine", "%n were declined there before.", "", declined)
        yield translate("combine", "1 was declined there before.") if declined == 1 else words


def _names(members: Iterable[Member]) -> tuple[str, ...]:
    return tuple(map(_name, members))


def _name(member: Member) -> str:
    if member.kind is Kind.HASHTAG:
        return f"#{member.handle}"
    return f"@{member.handle}" if member.handle else member.user_id
