"""Mutes and weights, as the window and the command line change them."""

from __future__ import annotations

from datetime import UTC

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.mutes import Mute, MuteKind, Spell
from allybook.domain.noise import DEFAULT_WEIGHTS, NoiseKind
from allybook.domain.posts import Mention
from allybook.services.timeline.mutes import (
    MUTED,
    choices,
    count_muted,
    kind_of,
    mute,
    mute_choice,
    mutes,
    say_until,
    unmute,
)
from allybook.services.timeline.noise import (
    catch_up,
    languages,
    reset_languages,
    reset_weights,
    set_languages,
    set_weights,
    survey,
    weights,
)
from allybook.services.timeline.spare import by_author, overruled, spare, spared
from allybook.services.timeline.view import QUIET_ABOVE, divide
from tests.store.samples import HOME, a_post, an_account

WREN = an_account(10, "Wren")


@pytest.fixture
def cache(desk):
    posts = [a_post(1, "buy crypto"), a_post(2, "beds", hashtags=("Win",)), a_post(3, "hello")]
    desk.cache.save_posts(posts, HOME, accounts=[WREN])
    return desk.cache


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("crypto", MuteKind.WORD, "crypto"),
        ("“rent freeze”", MuteKind.PHRASE, "rent freeze"),
        ("#Win", MuteKind.HASHTAG, "Win"),
        (" @Wren ", MuteKind.AUTHOR, "Wren"),
        ("\u2068@Wren\u2069 ", MuteKind.AUTHOR, "Wren"),
        ("@\u2068Wren\u2069", MuteKind.AUTHOR, "Wren"),
        ('"\u2068@Wren\u2069"', MuteKind.AUTHOR, "Wren"),
        ("\u200f“ crypto\u2069” ", MuteKind.WORD, "crypto"),
        ("\u200f#Win\u200f", MuteKind.HASHTAG, "Win"),
        ("\ufeff from:id:5", MuteKind.AUTHOR, "id:5"),
        ("\u200bcrypto\u200b", MuteKind.WORD, "crypto"),
    ],
)
def test_what_somebody_means_who_types(text, kind, value):
    assert kind_of(text) == (kind, value)


def test_a_mute_hides_and_its_end_shows_again(desk, cache, clock):
    made = mute(desk, MuteKind.WORD, "crypto", Spell.DAY)
    assert say_until(made, UTC) == "until 1 Apr, 09:00"
    assert count_muted(desk) == 1
    assert list(cache.order(divide(EVERYTHING).quiet)) == [1]
    clock.advance(seconds=86_400)
    assert mutes(desk) == ()
    assert count_muted(desk) == 0


def test_unmuting_shows_at_once(desk, cache):
    made = mute(desk, MuteKind.HASHTAG, "#win")
    assert say_until(made, UTC) == "for ever"
    assert count_muted(desk) == 1
    unmute(desk, made)
    assert count_muted(desk) == 0


def test_an_author_is_muted_by_id_where_the_cache_knows_them(desk, cache):
    assert mute(desk, MuteKind.AUTHOR, "@wren").user_id == "10"
    assert mute(desk, MuteKind.AUTHOR, "nobody_known").user_id is None
    assert count_muted(desk) == 3


def test_muting_again_is_for_so_long_from_now(desk):
    mute(desk, MuteKind.AUTHOR, WREN.handle, Spell.WEEK)
    mute(desk, MuteKind.AUTHOR, WREN.handle, Spell.EVER)
    assert [one.until for one in mutes(desk)] == [None]


@pytest.mark.parametrize(
    ("kind", "value"),
    [(MuteKind.WORD, "…"), (MuteKind.HASHTAG, "#"), (MuteKind.AUTHOR, "a b"), (MuteKind.WORD, "")],
)
def test_what_would_mute_nothing(desk, kind, value):
    with pytest.raises(BadInput):
        mute(desk, kind, value)
    assert mutes(desk) == ()


def test_what_of_a_post_can_be_muted(desk):
    post = a_post(hashtags=("Win", "WIN", "Free"))
    assert choices(desk, post, WREN) == (
        Mute(MuteKind.AUTHOR, "Wren", user_id="10"),
        Mute(MuteKind.HASHTAG, "WIN"),
        Mute(MuteKind.HASHTAG, "Free"),
    )


@pytest.mark.parametrize(
    ("known", "mentions", "first"),
    [
        (True, (), Mute(MuteKind.AUTHOR, "StonecropFund", user_id="77")),
        (
            False,
            (Mention("StonecropFund", "77"),),
            Mute(MuteKind.AUTHOR, "StonecropFund", user_id="77"),
        ),
        (False, (Mention("StonecropFund"),), Mute(MuteKind.AUTHOR, "StonecropFund")),
        (False, (), Mute(MuteKind.AUTHOR, "stonecropfund")),
    ],
)
def test_of_a_repost_who_is_passed_on_can_be_muted_first(desk, known, mentions, first):
    loud = a_post(5, "WIN NOW", author_id="77")
    repost = a_post(6, "RT @StonecropFund: WIN NOW", repost_of="5", mentions=mentions)
    if known:
        desk.cache.save_posts([loud], HOME, accounts=[an_account(77, "StonecropFund")])
    assert choices(desk, repost, WREN) == (first, Mute(MuteKind.AUTHOR, "Wren", user_id="10"))
    desk.cache.save_posts([loud, repost], HOME)
    mute_choice(desk, first)
    assert 6 in desk.cache.order(divide(EVERYTHING).quiet)


def test_of_a_quote_both_authors_can_be_muted_and_of_ones_own_repost_one(desk):
    own, other = a_post(5, "One", author_id="10"), a_post(6, "Two", author_id="77")
    desk.cache.save_posts([own, other], HOME, accounts=[WREN, an_account(77, "Heron")])
    link = "https://x.com/Heron/status/6"
    quote = a_post(7, "So true", quote_of="6", links=(link,))
    assert [one.value for one in choices(desk, quote, WREN)] == ["Wren", "Heron"]
    again = a_post(8, "RT @Wren: One", repost_of="5")
    assert [one.value for one in choices(desk, again, WREN)] == ["Wren"]
    desk.cache.save_posts([a_post(9, "Loud", author_id="78")], HOME)
    passed_on = a_post(11, "RT @Crane: Loud", repost_of="9")
    assert choices(desk, passed_on, WREN)[0] == Mute(MuteKind.AUTHOR, "crane", user_id="78")


def test_of_two_who_are_named_nobody_gets_the_name_of_the_other(desk):
    desk.cache.save_posts([a_post(6, "Two", author_id="77")], HOME)
    link = "https://x.com/Heron/status/6"
    both = a_post(12, "RT @Crane: So true", repost_of="9", quote_of="6", links=(link,))
    authors = [one for one in choices(desk, both, WREN) if one.kind is MuteKind.AUTHOR]
    assert Mute(MuteKind.AUTHOR, "", user_id="77") in authors
    assert {one.value: one.user_id for one in authors if one.value in {"crane", "heron"}} == {
        "crane": None,
        "heron": None,
    }


def test_an_author_without_a_name_is_muted_by_id_and_named_once_x_told_the_name(desk, clock):
    posts = [a_post(1, "loud", author_id="77"), a_post(2, "RT @Heron: loud", author_id="10")]
    desk.cache.save_posts(posts, HOME, accounts=[WREN])
    [author] = choices(desk, posts[0], None)
    assert str(author.words) == "account 77"
    made = mute_choice(desk, author)
    assert list(desk.cache.order(divide(EVERYTHING).quiet)) == [1]
    desk.cache.save_accounts([an_account(77, "Heron")], clock.now())
    [named] = mutes(desk)
    assert (str(named.words), named.same(made)) == ("@Heron", True)
    mute(desk, MuteKind.WORD, "crypto")
    assert list(desk.cache.order(MUTED)) == [2, 1]
    unmute(desk, made)
    assert list(desk.cache.order(MUTED)) == []


def test_a_handle_that_x_names_later_and_its_id_are_one_mute(desk, clock):
    desk.cache.save_posts([a_post(1, "loud", author_id="77")], HOME)
    mute(desk, MuteKind.AUTHOR, "ana")
    desk.cache.save_accounts([an_account(77, "ana")], clock.now())
    assert [(one.value, one.user_id) for one in mutes(desk)] == [("ana", "77")]
    again = mute(desk, MuteKind.AUTHOR, "ana", Spell.DAY)
    assert mutes(desk) == (again,)
    clock.advance(seconds=2 * 86_400)
    assert mutes(desk) == ()
    assert count_muted(desk) == 0
    assert list(desk.cache.order(MUTED)) == []


def test_what_is_heard_again_is_heard_however_it_was_muted(desk, clock):
    desk.cache.save_posts([a_post(1, "loud", author_id="77")], HOME)
    shown = mute(desk, MuteKind.AUTHOR, "ana")
    mute_choice(desk, Mute(MuteKind.AUTHOR, "Ana", user_id="77"))
    [told] = mutes(desk)
    assert told.user_id == "77"
    desk.cache.save_accounts([an_account(77, "ana")], clock.now())
    mute(desk, MuteKind.AUTHOR, "ana")
    assert desk.cache.rows([1])[1].verdict.mute.same(told)
    unmute(desk, shown)
    assert mutes(desk) == ()
    assert count_muted(desk) == 0


REPOSTS = [
    a_post(11, "RT @ana_new: win now", repost_of="90"),
    a_post(12, "RT @ana: beds are open", repost_of="91"),
    a_post(13, "so true", quote_of="92", links=("https://x.com/Ana_New/status/92",)),
    a_post(14, "so true", quote_of="93", links=("https://x.com/ana/status/93",)),
]


def test_a_muted_author_is_passed_on_under_the_name_of_now(desk, clock):
    desk.cache.save_posts(REPOSTS, HOME)
    desk.cache.save_accounts([an_account(77, "ana")], clock.now())
    mute(desk, MuteKind.AUTHOR, "ana")
    assert list(desk.cache.order(MUTED)) == [14, 12]
    clock.advance(seconds=60)
    desk.cache.save_accounts([an_account(77, "ana_new")], clock.now())
    assert list(desk.cache.order(MUTED)) == [14, 13, 12, 11]
    desk.cache.save_accounts([an_account(78, "ana")], clock.now())
    assert list(desk.cache.order(MUTED)) == list(desk.cache.order(MUTED, limit=9)) == [13, 11]
    rows = desk.cache.rows([11, 12, 13, 14])
    assert [key for key, row in rows.items() if row.verdict.mute] == [11, 13]
    assert [str(one.words) for one in mutes(desk)] == ["@ana_new"]
    mute(desk, MuteKind.WORD, "crypto")
    assert list(desk.cache.order(MUTED)) == [13, 11]


def test_an_id_is_passed_on_by_the_name_that_x_told_since(desk, clock):
    desk.cache.save_posts([a_post(2, "RT @Heron: loud", repost_of="90")], HOME)
    mute_choice(desk, Mute(MuteKind.AUTHOR, "", user_id="77"))
    assert list(desk.cache.order(MUTED)) == []
    desk.cache.save_accounts([an_account(77, "Heron")], clock.now())
    assert [str(one.words) for one in mutes(desk)] == ["@Heron"]
    assert list(desk.cache.order(MUTED)) == list(desk.cache.order(MUTED, limit=9)) == [2]


def test_weights_change_and_come_back(desk):
    set_weights(desk, {NoiseKind.REPOST: 60, NoiseKind.ALLY: -500})
    assert weights(desk)[NoiseKind.REPOST] == 60
    assert weights(desk)[NoiseKind.ALLY] == -100
    reset_weights(desk)
    assert weights(desk) == DEFAULT_WEIGHTS


def test_languages_are_those_of_home_until_others_are_chosen(desk):
    assert languages(desk) == desk.home
    set_languages(desk, ["DE", "en", "de"])
    assert languages(desk) == ("de", "en")
    set_languages(desk, [])
    assert languages(desk) == ()
    reset_languages(desk)
    assert languages(desk) == desk.home
    with pytest.raises(BadInput):
        set_languages(desk, ["klingon"])


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("deutsch", ("de",)),
        ("Deutsch, English", ("de", "en")),
        ("deutsch english", ("de", "en")),
        ("GERMAN;es", ("de", "es")),
        ("haitian creole,kreyòl", ("ht",)),
        ("en-GB, de_AT", ("en", "de")),
        ("he,id", ("iw", "in")),
        ("日本語、español", ("ja", "es")),
    ],
)
def test_languages_are_chosen_as_people_name_them(desk, typed, codes):
    set_languages(desk, [typed])
    assert languages(desk) == codes


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("de,gremlin", "“gremlin” is no language that X knows; nothing was changed."),
        (
            "en,gemran",
            "“gemran” is no language that X knows: did you mean German (de)? Nothing was changed.",
        ),
        ("und", "“und” is no language that X knows; nothing was changed."),
        (" , ", "“ , ” is no language that X knows; nothing was changed."),
    ],
)
def test_what_is_no_language_changes_nothing(desk, typed, said):
    set_languages(desk, ["fr"])
    with pytest.raises(BadInput) as caught:
        set_languages(desk, [typed])
    assert str(caught.value) == said
    assert languages(desk) == ("fr",)


def test_the_count_of_quiet_posts_agrees_with_the_cache(desk, cache, ticket):
    cache.save_posts([a_post(key, "Now!!!", repost_of="9") for key in (4, 5)], HOME)
    mute(desk, MuteKind.WORD, "crypto")
    chosen = {**weights(desk), NoiseKind.SHOUTING: 20}
    assert survey(desk).quiet(chosen, QUIET_ABOVE) == 3
    set_weights(desk, chosen)
    assert cache.count(divide(EVERYTHING).quiet) == 3
    assert catch_up(desk, ticket) == 1
    assert catch_up(desk, ticket) == 0
    assert cache.count(divide(EVERYTHING).quiet) == 3


def test_an_author_that_is_never_hidden_is_not_hidden_by_a_mute_either(desk, cache):
    mute(desk, MuteKind.WORD, "crypto")
    spare(desk, by_author(WREN))
    division = divide(EVERYTHING, (by_author(WREN),))
    assert list(cache.order(division.quiet)) == []
    assert survey(desk).quiet(weights(desk), QUIET_ABOVE) == 0


def test_what_is_muted_waits_whatever_else_is_never_hidden(desk, cache):
    mute(desk, MuteKind.WORD, "crypto")
    muted = set(cache.order(parse("is:muted")))
    spare(desk, parse("-has:links"))
    division = divide(EVERYTHING, spared(desk))
    assert set(cache.order(division.quiet)) == muted != set()
    assert cache.count(division.quiet) + cache.count(division.kept) == cache.count(EVERYTHING)
    assert survey(desk).quiet(weights(desk), QUIET_ABOVE) == len(muted)


@pytest.mark.parametrize("rule", ["from:Wren", "from:id:10", "#win"])
def test_who_is_never_hidden_is_told_when_they_are_muted(desk, cache, rule):
    spare(desk, parse(rule))
    said = overruled(desk, mute(desk, MuteKind.AUTHOR, "Wren"))
    assert [one.startswith("@Wren is never hidden") for one in said] == [True] * (rule != "#win")
    assert overruled(desk, mute(desk, MuteKind.WORD, "Wren")) == ()
