"""Asking what may never answer."""

from threading import Event, Thread

import pytest

from allybook.services.jobs.asking import Asking

SOON = 0.05


def test_an_answer_in_time_is_an_answer():
    assert Asking(20).ask(lambda: 7) == 7


def test_what_is_raised_is_raised_where_it_was_asked():
    def fail():
        raise KeyError("gone")

    with pytest.raises(KeyError, match="gone"):
        Asking(20).ask(fail)


def test_silence_ends_and_nothing_else_is_asked_until_it_does():
    asking, gate, asked = Asking(SOON), Event(), []
    with pytest.raises(TimeoutError):
        asking.ask(lambda: gate.wait(20))
    with pytest.raises(TimeoutError):
        asking.ask(lambda: asked.append(1))
    assert asked == []
    (late,) = asking._late
    gate.set()
    late.join(20)
    assert asking.ask(lambda: "there again") == "there again"


def test_who_waits_can_be_let_go():
    asking, gate, begun, told = Asking(20), Event(), Event(), []

    def act():
        begun.set()
        return gate.wait(20)

    def wait():
        with pytest.raises(TimeoutError):
            asking.ask(act)
        told.append("let go")

    waits = Thread(target=wait)
    waits.start()
    assert begun.wait(20)
    asking.let_go()
    waits.join(20)
    gate.set()
    assert told == ["let go"]


def test_closed_it_asks_nothing_more():
    asking, asked = Asking(20), []
    asking.close()
    with pytest.raises(TimeoutError):
        asking.ask(lambda: asked.append(1))
    assert asked == []
