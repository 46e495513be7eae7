# ruff: noqa: RUF001 (Turkish and Ukrainian letters, wide marks)
import sys
import tomllib
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.mutes import Mute, MuteKind
from allybook.domain.noise import (
    DEFAULT_WEIGHTS,
    Judgement,
    Mark,
    Near,
    NoiseKind,
    Verdict,
    mark,
    reasons,
    score,
)
from allybook.domain.noise.scoring import NoiseReason
from allybook.domain.posts import Mention, Post
from tests.domain.filters.trees import CORPUS

READER = Path(__file__).with_name("reader.toml")
NOW = datetime(2026, 3, 31, 8, 41, tzinfo=UTC)


def a_post(text, **facts):
    return Post("1", "10", NOW, text, **facts)


def kinds(post):
    return {reason.kind: reason for reason in reasons(post, Verdict(mark(post)))}


def test_an_ordinary_post_is_silent():
    post = a_post("Fourteen beds open tonight on the east side, pets welcome. Please share.")
    assert reasons(post, Verdict(mark(post))) == ()
    assert score(post) == 0


def test_a_giveaway_says_why():
    post = a_post(
        "WIN a $500 gift card!! Repost, follow and tag 3 friends to enter. #A #Win #Free #Giveaway",
        hashtags=("A", "Win", "Free", "Giveaway"),
    )
    found = kinds(post)
    assert found[NoiseKind.GIVEAWAY].words == (
        "Giveaway wording: “follow and tag”, “tag 3 friends”, “win” and 2 more"
    )
    assert found[NoiseKind.GIVEAWAY].short == "giveaway wording +30"
    assert found[NoiseKind.HASHTAGS].words == "Four hashtags"
    assert found[NoiseKind.HASHTAGS].short == "four hashtags +15"
    assert score(post) == 45


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (2, "Giveaway wording: “win”, “raffle”"),
        (3, "Giveaway wording: “win”, “raffle”, “prize”"),
        (4, "Giveaway wording: “win”, “raffle”, “prize” and 1 more"),
    ],
)
def test_the_first_three_of_what_was_found_are_named(number, told):
    found = ("win", "raffle", "prize", "giveaway")[:number]
    assert str(NoiseReason(NoiseKind.GIVEAWAY, 30, found).words) == told


@pytest.mark.parametrize(
    "text",
    [
        "Enter to WIN tonight", "Tag your friends below", "Participa y gana, sorteo hoy",
        "Tentez de gagner un vélo", "Großes Gewinnspiel heute", "Marque 3 amigos e boa sorte",
        "Partecipa e vinci oggi", "Like en deel dit bericht", "Polub i udostępnij post",
        "Büyük çekiliş başladı", "Розыгрыш призов сегодня", "Розіграш сьогодні", "اربح هاتفا",
        "फॉलो और रीट्वीट करें", "关注并转发即可", "フォロー＆リツイートで当たる",
        "추첨을 통해 드립니다", "A prize for each winner", "Premio para el ganador",
        "Rétweetez et suivez pour gagner un ordinateur", "Likez et partagez avant dimanche",
        "Abonnez-vous et partagez, résultat vendredi", "Wer teilt und folgt, gewinnt einen Laptop",
        "Folgen, teilen, gewinnen!", "Dale RT y participa", "Haz RT y participa hasta el lunes",
        "Metti like e condividi per vincere", "Like and share to win a mug",
    ],
)  # fmt: skip
def test_giveaways_in_many_languages(text):
    assert NoiseKind.GIVEAWAY in kinds(a_post(text))


@pytest.mark.parametrize(
    "text",
    [
        "A win for tenants: the rent law passed", "Free training for carers on Monday",
        "Please retweet: the shelter needs volunteers", "Follow the march live from noon",
        "Like and share our petition", "Dale RT para que llegue a más familias",
        "Retweetez notre appel, suivez l'audience en direct", "Metti un like al nostro corteo",
        "Wer teilt, hat mehr: die Tafel sucht Gruppen", "Partagez et aimez-vous les uns les autres",
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


def test_the_same_hashtag_counts_once_however_it_is_spelled():
    assert NoiseKind.HASHTAGS not in kinds(a_post("Beds", hashtags=("a", "A", "b", "a", "c", "C")))
    four = kinds(a_post("Beds", hashtags=("a", "A", "b", "B", "c", "d")))[NoiseKind.HASHTAGS]
    assert four.short == "four hashtags +15"


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
    ("links", "loud"),
    [
        ((), False),
        (("https://x.com/nasw/status/4",), False),
        (("https://twitter.com/i/web/status/4?s=20",), False),
        (("https://mobile.twitter.com/nasw/status/4/photo/1",), False),
        (("https://t.co/x",), False),
        (("https://x.com/nasw/status/40",), True),
        (("https://x.com/nasw",), True),
        (("https://x.com/nasw/status/4", "https://example.org/a"), True),
        (("https://example.org/status/4",), True),
    ],
)
def test_the_link_to_what_a_post_quotes_is_none_of_its_own(links, loud):
    quote = a_post("Congratulations to all of you https://t.co/x", quote_of="4", links=links)
    assert (NoiseKind.LINK_ONLY in kinds(quote)) is loud
    assert bool(mark(quote) & Mark.LINK_ONLY) is loud


def test_talk_above_a_quote_stays_out_of_the_quiet_folder():
    post = a_post(
        "WE DID THIS TOGETHER https://t.co/x",
        lang="es",
        quote_of="4",
        links=("https://x.com/nasw/status/4",),
    )
    verdict = Verdict(mark(post), foreign=True, judgement=Judgement(languages=("en",)))
    assert [one.kind for one in reasons(post, verdict)] == [NoiseKind.SHOUTING, NoiseKind.LANGUAGE]
    assert verdict.noise <= 40


@pytest.mark.parametrize(
    "text",
    [
        "OPEN YOUR EYES NOW PEOPLE",
        "STOP PRICES RISING",
        "Now!!!",
        "WIN a hamper! Tag three friends to enter!!",
        "ВСЕ СЮДА СРОЧНО БЕГОМ",
        "今！！！",
    ],
)
def test_shouting(text):
    assert NoiseKind.SHOUTING in kinds(a_post(text))


@pytest.mark.parametrize(
    "text",
    [
        "NASW and CSWE meet the MSW class of UNC",
        "OPEN YOUR EYES NOW AND then let them rest and",
        "WHO UNICEF UNHCR UNESCO report on children",
        "UNICEF UNESCO UNAIDS WHO",
        "STOP PRICE RISING",
        "Thanks!!",
        "社会福祉",
        "مرحبا",
        "https://T.CO/ABCDEFGHIJKLMNOPQ",
    ],
)
def test_no_shouting(text):
    assert NoiseKind.SHOUTING not in kinds(a_post(text))


def test_shouting_is_told_from_abbreviations():
    told = tomllib.loads(READER.read_text(encoding="utf-8"))
    loud = [text for text in told["shouting"] if NoiseKind.SHOUTING in kinds(a_post(text))]
    assert len(loud) >= 0.85 * len(told["shouting"])
    quiet = told["abbreviations"] + told["calm"]
    assert [text for text in quiet if NoiseKind.SHOUTING in kinds(a_post(text))] == []


def test_naming_oneself_but_not_in_a_thread():
    mentions = (Mention("tamsin_odell", "10"),)
    assert kinds(a_post("Follow me", mentions=mentions))[NoiseKind.OWN_NAME].found == (
        "@tamsin_odell",
    )
    assert NoiseKind.OWN_NAME not in kinds(a_post("And so on", mentions=mentions, reply_to="1"))


def test_questions_lower_the_noise_but_not_those_of_giveaways():
    assert score(a_post("Who has a plain form?")) < 0
    assert NoiseKind.QUESTION not in kinds(a_post("Want to enter to win?"))


@pytest.mark.parametrize("ally", [True, False])
def test_the_reasons_sum_up_to_the_noise(ally):
    for subject in CORPUS:
        verdict = Verdict(mark(subject.post), ally=ally)
        found = reasons(subject.post, verdict)
        points = sum(reason.points for reason in found)
        assert verdict.noise == max(0, min(100, points))
        assert (NoiseKind.ALLY in {reason.kind for reason in found}) == ally
        assert all(reason.words and reason.short for reason in found)


def test_what_stands_around_a_post_is_named():
    post = a_post("Beds open on the east side tonight")
    verdict = Verdict(
        Mark.NEAR | Mark.STREAK | Mark.CHAT,
        foreign=True,
        mute=Mute(MuteKind.HASHTAG, "beds"),
        near=Near("7", "wren", datetime(2026, 3, 12, tzinfo=UTC)),
    )
    assert [reason.words for reason in reasons(post, verdict)] == [
        "Nearly the same as @wren's post of Mar 12",
        "Third post in a day that promotes the same page",
        "Not in your languages",
        "Muted: #beds",
        "Carries your chat hashtag",
    ]
    assert next(reason.short for reason in reasons(post, verdict)) == "nearly the same +25"


def test_a_near_post_of_another_year_is_named_with_it():
    post = Post("1", "10", datetime(2026, 1, 1, 1, tzinfo=UTC), "Beds open")
    found = reasons(post, Verdict(Mark.NEAR, near=Near("7", "", datetime(2023, 3, 12, tzinfo=UTC))))
    assert found[0].words == "Nearly the same as an older post of Mar 12, 2023"
    west = timezone(timedelta(hours=-6))
    eve = Near("7", "", datetime(2025, 12, 31, 9, tzinfo=west))
    assert reasons(post, Verdict(Mark.NEAR, near=eve))[0].words.endswith("post of Dec 31")


def test_an_original_that_is_gone_is_an_older_post():
    found = reasons(a_post("Beds"), Verdict(Mark.NEAR, near=Near("7")))
    assert found[0].words == "Nearly the same as an older post"


def test_what_weighs_nothing_is_no_reason():
    post = a_post("Beds!!!")
    silent = Judgement(DEFAULT_WEIGHTS | {NoiseKind.SHOUTING: 0})
    assert reasons(post, Verdict(mark(post), judgement=silent)) == ()


@given(st.text())
def test_any_text_can_be_scored(text):
    assert isinstance(score(a_post(text)), int)


def calls_of(work):
    """Return how many functions are called for a piece of work, those of the library included."""
    made, before = [], sys.getprofile()
    sys.setprofile(lambda _frame, event, _what: made.append(event))
    try:
        work()
    finally:
        sys.setprofile(before)
    return sum(event in {"call", "c_call"} for event in made)


def test_scoring_is_cheap():
    text = (
        "Question for the group: who has a plain-language consent form for event photos that a"
        " lawyer has really read? Happy to trade ours for it. #SwHelper"
    )
    post, long = (a_post(text * times, hashtags=("SwHelper",)) for times in (1, 20))
    # What is looked up once is there already.
    score(post)
    assert calls_of(lambda: score(post)) < 80
    assert calls_of(lambda: score(long)) < 20 * 80


@pytest.mark.parametrize(
    "text",
    [
        "¡Gracias a todas! ¡Fue hermoso! ¡Hasta pronto!",
        "Thank you! So many came! See you soon!",
    ],
)
def test_who_thanks_in_three_sentences_does_not_shout(text):
    assert not mark(a_post(text)) & Mark.SHOUTING


@pytest.mark.parametrize(
    "text", ["Now!!!", "今すぐ！！！", "Win! Win! Win! Now! Now! Now!", "a!！!"]
)
def test_three_exclamation_marks_together_or_six_in_all_shout(text):
    assert mark(a_post(text)) & Mark.SHOUTING


@pytest.mark.parametrize(
    ("text", "is_bait"),
    [
        ("It is a scam, do not answer: “Follow and retweet to win a free iPhone”", False),
        ("„Folgen und teilen, um zu gewinnen“ – solche Posts bitte melden", False),
        ("“Follow and retweet to win a free iPhone”", True),
        ("“Follow and retweet to win a free iPhone” #win", True),
        ("Follow and retweet to win “The Long Night”, signed", True),
        ("Now live for all of you “Follow and retweet to win a free iPhone”", True),
        ("Achtung: „Folgen und teilen, um zu gewinnen“", True),
        ('Our big day is here: "Follow and retweet to win a free iPhone"', True),
        ('Don\'t miss our "Giveaway: follow and retweet to win" today friends', True),
        ("A fake, see “Follow and retweet to win a free iPhone” https://spam.example/x", True),
        ("Somebody wrote me “Follow and retweet to win a free iPhone”", False),
        ("«Sigue y retuitea para ganar un iPhone», es una estafa", False),
        ("Arnaque en cours : « aime et partage pour gagner un iPhone »", False),
        ("Isto é golpe: “siga e compartilhe para ganhar um iPhone”", False),
        ("Dolandırıcılık, inanmayın: “çekilişe katıl, takip et ve rt yap”", False),
        ("これは詐欺です「フォローとリツイートで当たる」", False),
    ],
)
def test_a_giveaway_that_somebody_quotes_and_warns_of_is_none(text, is_bait):
    assert bool(mark(a_post(text)) & Mark.GIVEAWAY) is is_bait
