# ruff: noqa: RUF001 (Turkish and Ukrainian letters, wide marks)
import timeit
import tomllib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.filters.facts import own_words
from allybook.domain.filters.words import tag_word, term_words, text_words, words_of_all
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
from allybook.domain.noise.asking import asks_by_sign
from allybook.domain.noise.scoring import WORDINGS, NoiseReason, mark_all, mark_form
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
        "Giveaway wording: “follow and tag”, “tag 3 friends”, “win” and 3 more"
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


SCRAPS = st.sampled_from(
    [
        "giveaway", "win", "prize", "people", "share", "RT @", "https://t.co/a?b=1", "?", "？", "!",
        "！", "HOUSING", "beds", "#Tag", "@you", "¿", "é", "Розыгрыш", "关注并转发", "\u0130", "ß",
        "a b c d e f g", "://", "http", "🎉", "\n", "-", "LOUDER THAN ALL",
        "Does anyone know", "Hi all,", "looking for a", "A1:", ".",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(),
    st.lists(SCRAPS, max_size=12).map(" ".join),
    st.lists(SCRAPS, max_size=12).map("".join),
)


@given(
    TEXTS,
    st.lists(st.sampled_from("abcdefghi"), max_size=9).map(tuple),
    st.sampled_from([(), ("https://example.org/a",)]),
    st.sampled_from([(), ("photo",)]),
    st.sampled_from([(), (Mention("me", "10"),), (Mention("you", "11"), Mention("me", "10"))]),
    st.sampled_from([{}, {"repost_of": "7"}, {"reply_to": "7"}]),
)
def test_marks_are_the_reasons_that_are_told(text, hashtags, links, media, mentions, others):
    """What is marked in haste, for every post, is what is told at length, for a few."""
    post = a_post(text, hashtags=hashtags, links=links, media=media, mentions=mentions, **others)
    marks, every = mark(post), Verdict(~0)
    kinds = {reason.kind for reason in reasons(post, every)}
    by_mark = {NoiseKind.NEAR, NoiseKind.STREAK, NoiseKind.CHAT, NoiseKind.QUESTION}
    told = sum(Mark[kind.name] for kind in kinds - by_mark)
    assert marks & ~(Mark.MORE | Mark.QUESTION) == told
    distinct = {tag_word(tag) for tag in hashtags}
    assert (marks & Mark.MORE) // 16 == max(0, min(3, len(distinct) - 4))
    assert marks - mark_form(post) in WORDINGS


@given(
    st.lists(
        st.builds(
            a_post,
            TEXTS,
            hashtags=st.lists(st.sampled_from("abcdefghi"), max_size=9).map(tuple),
            links=st.sampled_from([(), ("https://example.org/a",)]),
            media=st.sampled_from([(), ("photo",)]),
            mentions=st.sampled_from([(), (Mention("me", "10"),)]),
            repost_of=st.sampled_from([None, "7"]),
        ),
        max_size=5,
    )
)
def test_posts_that_are_marked_together_have_the_marks_that_each_has(posts):
    words = words_of_all([post.text for post in posts])
    assert mark_all(posts, words) == list(map(mark, posts))


@pytest.mark.parametrize("text", ["OPEN YOUR EYES NOW PEOPLE", "now!!!", "and quiet", "A?"])
def test_a_post_that_comes_alone_has_the_marks_that_it_has_among_others(text):
    assert mark_all([a_post(text)], words_of_all([text])) == [mark(a_post(text))]


@pytest.mark.parametrize("between", ["\x1e", "\x1e\x1e", "!\x1e!!", "A" * 9 + "\x1e" + "A" * 9])
def test_the_sign_between_texts_may_stand_in_one_of_them(between):
    posts = [a_post("WE ARE OPEN AND LOUD"), a_post(between), a_post("wait!!!"), a_post("quiet")]
    words = words_of_all([post.text for post in posts])
    assert mark_all(posts, words) == list(map(mark, posts))
    assert words[0] == ["we", "are", "open", "and", "loud"]


@given(TEXTS)
def test_nothing_in_a_link_asks(text):
    if not any(sign in own_words(text) for sign in "?？؟"):
        assert not asks_by_sign(text, text_words(text))


@given(TEXTS)
def test_whatever_was_said_before_a_question_asks(text):
    asked = f"{text}\nWho of you has a form?"
    assert asks_by_sign(asked, text_words(asked))


@given(TEXTS, st.sampled_from([(), ("https://example.org/a",)]))
def test_few_words_are_counted_as_they_are_looked_for(text, links):
    few = len(term_words(own_words(text))) < 6
    linked = bool(links) or "://" in text
    assert bool(mark(a_post(text, links=links)) & Mark.LINK_ONLY) == (few and linked)


def test_scoring_is_cheap():
    post = a_post(
        "Question for the group: who has a plain-language consent form for event photos that a"
        " lawyer has really read? Happy to trade ours for it. #SwHelper",
        hashtags=("SwHelper",),
    )
    beside = min(timeit.repeat(lambda: sorted(post.text), number=1000, repeat=5))
    assert min(timeit.repeat(lambda: score(post), number=1000, repeat=5)) < 5 * beside


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
