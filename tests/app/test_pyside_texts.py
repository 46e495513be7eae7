"""What PySide seldom needs is read when it is asked for, and then it is all there."""

import builtins
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from types import ModuleType

import pytest

from allybook.app.pyside_texts import FEATURE, leave_unread

ASKING = """
import sys
if sys.argv[1:]:
    from allybook.app.haste import load_qt
    load_qt()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("here")
for act in (lambda: label.setText(3), lambda: QLabel(3.5), lambda: QTimer(nonsense=3)):
    try:
        act()
    except (AttributeError, TypeError) as error:
        print(error)
print(QTimer.singleShot.__doc__)
from shibokensupport.signature import get_signature
print(get_signature(QLabel.setText))
import PySide6.support.feature, PySide6.support.signature.lib.pyi_generator as stubs
print(PySide6.support.feature.info(), stubs.generate_pyi.__name__)
"""
LOADED = """
import sys
from allybook.app.haste import load_qt
load_qt()
import PySide6.QtWidgets
print(*[name for name in sys.argv[1:] if name in sys.modules])
"""
TOOL = "shibokensupport/signature/lib/tool.py"
MAPPING = "shibokensupport/signature/mapping.py"


@contextmanager
def loaded(filename, source):
    """Load a source as PySide does, passing over what is seldom needed; give the module."""
    name = filename.removesuffix(".py").replace("/", ".")
    before = sys.modules.get(name)
    module = sys.modules[name] = ModuleType(name)
    try:
        with leave_unread():
            exec(compile(source, filename, "exec"), vars(module))  # noqa: S102 (our own words)
        yield module
    finally:
        del sys.modules[name]
        if before is not None:
            sys.modules[name] = before


def said(program, *words):
    """Run a program in a process of its own; return what it printed."""
    return subprocess.run(
        [sys.executable, "-c", program, *words], capture_output=True, text=True, check=True
    ).stdout


def test_a_wrong_argument_is_told_as_it_always_was():
    hasty, plain = said(ASKING, "hasty"), said(ASKING)
    assert hasty == plain
    assert "Supported signatures" in plain


def test_what_only_the_unread_need_is_not_loaded():
    assert said(LOADED, "ast", "inspect", "logging").strip() == ""


def test_nothing_is_passed_over_afterwards():
    before = builtins.compile
    with pytest.raises(ZeroDivisionError), leave_unread():
        raise ZeroDivisionError
    assert builtins.compile is before


def test_what_pyside_looks_into_without_asking_is_read_at_once():
    with loaded(MAPPING, "number = 7") as module:
        assert vars(module)["number"] == 7


def test_a_module_is_read_once_for_the_first_name_asked_for():
    with loaded(TOOL, "number = []") as module:
        assert "number" not in vars(module)
        assert module.number is module.number
        with pytest.raises(AttributeError, match="nothing"):
            _ = module.nothing


def test_all_who_ask_at_once_wait_until_it_is_read():
    slow = "total = sum(range(300_000))\nnumber = 7"
    with loaded(TOOL, slow) as module, ThreadPoolExecutor(4) as threads:
        asked = [threads.submit(getattr, module, "number") for _ in range(4)]
        assert [each.result() for each in asked] == [7] * 4


def test_what_is_read_may_ask_itself():
    asks = "import sys\nitself = hasattr(sys.modules[__name__], 'later')\nlater = 1"
    with loaded(TOOL, asks) as module:
        assert (module.itself, module.later) == (False, 1)


def test_a_reading_that_failed_is_tried_again():
    with loaded(TOOL, "if fails.pop():\n    raise MemoryError\nnumber = 7") as module:
        vars(module)["fails"] = [False, True, True]
        for _ in range(2):
            with pytest.raises(MemoryError):
                _ = module.number
        assert module.number == 7


def test_a_feature_is_found_in_no_import():
    with loaded(FEATURE, "def feature_import(*asked): return asked\nall_names = ()") as module:
        assert module.feature_import("json", {}, {}, (), 0) is None
        assert module.all_names == ()
