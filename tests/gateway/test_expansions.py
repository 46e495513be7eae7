"""Expansions are billed: none is asked for by default, and each is in the worst case if it is."""

from __future__ import annotations

import pytest

from allybook.domain.check.followback import Side
from allybook.gateway.vocabulary import POSTS, USERS, Vocabulary
from tests.gateway import samples
from tests.servers.x_server import Reply

ME, LIST, ALLY = samples.ME, samples.LIST_ID, samples.ALLY
REQUESTS = {
    "me": lambda x: x.me(),
    "accounts": lambda x: x.accounts([ALLY, "77"]),
    "by handle": lambda x: x.accounts_by_handle(["HarbourShelter"]),
    "followers": lambda x: x.follows(Side.FOLLOWERS, ME, size=50),
    "following": lambda x: x.follows(Side.FOLLOWING, ME, size=50),
    "owned lists": lambda x: x.owned_lists(ME),
    "list": lambda x: x.x_list(LIST),
    "members": lambda x: x.members(LIST, size=50),
    "list posts": lambda x: x.list_posts(LIST, size=50),
    "home": lambda x: x.home(ME, size=50),
    "search": lambda x: x.search("#swhelper", size=50),
    "count": lambda x: x.count("#swhelper"),
    "create": lambda x: x.create_list("Allies", "", private=True),
    "delete": lambda x: x.delete_list(LIST),
    "add": lambda x: x.add_member(LIST, ALLY),
    "remove": lambda x: x.remove_member(LIST, ALLY),
}
OF_POSTS = {"list posts", "home", "search"}
ANSWERS = {
    "count": Reply({"data": [], "meta": {"total_tweet_count": 0}}),
    "create": Reply({"data": {"id": "9", "name": "Allies"}}),
    "delete": Reply({"data": {"deleted": True}}),
    "add": Reply({"data": {"is_member": True}}),
    "remove": Reply({"data": {"is_member": False}}),
    "me": Reply({"data": samples.OLD_ACCOUNT}),
    "list": Reply({"data": samples.OLD_LIST}),
}
NOTHING = Reply({"data": [], "meta": {"result_count": 0}})


def send(connect, server, name, **terms):
    server.answer(ANSWERS.get(name, NOTHING))
    REQUESTS[name](connect(**terms))
    [request] = server.seen
    return request


def test_every_request_of_the_network_is_here(connect):
    public = {name for name in dir(connect()) if not name.startswith("_")} - {"close"}
    assert len(REQUESTS) == len(public) + 1  # both sides of ``follows``


@pytest.mark.parametrize("name", REQUESTS)
def test_no_request_asks_for_expansions(connect, server, meter, name):
    request = send(connect, server, name)
    assert not [word for word in request.query if "expansions" in word]
    assert len(meter.allowed) == 1


@pytest.mark.parametrize("name", REQUESTS)
def test_in_the_new_words_what_comes_along_is_reserved_too(connect, server, meter, name):
    request = send(connect, server, name, vocabulary=Vocabulary.POST)
    asked = [word for word in request.query.get("expansions", "").split(",") if word]
    along = {endpoint: most for endpoint, most, _owned in meter.allowed[1:]}
    # An author and whom is replied to; what is replied to and what is quoted.
    assert along == ({USERS: 100, POSTS: 100} if name in OF_POSTS else {})
    assert len(asked) == (3 if name in OF_POSTS else 0)


@pytest.mark.parametrize("name", sorted(OF_POSTS))
def test_where_expansions_are_free_nothing_is_reserved_for_them(connect, server, meter, name):
    send(connect, server, name, vocabulary=Vocabulary.POST, bill_expansions=False)
    assert len(meter.allowed) == 1


def test_what_comes_along_is_counted_where_it_is_billed(connect, server, meter):
    page = {
        "data": [samples.NEW_POST],
        "includes": {"users": [samples.NEW_ACCOUNT], "posts": [samples.NEW_POST]},
        "meta": {"result_count": 1},
    }
    server.answer(Reply(page), Reply(page))
    connect(vocabulary=Vocabulary.POST).list_posts(LIST)
    assert [endpoint for endpoint, *_ in meter.counted] == [
        *("GET /2/lists/:id/tweets", USERS, POSTS)
    ]
    meter.counted.clear()
    connect(vocabulary=Vocabulary.POST, bill_expansions=False).list_posts(LIST)
    assert [endpoint for endpoint, *_ in meter.counted] == ["GET /2/lists/:id/tweets"]
