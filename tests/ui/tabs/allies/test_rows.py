from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.line import AllyLine
from allybook.domain.check.followback import Answer
from allybook.domain.people.accounts import Face, Standing
from allybook.domain.posts import id_at
from allybook.ui.models.allies import AllyColumn, Listed
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.rows import LightRows, OnList, nominated_by

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
LINE = AllyLine(
    "11", "HarborRow", "11", Kind.ORGANISATION, Status.APPROVED, "housing", tags=("beds",)
)
FACE = Face("11", "HarborRowSN", "Harbor Row Shelter Network")


class Said:
    """What X said of accounts, and how often it was asked for."""

    def __init__(self, answers=None, latest=None):
        self.told, self.posts = answers or {}, latest or {}
        self.asked = []

    def answers(self, user_ids, faces):
        self.asked.append(list(user_ids))
        return {one: self.told[one] for one in user_ids if one in self.told}

    def latest(self, user_ids):
        return {one: self.posts[one] for one in user_ids if one in self.posts}

    def words(self, user_ids):
        return dict.fromkeys(user_ids, frozenset({"verified"}))


def rows_of(*lines, faces=(FACE,), on_list=OnList(), said=None):  # noqa: B008 (frozen)
    return LightRows(lines, {face.user_id: face for face in faces}, on_list, said or Said())


def row_of(line=LINE, **known):
    return rows_of(line, **known).row(0)


def words(row):
    return [pill.words for pill in row.flags]


def test_what_x_said_stands_beside_the_groups_own_words():
    row = row_of()
    assert (row.name, row.handle) == ("Harbor Row Shelter Network", "HarborRowSN")
    assert (row.category, row.tags, row.kind) == ("housing", ("beds",), Kind.ORGANISATION)


def test_without_a_profile_the_handle_is_the_name():
    row = row_of(faces=())
    assert (row.name, row.handle, row.answer, row.last_post) == (
        "HarborRow",
        "HarborRow",
        None,
        None,
    )


def test_a_hashtag_is_named_by_its_sign():
    tag = AllyLine("#shelternotes", "ShelterNotes", None, Kind.HASHTAG, Status.APPROVED)
    assert row_of(tag).name == "#ShelterNotes"


def test_an_ally_known_by_id_only_is_still_somebody():
    assert row_of(LINE._replace(handle=""), faces=()).name == "11"


@pytest.mark.parametrize(
    ("on_list", "status", "listed"),
    [
        (OnList(), AllyStatus.APPROVED, None),
        (OnList(members=frozenset({"11"})), AllyStatus.ON_LIST, Listed.ON_LIST),
        (OnList(coming=frozenset({"11"})), AllyStatus.WAITING, Listed.WAITING),
        (
            OnList(members=frozenset({"11"}), coming=frozenset({"11"})),
            AllyStatus.ON_LIST,
            Listed.ON_LIST,
        ),
        (
            OnList(members=frozenset({"11"}), leaving=frozenset({"11"})),
            AllyStatus.ON_LIST,
            Listed.LEAVING,
        ),
    ],
)
def test_an_approved_ally_is_on_the_list_or_waits_for_it(on_list, status, listed):
    row = row_of(on_list=on_list)
    assert (row.status, row.listed) == (status, listed)


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.APPROVED])
def test_only_approved_allies_show_by_their_status_where_they_are_on_the_list(status):
    row = row_of(LINE._replace(status=status), on_list=OnList(members=frozenset({"11"})))
    assert row.status == status
    assert row.listed is Listed.ON_LIST


def test_nothing_is_shown_where_nobody_looked():
    assert row_of().answer is None
    assert row_of(said=Said({"11": Answer.UNKNOWN})).answer is Answer.UNKNOWN


def test_the_newest_post_known_is_the_last_one():
    told, cached = id_at(NOON - timedelta(days=3)), id_at(NOON - timedelta(days=1))
    face = FACE._replace(latest_post_id=told)
    row = row_of(faces=(face,), said=Said(latest={"11": cached}))
    assert row.last_post == NOON - timedelta(days=1)


def test_versions_are_counted_by_field():
    row = row_of(LINE._replace(conflicts=(("category", 2),)))
    assert row.versions == {"category": 2}
    assert words(row) == ["was @HarborRow", "two versions"]


def test_flags_say_what_to_notice():
    face = Face("11", "HarborRow", "H", private=True, standing=Standing.SUSPENDED)
    line = LINE._replace(status=Status.OPTED_OUT, brought_back=True)
    row = row_of(line, faces=(face,))
    assert words(row) == ["private", "suspended", "brought back", "opted out"]
    assert row.private


@pytest.mark.parametrize(
    ("names", "namings", "said"),
    [
        ((), 0, ""),
        (("Ana",), 0, "Ana"),
        (("Ana",), 1, "1 post in a chat"),
        (("Ana",), 4, "4 posts in a chat"),
        (("Ana", "Ben", "Cy"), 4, "Ana and 2 more"),
    ],
)
def test_who_thought_of_an_ally(qapp, names, namings, said):
    assert nominated_by(LINE._replace(nominated_by=names, namings=namings)) == said


def test_rows_are_read_together_and_once():
    said = Said({"12": Answer.FAN})
    other = LINE._replace(key="12", user_id="12", handle="Aster")
    rows = rows_of(LINE, other, said=said)
    assert said.asked == []
    rows.prepare([0, 1])
    assert [rows.row(place).key for place in (0, 1)] == ["11", "12"]
    assert rows.row(1).answer is Answer.FAN
    assert said.asked == [["11", "12"]]


def test_what_is_sorted_by_is_what_is_shown():
    said = Said({"12": Answer.FAN}, {"12": id_at(NOON)})
    other = LINE._replace(key="12", user_id="12", handle="Aster", kind=Kind.PERSON, tags=())
    rows = rows_of(LINE, other, said=said, on_list=OnList(frozenset({"12"})))
    for column in AllyColumn:
        assert list(rows.order(column, descending=False)) == [
            *sorted((0, 1), key=lambda place: _weight(rows, column, place))
        ]


def _weight(rows, column, place):
    """Return what a row itself says of a column, what is empty last."""
    row = rows.row(place)
    values = {
        AllyColumn.ALLY: row.name.lower(),
        AllyColumn.CATEGORY: row.category,
        AllyColumn.TAGS: ", ".join(row.tags),
        AllyColumn.STATUS: list(AllyStatus).index(row.status),
        AllyColumn.FOLLOW_BACK: row.answer or "",
        AllyColumn.LAST_POST: row.last_post or "",
        AllyColumn.HANDLE: row.handle.lower(),
        AllyColumn.KIND: list(Kind).index(row.kind),
        AllyColumn.LISTED: "" if row.listed is None else row.listed,
        AllyColumn.FLAGS: ", ".join(words(row)),
        AllyColumn.NOMINATED_BY: row.nominated_by,
    }
    return values[column] == "", values[column]
