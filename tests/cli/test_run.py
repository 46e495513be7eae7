"""Every word of the command line has what runs it."""

from inspect import signature

import pytest

from allybook.cli import words
from allybook.cli.run import COMMANDS, find_command


def test_each_word_but_the_tour_is_run_here():
    assert COMMANDS.keys() == words.COMMANDS.keys() - {"tour"}


@pytest.mark.parametrize("word", COMMANDS)
def test_what_runs_a_word_takes_a_call_and_returns_a_status(word):
    assert str(signature(find_command(word))) == "(call: 'Call') -> 'int'"


def test_each_word_is_run_by_something_of_its_own():
    assert len(set(COMMANDS.values())) == len(COMMANDS)
