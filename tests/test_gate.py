"""What must hold before a change lands (``.ci/run``) holds or does not by what it changes."""

import subprocess
import sys
from pathlib import Path

import pytest

GATE = Path(__file__).parents[1] / ".ci" / "run"
ASK = "import tests.conftest; from hypothesis import settings; print(settings().derandomize)"


@pytest.mark.skipif(sys.platform == "win32", reason="The gate is a script for a shell")
def test_generated_cases_are_always_the_same_ones_there(tmp_path):
    make = tmp_path / "make"
    make.write_text(f"#!/bin/sh\nexec '{sys.executable}' -c '{ASK}'\n", encoding="utf-8")
    make.chmod(0o755)
    way = {"PATH": f"{tmp_path}:/usr/bin:/bin"}
    said = subprocess.run([GATE], capture_output=True, text=True, check=True, env=way, timeout=50)
    # Once for each thing that it makes.
    assert said.stdout == "True\nTrue\n"
