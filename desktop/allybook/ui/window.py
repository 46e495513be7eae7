"""The window: tabs, status bar, menu, and what each of them is told.

It opens on one tab; the others and the dialogs are loaded when somebody goes to them.
"""
# ruff: noqa: PLC0415

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QByteArray, QSize, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from allybook.ui.frame.disk import Disk
from allybook.ui.frame.shell import Shell
from allybook.ui.frame.status import show_desk
from allybook.ui.making import MAKERS
from allybook.ui.theme.growth import GROWN
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import count, in_words, told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.accounts import Accounts
    from allybook.ui.dialogs.activity.panel import Activity
    from allybook.ui.dialogs.spending.dialog import SpendingDialog
    from allybook.ui.doors import Doors
    from allybook.ui.frame.accounts import AccountMenu
    from allybook.ui.frame.footnotes import Footnotes
    from allybook.ui.frame.pages import Steps
    from allybook.ui.frame.window_menu import WindowMenu
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.making import Tab
    from allybook.ui.tabs.allies.tab import AlliesTab
    from allybook.ui.tabs.chats.tab import ChatsTab
    from allybook.ui.tabs.followback.tab import FollowBackTab
    from allybook.ui.tabs.timeline.tab import TimelineTab
    from allybook.ui.theme.look import Look

PLACE = "window"
PANES = "panes"
SIZE = (1280, 800)
SMALLEST = (640, 400)


class Window(QMainWindow):
    """The main window over one desk.

    ``doors`` are the ways in that the first run offers, ``accounts`` do what their menu says.
    """

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, doors: Doors, accounts: Accounts
    ) -> None:
        super().__init__()
        self._desk = desk
        self._look = look
        self._jobs = jobs
        self._hub = hub
        self._doors = doors
        self._remark = ""
        self._wishes: dict[str, Callable[[], object]] = {}
        self._accounts = accounts
        self.shell = Shell(look)
        self.setCentralWidget(self.shell)
        self.setWindowTitle("Allybook")
        self.setMinimumSize(*SMALLEST)
        self._add_tabs()
        self.shell.row.set_menu(lambda: self.menu)
        self._hear_doors()
        hub.line_changed.connect(self._show_status)
        hub.filter_wanted.connect(self._show_filter)
        hub.ally_wanted.connect(self._show_ally)
        hub.chat_wanted.connect(self._show_chat)
        hub.copy_wanted.connect(self._show_copy)
        hub.start_wanted.connect(self.welcome)
        hub.budget_wanted.connect(lambda: self.show_spending().ask_budget())
        self.shell.status.asked.connect(self._asked)
        self.shell.row.help.clicked.connect(self._help)
        self._show_status()
        self._take_place()
        self.disk = Disk(desk, look, jobs, hub, self.shell, self._begun)
        jobs.untold.connect(lambda error: self.footnotes.say(told(error), Mood.WARN))

    def timeline(self) -> TimelineTab:
        """Go to the timeline and return it."""
        return cast("TimelineTab", self._come("timeline"))

    def allies(self) -> AlliesTab:
        """Go to the allies and return them."""
        return cast("AlliesTab", self._come("allies"))

    def followback(self) -> FollowBackTab:
        """Go to the follow-back check and return it."""
        return cast("FollowBackTab", self._come("followback"))

    def chats(self) -> ChatsTab:
        """Go to the chats and return them."""
        return cast("ChatsTab", self._come("chats"))

    def _begun(self) -> str:
        """Return about whom a note was begun that no book has, in words."""
        page = self.shell.pages.page("allies")
        return cast("AlliesTab", page).say_begun() if page else ""

    def _come(self, key: str) -> QWidget:
        """Go to a tab, and make it at once where it is not there yet."""
        page = self.shell.pages.finish(key)
        self.shell.show_page(key)
        return page

    @cached_property
    def activity(self) -> Activity:
        """Return what shows the activity, which outlives its panel."""
        from allybook.ui.dialogs.activity.panel import Activity

        activity = Activity(self._desk, self._look, self._jobs, self._hub, self)
        activity.wanted.connect(self.shell.show_page)
        return activity

    def show_activity(self) -> None:
        """Show what was sent to X, or waits."""
        self.activity.open()

    def _help(self) -> None:
        from allybook.ui.dialogs.help import Help

        Help(self._look, self).open()

    def _go(self, key: str, then: Callable[[], object] | None = None) -> None:
        """Go to a tab; what a wish wants of it is done ``then``, where the wish brings it about.

        A tab that is there hears the hub itself.
        """
        if then is not None and self.shell.pages.page(key) is None:
            self._wishes[key] = then
        self.shell.show_page(key)

    def _show_filter(self, text: str) -> None:
        self._go("timeline", lambda: self.timeline().show_filter(text))

    def _show_ally(self, key: str) -> None:
        self._go("allies", (lambda: self.allies().show_ally(key)) if key else None)

    def _show_chat(self, hashtag: str) -> None:
        self._go("chats", (lambda: self.chats().open_chat(hashtag)) if hashtag else None)

    def _show_copy(self, path: Path) -> None:
        self._go("allies", lambda: self.allies().handing.read(path))

    def welcome(self) -> None:
        """Show the three doors of the first run."""
        self.shell.show_over(self._doors.page(self._look))

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001, N802 (Qt's names)
        """Let the Tab key walk in the order of reading."""
        from allybook.ui.frame.order import step

        return step(self, forward=next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window stood; over what would be lost, ask first."""
        if not self.disk.may_close():
            event.ignore()
            return
        place = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        write, write_last = self._desk.settings.write, self._jobs.write_last
        write_last(partial(write, PLACE, place))
        for key, page in self._pages():
            places, details = page.panes.widths()
            write_last(partial(write, f"{PANES}:{key}", f"{places} {details}"))
        super().closeEvent(event)

    @cached_property
    def footnotes(self) -> Footnotes:
        """What the window has to say below whatever page is shown; made for the first of it."""
        from allybook.ui.frame.footnotes import Footnotes

        return Footnotes(self._look, self.shell, self._doors.stop)

    def _hear_doors(self) -> None:
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._show_news)
        self._hub.changed.connect(self._heard)
        self._hub.trouble.connect(self._show_trouble)
        self._hub.unopened.connect(self._tell_unopened)
        self._doors.begun.connect(self._begin_file)
        self._doors.ended.connect(self._end_file)
        self._doors.unread.connect(self._show_unread)
        self._doors.imported.connect(self._show_imported)
        self._doors.advanced.connect(self._show_progress)

    def _tell_unopened(self, address: str) -> None:
        self.footnotes.note.tell_unopened(address)

    def _begin_file(self) -> None:
        self.footnotes.begin_file()

    def _end_file(self) -> None:
        self.footnotes.end_file()

    def _show_progress(self, done: int) -> None:
        self.footnotes.show_progress(done)

    def _show_trouble(self, sentence: str) -> None:
        self.footnotes.say(sentence, Mood.DANGER)

    def _show_unread(self) -> None:
        self.footnotes.tell_unread()

    def _show_imported(self, sentence: str, mood: Mood) -> None:
        # Whoever went to a tab meanwhile is at work there.
        if self.shell.is_covered:
            self.shell.show_page("timeline")
        self.footnotes.tell_read(sentence, mood)

    def tell_letters(self) -> None:
        """Say that other letters were chosen in the desktop, and when they are followed."""
        rest = self.tr("Allybook follows when you open it again.")
        self.footnotes.say(self.tr("You chose another size of letters."), Mood.INFO, rest)

    def _add_tabs(self) -> None:
        for key, icon, word in (
            ("timeline", "newspaper", self.tr("Timeline")),
            ("allies", "book-user", self.tr("Allies")),
            ("followback", "arrow-left-right", self.tr("Follow-back")),
            ("chats", "messages-square", self.tr("Chats")),
        ):
            self.shell.add_page(key, icon, word, partial(self._make, key))
        self.shell.pages.made.connect(self._made)

    def _make(self, key: str) -> Steps:
        return MAKERS[key](self._desk, self._look, self._jobs, self._hub, self.shell.pages)

    def _made(self, key: str) -> None:
        page = self._page(key)
        if page is not None:
            page.count_changed.connect(lambda: self._show_count(key, page))
            self._show_count(key, page)
            self._widen(key, page)
            page.panes.fit(self.width())
            if key in self._wishes:
                self._wishes.pop(key)()

    def _page(self, key: str) -> Tab | None:
        return cast("Tab | None", self.shell.pages.page(key))

    def _pages(self) -> Iterator[tuple[str, Tab]]:
        for key in MAKERS:
            page = self._page(key)
            if page is not None:
                yield key, page

    def _widen(self, key: str, page: Tab) -> None:
        """Give the panes of a tab the widths that they had."""
        places, _, details = self._desk.settings.read(f"{PANES}:{key}").partition(" ")
        if places.isdecimal() and details.isdecimal():
            page.panes.set_widths(int(places), int(details))

    def _show_count(self, key: str, page: Tab) -> None:
        number = page.count()
        figures, words = (count(number), page.say_count()) if number else ("", "")
        self.shell.tabs.show_count(key, figures, words)

    def _take_place(self) -> None:
        size, application = QSize(*SIZE), QApplication.instance()
        if application and application.property(GROWN):
            # Large letters leave less of a screen.
            size = size.boundedTo(self.screen().availableSize())
        self.resize(size)
        place = self._desk.settings.read(PLACE)
        if place:
            self.restoreGeometry(QByteArray.fromBase64(place.encode("ascii")))

    def _heard(self, changed: Changed) -> None:
        if changed.ledger or changed.outbox or changed.accounts or changed.settings:
            self._soon.start()

    def _show_news(self) -> None:
        """Show what changed; what is heard while the window closes has no desk to be asked of."""
        if not self._hub.closed:
            self._show_status()
            self._show_remark()

    def _show_remark(self) -> None:
        """Say once what X gave cause to: the keyring did not take it, or the clock is wrong."""
        remark = in_words(self._desk.remark())
        if remark and remark != self._remark:
            self._remark = remark
            self.footnotes.say(remark, Mood.WARN)

    def _show_status(self) -> None:
        show_desk(self.shell.status, self._desk)

    def _asked(self, part: str) -> None:
        if part == "online" and self._desk.line.signed_in:
            self.switch_line(up=not self._desk.line.up)
        elif part == "outbox":
            self.show_activity()
        elif part == "spent":
            self.show_spending()
        elif part == "account":
            self._accounts.fill(self.account_menu)
            self.account_menu.popup_above(self.shell.status.account)

    def show_spending(self) -> SpendingDialog:
        """Show where this month's money went, and return what shows it."""
        from allybook.ui.dialogs.spending.dialog import SpendingDialog

        dialog = SpendingDialog(self._look, self._desk, self._jobs, self._hub, self)
        dialog.open()
        return dialog

    def switch_line(self, *, up: bool) -> None:
        """Go on- or offline; every tab hears of it."""
        self._desk.line.switch(up=up)
        if "menu" in vars(self):
            self.menu.offline.setChecked(not up)
        self._hub.line_changed.emit()

    @cached_property
    def menu(self) -> WindowMenu:
        """What the button at the right opens, made for the first time that somebody asks for it."""
        from allybook.ui.delegates.post import POST_ROWS, Density, density_of
        from allybook.ui.frame.choices import KeptChoice
        from allybook.ui.frame.window_menu import WindowMenu
        from allybook.ui.theme.look import SCHEME, SYSTEM

        desk, look = self._desk, self._look
        menu = WindowMenu(look, self, self.account_menu)
        menu.offline.setChecked(not desk.line.up)
        menu.offline.setEnabled(desk.line.signed_in)
        menu.offline.triggered.connect(lambda checked: self.switch_line(up=not checked))
        menu.aboutToShow.connect(lambda: self._accounts.fill(self.account_menu))
        scheme = KeptChoice(desk, self._jobs, (SCHEME, SYSTEM), look.set_scheme, menu)
        scheme.failed.connect(self._take_back_scheme)
        menu.scheme_chosen.connect(scheme.choose)
        kept = desk.settings.read(POST_ROWS)
        menu.densities[density_of(kept)].setChecked(True)
        rows = KeptChoice(desk, self._jobs, (POST_ROWS, Density.NORMAL), self._show_rows, menu)
        rows.failed.connect(lambda error: self.footnotes.say(told(error), Mood.WARN))
        menu.density_chosen.connect(rows.choose)
        menu.activity.triggered.connect(self.show_activity)
        menu.forget.triggered.connect(self.forget)
        menu.start.triggered.connect(self.welcome)
        menu.quit.triggered.connect(self.close)
        return menu

    @cached_property
    def account_menu(self) -> AccountMenu:
        """What the account in the status bar opens, and a line of the menu."""
        return self._accounts.make_menu(self)

    def _show_rows(self, kept: str) -> None:
        """Show so much of each post, where posts are shown by now."""
        from allybook.ui.delegates.post import density_of

        density = density_of(kept)
        self.menu.densities[density].setChecked(True)
        timeline = cast("TimelineTab | None", self.shell.pages.page("timeline"))
        if timeline is not None:
            timeline.view.set_density(density)

    def _take_back_scheme(self, error: AllybookError) -> None:
        self.menu.schemes[self._look.chosen].setChecked(True)
        self.footnotes.say(told(error), Mood.WARN)

    def forget(self) -> None:
        """Offer to forget what X said, about one account or altogether."""
        from allybook.ui.dialogs.forget import ForgetDialog

        dialog = ForgetDialog(self._look, self._desk, self._jobs, self)
        dialog.forgotten.connect(lambda sentence: self.footnotes.say(sentence, Mood.DONE))
        dialog.open()
