"""Something of the disk that for a while cannot be asked for some things."""

from msgspec.structs import replace

from allybook.domain.errors import StorageError


class Shut:
    """A store that answers as it is, but for what is in ``against``."""

    def __init__(self, store, error=None):
        self._store = store
        self._error = error or StorageError(
            "The disk does not answer: look at it; nothing was lost."
        )
        self.against = frozenset()

    def __getattr__(self, name):
        if name in self.against:
            raise self._error
        return getattr(self._store, name)


class ShutShelf:
    """A shelf of which some books cannot be read: the error of each, by its id."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.shut = {}

    def open(self, book_id):
        if book_id in self.shut:
            raise self.shut[book_id]
        return self._shelf.open(book_id)

    def books(self):
        found = self._shelf.books()
        named = (
            replace(one, name=one.book_id) if one.book_id in self.shut else one for one in found
        )
        return sorted(named, key=lambda one: one.name.casefold())

    def __getattr__(self, name):
        return getattr(self._shelf, name)
