"""What is read goes into a pipe; while it waits there, the other's work is begun here."""

import os
import pickle

import pytest

from allybook.app.reading import read
from allybook.app.sender import Sender
from allybook.app.told import Batch, Begun, FileEnd
from tests.benchmarks.collected import write_pages


@pytest.fixture
def pages(tmp_path):
    write_pages(tmp_path / "pages.jsonl", 200)
    return tmp_path / "pages.jsonl"


def lots(told):
    """Return the rows of all posts that were told."""
    return [rows for one in told if isinstance(one, Batch) for rows in one.lump.posts.lots]


def test_a_message_waits_until_somebody_takes_it():
    ours, theirs = os.pipe()
    with os.fdopen(ours, "rb") as taken, os.fdopen(theirs, "wb") as pipe:
        sender = Sender(pipe)
        assert not sender.waits()
        # More than a pipe holds.
        sender.send(Begun("x" * (1 << 21), None))
        assert sender.waits()
        assert len(pickle.load(taken).kind) == 1 << 21  # noqa: S301 (written just now)
        sender.send(FileEnd())
        sender.end()
        assert not sender.waits()
        assert isinstance(pickle.load(taken), FileEnd)  # noqa: S301 (the same)


@pytest.mark.parametrize("waits", [True, False])
def test_who_is_waited_for_by_nobody_sketches_what_it_sends(pages, waits):
    told = []
    read(pages, told.append, lambda: waits)
    assert sum(len(rows) for rows in lots(told)) == 200
    assert {rows.sketches is not None for rows in lots(told)} == {waits}
    assert {bool(rows.compared) for rows in lots(told)} == {not waits}
