"""What the source of a gap is called in its row, and who looks for that."""

from threading import current_thread, main_thread

import pytest
from msgspec.structs import replace

from allybook.domain.lists import XList
from allybook.services.books.several import create_book, discard_book
from allybook.ui.tabs.timeline.tab import TimelineTab
from tests.ui.tabs.timeline.test_left_out import lay_gap, shown


@pytest.mark.parametrize(
    ("source", "name"),
    [
        (("list", "9001"), "“Housing”"),
        (("list", "9002"), "the X List 9002"),
        (("list", "9003"), "the X List 9003"),
        (("book", "trashed"), "“Friends”"),
        (("book", "bebee9d650091a83573bc68afd4a8bad"), "a book that is not here any more"),
        (("search", "9001"), "“9001”"),
        (("chat", "swhelper"), "#swhelper"),
    ],
)
def test_a_gap_names_its_source_in_words(desk, open_tab, calm, source, name):
    desk.cache.save_list(XList("9001", "Housing"))
    # As an archive tells of a list.
    desk.cache.save_list(XList("9003", ""))
    friends = create_book(desk, "Friends").info.book_id
    discard_book(desk, friends)
    origin, key = source
    source = origin, friends if key == "trashed" else key
    lay_gap(desk, "beds", days=1, about=40, source=source)
    tab = open_tab()
    calm(tab.model.gap_rows)
    assert shown(tab).words.startswith(f"About 40 posts of {name} between ")


class WatchedShelf:
    """A shelf that notes what the window itself waits for of the trash."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.waited_for = []

    def __getattr__(self, name):
        return getattr(self._shelf, name)

    def discarded(self):
        if current_thread() is main_thread():
            self.waited_for.append("discarded")
        return self._shelf.discarded()


def test_the_window_does_not_wait_for_the_trash(desk, look, jobs, hub, qtbot, calm):
    friends = create_book(desk, "Friends").info.book_id
    discard_book(desk, friends)
    lay_gap(desk, "from:ana", days=1, about=40, source=("book", friends))
    shelf = WatchedShelf(desk.shelf)
    tab = TimelineTab(replace(desk, shelf=shelf), look, jobs, hub)
    qtbot.addWidget(tab)
    tab.show()
    calm(lambda: tab.model.gap_rows() and shown(tab).act)
    tab.left_out.tell()
    assert shown(tab).words.startswith("About 40 posts of “Friends” between ")
    assert shelf.waited_for == []
