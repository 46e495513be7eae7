from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QStyledItemDelegate

from allybook.ui.widgets.buttons import IconButton
from allybook.ui.widgets.places.model import PlacesModel
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.places.values import Place, Section

VIEWS = Section(
    "Views",
    (
        Place("everything", "Everything", "layers", "1,284"),
        Place("calm", "#SwHelper calm", "hash", "214"),
    ),
    key="views",
    add="New view",
)
REST = Section("", (Place("quiet", "Quiet folder", "volume-x", "168", in_strip=False),))
SECTIONS = (VIEWS, REST)


@pytest.fixture
def pane(qtbot, look):
    pane = PlacesPane(look, "Places of the timeline")
    qtbot.addWidget(pane)
    pane.show_sections(SECTIONS)
    pane.resize(207, 600)
    pane.show()
    return pane


def recount(count):
    calm = replace(VIEWS.places[1], count=count)
    return replace(VIEWS, places=(VIEWS.places[0], calm)), REST


def press(qtbot, pane, key):
    tree = pane.tree
    at = tree.visualRect(tree.places.find(key)).center()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_model_keeps_qts_rules(qapp):
    model = PlacesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(SECTIONS)
    model.show(recount("215"))
    model.show((Section("Views", ()),))
    model.show((Section("Views", ()),))
    model.show(())
    assert model.rowCount() == 0


def test_readers_hear_word_and_count(pane):
    index = pane.tree.places.find("calm")
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "#SwHelper calm, 214"
    assert index.parent().data(Qt.ItemDataRole.AccessibleTextRole) == "Views"


def test_going_to_a_place_is_told_once(qtbot, pane):
    heard = []
    pane.chosen.connect(heard.append)
    press(qtbot, pane, "calm")
    press(qtbot, pane, "calm")
    assert heard == ["calm"]
    assert pane.current() == "calm"


def test_choosing_from_the_program_is_not_told(qtbot, pane):
    with qtbot.assertNotEmitted(pane.chosen):
        pane.choose("quiet")
    assert pane.current() == "quiet"


def test_headings_cannot_be_chosen(qtbot, pane):
    pane.choose("calm")
    at = pane.tree.visualRect(pane.tree.places.index(0, 0)).center()
    qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert pane.current() == "calm"


def test_arrows_pass_over_headings(qtbot, pane):
    pane.choose("calm")
    with qtbot.waitSignal(pane.chosen) as heard:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    assert heard.args == ["quiet"]


def test_new_counts_keep_what_is_chosen(qtbot, pane):
    pane.choose("calm")
    with qtbot.assertNotEmitted(pane.tree.places.modelReset):
        pane.show_sections(recount("215"))
    assert pane.current() == "calm"


def test_new_places_keep_what_is_chosen(qtbot, pane):
    pane.choose("calm")
    with qtbot.assertNotEmitted(pane.chosen):
        pane.show_sections((*SECTIONS, Section("More", (Place("x", "More", "tag"),))))
    assert pane.current() == "calm"


def test_a_place_that_is_gone_leaves_none_chosen(pane):
    pane.choose("quiet")
    pane.show_sections((VIEWS,))
    assert pane.current() == ""


def test_the_button_beside_a_heading_adds(qtbot, pane):
    [button] = pane.tree.findChildren(IconButton)
    assert button.accessibleName() == "New view"
    with qtbot.waitSignal(pane.add_asked) as heard:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == ["views"]


def test_the_strip_shows_icons_that_speak(qtbot, pane):
    pane.choose("calm")
    pane.fold(folded=True)
    opener, *spots = pane.strip.findChildren(IconButton)
    assert opener.accessibleName() == "Show the places with their words"
    assert [spot.toolTip() for spot in spots] == ["Everything, 1,284", "#SwHelper calm, 214"]
    assert [spot.isChecked() for spot in spots] == [False, True]
    with qtbot.waitSignal(pane.chosen) as heard:
        qtbot.mouseClick(spots[0], Qt.MouseButton.LeftButton)
    assert heard.args == ["everything"]
    pane.fold(folded=False)
    assert pane.current() == "everything"


def test_what_is_folded_is_opened_by_hand_and_folds_when_a_place_is_chosen(qtbot, pane):
    label = QLabel("Refresh by itself")
    pane.add_widget(label)
    pane.fold(folded=True)
    assert not label.isVisible()
    opener = pane.strip.findChildren(IconButton)[0]
    with qtbot.waitSignal(pane.turned):
        qtbot.mouseClick(opener, Qt.MouseButton.LeftButton)
    assert (pane.folded, pane.opened) == (False, True)
    qtbot.waitUntil(label.isVisible)
    calm = pane.tree.visualRect(pane.tree.places.find("calm")).center()
    with qtbot.waitSignals([pane.turned, pane.chosen]):
        qtbot.mouseClick(pane.tree.viewport(), Qt.MouseButton.LeftButton, pos=calm)
    assert (pane.folded, pane.opened, pane.current()) == (True, False, "calm")


def test_arrow_keys_walk_through_all_that_was_opened(qtbot, pane):
    pane.choose("everything")
    pane.fold(folded=True)
    pane.strip.words_asked.emit()
    with qtbot.waitSignal(pane.chosen):
        qtbot.keyClick(pane.tree, Qt.Key.Key_Down)
    assert pane.opened
    qtbot.keyClick(pane.tree, Qt.Key.Key_Return)
    assert pane.folded


@pytest.mark.parametrize("how", ["button", "escape"])
def test_it_is_folded_again_by_hand(qtbot, pane, how):
    pane.fold(folded=True)
    qtbot.mouseClick(pane.strip.findChildren(IconButton)[0], Qt.MouseButton.LeftButton)
    folder = next(
        one
        for one in pane.findChildren(IconButton)
        if one.accessibleName() == "Fold the places again"
    )
    assert folder.isVisible()
    if how == "button":
        qtbot.mouseClick(folder, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(pane.tree, Qt.Key.Key_Escape)
    assert pane.folded
    pane.fold(folded=False)
    assert not folder.isVisible()


def test_the_foot_has_a_link(qtbot, pane):
    pane.show_foot("About 40 posts were not read.", "Fill the gap, $0.20")
    assert pane.foot.isVisible()
    with qtbot.waitSignal(pane.followed):
        qtbot.mouseClick(pane.link, Qt.MouseButton.LeftButton)
    pane.show_foot("")
    assert not pane.foot.isVisible()
    assert not pane.link.isVisible()


def test_a_tab_may_add_something_below(qtbot, pane):
    label = QLabel("Manners")
    pane.add_widget(label)
    qtbot.waitUntil(label.isVisible)
    bottom = pane.tree.mapTo(pane, pane.tree.rect().bottomLeft()).y()
    assert label.mapTo(pane, label.rect().topLeft()).y() > bottom


def test_what_is_wide_has_the_whole_pane(qtbot, pane):
    narrow, wide = QLabel("Manners"), QLabel("Questions")
    pane.add_widget(narrow)
    pane.add_widget(wide, wide=True)
    qtbot.waitUntil(wide.isVisible)
    assert narrow.mapTo(pane, narrow.rect().topLeft()).x() == 16
    assert wide.mapTo(pane, wide.rect().topLeft()).x() == 0


@pytest.mark.parametrize("scheme", ["light", "dark", "contrast"])
def test_what_is_chosen_can_be_seen(look, pane, scheme):
    look.set_scheme(scheme)
    before = pane.grab().toImage()
    pane.choose("calm")
    assert pane.grab().toImage() != before


def test_the_chosen_icon_is_whole_in_a_low_strip(qtbot, pane):
    many = tuple(Place(f"p{number}", f"Place {number}", "tag") for number in range(12))
    pane.fold(folded=True)
    pane.resize(48, 300)
    pane.show_sections((Section("Views", many),))
    for key in ("p11", "p0", "p7"):
        pane.choose(key)
        [spot] = [one for one in pane.strip.findChildren(IconButton) if one.isChecked()]
        assert spot.visibleRegion().boundingRect() == spot.rect()
    pane.resize(48, 200)
    assert spot.visibleRegion().boundingRect() == spot.rect()


def test_places_painted_again_look_the_same_until_something_changes(pane):
    tree = pane.tree
    first, second, picture = (tree.viewport().grab().toImage() for _ in range(3))
    assert first == second == picture
    pane.choose("calm")
    chosen = [tree.viewport().grab().toImage() for _ in range(3)]
    assert chosen[0] == chosen[1] == chosen[2] != first
    pane.show_sections(recount("215"))
    counted = [tree.viewport().grab().toImage() for _ in range(3)]
    assert counted[0] == counted[1] == counted[2] != chosen[0]


def test_a_count_that_changed_is_all_that_is_told(qtbot, pane):
    heard = []
    pane.tree.places.dataChanged.connect(lambda first, last, _roles: heard.append((first, last)))
    pane.show_sections(recount("215"))
    assert [first.data() for first, _last in heard] == ["#SwHelper calm"]
    assert all(first == last for first, last in heard)
    pane.show_sections(recount("215"))
    assert len(heard) == 1


def test_a_strip_that_nobody_sees_has_no_icons(pane):
    many = tuple(Place(f"p{number}", f"Place {number}", "tag", "1") for number in range(500))
    pane.show_sections((Section("Views", many),))
    assert not pane.strip.findChildren(IconButton)
    pane.fold(folded=True)
    assert len(pane.strip.findChildren(IconButton)) == 501


def test_icons_that_are_seen_stay_and_say_the_new_counts(pane):
    pane.choose("calm")
    pane.fold(folded=True)
    before = pane.strip.findChildren(IconButton)
    pane.show_sections(recount("215"))
    assert pane.strip.findChildren(IconButton) == before
    assert [spot.accessibleName() for spot in before[1:]] == [
        "Everything, 1,284",
        "#SwHelper calm, 215",
    ]
    assert [spot.isChecked() for spot in before[1:]] == [False, True]


def test_of_many_places_only_those_in_sight_are_painted(qtbot, pane):
    many = tuple(Place(f"p{number}", f"Place {number}", "tag", "1") for number in range(500))
    painted = Painted()
    pane.show_sections((Section("Views", many),))
    pane.tree.setItemDelegate(painted)
    for key in ("p1", "p1", "p1"):
        pane.choose(key)
        pane.tree.viewport().repaint()
    assert 0 < len(painted.words) < 40


class Painted(QStyledItemDelegate):
    """Notes whose rows are painted."""

    def __init__(self):
        super().__init__()
        self.words = set()

    def paint(self, painter, option, index):
        self.words.add(index.data())
