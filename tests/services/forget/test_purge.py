"""Whoever is forgotten is in no setting, note or remembered act of the profile either."""

import json

import pytest

from allybook.domain.mutes import MuteKind
from allybook.domain.people.accounts import Account, Problem, Reason
from allybook.services.books.care import fine_words, let_be
from allybook.services.books.deeds import remember, remembered, take_back
from allybook.services.books.edit import add_tags, approve
from allybook.services.books.later import put_off, put_off_until
from allybook.services.forget.known import find_known
from allybook.services.forget.purge import purge_account, purge_all
from allybook.services.people.ask_again import ASKED, note_asked
from allybook.services.people.find import find_ids, lost_among
from allybook.services.people.nominate import nominate_handles
from allybook.services.share.page import GIVEN, Edition, plan_page, write_page
from allybook.services.timeline.mutes import mute, mutes

ID = "687024425530297717"


@pytest.fixture
def book(desk):
    desk.cache.save_accounts(
        [Account(ID, "KestrelYard", "Kestrel Yard Skills"), Account("12", "ben_l", "Ben")],
        desk.clock.now(),
    )
    book = desk.book()
    nominate_handles(desk, book, ["KestrelYard", "ben_l"])
    approve(desk, book, [ID, "12"])
    return book


@pytest.fixture
def deeds(desk, book):
    """Two acts, one of which names the account."""
    book_id = book.info.book_id
    for key, words in ((ID, "tagging Kestrel Yard Skills"), ("12", "tagging Ben")):
        remember(desk, words, {book_id: add_tags(desk, book, [key], ["night"])})
    mute(desk, MuteKind.AUTHOR, "KestrelYard")
    mute(desk, MuteKind.AUTHOR, "ben_l")
    mute(desk, MuteKind.WORD, "kestrelyard")


def left_in(tmp_path):
    return b"".join(one.read_bytes() for one in tmp_path.rglob("profile.sqlite3*")).lower()


def words_of(desk):
    return [deed.words for deed in remembered(desk)]


def test_mutes_and_the_words_of_acts_go_with_an_account(desk, book, deeds, tmp_path):
    purge_account(desk, find_known(desk, "@KestrelYard"), books=True)
    assert [one.words for one in mutes(desk)] == ["@ben_l", "“kestrelyard”"]
    assert words_of(desk) == ["an earlier change", "tagging Ben"]
    assert ID.encode() not in left_in(tmp_path)
    assert b"kestrel yard" not in left_in(tmp_path)


def test_all_names_go_with_everything(desk, book, deeds, tmp_path):
    purge_all(desk)
    assert [one.words for one in mutes(desk)] == ["“kestrelyard”"]
    assert words_of(desk) == ["an earlier change"] * 2
    for name in (ID.encode(), b"ben_l", b"kestrel yard"):
        assert name not in left_in(tmp_path)
    assert take_back(desk, remembered(desk)[-1])


def test_an_act_is_known_by_whom_it_was_about_when_the_name_is_forgotten(desk, book, deeds):
    desk.cache.empty()
    purge_account(desk, find_known(desk, ID))
    assert words_of(desk) == ["an earlier change", "tagging Ben"]


def test_small_memories_go_too_and_pages_still_count(desk, book, tmp_path):
    let_be(desk, "KestrelYard")
    let_be(desk, "refugee")
    put_off(desk, book.info.book_id, [ID, "12"])
    note_asked(desk, [ID, "12"])
    write_page(desk, plan_page(desk, book, Edition()), tmp_path / "page.html")
    purge_account(desk, find_known(desk, "KestrelYard"))
    assert fine_words(desk) == {"refugee"}
    assert put_off_until(desk, book.info.book_id).keys() == {"12"}
    assert json.loads(desk.outbox.mark(ASKED)).keys() == {"12"}
    keys = json.loads(desk.settings.read(GIVEN))["keys"]
    assert (ID in keys, len(keys)) == (False, 2)


def test_who_is_only_muted_or_was_only_asked_for_is_known(desk, network, ticket):
    mute(desk, MuteKind.AUTHOR, "elm")
    network.problems = {"oak": Problem("oak", Reason.SUSPENDED)}
    find_ids(desk, desk.book(), ticket, ["oak"])
    for handle in ("elm", "oak"):
        known = find_known(desk, handle)
        assert known.kept
        purge_account(desk, known)
        assert not find_known(desk, handle).kept
    assert (mutes(desk), lost_among(desk, ["oak"])) == ((), {})


def test_a_hashtag_of_the_same_name_stays(desk):
    book = desk.book()
    nominate_handles(desk, book, ["HelpLine"], ["HelpLine"])
    mute(desk, MuteKind.AUTHOR, "HelpLine")
    purge_account(desk, find_known(desk, "@HelpLine"), books=True)
    assert [ally.key for ally in book.allies()] == ["#helpline"]
    mute(desk, MuteKind.AUTHOR, "HelpLine")
    purge_account(desk, find_known(desk, "#HelpLine"), books=True)
    assert (len(book.allies()), len(mutes(desk))) == (0, 1)
