"""What the pane of places shows."""

from __future__ import annotations

from msgspec import Struct


class Place(Struct, frozen=True):
    """One place to go to. ``key`` is unique in the pane; ``count`` is said as it stands.

    ``faint`` is for what is past or incomplete. ``in_strip`` keeps it when the pane is folded to a
    strip of icons.
    """

    key: str
    word: str
    icon: str
    count: str = ""
    tip: str = ""
    faint: bool = False
    in_strip: bool = True


class Section(Struct, frozen=True):
    """Some places under a heading; without a heading they stand below a line.

    ``add`` names the button beside the heading (``New view``); empty: there is none. ``key``
    tells which section's button was pressed.
    """

    heading: str
    places: tuple[Place, ...]
    key: str = ""
    add: str = ""
