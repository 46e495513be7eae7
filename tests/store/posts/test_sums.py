"""Marks that come and go with what stands around a post: its own ones stay as they were."""

from allybook.domain.noise import Mark
from tests.store.samples import CHAT, HOME, a_post

TEXT = "Fourteen beds are open tonight on the east side and pets are welcome there"


def marks(cache, *post_ids):
    rows = cache.rows(post_ids)
    return [rows[post_id].verdict.marks for post_id in post_ids]


def test_a_repost_stays_one_when_its_chat_is_read(cache):
    cache.save_posts([a_post(1, "RT @ana: homes", repost_of="9", hashtags=("swhelper",))], HOME)
    (before,) = marks(cache, 1)
    assert before & Mark.REPOST
    cache.save_posts([a_post(2, "Homes now", hashtags=("swhelper",))], CHAT)
    assert marks(cache, 1) == [before | Mark.CHAT]


def test_what_is_no_copy_any_more_is_as_it_was_and_nothing_else(cache):
    cache.save_posts([a_post(2, TEXT, author_id="11")], HOME)
    alone = marks(cache, 2)
    cache.save_posts([a_post(1, TEXT)], HOME)
    assert marks(cache, 2) == [alone[0] | Mark.NEAR]
    cache.erase(["10"])
    assert marks(cache, 2) == alone
