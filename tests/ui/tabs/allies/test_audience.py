"""Publishing a public list with persons on it says so, with their number."""

from msgspec.structs import replace

from allybook.domain.book.entry import Kind, Status
from allybook.domain.lists import XList
from allybook.services.books.edit import set_fields
from allybook.services.publish.audience import persons
from allybook.services.publish.plan import Planned, plan_list
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


def test_persons_whom_the_same_dialog_leaves_off_are_not_among_them(desk, book, clock):
    desk.cache.save_list(XList(scene.LIST, "Swhelper allies", private=False))
    asks = replace(desk.cache.account("108"), bio="Please add me to no lists.")
    desk.cache.save_accounts([asks], clock.now())
    told = sentence(desk, book)
    assert "Left off: Sol Ibarra-Whitlock (asks for no lists)." in told
    assert "2 of them are persons, not organisations." in told


def test_a_person_who_comes_off_is_not_among_them(desk, book):
    """They are approved here, and opted out in another book."""
    desk.cache.save_list(XList(scene.LIST, "Swhelper allies", private=False))
    plan = plan_list(desk, book)
    leaver = Planned("106", "odalys_bk", "Odalys Brandt-Kemp", Status.OPTED_OUT)
    assert persons(plan, book.rows()) == 3
    assert persons(replace(plan, removes=(leaver,)), book.rows()) == 2
