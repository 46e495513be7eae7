from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from allybook.ui.widgets.empty import Emptiness, EmptyState, StartWay
from allybook.ui.widgets.later import laid_out_later
from allybook.ui.widgets.prose import Prose
from allybook.ui.widgets.scroll import Scroll

LONG = "Which counties still ask tenants for a fax, and who answers the telephone there? " * 9


def test_what_grew_while_it_was_hidden_has_its_height_when_it_is_seen_again(qtbot, look):
    inside, column = QWidget(), QVBoxLayout()
    words, acts = Prose(look, "short"), Prose(look, "below")
    inside.setLayout(column)
    for part in (words, acts):
        column.addWidget(part)
    area = Scroll(inside)
    qtbot.addWidget(area)
    area.resize(200, 120)
    area.show()
    area.hide()
    with laid_out_later(inside):
        words.show_text(LONG)
    area.show()
    assert words.height() == words.heightForWidth(words.width())
    assert acts.y() > words.geometry().bottom()


def test_a_way_to_start_grows_with_its_sentence(qtbot, look):
    ways = (
        StartWay("short", "hash", "Capture", "Free"),
        StartWay("long", "hash", "Check", LONG[:150]),
    )
    page = EmptyState(look, Emptiness("Where?", "Pick one.", ways))
    qtbot.addWidget(page)
    page.resize(520, 600)
    page.show()
    short, long = page.ways["short"], page.ways["long"]
    assert short.height() == look.height("way")
    sentence = long.findChild(Prose)
    assert sentence.height() == sentence.heightForWidth(sentence.width())
    assert sentence.geometry().bottom() <= long.height() - look.space("m")
    assert long.y() >= short.geometry().bottom()
