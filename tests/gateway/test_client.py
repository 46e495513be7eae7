from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput, Garbled, ListLocked, NotThere, Refused
from allybook.domain.lists import XList
from allybook.domain.people.accounts import Connection, Problem, Reason
from allybook.domain.reading.pages import who_is_on
from allybook.gateway.vocabulary import Vocabulary
from allybook.ports.network import Window
from tests.gateway import samples
from tests.gateway.conftest import BEARER
from tests.servers.x_server import Reply

WORDS = [
    (Vocabulary.TWEET, samples.OLD_ACCOUNT, samples.OLD_POST),
    (Vocabulary.POST, samples.NEW_ACCOUNT, samples.NEW_POST),
]


def one(data, **more):
    return Reply({"data": data, **more})


def test_me_is_asked_for_with_the_token(network, server):
    server.answer(one(samples.OLD_ACCOUNT))
    assert network.me().handle == "HarbourShelter"
    [request] = server.seen
    assert (request.method, request.path) == ("GET", "/2/users/me")
    assert request.headers["Authorization"] == f"Bearer {BEARER}"


@pytest.mark.parametrize(("words", "account", "_post"), WORDS)
def test_accounts_read_alike_in_old_and_new_words(connect, server, words, account, _post):
    server.answer(one([account]))
    [found] = connect(vocabulary=words).accounts([samples.ALLY]).items
    assert (found.followers, found.posts, found.latest_post_id) == (512, 2048, samples.POST_ID)
    assert found.connections == {Connection.FOLLOWING, Connection.FOLLOWED_BY}


@pytest.mark.parametrize(("words", "_account", "post"), WORDS)
def test_posts_read_alike_in_old_and_new_words(connect, server, words, _account, post):
    server.answer(one([post], meta={"result_count": 1, "next_token": "n2"}))
    page = connect(vocabulary=words).list_posts(samples.LIST_ID)
    assert page.next_page == "n2"
    [found] = page.items
    assert (found.reply_to, found.quote_of) == ("1899999999999999990", "1899999999999999991")
    assert found.metrics.reposts == 2


def test_old_and_new_words_may_come_mixed(network, server):
    mixed = {**samples.OLD_POST, "public_metrics": samples.NEW_POST["public_metrics"]}
    server.answer(one([mixed, samples.NEW_POST], meta={}))
    old, new = network.list_posts(samples.LIST_ID).items
    assert old == new


def test_a_batch_names_those_that_x_does_not_show(network, server):
    errors = [samples.NOT_FOUND, samples.SUSPENDED, samples.NOT_AUTHORISED]
    server.answer(one([samples.OLD_ACCOUNT], errors=errors))
    page = network.accounts([samples.ALLY, "77", "78", "79"])
    assert [(problem.resource, problem.reason) for problem in page.problems] == [
        ("77", Reason.GONE),
        ("78", Reason.SUSPENDED),
        ("79", Reason.PRIVATE),
    ]
    assert server.seen[0].query["ids"] == f"{samples.ALLY},77,78,79"


def test_a_batch_of_which_nobody_is_left_is_a_page_of_problems(network, server):
    server.answer(Reply({"errors": [samples.NOT_FOUND]}))
    page = network.accounts(["77"])
    assert page.items == ()
    assert page.problems == (Problem("77", Reason.GONE, "Could not find user with ids: [77]."),)


def test_handles_go_out_without_at(network, server):
    server.answer(one([samples.OLD_ACCOUNT]))
    network.accounts_by_handle(["@HarbourShelter", "quay_kitchen"])
    assert server.seen[0].path == "/2/users/by"
    assert server.seen[0].query["usernames"] == "HarbourShelter,quay_kitchen"


def test_followers_come_page_by_page(network, server):
    server.answer(
        one([samples.OLD_ACCOUNT], meta={"result_count": 1, "next_token": "second"}),
        Reply({"meta": {"result_count": 0}}),
    )
    first = network.follows(Side.FOLLOWERS, samples.ME)
    last = network.follows(Side.FOLLOWERS, samples.ME, page=first.next_page, size=5000)
    assert (len(first.items), len(last.items), last.next_page) == (1, 0, None)
    assert "pagination_token" not in server.seen[0].query
    assert server.seen[1].query.get("pagination_token") == "second"
    assert server.seen[1].query["max_results"] == "1000"


def test_a_list_of_an_account_has_that_owner_even_in_new_words(connect, server):
    server.answer(one([samples.X_LIST], meta={"result_count": 1}))
    [found] = connect(vocabulary=Vocabulary.POST).owned_lists(samples.ME).items
    assert (found.owner_id, found.name, found.private) == (samples.ME, "Allies & friends", False)


def test_one_list_and_its_members(network, server):
    server.answer(one(samples.OLD_LIST), one([samples.OLD_ACCOUNT], meta={"next_token": "m2"}))
    assert network.x_list(samples.LIST_ID).members == 12
    assert network.members(samples.LIST_ID).next_page == "m2"
    assert server.seen[1].path == f"/2/lists/{samples.LIST_ID}/members"


def test_home_is_one_request_and_asks_for_newer_posts_only(network, server):
    server.answer(one([samples.OLD_POST], meta={"result_count": 1}))
    network.home(samples.ME, since_id="1800000000000000000")
    [request] = server.seen
    assert request.path == f"/2/users/{samples.ME}/timelines/reverse_chronological"
    assert request.query["since_id"] == "1800000000000000000"


def test_search_asks_for_what_lies_between_two_posts(network, server):
    server.answer(Reply({"meta": {"result_count": 0}}))
    page = network.search("#swhelper", window=Window("5", "9"), page="p2", size=3)
    assert page.items == ()
    query = server.seen[0].query
    assert (query["since_id"], query["until_id"]) == ("5", "9")
    assert (query["query"], query["max_results"], query["next_token"]) == ("#swhelper", "10", "p2")


@pytest.mark.parametrize(
    ("window", "asked"),
    [
        (None, {}),
        (Window(), {}),
        (Window("5"), {"since_id": "5"}),
        (Window(until_id="9"), {"until_id": "9"}),
    ],
    ids=str,
)
def test_an_end_that_is_open_is_left_out(network, server, window, asked):
    server.answer(Reply({"meta": {"result_count": 0}}))
    network.search("#swhelper", window=window)
    query = server.seen[0].query
    assert {name: query[name] for name in ("since_id", "until_id") if name in query} == asked


@pytest.mark.parametrize("word", ["total_tweet_count", "total_post_count"])
def test_a_count_reads_either_word(network, server, word):
    server.answer(one([{"start": "2026-03-30T00:00:00.000Z"}], meta={word: 411}))
    assert network.count("#swhelper") == 411


def test_a_count_without_its_number_is_garbled(network, server):
    server.answer(Reply({"meta": {}}))
    with pytest.raises(Garbled, match="total_tweet_count is missing"):
        network.count("#swhelper")


def test_a_list_is_created_as_asked(connect, server):
    server.answer(Reply({"data": {"id": "9", "name": "Allies"}}, status=201))
    made = connect(me=samples.ME).create_list("Allies", "", private=True)
    assert made == XList("9", "Allies", private=True, owner_id=samples.ME)
    assert json.loads(server.seen[0].body) == {
        "name": "Allies",
        "description": "",
        "private": True,
    }


def test_members_are_added_and_removed_one_by_one(network, server):
    server.answer(one({"is_member": True}), one({"is_member": False}), one({"is_member": False}))
    assert network.add_member("9", "77") is True
    assert network.add_member("9", "78") is False
    assert network.remove_member("9", "77") is False
    assert [(seen.method, seen.path) for seen in server.seen] == [
        ("POST", "/2/lists/9/members"),
        ("POST", "/2/lists/9/members"),
        ("DELETE", "/2/lists/9/members/77"),
    ]
    assert json.loads(server.seen[0].body) == {"user_id": "77"}


def test_a_list_is_deleted_or_says_that_it_was_not(network, server):
    server.answer(one({"deleted": True}), one({"deleted": False}))
    network.delete_list("9")
    assert [(seen.method, seen.path) for seen in server.seen] == [("DELETE", "/2/lists/9")]
    with pytest.raises(Refused, match="as it was"):
        network.delete_list("9")


def test_an_add_without_a_clear_answer_is_garbled(network, server):
    server.answer(one({}), one({"is_member": "yes"}))
    with pytest.raises(Garbled, match="is_member is missing"):
        network.add_member("9", "77")
    with pytest.raises(Garbled, match="neither true nor false"):
        network.add_member("9", "77")


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (samples.NOT_FOUND, NotThere),
        (samples.SUSPENDED, NotThere),
        (samples.NOT_AUTHORISED, Refused),
        ({"code": 104, "message": "You aren't allowed to add members to this list."}, ListLocked),
    ],
)
def test_an_answer_of_nothing_but_errors_is_an_error(network, server, error, kind):
    server.answer(Reply({"errors": [error]}), Reply({"errors": [error]}))
    with pytest.raises(kind):
        network.add_member("9", "77")
    with pytest.raises(kind):
        network.follows(Side.FOLLOWING, "77")


def test_only_a_suspended_account_is_called_suspended(network, server):
    server.answer(Reply({"errors": [samples.SUSPENDED]}), Reply({"errors": [samples.NOT_FOUND]}))
    with pytest.raises(NotThere, match="suspended"):
        network.x_list("1")
    with pytest.raises(NotThere) as gone:
        network.x_list("1")
    assert "suspended" not in str(gone.value)


@pytest.mark.parametrize("body", [{}, {"data": None}, {"errors": []}, {"errors": "none"}])
def test_an_empty_answer_is_garbled(network, server, body):
    server.answer(*[Reply(body)] * 3)
    for ask in (network.me, lambda: network.accounts(["1"]), lambda: network.members("1")):
        with pytest.raises(Garbled, match="holds nothing"):
            ask()


def test_a_broken_item_is_named(network, server):
    broken = {**samples.OLD_POST, "created_at": "yesterday"}
    server.answer(one([broken], meta={}))
    said = rf"the post {samples.POST_ID} .*created_at is not a time.*X charges it all the same\."
    with pytest.raises(Garbled, match=said):
        network.list_posts("1")


ODD_POSTS = [
    ({"author_id": None}, "author_id is missing"),
    ({"public_metrics": {"like_count": "3"}}, "like_count is not a whole number"),
    ({"lang": 5}, "lang is not text"),
    ({"entities": {"urls": [{"expanded_url": 7}]}}, "expanded_url is not text"),
    ({"attachments": []}, "attachments is not an object"),
]


@pytest.mark.parametrize(("odd", "why"), ODD_POSTS)
def test_one_broken_post_of_a_page_costs_no_other(network, server, meter, odd, why):
    posts = [{**samples.OLD_POST, "id": str(int(samples.POST_ID) + k)} for k in range(3)]
    posts[1] |= odd
    ids = [post["id"] for post in posts]
    server.answer(one(posts, meta={}))
    page = network.list_posts("1")
    assert [post.post_id for post in page.items] == [ids[0], ids[2]]
    assert page.broken == (Problem(ids[1], Reason.OTHER, f"the post {ids[1]}: {why}"),)
    assert meter.counted == [("GET /2/lists/:id/tweets", tuple(ids), False)]


def test_what_is_no_object_costs_no_post(network, server):
    server.answer(one([None, samples.OLD_POST, 5], meta={}))
    page = network.search("#a")
    assert [post.post_id for post in page.items] == [samples.POST_ID]
    assert [one.resource for one in page.broken] == ["", ""]


def test_a_broken_picture_or_author_beside_the_posts_costs_none(connect, server):
    along = {"users": [{"id": "5", "username": 7}], "media": [{"media_key": "3_1", "type": 9}]}
    server.answer(one([samples.OLD_POST], meta={}, includes=along))
    page = connect(vocabulary=Vocabulary.POST).search("#a")
    assert [post.post_id for post in page.items] == [samples.POST_ID]
    assert [one.resource for one in page.broken] == ["5", ""]


def test_one_broken_account_of_a_page_costs_no_other(network, server):
    server.answer(one([samples.OLD_ACCOUNT, {"id": "78", "name": 5}, {"id": "x"}], meta={}))
    page = network.members("1")
    assert who_is_on(page) == [samples.OLD_ACCOUNT["id"], "78"]
    assert page.nameless


def test_own_lists_are_told_whole_or_not_at_all(network, server):
    # By them it is found out whether a list was made: one passed by would be made twice.
    server.answer(one([samples.OLD_LIST, {**samples.OLD_LIST, "name": 5}], meta={}))
    with pytest.raises(Garbled, match="name is not text"):
        network.owned_lists("1")


def test_bad_input_never_leaves(network, server, meter):
    for ask in (
        lambda: network.x_list("1/../2"),
        lambda: network.add_member("1", "x"),
        lambda: network.accounts([]),
        lambda: network.accounts(["1"] * 101),
        lambda: network.accounts_by_handle(["not a handle"]),
        lambda: network.search("a" * 513),
        lambda: network.count(" "),
        lambda: network.create_list("n" * 26, "", private=True),
        lambda: network.home("1", since_id="-5"),
    ):
        with pytest.raises(BadInput):
            ask()
    assert (server.seen, meter.allowed) == ([], [])


def test_threads_that_share_a_network_ask_one_after_another(connect, server, meter):
    steps = []
    meter.allowed = meter.counted = steps
    network = connect()
    server.answer(*[Reply({"meta": {}})] * 16)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(network.members, [str(number) for number in range(1, 17)]))
    assert [isinstance(step[1], int) for step in steps] == [True, False] * 16


def test_a_network_shows_no_secret(connect):
    network = connect(me=samples.ME)
    assert repr(network) == "XNetwork(me='1200')"
    assert BEARER not in repr(vars(network))


@pytest.mark.parametrize("half", ["\\ud83d", "\\ude00"])
def test_half_a_letter_spoils_that_letter_and_no_other_post(network, server, half):
    """X cuts an emoji in two now and then, and JSON can name what no text can hold."""
    words = (f"half {half}", "whole \\ud83d\\ude00 \\\\ud83d")
    posts = ",".join(
        f'{{"id":"{n}","author_id":"21","text":"{text}"}}'
        for n, text in enumerate(words, int(samples.POST_ID))
    )
    server.answer(Reply(f'{{"data":[{posts}],"meta":{{}}}}'))
    page = network.search("x")
    assert [post.text for post in page.items] == ["half \ufffd", "whole \U0001f600 \\ud83d"]
    assert (page.broken, page.nameless) == ((), False)


@pytest.mark.parametrize("more", [b"", b" \\ud83d"], ids=["alone", "beside half a letter"])
def test_a_wrong_byte_spoils_its_letter_and_no_other_post(network, server, more):
    whole = json.dumps({"data": [{**samples.OLD_POST, "text": "@"}, samples.OLD_POST], "meta": {}})
    server.answer(Reply(whole.encode().replace(b'"@"', b'"S\xe4ge%b"' % more)))
    page = network.search("x")
    assert [post.text[:4] for post in page.items] == ["S\ufffdge", samples.OLD_POST["text"][:4]]
    assert (page.broken, page.nameless) == ((), False)
