"""The manners of the tests themselves: none goes by a clock, waits without an end, or too short."""

import ast
from pathlib import Path

import pytest

from tests.conftest import PATIENT_MS

TESTS = Path(__file__).parent
FIGURES = {"benchmarks", "torture"}
"""Rooms that measure: they are no tests."""
FILES = [
    path for path in sorted(TESTS.rglob("*.py")) if not FIGURES & set(path.relative_to(TESTS).parts)
]
CLOCKS = {"monotonic", "perf_counter", "process_time", "sleep", "thread_time", "timeit", "qWait"}
TEXTS = {"read_text": 0, "write_text": 1}
"""What reads or writes a text, and after how many words the encoding stands."""
MODES = set("rwxat+")
WAITED_FOR = {"acquire", "exception", "join", "result", "settimeout", "wait"}
"""What takes, before all else, how many seconds it waits."""
POLL = 1
"""Who waits less than a second looks again, or expects nothing to come."""


def name_of(call):
    """Return what is called, without where it comes from."""
    return getattr(call.func, "attr", getattr(call.func, "id", ""))


def words_of(call):
    """Return the names of the words that a call gives."""
    return {word.arg for word in call.keywords}


def is_fresh(call):
    """Return whether a call asks something of what nobody else can know: ``Event().wait(1)``."""
    return isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)


def opens_text(call):
    """Return whether a call opens a file of text by a mode."""
    place = 1 if isinstance(call.func, ast.Name) and name_of(call) == "open" else 0
    mode = call.args[place] if len(call.args) > place else None
    said = mode.value if isinstance(mode, ast.Constant) else None
    return isinstance(said, str) and bool(said) and set(said) <= MODES


def goes_by_a_clock(call):
    """Return whether a call reads a clock, or only lets time pass."""
    name = name_of(call)
    if name == "wait" and is_fresh(call):
        return name_of(call.func.value) == "Event"
    return name in CLOCKS and "monotonic" not in words_of(call)


def guesses_letters(call):
    """Return whether a call leaves it to the computer how a text is encoded."""
    name = name_of(call)
    if "encoding" in words_of(call):
        return False
    if name in TEXTS:
        return len(call.args) <= TEXTS[name]
    return name in {"open", "TemporaryFile", "NamedTemporaryFile"} and opens_text(call)


def waits_for_ever(call):
    """Return whether a call may wait for a thread or a program that never comes."""
    name, more = name_of(call), words_of(call)
    if name == "join":
        return not (call.args or more)
    if name in {"Barrier", "communicate"}:
        return "timeout" not in more and len(call.args) < 2
    return False


def gives_up_soon(call):
    """Return whether a call may give up what only comes late: two busy cores take seconds."""
    name = name_of(call)
    ends = [word.value for word in call.keywords if word.arg == "timeout"]
    if name in WAITED_FOR and isinstance(call.func, ast.Attribute):
        ends += call.args[:1]
    by_bot = name.startswith("wait") and name != "wait"
    least, second = (PATIENT_MS, 1_000) if by_bot else (PATIENT_MS / 1_000, 1)
    numbers = [end.value for end in ends if isinstance(end, ast.Constant)]
    return any(
        isinstance(number, int | float) and POLL * second <= number < least for number in numbers
    )


def is_left_to_itself(call):
    """Return whether a call begins a program that ``with`` alone waits for, without an end."""
    return name_of(call) == "Popen" and getattr(call, "within", False)


ASKED = (goes_by_a_clock, guesses_letters, waits_for_ever, gives_up_soon, is_left_to_itself)


def calls_in(text):
    """Return the calls in a text of Python; those that a ``with`` is about are marked."""
    nodes = list(ast.walk(ast.parse(text)))
    for node in nodes:
        for item in node.items if isinstance(node, ast.With) else ():
            item.context_expr.within = True
    return [node for node in nodes if isinstance(node, ast.Call)]


@pytest.fixture(scope="module")
def wrong():
    """What is wrong, by what was asked: each place in a file."""
    told = {asked: [] for asked in ASKED}
    for path in FILES:
        calls = calls_in(path.read_text(encoding="utf-8"))
        for asked in ASKED:
            told[asked] += [f"{path.relative_to(TESTS)}:{c.lineno}" for c in calls if asked(c)]
    return told


@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked.__name__)
def test_no_test(wrong, asked):
    assert wrong[asked] == []


@pytest.mark.parametrize(
    ("asked", "line", "holds"),
    [
        (goes_by_a_clock, "began = time.monotonic()", True),
        (goes_by_a_clock, "time.sleep(1)", True),
        (goes_by_a_clock, "Event().wait(0.3)", True),
        (goes_by_a_clock, "gate.wait(20)", False),
        (guesses_letters, "path.read_text()", True),
        (guesses_letters, "path.write_text('a')", True),
        (guesses_letters, "path.open('w')", True),
        (guesses_letters, "path.open('wb')", False),
        (guesses_letters, "path.write_text('a', 'utf-8')", False),
        (guesses_letters, "path.read_text(encoding='utf-8')", False),
        (waits_for_ever, "thread.join()", True),
        (waits_for_ever, "thread.join(20)", False),
        (waits_for_ever, "', '.join(words)", False),
        (waits_for_ever, "running.communicate()", True),
        (waits_for_ever, "running.communicate(timeout=20)", False),
        (waits_for_ever, "Barrier(2)", True),
        (gives_up_soon, "gate.wait(5)", True),
        (gives_up_soon, "gate.wait(20)", False),
        (gives_up_soon, "stop.wait(0.02)", False),
        (gives_up_soon, "waits.exception(8)", True),
        (gives_up_soon, "answer.result()", False),
        (gives_up_soon, "Barrier(2, timeout=10)", True),
        (gives_up_soon, "requests.get(address, timeout=20)", False),
        (gives_up_soon, "qtbot.waitUntil(holds, timeout=5_000)", True),
        (gives_up_soon, "qtbot.waitSignal(done, timeout=20_000)", False),
        (is_left_to_itself, "with Popen(words) as running: pass", True),
        (is_left_to_itself, "with ending(Popen(words)) as running: pass", False),
    ],
)
def test_what_is_wrong_would_be_found(asked, line, holds):
    assert any(map(asked, calls_in(line))) is holds
