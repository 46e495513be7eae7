"""Publishing a public list with persons on it says so, with their number."""

from msgspec.structs import replace

from allybook.domain.book.entry import Kind
from allybook.domain.lists import XList
from allybook.services.books.edit import set_fields
from allybook.services.publish.plan import plan_list
from allybook.ui.tabs.allies.quoting import view_of
from tests.ui.tabs.allies import scene


def sentence(desk, book):
    return view_of(desk, plan_list(desk, book), book.rows()).sentence


def test_a_private_list_says_nothing_of_persons(desk, book):
    desk.cache.save_list(XList(scene.LIST, "Swhelper allies", private=True))
    assert "persons" not in sentence(desk, book)


def test_a_public_list_that_is_there_says_how_many_are_persons(desk, book):
    desk.cache.save_list(XList(scene.LIST, "Swhelper allies", private=False))
    assert "3 of them are persons, not organisations." in sentence(desk, book)
    set_fields(desk, book, ["103", "106"], {"kind": Kind.ORGANISATION.value})
    assert "1 of them is a person, not an organisation." in sentence(desk, book)
    set_fields(desk, book, ["108"], {"kind": Kind.ORGANISATION.value})
    assert "person" not in sentence(desk, book)


def test_a_new_public_list_says_so_where_it_is_chosen(desk, book):
    plan = replace(plan_list(desk, book), list_id=None)
    private, public = view_of(desk, plan, book.rows()).choices
    assert "persons" not in private.consequence
    assert "3 of them are persons" in public.consequence
