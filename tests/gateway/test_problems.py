"""Problems beside or instead of data: what X could not give is neither gone nor a no."""

from __future__ import annotations

from contextlib import closing

import pytest

from allybook.domain.check.followback import Side
from allybook.domain.errors import AllybookError, Fate, NotThere, Refused, Unreachable
from allybook.domain.people.accounts import Connection
from allybook.domain.reading.pages import who_is_on
from allybook.domain.sign_in.credentials import Tokens
from allybook.gateway.client import XNetwork
from allybook.gateway.transport import XTransport
from allybook.services.sign_in.keys import HeldKeys
from tests.gateway import samples
from tests.servers.x_server import Reply

PROBLEMS = "https://api.x.com/2/problems/"
AGAIN = {"title": "Sorry", "detail": "Something went wrong. Please try again later."}


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (AGAIN | {"type": PROBLEMS + "internal-error"}, Unreachable),
        (AGAIN | {"type": PROBLEMS + "resource-unavailable"}, Unreachable),
        (AGAIN | {"type": PROBLEMS + "resource-unavailable", "resource_id": "77"}, Refused),
        (AGAIN | {"type": PROBLEMS + "disallowed-resource", "resource_id": "77"}, Refused),
        (AGAIN | {"type": PROBLEMS + "disallowed-resource"}, Refused),
        ({"code": 130, "message": "Over capacity"}, Refused),
    ],
)
@pytest.mark.parametrize("status", [200, 403])
def test_what_x_cannot_give_just_now_is_not_called_gone(
    network, server, meter, error, kind, status
):
    server.answer(Reply({"errors": [error]}, status))
    with pytest.raises(AllybookError) as caught:
        network.add_member("9", "77")
    assert type(caught.value) is kind
    # Of an act nobody knows then whether it is done, and the meter hears of it.
    assert caught.value.fate is (Fate.FAILED if kind is Unreachable else None)
    assert meter.broken == [caught.value]


def test_whom_x_calls_gone_is_told_apart_from_what_it_does_not_name(network, server):
    bare = {"title": "Not Found Error", "type": PROBLEMS + "resource-not-found"}
    server.answer(
        Reply({"errors": [samples.NOT_FOUND]}), Reply({"errors": [bare]}), Reply(bare, 404)
    )
    for named in (("77",), (), ()):
        with pytest.raises(NotThere) as gone:
            network.add_member("9", "77")
        assert gone.value.named == named


UNTOLD = {
    "title": "Field Hydration Failure",
    "detail": "Could not load connection_status",
    "type": PROBLEMS + "field-hydration-failure",
    "field": "connection_status",
    "resource_type": "user",
}


@pytest.mark.parametrize(
    ("told_of", "unknown"),
    [
        ({}, {"21", "22"}),
        ({"resource_id": "21", "type": PROBLEMS + "not-authorized-for-field"}, {"21"}),
        ({"value": "KitchenAid", "type": PROBLEMS + "field-unauthorized"}, {"22"}),
        ({"field": "description"}, set()),
    ],
)
def test_a_tie_that_x_could_not_load_is_unknown_and_no_other_is(network, server, told_of, unknown):
    people = [
        {"id": "21", "username": "WrenStreet"},
        {"id": "22", "username": "kitchenaid"},
        {"id": "23", "username": "Told", "connection_status": ["followed_by"]},
    ]
    post = {**samples.OLD_POST, "author_id": "21"}
    server.answer(
        Reply({"data": people, "errors": [UNTOLD | told_of]}),
        Reply({"data": [post], "errors": [UNTOLD | told_of], "includes": {"users": people}}),
    )
    page = network.accounts(["21", "22", "23"])
    assert page.problems == ()
    for found in (page.items, network.search("beds").accounts):
        assert {each.user_id for each in found if each.connections is None} == unknown
        assert found[2].connections == {Connection.FOLLOWED_BY}


OUT = {"title": "Internal Error", "detail": "Sorry.", "type": PROBLEMS + "internal-error"}
PEOPLE = [{"id": "21", "username": "WrenStreet"}]
PAGES = {
    "members": lambda x: x.members("9001"),
    "followers": lambda x: x.follows(Side.FOLLOWERS, "1"),
    "owned lists": lambda x: x.owned_lists("1"),
    "home": lambda x: x.home("1"),
    "list posts": lambda x: x.list_posts("9001"),
    "search": lambda x: x.search("beds"),
}


def told(resource, kind="user"):
    return OUT | {"resource_id": resource, "resource_type": kind}


@pytest.mark.parametrize("ask", [PAGES["members"], PAGES["followers"]])
@pytest.mark.parametrize(
    ("errors", "there"),
    [
        ([told("22")], ["21", "22"]),
        ([told("22", "")], ["21", "22"]),
        ([told("21")], ["21"]),
        ([told("20", "tweet")], ["21"]),
        ([told("22") | {"field": "connection_status"}], ["21"]),
        ([OUT], None),
        ([told("WrenStreet")], None),
        ([told("9001", "list"), told("1")], None),
        ([{"code": 130, "message": "Over capacity"}, told("22")], None),
    ],
)
def test_whom_a_page_names_instead_of_showing_is_on_it(network, server, meter, ask, errors, there):
    server.answer(Reply({"data": PEOPLE, "errors": errors, "meta": {"result_count": 1}}))
    page = ask(network)
    assert (None if page.nameless else who_is_on(page)) == there
    # X charges what it shows, and nothing else.
    assert [ids for _, ids, _ in meter.counted] == [("21",)]


@pytest.mark.parametrize("ask", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize("body", [{}, {"data": []}])
def test_a_page_of_nothing_but_trouble_is_no_empty_page(network, server, meter, ask, body):
    server.answer(Reply(body | {"errors": [OUT], "meta": {"result_count": 0}}))
    with pytest.raises(Unreachable, match="Sorry") as caught:
        ask(network)
    assert (caught.value.fate, meter.counted) == (Fate.FAILED, [])


def test_a_list_that_x_cannot_show_leaves_its_pages_unread(network, server):
    gone = told("9001", "list") | {"type": PROBLEMS + "resource-unavailable"}
    for ask in ("members", "list posts"):
        server.answer(Reply({"errors": [gone], "meta": {"result_count": 0}}))
        with pytest.raises(Refused):
            PAGES[ask](network)


def test_what_a_post_points_at_and_is_not_shown_leaves_a_page_whole(network, server):
    errors = [told("7", "tweet"), told("22")]
    server.answer(Reply({"data": [samples.OLD_POST], "errors": errors, "meta": {}}))
    assert not network.search("beds").nameless
    server.answer(Reply({"data": [samples.OLD_POST], "errors": [OUT], "meta": {}}))
    assert network.search("beds").nameless


ALONG = [
    told("1") | {"parameter": "in_reply_to_user_id"},
    told("", "tweet") | {"value": "no-id", "parameter": "referenced_tweets.id"},
    told("7", "tweet") | {"parameter": "referenced_posts"},
]


@pytest.mark.parametrize("error", ALONG, ids=lambda error: error["parameter"])
@pytest.mark.parametrize("posts", [[samples.OLD_POST], []], ids=["posts", "none"])
@pytest.mark.parametrize("ask", [PAGES["home"], PAGES["list posts"], PAGES["search"]])
def test_what_a_post_points_at_is_not_the_page_though_it_is_whose_page_it_is(
    network, server, ask, posts, error
):
    server.answer(Reply({"data": posts, "errors": [error], "meta": {"result_count": len(posts)}}))
    page = ask(network)
    assert (len(page.items), page.nameless, page.unshown) == (len(posts), False, ())


@pytest.mark.parametrize(
    "error", [told("1") | {"parameter": "id"}, OUT | {"parameter": "referenced_posts"}]
)
def test_trouble_with_the_page_itself_is_not_what_a_post_points_at(network, server, error):
    server.answer(Reply({"data": [samples.OLD_POST], "errors": [error], "meta": {}}))
    assert network.home("1").nameless


def test_a_handle_with_a_secret_word_in_it_is_told_as_it_is(clock, server, meter):
    """What is compared is not shown: only sentences are searched for what was signed with."""
    keys, adapter = HeldKeys(Tokens("kitchen")), XTransport(server.url, connect=2.0, read=20.0)
    gone = samples.NOT_FOUND | {"value": "quay_kitchen", "resource_id": "quay_kitchen"}
    server.answer(Reply({"errors": [gone | {"detail": "No kitchen."}]}))
    with closing(XNetwork(keys, adapter=adapter, meter=meter, clock=clock)) as network:
        [problem] = network.accounts_by_handle(["quay_kitchen"]).problems
    assert (problem.resource, problem.detail) == ("quay_kitchen", "No [token].")
