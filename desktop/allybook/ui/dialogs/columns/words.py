"""The columns of a book of allies, in the words of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.domain.book.columns import Column
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Mapping


def column_words() -> Mapping[Column | None, str]:
    """Return what can be chosen for a column, in the order to choose from; None leaves it out."""
    return {
        None: translate("columns", "Leave out"),
        Column.HANDLE: translate("columns", "Handle or hashtag"),
        Column.ORGANISATION: translate("columns", "Name of an organisation"),
        Column.USER_ID: translate("columns", "User id of X"),
        Column.KIND: translate("columns", "Organisation or person"),
        Column.CATEGORY: translate("columns", "Category"),
        Column.TAGS: translate("columns", "Tags"),
        Column.STATUS: translate("columns", "Status"),
        Column.REASON: translate("columns", "Reason"),
        Column.NOTES: translate("columns", "Notes"),
        Column.NOMINATED_BY: translate("columns", "Nominated by"),
    }
