"""What a person pastes: everybody once, every line accounted for, nobody added who must not be."""

import pytest

from allybook.domain.book.edit import erase
from allybook.domain.book.entry import Kind, Status
from allybook.domain.people.accounts import Account
from allybook.domain.people.handles import read_pieces
from allybook.services.books.deeds import remember, take_back
from allybook.services.books.edit import remove, write
from allybook.services.people.adding import LineFound, PieceFate, Sorted, add, find_alike, sort_out
from allybook.services.people.find import look_up
from tests.ui.tabs.allies import scene


@pytest.fixture
def book(desk, clock):
    return scene.fill(desk, clock)


def sorted_names(desk, book, text):
    answer = sort_out(desk, book, read_pieces(text))
    names = {
        fate.value: [one.key for one in answer.of(fate)] for fate in PieceFate if answer.of(fate)
    }
    leftovers = list(answer.words(PieceFate.LEFTOVER))
    return names | ({"leftovers": leftovers} if leftovers else {})


def test_each_name_is_said_to_be_new_or_known(desk, book):
    text = "@BluebirdRespite\n@elke_v\n@SpamForAll\n#ShelterNotes\n@Brand_New\nhello there rosa"
    assert sorted_names(desk, book, text) == {
        "new": ["@brand_new"],
        "known": ["201"],
        "there": ["#shelternotes"],
        "declined": ["401"],
        "out": ["402"],
        "leftovers": ["hello there rosa"],
    }


def test_a_handle_is_found_in_any_case_and_by_the_account_that_has_it_now(desk, book):
    assert sorted_names(desk, book, "@harborrowsn and 102") == {
        "there": ["102"],
        "leftovers": ["and 102"],
    }


def test_a_user_id_alone_is_an_account(desk, book):
    assert sorted_names(desk, book, "7654321") == {"new": ["7654321"]}


def test_the_kind_is_guessed_from_the_profile(desk, book):
    found = sort_out(desk, book, read_pieces("@FernhillFamily @odalys_bk #Shelter"))
    kinds = {one.handle: one.kind for one in (*found.of(PieceFate.NEW), *found.of(PieceFate.THERE))}
    assert kinds["FernhillFamily"] is Kind.ORGANISATION
    assert kinds["odalys_bk"] is Kind.PERSON
    assert kinds["Shelter"] is Kind.HASHTAG


def test_those_who_were_erased_are_left_alone(desk, book):
    write(desk, book, {"101": erase})
    assert sorted_names(desk, book, "@FernhillFamily") == {"out": ["101"]}


def test_adding_nominates_and_approves_and_can_be_taken_back_as_a_whole(desk, book):
    found = sort_out(desk, book, read_pieces("@Brand_New @BluebirdRespite #Fresh"))
    entries = add(desk, book, found.addable)
    statuses = [book.ally(key).status for key in ("@brand_new", "201", "#fresh")]
    assert statuses == [Status.APPROVED] * 3
    take_back(desk, remember(desk, "", {book.info.book_id: entries}))
    assert book.ally("201").status is Status.NOMINATED
    assert book.ally("@brand_new").status is Status.REMOVED


def test_who_was_removed_comes_back(desk, book):
    remove(desk, book, ["101"])
    found = sort_out(desk, book, read_pieces("@FernhillFamily"))
    add(desk, book, found.addable)
    assert book.ally("101").status is Status.APPROVED


def test_nothing_found_is_nothing_to_add(desk, book):
    assert sort_out(desk, book, read_pieces("")) == Sorted()


def test_every_piece_has_its_line_and_its_fate(desk, book):
    text = "@Brand_New\n\nbrand_new 102 @HarborRowSN\nhello there rosa\n#ShelterNotes"
    assert sort_out(desk, book, read_pieces(text)).lines == (
        LineFound(1, "@Brand_New", PieceFate.NEW),
        LineFound(3, "brand_new 102", PieceFate.LEFTOVER),
        LineFound(3, "@HarborRowSN", PieceFate.THERE),
        LineFound(4, "hello there rosa", PieceFate.LEFTOVER),
        LineFound(5, "#ShelterNotes", PieceFate.THERE),
    )


def test_the_id_and_the_handle_of_one_account_are_one(desk, book):
    desk.cache.save_accounts([Account("7654321", "Brand_New")], desk.clock.now())
    answer = sort_out(desk, book, read_pieces("7654321\n@brand_new\n@Brand_New"))
    assert [line.fate for line in answer.lines] == [PieceFate.NEW, PieceFate.AGAIN, PieceFate.AGAIN]
    assert [one.key for one in answer.addable] == ["7654321"]


def test_an_account_that_took_over_a_handle_is_new(desk, book):
    desk.cache.save_accounts([Account("999", "SpamForAll")], desk.clock.now())
    assert sorted_names(desk, book, "@SpamForAll") == {"new": ["999"]}


def test_handles_are_looked_up_for_a_price_and_those_that_nobody_has_are_told(
    desk, book, network, ticket
):
    network.people = {"77": Account("77", "Brand_New", "Brand New Shelter")}
    text = "@Brand_New @never_was #Fresh"
    wanted = sort_out(desk, book, read_pieces(text)).unfound
    assert wanted == ("Brand_New", "never_was")
    look_up(desk, wanted, ticket)
    answer = sort_out(desk, book, read_pieces(text))
    assert (answer.unfound, answer.words(PieceFate.NOBODY)) == ((), ("@never_was",))
    assert [(one.key, one.kind) for one in answer.addable] == [
        ("77", Kind.ORGANISATION),
        ("#fresh", Kind.HASHTAG),
    ]


def test_look_alikes_of_allies_are_pointed_out(desk, book):
    answer = sort_out(desk, book, read_pieces("@HarborRow_SN @elm"))
    (pair,) = find_alike(desk, book, answer).alike
    assert (pair.one.handle, pair.other.handle) == ("HarborRow_SN", "HarborRowSN")


def test_five_hundred_and_more_go_in_at_once(desk, book):
    text = "\n".join(f"@many_{number}" for number in range(1500))
    answer = sort_out(desk, book, read_pieces(text))
    assert len(answer.addable) == 1500
    entries = add(desk, book, answer.addable)
    assert len(entries) == 3000
    assert sum(ally.handle.startswith("many_") for ally in book.allies()) == 1500
