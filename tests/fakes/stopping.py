"""Books in which Stop is pressed as soon as the first lot of an act is kept."""

LOT = 100
"""What is less is no lot of many."""


class StoppingShelf:
    """A shelf over another one; ``stop`` is called after each lot."""

    def __init__(self, shelf):
        self._shelf = shelf
        self.stop = lambda: None

    def open(self, book_id):
        return StoppingBook(self._shelf.open(book_id), self)

    def create(self, *names):
        return StoppingBook(self._shelf.create(*names), self)

    def __getattr__(self, name):
        return getattr(self._shelf, name)


class StoppingBook:
    """A book of such a shelf."""

    def __init__(self, book, shelf):
        self._book = book
        self._shelf = shelf

    def amend(self, *lot):
        written = self._book.amend(*lot)
        if len(written) >= LOT:
            self._shelf.stop()
        return written

    def append(self, lot):
        new = self._book.append(lot)
        self._shelf.stop()
        return new

    def __getattr__(self, name):
        return getattr(self._book, name)
