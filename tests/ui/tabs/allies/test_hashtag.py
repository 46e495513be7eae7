"""A hashtag is an ally of its own sort: it has a chat and posts, and nobody follows it back."""

from PySide6.QtCore import Qt

from allybook.domain.book.edit import Nominee
from allybook.domain.book.entry import Kind
from allybook.services.people.nominate import nominate

LEFT = Qt.MouseButton.LeftButton
KEY = "#shelternotes"


def test_a_hashtag_is_shown_without_what_only_accounts_have(tab):
    tab.show_ally(KEY)
    fields = tab.details.fields
    assert tab.details.name.text() == "#ShelterNotes"
    assert not fields.follow_back.isVisible()
    assert not fields.kind_pencil.isVisible()
    assert not fields.opt_out.isVisible()
    assert tab.details.address == "https://x.com/hashtag/ShelterNotes"


def test_an_account_has_no_ways_to_a_chat(tab):
    tab.show_ally("104")
    assert not tab.details.ways.isVisible()
    assert not tab.details.fields.written.isVisible()


def test_its_chat_is_opened_and_the_button_says_whether_it_is_here(tab, desk, book, qtbot, settle):
    nominate(desk, book, [Nominee("#swhelper", "SwHelper", Kind.HASHTAG)])
    settle(tab)
    hub, ways = tab.property("hub"), tab.details.ways
    for key, words, tag in (
        ("#swhelper", "Open the chat", "SwHelper"),
        (KEY, "Read the chat…", "ShelterNotes"),
    ):
        tab.show_ally(key)
        assert ways.chat.text() == words
        with qtbot.waitSignal(hub.chat_wanted) as wanted:
            qtbot.mouseClick(ways.chat, LEFT)
        assert wanted.args == [tag]


def test_its_posts_are_shown_by_a_filter_of_the_timeline(tab, qtbot):
    tab.show_ally(KEY)
    with qtbot.waitSignal(tab.property("hub").filter_wanted) as wanted:
        qtbot.mouseClick(tab.details.ways.posts, LEFT)
    assert wanted.args == ["#ShelterNotes"]


def test_enter_on_its_row_opens_its_chat(tab, qtbot):
    tab.show_ally(KEY)
    tab.work.table.setFocus()
    with qtbot.waitSignal(tab.property("hub").chat_wanted) as wanted:
        qtbot.keyClick(tab.work.table, Qt.Key.Key_Return)
    assert wanted.args == ["ShelterNotes"]


def test_its_capitals_are_changed_in_place_and_nothing_else(tab, book, qtbot, settle):
    tab.show_ally(KEY)
    written = tab.details.fields.written
    qtbot.mouseClick(written.pencil, LEFT)
    written.field.setText("#ShelterNOTES")
    qtbot.keyClick(written.field, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally(KEY).handle == "ShelterNOTES"
    qtbot.mouseClick(written.pencil, LEFT)
    written.field.setText("SafeNotes")
    qtbot.keyClick(written.field, Qt.Key.Key_Return)
    assert (written.field.isVisible(), written.field.text()) == (True, "SafeNotes")
    assert "another hashtag" in written.field.accessibleDescription()
    assert book.ally(KEY).handle == "ShelterNOTES"


def test_a_more_readable_spelling_from_a_chat_is_the_one_shown(tab, desk, book, settle):
    nominate(desk, book, [Nominee("#rentnotes", "rentnotes", Kind.HASHTAG)])
    nominate(desk, book, [Nominee("#rentnotes", "RentNotes", Kind.HASHTAG)])
    settle(tab)
    tab.show_ally("#rentnotes")
    assert tab.details.name.text() == "#RentNotes"
