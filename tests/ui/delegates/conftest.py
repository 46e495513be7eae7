"""A list of ten posts."""

import pytest

from allybook.domain.book.entry import Kind
from allybook.ui.delegates.posts_view import PostsView
from allybook.ui.models.posts import PostsModel
from tests.fakes.cards import CardShelf, now
from tests.ui.delegates.posts_seen import explain, newest_first


@pytest.fixture
def model(qapp):
    model = PostsModel(CardShelf().fetch, now, kinds=lambda _row: Kind.ORGANISATION)
    model.show(newest_first(10), explain=explain)
    return model


@pytest.fixture
def view(qtbot, look, model):
    view = PostsView(look, model, now)
    qtbot.addWidget(view)
    view.resize(752, 400)
    view.show()
    view.activateWindow()
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    return view
