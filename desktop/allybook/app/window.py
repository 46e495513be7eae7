"""Open the window, over one desk after the other."""

from __future__ import annotations

import gc
from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.accounts import AccountWays
from allybook.app.desks import lay_desk
from allybook.app.ground import resource_folder
from allybook.app.haste import load_qt
from allybook.app.late import LateKeychain
from allybook.app.mistakes import heed, keep
from allybook.app.stops import hold
from allybook.domain.errors import AllybookError
from allybook.vault.session import SessionVault

if TYPE_CHECKING:
    from allybook.cli.out import Out
    from allybook.cli.words import Options
    from allybook.ui.session import Session


def open_window(options: Options, out: Out) -> int:
    """Open the window over the desk that the words ask for; return the exit status."""
    session = begin()
    heed(options, session.mistaken)
    return show_or_tell(session, options, out)


def show_or_tell(session: Session, options: Options, out: Out) -> int:
    """Show a window; where there can be none, say why in a message and at the terminal.

    Whoever chose Allybook from a menu has no terminal, and would see nothing happen.
    """
    try:
        return show_desks(session, options)
    except AllybookError as error:
        told = error
    except Exception as error:  # noqa: BLE001 (told and logged, whatever it is)
        told = keep(error, options)
    out.remark(str(told))
    session.tell(told)
    return told.exit_status


def show_desks(session: Session, options: Options) -> int:
    """Show a window; a door that is chosen there opens the next one, over another desk."""
    kept, keychain = SessionVault(), LateKeychain()
    with closing(AccountWays(options, kept, keychain)) as ways:
        file = ""
        while True:
            with ExitStack() as stack:
                desk = lay_desk(options, stack, kept=kept, keychain=keychain)
                status, destination = session.run(desk, ways, file)
            if destination is None:
                return status
            file = destination.file
            options = replace(options, practice=destination.practice, token_stdin=False)
            if destination.account:
                ways.speak_as(destination.account)


def begin() -> Session:
    """Return what shows windows; once the first one is there, Python looks for rubbish again.

    From here on Ctrl+C closes the window, as soon as there is one.
    """
    # All that is loaded and made until then is there to stay.
    gc.disable()
    hold()
    load_qt()
    from allybook.ui.session import Session

    return Session(resource_folder())
