"""A chat as a whole does not depend on the order in which its posts were read."""

from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.chat.summary import read_chat
from tests.domain.chat.talk import START, accounts, say

POSTS = [
    say(1, "host", "Q1: Which organisations help you? #SwHelper"),
    say(2, "jane", "A1 @SafeRoofNet #swhelper"),
    say(3, "marco", "A1 @BridgeMeals and @SafeRoofNet"),
    say(4, "tess", "RT @Jane: A1 @SafeRoofNet #swhelper"),
    say(5, "tess", "", repost_of="103"),
]


def test_posts_and_reposts_are_apart():
    chat = read_chat("#SwHelper", POSTS, accounts=accounts())
    assert [post.post_id for post in chat.posts] == ["101", "102", "103"]
    assert [post.post_id for post in chat.reposts] == ["104", "105"]
    assert (chat.hashtag, len(chat.participants), chat.reposters) == ("SwHelper", 3, ("4",))
    assert (chat.start, chat.end) == (POSTS[0].created_at, POSTS[-1].created_at)
    assert [one.name for one in chat.nominations] == ["SafeRoofNet", "BridgeMeals"]


@given(st.permutations(POSTS), st.sampled_from(POSTS))
def test_order_and_repetition_change_nothing(posts, again):
    chat = read_chat("SwHelper", POSTS, accounts=accounts())
    assert read_chat("SwHelper", [again, *posts, again], accounts=accounts()) == chat


def test_no_posts_are_a_chat_too():
    chat = read_chat("SwHelper", [], accounts={})
    assert (chat.start, chat.end, chat.posts, chat.nominations) == (None, None, (), ())
    assert chat.start != START
