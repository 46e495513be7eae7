"""Problems beside or instead of data: what X could not give is neither gone nor a no."""

from __future__ import annotations

import pytest

from allybook.domain.errors import AllybookError, Fate, NotThere, Refused, Unreachable
from allybook.domain.people.accounts import Connection
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
        Reply({"errors": [samples.NOT_FOUND]}), Reply({"errors": [bare]}), Reply(b"", 404)
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
