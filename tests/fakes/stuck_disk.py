"""A disk that takes nothing for a while, for this process only: no root, no file system needed."""

import pytest

resource = pytest.importorskip("resource", reason="needs limits of POSIX")


class StuckDisk:
    """Files cannot grow while it is ``stuck``; a process may always lift a limit of its own."""

    def __init__(self):
        self._free = resource.getrlimit(resource.RLIMIT_FSIZE)

    def stick(self, most=1):
        """Take nothing from now on, or no file of more than so many bytes."""
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, self._free[1]))

    def let_go(self):
        """Take everything again."""
        resource.setrlimit(resource.RLIMIT_FSIZE, self._free)
