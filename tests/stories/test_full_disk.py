"""A full disk and a write-protected stick: lists and posts are still there to be read."""

import pytest

from tests.fakes.full_disk import can_mount, run_within

PROGRAM = """
import os
import sys
from pathlib import Path
from allybook.app.start import main
from tests.fakes.full_disk import fill, mount, protect

folder = Path(sys.argv[1])
os.chdir(folder.parent)
Path("names.txt").write_text("@ana_k\\n@ben_l\\n#SwHelper\\n")
mount(folder, megabytes=16)

def say(*words):
    print(">", *words, flush=True)
    print(main(["--practice", "--yes", "--profile", str(folder / "p"), *words]), flush=True)

say("refresh", "--most", "30")
say("allies", "add", "@tobyferngrove")
room = fill(folder)
say("posts", "--count")
say("allies", "list", "--csv")
say("allies", "add", "@nobody")
say("refresh", "--most", "30")
say("import", "names.txt")
room.unlink()
say("allies", "add", "@imogen_cr")
protect(folder)
say("posts", "--count")
say("budget", "3")
"""
FULL = "The disk is full: Allybook shows what it has and keeps nothing new."
PROTECTED = "The folder is write-protected: Allybook shows what it has and keeps nothing new."


@pytest.mark.skipif(not can_mount(), reason="needs a file system of its own")
def test_what_is_there_is_shown_and_nothing_is_asked_of_x(tmp_path):
    done = run_within(PROGRAM, tmp_path)
    first, *told = done.stdout.split("> ")[1:]
    assert first.startswith("refresh")
    answers = [(one.splitlines()[0], one.splitlines()[-1]) for one in told]
    assert answers == [
        ("allies add @tobyferngrove", "0"),
        ("posts --count", "0"),
        ("allies list --csv", "0"),
        ("allies add @nobody", "2"),
        ("refresh --most 30", "2"),
        ("import names.txt", "2"),
        ("allies add @imogen_cr", "0"),
        ("posts --count", "0"),
        ("budget 3", "2"),
    ]
    assert told[1].splitlines()[1] == told[7].splitlines()[1] == "30"
    assert told[5].splitlines()[1] == "names.txt: 0 kept, 0 skipped"
    assert "tobyferngrove" in told[2]
    assert (done.stderr.count(FULL), done.stderr.count(PROTECTED)) == (2, 1)
    assert done.stderr.count("free some space and try again; nothing was changed.") == 3
    assert "Traceback" not in done.stderr
