"""Somebody has another handle by now, and asks to be forgotten: the right one is, and whole."""

import json

from allybook.domain.people.accounts import Account
from allybook.services.books.edit import add_note
from allybook.services.people.nominate import nominate_handles
from allybook.ui.dialogs.forget import ForgetDialog
from tests.stories.command import allybook
from tests.workshop import practice_desk


def fill(profile):
    """Lay a book that has account 5 as @alice; today it is @bob, and @alice somebody else."""
    with practice_desk(profile) as desk:
        meet(desk)


def meet(desk):
    book, now = desk.book(), desk.clock.now()
    nominate_handles(desk, book, ["alice"])
    add_note(desk, book, ["@alice"], "met at the vigil")
    desk.cache.save_accounts([Account("5", "alice")], now)
    nominate_handles(desk, book, ["alice"])
    desk.cache.save_accounts([Account("5", "bob"), Account("7", "alice")], now)


def purge(profile, *words):
    return allybook("--practice", "purge", *words, "--yes", profile=profile)


def listed(profile):
    told = allybook("--practice", "allies", "list", "--json", profile=profile)
    return [ally["key"] for ally in json.loads(told.out)]


def test_who_has_the_handle_today_takes_nobody_along(tmp_path):
    fill(tmp_path)
    done = purge(tmp_path, "@alice", "--books")
    assert (done.status, done.err) == (0, "")
    assert "Erased from" not in done.out
    assert listed(tmp_path) == ["5"]


def test_what_the_books_still_say_is_erased_by_the_words_that_are_told(tmp_path):
    fill(tmp_path)
    done = purge(tmp_path, "@bob")
    assert 'erase those too: allybook purge "5" --books.' in done.out
    done = purge(tmp_path, "5", "--books")
    assert "Erased from “My allies”" in done.out, done.err
    assert listed(tmp_path) == []


def test_the_question_says_as_whom_the_books_have_somebody(tmp_path):
    fill(tmp_path)
    asked = allybook("--practice", "purge", "@bob", "--books", profile=tmp_path)
    assert "about @bob, their posts too, and what your books say about @alice for good" in asked.err
    assert listed(tmp_path) == ["5"]


def test_the_dialog_says_as_whom_the_books_have_somebody(qtbot, desk, stage):
    meet(desk)
    stage.window.forget()
    dialog = stage.window.findChild(ForgetDialog)
    qtbot.keyClicks(dialog.field, "@bob")
    qtbot.waitUntil(dialog.one.isEnabled)
    assert dialog.found.text() == (
        "Kept: what X said, and your own words about @alice in “My allies”."
    )
