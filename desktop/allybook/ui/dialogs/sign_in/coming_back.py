"""What the browser shows when it comes back from X, in the window's language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from allybook.domain.sign_in.oauth import BrowserWords, Meeting

translate = QCoreApplication.translate


def page_words() -> BrowserWords:
    """Return the words for every page that the listener may show."""
    language = translate("browser", "en", "the code of the language of these pages, such as de")
    return BrowserWords(
        language,
        {
            Meeting.CONNECTED: (
                translate("browser", "Thank you"),
                translate(
                    "browser",
                    "X has answered. You can close this tab and go back to Allybook, which "
                    "finishes signing in.",
                ),
            ),
            Meeting.SAID_NO: (
                translate("browser", "Not connected"),
                translate(
                    "browser",
                    "Allybook was not let in, and nothing was changed. You can close this tab and "
                    "go back to Allybook.",
                ),
            ),
            Meeting.ANOTHER: (
                translate("browser", "This is not the answer that Allybook waits for"),
                translate(
                    "browser",
                    "It belongs to another sign-in, or a part of it is missing. Nothing was "
                    "changed. You can close this tab, go back to Allybook and begin again there.",
                ),
            ),
            Meeting.NOTHING_HERE: (
                translate("browser", "Nothing is here"),
                translate(
                    "browser",
                    "Allybook only waits for X's answer at this place. You can close this tab.",
                ),
            ),
            Meeting.NOT_SO: (
                translate("browser", "Allybook does not take this"),
                translate("browser", "Only X's own answer is taken here. You can close this tab."),
            ),
            Meeting.UNREADABLE: (
                translate("browser", "Allybook could not read this"),
                translate(
                    "browser",
                    "Nothing was changed. You can close this tab and go back to Allybook.",
                ),
            ),
        },
    )
