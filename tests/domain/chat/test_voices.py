"""What a post passes on of others by hand is not said by its author."""

import pytest

from allybook.domain.chat.questions import labelled
from allybook.domain.chat.voices import own_words
from tests.domain.chat.talk import say
from tests.domain.chat.test_nominations import nominate
from tests.domain.chat.test_sharing import IN_ANSWER, SETTING, names


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("So true! RT @jane: A3 follow @x", "So true!"),
        ("So true RT @jane A3 follow @x", "So true"),
        ("MT @jane: A3 follow @x", ""),
        ("\u201c@jane: A3 follow @x\u201d me too", "me too"),
        ("Yes! \u201e@jane: A3 follow @x\u201c", "Yes!"),
        ('"@x: great support starts with trust" - yes!', "- yes!"),
        ('Yes "@jane: this was cut sho', "Yes"),
        ("Please RT @x and follow @y", "Please RT @x and follow @y"),
        ("@x: great resources here", "@x: great resources here"),
        ('The "@x" account, follow it', 'The "@x" account, follow it'),
        ("ART @x", "ART @x"),
        ("RT @jane sometimes rest is enough", ""),
        ("So true!  RT @jane sometimes rest is enough", "So true!"),
        ("Yes\nRT @jane rest first", "Yes"),
        ("A3 RT @jane Rest first", "A3"),
        ("a12: RT @jane Rest first", "a12:"),
        ("Great! MT @jane: A3 follow @x", "Great!"),
    ],
)
def test_own_words_are_what_is_left(text, own):
    assert own_words(text).strip() == own


@pytest.mark.parametrize(
    "text",
    [
        "A3 Thanks for the RT @host! Follow @x and @y",
        "A3 Thanks for the RT @host A4 Follow @x",
        "A3 We RT @host all day. Follow @x and @y",
        "Great RT @host. A3 I recommend @x",
        "Helena MT @x is wonderful, follow them",
        "MT @x is in Helena, follow them",
        "Best groups: @x, @y. RT @z too and follow @host",
        "RT @x and follow @y",
        "A3 RT @x, @y and @z",
        "A3 RT @x's threads and follow @y",
        "A3: RT @x all day long",
        "I RT @x as often as I can",
        "Best groups: @x, @y. RT @z",
    ],
)
def test_who_speaks_of_passing_on_speaks_still(text):
    assert own_words(text) == text


def test_names_behind_a_word_of_passing_on_are_shared():
    found = names("A3 Thanks for the RT @host! Follow @ShelterOrg and @GoodOrg", IN_ANSWER)
    assert found == {"@ShelterOrg", "@GoodOrg"}
    found = names(
        "Best groups: @GoodOrg, @NightOrg. RT @ThirdOrg too and follow @FourthOrg", SETTING
    )
    assert {"@GoodOrg", "@NightOrg", "@FourthOrg"} <= found


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("So true! RT @jane: A3: follow @KettleTrust", ()),
        ("\u201c@jane: A3 follow @KettleTrust\u201d me too", ()),
        ("A3 yes! RT @jane: A2 follow @KettleTrust", (3,)),
        ("\u201c@host: Q3 Whom do you count on?\u201d @KettleTrust", (3,)),
    ],
)
def test_a_quoted_answer_is_no_answer_and_a_quoted_question_is_answered(text, numbers):
    assert labelled(say(2, "marco", text)) == numbers


def test_names_in_what_is_quoted_are_not_shared_by_who_quotes():
    assert names('"@ShelterOrg: great support starts with trust" - yes!', IN_ANSWER) == set()
    assert names("\u201c@host: Q3 Whom?\u201d @KettleTrust", IN_ANSWER) == {"@KettleTrust"}


def test_who_says_it_again_in_somebody_elses_words_is_not_counted():
    found = nominate(
        say(2, "jane", "A1 follow @KettleTrust #SwHelper"),
        say(3, "marco", "\u201c@jane: A1 follow @KettleTrust\u201d me too #SwHelper"),
        say(4, "tess", "So true! RT @jane: A1: follow @KettleTrust #SwHelper"),
    )
    assert [(one.name, one.score) for one in found] == [("KettleTrust", 1)]


@pytest.mark.parametrize(
    "unit", ['"@a:', "RT @a", "\u201e@a: \u201c", "MT ", "\u00ab@a:", "! RT @a ", "A3 RT @a too "]
)
def test_a_text_of_the_greatest_length_is_read_at_once(unit):
    text = (unit * 25_000)[:25_000]
    assert len(own_words(text)) <= len(text)
