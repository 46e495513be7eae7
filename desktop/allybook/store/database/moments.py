"""Moments as SQLite keeps them: whole microseconds since 1970 UTC, exact both ways."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
DAY = 86_400_000_000


def micros(moment: datetime) -> int:
    """Return the microseconds since 1970 of an aware ``moment``."""
    since = moment - EPOCH
    return (since.days * 86_400 + since.seconds) * 1_000_000 + since.microseconds


def moment_at(microseconds: int) -> datetime:
    """Return the moment (UTC)."""
    return EPOCH + timedelta(microseconds=microseconds)


def micros_or_none(moment: datetime | None) -> int | None:
    """Return the microseconds since 1970, or None for no moment."""
    return None if moment is None else micros(moment)


def moment_or_none(microseconds: int | None) -> datetime | None:
    """Return the moment (UTC), or None for none."""
    return None if microseconds is None else moment_at(microseconds)
