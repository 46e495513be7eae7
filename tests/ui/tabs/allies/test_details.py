from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from allybook.domain.book.entry import Author, Kind, Status
from allybook.domain.book.ids import entry_id
from allybook.domain.check.followback import UNDATED
from allybook.services.books.edit import remove
from allybook.ui.tabs.allies.facts import facts_of
from allybook.ui.widgets.note import Note
from tests.ui.tabs.allies import scene

LEFT = Qt.MouseButton.LeftButton


def history(tab):
    return [line.text for line in tab.details.past._lines]


def ask(tab, number):
    """Press the undo link of a line of the history: it says what it would do."""
    tab.details.past.ask_undo(tab.details.past._lines[number].entry_id)


def test_a_conflict_is_shown_first_with_both_versions(tab):
    tab.show_ally("102")
    conflict = tab.details.conflicts[0]
    assert conflict.accessibleName() == "Two versions of Category"
    assert [one.accessibleName() for one in conflict.buttons] == ["Use housing", "Use shelter"]
    assert tab.details.fields.category.words.text() == "2 versions"


def test_one_click_settles_a_conflict(tab, book, qtbot, settle):
    tab.show_ally("102")
    qtbot.mouseClick(tab.details.conflicts[0].buttons[0], LEFT)
    settle(tab)
    assert (book.ally("102").category, book.ally("102").conflicts) == ("housing", {})
    assert tab.details.conflicts == []
    assert tab.details.fields.category.words.text() == "housing"


def test_a_warning_is_not_said_again_when_a_field_is_written(tab):
    tab.show_ally("102")
    facts = replace(tab.details._facts, no_lists=True)
    show = partial(tab.details.show_facts, tags=(), categories=(), now=scene.NOON)
    show(facts)
    [note] = tab.details.findChildren(Note)
    assert note.accessibleName().startswith("The bio says “no lists”.")
    show(replace(facts, under="@other"))
    assert tab.details.findChildren(Note) == [note]
    show(replace(facts, no_lists=False))
    assert note.isHidden()


def test_an_answer_of_no_known_date_names_no_day(desk, page):
    known = page.known
    for as_of, said in ((scene.NOON, "Mutual, seen Mar 31"), (UNDATED, "Mutual")):
        finding = replace(known.findings["101"], as_of=as_of)
        told = replace(page, known=replace(known, findings={"101": finding}))
        assert facts_of(desk, told, "101", scene.NOON).follow_back.words == said


def test_a_category_is_written_in_place(tab, book, qtbot, settle):
    tab.show_ally("104")
    category = tab.details.fields.category
    qtbot.mouseClick(category.pencil, LEFT)
    assert category.field.text() == "youth"
    category.field.setText("  young   people ")
    qtbot.keyClick(category.field, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally("104").category == "young people"
    assert category.words.text() == "young people"


def test_escape_leaves_a_field_as_it_was(tab, book, qtbot, settle):
    tab.show_ally("104")
    category = tab.details.fields.category
    qtbot.mouseClick(category.pencil, LEFT)
    category.field.setText("other")
    qtbot.keyClick(category.field, Qt.Key.Key_Escape)
    settle(tab)
    assert book.ally("104").category == "youth"
    assert category.words.isVisible()


def test_what_is_being_written_is_not_disturbed_by_a_change(tab, desk, book, qtbot, settle):
    tab.show_ally("104")
    category = tab.details.fields.category
    qtbot.mouseClick(category.pencil, LEFT)
    category.field.setText("half a wo")
    tab.deeds.add_tags(["104"], ["fresh"])
    settle(tab)
    assert (category.field.isVisible(), category.field.text()) == (True, "half a wo")
    tab.show_ally("101")
    assert not category.field.isVisible()


def test_the_kind_is_chosen(tab, book, settle):
    tab.show_ally("104")
    tab.details.fields.kind_chosen.emit(Kind.PERSON.value)
    settle(tab)
    assert book.ally("104").kind is Kind.PERSON
    assert tab.details.fields.kind_words.text() == "person"


def test_tags_are_added_and_dropped(tab, book, qtbot, settle):
    tab.show_ally("104")
    tags = tab.details.fields.tags
    qtbot.mouseClick(tags.plus, LEFT)
    tags.field.setText("spring, summer")
    qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally("104").tags == ("spring", "summer", "youth")
    qtbot.keyClick(tags.pills[0], Qt.Key.Key_Delete)
    settle(tab)
    assert book.ally("104").tags == ("summer", "youth")
    pill = tags.pills[0]
    qtbot.mouseClick(pill, LEFT, pos=pill.rect().center() + pill.rect().topRight() / 2)
    settle(tab)
    assert book.ally("104").tags == ("youth",)


def test_a_tag_leads_to_everyone_who_has_it(tab, qtbot):
    tab.show_ally("104")
    pill = tab.details.fields.tags.pills[0]
    qtbot.mouseClick(pill, LEFT, pos=pill.rect().topLeft())
    assert tab.places.current() == "tag:youth"
    assert {row.key for row in tab.work.model.rows()} == {"101", "104"}


def test_another_persons_change_is_undone_from_the_history(tab, book, qtbot, settle):
    tab.show_ally("102")
    assert history(tab)[0] == "Ben set the category to shelter"
    ask(tab, 0)
    asked = tab.details.past.asked
    assert asked.words.text() == "The category goes back to housing."
    qtbot.mouseClick(asked.yes, LEFT)
    settle(tab)
    assert (book.ally("102").category, book.ally("102").conflicts) == ("housing", {})
    assert history(tab)[0].endswith(", an undo")


def test_who_opted_out_is_shown_and_not_edited(tab):
    go_to = tab.property("hub").ally_wanted.emit
    go_to("402")
    fields = tab.details.fields
    assert tab.details.fields.status._words.text() == "Opted out, for ever"
    assert not fields.category.pencil.isVisible()
    assert not fields.tags.plus.isVisible()
    assert not tab.details.notes.add_note.isVisible()
    assert not fields.status_pencil.isVisible()
    assert not fields.opt_out.isVisible()


def test_an_ally_that_was_removed_and_edited_elsewhere_says_that_it_is_back(
    tab, desk, book, settle
):
    gone = remove(desk, book, ["104"])[0]
    edit = replace(
        gone,
        entry_id=entry_id(gone.at, 99),
        by=Author("Ben", "desk"),
        set={"category": "elders"},
        seen={},
    )
    book.append([edit])
    tab.refresher.open(book.info.book_id)
    settle(tab)
    assert book.ally("104").status is Status.APPROVED
    tab.show_ally("104")
    told = [
        tab.details._notices.itemAt(n).widget().accessibleName()
        for n in range(tab.details._notices.count())
    ]
    assert any("removed and is back" in words for words in told)


def test_a_long_history_is_shown_in_part_first(tab, desk, book, qtbot, settle):
    for number in range(20):
        tab.deeds.note("104", f"Note {number}")
    settle(tab)
    tab.show_ally("104")
    rows = tab.details.past._rows
    assert rows.count() == 13
    qtbot.mouseClick(rows.itemAt(12).widget(), LEFT)
    assert rows.count() == len(tab.details.past._lines)


def test_everything_else_is_under_the_dots(tab, qtbot):
    tab.show_ally("102")
    with qtbot.waitSignal(tab.details.menu_asked):
        qtbot.mouseClick(tab.details.more, LEFT)


def test_the_question_whether_to_undo_is_left_by_escape_and_nothing_happens(
    tab, book, qtbot, settle
):
    tab.show_ally("102")
    ask(tab, 0)
    qtbot.keyClick(tab.details.past.asked.yes, Qt.Key.Key_Escape)
    settle(tab)
    assert tab.details.past.asked is None
    assert "category" in book.ally("102").conflicts


def test_the_question_stays_open_while_the_page_is_read_again(tab, settle):
    tab.show_ally("102")
    ask(tab, 1)
    words = tab.details.past.asked.words.text()
    tab.deeds.add_tags(["102"], ["fresh"])
    settle(tab)
    assert tab.details.past.asked.words.text() == words
    tab.show_ally("101")
    assert tab.details.past.asked is None


def test_the_reason_of_a_decision_is_changed_in_place(tab, book, qtbot, settle):
    tab.show_ally("401")
    reason = tab.details.fields.reason
    assert reason.words.text() == "sells followers"
    qtbot.mouseClick(reason.pencil, LEFT)
    reason.field.setText("asked us for money")
    qtbot.keyClick(reason.field, Qt.Key.Key_Return)
    settle(tab)
    assert book.ally("401").reason == "asked us for money"
    assert history(tab)[0] == ("Ana changed the reason from sells followers to asked us for money")


def test_the_status_is_changed_where_it_stands(tab, book, qtbot, settle):
    tab.show_ally("401")
    tab.details.fields.status_pencil.click()
    menu = QApplication.activePopupWidget()
    names = [action.objectName() for action in menu.actions() if action.objectName()]
    assert names == ["approve", "opt_out"]
    menu.actions()[0].trigger()
    menu.close()
    settle(tab)
    assert book.ally("401").status is Status.APPROVED


def test_one_press_asks_whether_somebody_wants_to_be_on_no_list(tab, book, qtbot, settle):
    tab.show_ally("103")
    qtbot.mouseClick(tab.details.fields.opt_out, LEFT)
    settle(tab)
    qtbot.mouseClick(tab.deeds.opting_out.yes, LEFT)
    settle(tab)
    assert book.ally("103").status is Status.OPTED_OUT
