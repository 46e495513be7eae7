from allybook.domain.book.edit import erase
from allybook.domain.book.entry import Kind, Status
from allybook.domain.handles import find_names
from allybook.services.edit import remove, write
from allybook.ui.tabs.allies.acts import Act, undo_act
from allybook.ui.tabs.allies.adding import Sorted, add, sort_out


def sorted_names(desk, book, text):
    answer = sort_out(desk, book, find_names(text))
    return {
        name: [one.key for one in getattr(answer, name)]
        for name in ("new", "known", "there", "declined", "out")
        if getattr(answer, name)
    } | ({"leftovers": list(answer.leftovers)} if answer.leftovers else {})


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
    found = sort_out(desk, book, find_names("@FernhillFamily @odalys_bk #Shelter"))
    kinds = {one.handle: one.kind for one in (*found.new, *found.there)}
    assert kinds["FernhillFamily"] is Kind.ORGANISATION
    assert kinds["odalys_bk"] is Kind.PERSON
    assert kinds["Shelter"] is Kind.HASHTAG


def test_those_who_were_erased_are_left_alone(desk, book):
    write(desk, book, {"101": erase})
    assert sorted_names(desk, book, "@FernhillFamily") == {"out": ["101"]}


def test_adding_nominates_and_approves_and_can_be_taken_back_as_a_whole(desk, book):
    found = sort_out(desk, book, find_names("@Brand_New @BluebirdRespite #Fresh"))
    entries = add(desk, book, found.addable)
    statuses = [book.ally(key).status for key in ("@brand_new", "201", "#fresh")]
    assert statuses == [Status.APPROVED] * 3
    undo_act(desk, Act("", book.info.book_id, tuple(one.entry_id for one in entries)))
    assert book.ally("201").status is Status.NOMINATED
    assert book.ally("@brand_new").status is Status.REMOVED


def test_who_was_removed_comes_back(desk, book):
    remove(desk, book, ["101"])
    found = sort_out(desk, book, find_names("@FernhillFamily"))
    add(desk, book, found.addable)
    assert book.ally("101").status is Status.APPROVED


def test_nothing_found_is_nothing_to_add(desk, book):
    assert sort_out(desk, book, find_names("")) == Sorted()
