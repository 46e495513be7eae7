"""A command line on a desk whose network is in memory."""

import io
import json
from dataclasses import dataclass

import pytest
from msgspec.structs import replace

from allybook.cli.out import Out
from allybook.cli.run import run
from allybook.cli.words import read_words
from allybook.services.line import Line


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


class Terminal:
    """Runs the words of a command on one desk; errors come out as they are raised."""

    def __init__(self, desk):
        self.desk = desk

    def __call__(self, *words):
        out = Out(io.StringIO(), io.StringIO())
        options, told = read_words([str(word) for word in words])
        status = run(self.desk, told, options, out)
        return Said(status, out.answers.getvalue(), out.remarks.getvalue())

    def keys(self):
        return {one["key"] for one in self("allies", "list", "--json").json}


@pytest.fixture
def allybook(desk):
    return Terminal(desk)


@pytest.fixture
def alone(desk):
    """Return a terminal of someone without an account."""
    return Terminal(replace(desk, line=Line(None)))
