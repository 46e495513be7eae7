"""X is asked in its old words or in its new ones, as the person says; both are understood."""

from decimal import Decimal

import pytest

from tests.servers.practice_server import practice_server
from tests.stories.command import allybook

TOKEN = "planted-token-8c1f"  # noqa: S105 (not a secret: the practice network takes any)
OLD, NEW = "tweet.fields", "post.fields"


def run(server, profile, *words, status=0):
    common = ("--api-base", server.address, "--token-stdin", "--budget", "20")
    ended = allybook(*common, *words, profile=profile, stdin=TOKEN)
    assert ended.status == status, ended.err
    return ended


def asked_in(server):
    """Return in which words posts were asked for."""
    asked = " ".join(path for _method, path in server.asked)
    return {words for words in (OLD, NEW) if words in asked}


def read_posts(server, profile, *words):
    run(server, profile, *words, "chat", "swhelper", "--json")
    return allybook("posts", "#swhelper", "--json", profile=profile).json


def spent(profile):
    return Decimal(str(allybook("ledger", "--json", profile=profile).json["month"]))


@pytest.mark.timeout(180)
def test_both_vocabularies_bring_the_same_posts_at_what_the_ledger_says(tmp_path):
    found = {}
    for words, vocabulary in ((OLD, "tweet"), (NEW, "post")):
        profile = tmp_path / vocabulary
        with practice_server() as server:
            posts = read_posts(server, profile, "--vocabulary", vocabulary)
            assert asked_in(server) == {words}
            assert spent(profile) == server.bill.dollars
        found[vocabulary] = {(one["id"], one["text"]) for one in posts}
    assert len(found["tweet"]) > 100
    # What comes along is kept as well: new words bring more than was asked for.
    assert found["tweet"] <= found["post"]


@pytest.mark.timeout(120)
def test_a_person_can_keep_to_the_new_words(tmp_path):
    (tmp_path / "prices.toml").write_text('vocabulary = "post"\n', encoding="utf-8")
    with practice_server() as server:
        run(server, tmp_path, "refresh", "--most", "20", status=1)
        assert asked_in(server) == {NEW}
        quote = run(server, tmp_path, "quote", "refresh", "--json").json
    # 300 posts, and at worst two accounts and two posts along with each.
    assert quote["dollars"] == pytest.approx(300 * (0.005 + 2 * 0.01 + 2 * 0.005), abs=0.02)


def test_other_words_than_these_are_refused(tmp_path):
    (tmp_path / "prices.toml").write_text('vocabulary = "toot"\n', encoding="utf-8")
    ended = allybook("ledger", profile=tmp_path)
    assert ended.status == 2
    assert "“vocabulary” has to be “tweet” or “post”" in ended.err
