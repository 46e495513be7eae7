"""What stands where X would be asked and nobody is signed in: what must be done, and the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.wording import translate

if TYPE_CHECKING:
    from allybook.services.line import Line
    from allybook.ui.widgets.empty import StartWay

BEGIN = "begin"
"""The key of the way to practice and accounts; who hears it emits ``Hub.start_wanted``."""


def before_asking(line: Line) -> str:
    """Return what must be done before X can be asked; empty where it can be."""
    if not line.signed_in:
        return translate("NothingFound", "No account is connected: connect one first.")
    return "" if line.up else translate("NothingFound", "You are offline: go online first.")


def practise_or_connect(sentence: str = "") -> StartWay:
    """Return the way of those without an account; ``sentence`` says what practice gives here."""
    from allybook.ui.widgets.empty import StartWay  # noqa: PLC0415 (the first posts do without it)

    sentence = sentence or translate("timeline", "On the practice network reading costs nothing")
    title = translate("followback", "Practise, or connect an account")
    return StartWay(BEGIN, "graduation-cap", title, sentence)
