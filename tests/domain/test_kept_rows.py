"""Settings that another Allybook wrote: what can be read is read, and the rest is kept."""

import json
from decimal import Decimal

import pytest

from allybook.domain.kept_rows import read_rows, write_rows
from allybook.domain.mutes import MUTES, Mute, MuteKind, read_mutes, write_mutes
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.money.quote import BUDGET, budget_set
from allybook.services.sign_in.accounts import KNOWN, known_accounts, remember_account
from allybook.services.timeline.views import SETTING as VIEWS
from allybook.services.timeline.views import save_view, views
from allybook.store.profile import Profile
from tests.fakes.desk import make_desk

ANA = KnownAccount("7", "ana", "Ana")
ROWS = {
    KNOWN: ({"user_id": "7", "handle": "ana", "colour": "red"}, {"handle": 7}),
    MUTES: ({"kind": "word", "value": "crypto", "colour": "red"}, {"kind": "mood", "value": "x"}),
    VIEWS: ({"name": "Beds", "text": "beds", "colour": "red"}, {"name": "Old"}),
}
GARBAGE = ("", "[", "7", "{}", '"x"', "[1, null, []]")


@pytest.fixture
def desk(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        yield make_desk(profile, clock, None)


def names(desk):
    """Return what each of these settings is read as, by name."""
    return {
        KNOWN: [one.handle for one in known_accounts(desk.settings)],
        MUTES: [one.value for one in read_mutes(desk.settings.read(MUTES))],
        VIEWS: [one.name for one in views(desk) if one.own],
    }


@pytest.mark.parametrize("name", ROWS)
def test_a_field_too_many_passes_and_a_row_of_tomorrow_spoils_no_other(desk, name):
    desk.settings.write(name, json.dumps(ROWS[name]))
    assert names(desk) == {one: [] for one in ROWS} | {
        name: {KNOWN: ["ana"], MUTES: ["crypto"], VIEWS: ["Beds"]}[name]
    }


@pytest.mark.parametrize("text", GARBAGE)
def test_garbage_is_read_as_nothing(desk, text):
    for name in ROWS:
        desk.settings.write(name, text)
    assert names(desk) == {KNOWN: [], MUTES: [], VIEWS: []}


def test_what_cannot_be_read_is_kept_when_the_setting_is_written_anew(desk):
    for name, rows in ROWS.items():
        desk.settings.write(name, json.dumps(rows))
    remember_account(desk.settings, ANA)
    save_view(desk, "Night", "night")
    before = desk.settings.read(MUTES)
    desk.settings.write(MUTES, write_mutes([Mute(MuteKind.WORD, "spam")], before))
    assert names(desk) == {KNOWN: ["ana"], MUTES: ["spam"], VIEWS: ["Beds", "Night"]}
    for name, (_, unread) in ROWS.items():
        assert unread in json.loads(desk.settings.read(name))


def test_rows_that_were_read_are_replaced_and_not_kept_twice():
    text = write_rows([ANA], "", KnownAccount)
    assert read_rows(write_rows([], text, KnownAccount), KnownAccount) == []
    assert write_mutes([], write_mutes([Mute(MuteKind.WORD, "spam")])) == ""


@pytest.mark.parametrize(
    ("text", "dollars"), [("2.50", "2.50"), ("5 EUR", "0"), ("NaN", "0"), ("-3", "0")]
)
def test_a_budget_that_cannot_be_read_is_none(desk, text, dollars):
    desk.settings.write(BUDGET, text)
    assert budget_set(desk.settings) == Decimal(dollars)
