"""What ``make demo`` asks of a fresh Debian or Ubuntu: its libraries, by whichever name."""

import subprocess
from pathlib import Path

import pytest

PREPARE = Path(__file__).parents[1] / "packaging" / "linux" / "prepare.sh"
LISTED = PREPARE.with_name("packages.txt").read_text(encoding="utf-8").splitlines()
WANTED = [line.partition("#")[0].strip() for line in LISTED if not line.startswith("#")]
OLD, NEW = "libglib2.0-0", "libglib2.0-0t64"
OTHERS = frozenset(name for name in WANTED if name and OLD not in name)


@pytest.fixture
def prepare(tmp_path):
    """Run the script on a make-believe computer, on which we are nobody special."""

    def run(installed, known):
        for name, there in (("installed", installed), ("known", known)):
            (tmp_path / name).write_text("".join(f"{one}\n" for one in there), encoding="utf-8")
        programs = {
            "dpkg-query": f'for last; do :; done; grep -qx "$last" {tmp_path}/installed && '
            "printf installed",
            "apt-cache": f'grep -qx "$2" {tmp_path}/known',
            "id": "echo 1000",
        }
        for name, body in programs.items():
            (tmp_path / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
            (tmp_path / name).chmod(0o755)
        return subprocess.run(
            ["/bin/sh", PREPARE],
            env={"PATH": f"{tmp_path}:/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=False,
        )

    return run


@pytest.mark.parametrize("name", [OLD, NEW])
def test_a_library_is_there_under_its_old_name_and_under_its_new_one(prepare, name):
    ended = prepare({*OTHERS, name}, ())
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize(
    ("known", "asked"), [({OLD}, OLD), ({NEW}, NEW), ({OLD, NEW}, NEW), ((), OLD)]
)
def test_a_library_that_lacks_is_asked_for_by_the_name_that_the_system_has(prepare, known, asked):
    ended = prepare(OTHERS, known)
    assert ended.returncode == 1
    assert ended.stderr.splitlines()[-1].split()[-1] == asked


def test_all_others_are_asked_for_as_well(prepare):
    ended = prepare((), ())
    assert set(ended.stderr.splitlines()[-1].split()[4:]) == {*OTHERS, OLD}
