from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from allybook.domain.accounts import Account
from allybook.domain.book.ally import Ally, Version
from allybook.domain.book.entry import Author, Kind, Stamp, Status
from allybook.domain.followback import Answer, Finding
from allybook.domain.outbox import Act, Deed, Outcome, Stage
from allybook.domain.posts import id_at
from allybook.ui.models.signs import AllyStatus
from allybook.ui.tabs.allies.rows import Known, ally_row, ally_rows

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)
ALLY = Ally("11", "HarborRow", "11", Kind.ORGANISATION, Status.APPROVED, "housing", tags=("beds",))
ACCOUNT = Account("11", "HarborRowSN", "Harbor Row Shelter Network")
ADD = Act("a", Deed.ADD_MEMBER, "b", "9", "11", "HarborRow", NOON)


def found(answer, source="follower pages"):
    return Finding("11", "HarborRow", answer, frozenset(), source, NOON, complete=True)


def test_what_x_said_stands_beside_the_groups_own_words():
    row = ally_row(ALLY, Known({"11": ACCOUNT}))
    assert (row.name, row.handle) == ("Harbor Row Shelter Network", "HarborRowSN")
    assert (row.category, row.tags, row.kind) == ("housing", ("beds",), Kind.ORGANISATION)


def test_without_a_profile_the_handle_is_the_name():
    row = ally_row(ALLY, Known())
    assert (row.name, row.handle, row.answer, row.last_post) == (
        "HarborRow",
        "HarborRow",
        None,
        None,
    )


def test_a_hashtag_is_named_by_its_sign():
    tag = Ally("#shelternotes", "ShelterNotes", None, Kind.HASHTAG, Status.APPROVED)
    assert ally_row(tag, Known()).name == "#ShelterNotes"


def test_an_ally_known_by_id_only_is_still_somebody():
    assert ally_row(replace(ALLY, handle=""), Known()).name == "11"


@pytest.mark.parametrize(
    ("known", "status"),
    [
        (Known(), AllyStatus.APPROVED),
        (Known(members=frozenset({"11"})), AllyStatus.ON_LIST),
        (Known(acts={"11": (ADD,)}), AllyStatus.WAITING),
        (Known(acts={"11": (replace(ADD, stage=Stage.SENDING),)}), AllyStatus.WAITING),
        (
            Known(acts={"11": (replace(ADD, stage=Stage.SETTLED, outcome=Outcome.REFUSED),)}),
            AllyStatus.APPROVED,
        ),
        (Known(acts={"11": (replace(ADD, deed=Deed.REMOVE_MEMBER),)}), AllyStatus.APPROVED),
        (Known(members=frozenset({"11"}), acts={"11": (ADD,)}), AllyStatus.ON_LIST),
    ],
)
def test_an_approved_ally_is_on_the_list_or_waits_for_it(known, status):
    assert ally_row(ALLY, known).status is status


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.APPROVED])
def test_only_approved_allies_show_where_they_are_on_the_list(status):
    row = ally_row(replace(ALLY, status=status), Known(members=frozenset({"11"})))
    assert row.status == status


@pytest.mark.parametrize(
    ("finding", "answer"),
    [
        (None, None),
        (found(Answer.MUTUAL), Answer.MUTUAL),
        (found(Answer.UNKNOWN), Answer.UNKNOWN),
        (found(Answer.UNKNOWN, source=""), None),
    ],
)
def test_unknown_is_never_no_and_nothing_is_shown_where_nobody_looked(finding, answer):
    known = Known({"11": ACCOUNT}, {"11": finding} if finding else {})
    assert ally_row(ALLY, known).answer is answer


def test_the_newest_post_known_is_the_last_one():
    told, cached = id_at(NOON - timedelta(days=3)), id_at(NOON - timedelta(days=1))
    account = replace(ACCOUNT, latest_post_id=told)
    row = ally_row(ALLY, Known({"11": account}, latest={"11": cached}))
    assert row.last_post == NOON - timedelta(days=1)


def test_versions_are_counted_by_field():
    versions = tuple(
        Version(name, name, Author(name, "x"), Stamp(1)) for name in ("housing", "shelter")
    )
    row = ally_row(replace(ALLY, conflicts={"category": versions}), Known())
    assert row.versions == {"category": 2}


def test_the_order_given_is_kept():
    other = replace(ALLY, key="12", user_id="12", handle="Aster")
    assert [row.key for row in ally_rows([ALLY, other], Known())] == ["11", "12"]
