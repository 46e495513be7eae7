"""``allybook spared``: what is never hidden."""

from __future__ import annotations

import json

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput
from tests.store.samples import HOME, a_post, an_account

WREN = an_account(10, "Wren")


@pytest.fixture(autouse=True)
def posts(desk):
    desk.cache.save_posts([a_post(1, "buy crypto")], HOME, accounts=[WREN])


def test_what_is_never_hidden_is_listed_and_taken_back(allybook):
    assert allybook("spared").out == "Every post is judged by its noise; none is spared.\n"
    assert allybook("spared", "add", "from:wren").out == "Never hidden: from:Wren.\n"
    allybook("spared", "add", "from:WREN")
    assert allybook("spared", "add", "#housing", "-is:repost").out.startswith("Never hidden: ")
    assert allybook("spared", "--json").json == [
        {"filter": "from:Wren", "user_id": "10"},
        {"filter": "#housing -is:repost", "user_id": None},
    ]
    told = allybook("spared").out.splitlines()
    assert "from:Wren" in told[1]
    assert "@Wren" in told[1]
    assert allybook("spared", "remove", "from:WREN").out == "Noise decides again about from:Wren.\n"
    gone = allybook("spared", "remove", "#housing", "-is:repost", "--json").json
    assert gone == [{"filter": "#housing -is:repost", "user_id": None}]
    assert allybook("spared", "list", "--json").json == []


def test_what_another_allybook_kept_is_listed_and_can_be_taken_away(allybook, desk):
    desk.settings.write("spared", json.dumps(["is:later from:wren", "#housing"]))
    assert allybook("spared", "--json").json[0] == {"filter": "is:later from:wren", "user_id": None}
    assert "this Allybook cannot read it, so it spares nothing here" in allybook("spared").out
    gone = allybook("spared", "remove", "is:later", "from:wren").out
    assert gone == "Noise decides again about is:later from:wren.\n"
    assert allybook("spared", "--json").json == [{"filter": "#housing", "user_id": None}]


def test_a_handle_alone_is_its_author_as_it_is_for_mutes(allybook):
    allybook("mutes", "add", "@Wren")
    assert allybook("posts", "--json").json[0]["shown"] is False
    assert allybook("spared", "add", "@wren").out == "Never hidden: from:Wren.\n"
    assert allybook("posts", "--json").json[0]["shown"] is True
    assert allybook("spared", "remove", "@WREN").out == "Noise decides again about from:Wren.\n"


def test_posts_that_name_somebody_can_be_spared_too(allybook):
    assert allybook("spared", "add", "mention:wren").out == "Never hidden: @wren.\n"
    assert allybook("spared", "add", "@wren", "-is:repost").status == 0
    assert allybook("spared", "remove", "mention:wren").out == (
        "Noise decides again about @wren.\n"
    )


def test_an_author_is_taken_back_by_the_handle_of_now_or_of_then(allybook, desk, clock):
    for typed in ("from:wren", "from:Heron"):
        clock.advance(seconds=60)
        desk.cache.save_accounts([WREN], clock.now())
        allybook("spared", "add", "from:wren")
        clock.advance(seconds=60)
        desk.cache.save_accounts([replace(WREN, handle="Heron")], clock.now())
        assert allybook("spared", "--json").json == [{"filter": "from:Heron", "user_id": "10"}]
        assert allybook("spared", "remove", typed).status == 0
        assert allybook("spared", "--json").json == []


def test_who_lost_the_handle_to_another_is_still_listed_and_taken_back(allybook, desk, clock):
    allybook("spared", "add", "from:wren")
    clock.advance(seconds=60)
    desk.cache.save_accounts([an_account(11, "wren")], clock.now())
    assert "posts by account 10, whose handle is not known now" in allybook("spared").out
    assert allybook("spared", "--json").json == [{"filter": "from:Wren", "user_id": "10"}]
    allybook("spared", "remove", "from:Wren")
    assert allybook("spared", "--json").json == []


def test_an_author_without_a_handle_is_named_by_id(allybook):
    assert allybook("spared", "add", "from:id:77").out == "Never hidden: from:id:77.\n"
    assert allybook("spared", "--json").json == [{"filter": "from:id:77", "user_id": "77"}]
    assert allybook("spared", "remove", "FROM:ID:077").status == 0
    assert allybook("spared", "--json").json == []


def test_a_book_of_two_words_is_spared_as_the_shell_hands_it_over(allybook, desk):
    desk.book()
    added = allybook("spared", "add", "in:My allies", "beds")
    assert added.out == 'Never hidden: in:"My allies" beds.\n'
    removed = allybook("spared", "remove", "in:my allies", "beds", "--json")
    assert removed.json == [{"filter": 'in:"My allies" beds', "user_id": None}]


@pytest.mark.parametrize("act", ["add", "remove"])
def test_what_is_missing_or_no_filter_is_said(allybook, act):
    with pytest.raises(BadInput, match="Which posts"):
        allybook("spared", act)
    with pytest.raises(BadInput, match="At character"):
        allybook("spared", act, "beds OR")


def test_what_is_not_spared_cannot_be_taken_back(allybook):
    with pytest.raises(BadInput, match="allybook spared lists that"):
        allybook("spared", "remove", "#housing")
