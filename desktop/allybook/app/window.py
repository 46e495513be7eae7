"""Open the window, over one desk after the other."""

from __future__ import annotations

from contextlib import ExitStack, closing
from typing import TYPE_CHECKING

from msgspec.structs import replace

from allybook.app.accounts import AccountWays
from allybook.app.desks import lay_desk
from allybook.app.ground import resource_folder
from allybook.app.late import LateKeychain
from allybook.ui.session import Session
from allybook.vault.session import SessionVault

if TYPE_CHECKING:
    from allybook.cli.words import Options


def open_window(options: Options) -> int:
    """Open the window; a door that was chosen opens the next one, over another desk."""
    session, kept, keychain = Session(resource_folder()), SessionVault(), LateKeychain()
    with closing(AccountWays(options, kept, keychain)) as ways:
        while True:
            with ExitStack() as stack:
                desk = lay_desk(options, stack, kept=kept, keychain=keychain)
                status, wish = session.run(desk, ways)
            if wish is None:
                return status
            options = replace(options, practice=wish.practice, token_stdin=False)
            if wish.account:
                ways.speak_as(wish.account)
