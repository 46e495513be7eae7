"""A real file system of a few megabytes that can be filled or write-protected."""

import os
import subprocess
import sys
from pathlib import Path

WITHIN = ["unshare", "--user", "--map-root-user", "--mount"]
MOUNT = ["mount"]


def can_mount():
    """Return whether this computer lets a process have a file system of its own."""
    if sys.platform != "linux":
        return False
    mount = [*WITHIN, "mount", "-t", "tmpfs", "tmpfs", "/mnt"]
    try:
        return subprocess.run(mount, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def run_within(program, folder):
    """Run a Python program (its text) that has a file system of its own at ``folder``."""
    words = [*WITHIN, sys.executable, "-c", program, str(folder)]
    where = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run(
        words, capture_output=True, text=True, encoding="utf-8", check=False, env=where
    )


def mount(folder, *, megabytes=8):
    """Lay a small file system over a folder."""
    size = f"size={megabytes}m"
    subprocess.run([*MOUNT, "-t", "tmpfs", "-o", size, "tmpfs", str(folder)], check=True)


def fill(folder):
    """Leave no room at all; return the file that takes it."""
    path = folder / "fill"
    filler = os.open(path, os.O_WRONLY | os.O_CREAT)
    try:
        while True:
            os.write(filler, bytes(4096))
    except OSError:
        return path
    finally:
        os.close(filler)


def protect(folder):
    """Let nobody write any more."""
    subprocess.run([*MOUNT, "-o", "remount,ro", str(folder)], check=True)
