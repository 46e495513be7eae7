"""Copies among the posts of a file, where all of them share their bands."""

from datetime import timedelta

from allybook.domain.noise.near import BANDS, ROOM, ROWS
from allybook.domain.posts import Post
from allybook.services.timeline.copies import Copies
from tests.fakes.clock import NOON


def said(key, word="word"):
    text = " ".join(f"{word}{number}" for number in range(9))
    return Post(str(key), "100", NOON + timedelta(minutes=key), text, "en")


def find(lumps):
    """Return the copies among posts, each with the oldest of its group."""
    copies = Copies(lambda sets: [[1] * BANDS * ROWS for _ in sets])
    for number, posts in enumerate(lumps):
        copies.add(posts, number)
    near = {post.post_id: copies.find(post, {}) for posts in lumps for post in posts}
    return {key: found.post_id for key, found in near.items() if found}


def test_of_posts_that_say_the_same_the_oldest_is_no_copy_in_whatever_lump_it_is():
    assert find([[said(3), said(2)], [said(1)]]) == {"3": "1", "2": "1"}


def test_a_post_that_says_again_what_it_said_stands_where_it_was_first():
    """As in an import: it has its room before those of later lumps, who find the bands full."""
    first, again = said(50), said(51)
    others = [said(key, f"other{key}x") for key in range(1, ROOM)]
    further = said(40, "further")
    assert find([[first, *others], [further, first], [again]]) == {"51": "50"}


def test_a_post_that_says_something_else_is_what_it_said_last():
    assert find([[said(1)], [said(2), said(1, "other")]]) == {}
