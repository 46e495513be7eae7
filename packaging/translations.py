"""Gather the words of the window into the catalogues, or (--check) say whether they are current."""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WINDOW = ROOT / "desktop" / "allybook" / "ui"
CATALOGUES = ROOT / "resources" / "translations"
GATHER = Path(sys.executable).with_name("pyside6-lupdate")


def main() -> int:
    """Update the catalogues; with --check return 1 if that would change them."""
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--check", action="store_true")
    check = words.parse_args().check
    stale = [path.name for path in sorted(CATALOGUES.glob("*.ts")) if not _gather(path, check)]
    if stale:
        sys.stderr.write(f"Not up to date: {', '.join(stale)}. Please run: make translations\n")
    return 1 if stale else 0


def _gather(catalogue: Path, check: bool) -> bool:  # noqa: FBT001
    """Return whether a catalogue is current; bring it up to date unless only asked."""
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / catalogue.name
        shutil.copy(catalogue, fresh)
        sources = [str(path) for path in sorted(WINDOW.rglob("*.py"))]
        command = [str(GATHER), "-silent", "-no-obsolete", "-locations", "none", *sources]
        subprocess.run([*command, "-ts", str(fresh)], check=True, stdout=subprocess.DEVNULL)  # noqa: S603
        current = fresh.read_bytes() == catalogue.read_bytes()
        if not check and not current:
            shutil.copy(fresh, catalogue)
    return current or not check


if __name__ == "__main__":
    sys.exit(main())
