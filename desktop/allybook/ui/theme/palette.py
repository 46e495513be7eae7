"""The tokens as a ``QPalette`` for the Fusion style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor

Role = QPalette.ColorRole
Group = QPalette.ColorGroup

ROLES = {
    Role.Window: "window",
    Role.WindowText: "text",
    Role.Base: "surface",
    Role.AlternateBase: "panel",
    Role.Text: "text",
    Role.PlaceholderText: "text_3",
    Role.Button: "surface",
    Role.ButtonText: "text",
    Role.BrightText: "danger",
    Role.Highlight: "accent",
    Role.HighlightedText: "on_accent",
    Role.Accent: "accent",
    Role.Link: "accent_text",
    Role.LinkVisited: "accent_text",
    Role.ToolTipBase: "surface",
    Role.ToolTipText: "text",
    Role.Light: "surface",
    Role.Midlight: "hover",
    Role.Mid: "border",
    Role.Dark: "border_button",
    Role.Shadow: "border_control",
}
INACTIVE = {Role.Highlight: "selection_off", Role.HighlightedText: "text"}
OFF = {
    Role.WindowText: "text_off",
    Role.Text: "text_off",
    Role.ButtonText: "text_off",
    Role.Highlight: "selection_off",
    Role.HighlightedText: "text_off",
}


def make_palette(colour: Callable[[str], QColor]) -> QPalette:
    """Return the palette of a scheme, whose colours ``colour`` gives by role."""
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, colour(name))
    for role, name in INACTIVE.items():
        palette.setColor(Group.Inactive, role, colour(name))
    for role, name in OFF.items():
        palette.setColor(Group.Disabled, role, colour(name))
    return palette
