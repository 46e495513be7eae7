"""``allybook mutes`` and ``allybook noise``."""

from __future__ import annotations

import pytest

from allybook.domain.errors import BadInput
from tests.store.samples import HOME, a_post, an_account


@pytest.fixture(autouse=True)
def posts(desk):
    told = [a_post(1, "buy crypto"), a_post(2, "Now!!!", repost_of="9")]
    desk.cache.save_posts(told, HOME, accounts=[an_account(10, "Wren")])


def test_a_word_is_muted_listed_and_heard_again(allybook):
    assert allybook("mutes").out == "Nothing is muted.\n"
    said = allybook("mutes", "add", "crypto", "--for", "week").out
    assert said.startswith("“crypto” is muted until 7 Apr")
    assert "1 post of the cache under a mute" in said
    assert allybook("mutes", "list", "--json").json == [
        {"kind": "word", "value": "crypto", "user_id": None, "until": "2026-04-07T09:00:00Z"}
    ]
    assert allybook("posts", "is:muted", "--count").out == "1\n"
    assert allybook("mutes", "remove", "CRYPTO").out == "“crypto” is heard again.\n"
    assert allybook("mutes", "--json").json == []


def test_an_author_is_found_by_handle_again(allybook):
    allybook("mutes", "add", "@wren")
    assert allybook("mutes", "--json").json[0]["user_id"] == "10"
    assert allybook("mutes", "remove", "@Wren").status == 0


@pytest.mark.parametrize("words", [("add",), ("remove", "nothing"), ("add", "#")])
def test_what_cannot_be_muted_or_heard(allybook, words):
    with pytest.raises(BadInput):
        allybook("mutes", *words)


def test_weights_are_set_and_said(allybook):
    told = allybook("noise", "--set", "repost=60", "--set", "question=-1", "--json").json
    assert told["weights"]["repost"] == 60
    assert told["weights"]["question"] == -1
    assert (told["posts"], told["quiet"]) == (2, 1)
    assert allybook("posts", "noise>40", "--count").out == "1\n"
    assert allybook("noise", "--reset", "--json").json["quiet"] == 0


def test_languages_are_set_and_said(allybook):
    assert allybook("noise", "--languages", "de,en", "--json").json["languages"] == ["de", "en"]
    assert "Your languages: all." in allybook("noise", "--languages", "all").out
    assert allybook("noise", "--languages", "home").status == 0


def test_a_reason_that_there_is_none_of(allybook):
    with pytest.raises(BadInput, match="repost, near, giveaway"):
        allybook("noise", "--set", "size=4")
