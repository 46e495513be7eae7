"""``chat``: what was counted is read, and nothing else; a time of which X has nothing is none."""

from datetime import timedelta
from decimal import Decimal

import pytest
from msgspec.structs import replace

from allybook.domain.errors import BadInput, RateLimited
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Mention, Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.services.money.quote import spent_this_month
from allybook.services.reading.capture import chat_source
from allybook.services.reading.hours import LongAgo

CHAT = ("chat", "swhelper", "--no-nominate", "--json")


def written(clock, number=1, every=timedelta(minutes=1)):
    moments = [clock.now() - one * every for one in range(1, number + 1)]
    return [
        Post(id_at(at, sequence=5), "31", at, "#swhelper", hashtags=("swhelper",)) for at in moments
    ]


@pytest.fixture
def busy(allybook, desk, network, clock):
    """A chat of forty posts that goes on while X asks to wait."""
    network.found = written(clock, 40)
    network.trouble["search"] = [RateLimited("X asks to wait.", clock.now() + timedelta(minutes=9))]

    def wait(seconds):
        clock.advance(seconds=seconds)
        if len(network.found) < 140:
            network.found = written(clock, every=timedelta()) + network.found

    allybook.desk = replace(desk, wait=wait)
    return allybook


def test_what_is_written_after_the_count_is_left_for_the_next(busy, desk, network, clock):
    said = busy(*CHAT)
    assert (said.status, said.json["posts"]) == (0, 40)
    assert spent_this_month(desk) == Decimal("0.205")
    known = {post.post_id for post in desk.cache.posts(chat_source("swhelper"))}
    assert known == {post.post_id for post in network.found[-40:]}
    said = busy(*CHAT)
    assert "X counts 100 more posts with #swhelper. 40 posts of that time are here" in said.err
    assert (said.status, said.json["posts"]) == (0, 140)
    assert spent_this_month(desk) == Decimal("0.21") + Decimal("0.50")


PAST = ("--from", "2026-01-01", "--to", "2026-01-02")
REFUSED = [
    (PAST, LongAgo, "X searches the last seven days only, and all of that time is longer ago"),
    (("--to", "2026-03-24T09:00Z"), LongAgo, "all of that time is longer ago"),
    (("--from", "2026-03-30", "--to", "2026-03-29"), BadInput, "No post lies between these times"),
    (("--from", "2026-03-30", "--to", "2026-03-30"), BadInput, "No post lies between these times"),
    (("--from", "2026-03-31T09:00:01Z"), BadInput, "That time is still to come: nothing was asked"),
]


@pytest.mark.parametrize(("told", "error", "why"), REFUSED)
def test_a_time_of_which_x_has_nothing_is_no_empty_chat(allybook, desk, network, told, error, why):
    for up in (True, False):
        desk.line.switch(up=up)
        for reads in (("chat",), ("quote", "chat")):
            with pytest.raises(error, match=why):
                allybook(*reads, "swhelper", *told)
    assert network.asked == []


@pytest.mark.parametrize("form", ["--csv", "--html", "--md"])
def test_a_record_leaves_private_people_out_and_says_so(allybook, desk, clock, form):
    [post, other] = written(clock, 2)
    private = replace(post, author_id="32", text="for friends #swhelper")
    quiet = Account("32", "quiet_one", private=True)
    desk.cache.save_posts([private, other], Source(Origin.HOME, ""), accounts=[quiet])
    desk.line.switch(up=False)
    said = allybook("chat", "swhelper", "--no-nominate", form)
    assert other.post_id in said.out or form == "--md"
    assert "for friends" not in said.out
    assert "Left out: 1 post of private accounts." in said.err


@pytest.mark.parametrize("form", ["--json", ""])
def test_the_words_of_private_people_are_given_to_nobody(allybook, desk, clock, form):
    trust = Mention("KettleTrust")
    question, shared, again = (
        replace(post, text=f"{text} #swhelper", author_id=author, mentions=mentions)
        for post, text, author, mentions in zip(
            written(clock, 3)[::-1],
            (
                "Q1 Who shelters foxgloves?",
                "Follow @KettleTrust, dear friends",
                "Do follow @KettleTrust",
            ),
            ("32", "32", "33"),
            ((), (trust,), (trust,)),
            strict=True,
        )
    )
    quiet = Account("32", "quiet_one", private=True)
    home = Source(Origin.HOME, "")
    desk.cache.save_posts([question, shared, again], home, accounts=[quiet])
    desk.line.switch(up=False)
    said = allybook("chat", "swhelper", "--no-nominate", *filter(None, [form]))
    assert "foxgloves" not in said.out
    assert "dear friends" not in said.out
    assert "Do follow @KettleTrust" in said.out
    if form:
        assert said.err == "Left out: the words of 2 posts of private accounts.\n"
        assert [one["post_id"] for one in said.json["questions"]] == [question.post_id]
        [nomination] = said.json["nominations"]
        assert nomination["score"] == 2


def test_what_was_read_of_a_time_long_ago_is_printed_as_before(allybook, network, clock):
    network.found = written(clock, 40)
    hour = ("--from", "2026-03-31T08:30Z", "--to", "2026-03-31T08:50Z")
    empty = ("--from", "2026-03-31T07:00Z", "--to", "2026-03-31T08:00Z")
    allybook(*CHAT)
    clock.advance(seconds=20 * 86_400)
    asked = len(network.asked)
    said = allybook(*CHAT, *hour)
    assert (said.status, said.json["posts"]) == (0, 20)
    assert said.err == (
        "All of it was read before. 20 posts of that time are here already and cost nothing.\n"
    )
    said = allybook(*CHAT, *empty)
    assert (said.status, said.json["posts"], said.err) == (0, 0, "All of it was read before.\n")
    wide = allybook(*CHAT, "--from", "2026-03-01", "--to", "2026-03-31T08:40Z")
    assert (wide.status, wide.json["posts"]) == (0, 20)
    assert wide.err.startswith("Not all of it was read, and X gives no more of that time. 20 posts")
    assert len(network.asked) == asked


def test_posts_of_a_time_long_ago_that_came_otherwise_are_printed(allybook, desk, clock):
    clock.advance(seconds=-60 * 86_400)
    desk.cache.save_posts(written(clock, 3), Source(Origin.FILE, "a"))
    clock.advance(seconds=60 * 86_400)
    said = allybook(*CHAT, "--from", "2026-01-01", "--to", "2026-02-01")
    assert (said.status, said.json["posts"]) == (0, 3)
    assert said.err.startswith("Not all of it was read, and X gives no more of that time. 3 posts")


def test_printing_a_chat_again_brings_nobody_back_who_was_removed(allybook, desk, clock):
    trust = Mention("KettleTrust")
    old, new = (
        replace(post, text="Please follow @KettleTrust", author_id=author, mentions=(trust,))
        for post, author in zip(written(clock, 2), ("31", "32"), strict=True)
    )
    file = Source(Origin.FILE, "a")
    desk.cache.save_posts([old], file)
    desk.line.switch(up=False)

    def status():
        allybook("chat", "swhelper", "--json")
        [ally] = allybook("allies", "list", "--json").json
        return ally["status"]

    assert status() == "nominated"
    allybook("allies", "approve", "@KettleTrust")
    allybook("allies", "remove", "@KettleTrust")
    assert status() == "removed"
    # Only somebody newly shared is proposed again.
    desk.cache.save_posts([new], file)
    assert status() == "nominated"
    # By hand they come back at once.
    allybook("allies", "remove", "@KettleTrust")
    allybook("allies", "add", "@KettleTrust", "--nominate")
    assert status() == "nominated"


def test_a_quote_for_a_chat_is_for_its_reposts_where_they_are_wanted(allybook, clock, network):
    network.found = written(clock, 40)
    words = ("swhelper", "--from", "2026-03-31T08:30Z", "--to", "2026-03-31T08:50Z")
    allybook(*CHAT)
    asked = len(network.asked)
    assert allybook("quote", "chat", *words, "--json").json["dollars"] == 0
    whole = allybook("quote", "chat", *words, "--with-reposts", "--json").json
    assert whole["dollars"] > 0
    assert "X counts them first" in whole["because"]
    assert len(network.asked) == asked
    with pytest.raises(BadInput, match="leave out --with-reposts"):
        allybook("quote", "home", "--with-reposts")


@pytest.mark.parametrize("more", [(), ("--no-nominate",)])
def test_who_was_shared_by_two_handles_is_printed_once(allybook, desk, clock, more):
    """As it is nominated, and as the window shows it."""
    desk.cache.save_accounts([Account("41", "NewOrg")], clock.now())
    posts = [
        replace(post, text=f"Check out @{one.handle} #swhelper", mentions=(one,))
        for post, one in zip(
            written(clock, 2), (Mention("OldOrg", "41"), Mention("NewOrg")), strict=True
        )
    ]
    desk.cache.save_posts(posts, chat_source("swhelper"))
    desk.line.switch(up=False)
    (one,) = allybook("chat", "swhelper", "--json", *more).json["nominations"]
    assert (one["user_id"], len(one["evidence"])) == ("41", 2)
    shown = allybook("chat", "swhelper", *more).out
    assert "@NewOrg  organisation" in shown
    assert "OldOrg" not in shown
    if not more:
        assert [ally.key for ally in desk.book().allies()] == ["41"]
