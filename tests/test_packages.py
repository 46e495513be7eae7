"""What ``make demo`` asks of a fresh Debian or Ubuntu: its libraries, by whichever name."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PREPARE = ROOT / "packaging" / "linux" / "prepare.sh"
LISTED = PREPARE.with_name("packages.txt").read_text(encoding="utf-8").splitlines()
WANTED = [line.partition("#")[0].strip() for line in LISTED if not line.startswith("#")]
OLD, NEW = "libglib2.0-0", "libglib2.0-0t64"
TESTS = "packages-tests.txt"
OTHERS = frozenset(name for name in WANTED if name and OLD not in name)


@pytest.fixture
def prepare(tmp_path):
    """Run the script on a make-believe computer, on which we are nobody special."""

    def run(installed, known, *lists):
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
            ["/bin/sh", PREPARE, *lists],
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


def test_who_only_tries_the_program_is_not_asked_for_what_the_tests_need(prepare):
    asked = prepare((), (), TESTS).stderr.splitlines()[-1].split()[4:]
    assert asked == ["dbus", "gnome-keyring"]
    assert OTHERS.isdisjoint(asked)


@pytest.fixture
def checkout(tmp_path):
    """A checkout on a computer whose programs only note how they were called."""
    shutil.copy(ROOT / "Makefile", tmp_path)
    linux, bin_ = tmp_path / "packaging" / "linux", tmp_path / "bin"
    for folder in (linux, bin_, tmp_path / "requirements", tmp_path / "desktop" / "allybook"):
        folder.mkdir(parents=True)
    for name in ("packages.txt", TESTS):
        shutil.copy(PREPARE.with_name(name), linux)
    for path in ("requirements/dev.txt", "pyproject.toml"):
        (tmp_path / path).touch()
    (tmp_path / "noted").write_text(NOTING + RUNNING, encoding="utf-8")
    (tmp_path / "noted").chmod(0o755)
    shutil.copy(tmp_path / "noted", linux / "prepare.sh")
    for name in ("python3", "python3.99"):
        (bin_ / name).write_text(f"{NOTING}{MAKING}", encoding="utf-8")
        (bin_ / name).chmod(0o755)
    return tmp_path


MAKE = shutil.which("make") or "make"
NOTING = """#!/bin/sh
case "$*" in
    *"import sys"*) ;;
    *) echo "${0##*/} $*" >> calls ;;
esac
"""
RUNNING = """case "$*" in *__path__*) cat .venv/runs ;; esac
"""
MAKING = """case "$*" in
    *"import sys"*) [ ! -e old ] || exit 1 ;;
    *) mkdir -p .venv/bin; cp noted .venv/bin/python; echo "$PWD/desktop/allybook" > .venv/runs ;;
esac
"""


def make(checkout, *goal, why=None):
    """Make a goal; return how the programs were called for it, or check ``why`` it cannot be."""
    (checkout / "calls").write_text("", encoding="utf-8")
    hidden = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}
    env = {name: value for name, value in os.environ.items() if name not in hidden}
    env["PATH"] = f"{checkout / 'bin'}:{env['PATH']}"
    ended = subprocess.run(
        [MAKE, *goal], cwd=checkout, env=env, check=False, capture_output=True, text=True
    )
    assert (ended.returncode == 0) == (why is None), ended.stderr
    assert (why or "") in ended.stderr
    return (checkout / "calls").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("broken", [False, True], ids=["none", "without pip"])
def test_an_environment_without_pip_is_made_anew(checkout, broken):
    if broken:
        (checkout / ".venv" / "bin").mkdir(parents=True)
        python = checkout / ".venv" / "bin" / "python"
        python.write_text("#!/bin/sh\nexit 1\n", encoding="utf-8")
        python.chmod(0o755)
    assert "python3 -m venv --clear .venv" in make(checkout, "venv")
    (checkout / "pyproject.toml").touch()
    os.utime(checkout / ".venv" / ".ready", (0, 0))
    again = make(checkout, "venv")
    assert not [call for call in again if "venv" in call]
    assert [call for call in again if "pip install" in call]


def test_an_environment_that_was_moved_along_is_made_anew(checkout):
    make(checkout, "venv")
    assert make(checkout, "venv") == []
    # A copy runs the program of the folder that it was copied from.
    (checkout / ".venv" / "runs").write_text("/elsewhere/desktop/allybook\n", encoding="utf-8")
    assert "python3 -m venv --clear .venv" in make(checkout, "venv")
    assert make(checkout, "venv") == []


def test_an_old_python_is_told_before_anything_is_installed(checkout):
    (checkout / "old").touch()
    why = "3.11 or newer; where that has another name:\n    make PYTHON3=python3.12 demo"
    assert make(checkout, "demo", why=why) == []
    (checkout / "old").unlink()
    calls = make(checkout, "venv", "PYTHON3=python3.99")
    assert "python3.99 -m venv --clear .venv" in calls


def test_only_who_tests_is_asked_for_what_the_tests_need(checkout):
    assert f"prepare.sh {TESTS}" not in make(checkout, "venv")
    calls = make(checkout, "test")
    assert calls[0] == f"prepare.sh {TESTS}"
    assert "-m pytest" in calls[-1]
    assert f"prepare.sh {TESTS}" not in make(checkout, "test")
