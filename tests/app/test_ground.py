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


UNNAMED = """
import os
# A container that is run as some number, which no list of users has.
os.getuid = lambda: 54_321_987
from allybook.app.ground import LocalScribe
print(LocalScribe(device="laptop").author())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there everybody has a name")
def test_who_has_no_name_on_this_computer_signs_as_the_computer():
    names = {"LOGNAME", "USER", "LNAME", "USERNAME"}
    environ = {name: value for name, value in os.environ.items() if name not in names}
    ran = subprocess.run(
        (sys.executable, "-c", UNNAMED), capture_output=True, text=True, check=True, env=environ
    )
    assert ran.stdout == "Author(person='laptop', device='laptop')\n"
