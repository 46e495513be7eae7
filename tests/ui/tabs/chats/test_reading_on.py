"""Who reads a chat stays where they are, whatever becomes of the book meanwhile."""

from allybook.domain.book.edit import Nominee
from allybook.services.people.nominate import nominate


def test_a_change_of_the_book_leads_nobody_away_from_where_they_read(room):
    room.capture()
    tab = room.tab
    details, view = tab.details, tab.view
    row = details.model.rows()[-1]
    details.view.go_to(row.key)
    assert view.current_key() == int(row.post_id)
    for _, group in list(tab.model.group_rows()):
        if tab.model.is_open(group):
            tab.model.toggle(group.key)
    view.setCurrentIndex(tab.model.index(0, 0))
    folded, before = tab.model.rowCount(), details.model.rows()
    first = before[0]
    named = [Nominee(first.key, first.handle, first.kind)]
    nominate(room.desk, room.desk.book(), named)
    room.until(lambda: details.model.rows() != before)
    assert details.view.current_key() == row.key
    assert (view.currentIndex().row(), tab.model.rowCount()) == (0, folded)
    details.view.activated.emit(details.view.currentIndex())
    assert view.current_key() == int(row.post_id)
