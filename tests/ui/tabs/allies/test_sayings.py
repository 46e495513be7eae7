from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from msgspec.structs import replace

from allybook.domain.book.ally import Ally
from allybook.domain.book.entry import Kind, Status
from allybook.domain.book.reasons import KnownAround, weigh
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.ui.models.nominations import nomination_sentence
from allybook.ui.tabs.allies.sayings import (
    ChatDay,
    Room,
    origins,
    plain_row,
    said_in,
    strongest_first,
    with_quote,
)

AT = datetime(2026, 3, 31, 1, tzinfo=UTC)
ALLY = Ally("11", "HarborRow", "11", Kind.ORGANISATION, Status.NOMINATED)
ACCOUNT = Account("11", "HarborRow", "Harbor Row Shelter Network")


def post(text, author="31", minute=0, tags=("SwHelper",), mentions=("HarborRow",)):
    at = AT + timedelta(minutes=minute)
    named = tuple(Mention(name) for name in mentions)
    return Post(id_at(at), author, at, text, hashtags=tags, mentions=named)


def ally(*posts, **changes):
    words = tuple(f"{one.post_id}:{one.author_id}" for one in posts)
    fields = {"evidence": words} | changes
    return Ally("11", "HarborRow", "11", Kind.ORGANISATION, Status.NOMINATED, **fields)


def nomination_row(one, account, room):
    return with_quote(plain_row(one, account, room), one, account, room)


def row(*posts, account=ACCOUNT, questions=None):
    room = Room({one.post_id: one for one in posts}, questions or {})
    return nomination_row(ally(*posts), account, room)


def test_people_are_counted_once_however_often_they_say_it():
    one, again = post("Follow @HarborRow"), post("And @HarborRow again", minute=1)
    other = post("Follow @HarborRow", author="32", minute=2)
    shown = row(one, again, other)
    assert (shown.people, shown.posts) == (2, 3)


def test_posts_that_the_cache_has_lost_still_count():
    shown = nomination_row(ally(post("Follow @HarborRow")), ACCOUNT, Room())
    assert (shown.people, shown.posts, shown.quote) == (1, 1, "")


def test_the_quote_begins_where_it_is_recommended_and_stresses_why():
    shown = row(post("A3: For beds, check out @HarborRow for tonight. Bye! #SwHelper"))
    assert (shown.quote, shown.stressed) == ("check out @HarborRow for tonight", "check out")


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        (
            "A3 Don't reach out to @HarborRow by phone. Follow @HarborRow for updates",
            "Follow @HarborRow for updates",
        ),
        (
            "A3 I would never send people to @OldOrg, follow @HarborRow instead",
            "I would never send people to @OldOrg, follow @HarborRow instead",
        ),
        ("I can\u2019t turn to @HarborRow", "I can't turn to @HarborRow"),
        (
            "Nobody whom I have met in these years knows that @HarborRow is there",
            "Nobody whom I have met in these years knows that @HarborRow is there",
        ),
    ],
)
def test_a_quote_never_says_the_opposite(text, quote):
    assert row(post(text, mentions=("HarborRow", "OldOrg"))).quote == quote


def test_a_quote_has_no_address_that_x_shortened():
    shown = row(post("Follow @HarborRow at t.co/abc now (HTTPS://t.co/def)"))
    assert shown.quote == "Follow @HarborRow at now"


def test_a_plain_name_is_quoted_in_its_sentence_without_the_chats_tag():
    shown = row(post("A3 @HarborRow #SwHelper"))
    assert (shown.quote, shown.stressed) == ("@HarborRow", "")


def test_one_recommending_word_is_quoted_with_what_leads_to_it():
    shown = row(post("Re A3: I could not do without @HarborRow"))
    assert (shown.quote, shown.stressed) == ("I could not do without @HarborRow", "without")


def test_an_account_that_was_renamed_since_is_quoted_by_its_old_handle():
    said = post("Follow @OldHarbor", mentions=())
    said = replace(said, mentions=(Mention("OldHarbor", "11"),))
    assert row(said).quote == "Follow @OldHarbor"


def test_a_long_way_to_a_name_is_shortened():
    words = "well " * 20
    shown = row(post(f"{words}@HarborRow there"))
    assert shown.quote.startswith("… well")
    assert shown.quote.endswith("@HarborRow there")
    assert len(shown.quote) < 60


def test_words_that_recommend_are_quoted_before_others():
    plain = post("@HarborRow is on the corner")
    better = post("Everyone, follow @HarborRow", author="32", minute=1)
    assert row(plain, better).stressed == "follow"


def test_a_hashtag_is_quoted_by_its_sign():
    said = post("Follow #ShelterNotes for beds", tags=("ShelterNotes",), mentions=())
    evidence = (f"{said.post_id}:31",)
    tag = Ally(
        "#shelternotes", "ShelterNotes", None, Kind.HASHTAG, Status.NOMINATED, evidence=evidence
    )
    shown = nomination_row(tag, None, Room({said.post_id: said}))
    assert (shown.name, shown.quote) == ("#ShelterNotes", "Follow #ShelterNotes for beds")


def test_questions_are_named_in_order_and_once():
    assert said_in([]) == ""
    assert said_in([3, 3]) == "A3"
    assert said_in([4, 3]) == "A3 and A4"
    assert said_in([6, 3, 4]) == "A3, A4 and A6"
    one = post("Follow @HarborRow")
    assert row(one, questions={one.post_id: 3}).said_in == "A3"


def test_who_asks_for_no_lists_and_who_is_private_is_flagged():
    account = Account("11", "HarborRow", bio="No lists please", private=True)
    told = weigh(account, KnownAround(), AT)
    shown = nomination_row(ally(), account, Room(told={"11": told}))
    flags = [pill.words for pill in shown.flags]
    assert flags == ["says “no lists”: ask first", "private"]


def test_those_whom_most_people_named_come_first():
    weak = row(post("Follow @HarborRow"))
    strong = row(post("Follow @HarborRow"), post("Follow @HarborRow", author="32", minute=1))
    assert strongest_first([weak, strong]) == (strong, weak)


def test_a_late_chat_belongs_to_the_evening_where_the_person_is():
    eastern = timezone(timedelta(hours=-4))
    found = origins([post("x"), post("y", minute=1)], {"swhelper"}, eastern)
    assert found == (ChatDay("SwHelper", date(2026, 3, 30)),)


def test_only_hashtags_of_chats_that_were_captured_tell_where_it_was_said():
    assert origins([post("x", tags=("Housing",))], {"swhelper"}, UTC) == ()


def test_what_the_x_list_asks_comes_before_what_people_said():
    lost = nomination_row(ally(evidence=("off_list:9", "on_list:9")), ACCOUNT, Room())
    found = nomination_row(ally(evidence=("on_list:9",)), ACCOUNT, Room())
    assert lost.cause == "No longer on the X List: put it back, or leave it off?"
    assert found.cause == "On the X List, not added from here: keep it, or take it off?"
    assert (found.people, found.posts) == (0, 0)
    named = row(post("Thank you @HarborRow"))
    assert named.cause == ""
    assert strongest_first([named, found])[0] is found
    assert nomination_sentence(found).endswith(f": {found.cause}")
