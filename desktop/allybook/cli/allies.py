"""``allybook allies``: list and change the allies of a book."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.cli.care import remark_care
from allybook.cli.chosen_book import open_book, open_or_make
from allybook.cli.in_out import run_bring, run_export
from allybook.cli.out import moment
from allybook.domain.book import clock
from allybook.domain.book.cells import write_tags
from allybook.domain.book.entry import Status
from allybook.domain.book.history import history, sentence
from allybook.domain.book.partly import PartlyDone
from allybook.domain.errors import BadInput
from allybook.domain.people.handles import find_names
from allybook.services.books import edit
from allybook.services.books.barring import out_elsewhere
from allybook.services.books.neighbours import neighbours_with, opt_out_everywhere
from allybook.services.people.find import find_key, keys_meant
from allybook.services.people.nominate import nominate_handles

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from allybook.cli.call import Call
    from allybook.cli.out import Out
    from allybook.domain.book.ally import Ally
    from allybook.domain.book.entry import Entry
    from allybook.domain.book.history import Happening
    from allybook.domain.book.line import AllyLine
    from allybook.ports.books import Book
    from allybook.services.books.neighbours import Neighbour
    from allybook.services.desk import Desk

NAMED = 3
COLUMNS = ("key", "handle", "user_id", "kind", "category", "tags", "status", "flags", "conflicts")


def run_allies(call: Call) -> int:
    """Do one act on the allies of a book."""
    acts = {"add": _add, "import": run_bring, "export": run_export}
    return acts.get(call.words.act, _act)(call)


def _act(call: Call) -> int:
    desk, words, out = call.desk, call.words, call.out
    book = open_book(desk, call.options.book)
    readers: dict[str, Callable[[], int]] = {
        "list": lambda: _list(book, words, out),
        "history": lambda: _history(desk, book, words, out),
        "conflicts": lambda: _conflicts(book, words, out),
    }
    if words.act in readers:
        return readers[words.act]()
    if words.act == "undo":
        return _said(book, edit.undo_entry(desk, book, words.entry), out)
    if words.act == "opt-out":
        return _opt_out(desk, book, words, out)
    keys = tuple(find_key(desk, book, name) for name in words.names)
    try:
        changed = _change(desk, book, keys, words)
    except PartlyDone as partly:
        _said(book, partly.written, out)
        raise
    if words.act in {"set", "decline", "remove"}:
        remark_care(desk, book, keys, words, out)
    return _said(book, changed, out)


def _opt_out(desk: Desk, book: Book, words: argparse.Namespace, out: Out) -> int:
    """Opt people out, and name the other books that have them, or opt them out of those too.

    Who asks never to be listed need not be in the book for that.
    """
    keys = keys_meant(desk, book, words.names)
    others = neighbours_with(desk, book, keys)
    books = [book, *(desk.shelf.open(one.info.book_id) for one in others if words.everywhere)]
    try:
        written = opt_out_everywhere(desk, book, keys, others if words.everywhere else ())
    except PartlyDone as partly:
        _said_of_each(books, partly.written, out)
        raise
    else:
        _said_of_each(books, written, out)
    finally:
        if not words.everywhere:
            _name_others(others, out)
    return 0


def _name_others(others: Sequence[Neighbour], out: Out) -> None:
    """Name the other books that count on somebody who opts out."""
    for one in others:
        more = len(one.allies) - NAMED
        called = ", ".join(map(_name, one.allies[:NAMED])) + (
            f" and {more} more" if more > 0 else ""
        )
        out.remark(
            f"“{one.info.name}” still has {called}: say the same with --everywhere to opt them out "
            "there too."
        )


def _change(
    desk: Desk, book: Book, keys: Sequence[str], words: argparse.Namespace
) -> tuple[Entry, ...]:
    match words.act:
        case "approve":
            return edit.approve(desk, book, keys)
        case "decline":
            return edit.decline(desk, book, keys, words.reason)
        case "remove":
            return edit.remove(desk, book, keys, words.reason)
        case _:
            return _set(desk, book, keys, words)


def _set(
    desk: Desk, book: Book, keys: Sequence[str], words: argparse.Namespace
) -> tuple[Entry, ...]:
    facts = {"kind": words.kind, "category": words.category}
    fields = {name: value for name, value in facts.items() if value is not None}
    untag = getattr(words, "untag", ())
    works: list[Callable[[], tuple[Entry, ...]]] = []
    if fields:
        works.append(lambda: edit.set_fields(desk, book, keys, fields))
    if words.tag:
        works.append(lambda: edit.add_tags(desk, book, keys, words.tag))
    if untag:
        works.append(lambda: edit.drop_tags(desk, book, keys, untag))
    if words.note:
        works.append(lambda: edit.add_note(desk, book, keys, words.note))
    if not works and words.act == "set":
        raise BadInput(
            "What is to be changed? Say --kind, --category, --tag, --untag or --note; nothing was "
            "changed."
        )
    return edit.in_turn(works)


def _add(call: Call) -> int:
    desk, words, out = call.desk, call.words, call.out
    found = find_names("\n".join(words.names))
    if found.leftovers:
        raise BadInput(f"“{found.leftovers[0]}” is no handle, hashtag or link; nothing was added.")
    if found.hashtags and words.kind:
        raise BadInput(f"#{found.hashtags[0]} is a hashtag and no {words.kind}; nothing was added.")
    if not (found.handles or found.hashtags or found.user_ids):
        raise BadInput("No handle, hashtag or link was named; nothing was added.")
    book = open_or_make(desk, call.options.book, out)
    named = (found.handles, found.hashtags, found.user_ids)
    # First, for where that is not known nobody comes in.
    barred = out_elsewhere(desk, book, *named)
    nominate_handles(desk, book, *named, by_hand=True)
    names = [*(f"@{h}" for h in found.handles), *(f"#{t}" for t in found.hashtags)]
    names += found.user_ids
    open_to = [name for name in names if name not in barred]
    keys = [_known_as(book, key) for key in keys_meant(desk, book, open_to)]
    wanted = [key for key in keys if not _has_opted_out(book, key)]
    if not words.nominate:
        edit.approve(desk, book, wanted)
    _set(desk, book, wanted, words)
    remark_care(desk, book, wanted, words, out)
    for name, key in zip(open_to, keys, strict=True):
        ally = book.ally(key)
        out.say(f"{_called(book, key)} {_status(ally)}" if ally else f"{name} erased")
    for who, out_of in barred.items():
        out.say(f"{who} opted out of “{out_of}”")
    return 0 if len(wanted) == len(names) else 1


def _known_as(book: Book, key: str) -> str:
    """Return under which key a record goes on; who was erased is under the one that was meant."""
    ally = book.ally(key)
    return ally.key if ally else key


def _has_opted_out(book: Book, key: str) -> bool:
    ally = book.ally(key)
    return ally is None or ally.status is Status.OPTED_OUT


def _list(book: Book, words: argparse.Namespace, out: Out) -> int:
    allies = [ally for ally in book.allies() if words.status in (None, ally.status.value)]
    if words.form == "json":
        out.json([_ally(ally) for ally in allies])
    elif words.form == "csv":
        out.csv(map(_row, allies), COLUMNS)
    elif allies:
        rows = [(_name(a), a.kind.value, _status(a), a.category, " ".join(a.tags)) for a in allies]
        out.table(rows, ("ally", "kind", "status", "category", "tags"))
    return 0


def _ally(ally: Ally) -> dict[str, object]:
    return {
        "key": ally.key,
        "handle": ally.handle,
        "user_id": ally.user_id,
        "kind": ally.kind.value,
        "category": ally.category,
        "tags": list(ally.tags),
        "status": ally.status.value,
        "flags": sorted(flag.value for flag in ally.flags),
        "conflicts": {
            name: [
                {"value": one.value, "by": one.by.person, "entry": one.entry_id} for one in versions
            ]
            for name, versions in ally.conflicts.items()
        },
    }


def _row(ally: Ally) -> dict[str, object]:
    """Return an ally as a row of a table, with its tags as the export has them."""
    return {**_ally(ally), "tags": write_tags(ally.tags)}


def _status(ally: Ally) -> str:
    """Return a status in words; scripts get its value in JSON."""
    return ally.status.value.replace("_", " ")


def _name(ally: Ally | AllyLine) -> str:
    if not ally.handle:
        return ally.key
    return ("#" if ally.key.startswith("#") else "@") + ally.handle


def _called(book: Book, key: str) -> str:
    """Return a record key, or the handle that stands for a number which nobody knows by heart."""
    ally = book.ally(key) if key.isdecimal() else None
    return _name(ally) if ally else key


def _history(desk: Desk, book: Book, words: argparse.Namespace, out: Out) -> int:
    happenings = history(book.entries(find_key(desk, book, words.names[0])))
    if words.form == "json":
        out.json(
            [
                {"entry": h.entry_id, "by": h.who, "at": _at(h), "sentence": sentence(h)}
                for h in happenings
            ]
        )
        return 0
    for one in happenings:
        out.say(f"{one.entry_id}  {_at(one)}  {sentence(one)}")
    return 0


def _at(one: Happening) -> str:
    return moment(clock.moment(one.at))


def _conflicts(book: Book, words: argparse.Namespace, out: Out) -> int:
    allies = [ally for ally in book.allies() if ally.conflicts]
    if words.form == "json":
        out.json([_ally(ally) for ally in allies])
        return 0
    for ally in allies:
        for name, versions in ally.conflicts.items():
            wrote = ", ".join(f"{one.by.person} wrote {one.value}" for one in versions)
            out.say(f"{_name(ally)} {name}: {wrote}")
    return 0


def _said_of_each(books: Sequence[Book], written: Sequence[Entry], out: Out) -> None:
    """Say what was written in each of these books."""
    by_book = {book.info.book_id: book for book in books}
    for entry in written:
        out.say(f"{entry.entry_id}  {_called(by_book[entry.book], entry.ally)}")
    if not written:
        _said(books[0], (), out)


def _said(book: Book, written: Sequence[Entry], out: Out) -> int:
    for entry in written:
        out.say(f"{entry.entry_id}  {_called(book, entry.ally)}")
    if not written:
        out.remark("Nothing changed: the book says so already.")
    return 0
