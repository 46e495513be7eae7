from __future__ import annotations

from datetime import UTC, datetime

from allybook.domain.lists import XList
from allybook.gateway.decode.item import called
from allybook.gateway.decode.lists import list_of
from tests.gateway import samples


def test_a_full_list():
    assert list_of(called("list", samples.OLD_LIST)) == XList(
        list_id=samples.LIST_ID,
        name="Allies & friends",
        description="Who we count on",
        private=False,
        owner_id=samples.ME,
        members=12,
        followers=0,
        created_at=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )


def test_of_a_list_that_does_not_say_nobody_knows_who_sees_it():
    assert list_of(called("list", {"id": "1", "name": "n"})).private is None


def test_what_x_says_of_the_owner_goes_before_what_the_question_told():
    assert list_of(called("list", samples.OLD_LIST), "5").owner_id == samples.ME
    assert list_of(called("list", samples.X_LIST), "5").owner_id == "5"
