"""What ships with the program is found in one place, by whoever reads of it."""

import os
import runpy
import shutil
import subprocess
import sys

import pytest

from allybook.app.ground import resource_folder
from allybook.domain.noise import wording


@pytest.mark.parametrize("name", ["alerts.toml", "asking.json", "bait.json"])
def test_the_word_lists_lie_where_all_else_that_ships_does(name):
    lists = resource_folder() / "noise" / name
    assert wording.shipped_text(name) == lists.read_text(encoding="utf-8")


def test_a_program_without_what_ships_names_the_file_that_is_missing(tmp_path):
    place = tmp_path / "allybook" / "domain" / "noise"
    place.mkdir(parents=True)
    copy = shutil.copy(wording.__file__, place)
    with pytest.raises(FileNotFoundError, match="bait"):
        runpy.run_path(copy)["shipped_text"]("bait.json")


NUMBER = """
import os
# A container that is run as some number, which no list of users has.
os.getuid = lambda: 54_321_987
"""
UNNAMED = f"""{NUMBER}
from allybook.app.ground import LocalScribe
print(LocalScribe(device="laptop").author())
"""


def run_unnamed(program, *unset):
    """Run a Python program without some variables of the shell."""
    environ = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.run(
        (sys.executable, "-c", program), capture_output=True, text=True, check=False, env=environ
    )


@pytest.mark.skipif(sys.platform == "win32", reason="there everybody has a name")
def test_who_has_no_name_on_this_computer_signs_as_the_computer():
    ran = run_unnamed(UNNAMED, "LOGNAME", "USER", "LNAME", "USERNAME")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == "Author(person='laptop', device='laptop')\n"


HOMELESS = f"""{NUMBER}
import sys
from allybook.app.start import main
sys.exit(main(["allies", "add", "@ana_k"]))
"""
TURNLESS = f"""{NUMBER}
from allybook.app.desks import find_turns
from allybook.domain.errors import BadInput
try:
    find_turns()
except BadInput as error:
    print(error)
"""
PLACES = ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.mark.skipif(sys.platform == "win32", reason="there everybody has a home")
def test_who_has_no_home_on_this_computer_is_told_how_to_name_one():
    ran = run_unnamed(HOMELESS, *PLACES)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == (
        "This computer does not say where your folder is: give --profile a folder, or set HOME. "
        "Nothing was done.\n"
    )
    ran = run_unnamed(TURNLESS, *PLACES)
    assert ran.stdout.endswith("in which accounts take turns: set HOME. Nothing was done.\n")
