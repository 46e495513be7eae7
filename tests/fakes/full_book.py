"""A book on a disk that fills while something is written."""

from allybook.domain.errors import StorageError


class FailingLater:
    """A book whose disk is full after the first lot."""

    def __init__(self, book):
        self._book = book
        self._lots = 0

    def __getattr__(self, name):
        return getattr(self._book, name)

    def amend(self, keys, make):
        self._lots += 1
        if self._lots > 1:
            raise StorageError("The disk is full.")
        return self._book.amend(keys, make)
