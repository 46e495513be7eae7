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

    def change(self, name, change):
        """Find out when what was made of a choice is written."""
        self.write(name, change(self.read(name)))

    def change_all(self, changes):
        """Find out in the same way."""
        for name, change in changes.items():
            self.change(name, change)
