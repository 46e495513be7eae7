import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from allybook.ui.delegates.chat_view import ChatView
from allybook.ui.delegates.spans import Hit, HitKind
from allybook.ui.models.chat import ChatGroup, ChatPost, ChatRowsModel
from tests.fakes.cards import NOW, make_post, now


def answer(post_id):
    text = "A3: our friends at @BluebirdRespite take night shifts. #SwHelper"
    return ChatPost(make_post(post_id, text), "Odalys Brandt-Kemp", "odalys_bk", lead=3, named=1)


def room(first_of_current=10, posts=20):
    return [
        ChatGroup("q1", "Q1", "What is your corner?", "2 answers", (answer(1), answer(2))),
        ChatGroup("q2", "Q2", "Why?", "0 answers"),
        ChatGroup(
            "q3",
            "Q3",
            "Who?",
            f"{posts} answers",
            tuple(answer(first_of_current + number) for number in range(posts)),
            NOW,
            current=True,
        ),
    ]


@pytest.fixture
def view(qtbot, look):
    model = ChatRowsModel(now)
    view = ChatView(look, model, now)
    qtbot.addWidget(view)
    model.show(room())
    view.resize(712, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view


def test_questions_are_lower_than_posts(view):
    assert [view.rowHeight(row) for row in range(5)] == [36, 36, 64, 80, 80]


def test_a_click_or_a_key_opens_a_question(view):
    model = view.model()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 15))
    assert model.row_of(1) == 1
    assert [view.rowHeight(row) for row in range(4)] == [36, 80, 80, 36]
    assert view.current_key() == "q1"
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert model.row_of(1) is None
    QTest.keyClick(view, Qt.Key.Key_Space)
    assert model.row_of(1) == 1


def test_the_room_holds_still_while_posts_come(view):
    view.verticalScrollBar().setValue(400)
    before = view.rowViewportPosition(view.model().row_of(15))
    view.model().show(room(posts=40))
    assert view.rowViewportPosition(view.model().row_of(15)) == before


def test_the_current_question_is_pinned_while_its_posts_pass(view):
    assert not view._pin.isVisible()
    view.verticalScrollBar().setValue(400)
    assert view._pin.isVisible()
    view.model().toggle("q3")
    assert not view._pin.isVisible()


def test_no_row_hides_under_the_pin(view):
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    for _step in range(12):
        QTest.keyClick(view, Qt.Key.Key_Up)
    view.go_to(20)
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    view.go_to(12)
    assert view.visualRect(view.currentIndex()).top() >= 64


def test_words_of_a_post_can_be_clicked(view):
    top = view.rowViewportPosition(3)
    hits = {view.hit_at(QPoint(x, top + 40)) for x in range(60, 700, 4)}
    assert hits == {
        None,
        Hit(HitKind.MENTION, "BluebirdRespite"),
        Hit(HitKind.HASHTAG, "SwHelper"),
    }
    assert view.hit_at(QPoint(100, 15)) is None


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_questions_lie_on_the_panel(look, view, scheme):
    look.set_scheme(scheme)
    image = view.viewport().grab().toImage()
    assert image.pixelColor(500, 3) == look.colour("panel")
    assert image.pixelColor(500, 35) == look.colour("border")
