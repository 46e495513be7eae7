"""Keep which X accounts have signed in on this computer, and which one speaks now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from allybook.domain.sign_in.oauth import KnownAccount
    from allybook.ports.surroundings import Settings

LOCAL = "local"
"""Stands for the account of those who have none."""
PRACTICE = ""
"""Stands for the practice network where an account's id would be."""
CURRENT = "account"
KNOWN = "accounts"
ME = "me"


def current_account(settings: Settings) -> str:
    """Return the id of the account that speaks now, or ``local``."""
    return settings.read(CURRENT, LOCAL)


def known_accounts(settings: Settings) -> tuple[KnownAccount, ...]:
    """Return who signed in on this computer, in the order they came."""
    return tuple(_read(settings.read(KNOWN)))


def known_account(settings: Settings, user_id: str) -> KnownAccount | None:
    """Return one who signed in on this computer."""
    return next((one for one in known_accounts(settings) if one.user_id == user_id), None)


def remember_account(settings: Settings, account: KnownAccount) -> None:
    """Remember who signed in, and let them speak from now on."""
    settings.change(KNOWN, lambda text: _write([*_others(text, account.user_id), account], text))
    speak_as(settings, account.user_id)


def speak_as(settings: Settings, user_id: str) -> None:
    """Let another account speak; ``local`` for nobody, then offline reading goes on."""
    me = "" if user_id == LOCAL else user_id
    settings.change_all({CURRENT: lambda _: user_id, ME: lambda _: me})


def drop_account(settings: Settings, user_id: str) -> None:
    """Forget that somebody signed in; the next one speaks, or nobody."""
    settings.change(KNOWN, lambda text: _write(_others(text, user_id), text))
    if current_account(settings) == user_id:
        left = known_accounts(settings)
        speak_as(settings, left[0].user_id if left else LOCAL)


def _others(text: str, user_id: str) -> list[KnownAccount]:
    return [one for one in _read(text) if one.user_id != user_id]


def _read(text: str) -> list[KnownAccount]:
    if not text:
        return []
    # Where nobody has signed in, nobody waits for either.
    from allybook.domain.kept_rows import read_rows  # noqa: PLC0415
    from allybook.domain.sign_in.oauth import KnownAccount  # noqa: PLC0415

    return read_rows(text, KnownAccount)


def _write(accounts: list[KnownAccount], before: str) -> str:
    from allybook.domain.kept_rows import write_rows  # noqa: PLC0415 (the same)
    from allybook.domain.sign_in.oauth import KnownAccount  # noqa: PLC0415

    return write_rows(accounts, before, KnownAccount)
