"""``allybook mutes`` and ``allybook noise``."""

from __future__ import annotations

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.mutes import MUTES, Mute, MuteKind, write_mutes
from allybook.services.timeline.mutes import mutes
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


@pytest.mark.parametrize("typed", ["from:id:77", "@id:77", "id:077"])
def test_an_author_without_a_handle_is_muted_by_id(allybook, desk, typed):
    desk.cache.save_posts([a_post(3, "quiet", author_id="77")], HOME)
    assert allybook("mutes", "add", typed).out.startswith("account 77 is muted for ever; 1 post")
    assert allybook("mutes", "--json").json[0]["user_id"] == "77"
    assert allybook("mutes", "remove", "from:id:77").out == "account 77 is heard again.\n"
    assert allybook("mutes", "--json").json == []


def test_a_handle_that_begins_with_nought_is_heard_again_in_any_case(allybook, desk):
    desk.cache.save_posts([a_post(4)], HOME, accounts=[an_account(12, "007Bond")])
    allybook("mutes", "add", "@007bond")
    assert "is heard again" in allybook("mutes", "remove", "@007BOND").out
    assert allybook("mutes", "--json").json == []


def test_all_that_is_meant_by_a_handle_is_heard_again(allybook, desk):
    handle, by_id = Mute(MuteKind.AUTHOR, "ana"), Mute(MuteKind.AUTHOR, "ana", user_id="77")
    word = Mute(MuteKind.WORD, "ana")
    desk.settings.write(MUTES, write_mutes([word, handle, by_id]))
    desk.cache.save_accounts([an_account(77, "ana_new"), an_account(78, "ana")], desk.clock.now())
    assert [one["value"] for one in allybook("mutes", "--json").json] == ["ana", "ana", "ana_new"]
    assert allybook("mutes", "remove", "@ana").out == "@ana is heard again.\n"
    assert allybook("mutes", "remove", "ana").out == "“ana” is heard again.\n"
    assert allybook("mutes", "remove", "@ana_new").out == "@ana_new is heard again.\n"
    assert allybook("mutes", "--json").json == []


def test_a_mute_by_handle_and_one_by_id_are_heard_again_together(allybook, desk):
    assert "refresh names from:ana" in allybook("mutes", "add", "@ana").err
    desk.cache.save_posts([a_post(3, "loud", author_id="77")], HOME)
    desk.cache.save_accounts([an_account(77, "ana")], desk.clock.now())
    allybook("mutes", "add", "@ana", "--for", "day")
    assert [one["until"] for one in allybook("mutes", "--json").json] == ["2026-04-01T09:00:00Z"]
    assert allybook("mutes", "remove", "@ana").out == "@ana is heard again.\n"
    assert allybook("mutes", "--json").json == []
    assert allybook("posts", "is:muted", "--count").out == "0\n"


@pytest.mark.parametrize("typed", ["77", "007"])
def test_a_number_is_a_word_before_it_is_an_account(allybook, typed):
    allybook("mutes", "add", "from:id:77", "from:id:7", typed)
    assert allybook("mutes", "remove", typed).out == f"“{typed}” is heard again.\n"
    assert [one["kind"] for one in allybook("mutes", "--json").json] == ["author", "author"]


def test_an_id_brings_the_handle_that_is_known(allybook):
    assert allybook("mutes", "add", "from:id:10").out.startswith("@Wren is muted")
    with pytest.raises(BadInput, match="is no id of X"):
        allybook("mutes", "add", f"from:id:{'9' * 30}")


def test_each_argument_is_a_mute_of_its_own(allybook):
    said = allybook("mutes", "add", "crypto", "#Win", "rent freeze", "@wren").out
    assert said.startswith("“crypto”, #Win, “rent freeze” and @Wren are muted for ever; 2 posts of")
    told = [(one["kind"], one["value"]) for one in allybook("mutes", "--json").json]
    assert told == [
        *(("word", "crypto"), ("hashtag", "Win"), ("phrase", "rent freeze"), ("author", "Wren")),
    ]
    gone = allybook("mutes", "remove", "crypto", "#win").out
    assert gone == "“crypto” and #Win are heard again.\n"
    assert len(allybook("mutes", "--json").json) == 2


def test_of_thousands_a_few_are_named_and_they_are_heard_again_together(allybook, desk):
    words = [f"word{number}" for number in range(2500)]
    said = allybook("mutes", "add", *words).out
    assert said.startswith("“word0”, “word1”,")
    assert "“word9” and 2490 others are muted for ever; 0 posts" in said
    assert len(allybook("mutes", "add", *reversed(words), "crypto", "--json").json) == 2501
    assert [one.value for one in mutes(desk)] == [*words, "crypto"]
    assert "and 2490 others are heard again." in allybook("mutes", "remove", *words).out
    assert [one.value for one in mutes(desk)] == ["crypto"]


def test_of_many_unknown_authors_a_few_are_spoken_of(allybook):
    said = allybook("mutes", "add", *(f"@user{number}" for number in range(30))).err.splitlines()
    assert sum("X was not asked yet who @user" in one for one in said) == 10
    assert said[-1] == "20 more remarks like these are left out."


def test_a_mute_is_found_however_its_letters_are_typed(allybook):
    allybook("mutes", "add", "café", "#Straße")
    allybook("mutes", "add", "cafe", "#STRASSE", "--for", "day")
    told = [(one["value"], one["until"]) for one in allybook("mutes", "--json").json]
    assert told == [("cafe", "2026-04-01T09:00:00Z"), ("STRASSE", "2026-04-01T09:00:00Z")]
    assert (
        allybook("mutes", "remove", "Café", "#straße").out
        == "“cafe” and #STRASSE are heard again.\n"
    )
    assert allybook("mutes", "--json").json == []


def test_what_was_done_is_told_as_rows_like_those_of_the_list(allybook):
    made = allybook("mutes", "add", "crypto", "@wren", "--for", "week", "--json").json
    assert made == allybook("mutes", "--json").json
    assert [one["kind"] for one in made] == ["word", "author"]
    assert allybook("mutes", "remove", "@wren", "--json").json == made[1:]


def test_a_thing_named_twice_is_told_once(allybook):
    said = allybook("mutes", "add", "crypto", "Crypto").out
    assert said.startswith("“crypto” is muted for ever; 1 post")
    assert allybook("mutes", "remove", "crypto", "CRYPTO").out == "“crypto” is heard again.\n"


def test_a_lone_sign_is_named_as_it_was_typed(allybook):
    with pytest.raises(BadInput, match=r"^“#” has no letters or digits to mute"):
        allybook("mutes", "add", "#")
    with pytest.raises(BadInput, match=r"^“@” is no handle of X"):
        allybook("mutes", "add", "@")


def test_of_several_none_changes_where_one_is_wrong(allybook):
    with pytest.raises(BadInput):
        allybook("mutes", "add", "crypto", "#")
    assert allybook("mutes", "--json").json == []
    allybook("mutes", "add", "crypto")
    with pytest.raises(BadInput, match="“tea” is not muted"):
        allybook("mutes", "remove", "crypto", "tea")
    assert len(allybook("mutes", "--json").json) == 1


@pytest.mark.parametrize(
    "text", ["is:repost", "from:wren", "is:repost crypto", "noise>40", "min_likes:5", "IS:repost"]
)
def test_what_belongs_in_a_filter_is_no_mute(allybook, text):
    with pytest.raises(BadInput) as no:
        allybook("mutes", "add", text)
    assert str(no.value) == (
        f"“{text}” is a filter, and no post says it: leave such posts out by -is:repost and the "
        "like in a filter, or mute a word, #hashtag or @author; nothing was changed."
    )
    assert allybook("mutes", "--json").json == []


@pytest.mark.parametrize("text", ["win: prizes", "10:30", "to: all", "crypto OR"])
def test_words_with_a_colon_are_muted_as_words(allybook, text):
    assert allybook("mutes", "add", text).status == 0
    assert [one["value"] for one in allybook("mutes", "--json").json] == [text]


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
    own = allybook("noise", "--languages", "Deutsch, english", "--json").json["languages"]
    assert own == ["de", "en"]
    assert "Your languages: all." in allybook("noise", "--languages", "All").out
    assert allybook("noise", "--languages", "home").status == 0


def test_a_reason_that_there_is_none_of(allybook):
    with pytest.raises(BadInput, match="repost, near, giveaway"):
        allybook("noise", "--set", "size=4")


def test_whose_own_posts_stay_is_said_and_what_helps(allybook, desk, network):
    network.people = {"77": an_account(77, "StonecropFund")}
    desk.cache.save_posts([a_post(5, "Beds", author_id="77")], HOME)
    said = allybook("mutes", "add", "@StonecropFund")
    assert "0 posts of the cache under a mute" in said.out
    assert said.err == (
        "X was not asked yet who @StonecropFund is, so what others repost or quote of them is "
        "muted, and their own posts are not. Asking costs at most $0.01. “allybook refresh names "
        "from:StonecropFund” asks.\n"
    )
    assert allybook("refresh", "names", "from:StonecropFund").out == "1 name asked for, 1 told\n"
    assert "1 post of the cache under a mute" in allybook("mutes").out
    assert allybook("mutes", "add", "@StonecropFund").err == ""
    assert allybook("mutes", "add", "crypto").err == ""


def test_an_author_who_is_never_hidden_is_told_when_muted(allybook):
    allybook("spared", "add", "from:HarborRowSN")
    said = allybook("mutes", "add", "@HarborRowSN").err
    assert "@HarborRowSN is never hidden, so this mute waits" in said
    assert "“allybook spared remove from:HarborRowSN” does that." in said


def test_a_mute_that_is_too_light_says_so(allybook):
    allybook("noise", "--set", "muted=40")
    assert allybook("mutes", "add", "crypto").err == (
        "“Muted” weighs 40, and posts wait above 40: what has no other noise stays in sight.\n"
    )


def test_those_never_hidden_are_counted_among_all_posts(allybook):
    allybook("noise", "--set", "repost=60")
    allybook("spared", "add", "from:wren", "is:repost")
    told = allybook("noise", "--json").json
    assert (told["posts"], told["quiet"], told["never_hidden"]) == (2, 0, 1)
    assert allybook("posts", "", "--count").out == "2\n"
    assert allybook("noise").out.splitlines()[-1] == (
        "0 posts of 2 would be quiet (noise above 40); 1 is spared and never hidden."
    )
    allybook("spared", "add", "crypto")
    assert allybook("noise").out.splitlines()[-1].endswith("; 2 are spared and never hidden.")


def test_a_language_that_nobody_knows_changes_no_weight_either(allybook):
    before = allybook("noise", "--json").json
    with pytest.raises(BadInput, match="nothing was changed"):
        allybook("noise", "--set", "repost=11", "--languages", "zz")
    assert allybook("noise", "--json").json == before
