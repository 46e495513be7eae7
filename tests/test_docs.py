"""What the papers of the house name is there."""

import ast
import re
from functools import cache
from itertools import product
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "desktop" / "allybook"
PAPERS = [ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
ROOMS = {path.name for path in (*PACKAGE.iterdir(), *ROOT.iterdir()) if path.is_dir()}
QUOTED = re.compile(r"`([\w.{},*-]+(?:/[\w.{},*-]*)+)`")
BRACES = re.compile(r"\{([\w,-]+)\}")
WORDS = re.compile(r"`([A-Z]\w*[a-z]\w*)\.(\w+)(?:\(.*?\))?`")
LITERAL = re.compile(r"allybook(?:\.\w+)+(?<!\.svg)")


def spread(named):
    """Return ``a/b.py`` and ``a/c.py`` for ``a/{b,c}.py``."""
    parts = BRACES.split(named)
    choices = [part.split(",") if place % 2 else [part] for place, part in enumerate(parts)]
    return ["".join(chosen) for chosen in product(*choices)]


def places_in(paper):
    """Return what a paper names of the house, by the room that it begins with."""
    found = (
        name
        for quoted in QUOTED.findall(paper.read_text(encoding="utf-8"))
        for name in spread(quoted)
    )
    return [name for name in found if name.split("/")[0] in ROOMS and name.split("/")[1]]


def defined(module):
    """Return what a module calls by name."""
    return {
        name
        for node in ast.parse(module.read_text(encoding="utf-8")).body
        for name in (
            *(target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)),
            getattr(node, "name", ""),
        )
    }


def is_there(name):
    """Return whether a path, a module without its ending or a name in a module is there."""
    for folder in (ROOT, PACKAGE):
        if any(folder.glob(name.rstrip("/"))) or (folder / f"{name}.py").exists():
            return True
        module, _, inside = name.rpartition(".")
        path = folder / f"{module}.py"
        if path.exists() and inside in defined(path):
            return True
    # A number is enough for a decision.
    return name.startswith("docs/decisions/") and any(ROOT.glob(f"{name}-*.md"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.name)
def test_every_path_in_a_paper_is_there(paper):
    assert [name for name in places_in(paper) if not is_there(name)] == []


def test_papers_name_paths_and_a_wrong_one_is_found():
    assert len({name for paper in PAPERS for name in places_in(paper)}) > 30
    assert spread("ui/{tabs,jobs}.py") == ["ui/tabs.py", "ui/jobs.py"]
    assert is_there("ui/jobs.py")
    assert is_there("domain/spoken.speak")
    assert not is_there("ui/no_such.py")
    assert not is_there("domain/spoken.no_such")


@cache
def classes():
    """Return the names that each class of the program has, its own and those of its kin."""
    nodes = [
        node
        for path in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    own, kin = {}, {}
    for node in nodes:
        parts = list(ast.walk(node))
        own.setdefault(node.name, set()).update(
            *(
                {getattr(part, "name", ""), getattr(part, "attr", ""), getattr(part, "id", "")}
                for part in parts
                if isinstance(part, ast.FunctionDef)
                or isinstance(getattr(part, "ctx", None), ast.Store)
            )
        )
        kin.setdefault(node.name, set()).update(getattr(base, "id", "") for base in node.bases)
    return {
        name: names.union(*(own.get(one, ()) for one in kin[name])) for name, names in own.items()
    }


@pytest.mark.parametrize("paper", [ROOT / "README.md", *PAPERS], ids=lambda path: path.name)
def test_whatever_a_paper_says_that_a_class_has_is_there(paper):
    said = WORDS.findall(paper.read_text(encoding="utf-8"))
    assert [f"{name}.{part}" for name, part in said if part not in classes().get(name, ())] == []


def test_papers_name_what_classes_have_and_a_wrong_one_is_found():
    said = [one for paper in PAPERS for one in WORDS.findall(paper.read_text(encoding="utf-8"))]
    assert len(said) >= 8
    assert WORDS.findall("`Settings.change(name, fn)`") == [("Settings", "change")]
    assert "painted" in classes()["Looking"]
    assert "let_paint" not in classes()["Looking"]


def modules_in(path):
    """Return the modules of Allybook that a file names in its strings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and LITERAL.fullmatch(text):
            yield text


@pytest.mark.parametrize("folder", ["desktop", "tests", "packaging"])
def test_every_module_that_is_named_in_a_string_is_there(folder):
    gone = {
        name: str(path.relative_to(ROOT))
        for path in (ROOT / folder).rglob("*.py")
        for name in modules_in(path)
        # The log is called so as well.
        if not name.endswith(".log")
        and not (ROOT / "desktop" / name.replace(".", "/")).with_suffix(".py").exists()
        and not (ROOT / "desktop" / name.replace(".", "/") / "__init__.py").exists()
    }
    assert gone == {}
