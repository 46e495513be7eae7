"""What the README says about the command line works as it is written, line by line."""

import shlex
from pathlib import Path

from tests.stories.command import allybook

README = Path(__file__).parents[2] / "README.md"
PROGRAM = "    allybook --practice "


def test_the_commands_of_the_readme_work_when_pasted(tmp_path):
    lines = README.read_text(encoding="utf-8").splitlines()
    commands = [shlex.split(line, comments=True)[1:] for line in lines if line.startswith(PROGRAM)]
    assert len(commands) >= 8
    ended = {}
    for words in commands:
        one = allybook(*words, profile=tmp_path)
        assert one.status == 0, (words, one.err)
        assert one.out.strip(), words
        ended[words[1]] = one
    assert int(ended["posts"].out) > 0
    assert [one["handle"] for one in ended["check"].json] == ["KestrelYard"]
    assert "of $10.00" in ended["ledger"].out
