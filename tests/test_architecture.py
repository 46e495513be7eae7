"""The shape of the house, held by tests."""

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop" / "allybook"
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
WITH_QT = {"ui", "app", "app.py", "__main__.py"}


def module_of(path):
    parts = ("allybook", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(part for part in parts if part != "__init__")


ROOMS = {}
for path in FILES:
    inside = path.relative_to(PACKAGE).parts
    if inside[0] not in WITH_QT:
        ROOMS.setdefault("/".join(inside[:-1][:2]) or ".", []).append(module_of(path))


@pytest.mark.parametrize("room", ROOMS)
def test_core_modules_load_alone_and_without_qt(room):
    """Each in an interpreter of its own, beside what all of them load of others."""
    code = (
        "import importlib, os, sys\n"
        "import apsw, dataclasses, decimal, json, msgspec, pathlib, re, typing\n"
        "status = 0\n"
        "for module in sys.argv[1:]:\n"
        "    child = os.fork()\n"
        "    if child == 0:\n"
        "        importlib.import_module(module)\n"
        "        os._exit(bool({'PySide6', 'shiboken6'} & set(sys.modules)))\n"
        "    _, ended = os.waitpid(child, 0)\n"
        "    if ended:\n"
        "        status = 1\n"
        "        print(module)\n"
        "sys.exit(status)\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", code, *ROOMS[room]], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_every_room_of_the_core_is_asked():
    asked = {
        module.split(".")[1] for modules in ROOMS.values() for module in modules if "." in module
    }
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert rooms - WITH_QT <= asked


@pytest.mark.parametrize("path", FILES + TESTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_stay_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 400


def test_the_median_file_is_a_small_room():
    sizes = [
        len(path.read_text(encoding="utf-8").splitlines())
        for path in FILES
        if path.name != "__init__.py"
    ]
    assert statistics.median(sizes) <= 140


def functions():
    for path in FILES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path.relative_to(ROOT)}:{node.name}", node.end_lineno - node.lineno + 1


def test_functions_stay_small():
    # Pairs, and no table: several in one file may have one name.
    sizes = list(functions())
    long = [name for name, lines in sizes if lines > 60]
    assert long == []
    assert sum(lines <= 30 for _, lines in sizes) >= 0.95 * len(sizes)


def untold(tree):
    """Yield what is public, or made inside of a function, and does not say what it is for."""
    for node in ast.walk(tree):
        for part in ast.iter_child_nodes(node):
            if not isinstance(part, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                continue
            private = part.name.startswith("_") and not isinstance(node, ast.FunctionDef)
            if not private and ast.get_docstring(part) is None:
                yield f"{node.name if hasattr(node, 'name') else ''}.{part.name}"


def test_whatever_has_a_name_says_what_it_is_for():
    assert [
        (str(path), name)
        for path in FILES
        for name in untold(ast.parse(path.read_text(encoding="utf-8")))
    ] == []


def test_the_index_knows_every_decision():
    folder = ROOT / "docs" / "decisions"
    index = (folder / "README.md").read_text(encoding="utf-8")
    decisions = sorted(path.name for path in folder.glob("0*.md"))
    assert decisions
    assert [name for name in decisions if f"({name})" not in index] == []


def test_no_room_is_called_after_nothing():
    nothings = {"utils", "helpers", "common", "manager", "base", "misc"}
    rooms = [path.relative_to(PACKAGE).with_suffix("") for path in FILES]
    assert [room for room in rooms if nothings & {*room.parts}] == []
