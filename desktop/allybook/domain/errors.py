"""What can go wrong, in the words of the person.

::

    AllybookError            every error that the window or the command line may show
      BadInput               wrong words or a file that cannot be used         (exit 2)
        FilterError          a filter is not understood; knows the place
        UnreadableFile       a file is damaged, hostile or of another kind
        BookGone             there is no such book here, or not any more
        BookUnclear          none was chosen, and one that cannot be read may be meant
      StorageError           the disk is full, read-only or damaged            (exit 2)
        FileShut             one file cannot be read here; others may be
          NewerDatabase      a newer Allybook wrote this database
          Damaged            a file is no database, or not whole: trying again is no help
      OverBudget             the next request could pass the budget            (exit 3)
        OverCap              or what a job of its own may spend in a day
      CostsMore              a job costs more by now than was said             (exit 3)
      Unprinted              what was asked for is done, and the answer cannot be told   (exit 1)
      BeingRead              another window or command reads the same just now  (exit 1)
      NeedsSignIn            no account, or X does not accept the token        (exit 4)
      Offline                no network, or offline was asked for              (exit 5)
        Unreachable          time-out, refused connection, 5xx, a 4xx that is not X's
      XError                 X answered, and said no                           (exit 1)
        RateLimited          429: wait until ``reset_at``
        CreditsGone          402: the account's credits are used up
        SpendCapReached      403: blocked until ``reset_on``
        Refused              403: X will not do this
          NotUnderstood      400: X does not understand the request
          ListLocked         the code-104 answer: stop adding for a day
          AppRefused         X will not do this for anybody with this app or sign-in
          TooOld             X searches no further back than ``after``, a post
        NotThere             404, or an answer that says so and holds nothing else
        Garbled              an answer that cannot be understood
      Cancelled              the person stopped the job                        (exit 1)
      Mistake                Allybook itself did something wrong               (exit 70)
      PartlyDone             some of many could not be changed, or the disk failed half way
                             (exit 1); book/partly.py, since it carries what was written

Each message is one sentence: what happened, what to do, nothing lost. Only adapters translate the
errors of libraries into these.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from enum import Enum
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from allybook.domain.spoken import Spoken


NUMBER = re.compile("[0-9]+")


class Fate(Enum):
    """How far a request came that was not answered well.

    ``FAILED`` was answered with an error, of X's own or of something between: nothing came, though
    an act may be done.
    """

    NOT_SENT = "not_sent"
    FAILED = "failed"
    UNKNOWN = "unknown"


class AllybookError(Exception):
    """Base of every error that may be shown to a person.

    ``fate`` tells how far the request came that ended so, where that is known (``before_sending``).
    """

    exit_status: ClassVar[int] = 1
    fate: Fate | None = None

    @property
    def words(self) -> str:
        """Return the sentence as it was made (``domain/spoken``), so that it can be said anew."""
        return self.args[0] if self.args else ""

    def reword(self, words: Spoken) -> None:
        """Say it in other words: with what only those know through whose hands the error goes."""
        self.args = (words, *self.args[1:])


@contextmanager
def before_sending() -> Iterator[None]:
    """Note of what goes wrong inside that nothing was sent: X did nothing and charges nothing."""
    try:
        yield
    except AllybookError as error:
        error.fate = Fate.NOT_SENT
        raise


class BadInput(AllybookError):
    """The words or the file given cannot be used."""

    exit_status = 2


class FilterError(BadInput):
    """A filter is not understood; ``start`` and ``end`` are offsets in its text."""

    def __init__(self, message: str, start: int, end: int, suggestion: str = "") -> None:
        super().__init__(message)
        self.start = start
        self.end = end
        self.suggestion = suggestion


class UnreadableFile(BadInput):
    """A file is damaged, hostile or of a kind that Allybook does not read."""


class BookGone(BadInput):
    """There is no such book here; another window may have put it in the trash."""


class BookUnclear(BadInput):
    """No book was chosen or named, and one that cannot be read may be the one that is meant."""


class StorageError(AllybookError):
    """The disk did not keep what was asked of it; nothing was half written.

    ``rest`` says why, and what to do, to who had kept something before: not that nothing changed.
    """

    exit_status = 2

    def __init__(self, message: str = "", rest: str = "") -> None:
        super().__init__(message)
        self.rest = rest or message


class FileShut(StorageError):
    """One file cannot be read here: it is closed to us, or the disk is bad there. Others may be."""


class NewerDatabase(FileShut):
    """A newer Allybook wrote this database; this one leaves it alone."""


class Damaged(FileShut):
    """A file is no database of Allybook, or not whole any more; it was left as it is."""


class Unprinted(AllybookError):
    """The answer could not be printed; what was asked for is done, or begun, all the same."""


class Mistake(AllybookError):
    """Allybook itself did something wrong: nothing that a person could do otherwise."""

    exit_status = 70
    """As BSD's ``sysexits.h`` has it (``EX_SOFTWARE``); 1 would say that it is done in part."""


class OverBudget(AllybookError):
    """The next request could cost more than is left of the budget."""

    exit_status = 3


class OverCap(OverBudget):
    """The next request could cost more than its job may spend today."""


class CostsMore(AllybookError):
    """A job costs more by now than was said, and was not begun, or not gone on with."""

    exit_status = 3


class BeingRead(AllybookError):
    """Another window or command reads the same just now; both would pay for it."""


class NeedsSignIn(AllybookError):
    """There is no account, or X does not accept its token."""

    exit_status = 4


class Offline(AllybookError):
    """There is no network, or offline was asked for."""

    exit_status = 5


class Unreachable(Offline):
    """X did not answer: time-out, refused connection, a server error or a no of somebody between.

    ``again_at`` (UTC) is when X said that it can be asked again, if it did; ``passing`` is false
    where a second try would meet the same. ``fate`` tells whether X may have done what was asked.
    """

    def __init__(
        self,
        message: str,
        *,
        again_at: datetime | None = None,
        passing: bool = True,
        fate: Fate = Fate.UNKNOWN,
    ) -> None:
        super().__init__(message)
        self.again_at = again_at
        self.passing = passing
        self.fate = fate


class XError(AllybookError):
    """X answered, and said no."""


class RateLimited(XError):
    """X asks to wait; ``reset_at`` is UTC."""

    def __init__(self, message: str, reset_at: datetime) -> None:
        super().__init__(message)
        self.reset_at = reset_at


class CreditsGone(XError):
    """The developer account has no credits left; never retried."""


class SpendCapReached(XError):
    """The spending limit set at X is reached; never retried. ``reset_on`` is when X goes on."""

    def __init__(self, message: str, reset_on: date | None) -> None:
        super().__init__(message)
        self.reset_on = reset_on


class Refused(XError):
    """X will not do what it was asked; ``said`` are its own words about it, where it has any."""

    def __init__(self, message: str = "", said: str = "") -> None:
        super().__init__(message)
        self.said = said


class NotUnderstood(Refused):
    """X does not understand the request, such as a place in a list that it forgot."""


class ListLocked(Refused):
    """X will not add to a list now: full, blocked, or a day-long lock of the account."""


class AppRefused(Refused):
    """X does not take this from the app or the sign-in, whoever it is about."""


class TooOld(Refused):
    """X does not search after a post that is so old, only ``after`` another (its id)."""

    def __init__(self, message: str, after: str) -> None:
        super().__init__(message)
        self.after = after


class NotThere(XError):
    """What was asked for is suspended, gone or was never there.

    ``named`` are the ids or handles of which X says so, where it names any; ``said`` are its words.
    """

    def __init__(self, message: str = "", named: tuple[str, ...] = (), said: str = "") -> None:
        super().__init__(message)
        self.named = named
        self.said = said

    def is_about(self, resource: str) -> bool:
        """Return whether X names this id, in its words or beside them."""
        return resource in (*self.named, *NUMBER.findall(self.words))


class Garbled(XError):
    """X's answer cannot be understood.

    ``what`` names what was wrong with one thing of it: ``the post 20: lang is not text``.
    """

    def __init__(self, message: str = "", what: str = "") -> None:
        super().__init__(message)
        self.what = what


class Cancelled(AllybookError):
    """The person stopped the job; what was read until then is kept."""
