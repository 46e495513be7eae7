"""Something of the disk that for a while cannot be asked for some things."""

from allybook.domain.errors import StorageError


class Shut:
    """A store that answers as it is, but for what is in ``against``."""

    def __init__(self, store):
        self._store = store
        self.against = frozenset()

    def __getattr__(self, name):
        if name in self.against:
            raise StorageError("The disk does not answer: look at it; nothing was lost.")
        return getattr(self._store, name)
