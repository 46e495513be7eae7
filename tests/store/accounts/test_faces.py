from datetime import UTC, datetime

import pytest

from allybook.domain.people.accounts import Account, Face, Problem, Reason, Standing
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock

NOON = datetime(2026, 3, 31, 12, tzinfo=UTC)


@pytest.fixture
def cache(tmp_path):
    with Profile(tmp_path, FixedClock(NOON)) as profile:
        yield profile.cache("1")


def test_a_face_is_as_much_of_an_account_as_a_table_shows(cache):
    known = Account("11", "HarborRow", "Harbor Row", "a bio", private=True, latest_post_id="900")
    cache.save_accounts([known, Account("12", "")], NOON)
    assert cache.faces(["11", "12", "13"]) == {
        "11": Face("11", "HarborRow", "Harbor Row", private=True, latest_post_id="900"),
        "12": Face("12"),
    }


def test_a_face_tells_what_became_of_an_account(cache):
    cache.save_accounts([Account("11", "HarborRow", "Harbor Row", "a bio")], NOON)
    cache.save_problems([Problem("11", Reason.GONE)], NOON)
    assert cache.faces(["11"])["11"].standing is Standing.GONE


@pytest.mark.parametrize("odd", ["", "@handle", "007", "9" * 30, "\u0661"])
def test_what_is_no_id_finds_nobody_and_hurts_nobody(cache, odd):
    cache.save_accounts([Account("11", "HarborRow")], NOON)
    assert set(cache.faces(["11", odd])) == {"11"}


def test_nobody_has_no_faces(cache):
    assert cache.faces([]) == {}


def test_the_first_faces_are_those_by_name_without_case_and_accents(cache):
    names = ["beta", "Alpha", "Äther", "Zeta", "", "Éclat", "alpha"]
    accounts = [Account(str(one), f"h{one}", name) for one, name in enumerate(names, 1)]
    cache.save_accounts([*accounts, Account("9", "")], NOON)
    first = [face.name or face.handle for face in cache.first_faces(6)]
    assert first == ["Alpha", "alpha", "Äther", "beta", "Éclat", "h5"]
    assert [face.user_id for face in cache.first_faces(1)] == ["2"]
