"""The line to X, which may be laid at first use."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from allybook.domain.errors import NeedsSignIn, Offline, StorageError
from allybook.services.line import Line


class Way:
    """A way to a network; counts how often it was gone, and fails so often first."""

    def __init__(self, failures=0):
        self.gone = 0
        self.failures = failures

    def __call__(self):
        self.gone += 1
        if self.gone <= self.failures:
            raise StorageError("The disk is full.")
        return object()


def test_the_way_is_gone_once_and_only_when_the_network_is_wanted():
    way = Way()
    line = Line(reach=way)
    assert line.signed_in
    assert line.up
    assert way.gone == 0
    with ThreadPoolExecutor(4) as threads:
        networks = list(threads.map(lambda _: line.network(), range(16)))
    assert len(set(map(id, networks))) == 1
    assert way.gone == 1


def test_offline_nothing_is_reached():
    way = Way()
    line = Line(reach=way, up=False)
    assert line.signed_in
    assert not line.up
    with pytest.raises(Offline):
        line.network()
    assert way.gone == 0
    line.switch(up=True)
    assert line.network() is line.reach()


def test_a_way_that_failed_is_gone_again():
    line = Line(reach=Way(failures=1))
    with pytest.raises(StorageError):
        line.network()
    assert line.network() is line.network()


@pytest.mark.parametrize("up", [True, False])
def test_without_an_account_there_is_no_line(up):
    line = Line(up=up)
    assert not line.signed_in
    assert not line.up
    with pytest.raises(NeedsSignIn):
        line.network()


def test_who_waits_for_x_can_be_let_go():
    heard = []
    Line(let_go=lambda: heard.append("let go")).let_go()
    Line(object()).let_go()
    assert heard == ["let go"]
