"""The words of a command are read as if all commands were told theirs."""

import pytest

from allybook.cli.words import COMMANDS, read_words
from allybook.domain.errors import BadInput


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit):
        read_words([name, "--help"])
    told = capsys.readouterr().out
    assert told.startswith(f"usage: allybook {name} [-h] [--profile DIR]")


def test_the_help_names_all_commands(capsys):
    with pytest.raises(SystemExit):
        read_words(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    for name, (about, _) in COMMANDS.items():
        assert f" {name} " in told
        assert about in told


def test_words_after_gaps_are_explained(capsys):
    with pytest.raises(SystemExit):
        read_words(["refresh", "gaps", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "gaps: what earlier readings left out" in told
    assert "Of gaps: which are filled" in told


def test_a_misspelt_command_is_told_which_there_are():
    with pytest.raises(BadInput, match="'posts', 'refresh'"):
        read_words(["post", "beds"])


def test_a_value_may_be_called_like_a_command():
    options, words = read_words(["--book", "import", "posts", "list", "--count"])
    assert (options.book, words.command, words.filter) == ("import", "posts", ["list"])
