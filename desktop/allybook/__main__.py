"""Run Allybook: ``python -m allybook``."""

from __future__ import annotations

import sys

from allybook.app import start


def main() -> int:
    """Run what the command line asks for; return the exit status."""
    return start.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
