"""The archive of the sources that is made for a release: whoever has it can test the program."""

import subprocess
import sys
import tarfile
from pathlib import Path, PurePosixPath

import pytest

import allybook

ROOT = Path(__file__).parents[1]
READ = ("docs/decisions", "requirements", ".ci", "packaging/linux", "tests/app")
"""Some of the folders that tests read, or lie in."""


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """What lies in the archive by its path, and what it says of itself."""
    folder = tmp_path_factory.mktemp("archive")
    command = (sys.executable, "-m", "hatchling", "build", "--target", "sdist")
    subprocess.run((*command, "--directory", str(folder)), cwd=ROOT, check=True)
    [made] = folder.glob("*.tar.gz")
    with tarfile.open(made) as packed:
        names = {PurePosixPath(*PurePosixPath(one).parts[1:]) for one in packed.getnames()}
        about = packed.extractfile(f"{made.name.removesuffix('.tar.gz')}/PKG-INFO")
        return names, about.read().decode()


def test_it_has_all_that_the_tests_look_at(archive):
    names, _ = archive
    tops = {"Makefile", "README.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "pyproject.toml"}
    assert tops <= set(map(str, names))
    files = [one for folder in READ for one in (ROOT / folder).iterdir() if one.is_file()]
    assert len(files) > len(READ)
    assert {PurePosixPath(one.relative_to(ROOT).as_posix()) for one in files} <= names


def test_it_has_the_version_that_the_program_tells(archive):
    _, about = archive
    assert f"\nVersion: {allybook.__version__}\n" in about
