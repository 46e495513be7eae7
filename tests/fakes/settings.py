"""Choices that cannot be kept."""

from allybook.domain.errors import StorageError


class FullSettings:
    """Settings on a disk that is full: all is read, and nothing kept."""

    def __init__(self, settings):
        self._settings = settings

    def __getattr__(self, name):
        return getattr(self._settings, name)

    def write(self, *_choice):
        raise StorageError("The disk is full: free some space; nothing was changed.")

    change = write
