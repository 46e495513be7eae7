"""What is imported inside a function is not there yet: else the import stands at the top."""

import ast
from functools import cache
from pathlib import Path

DESKTOP = Path(__file__).parent.parent / "desktop"
FILES = {
    ".".join(path.relative_to(DESKTOP).with_suffix("").parts).removesuffix(".__init__"): path
    for path in DESKTOP.rglob("*.py")
}
SLOW = "PySide6"
"""Its names are made when they are imported, each for itself; to name one late spares time."""


@cache
def tree(module):
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def at_once(body):
    """Yield the imports that run when a module is loaded."""
    for node in body:
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node
        elif isinstance(node, ast.If):
            for_types = "TYPE_CHECKING" in ast.unparse(node.test)
            yield from at_once(node.orelse if for_types else node.body + node.orelse)
        elif isinstance(node, ast.Try | ast.With):
            yield from at_once(node.body)


def named(node):
    """Yield the modules that an import loads, without the packages around them."""
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
        return
    for alias in node.names:
        inside = f"{node.module}.{alias.name}"
        yield inside if inside in FILES else node.module


@cache
def needs(module):
    """Return the modules that one loads itself, with the packages that they are in."""
    loaded = [name for node in at_once(tree(module).body) for name in named(node)]
    return {
        ".".join(parts[:length])
        for parts in (name.split(".") for name in loaded)
        for length in range(1, len(parts) + 1)
    }


def loads(module):
    """Return all that is there once a module is."""
    seen, left = set(), [module]
    while left:
        name = left.pop()
        new = needs(name) - seen if name in FILES else set()
        seen |= new
        left.extend(new)
    return seen


def late(module):
    """Yield what a module imports inside its functions."""
    for function in ast.walk(tree(module)):
        if isinstance(function, ast.FunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import | ast.ImportFrom):
                    yield from named(node)


def needless(module):
    there = loads(module) if any(late(module)) else set()
    return sorted({name for name in late(module) if name in there and SLOW not in name})


def test_nothing_is_imported_late_that_is_there_anyway():
    told = {module: needless(module) for module in FILES}
    assert {module: names for module, names in told.items() if names} == {}


def test_it_is_known_what_a_module_loads():
    assert "allybook.domain.errors" in loads("allybook.ui.window")
    assert "allybook.ui.frame.footnotes" in set(late("allybook.ui.window"))
    assert "allybook.ui.frame.footnotes" not in loads("allybook.ui.window")
