"""What a tooltip may be given: Qt takes any text that looks like HTML for HTML.

A name or a post from outside could so bring its own letters, pictures and files of this computer
into a tooltip. Whatever is not one of Allybook's own sentences goes through here.
"""

from __future__ import annotations

from PySide6.QtGui import Qt


def as_written(text: str) -> str:
    """Return what makes a tooltip show ``text`` letter for letter, whatever it holds."""
    return Qt.convertFromPlainText(text) if Qt.mightBeRichText(text) else text
