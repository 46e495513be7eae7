"""Words about a person that call for care draw a quiet reason, and hold nothing back."""

import pytest
from PySide6.QtCore import Qt

from allybook.domain.book.entry import Kind
from allybook.services.books.care import fine_words
from allybook.services.books.edit import add_note, add_tags
from allybook.ui.tabs.allies.caution import CareHint

LEFT = Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PERSON, ORGANISATION = "103", "104"


@pytest.fixture
def hints(tab):
    return {**tab.details.fields.hints, "notes": tab.details.notes.hint}


def test_a_tag_draws_its_reason_while_it_is_typed_and_is_added_all_the_same(
    tab, book, hints, qtbot, settle
):
    tab.show_ally(PERSON)
    tags = tab.details.fields.tags
    qtbot.mouseClick(tags.plus, LEFT)
    qtbot.keyClicks(tags.field, "Muslim")
    assert hints["tags"].isVisible()
    assert hints["tags"].prose.text().startswith("“Muslim”: What a person believes")
    qtbot.keyClick(tags.field, Qt.Key.Key_Return)
    settle(tab)
    assert "Muslim" in book.ally(PERSON).tags
    assert hints["tags"].words == ("Muslim",)


def test_a_category_draws_it_under_the_field(tab, hints, qtbot):
    tab.show_ally(PERSON)
    category = tab.details.fields.category
    qtbot.mouseClick(category.pencil, LEFT)
    category.field.setText("HIV-positive")
    assert hints["category"].words == ("HIV",)
    qtbot.keyClick(category.field, Qt.Key.Key_Escape)
    assert not hints["category"].isVisible()


def test_a_note_draws_it_in_the_box_and_is_added_all_the_same(tab, book, hints, qtbot, settle):
    tab.show_ally(PERSON)
    notes = tab.details.notes
    qtbot.mouseClick(notes.add_note, LEFT)
    notes.box.setPlainText("depressed since the funeral")
    assert hints["notes"].words == ("depressed",)
    qtbot.keyClick(notes.box, Qt.Key.Key_Return, CONTROL)
    settle(tab)
    assert len(book.ally(PERSON).notes) == 1


def test_it_is_said_no_more_for_a_word_that_is_fine_but_for_others(tab, desk, book, hints, settle):
    add_tags(desk, book, [PERSON], ["Muslim"])
    tab.show_ally(PERSON)
    settle(tab)
    assert hints["tags"].words == ("Muslim",)
    hints["tags"].prose.followed.emit("fine")
    assert not hints["tags"].isVisible()
    add_note(desk, book, [PERSON], "Muslim, and depressed")
    settle(tab)
    assert hints["notes"].words == ("depressed",)


def test_organisations_and_hashtags_draw_none(tab, desk, book, hints, settle):
    add_tags(desk, book, [ORGANISATION, "#shelternotes"], ["HIV", "Muslim", "union"])
    for key in (ORGANISATION, "#shelternotes"):
        tab.show_ally(key)
        settle(tab)
        assert not any(hint.isVisible() for hint in hints.values())


def test_saying_that_it_is_a_person_draws_it(tab, desk, book, hints, settle):
    add_tags(desk, book, [ORGANISATION], ["HIV"])
    tab.show_ally(ORGANISATION)
    tab.details.fields.kind_chosen.emit(Kind.PERSON.value)
    settle(tab)
    assert hints["tags"].words == ("HIV",)


def test_the_reason_is_read_aloud_with_the_word(tab, hints, desk, book, settle):
    add_note(desk, book, [PERSON], "She is on parole")
    tab.show_ally(PERSON)
    settle(tab)
    assert hints["notes"].accessibleName().startswith("“on parole”: A record follows people")


def test_a_question_about_several_takes_care_where_a_person_is_among_them(tab, book, qtbot, settle):
    tab.work.table.choose([PERSON, ORGANISATION])
    tab.work.table.asked.emit("tag")
    asking = tab.deeds.asking
    hint = asking.findChild(CareHint)
    qtbot.keyClicks(asking.field, "policy")
    assert not hint.isVisible()
    low = asking.height()
    qtbot.keyClicks(asking.field, ", union member")
    assert hint.words == ("union member",)
    assert asking.height() > low
    qtbot.keyClick(asking.field, Qt.Key.Key_Return)
    settle(tab)
    assert "union member" in book.ally(ORGANISATION).tags


def test_a_question_about_organisations_says_nothing(tab, qtbot):
    tab.work.table.choose([ORGANISATION, "105"])
    tab.work.table.asked.emit("category")
    asking = tab.deeds.asking
    qtbot.keyClicks(asking.field, "HIV clinic")
    assert asking.findChild(CareHint) is None
    asking.close()


def test_a_table_that_is_brought_in_tells_about_whom_its_words_call_for_care(
    tab, tmp_path, qtbot, settle
):
    path = tmp_path / "from the old list.csv"
    lines = (
        "handle,kind,tags,note",
        "elm_who,person,Muslim,on parole",
        "OakClinic,organisation,HIV,",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    tab.in_out.read(path)
    qtbot.waitUntil(lambda: tab.in_out.columns is not None and tab.in_out.columns.bring.isEnabled())
    settle(tab)
    dialog = tab.in_out.columns
    assert "1 person with private words: @elm_who (Muslim, on parole)" in dialog.outcome.said
    assert dialog.bring.isEnabled()
    dialog.reject()


def test_a_word_that_was_fine_is_spoken_of_again_from_the_menu_of_the_book(
    tab, desk, book, hints, qtbot, settle
):
    add_tags(desk, book, [PERSON], ["Muslim"])
    tab.show_ally(PERSON)
    settle(tab)
    hints["tags"].prose.followed.emit("fine")
    qtbot.waitUntil(lambda: bool(fine_words(desk)))
    menu = tab.shelf.make_menu()
    next(one for one in menu.actions() if one.objectName() == "fine").trigger()
    menu.deleteLater()
    button = tab.shelf.dialog.buttons[0]
    assert button.accessibleName() == "Speak of “muslim” again"
    qtbot.mouseClick(button, LEFT)
    assert not button.isEnabled()
    settle(tab)
    qtbot.waitUntil(hints["tags"].isVisible)
    assert hints["tags"].words == ("Muslim",)
