"""Doors that hold up a change until they are opened."""

from allybook.domain.errors import StorageError


class Door:
    """Begins to let write when it is opened."""

    def __init__(self):
        self.is_open = False

    def __call__(self):
        if not self.is_open:
            raise StorageError("closed")
