"""Gather the words of the program into the catalogues, or (--check) say whether they are current.

The catalogues are Qt's translation sources, and Qt Linguist edits them. The gathering is our own:
pyside6-lupdate 6.11 leaves out words whose number is a call (``translate(..., len(names))``), marks
no plural in ``translate``, and files ``page.tr`` under the name of the variable. What is said of an
English word stays as long as the word does; words that are gone are dropped.

The window's words stand in ``tr`` and ``translate``. What the rest says (the command line apart,
which is English) stands in ``speak`` and ``speak_many`` of ``domain/spoken.py``, in tables declared
as ``Pattern`` or ``Plural``, and as the plain sentence of an error; all of that is one context.

To begin a language, make an empty ``allybook_xx.ts`` and run this.
"""

from __future__ import annotations

import argparse
import ast
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Tree
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "desktop" / "allybook"
WINDOW = PROGRAM / "ui"
ERRORS = PROGRAM / "domain" / "errors.py"
SILENT = ("ui", "cli", "practice")
"""Folders whose words are no words of the core: the window's own, and what is English only."""
CORE = "core"
CATALOGUES = ROOT / "resources" / "translations"
SINGULAR_AND_PLURAL = 2
MEND = "Please run: make translations\n"
# Where the context, the words, the remark and the number stand in a call; tr takes its class.
TRANSLATE, TR = (0, 1, 2, 3), (None, 0, 1, 2)


@dataclass(frozen=True, slots=True, order=True)
class Words:
    """Some words of the program, and where they belong; ``counted`` words have a plural."""

    context: str
    source: str
    remark: str = ""
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What a catalogue has for some words: one form, or a singular and a plural."""

    forms: tuple[str, ...] = ("",)
    finished: bool = False


class Unreadable(Exception):
    """Words in the source that cannot be gathered, with the place where they stand."""


def main() -> int:
    """Update the catalogues; with --check return 1 if that would change them."""
    words = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    words.add_argument("--check", action="store_true")
    check = words.parse_args().check
    paths = sorted(CATALOGUES.glob("allybook_*.ts"))
    if not paths:
        sys.stderr.write(f"There is no catalogue allybook_*.ts in {CATALOGUES}.\n")
        return 1
    try:
        gathered = gather(WINDOW) | gather_core(PROGRAM)
    except Unreadable as error:
        sys.stderr.write(f"{error}\n")
        return 1
    stale = {path: text for path in paths if (text := render(path, gathered)) != _text(path)}
    if stale and check:
        sys.stderr.write(f"Not up to date: {', '.join(path.name for path in stale)}. {MEND}")
        return 1
    for path, text in stale.items():
        path.write_text(text, encoding="utf-8", newline="\n")
    return 0


def gather(folder: Path) -> Set[Words]:
    """Return the words of all modules below a folder; raise Unreadable for words unknown here."""
    found: set[Words] = set()
    for path in sorted(folder.rglob("*.py")):
        reader = _Reader(path.relative_to(folder))
        reader.visit(ast.parse(path.read_bytes()))
        found |= reader.found
    return found


def gather_core(folder: Path) -> Set[Words]:
    """Return the words of the core; raise Unreadable for an error that is not gathered whole."""
    errors = frozenset(
        node.name
        for node in ast.walk(ast.parse(ERRORS.read_bytes() if ERRORS.is_file() else b""))
        if isinstance(node, ast.ClassDef)
    )
    found: set[Words] = set()
    for path in sorted(folder.rglob("*.py")):
        place = path.relative_to(folder)
        if place.parts[0] not in SILENT:
            tree = ast.parse(path.read_bytes())
            reader = _CoreReader(place, errors, dict(_taking_patterns(tree)))
            reader.visit(tree)
            found |= reader.found
    return found


def _taking_patterns(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """Yield the functions that take a pattern, and its place in a call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            own = [argument for argument in node.args.args if argument.arg != "self"]
            for place, argument in enumerate(own):
                if (
                    isinstance(argument.annotation, ast.Name)
                    and argument.annotation.id == "Pattern"
                ):
                    yield node.name, place


def render(path: Path, gathered: Set[Words]) -> str:
    """Return the text of a catalogue with exactly these words, and with what it says of them."""
    said = dict(_read(_text(path)))
    language = path.stem.partition("_")[2]
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
    ]
    for context in sorted({words.context for words in gathered}):
        lines += ["<context>", f"    <name>{escape(context)}</name>"]
        for words in sorted(words for words in gathered if words.context == context):
            lines += _message(words, said)
        lines.append("</context>")
    return "\n".join([*lines, "</TS>", ""])


class _Reader(ast.NodeVisitor):
    """Walks one module and keeps the words of its tr and translate calls."""

    def __init__(self, path: Path) -> None:
        self.found: set[Words] = set()
        self._path = path
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node.func:
            case ast.Name("translate") | ast.Attribute(ast.Name("wording"), "translate"):
                self._keep(node, TRANSLATE)
            case ast.Attribute(ast.Name("self"), "tr") if self._classes:
                self._keep(node, TR)
            case ast.Attribute(attr="tr"):
                raise self._unreadable(node, "say self.tr, or translate with a context")

    def _keep(self, node: ast.Call, places: tuple[int | None, int, int, int]) -> None:
        context, source, remark, number = places
        if node.keywords or any(isinstance(word, ast.Starred) for word in node.args):
            raise self._unreadable(node, "say all words by their place, none by name")
        words = Words(
            self._classes[-1] if context is None else self._literal(node, context),
            self._literal(node, source),
            self._literal(node, remark) if len(node.args) > remark else "",
            counted=len(node.args) > number,
        )
        self.found.add(words)

    def _literal(self, node: ast.Call, place: int) -> str:
        match node.args[place : place + 1]:
            case [ast.Constant(str() as text)]:
                return text
        raise self._unreadable(node, "say the words themselves, not a name for them")

    def _unreadable(self, node: ast.expr, advice: str) -> Unreadable:
        return _unreadable(self._path, node, advice)


class _CoreReader(ast.NodeVisitor):
    """Walks one module of the core and keeps what it says to people."""

    def __init__(self, path: Path, errors: Set[str], takers: Mapping[str, int]) -> None:
        self.found: set[Words] = set()
        self._path = path
        self._errors = errors
        self._takers = takers

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        match node.func, node.args:
            case ast.Name("speak"), [ast.Constant(str() as text)]:
                self.found.add(Words(CORE, text))
            case ast.Name("speak_many"), [_, ast.Constant(str()), ast.Constant(str() as text)]:
                self.found.add(Words(CORE, text, counted=True))
            case (ast.Name("speak"), words) | (ast.Name("speak_many"), [_, *words]):
                if any(map(_is_made_here, words)):
                    raise _unreadable(self._path, node, "say whole patterns, their parts by name")
            case ast.Name(name), [words, *_] if name in self._errors:
                self._keep_error(node, words)
            case ((ast.Name(name) | ast.Attribute(attr=name)), words) if name in self._takers:
                for word in words[self._takers[name] : self._takers[name] + 1]:
                    self._keep(word, counted=False)

    def _keep_error(self, node: ast.Call, words: ast.expr) -> None:
        """Keep the sentence of an error; one with parts stands in ``speak``."""
        match words:
            case ast.Constant(str() as text):
                self.found.add(Words(CORE, text))
            case _ if _is_made_here(words):
                raise _unreadable(self._path, node, "say speak(pattern, part=...) in it")

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.generic_visit(node)
        named = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}
        if node.value is not None and named & {"Pattern", "Plural"}:
            self._keep(node.value, counted="Plural" in named)

    def _keep(self, value: ast.expr, *, counted: bool) -> None:
        """Keep the words of a table, or of a name for a single one."""
        match value:
            case ast.Tuple([ast.Constant(str()), ast.Constant(str() as text)]) if counted:
                self.found.add(Words(CORE, text, counted=True))
            case ast.Constant(str() as text):
                if text:
                    self.found.add(Words(CORE, text))
            case ast.Dict(values=parts) | ast.Tuple(parts) | ast.List(parts) | ast.BoolOp(_, parts):
                for part in parts:
                    self._keep(part, counted=counted)
            case ast.JoinedStr():
                raise _unreadable(self._path, value, "say whole patterns")


def _is_made_here(words: ast.expr) -> bool:
    """Return whether words are put together on the spot, out of what nobody can gather."""
    return isinstance(words, ast.JoinedStr | ast.BinOp | ast.Constant | ast.IfExp)


def _unreadable(path: Path, node: ast.expr, advice: str) -> Unreadable:
    return Unreadable(
        f"{path}, line {node.lineno}: {ast.unparse(node)} cannot be gathered; {advice}."
    )


def _read(text: str) -> Iterator[tuple[Words, Said]]:
    """Yield what a catalogue says, without what nobody has said yet."""
    if not text:
        return
    for context in Tree.fromstring(text.encode()).iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            words = Words(
                context.findtext("name", ""),
                message.findtext("source", ""),
                message.findtext("comment", ""),
                message.get("numerus") == "yes",
            )
            translation = message.find("translation")
            if translation is not None and "".join(translation.itertext()).strip():
                yield words, _said(translation)


def _said(translation: Tree.Element) -> Said:
    forms = tuple(form.text or "" for form in translation.iter("numerusform"))
    every = forms or (translation.text or "",)
    return Said(every, finished=all(every) and not translation.get("type"))


def _message(words: Words, every: Mapping[Words, Said]) -> list[str]:
    said = every.get(words, Said(("",) * (SINGULAR_AND_PLURAL if words.counted else 1)))
    lines = ['    <message numerus="yes">' if words.counted else "    <message>"]
    lines.append(f"        <source>{escape(words.source)}</source>")
    if words.remark:
        lines.append(f"        <comment>{escape(words.remark)}</comment>")
    lines += _translation(words, said)
    return [*lines, "    </message>"]


def _translation(words: Words, said: Said) -> list[str]:
    start = "        <translation>" if said.finished else '        <translation type="unfinished">'
    if not words.counted:
        return [f"{start}{escape(said.forms[0])}</translation>"]
    forms = [f"            <numerusform>{escape(form)}</numerusform>" for form in said.forms]
    return [start, *forms, "        </translation>"]


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
