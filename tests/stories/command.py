"""Run the program as a person at a terminal does: words in, what it prints and its status out."""

import json
import subprocess
import sys
from dataclasses import dataclass


@dataclass(frozen=True)
class Ended:
    status: int
    out: str
    err: str

    @property
    def json(self):
        return json.loads(self.out)


def allybook(*words, profile, stdin=""):
    ended = subprocess.run(
        [sys.executable, "-m", "allybook", "--profile", str(profile), *map(str, words)],
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
        timeout=100,
    )
    return Ended(ended.returncode, ended.stdout, ended.stderr)
