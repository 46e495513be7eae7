"""What each request may cost is asked for before it, and what came is counted after it."""

import pytest

from allybook.domain.check.followback import Side
from allybook.domain.errors import Garbled, NotThere, OverBudget, Refused
from allybook.gateway.vocabulary import Vocabulary
from allybook.ports.network import Window
from tests.gateway import samples
from tests.gateway.test_client import one
from tests.servers.x_server import Reply


def test_every_request_is_metered_with_its_worst_case(network, server, meter):
    server.answer(
        one([samples.OLD_ACCOUNT], errors=[samples.NOT_FOUND]),
        Reply({"meta": {"result_count": 0}}),
        one({"is_member": True}),
        one([], meta={"total_tweet_count": 0}),
    )
    network.accounts([samples.ALLY, "77"])
    network.search("#a", size=50)
    network.add_member("9", "77")
    network.count("#a")
    assert meter.allowed == [
        ("GET /2/users", 2, False),
        ("GET /2/tweets/search/recent", 50, False),
        ("POST /2/lists/:id/members", 1, False),
        ("GET /2/tweets/counts/recent", 1, False),
    ]
    assert meter.counted == [
        ("GET /2/users", (samples.ALLY,), False),
        ("GET /2/tweets/search/recent", (), False),
        ("POST /2/lists/:id/members", ("77",), False),
        ("GET /2/tweets/counts/recent", (), False),
    ]


def test_what_is_over_the_budget_is_not_asked_for(network, server, meter):
    meter.refuses = "GET /2/users/:id/followers"
    with pytest.raises(OverBudget):
        network.follows(Side.FOLLOWERS, "1")
    assert server.seen == []


def test_failures_and_answers_of_errors_are_not_counted(network, server, meter):
    server.answer(Reply({"title": "Forbidden"}, 403), Reply({"errors": [samples.NOT_FOUND]}))
    with pytest.raises(Refused):
        network.x_list("1")
    with pytest.raises(NotThere):
        network.x_list("1")
    assert (len(meter.allowed), meter.counted) == (2, [])


def test_broken_items_are_counted_all_the_same(network, server, meter):
    server.answer(one([{"id": 5}, {"id": "6", "created_at": 7}], meta={}))
    with pytest.raises(Garbled):
        network.list_posts("1")
    assert meter.counted == [("GET /2/lists/:id/tweets", ("5", "6"), False)]


def test_reads_about_the_owner_of_the_app_are_owned_once_x_said_who_that_is(connect, server, meter):
    network = connect(owns_app=True)
    server.answer(
        Reply({"meta": {}}),
        one({**samples.OLD_ACCOUNT, "id": samples.ME}),
        Reply({"meta": {}}),
        Reply({"meta": {}}),
        one(samples.OLD_LIST),
    )
    network.follows(Side.FOLLOWERS, samples.ME)
    network.me()
    network.follows(Side.FOLLOWERS, samples.ME)
    network.follows(Side.FOLLOWERS, samples.ALLY)
    network.x_list(samples.ME)
    assert [owned for _, _, owned in meter.allowed] == [False, False, True, False, False]
    assert [owned for _, _, owned in meter.counted] == [False, False, True, False, False]


def test_who_is_signed_in_may_be_known_from_before(connect, server, meter):
    server.answer(Reply({"meta": {}}), Reply({"meta": {}}))
    connect(owns_app=True, me=samples.ME).owned_lists(samples.ME)
    connect(owns_app=False, me=samples.ME).owned_lists(samples.ME)
    assert [owned for _, _, owned in meter.counted] == [True, False]


@pytest.mark.parametrize("billed", [True, False])
def test_what_comes_along_is_charged_where_x_charges_it(connect, server, meter, billed):
    along = {"users": [samples.NEW_ACCOUNT], "posts": [samples.NEW_POST], "tweets": [{"id": "3"}]}
    server.answer(one([samples.NEW_POST], meta={}, includes=along))
    network = connect(vocabulary=Vocabulary.POST, bill_expansions=billed)
    page = network.search("#a", size=10)
    assert [account.user_id for account in page.accounts] == [samples.ALLY]
    extra = [
        ("GET /2/users", (samples.ALLY,), False),
        ("GET /2/tweets", ("3", samples.POST_ID), False),
    ]
    assert meter.counted[1:] == (extra if billed else [])
    worst = [("GET /2/users", 20, False), ("GET /2/tweets", 20, False)]
    assert meter.allowed[1:] == (worst if billed else [])


def test_the_cheap_words_ask_for_nothing_to_come_along(network, server):
    server.answer(*[Reply({"meta": {}})] * 5)
    network.search("#a")
    network.home("1")
    network.list_posts("1")
    network.members("1")
    network.owned_lists("1")
    assert not any("expansions" in request.query for request in server.seen)


@pytest.mark.parametrize(
    ("ask", "moves"),
    [
        (lambda x: x.search("#x"), True),
        (lambda x: x.search("#x", window=Window(since_id="20")), True),
        (lambda x: x.search("#x", window=Window(until_id="20")), False),
        (lambda x: x.search("#x", page="a"), False),
        (lambda x: x.home("1", since_id="20"), True),
        (lambda x: x.home("1", until_id="20"), False),
        (lambda x: x.list_posts("9001"), True),
        (lambda x: x.list_posts("9001", page="a"), False),
        (lambda x: x.members("9001"), False),
    ],
)
def test_only_the_newest_posts_are_others_later(server, meter, network, ask, moves):
    server.answer(Reply({"data": [], "meta": {"result_count": 0}}))
    ask(network)
    assert meter.moving == [moves]
