"""``allybook books``: several books, and what is made of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.asking import some
from allybook.cli.chosen_book import open_book
from allybook.cli.copies import merge_file, save
from allybook.cli.out import moment
from allybook.domain.book.entry import Status
from allybook.domain.book.operation import Operation
from allybook.domain.errors import BadInput
from allybook.domain.filters.words import is_whole
from allybook.services.books import several as books
from allybook.services.books.algebra import Recipe, combine, origins_of, plan_combining
from allybook.services.books.deeds import remember, remembered, stays, take_back
from allybook.services.books.look_alikes import look_alikes
from allybook.services.books.merge import merge, plan_merge
from allybook.services.check.foreign import one_id
from allybook.services.desk import book_named, read_each
from allybook.services.people.find import find_key

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.book.algebra import Member
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.merging import Merger
    from allybook.ports.books import BookInfo
    from allybook.services.books.algebra import BookPlan, RollKey
    from allybook.services.desk import Desk

LIST = "list:"
OPTS_OUT = "One of them opted out. Merging opts the other out as well, for ever."


def run_books(call: Call) -> int:
    """Do one act on the shelf, or on the allies of one book; 1 where a book could not be read."""
    desk, words, out = call.desk, call.words, call.out
    acts: dict[str, Callable[[], int | None]] = {
        "list": lambda: _list(desk, words, out),
        "new": lambda: out.say(books.create_book(desk, words.name).info.book_id),
        "rename": lambda: _rename(desk, words, out),
        "copy": lambda: _copy(desk, words, out),
        "discard": lambda: _discard(desk, words, out),
        "trash": lambda: _trash(desk, words, out),
        "restore": lambda: out.say(books.restore_book(desk, words.copy).name),
        "combine": lambda: _combine(desk, words, out),
        "undo": lambda: _undo(desk, words, out),
        "look-alikes": lambda: _look_alikes(call),
        "merge": lambda: _merge(call),
        "save": lambda: save(desk, words, out),
    }
    return acts[words.act]() or 0


def _named(desk: Desk, called: str) -> BookInfo:
    return books.find_book(desk, called)


def _list(desk: Desk, words: argparse.Namespace, out: Out) -> int:
    current = books.current_book(desk)
    # Why one cannot be read is remarked as soon as it is found.
    read = {info.book_id: allies for info, allies in read_each(desk, lambda book: book.allies())}
    infos = desk.shelf.books()
    rows = [_row(info, read.get(info.book_id), current) for info in infos]
    if words.form == "json":
        out.json(rows)
    elif rows:
        named = ("name", "approved", "nominated", "book_id")
        lines = [
            tuple("?" if row[name] is None else str(row[name]) for name in named) for row in rows
        ]
        out.table(lines, ("book", "approved", "nominated", "id"))
    return int(any(info.book_id not in read for info in infos))


def _row(info: BookInfo, allies: Sequence[Ally] | None, current: str) -> dict[str, object]:
    """Return what a list of books tells of one; of one that cannot be read (None) no number."""
    statuses = None if allies is None else [ally.status for ally in allies]
    return {
        "book_id": info.book_id,
        "name": info.name,
        "approved": None if statuses is None else statuses.count(Status.APPROVED),
        "nominated": None if statuses is None else statuses.count(Status.NOMINATED),
        "current": info.book_id == current,
        "damaged": statuses is None,
    }


def _rename(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    left = books.rename_book(desk, _named(desk, words.of).book_id, words.name)
    if left:
        named = ", ".join(f"“{one}”" for one in left)
        out.remark(f"These may have meant this book or another one, and stay as they are: {named}.")


def _copy(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    copy = books.copy_book(desk, _named(desk, words.of).book_id, words.name)
    out.say(copy.info.book_id)


def _discard(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    info = _named(desk, words.of)
    mirrored = desk.cache.mirror(info.book_id)
    copy = books.discard_book(desk, info.book_id).copy
    out.say(copy)
    out.remark(f"“{info.name}” is in the trash: allybook books restore {copy} brings it back.")
    if mirrored:
        out.remark("The X List that mirrors it stays on X, and is yours to delete there.")


def _trash(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    rows = [
        {"copy": one.copy, "name": one.info.name, "at": moment(one.at)}
        for one in desk.shelf.discarded()
    ]
    if words.form == "json":
        out.json(rows)
    elif rows:
        out.table([tuple(row.values()) for row in rows], ("copy", "book", "put away"))


def _combine(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    recipe = _recipe(desk, words)
    for one in recipe.origins:
        if not one.complete:
            out.remark(f"The X List “{one.name}” was read in part only: more may be on it.")
    if words.plan:
        plan = plan_combining(desk, recipe)
    else:
        title = f"{recipe.operation.value} of {some(len(recipe.origins), 'source')}"
        plan, _ = combine(desk, recipe, title)
    if words.form == "json":
        out.json(_as_json(plan))
        return
    for line in _lines(plan, done=not words.plan):
        out.say(line)


def _recipe(desk: Desk, words: argparse.Namespace) -> Recipe:
    origins = tuple(_origin(desk, word) for word in words.sources)
    known = book_named(desk.shelf.books(), words.into)
    return Recipe(
        Operation(words.operation),
        origins,
        book_id=known.book_id if known else "",
        new_name="" if known else words.into,
        move=words.move,
    )


def _origin(desk: Desk, word: str) -> RollKey:
    """Return the source that a word names; what follows ``list:`` is an X List's name or id."""
    known = origins_of(desk)
    if not word.startswith(LIST):
        ident = _named(desk, word).book_id
        return next(one for one in known if one.ident == ident and not one.is_list)
    called = word.removeprefix(LIST)
    named = [one for one in known if one.is_list and called in (one.ident, one.name)]
    if not named:
        raise BadInput(f"No X List “{called}” was read yet: allybook list pull reads it.")
    ids = [one.ident for one in named]
    return named[ids.index(one_id(called, ids))]


def _as_json(plan: BookPlan) -> dict[str, object]:
    return {
        "new": [_member(one) for one in plan.new],
        "changed": [_member(one) for one in plan.changed],
        "same": [_member(one) for one in plan.same],
        "opted_out": [_member(one) for one in plan.out],
        "barred": [_member(one) for one in plan.barring.members],
        "left": [{**_member(one), "why": why} for one, why in plan.left],
        "repeats": plan.repeats,
        "notes": plan.notes,
        "nominated": [_member(one) for one in plan.waiting],
        "leaving": sum(len(keys) for keys in plan.leaving.values()),
    }


def _member(member: Member) -> dict[str, str]:
    return {"key": member.key, "handle": member.handle, "user_id": member.user_id}


def _lines(plan: BookPlan, *, done: bool) -> list[str]:
    leaving = sum(len(keys) for keys in plan.leaving.values())
    notes = "note" if plan.notes == 1 else "notes"
    counted = (
        (len(plan.new), "new" if done else "would be new"),
        (len(plan.changed), "were there, now approved or with more tags"),
        (len(plan.same), "were there already"),
        (len(plan.out_already), "left out: they opted out"),
        (len(plan.barring.members), "opted out: they stay out here too"),
        (len(plan.barring.ended), "of them were listed here until now"),
        (len(plan.barring.erased), "erased: they stay out here too"),
        (leaving, "taken out of where they were" if done else "would leave where they are"),
        (plan.notes, f"{notes} {'went' if done else 'would go'} with them"),
        (len(plan.waiting), "nominated and not taken: approve them first"),
        (plan.repeats, "came more than once"),
    )
    lines = [f"{number} {words}" for number, words in counted if number]
    return [*lines, *(f"left out: {_name(member)}, {why}" for member, why in plan.left)]


def _name(member: Member) -> str:
    return f"@{member.handle}" if member.handle else member.user_id


def _undo(desk: Desk, words: argparse.Namespace, out: Out) -> None:
    deeds = remembered(desk)
    if not deeds:
        raise BadInput("There is nothing to take back; nothing was changed.")
    undone = take_back(desk, deeds[-1])
    if words.form == "json":
        out.json(_entries(undone))
    else:
        out.say(f"Taken back: {deeds[-1].words} ({some(len(undone), 'entry', 'entries')}).")
    if left := stays(desk, deeds[-1]):
        out.remark(left)


def _look_alikes(call: Call) -> None:
    pairs = look_alikes(call.desk, open_book(call.desk, call.options.book))
    rows = [
        {"one": p.one.key, "other": p.other.key, "why": p.why.value, "score": round(p.score)}
        for p in pairs
    ]
    if call.words.form == "json":
        call.out.json(rows)
    elif rows:
        lines = [tuple(map(str, row.values())) for row in rows]
        call.out.table(lines, ("ally", "other", "why", "score"))


def _merge(call: Call) -> None:
    desk, words, out = call.desk, call.words, call.out
    if not words.gone:
        merge_file(desk, words, out)
        return
    if not is_whole(words.keep):
        # Of a file, any bytes are the name.
        raise BadInput(f"“{words.keep}” is broken here: write it anew. Nothing was merged.")
    book = open_book(desk, call.options.book)
    kept, gone = find_key(desk, book, words.keep), find_key(desk, book, words.gone)
    merger = plan_merge(book, kept, gone)
    if words.plan:
        _print_plan(merger, words.form, out)
        return
    if merger.opts_out and not call.options.yes:
        raise BadInput(f"{OPTS_OUT} Say --yes if that is right; nothing was merged.")
    written = merge(desk, book, kept, gone)
    remember(desk, f"merging {gone} into {kept}", {book.info.book_id: written})
    if words.form == "json":
        out.json(_entries(written))
        return
    for entry in written:
        out.say(f"{entry.entry_id}  {entry.ally}")


def _print_plan(merger: Merger, form: str, out: Out) -> None:
    if form == "json":
        told = {"kept": merger.kept.key, "gone": merger.gone.key, "status": merger.status.value}
        out.json({**told, "opts_out": merger.opts_out})
        return
    out.say(f"{_title(merger.gone)} would go on as {_title(merger.kept)}, {_status(merger)}")
    if merger.opts_out:
        out.say(OPTS_OUT)


def _entries(written: Sequence[Entry]) -> list[dict[str, str]]:
    return [{"entry": entry.entry_id, "key": entry.ally} for entry in written]


def _title(ally: Ally) -> str:
    return f"@{ally.handle}" if ally.handle else ally.key


def _status(merger: Merger) -> str:
    return merger.status.value.replace("_", " ")
