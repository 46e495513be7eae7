"""The conversation around a post: what it answers, and who answered it first."""

from __future__ import annotations

from datetime import timedelta

import pytest
from msgspec.structs import replace

from allybook.domain.posts import Mention
from allybook.services.timeline.thread import AFTER, BATCH, BEFORE, LOOKED_AT, thread_of
from tests.store.samples import HOME, MORNING, a_post, an_account

HOST, GUEST = an_account(1, "host"), an_account(2, "guest")
QUESTION = a_post(1, "Q1 What helps?", author_id="1")
OTHER = "999999"


def answer(number, to="1"):
    return a_post(
        10 + number,
        f"@host answer {number}",
        author_id="2",
        reply_to=to,
        mentions=(Mention("host", "1"),),
        created_at=MORNING + timedelta(seconds=number),
    )


def save(desk, posts):
    desk.cache.save_posts([QUESTION, *posts], HOME, accounts=[HOST, GUEST])


def numbers(thread):
    return [int(row.post.post_id) - 10 for row in thread.after]


@pytest.mark.parametrize("later", [0, BATCH + 10, LOOKED_AT + 10])
def test_the_first_answers_are_shown_however_much_is_written_to_the_host_later(desk, later):
    first = [answer(n) for n in range(AFTER + 1)]
    save(desk, [*first, *(answer(n, OTHER) for n in range(10, 10 + later))])
    assert numbers(thread_of(desk, QUESTION)) == list(range(AFTER))


def test_answers_are_found_behind_many_to_other_questions(desk):
    others = [answer(n, OTHER) for n in range(BATCH + 5)]
    late = [answer(n) for n in range(BATCH + 5, BATCH + 7)]
    save(desk, [*others, *late])
    assert numbers(thread_of(desk, QUESTION)) == [BATCH + 5, BATCH + 6]


def test_what_a_post_answers_comes_before_it(desk):
    save(desk, [answer(0)])
    thread = thread_of(desk, answer(0))
    assert [row.post.post_id for row in thread.before] == ["1"]
    assert not thread.unknown


def test_what_a_post_quotes_comes_before_it(desk):
    save(desk, [])
    quote = a_post(5, "So much helps", author_id="2", quote_of="1")
    assert [row.post.post_id for row in thread_of(desk, quote).before] == ["1"]
    both = replace(quote, reply_to=OTHER)
    assert thread_of(desk, both).before == ()


def test_what_a_post_passes_on_comes_before_it_with_the_answers_to_that(desk):
    passed_on = a_post(500, "RT @host: Q1 What", author_id="2", repost_of="1")
    save(desk, [passed_on, answer(0), answer(1, OTHER)])
    thread = thread_of(desk, passed_on)
    assert [row.post.post_id for row in thread.before] == ["1"]
    assert numbers(thread) == [0]
    assert (thread.passes_on, thread.unknown) == (True, False)
    unread = thread_of(desk, replace(passed_on, repost_of=OTHER))
    assert (unread.before, unread.after, unread.unknown) == ((), (), False)


def test_what_nobody_read_is_unknown(desk):
    save(desk, [answer(0, OTHER)])
    assert thread_of(desk, answer(0, OTHER)).unknown


def test_of_a_long_conversation_the_nearest_posts_are_shown(desk):
    said = [answer(n, str(9 + n) if n else "1") for n in range(BEFORE + 3)]
    save(desk, said)
    thread = thread_of(desk, said[-1])
    assert [row.post for row in thread.before] == said[-1 - BEFORE : -1]
    assert (thread.unknown, thread.longer) == (False, True)


@pytest.mark.parametrize("above", [None, "1", OTHER])
def test_a_long_conversation_says_what_became_of_its_beginning(desk, above):
    """As many posts as are shown come before it, and the first of them answers one more."""
    first = [replace(answer(0), reply_to=above)]
    said = first + [answer(n, str(9 + n)) for n in range(1, BEFORE + 1)]
    save(desk, said)
    thread = thread_of(desk, said[-1])
    assert [row.post for row in thread.before] == said[:BEFORE]
    assert (thread.unknown, thread.longer) == (above == OTHER, above == "1")


def test_two_posts_that_answer_each_other_are_shown_once(desk):
    one, other = (
        a_post(key, f"{key} says", author_id="2", reply_to=to) for key, to in ((3, "4"), (4, "3"))
    )
    save(desk, [one, other])
    thread = thread_of(desk, one)
    assert [row.post.post_id for row in thread.before] == ["4"]
    assert (thread.unknown, thread.longer) == (False, False)


def test_who_goes_on_in_a_thread_is_among_the_answers(desk):
    parts = [
        a_post(10 + n, f"{n + 1}/ and so on", author_id="1", reply_to=to, reply_to_user="1",
               created_at=MORNING + timedelta(seconds=n))
        for n, to in ((1, "1"), (2, "11"), (4, "1"))
    ]  # fmt: skip
    save(desk, [*parts, answer(3)])
    assert numbers(thread_of(desk, QUESTION)) == [1, 3, 4]
    assert numbers(thread_of(desk, parts[0])) == [2]


def test_own_answers_are_found_behind_many_to_others(desk):
    def own(number, to):
        at = MORNING + timedelta(seconds=number)
        return a_post(10 + number, "Well", author_id="1", reply_to=to, created_at=at)

    save(desk, [*(own(n, OTHER) for n in range(BATCH + 5)), own(BATCH + 6, "1"), answer(0)])
    assert numbers(thread_of(desk, QUESTION)) == [0, BATCH + 6]


def test_answers_to_a_handle_of_before_are_found(desk):
    save(desk, [answer(0)])
    desk.cache.save_accounts([replace(HOST, handle="hostess")], MORNING + timedelta(days=1))
    later = replace(answer(1), text="@hostess later", mentions=(Mention("hostess", "1"),))
    desk.cache.save_posts([later], HOME)
    assert numbers(thread_of(desk, QUESTION)) == [0, 1]


def test_of_an_author_without_a_handle_the_own_answers_are_found(desk):
    own = a_post(15, "2/ more", author_id="1", reply_to="1")
    desk.cache.save_posts([QUESTION, own], HOME)
    assert numbers(thread_of(desk, QUESTION)) == [5]


@pytest.mark.parametrize("other", ["abc", "<b>x", "9" * 30, "१२", "-5"])
def test_a_post_that_answers_what_is_no_id_stands_alone(desk, other):
    save(desk, [])
    odd = a_post(50, "and so?", author_id="2", reply_to=other)
    desk.cache.save_posts([odd], HOME)
    assert (thread_of(desk, odd).before, thread_of(desk, odd).unknown) == ((), True)
    assert thread_of(desk, a_post(51, "see", quote_of=other)).before == ()
