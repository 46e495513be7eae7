"""Hashtags that are brought in are remembered as they are read best."""

from allybook.domain.people.handles import read_pieces
from allybook.services.books.several import create_book
from allybook.services.people.adding import PieceFate, add, sort_out
from allybook.services.people.nominate import nominate_handles


def test_the_best_spelling_of_a_text_is_the_one_that_is_added(desk):
    book = create_book(desk, "Here")
    found = sort_out(desk, book, read_pieces("#shelternotes, #ShelterNotes, #SHELTERNOTES"))
    assert [line.fate for line in found.lines] == [PieceFate.NEW, PieceFate.AGAIN, PieceFate.AGAIN]
    add(desk, book, found.addable)
    assert book.ally("#shelternotes").handle == "ShelterNotes"


def test_a_book_takes_over_a_better_spelling_when_it_is_named_again(desk):
    book = create_book(desk, "Here")
    for spelling in ("rentnotes", "RentNotes", "RENTNOTES"):
        nominate_handles(desk, book, (), [spelling])
    assert book.ally("#rentnotes").handle == "RentNotes"
