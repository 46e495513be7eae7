"""Who hosts, who is the guest, who took part and who only passed posts on."""

from allybook.domain.chat.questions import find_questions
from allybook.domain.chat.roles import ChatRole, find_people, is_repost
from tests.domain.chat.talk import accounts, say

TALK = [
    say(0, "host", "Welcome! Our guest tonight is @Guest, ask her anything. Hi @Jane"),
    say(1, "host", "Q1: What keeps you going?"),
    say(2, "jane", "A1 tea"),
    say(3, "jane", "and toast"),
    say(4, "guest", "A1 sleep"),
    say(5, "guest", "Q2: What keeps you up?"),
    say(6, "marco", "A2 @Tess and her trombone"),
]
PASSED = [
    say(7, "tess", "", repost_of="102"),
    say(8, "jane", "RT @Guest: A1 sleep"),
    say(9, "tess", "", repost_of="104"),
]


def people(known=None):
    return find_people(TALK, PASSED, find_questions(TALK), accounts() if known is None else known)


def test_roles_are_told_apart():
    roles = {one.handle: one.role for one in people().participants}
    assert roles == {
        "Host": ChatRole.HOST,
        "Guest": ChatRole.GUEST,
        "Jane": ChatRole.PARTICIPANT,
        "Marco": ChatRole.PARTICIPANT,
    }


def test_own_words_answers_and_reposts_are_counted_apart():
    counts = {one.handle: (one.posts, one.answers, one.reposts) for one in people().participants}
    assert counts["Jane"] == (2, 1, 1)
    assert counts["Guest"] == (2, 1, 0)


def test_who_only_passes_posts_on_takes_no_part():
    assert people().reposters == ("4",)


def test_the_busiest_come_first():
    posts = [one.posts for one in people().participants]
    assert posts == sorted(posts, reverse=True)


def test_handles_of_unknown_accounts_are_read_off_the_mentions():
    assert people({}).handles() == {"guest", "jane"}
    assert people({}).handles(ChatRole.GUEST) == {"guest"}


def test_a_chat_without_questions_has_no_host():
    found = find_people([say(1, "jane", "hello")], [], (), accounts())
    assert [one.role for one in found.participants] == [ChatRole.PARTICIPANT]


def test_reposts_of_both_kinds_are_recognised():
    assert [is_repost(post) for post in PASSED] == [True] * 3
    assert not is_repost(say(1, "jane", "Please RT @Guest"))
    assert is_repost(say(1, "jane", "RT @Guest sleep first"))
    assert is_repost(say(1, "jane", "RT @Guest"))
    assert not is_repost(say(1, "jane", "RT @Guest and follow @Marco"))
    assert not is_repost(say(1, "jane", "RT @Guest, @Marco too"))
