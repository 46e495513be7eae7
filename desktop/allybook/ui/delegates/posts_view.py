"""The view of the timeline's cards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from allybook.ui.delegates.post import Density, PostDelegate
from allybook.ui.delegates.rows_view import RowsView
from allybook.ui.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtWidgets import QWidget

    from allybook.ui.models.posts import PostsModel
    from allybook.ui.theme.look import Look


class PostsView(RowsView):
    """The cards of a view; ``now`` is in the person's zone."""

    def __init__(
        self,
        look: Look,
        model: PostsModel,
        now: Callable[[], datetime],
        parent: QWidget | None = None,
    ) -> None:
        self._cards = PostDelegate(look, now)
        super().__init__(look, self._cards.row_height(), parent)
        self._cards.setParent(self)
        self.setItemDelegate(self._cards)
        self.setModel(model)
        self.setAccessibleName(translate("views", "Posts"))

    @property
    def density(self) -> Density:
        """Return how much of each post is shown."""
        return self._cards.density

    def set_density(self, density: Density) -> None:
        """Show more or less of each post; the topmost post stays the topmost."""
        with self.place_held():
            self.set_row_height(self._cards.set_density(density))
