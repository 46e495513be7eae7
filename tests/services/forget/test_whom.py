"""Handles change hands, ids do not: who is meant is forgotten, and nobody else."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from allybook.domain.errors import BadInput, BookGone
from allybook.domain.mutes import MuteKind
from allybook.domain.people.accounts import Account
from allybook.domain.reading.sources import Origin, Source
from allybook.services.books.edit import add_note, approve, opt_out
from allybook.services.books.several import discard_book
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account
from allybook.services.people.nominate import nominate_handles
from allybook.services.timeline.mutes import mute, mutes
from allybook.services.timeline.views import save_view, views
from allybook.store.profile import Profile
from tests.fakes.desk import make_desk
from tests.store.samples import HOME, a_post


def tell(desk, *accounts):
    """Let X tell of accounts (an id and a handle each), later than before."""
    desk.clock.advance(seconds=3600)
    desk.cache.save_accounts([Account(*one) for one in accounts], desk.clock.now())


def list_(desk, *handles):
    """Take people into the book, as they are called now."""
    book = desk.book()
    nominate_handles(desk, book, handles)
    approve(desk, book, [book.called(handle) for handle in handles])
    return book


@pytest.fixture
def loose(desk):
    """A book with a note on somebody of whom nobody knew the id then."""
    book = list_(desk, "alice")
    add_note(desk, book, ["@alice"], "met at the vigil")
    return book


@pytest.fixture
def renamed(desk):
    """A book that has an account as @alice, which is @bob today; @alice is somebody else."""
    tell(desk, ("5", "alice"))
    book = list_(desk, "alice")
    tell(desk, ("5", "bob"), ("7", "alice"))
    return book


def keys(book):
    return {ally.key for ally in book.allies()}


def test_who_has_a_handle_today_is_not_taken_for_who_had_it(desk, renamed):
    mute(desk, MuteKind.AUTHOR, "bob")
    known = find_known(desk, "@alice")
    assert (known.user_ids, known.records) == (("7",), ())
    purge_account(desk, known, books=True)
    assert keys(renamed) == {"5"}
    assert desk.cache.account("5").handle == "bob"
    assert [one.words for one in mutes(desk)] == ["@bob"]


def test_what_is_kept_of_who_has_the_handle_now_stays(desk, renamed):
    mute(desk, MuteKind.AUTHOR, "alice")
    save_view(desk, "Hers", "from:alice")
    save_view(desk, "His", "from:bob")
    purge_account(desk, find_known(desk, "@bob"), books=True)
    assert keys(renamed) == set()
    assert desk.cache.account("7").handle == "alice"
    assert [one.words for one in mutes(desk)] == ["@alice"]
    assert [view.name for view in views(desk) if view.own] == ["Hers"]


def test_a_mute_of_who_had_the_handle_stays(desk):
    tell(desk, ("5", "alice"))
    mute(desk, MuteKind.AUTHOR, "alice")
    tell(desk, ("5", "bob"), ("7", "alice"))
    purge_account(desk, find_known(desk, "@alice"))
    assert [one.user_id for one in mutes(desk)] == ["5"]


def test_whoever_is_meant_is_asked_where_two_accounts_have_one_handle(desk, profile, renamed):
    other = profile.cache("2")
    desk.clock.advance(seconds=3600)
    other.save_accounts([Account("5", "alice")], desk.clock.now())
    for cache, _ in profile.holdings():
        assert cache.accounts_by_handle(["alice"])
    several = find_known_of_all(desk, profile, "alice")
    assert several.user_ids == ("7",)
    desk.cache.erase(["5"])
    with pytest.raises(BadInput, match=r"5, 7.*id"):
        find_known_of_all(desk, profile, "alice")
    assert find_known_of_all(desk, profile, "5").user_ids == ("5",)


def find_known_of_all(desk, profile, word):
    """Ask the caches of all accounts of the profile."""
    return find_known(replace(desk, holdings=profile.holdings), word)


def test_two_books_that_call_two_accounts_the_same_are_asked_about(desk):
    tell(desk, ("5", "alice"))
    list_(desk, "alice")
    second = desk.shelf.create("Second")
    tell(desk, ("5", "bob"), ("7", "alice"))
    nominate_handles(desk, second, ["alice"])
    desk.cache.empty()
    with pytest.raises(BadInput, match="5, 7"):
        find_known(desk, "alice")


def test_a_record_from_before_the_id_was_known_goes_along(desk, loose):
    tell(desk, ("5", "carol"))
    nominate_handles(desk, loose, ["carol"])
    tell(desk, ("5", "alice"))
    tell(desk, ("5", "bob"))
    assert keys(loose) == {"@alice", "5"}
    purge_account(desk, find_known(desk, "@bob"), books=True)
    assert keys(loose) == set()


def test_one_that_somebody_else_may_have_been_stays(desk, loose):
    tell(desk, ("5", "alice"))
    tell(desk, ("5", "bob"), ("7", "alice"))
    purge_account(desk, find_known(desk, "@bob"), books=True)
    assert keys(loose) == {"@alice"}


def test_one_that_is_older_than_the_account_stays(desk, loose):
    created = desk.clock.now().replace(year=2100)
    for handle in ("alice", "bob"):
        desk.clock.advance(seconds=3600)
        desk.cache.save_accounts([Account("5", handle, created_at=created)], desk.clock.now())
    purge_account(desk, find_known(desk, "@bob"), books=True)
    assert keys(loose) == {"@alice"}


def test_who_was_left_in_the_books_is_still_found_by_the_words_that_are_named(desk, loose):
    tell(desk, ("5", "carol"))
    nominate_handles(desk, loose, ["carol"])
    tell(desk, ("5", "alice"))
    tell(desk, ("5", "bob"))
    done = purge_account(desk, find_known(desk, "@bob"))
    assert done.still_in == ("My allies",)
    assert done.still_as == ("5", "@alice")
    for word in done.still_as:
        purge_account(desk, find_known(desk, word), books=True)
    assert keys(loose) == set()


def test_who_is_in_the_trash_by_an_old_handle_is_found_too(desk, loose):
    discard_book(desk, loose.info.book_id)
    tell(desk, ("5", "alice"))
    tell(desk, ("5", "bob"))
    purge_account(desk, find_known(desk, "@bob"), books=True)
    [copy] = desk.shelf.discarded()
    with desk.shelf.trashed(copy.copy) as book:
        assert keys(book) == set()


def test_the_caches_still_know_whose_book_could_not_be_opened(desk, renamed):
    known = find_known(desk, "@bob")
    desk.shelf.discard(renamed.info.book_id)
    with pytest.raises(BookGone):
        purge_account(desk, known, books=True)
    again = find_known(desk, "@bob")
    assert (again.user_ids, len(again.trashed)) == (("5",), 1)


def test_whoever_wrote_a_post_and_is_known_by_nothing_else_is_known_by_id(desk):
    desk.cache.save_posts([a_post(1, author_id="5")], HOME)
    known = find_known(desk, "5")
    assert known.kept
    assert purge_account(desk, known).posts == 1
    assert not find_known(desk, "5").kept
    assert not find_known(desk, "6").kept


def test_who_is_in_a_book_by_handle_and_wrote_what_was_searched_is_one(desk, loose):
    desk.cache.save_posts([a_post(1, author_id="5")], Source(Origin.SEARCH, "from:alice"))
    known = find_known(desk, "@alice")
    assert known.user_ids == ("5",)
    assert purge_account(desk, known, books=True).posts == 1
    assert keys(loose) == set()


def test_an_opted_out_person_is_erased_by_the_handle_of_then(desk):
    book = desk.book()
    opt_out(desk, book, ["@alice"])
    tell(desk, ("5", "alice"))
    tell(desk, ("5", "bob"))
    purge_account(desk, find_known(desk, "@bob"), books=True)
    assert keys(book) == set()


RENAMING = st.lists(
    st.tuples(st.sampled_from(["5", "7"]), st.sampled_from(["alice", "bob", "carol"])), max_size=5
)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=RENAMING, word=st.sampled_from(["alice", "bob", "carol", "5", "7"]))
def test_whatever_people_are_called_one_account_is_found_or_nobody(tmp_path, clock, story, word):
    with TemporaryDirectory(dir=tmp_path) as folder, Profile(Path(folder), clock) as profile:
        desk = make_desk(profile, clock, None)
        for user_id, handle in story:
            tell(desk, (user_id, handle))
            nominate_handles(desk, desk.book(), [handle])
        listed = {ally.key: ally.user_id for ally in desk.book().allies()}
        try:
            known = find_known(desk, word)
        except BadInput:
            assert {("5", word), ("7", word)} <= set(story)
            return
        assert len(known.user_ids) <= 1
        assert {listed[key] for _, key in known.records} <= {*known.user_ids, None}
        today = desk.cache.accounts_by_handle([word])
        assert {one.user_id for one in today.values()} <= {*known.user_ids}
