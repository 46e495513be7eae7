"""Tasks in processes of their own: what they answer, how long they took, their peak of memory.

Linux hands a parent's peak on to the child that it starts: so each is started by a process of its
own that loads next to nothing (``starting``).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

ROOT = Path(__file__).parents[2]
STARTING = (sys.executable, "-I", "-S", str(Path(__file__).with_name("starting.py")))
"""What starts a process and stays small itself."""
MEBIBYTE = 1 << 20
# The system counts a peak in KiB, on macOS in bytes.
PEAK_UNIT = 1 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Ended:
    """A process that has ended: its standard output, when it began (monotonic), and its peak.

    ``seconds`` went by on the clock, ``busy`` ones on the processor.
    """

    output: str
    status: int
    began: float
    seconds: float
    busy: float
    peak_mb: float

    @property
    def answer(self) -> dict[str, Any]:
        """Return what a task answered."""
        answer: dict[str, Any] = json.loads(self.output)
        return answer


def run(*words: str) -> Ended:
    """Run a Python program of ours to its end, whatever its status is.

    Whoever installs Allybook has it compiled; here what is compiled lies under ``build``.
    """
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    surroundings.pop("PYTHONDONTWRITEBYTECODE", None)
    surroundings["PYTHONPYCACHEPREFIX"] = str(ROOT / "build" / "bytecode")
    return execute((sys.executable, *words), surroundings)


def execute(
    words: Sequence[str],
    surroundings: Mapping[str, str],
    *,
    folder: Path = ROOT,
    quiet: bool = False,
) -> Ended:
    """Run a program in a folder to its end, whatever its status is.

    ``quiet`` drops what it complains of.
    """
    complaints = subprocess.DEVNULL if quiet else None
    with TemporaryFile() as output, TemporaryFile() as spent:
        subprocess.run(
            (*STARTING, str(spent.fileno()), *words),
            stdout=output,
            stderr=complaints,
            cwd=folder,
            env=surroundings,
            pass_fds=(spent.fileno(),),
            check=True,
        )
        output.seek(0)
        spent.seek(0)
        said, counts = output.read().decode(), json.load(spent)
    status, began, seconds, busy, peak = counts
    return Ended(said, status, began, seconds, busy, peak * PEAK_UNIT / MEBIBYTE)


def call(module: str, task: str, *words: object) -> Ended:
    """Run one task of a module of these benchmarks; ``RuntimeError`` if it fails."""
    ended = run("-m", f"tests.benchmarks.{module}", task, *map(str, words))
    if ended.status:
        raise RuntimeError(f"The task {task} of {module} ended with {ended.status}.")
    return ended


def answer_call(tasks: Mapping[str, Callable[..., object]]) -> None:
    """Do the task that the command line names, and print its answer."""
    task, *words = sys.argv[1:]
    sys.stdout.write(json.dumps(tasks[task](*words)))
