"""Look-alikes are offered, merged by a person, and parted again."""

import pytest

from allybook.domain.book.entry import Status
from allybook.domain.book.look_alikes import AlikeBy, Likeness
from allybook.domain.errors import BadInput
from allybook.domain.people.accounts import Account
from allybook.services.books.deeds import remember, take_back
from allybook.services.books.edit import add_tags, approve, opt_out, undo_entry
from allybook.services.books.look_alikes import like_those, look_alikes, tell_apart
from allybook.services.books.merge import merge, plan_merge
from allybook.services.people.nominate import nominate_handles


@pytest.fixture
def book(desk):
    desk.cache.save_accounts([Account("21", "HarborWas", "Harbor Row")], desk.clock.now())
    desk.cache.save_accounts([Account("21", "HarborNow", "Harbor Row")], desk.clock.now())
    book = desk.book()
    nominate_handles(desk, book, ["HarborNow", "HarborWas", "SafeRoofNet", "Safe_Roof_Net", "elm"])
    approve(desk, book, ["21", "@saferoofnet"])
    add_tags(desk, book, ["@harborwas"], ["beds"])
    return book


def found(desk, book):
    return [(pair.keys, pair.why) for pair in look_alikes(desk, book)]


OLD = (("21", "@harborwas"), AlikeBy.OLD_HANDLE)
NEAR = (("@safe_roof_net", "@saferoofnet"), AlikeBy.NEAR_HANDLE)


def test_old_handles_and_near_names_are_pointed_out(desk, book):
    assert found(desk, book) == [OLD, NEAR]


def test_merging_ends_the_question_and_an_undo_opens_it_again(desk, book):
    before = {ally.key: (ally.status, ally.tags) for ally in book.allies()}
    written = merge(desk, book, "@harborwas", "21")
    ally = book.ally("@harborwas")
    assert (ally.key, ally.status, ally.tags) == ("21", Status.APPROVED, ("beds",))
    assert found(desk, book) == [NEAR]
    deed = remember(desk, "merging", {book.info.book_id: written})
    take_back(desk, deed)
    assert {ally.key: (ally.status, ally.tags) for ally in book.allies()} == before
    assert found(desk, book) == [OLD, NEAR]


def test_an_undo_from_the_history_parts_them(desk, book):
    written = merge(desk, book, "@saferoofnet", "@safe_roof_net")
    assert book.ally("@safe_roof_net").key == "@saferoofnet"
    undo_entry(desk, book, written[-1].entry_id)
    assert book.ally("@safe_roof_net").key == "@safe_roof_net"
    assert book.ally("@safe_roof_net").status is Status.NOMINATED


def test_whom_a_person_told_apart_is_not_asked_about_again(desk, book):
    pairs = look_alikes(desk, book)
    tell_apart(desk, book, pairs[1])
    assert found(desk, book) == [OLD]


def test_who_opted_out_is_recognised_under_another_handle(desk, book):
    opt_out(desk, book, ["@saferoofnet"])
    assert NEAR in found(desk, book)
    assert plan_merge(book, "@safe_roof_net", "@saferoofnet").opts_out


def test_new_faces_are_compared_with_the_book(desk, book):
    new = [Likeness("@saferoof_net", "saferoof_net"), Likeness("@birch", "birch")]
    found = {(pair.one.key, pair.other.key) for pair in like_those(desk, book.allies(), new)}
    assert found == {("@saferoof_net", "@safe_roof_net"), ("@saferoof_net", "@saferoofnet")}


def test_who_is_not_there_cannot_be_merged(desk, book):
    with pytest.raises(BadInput, match="@nobody is not in this book"):
        merge(desk, book, "21", "@nobody")
