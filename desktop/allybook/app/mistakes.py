"""What Allybook itself does wrong: told in a sentence, and kept in a file that can be sent on.

The file has when and where something happened and of what kind it was: neither what an error says
nor where this person's folders are, for both may name somebody.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from allybook.domain.errors import BadInput, Mistake
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

    from allybook.cli.words import Options

NAME = "allybook.log"
MOST = 256 * 1024
"""A file of so many bytes is put aside, and a new one begun: two of them are kept at most."""
log = logging.getLogger("allybook")


class LogFile(logging.Handler):
    """Writes warnings, and what is worse, into a file that is made with the first of them."""

    def __init__(self, find: Callable[[], Path]) -> None:
        super().__init__(logging.WARNING)
        self._find = find

    def emit(self, record: logging.LogRecord) -> None:
        """Write what happened; where no file can be kept, standard error has it alone."""
        try:
            path = self._find()
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.is_file() and path.stat().st_size >= MOST:
                path.replace(path.with_suffix(".1.log"))
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{_line(record)}\n")
        except (OSError, BadInput):
            # No room, or no folder of this person's: standard error has it, if there is one.
            self.handleError(record)


def keep_log(options: Options) -> None:
    """Tell warnings on standard error, where there is one, and keep them in the log's file."""
    form = "%(levelname)s %(name)s: %(message)s"
    if sys.stderr is not None:
        logging.basicConfig(level=logging.WARNING, format=form)
    root = logging.getLogger()
    for former in [one for one in root.handlers if isinstance(one, LogFile)]:
        root.removeHandler(former)
    root.addHandler(LogFile(lambda: log_path(options)))


def log_path(options: Options) -> Path:
    """Return where the log is: with a profile of one's own in there, else where logs go."""
    if options.profile:
        return options.profile / NAME
    from platformdirs import user_log_path

    from allybook.app.ground import own_place

    return own_place(user_log_path) / NAME


def keep(error: BaseException, options: Options) -> Mistake:
    """Log what was not foreseen; return what a person is told of it."""
    keep_log(options)
    log.critical("A mistake of Allybook's own", exc_info=error)
    return Mistake(
        speak(
            "Allybook made a mistake ({kind}) and stopped; what was done before is kept. Where it "
            "happened stands in {path}: please send that to whoever looks after Allybook.",
            kind=type(error).__name__,
            path=log_path(options),
        )
    )


def heed(options: Options, tell: Callable[[Mistake], None]) -> None:
    """Tell a person in the window of what nobody caught, as Qt hands it over, and log it.

    Once of each place: what fails while something is painted fails with each painting.
    """
    told: set[object] = set()

    def hear(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Tell; what ends the program is none of it."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        places = tuple(_places(error))
        if places not in told:
            told.add(places)
            tell(keep(error, options))

    sys.excepthook = hear


def _line(record: logging.LogRecord) -> str:
    """Return when, where and what; of an error its kind and its places in the program alone."""
    from datetime import UTC, datetime

    at = datetime.fromtimestamp(record.created, UTC)
    told = f"{at:%Y-%m-%d %H:%M:%S} UTC {record.levelname} {record.name}: {_said(record)}"
    error = record.exc_info[1] if record.exc_info else None
    return "\n".join([told, *_places(error)]) if error else told


def _said(record: logging.LogRecord) -> str:
    """Return what was logged; of what is named in it numbers, and of the rest the kind alone."""
    named = record.args if isinstance(record.args, tuple) else ()
    kept = [one if isinstance(one, int | float) else type(one).__name__ for one in named]
    try:
        return str(record.msg) % tuple(kept) if kept else str(record.msg)
    except (TypeError, ValueError):
        # A form that takes no word where a number was meant.
        return str(record.msg)


def _places(error: BaseException | None) -> list[str]:
    """Return where an error came from, the outermost place first, and what had led to it."""
    from traceback import walk_tb

    if error is None:
        return []
    walked = [
        f"  {frame.f_globals.get('__name__', '?')}:{line} {frame.f_code.co_name}"
        for frame, line in walk_tb(error.__traceback__)
    ]
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return [*_places(before), *walked, type(error).__name__]
