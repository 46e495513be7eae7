"""The conversation leads to posts that the list leaves out, and to those that wait above it."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from allybook.domain.filters.parse import parse
from allybook.domain.posts import Mention, Post, id_at
from allybook.services.reading.refresh import HOME
from allybook.ui.models.roles import Role
from tests.ui.tabs.timeline.conftest import LOUD
from tests.ui.tabs.timeline.hands import choose

QUESTION = "Does anyone have a consent form?"
TAMSIN = Mention("TamsinOdell", "32")
ANSWER = "@TamsinOdell We do, ask us."


def links(tab):
    """Return the conversation that is shown: each post's link by the words beside it."""
    lines = [one for one in tab.details.context.findChildren(type(tab.details.text)) if one._links]
    return {one.text(): one._links[0] for one in lines if one.isVisible()}


def press(tab, words, calm):
    """Press the post of the conversation that says so."""
    calm(lambda: any(words in text for text in links(tab)))
    next(link for text, link in links(tab).items() if words in text).click()
    calm()


@pytest.fixture
def asking(open_tab, calm):
    """A tab that shows the answer, but not the question that it answers."""
    tab = open_tab()
    tab.show_filter("from:HarborRowSN ask")
    calm(lambda: tab.model.rowCount() == 1)
    choose(tab, ANSWER)
    opened = []
    tab.details.followed.connect(opened.append)
    return tab, opened


def test_a_post_that_the_filter_leaves_out_is_shown_beside_the_list(asking, calm, qtbot):
    tab, opened = asking
    assert not tab.details.aside.isVisible()
    press(tab, QUESTION, calm)
    assert (tab.details.text.text(), opened) == (QUESTION, [])
    assert tab.details.aside.isVisible()
    assert tab.view.currentIndex().data(Role.ROW).row.post.text == ANSWER
    assert tab.beside.current().row.post.text == QUESTION
    # What is done now is done to the post that is read.
    looked = []
    tab.by_hand.ticking.opener = looked.append
    tab.details.acts.open.click()
    assert looked == [f"https://x.com/TamsinOdell/status/{tab.beside.current().row.post.post_id}"]
    # It stays there while the same posts are looked through, and its conversation leads back.
    tab._later.start()
    calm(lambda: not tab._later.isActive())
    assert tab.details.text.text() == QUESTION
    press(tab, ANSWER, calm)
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)


def test_another_row_or_a_click_on_the_same_one_leaves_it(asking, open_tab, calm, qtbot):
    tab, _opened = asking
    press(tab, QUESTION, calm)
    place = tab.view.visualRect(tab.view.currentIndex()).center()
    qtbot.mouseClick(tab.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    calm()
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)
    press(tab, QUESTION, calm)
    tab.show_filter("")
    calm(lambda: tab.model.rowCount() > 1)
    choose(tab, "Beds tonight, row 0")
    calm(lambda: tab.details.text.text() == "Beds tonight, row 0")
    choose(tab, ANSWER)
    calm(lambda: tab.details.text.text() == ANSWER)


def test_who_goes_there_by_keyboard_stays_in_the_details(asking, calm, qtbot):
    tab, _opened = asking
    calm(lambda: links(tab))
    (link,) = links(tab).values()
    link.setFocus()
    qtbot.keyClick(link, Qt.Key.Key_Return)
    calm()
    assert tab.details.text.text() == QUESTION
    assert tab.window().focusWidget() is tab.details
    qtbot.keyClick(tab.details, Qt.Key.Key_Tab)
    assert tab.details.isAncestorOf(tab.window().focusWidget())


def test_enter_in_the_list_leaves_it_also_where_there_is_no_other_row(asking, calm, qtbot):
    tab, _opened = asking
    press(tab, QUESTION, calm)
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    calm()
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)


def test_what_was_closed_is_not_what_letters_are_about(asking, calm, qtbot):
    tab, _opened = asking
    tab.resize(tab.look.width("fold_details") - 100, 724)
    tab.panes.open_details()
    press(tab, QUESTION, calm)
    assert tab.beside.current().row.post.text == QUESTION
    qtbot.keyClick(tab.panes.drawer, Qt.Key.Key_Escape)
    assert tab.beside.current().row.post.text == ANSWER
    tab.panes.open_details()
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)


def test_a_post_that_is_here_no_more_is_opened_on_x(asking, desk, calm):
    tab, opened = asking
    calm(lambda: links(tab))
    tab.beside.go_to_post("12345")
    assert opened == ["https://x.com/i/status/12345"]
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)


def test_a_post_that_is_forgotten_meanwhile_gives_the_row_back(asking, desk, calm):
    tab, _opened = asking
    press(tab, QUESTION, calm)
    desk.cache.erase(["32"])
    tab._later.start()
    calm(lambda: not tab._later.isActive())
    tab.beside.show()
    assert (tab.details.text.text(), tab.details.aside.isVisible()) == (ANSWER, False)
    assert tab.beside.current().row.post.text == ANSWER


def test_a_quiet_post_beside_the_list_can_be_kept(desk, open_tab, calm):
    tab = open_tab()
    loud = next(iter(desk.cache.order(parse("#win"))))
    choose(tab, ANSWER)
    tab.beside.go_to_post(str(loud))
    assert (tab.details.text.text(), tab.details.acts.keep.isVisible()) == (LOUD, True)
    tab.details.acts.keep.click()
    # It is the newest of all: it waits above the list, and once it is there, it is gone to.
    calm(lambda: tab.count() == 1)
    assert tab.details.aside.isVisible()
    tab.take_new()
    calm(lambda: not tab.details.aside.isVisible())
    assert (tab.details.text.text(), tab.view.current_key()) == (LOUD, loud)


def test_an_answer_that_waits_above_the_list_is_gone_to(desk, open_tab, clock, calm):
    tab = open_tab()
    calm(lambda: tab.sight.whole)
    choose(tab, QUESTION)
    asked = tab.beside.current().row.post
    clock.advance(seconds=3600)
    at = clock.now() - timedelta(minutes=1)
    to = {"reply_to": asked.post_id, "reply_to_user": "32"}
    said = Post(id_at(at, sequence=5), "31", at, "Still here", **to, mentions=(TAMSIN,))
    desk.cache.save_posts([said], HOME)
    tab._later.start()
    calm(lambda: tab.count() == 1)
    tab.beside.show()
    press(tab, "Still here", calm)
    assert (tab.count(), tab.details.aside.isVisible()) == (0, False)
    assert tab.view.currentIndex().data(Role.ROW).row.post.text == "Still here"
    calm(lambda: tab.details.text.text() == "Still here")


def test_letters_like_answer_and_open_the_post(desk, open_tab, calm, qtbot):
    tab = open_tab()
    choose(tab, QUESTION)
    post = tab.beside.current().row.post
    opened = []
    tab.by_hand.ticking.opener = opened.append
    for letter in (Qt.Key.Key_O, Qt.Key.Key_L, Qt.Key.Key_R):
        before = len(opened)
        qtbot.keyClick(tab.view, letter)
        calm(lambda before=before: len(opened) > before)
    assert opened == [
        f"https://x.com/TamsinOdell/status/{post.post_id}",
        f"https://x.com/intent/like?tweet_id={post.post_id}",
        f"https://x.com/intent/tweet?in_reply_to={post.post_id}",
    ]
