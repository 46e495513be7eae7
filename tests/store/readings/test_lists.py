"""X Lists, their members and their mirrors."""

from __future__ import annotations

from datetime import timedelta

from msgspec.structs import replace

from allybook.domain.lists import XList
from allybook.ports.cache import Members
from allybook.store.profile import Profile
from tests.fakes.clock import NOON

FULL = XList("500", "Housing", "Roofs", private=False, owner_id="10", members=3, created_at=NOON)


def test_lists_come_back_by_name(cache):
    other = XList("501", "allies")
    cache.save_list(FULL)
    cache.save_list(other)
    assert cache.lists() == [other, FULL]


def test_what_x_did_not_say_of_a_list_stays_known(cache):
    cache.save_list(FULL)
    cache.save_list(XList("500", "Homes"))
    homes = XList("500", "Homes", "", private=False, owner_id="10", members=3, created_at=NOON)
    assert cache.lists() == [homes]
    cache.save_list(XList("500", "Homes", private=True))
    assert cache.lists() == [replace(homes, private=True)]


def test_members_are_as_last_read(cache):
    assert cache.members("500") is None
    cache.save_members("500", ["10", "11", "11"], complete=True, as_of=NOON)
    assert cache.members("500") == Members(frozenset({"10", "11"}), complete=True, as_of=NOON)
    later = NOON + timedelta(hours=1)
    cache.save_members("500", ["12"], complete=False, as_of=later)
    assert cache.members("500") == Members(frozenset({"12"}), complete=False, as_of=later)


def test_an_empty_list_is_known_to_be_empty(cache):
    cache.save_members("500", [], complete=True, as_of=NOON)
    assert cache.members("500") == Members(frozenset(), complete=True, as_of=NOON)


def test_which_list_mirrors_a_book_outlives_the_cache(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        cache = profile.cache("7001")
        assert cache.mirror("book-1") is None
        cache.set_mirror("book-1", "500")
        cache.set_mirror("book-1", "501")
    (tmp_path / "accounts" / "7001" / "cache.sqlite3").unlink()
    with Profile(tmp_path, clock) as profile:
        assert profile.cache("7001").mirror("book-1") == "501"


def test_a_list_that_is_no_more_is_forgotten(cache):
    cache.save_list(FULL)
    cache.save_list(XList("501", "allies"))
    cache.save_members("500", ["10"], complete=True, as_of=NOON)
    cache.set_mirror("book-1", "500")
    cache.set_mirror("book-2", "501")
    cache.forget_list("500")
    assert [one.list_id for one in cache.lists()] == ["501"]
    assert cache.members("500") is None
    assert (cache.mirror("book-1"), cache.mirror("book-2")) == (None, "501")
