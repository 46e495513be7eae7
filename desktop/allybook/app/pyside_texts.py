"""Leave unread, until somebody asks, what PySide compiles anew at every start and seldom needs.

PySide6 has Python sources inside its library that say which arguments each of Qt's functions takes.
They are compiled whenever it is loaded, which is a fifth of the work until the window is there, and
are needed for the message about a wrong argument, for ``help``, and to write PySide's own stubs.
"""

from __future__ import annotations

import builtins
import sys
from contextlib import contextmanager
from threading import RLock
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

SOURCES = "shibokensupport/"
FEATURE = f"{SOURCES}feature.py"
"""PySide asks it about each import while it is loaded itself (``haste.load_qt``)."""
SELDOM = (
    FEATURE,
    f"{SOURCES}signature/errorhandler.py",
    f"{SOURCES}signature/layout.py",
    f"{SOURCES}signature/parser.py",
    f"{SOURCES}signature/lib/enum_sig.py",
    f"{SOURCES}signature/lib/pyi_generator.py",
    f"{SOURCES}signature/lib/tool.py",
)
"""What is only ever asked for by name; into ``mapping.py`` PySide looks without asking."""


@contextmanager
def leave_unread() -> Iterator[None]:
    """Let PySide pass over what is seldom needed; whoever asks it for a name has it read then."""
    plain = builtins.compile

    def compile_needed(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:  # noqa: ANN401
        """Compile a source, or nothing in its place."""
        # A PySide that makes its modules in another order has them read as ever.
        if filename in SELDOM and (module := sys.modules.get(_named(filename))):
            _leave(module, source, filename)
            source = b""
        return plain(source, filename, *rest, **named)

    builtins.compile = compile_needed
    try:
        yield
    finally:
        builtins.compile = plain


def _named(filename: str) -> str:
    """Return what the module of a source is called."""
    return filename.removesuffix(".py").replace("/", ".")


def _leave(module: ModuleType, source: bytes, filename: str) -> None:
    """Have a module read its source when it is first asked for a name that it does not have."""
    vars(module)["__getattr__"] = _Unread(module, source, filename)
    if filename == FEATURE:
        vars(module).update(feature_import=_no_feature, feature_imported=_no_feature)


class _Unread:
    """Answers for the names of a module, whose source it reads once, whatever thread asks first."""

    def __init__(self, module: ModuleType, source: bytes, filename: str) -> None:
        self._module = module
        self._source = source
        self._filename = filename
        # What is read may ask itself for a name that it does not have yet.
        self._lock, self._reading = RLock(), False

    def __call__(self, name: str) -> object:
        names = vars(self._module)
        with self._lock:
            if self._source and not self._reading:
                self._read(names)
        if name not in names:
            raise AttributeError(name)
        return names[name]

    def _read(self, names: dict[str, Any]) -> None:
        """Read the source; where that fails, whoever asks next has it read once more."""
        self._reading = True
        try:
            exec(compile(self._source, self._filename, "exec"), names)  # noqa: S102 (PySide's own)
            self._source = b""
        finally:
            self._reading = False


def _no_feature(*_asked: object, **_how: object) -> None:
    """Find no ``from __feature__ import`` in an import: nobody here says it."""
