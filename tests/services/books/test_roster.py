"""What the filters know of a book follows each edit, and reaches every account's cache."""

from allybook.domain.filters.parse import parse
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import add_tags, approve, remove, undo_entry
from allybook.services.books.roster import lay_rosters
from allybook.services.people.find import find_ids
from allybook.services.people.nominate import nominate_handles
from tests.fakes.desk import make_desk

HOME = Source(Origin.HOME)


def wrote(desk, user_id, handle):
    account = Account(user_id, handle, handle)
    post = Post(user_id * 6, user_id, desk.clock.now(), f"Words of {handle}")
    desk.cache.save_posts([post], HOME, accounts=[account])
    return account


def shown(desk, text):
    return desk.cache.count(parse(text))


def test_each_edit_reaches_the_filters_alone(desk):
    for user_id, handle in (("21", "HarborRow"), ("22", "WrenStreet")):
        wrote(desk, user_id, handle)
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow", "WrenStreet"])
    assert shown(desk, "is:ally") == 0
    approve(desk, book, ["21", "22"])
    assert shown(desk, 'in:"My allies"') == 2
    add_tags(desk, book, ["21"], ["housing"])
    assert shown(desk, "tag:housing") == 1
    (entry,) = remove(desk, book, ["22"])
    assert shown(desk, "is:ally") == 1
    undo_entry(desk, book, entry.entry_id)
    assert shown(desk, "is:ally") == 2


def test_a_handle_that_becomes_an_id_stays_one_ally(desk, network, ticket):
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow"])
    approve(desk, book, ["@harborrow"])
    network.people["21"] = wrote(desk, "21", "HarborRow")
    assert shown(desk, "is:ally") == 1
    assert find_ids(desk, book, ticket) == 1
    assert book.ally("21").key == "21"
    assert shown(desk, "is:ally") == 1
    remove(desk, book, ["21"])
    assert shown(desk, "is:ally") == 0


def test_another_accounts_cache_hears_of_the_books(desk, profile, clock, network):
    book = desk.book()
    nominate_handles(desk, book, ["HarborRow"])
    approve(desk, book, ["@harborrow"])
    other = make_desk(profile, clock, network, account="2")
    wrote(other, "21", "HarborRow")
    assert shown(other, "is:ally") == 0
    lay_rosters(other)
    assert shown(other, "is:ally") == 1
