# ruff: noqa: RUF001 (Turkish and Ukrainian letters, wide marks)
import timeit
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.accounts import Account
from allybook.domain.noise import ALLY_RELIEF, NoiseKind, clamp, reasons, score
from allybook.domain.noise.bait import find_bait
from allybook.domain.noise.wording import HINTING, TELLING
from allybook.domain.posts import Mention, Post
from tests.domain.filters.trees import CORPUS

NOW = datetime(2026, 3, 31, 8, 41, tzinfo=UTC)
SMALL = Account("10", "tamsin_odell", followers=3, following=2, posts=1)
LARGE = Account("10", "tamsin_odell", followers=3_000_000, posts=80_000, verified=True)


def a_post(text, **facts):
    return Post("1", "10", NOW, text, **facts)


def kinds(post):
    return {reason.kind: reason for reason in reasons(post, None, ally=False)}


def test_an_ordinary_post_is_silent():
    post = a_post("Fourteen beds open tonight on the east side, pets welcome. Please share.")
    assert reasons(post, None, ally=False) == ()
    assert score(post, None) == 0


def test_a_giveaway_says_why():
    post = a_post(
        "WIN a $500 gift card!! Repost, follow and tag 3 friends to enter. #A #Win #Free #Giveaway",
        hashtags=("A", "Win", "Free", "Giveaway"),
    )
    found = kinds(post)
    assert found[NoiseKind.GIVEAWAY].words == (
        "Giveaway wording: “gift card”, “follow and tag”, “tag 3 friends” and 4 more"
    )
    assert found[NoiseKind.GIVEAWAY].short == "giveaway wording +30"
    assert found[NoiseKind.HASHTAGS].words == "Four hashtags"
    assert found[NoiseKind.HASHTAGS].short == "four hashtags +15"
    assert score(post, None) == 45


@pytest.mark.parametrize(
    "text",
    [
        "Enter to WIN tonight", "Tag your friends below", "Participa y gana, sorteo hoy",
        "Tentez de gagner un vélo", "Großes Gewinnspiel heute", "Marque 3 amigos e boa sorte",
        "Partecipa e vinci oggi", "Like en deel dit bericht", "Polub i udostępnij post",
        "Büyük çekiliş başladı", "Розыгрыш призов сегодня", "Розіграш сьогодні", "اربح هاتفا",
        "फॉलो और रीट्वीट करें", "关注并转发即可", "フォロー＆リツイートで当たる",
        "추첨을 통해 드립니다", "A prize for each winner", "Premio para el ganador",
    ],
)  # fmt: skip
def test_giveaways_in_many_languages(text):
    assert NoiseKind.GIVEAWAY in kinds(a_post(text))


@pytest.mark.parametrize(
    "text",
    [
        "A win for tenants: the rent law passed", "Free training for carers on Monday",
        "Please retweet: the shelter needs volunteers", "Follow the march live from noon",
        "Ein Gewinn für alle in der Stadt", "Le prix du loyer augmente encore", "我们赢了",
    ],
)  # fmt: skip
def test_the_words_of_organisers_are_no_giveaway(text):
    assert NoiseKind.GIVEAWAY not in kinds(a_post(text))


def test_reposts():
    assert kinds(a_post("Beds open", repost_of="7"))[NoiseKind.REPOST].words == (
        "Repost of another post"
    )
    assert NoiseKind.REPOST in kinds(a_post("RT @someone: Beds open"))


def test_hashtags_count_from_the_fourth():
    points = [
        kinds(a_post("Beds", hashtags=tuple(map(str, range(number)))))[NoiseKind.HASHTAGS].points
        for number in (4, 5, 9, 30)
    ]
    assert points == [15, 20, 30, 30]
    assert NoiseKind.HASHTAGS not in kinds(a_post("Beds", hashtags=("a", "b", "c")))


def test_many_hashtags_are_counted_in_digits():
    reason = kinds(a_post("Beds", hashtags=tuple(map(str, range(13)))))[NoiseKind.HASHTAGS]
    assert reason.words == "13 hashtags"


def test_a_link_with_few_words_of_its_own():
    assert NoiseKind.LINK_ONLY in kinds(a_post("Read https://t.co/a #Tag @you", links=("x",)))
    assert NoiseKind.LINK_ONLY in kinds(a_post("https://t.co/a"))
    told = "Six beds are open tonight here: https://t.co/a"
    assert NoiseKind.LINK_ONLY not in kinds(a_post(told, links=("x",)))
    assert NoiseKind.LINK_ONLY not in kinds(a_post("Look https://t.co/a", media=("photo",)))


@pytest.mark.parametrize(
    "text", ["OPEN YOUR EYES NOW PEOPLE", "Now!!!", "ВСЕ СЮДА СРОЧНО БЕГОМ", "今！！！"]
)
def test_shouting(text):
    assert NoiseKind.SHOUTING in kinds(a_post(text))


@pytest.mark.parametrize(
    "text",
    [
        "NASW and CSWE meet the MSW class of UNC",
        "Thanks!!",
        "社会福祉",
        "مرحبا",
        "https://T.CO/ABCDEFGHIJKLMNOPQ",
    ],
)
def test_no_shouting(text):
    assert NoiseKind.SHOUTING not in kinds(a_post(text))


def test_naming_oneself_but_not_in_a_thread():
    mentions = (Mention("tamsin_odell", "10"),)
    assert kinds(a_post("Follow me", mentions=mentions))[NoiseKind.OWN_NAME].found == (
        "@tamsin_odell",
    )
    assert NoiseKind.OWN_NAME not in kinds(a_post("And so on", mentions=mentions, reply_to="1"))


def test_questions_lower_the_noise_but_not_those_of_giveaways():
    assert score(a_post("Who has a plain form?"), None) < 0
    assert NoiseKind.QUESTION not in kinds(a_post("Want to enter to win?"))


def test_small_accounts_are_not_noisier_than_large_ones():
    for subject in CORPUS:
        assert score(subject.post, SMALL) == score(subject.post, LARGE)


@pytest.mark.parametrize("ally", [True, False])
def test_the_reasons_sum_up_to_the_score(ally):
    for subject in CORPUS:
        found = reasons(subject.post, subject.author, ally=ally)
        own = [reason for reason in found if reason.kind is not NoiseKind.ALLY]
        assert sum(reason.points for reason in own) == score(subject.post, subject.author)
        assert len(found) - len(own) == ally
        assert all(reason.words and reason.short for reason in found)


@given(st.integers(), st.booleans())
def test_clamping(points, ally):
    assert clamp(points, ally=ally) == max(0, min(100, points - (ALLY_RELIEF if ally else 0)))


@given(st.text())
def test_any_text_can_be_scored(text):
    assert isinstance(score(a_post(text), None), int)


def test_every_word_of_the_lists_is_found():
    for phrases in TELLING.values():
        for phrase in phrases:
            assert phrase in find_bait(f"so {phrase} now")
    for hints in HINTING.values():
        assert len(find_bait(" ".join(hints))) >= 2
        assert find_bait(hints[0]) == ()


def test_scoring_is_cheap():
    post = a_post(
        "Question for the group: who has a plain-language consent form for event photos that a"
        " lawyer has really read? Happy to trade ours for it. #SwHelper",
        hashtags=("SwHelper",),
    )
    beside = min(timeit.repeat(lambda: sorted(post.text), number=1000, repeat=5))
    assert min(timeit.repeat(lambda: score(post, None), number=1000, repeat=5)) < 5 * beside
