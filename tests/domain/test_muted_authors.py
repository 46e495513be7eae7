"""Muted authors: one mute each, under the handles by which others pass them on now."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.muted_authors import MutedAuthors
from allybook.domain.mutes import Mute, MuteKind

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
WORD = Mute(MuteKind.WORD, "ana")


def author(value, user_id=None, until=None):
    return Mute(MuteKind.AUTHOR, value, until, user_id)


def authors(mutes, handles):
    holders = {handle.lower(): user_id for user_id, handle in handles.items()}
    return MutedAuthors.of(
        tuple(mutes),
        lambda ids: {one: handles[one] for one in ids if one in handles},
        lambda names: {one: holders[one] for one in names if one in holders},
    )


@pytest.mark.parametrize(
    ("muted", "handles", "names"),
    [
        (author("ana", "77"), {}, ["ana"]),
        (author("ana", "77"), {"77": "Ana"}, ["Ana"]),
        (author("ana", "77"), {"77": "ana_new"}, ["ana_new", "ana"]),
        (author("ana", "77"), {"77": "ana_new", "78": "Ana"}, ["ana_new"]),
        (author("ana", "77"), {"78": "ana"}, [""]),
        (author("", "77"), {"77": "ana"}, ["ana"]),
        (author("", "77"), {}, [""]),
        (author("ana"), {"78": "ana"}, ["ana"]),
        (author("ana"), {}, ["ana"]),
    ],
)
def test_under_which_handles_an_author_is_passed_on(muted, handles, names):
    found = authors([WORD, muted], handles)
    assert [one.value for one in found.spelled_out()] == ["ana", *names]
    assert [one.value for one in found.named()] == ["ana", names[0]]


def test_of_two_mutes_of_one_author_the_later_holds_where_the_first_stood():
    later = author("ana", "77", NOW)
    assert authors([author("Ana"), WORD, later], {"77": "ana"}).mutes == (later, WORD)
    assert authors([author("Ana"), WORD, later], {}).mutes == (later, WORD)
    handle = author("ana", until=NOW)
    assert authors([later, handle], {"77": "ana"}).mutes == (author("ana", "77", NOW),)


def test_a_handle_that_somebody_else_has_now_is_that_ones():
    mutes = (author("ana", "77"), author("ana"))
    assert authors(mutes, {"78": "ana"}).mutes == (author("ana", "77"), author("ana", "78"))


some = st.lists(
    st.builds(
        author,
        st.sampled_from(("ana", "Ana", "ben", "cy")),
        st.sampled_from((None, "77", "78")),
        st.sampled_from((None, NOW, NOW + timedelta(days=1))),
    )
    | st.just(WORD),
    max_size=6,
)
told = st.dictionaries(st.sampled_from(("77", "78", "79")), st.sampled_from(("ana", "ben", "dee")))


@given(some, told)
def test_each_author_is_there_once_and_nobody_is_lost(mutes, handles):
    handles = {one: name for name, one in {name: one for one, name in handles.items()}.items()}
    found = authors(mutes, handles)
    kept = [one.reach for one in found.mutes if one.kind is MuteKind.AUTHOR]
    assert len(kept) == len(set(kept))
    assert {one.user_id for one in mutes if one.user_id} <= {one.user_id for one in found.mutes}
    assert found.mutes.count(WORD) == mutes.count(WORD)
    again = authors(found.mutes, handles)
    assert again.mutes == found.mutes
