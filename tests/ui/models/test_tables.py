from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from allybook.domain.book.entry import Kind
from allybook.domain.check.followback import Answer
from allybook.ui.delegates.nomination import quote_pieces
from allybook.ui.models import signs
from allybook.ui.models.allies import DASH, AllyColumn, AllyRow, ally_sentence, under_name
from allybook.ui.models.ally_table import AlliesModel
from allybook.ui.models.findings import FindingColumn, FindingRow, FindingsModel
from allybook.ui.models.nominations import NominationRow, NominationsModel, nomination_sentence
from allybook.ui.models.roles import CHECK, SENTENCE, Role
from allybook.ui.models.signs import AllyStatus
from tests.fakes.cards import NOW, now

FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal
DESCENDING = Qt.SortOrder.DescendingOrder

SHELTER = AllyRow(
    "1",
    "Harbor Row Shelter Network",
    "HarborRowSN",
    category="shelter",
    tags=("housing", "beds"),
    status=AllyStatus.ON_LIST,
    answer=Answer.MUTUAL,
    last_post=NOW,
    versions={"category": 2},
    flags=(signs.versions_pill(),),
    nominated_by="Ana",
)
TAG = AllyRow("#shelternotes", "#ShelterNotes", "ShelterNotes", Kind.HASHTAG, "housing")
JUNO = AllyRow(
    "3",
    "Juno Halvorsen-Pike",
    "junohp",
    Kind.PERSON,
    "educator",
    ("macro",),
    AllyStatus.WAITING,
    Answer.FAN,
    NOW - timedelta(days=2),
    private=True,
)


@pytest.fixture
def allies(qapp):
    model = AlliesModel(now)
    model.show([SHELTER, TAG, JUNO])
    return model


def shown(model):
    return [row.key for row in model.rows()]


def cell(model, row, column):
    return model.index(row, column).data()


def test_the_allies_keep_qt_rules(allies):
    tester = QAbstractItemModelTester(allies, FATAL)
    allies.sort(AllyColumn.TAGS, DESCENDING)
    allies.keep(bytes([1, 0, 1]))
    allies.keep(None)
    allies.setData(allies.index(0, AllyColumn.CATEGORY), "beds")
    allies.show([])
    assert tester.model() is allies


def test_the_cells_of_an_ally(allies):
    assert [cell(allies, 0, column) for column in AllyColumn] == [
        "Harbor Row Shelter Network",
        "2 versions",
        "housing, beds",
        "On the list",
        "Mutual",
        "today",
        "@HarborRowSN",
        "organisation",
        DASH,
        "two versions",
        "Ana",
    ]
    unknown = (AllyColumn.FOLLOW_BACK, AllyColumn.LAST_POST)
    assert [cell(allies, 1, column) for column in unknown] == [DASH, DASH]


def test_the_titles_of_the_columns(allies):
    titles = [allies.headerData(column, Qt.Orientation.Horizontal) for column in AllyColumn]
    assert titles == [
        "Ally", "Category", "Tags", "Status", "Follow-back", "Last post", "Handle", "Kind",
        "X List", "Flags", "Nominated by",
    ]  # fmt: skip
    assert allies.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("column", "keys"),
    [
        (AllyColumn.ALLY, ["#shelternotes", "1", "3"]),
        (AllyColumn.CATEGORY, ["3", "#shelternotes", "1"]),
        (AllyColumn.STATUS, ["#shelternotes", "3", "1"]),
        (AllyColumn.FOLLOW_BACK, ["1", "3", "#shelternotes"]),
        (AllyColumn.LAST_POST, ["3", "1", "#shelternotes"]),
        (AllyColumn.TAGS, ["1", "3", "#shelternotes"]),
        (AllyColumn.HANDLE, ["1", "3", "#shelternotes"]),
        (AllyColumn.KIND, ["1", "3", "#shelternotes"]),
        (AllyColumn.FLAGS, ["1", "#shelternotes", "3"]),
        (AllyColumn.NOMINATED_BY, ["1", "#shelternotes", "3"]),
        (-1, ["1", "#shelternotes", "3"]),
    ],
)
def test_each_column_sorts(allies, column, keys):
    allies.sort(column)
    assert shown(allies) == keys


@given(st.lists(st.sampled_from("abc"), max_size=20))
def test_equal_rows_keep_their_order_both_ways(qapp, names):
    rows = [AllyRow(str(place), name, "h") for place, name in enumerate(names)]
    model = AlliesModel(now)
    model.show(rows)
    model.sort(AllyColumn.ALLY, DESCENDING)
    assert list(model.rows()) == sorted(rows, key=lambda row: row.name, reverse=True)


def test_marks_say_who_is_shown_and_stay_when_sorted(allies):
    allies.keep(bytes([1, 0, 1]))
    assert shown(allies) == ["1", "3"]
    allies.sort(AllyColumn.ALLY, DESCENDING)
    assert shown(allies) == ["3", "1"]
    assert [allies.row_of(key) for key in ("3", "1")] == [0, 1]
    assert len(allies.all_rows()) == 3


def test_a_row_that_is_not_shown_has_no_place(allies):
    allies.keep(bytes([0, 0, 1]))
    assert (allies.row_of("1"), allies.row_of("7")) == (None, None)
    assert allies.rows_of(["7", "3", "1"]) == [0]


def test_one_sentence_about_an_ally(allies):
    assert [allies.index(row, 0).data(SENTENCE) for row in range(3)] == [
        "Harbor Row Shelter Network, @HarborRowSN, organisation, 2 versions, housing, beds, "
        "On the list, Mutual, two versions, last post today.",
        "#ShelterNotes, hashtag, housing, Approved.",
        "Juno Halvorsen-Pike, @junohp, person, private, educator, macro, Waiting, Fan, "
        "last post 2 days.",
    ]


KINDLING = FindingRow(
    "5",
    "Kindling Youth Project",
    "KindlingYouth",
    Answer.IDOL,
    flags=(signs.grace_pill(timedelta(days=11)),),
    since=NOW - timedelta(days=4),
    source="follower pages",
    as_of=NOW - timedelta(days=1),
)
LANTERN = FindingRow(
    "6", "Lanternway Counselling", "Lanternway", Answer.UNKNOWN, flags=(signs.private_pill(),)
)
FAN = FindingRow("7", "Ana Hollow", "AnaHollow", Answer.FAN)


@pytest.fixture
def findings(qapp):
    model = FindingsModel(now)
    model.show([KINDLING, LANTERN])
    return model


def test_the_findings_keep_qt_rules(findings):
    tester = QAbstractItemModelTester(findings, FATAL)
    findings.set_ticked(["5"])
    findings.sort(FindingColumn.TICK)
    assert tester.model() is findings


def test_the_cells_of_a_finding(findings):
    assert [cell(findings, 0, column) for column in FindingColumn] == [
        "",
        "Kindling Youth Project",
        "Idol",
        "grace, 11 days",
        "",
        "Mar 27",
        "follower pages, Mar 30",
    ]
    assert cell(findings, 1, FindingColumn.KNOWN_FROM) == ""


def test_a_box_is_ticked_and_tells_so(qtbot, findings):
    findings.show([KINDLING, FAN])
    box = findings.index(1, FindingColumn.TICK)
    assert findings.flags(box) & Qt.ItemFlag.ItemIsUserCheckable
    with qtbot.waitSignal(findings.ticked) as told:
        assert findings.setData(box, Qt.CheckState.Checked, CHECK)
    assert told.args == ["7", True]
    assert box.data(CHECK) == Qt.CheckState.Checked
    assert findings.index(0, FindingColumn.TICK).data(CHECK) == Qt.CheckState.Unchecked


def test_ticks_follow_their_rows(findings):
    findings.show([KINDLING, FAN])
    findings.set_ticked(["7"])
    findings.sort(FindingColumn.TICK)
    assert shown(findings) == ["7", "5"]
    assert findings.index(0, 0).data(CHECK) == Qt.CheckState.Checked


def test_only_boxes_are_ticked(findings):
    name = findings.index(0, FindingColumn.ACCOUNT)
    assert not findings.setData(name, Qt.CheckState.Checked, CHECK)
    assert name.data(CHECK) is None


def test_who_is_unknown_or_mutual_has_no_box(findings):
    box = findings.index(1, FindingColumn.TICK)
    assert box.data(CHECK) is None
    assert not findings.setData(box, Qt.CheckState.Checked, CHECK)
    assert not findings.flags(box) & Qt.ItemFlag.ItemIsUserCheckable


def test_one_sentence_about_a_finding(findings):
    assert findings.index(0, 0).data(SENTENCE) == (
        "Kindling Youth Project, @KindlingYouth, Idol, grace, 11 days, since Mar 27, "
        "known from follower pages, Mar 30."
    )
    assert findings.index(1, 0).data(SENTENCE) == (
        "Lanternway Counselling, @Lanternway, Unknown, private."
    )


def test_nominations_keep_qt_rules_and_their_order(qapp):
    model = NominationsModel()
    tester = QAbstractItemModelTester(model, FATAL)
    model.show(
        [
            NominationRow("b", "Bluebird Respite Care", "BluebirdRespite", people=4, posts=5),
            NominationRow(
                "p",
                "Perrine Achterberg",
                "perrine_macro",
                Kind.PERSON,
                people=2,
                said_in="A4",
                quote="follow @perrine_macro",
                flags=(signs.no_lists_pill(),),
            ),
        ]
    )
    assert tester.model() is model
    assert shown(model) == ["b", "p"]
    assert model.index(0, 0).data(Role.KEY) == "b"
    assert [model.index(row, 0).data(SENTENCE) for row in range(2)] == [
        "Bluebird Respite Care, @BluebirdRespite, organisation, 5 posts: 4 people.",
        "Perrine Achterberg, @perrine_macro, person, 1 post, says “no lists”: ask first: "
        "2 people in A4: “follow @perrine_macro”",
    ]


def test_an_ally_without_a_handle_is_called_by_its_kind():
    nobody = AllyRow("7", "Account 7", "", Kind.PERSON)
    assert under_name(nobody) == "person"
    assert ally_sentence(nobody, NOW).startswith("Account 7, person, ")
    assert ally_sentence(nobody, NOW).count("person") == 1


@pytest.mark.parametrize(
    "row",
    [
        NominationRow("@ana", "Ana", "ana", posts=0),
        NominationRow("@ana", "Ana", "ana", people=3, posts=5, said_in="A3 and A4"),
        NominationRow("@ana", "Ana", "ana", people=3, posts=5, said_in="A3", quote="ask @ana"),
        NominationRow("@ana", "Ana", "ana", asking="A person. Approve again?"),
        NominationRow("@ana", "Ana", "ana", cause="On the X List: keep it?"),
    ],
)
def test_what_is_seen_under_the_name_of_a_nomination_is_heard(row):
    seen = "".join(piece for piece, _ in quote_pieces(row))
    assert seen
    assert seen in nomination_sentence(row)


def test_a_nomination_without_a_handle_has_no_empty_one():
    nobody = NominationRow("7", "Account 7", "", posts=0)
    assert nomination_sentence(nobody) == (
        "Account 7, organisation: Brought in by hand: no post names it."
    )
    alone = NominationRow("@ana", "@ana", "ana", posts=0)
    assert nomination_sentence(alone).count("@ana") == 1
