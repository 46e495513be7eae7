"""The first rows of a large book: those that the whole table begins with, and no others."""

import random

import pytest

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.domain.people.accounts import Account
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate
from allybook.ui.models.allies import AllyColumn
from allybook.ui.tabs.allies.glimpse import ENOUGH, LOOKED_AT
from allybook.ui.tabs.allies.page import PageReader
from allybook.ui.tabs.allies.places import BOOK, marks
from tests.ui.tabs.allies import scene

NAMES = ("Harbor", "harbor", "Élan", "Ümit", "Ärmel", "Zoë", "\U0001f33c Bloom", "Abel", "Zest", "")
MANY = LOOKED_AT[0] + 300


def fill(desk, clock, many=MANY, seed=1):
    """Fill a book with every kind of ally; return it."""
    chance, book = random.Random(seed), desk.shelf.create("Large")  # noqa: S311 (no secret)
    accounts, nominees = [], []
    for number in range(many):
        handle = f"{chance.choice('abcdefgh')}{number}"
        way = chance.randrange(10)
        if way == 0:
            nominees.append(Nominee(f"#tag{number}", f"Tag{number}", Kind.HASHTAG))
        elif way == 1:
            nominees.append(Nominee(f"@{handle}", handle, Kind.ORGANISATION))
        else:
            key = str(1000 + number)
            nominees.append(Nominee(key, handle, Kind.ORGANISATION))
            if way > 2:
                name = f"{chance.choice(NAMES)} {chance.randrange(50)}".strip()
                accounts.append(Account(key, f"Now{handle}", name if way > 3 else ""))
    nominate(desk, book, nominees)
    approve(desk, book, [one.key for one in nominees if chance.random() < 0.8])
    desk.cache.save_accounts(accounts, clock.now())
    return book


@pytest.fixture
def reader(desk, clock):
    reader = PageReader(desk, lambda: clock.now().astimezone())
    reader.sorted_by = (int(AllyColumn.ALLY), False)
    return reader


def in_order(rows):
    """Return the keys of whom the book shows, by name."""
    kept = marks(BOOK, rows)
    return [rows.lines[at].key for at in rows.marked(AllyColumn.ALLY, kept, descending=False)]


@pytest.mark.parametrize("seed", range(3))
def test_a_large_book_begins_as_the_whole_of_it_will(desk, clock, reader, seed):
    book = fill(desk, clock, seed=seed)
    first = in_order(reader.glimpse(book.info.book_id))
    whole = in_order(reader.read_rows(book.info.book_id, scene.NOTHING).rows)
    assert len(first) >= ENOUGH
    assert first == whole[: len(first)]


def test_a_small_book_is_read_whole_at_once(desk, clock, reader):
    book = fill(desk, clock, many=50)
    assert reader.glimpse(book.info.book_id) is None


def test_sorted_by_anything_else_a_book_is_read_whole(desk, clock, reader):
    book = fill(desk, clock)
    reader.sorted_by = (int(AllyColumn.TAGS), False)
    assert reader.glimpse(book.info.book_id) is None


def test_the_tab_shows_first_rows_and_then_all(desk, clock, open_tab, look, jobs, qtbot):
    book = fill(desk, clock)
    tab = open_tab(desk)
    shown = in_order(tab.page.rows)
    assert [row.key for row in tab.work.model.rows()] == shown
    assert tab.work.model.all_rows() is tab.page.rows
    assert tab.page.info == book.info
