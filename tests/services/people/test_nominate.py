"""Whoever is nominated by handle is one ally, whether the cache or only the book knows the id."""

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.services.people.nominate import nominate, nominate_handles


def test_a_handle_that_only_the_book_knows_by_id_is_no_second_ally(desk):
    book = desk.book()
    nominate(desk, book, [Nominee("41", "HarborRowNetwork", Kind.ORGANISATION)])
    nominate_handles(desk, book, ["harborrownetwork", "odalys_bk"])
    assert sorted(ally.key for ally in book.allies()) == ["41", "@odalys_bk"]
