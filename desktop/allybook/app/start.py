"""Start: read the words, do what they say, return the exit status."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import closing
from functools import partial
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.display import NONE, has_display
from allybook.app.haste import STOPPED
from allybook.cli.out import Out
from allybook.cli.words import COMMANDS, Options, goes_to_x, read_words
from allybook.domain.errors import AllybookError, BadInput, StorageError
from allybook.domain.spoken import speak

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from allybook.app.late import LateImporters
    from allybook.app.reader import Reader
    from allybook.domain.money.pricing import Quote
    from allybook.services.desk import Desk

NOWHERE = (
    "There is nowhere to print the answer, since standard output is closed: print it into a file "
    "or to the terminal; nothing was done."
)


def main(arguments: Sequence[str], ahead: Reader | None = None) -> int:
    """Do what the words say: a command, the tour, or the window. Return the exit status.

    ``ahead`` reads already what an import may ask for.
    """
    if isinstance(sys.stdout, TextIOWrapper):
        # Scripts read UTF-8 wherever they run; a file's name may hold what no encoding has.
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")
    out = Out(sys.stdout, sys.stderr or StringIO())
    try:
        status = _obey(arguments, out, ahead)
    except AllybookError as error:
        status = _tell(error, arguments, out)
    except BrokenPipeError:
        # Whoever read the answer has read enough (a pager, head).
        status = 1
    except KeyboardInterrupt:
        out.remark(STOPPED)
        status = 1
    except Exception as error:  # noqa: BLE001 (told and logged, whatever it is)
        from allybook.app.mistakes import keep

        status = _tell(keep(error, _found(arguments)), arguments, out)
    _let_go()
    return status


def _tell(error: AllybookError, arguments: Sequence[str], out: Out) -> int:
    """Say what went wrong, in a message too where there is no terminal; return the status."""
    out.remark(str(error))
    if sys.stderr is None and _asks_for_window(arguments):
        from allybook.app.window import begin

        begin().tell(error)
    return error.exit_status


def _found(arguments: Sequence[str]) -> Options:
    """Return the options as far as they are understood."""
    try:
        return read_words(list(arguments))[0]
    except AllybookError:
        return Options()


def _asks_for_window(arguments: Sequence[str]) -> bool:
    """Return whether somebody wants the window and can see one: scripts name a command."""
    return COMMANDS.keys().isdisjoint(arguments) and has_display()


def _obey(arguments: Sequence[str], out: Out, ahead: Reader | None) -> int:
    options, words = read_words(list(arguments))
    if not words.command or words.command == "tour" or goes_to_x(words):
        from allybook.app.mistakes import keep_log

        keep_log(options)
    if not words.command:
        if not has_display():
            raise BadInput(NONE)
        from allybook.app.window import open_window

        return open_window(options, out)
    if sys.stdout is None:
        raise StorageError(NOWHERE)
    if words.command == "tour":
        return _tour(words.out, out, every_state=words.every_state)
    from allybook.app.late import LateImporters

    with closing(LateImporters(ahead)) as importers:
        if words.command == "import":
            # Another process begins to read while this one is still being made ready.
            importers.begin(words.files[0])
        return _run(options, words, importers, out)


def _run(options: Options, words: argparse.Namespace, importers: LateImporters, out: Out) -> int:
    """Run a command on a desk of its own; return its exit status."""
    from allybook.app.desks import open_desk
    from allybook.cli.asking import agree
    from allybook.cli.run import check_words, run

    # What is loaded by now stays to the end, and need not be gone through for rubbish.
    gc.freeze()
    asked: list[Quote] = []

    def ask(desk: Desk, quote: Quote) -> None:
        """Refuse what can be refused for nothing, then say what asking whose token it is costs."""
        check_words(desk, words, options, out)
        agree(quote, out)
        asked.append(quote)

    with open_desk(options, goes=ask if goes_to_x(words) else None) as desk:
        frozen = desk.frozen()
        try:
            status = run(replace(desk, importers=importers), words, options, out)
        except BadInput as error:
            if not asked:
                raise
            # “Nothing was asked” is said by who does not know of that.
            error.reword(
                speak("{error} Before that, X was asked whose token this is.", error=error.words)
            )
            raise
        # Who was refused has heard why.
        if frozen and status == 0:
            out.remark(frozen)
        if told := desk.remark():
            out.remark(told)
    out.flush()
    return status


def _let_go() -> None:
    """Drop what nobody takes any more, which Python would try to print again."""
    for told in filter(None, (sys.stdout, sys.stderr)):
        try:
            told.flush()
        except OSError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), told.fileno())


def _tour(folder: Path, out: Out, *, every_state: bool) -> int:
    """Play the main job on the practice network, in a profile that is thrown away."""
    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from tempfile import TemporaryDirectory

    from allybook.app.desks import open_desk
    from allybook.app.ground import resource_folder
    from allybook.app.stops import hold

    # From here on Ctrl+C ends the tour, as soon as it has begun.
    hold()
    from allybook.ui.tour.play import play

    with TemporaryDirectory() as profile:
        options = Options(profile=Path(profile), practice=True)
        desk = partial(open_desk, options)
        summary = play(desk, resource_folder(), folder, every_state=every_state)
    out.remark(f"A picture of each tab, light and dark, and summary.json are in {folder}.")
    out.json(summary)
    return 0
