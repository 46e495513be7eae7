"""The menu of accounts: who speaks, who could, and the ways in and out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QIcon, QPainter, QPixmap

from allybook.domain.book.entry import Kind
from allybook.services.sign_in.accounts import LOCAL, PRACTICE
from allybook.ui.widgets.avatar import Who, paint_avatar
from allybook.ui.widgets.menu import Menu

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from allybook.domain.sign_in.oauth import KnownAccount
    from allybook.ui.theme.look import Look

TICK = "✓"


class AccountMenu(Menu):
    """Tells which account is to speak: ``chosen`` carries its id, or ``PRACTICE`` or ``LOCAL``.

    ``add_asked`` and ``sign_out_asked`` are the last two lines.
    """

    chosen = Signal(str)
    add_asked = Signal()
    sign_out_asked = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, parent)
        self.setTitle(self.tr("Accounts"))
        self.setAccessibleName(self.tr("Accounts"))

    def show_accounts(self, known: Sequence[KnownAccount], speaking: str) -> None:
        """Show who signed in on this computer; ``speaking`` is ticked, if anybody does.

        Where nobody has, one works without an account, or practises.
        """
        self.clear()
        for one in known:
            who = Who(f"@{one.handle}", Kind.ORGANISATION, one.user_id)
            self._add(one.user_id, who.name, self._portrait(who), speaking)
        if not known:
            alone = self._look.icon("user-round")
            self._add(LOCAL, self.tr("Without an account"), alone, speaking)
        practice = self._look.icon("graduation-cap")
        self._add(PRACTICE, self.tr("Practice network"), practice, speaking)
        self.addSeparator()
        add = self.tr("Add an account…") if known else self.tr("Connect my X account…")
        self._act(add, "key-round", self.add_asked.emit)
        current = next((one for one in known if one.user_id == speaking), None)
        if current is not None:
            words = self.tr("Sign out of %1…").replace("%1", f"@{current.handle}")
            self._act(words, "x", self.sign_out_asked.emit)

    def popup_above(self, part: QWidget) -> None:
        """Open over a part of the status bar."""
        corner = part.mapToGlobal(QPoint(0, 0))
        self.popup(corner - QPoint(0, self.sizeHint().height()))

    def _add(self, user_id: str, words: str, icon: QIcon, speaking: str) -> None:
        # Beside an icon Qt draws no tick of its own: it stands where short cuts do.
        tick = f"\t{TICK}" if user_id == speaking else ""
        action = self._act(f"{words}{tick}", "", lambda: self.chosen.emit(user_id))
        action.setIcon(icon)
        action.setCheckable(True)
        action.setChecked(user_id == speaking)

    def _act(self, words: str, icon: str, act: Callable[[], None]) -> QAction:
        action = QAction(words.replace("&", "&&"), self)
        action.triggered.connect(lambda _checked: act())
        if icon:
            action.setIcon(self._look.icon(icon))
        self.addAction(action)
        return action

    def _portrait(self, who: Who) -> QIcon:
        side, ratio = self._look.icon_size("inline"), self.devicePixelRatioF()
        pixmap = QPixmap(round(side * ratio), round(side * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_avatar(painter, QRectF(0, 0, side, side), self._look, who)
        painter.end()
        return QIcon(pixmap)
