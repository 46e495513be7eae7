"""Other programs for the same work, installed in an environment of their own under ``build``."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.process import ROOT, execute

if TYPE_CHECKING:
    from pathlib import Path

    from tests.benchmarks.process import Ended

PACKAGES = ("twitter-cli==0.8.5", "twarc==2.14.0", "twarc-hashtags==0.0.5")
FOLDER = ROOT / "build" / "peers"
BIN = FOLDER / ("Scripts" if sys.platform == "win32" else "bin")
READY = FOLDER / "ready.txt"


def install() -> None:
    """Install the peers, unless they are there; ``CalledProcessError`` where pip cannot."""
    wanted = "\n".join(PACKAGES)
    if READY.is_file() and READY.read_text(encoding="utf-8") == wanted:
        return
    subprocess.run((sys.executable, "-m", "venv", "--clear", str(FOLDER)), check=True)
    pip = (str(BIN / "python"), "-m", "pip", "install", "--quiet", "--quiet", *PACKAGES)
    subprocess.run(pip, check=True)
    READY.write_text(wanted, encoding="utf-8")


def filter_export(file: Path, home: Path) -> Ended:
    """Run ``twitter feed --filter``: score every post, and print the best ones."""
    return _run(home, "twitter", "feed", "--input", str(file), "--filter", "--json")


def count_hashtags(file: Path, home: Path) -> Ended:
    """Run ``twarc2 hashtags``: read every post into a database, and count its hashtags."""
    # It asks for a token before it reads a file, and asks nobody whether it is one.
    words = ("--bearer-token", "none", "hashtags", "--db", str(home / "tags.db"), str(file))
    return _run(home, "twarc2", *words, str(home / "tags.csv"))


def _run(home: Path, program: str, *words: str) -> Ended:
    # twarc leaves a log in the folder that it is called in.
    surroundings = {**os.environ, "HOME": str(home)}
    ended = execute((str(BIN / program), *words), surroundings, folder=home, quiet=True)
    if ended.status:
        raise RuntimeError(f"{program} ended with {ended.status}.")
    return ended
