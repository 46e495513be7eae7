"""Load ahead what the tabs and dialogs that were not shown yet are made of, a little at a time."""

from __future__ import annotations

import time
from importlib import import_module
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from PySide6.QtGui import QWindow

    from allybook.ui.jobs import Jobs

PACE_MS = 30
"""So long (milliseconds) the window has for itself between two loads."""
REST = 0.3
"""So many seconds nothing happened in a window in which nobody does anything."""
LOADS: Mapping[str, tuple[str, ...]] = {
    "allies": (
        "allybook.domain.book.look_alikes",
        "allybook.domain.people.handles",
        "allybook.domain.book.bring",
        "allybook.services.books.barring",
        "rapidfuzz.distance",
        "allybook.services.people.adding",
        "allybook.ui.models.allies",
        "allybook.ui.tabs.allies.books.naming",
        "allybook.services.books.reasons",
        "allybook.domain.chat.questions",
        "allybook.domain.chat.roles",
        "allybook.domain.chat.naming",
        "allybook.domain.chat.sharing",
        "allybook.domain.chat.nominations",
        "allybook.domain.chat.praise",
        "allybook.services.chats.chat",
        "allybook.services.chats.here",
        "allybook.services.lists.pull",
        "allybook.services.publish.plan",
        "allybook.ui.models.nominations",
        "allybook.ui.tabs.allies.glimpse",
        "allybook.services.check.account_words",
        "allybook.ui.tabs.allies.lazily",
        "allybook.ui.tabs.allies.sayings",
        "allybook.services.books.terms",
        "allybook.ui.tabs.allies.sieve",
        "allybook.ui.tabs.allies.views",
        "allybook.ui.tabs.allies.page",
        "allybook.ui.tabs.allies.facts",
        "allybook.ui.tabs.allies.nobody",
        "allybook.ui.tabs.allies.acts",
        "allybook.ui.delegates.ally",
        "allybook.ui.delegates.table_view",
        "allybook.ui.delegates.allies_view",
        "allybook.ui.tabs.allies.arranging",
        "allybook.ui.tabs.allies.books.merge_copy",
        "allybook.ui.widgets.progress",
        "allybook.ui.tabs.allies.books.handing",
        "allybook.ui.tabs.allies.books.resembling",
        "allybook.ui.tabs.allies.books.resolving",
        "allybook.services.books.care",
        "allybook.ui.tabs.allies.books.combine",
        "allybook.ui.tabs.allies.books.shelf",
        "allybook.ui.tabs.allies.add_report",
        "allybook.ui.tabs.allies.add_dialog",
        "allybook.ui.tabs.allies.bringing",
        "allybook.ui.tabs.allies.deeds",
        "allybook.ui.tabs.allies.fields",
        "allybook.ui.tabs.allies.details",
        "hashlib",
        "allybook.services.share.page",
        "allybook.ui.dialogs.columns.dialog",
        "allybook.ui.dialogs.share_page.dialog",
        "allybook.ui.tabs.allies.in_out",
        "allybook.services.publish.report",
        "allybook.ui.dialogs.quote",
        "allybook.ui.tabs.allies.sending",
        "allybook.ui.tabs.allies.publisher",
        "allybook.ui.tabs.allies.weighing",
        "allybook.ui.tabs.allies.bar",
        "allybook.ui.tabs.allies.inbox",
        "allybook.ui.tabs.allies.work",
        "allybook.ui.tabs.allies.parts",
        "allybook.ui.tabs.allies.tab",
    ),
    "followback": (
        "allybook.services.check.answer",
        "allybook.domain.people.handles",
        "allybook.ui.tabs.followback.acts",
        "allybook.services.check.plan",
        "allybook.services.check.names",
        "allybook.services.imports.run",
        "allybook.ui.dialogs.card",
        "allybook.ui.dialogs.choices",
        "allybook.ui.dialogs.quote",
        "allybook.ui.models.findings",
        "allybook.ui.tabs.followback.rows",
        "allybook.ui.tabs.followback.survey",
        "allybook.ui.tabs.followback.checker",
        "allybook.ui.tabs.followback.elsewhere",
        "allybook.ui.delegates.ally",
        "allybook.ui.delegates.table_view",
        "allybook.ui.delegates.views",
        "allybook.ui.tabs.followback.band",
        "allybook.ui.tabs.followback.page",
        "allybook.services.check.report",
        "allybook.ui.pdf",
        "allybook.ui.tabs.followback.reporter",
        "allybook.ui.tabs.followback.sheets",
        "allybook.ui.tabs.followback.tab",
    ),
    "chats": (
        "allybook.ui.dialogs.ask_name",
        "allybook.ui.models.chat",
        "allybook.ui.tabs.chats.buying",
        "allybook.domain.chat.questions",
        "allybook.domain.chat.roles",
        "allybook.domain.chat.naming",
        "allybook.domain.chat.sharing",
        "allybook.domain.chat.nominations",
        "allybook.domain.chat.praise",
        "allybook.services.chats.chat",
        "allybook.services.chats.here",
        "allybook.services.chats.shared",
        "allybook.services.chats.transcribe",
        "allybook.services.imports.run",
        "allybook.services.people.nominate",
        "allybook.ui.tabs.chats.work",
        "allybook.ui.tabs.chats.filing",
        "allybook.ui.tabs.chats.groups",
        "allybook.ui.delegates.chat_view",
        "allybook.ui.models.table",
        "allybook.ui.tabs.chats.shared",
        "allybook.ui.tabs.chats.details",
        "allybook.ui.tabs.chats.questions",
        "allybook.ui.widgets.empty",
        "allybook.ui.tabs.chats.page",
        "allybook.ui.tabs.chats.reading",
        "allybook.ui.tabs.chats.tab",
    ),
    "dialogs": (
        "allybook.ui.dialogs.card",
        "allybook.ui.tabs.timeline.chip_editor",
        "allybook.ui.tabs.timeline.chip_menu",
        "allybook.ui.tabs.timeline.chip_asking",
        "allybook.ui.tabs.timeline.mute_card",
        "allybook.ui.widgets.ring",
        "allybook.services.people.unknown",
        "allybook.ui.dialogs.noise.languages",
        "allybook.ui.dialogs.noise.mutes",
        "allybook.ui.dialogs.noise.spared",
        "allybook.ui.dialogs.noise.weights",
        "allybook.ui.dialogs.noise.dialog",
        "allybook.ui.dialogs.ask_name",
        "allybook.ui.charts.spending",
        "allybook.ui.dialogs.spending.survey",
        "allybook.ui.dialogs.spending.doubts",
        "allybook.ui.dialogs.spending.dialog",
        "allybook.services.publish.quote",
        "allybook.services.publish.plan",
        "allybook.services.publish.run",
        "allybook.services.publish.take_back",
        "allybook.ui.dialogs.choices",
        "allybook.ui.dialogs.quote",
        "allybook.ui.widgets.progress",
        "allybook.ui.dialogs.named",
        "allybook.ui.dialogs.names",
        "allybook.ui.dialogs.activity.rows",
        "allybook.ui.dialogs.activity.view",
        "allybook.ui.dialogs.activity.foot",
        "allybook.ui.dialogs.activity.dialog",
        "allybook.ui.dialogs.activity.panel",
        "rapidfuzz.distance",
        "allybook.domain.book.look_alikes",
        "hashlib",
        "allybook.services.share.page",
        "allybook.services.books.terms",
        "allybook.services.forget.memories",
        "allybook.services.forget.purge",
        "allybook.ui.dialogs.forget",
        "allybook.ui.dialogs.help",
        "allybook.domain.sign_in.credentials",
        "allybook.ui.dialogs.sign_in.errand",
        "allybook.ui.dialogs.sign_in.terms",
        "allybook.ui.dialogs.sign_in.pages",
        "allybook.ui.dialogs.sign_in.make_app",
        "allybook.ui.dialogs.sign_in.client",
        "allybook.ui.dialogs.sign_in.four_keys",
        "allybook.ui.dialogs.sign_in.waiting",
        "allybook.ui.dialogs.sign_in.wizard",
    ),
}
"""What is loaded for each tab, one module a step; each brings along those that it needs.

They are chosen so that no step takes longer than some 10 ms on a slow computer.
"""


def load(key: str) -> Iterator[None]:
    """Load what a tab is made of; between two steps the window may have its turn."""
    for name in LOADS[key]:
        import_module(name)
        yield


class Ahead(QObject):
    """Loads everything while nobody does anything in a window and no job runs; then ``done``.

    ``steps`` are what else may be done so, and ``monotonic`` counts the seconds.
    """

    done = Signal()

    def __init__(
        self,
        window: QWindow,
        jobs: Jobs,
        parent: QObject | None = None,
        *,
        steps: Iterator[None] | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._monotonic = monotonic
        self._last = monotonic()
        self._steps = steps or chain.from_iterable(map(load, LOADS))
        self._timer = QTimer(self, interval=PACE_MS)
        self._timer.timeout.connect(self._step)
        self._window = window
        window.installEventFilter(self)
        self._timer.start()

    def eventFilter(self, _watched: QObject, _event: QEvent) -> bool:
        """Notice that something happens in the window."""
        self._last = self._monotonic()
        return False

    def _step(self) -> None:
        if self._jobs.running() or self._monotonic() - self._last < REST:
            return
        if next(self._steps, self) is self:
            self._timer.stop()
            self._window.removeEventFilter(self)
            self.done.emit()
