"""Three panes that fold: places, work, details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from allybook.ui.frame.drawer import Drawer
from allybook.ui.widgets.boxes import fill

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from allybook.ui.theme.look import Look
    from allybook.ui.widgets.places.pane import PlacesPane

PLACES, WORK, DETAILS = range(3)
# Beyond these a pane takes room that the list needs more.
PLACES_RANGE = (176, 320)
DETAILS_RANGE = (280, 480)


class Paper(QWidget):
    """A pane's background, and a place for one widget."""

    def __init__(self, look: Look, role: str) -> None:
        super().__init__()
        self._look = look
        self._role = role
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take(self, widget: QWidget) -> None:
        """Hold a widget."""
        self._column.addWidget(widget)
        # Inside what is not seen yet, showing it would only lay all of it out too early.
        if widget.isHidden():
            widget.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper."""
        fill(QPainter(self), self.rect(), self._look.colour(self._role))


class ThreePanes(QWidget):
    """Places | work | details.

    Under ``fold_details`` pixels of width the details open over the list (``open_details``);
    under ``fold_sidebar`` the places become a strip of icons. Without details there are two panes.
    What has its ``parent`` from the beginning is not styled anew with all that is in it.
    """

    def __init__(
        self,
        look: Look,
        places: PlacesPane,
        work: QWidget,
        details: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._places = places
        self._work = work
        self._details = details
        self._details_wanted = details is not None
        self._wide = (look.width("sidebar"), look.width("details"))
        self._work_paper = Paper(look, "surface")
        self._details_paper = Paper(look, "panel")
        self.drawer = Drawer(look, self)
        self.drawer.closed.connect(self._focus_work)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._lay_out()

    @property
    def details_folded(self) -> bool:
        """Return whether the details open over the list."""
        return self.width() < self._look.width("fold_details")

    def open_details(self) -> None:
        """Open the details over the list, where they are not beside it."""
        if self._details_wanted and self.details_folded:
            self._place_drawer()
            self.drawer.open_drawer()

    def set_details_shown(self, *, shown: bool) -> None:
        """Give the room of the details to the work, as on a page where nothing can be chosen."""
        self._details_wanted = shown
        if not shown:
            self.drawer.hide()
        self._fold_details()
        self._share()

    def widths(self) -> tuple[int, int]:
        """Return the widths of places and details as a person set them."""
        return self._wide

    def set_widths(self, places: int, details: int) -> None:
        """Set the widths of places and details; they are kept within their bounds."""
        self._wide = _within(places, PLACES_RANGE), _within(details, DETAILS_RANGE)
        self._share()

    def minimumSizeHint(self) -> QSize:
        """Return the room for the strip and the narrowest list."""
        return QSize(self._look.width("strip") + 240, 240)

    def fit(self, width: int) -> None:
        """Fold for the width that is to come: once a style sheet is laid, a pane moves slowly."""
        self.resize(width, self.height())
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what no longer fits."""
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._fold_places()
        self._fold_details()
        self._share()
        self._place_drawer()

    def _lay_out(self) -> None:
        column = QHBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._work_paper.take(self._work)
        for widget in (self._places, self._work_paper, self._details_paper):
            self._splitter.addWidget(widget)
        self._splitter.setStretchFactor(WORK, 1)
        for pane in (PLACES, DETAILS):
            self._splitter.setStretchFactor(pane, 0)
        self._details_paper.setMinimumWidth(DETAILS_RANGE[0])
        self._details_paper.setMaximumWidth(DETAILS_RANGE[1])
        self._details_paper.setVisible(self._details is not None)
        if self._details is not None:
            self._details_paper.take(self._details)
        self._bound_places()
        self._splitter.splitterMoved.connect(self._remember)
        self._places.turned.connect(self._turn_places)

    def _fold_places(self) -> None:
        fold = self.width() < self._look.width("fold_sidebar")
        if fold != (self._places.folded or self._places.opened):
            self._places.fold(folded=fold)
            self._bound_places()

    def _turn_places(self) -> None:
        """Give the places the room for their words, or take it back."""
        self._bound_places()
        self._share()

    def _bound_places(self) -> None:
        strip = self._look.width("strip") - 1
        least, most = (strip, strip) if self._places.folded else PLACES_RANGE
        self._places.setMinimumWidth(least)
        self._places.setMaximumWidth(most)

    def _fold_details(self) -> None:
        if self._details is None:
            return
        beside = self._details_wanted and not self.details_folded
        if self.details_folded and self._details.parentWidget() is self._details_paper:
            self.drawer.take(self._details)
        elif not self.details_folded and self._details.parentWidget() is self.drawer:
            self.drawer.hide()
            self._details_paper.take(self._details)
        self._details_paper.setVisible(beside)

    def _place_drawer(self) -> None:
        width = min(self._wide[1], self.width() - self._look.width("strip"))
        self.drawer.setGeometry(self.width() - width, 0, width, self.height())

    def _remember(self) -> None:
        places, _work, details = self._splitter.sizes()
        if places and not self._places.folded:
            self._wide = places + 1, self._wide[1]
        if details and not self._details_paper.isHidden():
            self._wide = self._wide[0], details

    def _share(self) -> None:
        places, details = self._wide
        if self._places.folded:
            places = self._look.width("strip")
        if self._details_paper.isHidden():
            details = 0
        # The line between two panes belongs to the left one, as in the tokens.
        self._splitter.setSizes([places - 1, max(1, self.width() - places - details), details])

    def _focus_work(self) -> None:
        """Give the keyboard back, else to the list, or to what else stands first in the work."""
        from allybook.ui.frame.order import stops_of  # noqa: PLC0415 (loaded then)

        if self.drawer.give_back():
            return
        stops = [*stops_of(self._work), self._work]
        lists = (one for one in stops if isinstance(one, QAbstractItemView))
        next(lists, stops[0]).setFocus(Qt.FocusReason.OtherFocusReason)


def _within(width: int, bounds: tuple[int, int]) -> int:
    least, most = bounds
    return min(max(width, least), most)
