"""How a request ended decides what becomes of its reservation: the meter hears each error."""

from __future__ import annotations

import pytest

from allybook.domain.errors import Fate, Garbled, Unreachable
from allybook.gateway.vocabulary import Vocabulary
from tests.gateway import samples
from tests.servers.x_server import Reply

ENDS = [
    (Reply(drop=True), Fate.UNKNOWN),
    (Reply({"data": []}, cut=True), Fate.UNKNOWN),
    (Reply(hang=True), Fate.UNKNOWN),
    (Reply("<html>Bad gateway</html>", 502), Fate.FAILED),
    (Reply({"title": "Service Unavailable"}, 503), Fate.FAILED),
    (Reply("<html>Blocked by this office</html>", 403), Fate.FAILED),
    (Reply("", 302, {"Location": "http://example.org/login"}), Fate.NOT_SENT),
]


@pytest.mark.parametrize(("reply", "fate"), ENDS)
def test_an_answer_that_did_not_come_says_how_far_it_got(connect, server, meter, reply, fate):
    server.answer(reply)
    with pytest.raises(Unreachable):
        connect(read=0.2 if reply.hang else 20.0).members(samples.LIST_ID)
    [error] = meter.broken
    assert error.fate is fate


@pytest.mark.parametrize("reply", [each[0] for each in ENDS if each[1] is Fate.FAILED])
def test_of_an_act_that_may_be_done_nobody_says_that_nothing_was_lost(network, server, reply):
    server.answer(reply)
    with pytest.raises(Unreachable) as caught:
        network.add_member(samples.LIST_ID, "21")
    assert "Nothing here was lost." in caught.value.words


def test_where_there_was_no_connection_nothing_was_sent(connect, server, meter):
    network = connect()
    server.stop()
    with pytest.raises(Unreachable):
        network.members(samples.LIST_ID)
    assert meter.broken[0].fate is Fate.NOT_SENT


def test_a_good_answer_that_cannot_be_read_is_heard_of_too(network, server, meter):
    server.answer(Reply('{"data": [{"id": "1"'))
    with pytest.raises(Garbled):
        network.members(samples.LIST_ID)
    assert isinstance(meter.broken[0], Garbled)


def test_an_answer_of_complaints_only_costs_nothing_and_breaks_nothing(network, server, meter):
    server.answer(Reply({"errors": [samples.NOT_FOUND]}))
    network.accounts(["77"])
    assert (meter.counted, meter.broken) == ([], [])


def test_acts_are_marked_in_words_and_reads_are_not(network, server, meter):
    server.answer(
        Reply({"data": {"is_member": True}}),
        Reply({"data": {"is_member": False}}),
        Reply({"data": [], "meta": {}}),
        Reply({"data": [], "meta": {}}),
    )
    network.add_member("9001", "21")
    network.remove_member("9001", "21")
    network.search("#secretplan", page="a")
    network.search("#secretplan", page="b")
    add, remove, first, second = meter.marks
    assert add == "POST /2/lists/:id/members 9001 21"
    assert remove == "DELETE /2/lists/:id/members/:user_id 9001 21"
    assert first != second
    assert "secretplan" not in first + second


def test_lists_that_are_made_are_told_apart_by_their_names(connect, server, meter):
    network = connect(me="1")
    for name in ("Housing allies", "Debt advice"):
        server.answer(Reply({"data": {"id": "9001", "name": name}}))
        network.create_list(name, "", private=True)
    assert meter.marks == ["POST /2/lists Housing allies", "POST /2/lists Debt advice"]


def test_the_same_request_has_the_same_mark(connect, server, meter):
    for words in (Vocabulary.TWEET, Vocabulary.TWEET, Vocabulary.POST):
        server.answer(Reply({"data": [], "meta": {}}))
        connect(vocabulary=words, me="1").search("#swhelper")
    assert (meter.marks[0] == meter.marks[1], meter.marks[1] == meter.marks[2]) == (True, False)
