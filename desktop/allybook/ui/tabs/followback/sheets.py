"""What the tab asks on cards: the manners, and two readings to compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from allybook.services.check.manners import read_manners
from allybook.ui.dialogs.manners import MannersSheet
from allybook.ui.tabs.followback.pairing import PairSheet
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable

    from allybook.services.desk import Desk
    from allybook.ui.tabs.followback.page import FollowBackPage
    from allybook.ui.tabs.followback.rows import ListedAlly
    from allybook.ui.tabs.followback.survey import Map
    from allybook.ui.theme.look import Look


def ask_archive(over: FollowBackPage) -> QFileDialog:
    """Ask where the X archive is."""
    chooser = QFileDialog(over, translate("followback", "Choose your X archive"))
    chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
    chooser.open()
    return chooser


def ask_manners(
    desk: Desk, look: Look, members: Iterable[ListedAlly], over: FollowBackPage
) -> MannersSheet:
    """Ask for manners over the tab."""
    tags = {tag for member in members for tag in member.ally.tags}
    books = {info.book_id: info.name for info in desk.shelf.books()}
    sheet = MannersSheet(look, read_manners(desk), books, sorted(tags), over)
    sheet.open()
    return sheet


def ask_pair(look: Look, places: Map, over: FollowBackPage) -> PairSheet:
    """Ask for two readings over the tab."""
    sheet = PairSheet(look, places.comparable(), over.now(), over)
    sheet.open()
    return sheet
