"""A repost of a quote falls under the mutes that the quote does: in a file as in the cache."""

import json

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.mutes import MuteKind
from allybook.services.timeline.mutes import MUTED, mute
from allybook.services.timeline.sift import count, sift
from tests.store.samples import HOME, a_post, an_account

FIRST = 1774000000000000001


def told(number, text, kind="", of=0):
    references = [{"type": kind, "id": str(FIRST + of)}] if kind else []
    post = {"id": str(FIRST + number), "author_id": "7", "text": text}
    return post | {"referenced_tweets": references}


THOSE = [
    told(1, "buy crypto"),
    told(2, "so true", "quoted", 1),
    told(3, "RT @a: so true", "retweeted", 2),
    told(4, "indeed", "quoted", 2),
    told(5, "beds"),
    told(6, "RT @a: beds", "retweeted", 5),
]
REACHED = [FIRST + 3, FIRST + 2, FIRST + 1]


@pytest.mark.parametrize("turn", [1, -1])
def test_in_a_file_whatever_comes_first(desk, tmp_path, turn):
    mute(desk, MuteKind.WORD, "crypto")
    file = tmp_path / "posts.jsonl"
    file.write_text("\n".join(map(json.dumps, THOSE[::turn])), encoding="utf-8")
    bad = []
    rows = sift(desk, file, parse("is:muted"), bad.append)
    assert [int(row.post.post_id) for row in rows] == REACHED
    assert count(desk, file, parse("is:muted"), bad.append) == len(REACHED)
    assert bad == []


def test_in_a_file_under_the_name_that_a_muted_author_has_now(desk, tmp_path):
    desk.cache.save_accounts([an_account(77, "ana")], desk.clock.now())
    mute(desk, MuteKind.AUTHOR, "ana")
    desk.cache.save_accounts([an_account(77, "ana_new"), an_account(78, "ana")], desk.clock.now())
    posts = told(1, "RT @ana_new: win", "retweeted", 8), told(2, "RT @ana: beds", "retweeted", 9)
    file = tmp_path / "posts.jsonl"
    file.write_text("\n".join(map(json.dumps, posts)), encoding="utf-8")
    rows = sift(desk, file, parse("is:muted"), [].append)
    assert [int(row.post.post_id) for row in rows] == [FIRST + 1]


def test_in_the_cache(desk):
    mute(desk, MuteKind.WORD, "crypto")
    posts = [a_post(FIRST + 1, "buy crypto"), a_post(FIRST + 2, "true", quote_of=str(FIRST + 1))]
    desk.cache.save_posts([*posts, a_post(FIRST + 3, "RT", repost_of=str(FIRST + 2))], HOME)
    assert list(desk.cache.order(MUTED, limit=9)) == list(desk.cache.order(MUTED)) == REACHED
    for alone in REACHED:
        (row,) = desk.cache.rows([alone]).values()
        assert row.verdict.mute.value == "crypto"
