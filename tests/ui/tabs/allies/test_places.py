from allybook.ports.books import BookInfo
from allybook.ui.models.allies import AllyRow
from allybook.ui.models.ally_rows import ListedRows
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.places import NOMINATIONS, TWO_VERSIONS, marks, sections, tags_of

INFO = BookInfo("b1", "Swhelper allies")
ROWS = (
    AllyRow("1", "One", "one", tags=("Housing", "beds"), status=AllyStatus.APPROVED),
    AllyRow("2", "Two", "two", tags=("housing",), status=AllyStatus.ON_LIST, versions={"kind": 2}),
    AllyRow("3", "Three", "three", tags=("housing",), status=AllyStatus.NOMINATED),
    AllyRow("4", "Four", "four", status=AllyStatus.DECLINED),
    AllyRow("5", "Five", "five", status=AllyStatus.OPTED_OUT),
    AllyRow("6", "Six", "six", status=AllyStatus.WAITING),
)


def counts(rows, books=((INFO, 3),)):
    parts = sections(books, ListedRows(rows))
    return {place.word: place.count for part in parts for place in part.places}


def kept(place, rows=ROWS, asked=frozenset()):
    shown = zip(rows, marks(place, ListedRows(rows), asked), strict=True)
    return [row.key for row, mark in shown if mark]


def test_every_place_says_how_many_it_holds():
    assert counts(ROWS) == {
        "Swhelper allies": "3",
        "Nominations": "1",
        "Approved": "3",
        "On the X List": "1",
        "Two versions": "1",
        "Declined": "1",
        "Opted out": "1",
        "Housing": "2",
        "beds": "1",
    }


def test_what_a_place_counts_is_what_it_shows():
    for part in sections(((INFO, 3),), ListedRows(ROWS)):
        for place in part.places:
            assert place.count == str(len(kept(place.key)))


def test_who_has_a_tag_in_two_spellings_is_counted_once():
    rows = (
        AllyRow("1", "One", "one", tags=("Housing", "housing", "beds"), status=AllyStatus.APPROVED),
        AllyRow("2", "Two", "two", tags=("HOUSING", "beds"), status=AllyStatus.APPROVED),
    )
    assert tags_of(ListedRows(rows)) == {"Housing": 2, "beds": 2}
    assert kept("tag:housing", rows) == ["1", "2"]


def test_a_book_shows_those_that_the_group_counts_on():
    assert kept("book:b1") == ["1", "2", "6"]
    assert kept(NOMINATIONS) == ["3"]
    assert kept(TWO_VERSIONS) == ["2"]


def test_a_status_that_is_asked_for_widens_a_book_and_a_tag_and_no_other_status():
    asked = frozenset({AllyStatus.NOMINATED, AllyStatus.OPTED_OUT})
    assert kept("book:b1", asked=asked) == ["1", "2", "3", "5", "6"]
    assert kept("tag:housing", asked=asked) == ["1", "2", "3"]
    assert kept("state:declined", asked=asked) == ["4"]


def test_a_tag_holds_in_any_case_and_leaves_nominations_to_the_inbox():
    assert kept("tag:housing") == ["1", "2"]


def test_tags_are_shown_as_first_written():
    assert tags_of(ListedRows(ROWS)) == {"Housing": 2, "beds": 1}


def test_removed_allies_have_a_place_as_soon_as_there_is_one():
    assert "Removed" not in counts(ROWS)
    assert (
        counts([*ROWS, AllyRow("7", "Seven", "seven", status=AllyStatus.REMOVED)])["Removed"] == "1"
    )


def test_a_book_without_tags_has_no_heading_for_them():
    headings = [part.heading for part in sections(((INFO, 0),), ListedRows())]
    assert headings == ["Books", "In this book"]
