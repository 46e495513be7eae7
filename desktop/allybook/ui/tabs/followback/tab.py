"""The Follow-back tab: who follows whom, at no cost from what was read, or checked for a price."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QTimer, Signal

from allybook.domain.check.followback import Side
from allybook.services.check.answer import LOOK_UPS
from allybook.services.check.foreign import read_names
from allybook.services.check.manners import read_manners, set_manners
from allybook.services.check.readings import followers_over_time
from allybook.ui.models.roles import Role
from allybook.ui.tabs.followback.acts import Acts
from allybook.ui.tabs.followback.checker import Checker
from allybook.ui.tabs.followback.details import Chosen
from allybook.ui.tabs.followback.elsewhere import NamesSheet
from allybook.ui.tabs.followback.page import FollowBackPage
from allybook.ui.tabs.followback.places import SNAPSHOTS, sections
from allybook.ui.tabs.followback.reporter import Reporter
from allybook.ui.tabs.followback.rows import Sieve
from allybook.ui.tabs.followback.sentences import HIDDEN, grace_words
from allybook.ui.tabs.followback.sheets import ask_archive, ask_manners, ask_pair
from allybook.ui.tabs.followback.start import To, nobody, unread
from allybook.ui.tabs.followback.subtitle import subtitle
from allybook.ui.tabs.followback.survey import ELSEWHERE, Elsewhere, Map, Sight, side_key, survey
from allybook.ui.widgets.note import Mood
from allybook.ui.wording import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.check.followback import Answer, Finding
    from allybook.domain.check.manners import Manners
    from allybook.services.check.foreign import Names
    from allybook.services.desk import Desk
    from allybook.ui.dialogs.manners import MannersSheet
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs
    from allybook.ui.models.findings import FindingRow
    from allybook.ui.tabs.followback.pairing import PairSheet
    from allybook.ui.theme.look import Look


class FollowBackTab(FollowBackPage):
    """Answers from what was read; only its check button goes to X."""

    count_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        look: Look,
        jobs: Jobs,
        hub: Hub,
        parent: QWidget | None = None,
        *,
        whole: bool = True,
    ) -> None:
        super().__init__(desk, look, parent)
        self._jobs, self._hub = jobs, hub
        self._sight: Sight | None = None
        self._place = ""
        self._asked, self._shown = 0, 0
        self._sieve = Sieve()
        self._told: Mapping[str, Finding] = {}
        self._elsewhere: tuple[Elsewhere, ...] = ()
        self._later = QTimer(self, singleShot=True, interval=0)
        any(self.build() if whole else ())

    def build(self) -> Iterator[None]:
        """Make the parts and connect them; see ``FollowBackPage``."""
        yield from super().build()
        desk, look, jobs = self._desk, self._look, self._jobs
        self.acts = Acts(desk, jobs, self._hub, self, self._find)
        self.ticking = self.acts.ticking
        self.checker = Checker(desk, look, jobs, self)
        yield
        self.reporter = Reporter(desk, look, jobs, self.report_button, self.model)
        self._connect()
        self._fill_more()
        self._later.start()

    def count(self) -> int:
        """Return that nothing here waits to be looked at."""
        return 0

    def say_count(self) -> str:
        """Return that there is nothing to be said of it."""
        return ""

    @property
    def places_map(self) -> Map:
        """Return where one can go."""
        return self._sight.map if self._sight else Map()

    def choose(self, key: str) -> bool:
        """Choose an account by its user id; return whether it is shown."""
        return self.findings.go_to(key)

    def show_place(self, key: str) -> None:
        """Go to a place: a book, a side or a reading."""
        self._place = key
        self._choose_answer(None)
        self._later.start()

    def bring_names(self, names: Names, label: str) -> None:
        """Make a place of names from elsewhere, for as long as the program runs, and go there."""
        key = f"{ELSEWHERE}{len(self._elsewhere) + 1}"
        self._elsewhere = (*self._elsewhere, Elsewhere(key, label, names))
        self.show_place(key)

    def ask_names(self) -> NamesSheet:
        """Ask for names from elsewhere, pasted or in a file."""
        sheet = NamesSheet(self._look, self)
        sheet.chosen.connect(lambda names: self.bring_names(names, self.tr("Pasted names")))
        sheet.file_chosen.connect(lambda name: self._read_names(sheet, Path(name)))
        sheet.open()
        return sheet

    def import_archive(self, path: Path) -> None:
        """Read an archive; its two sides become a dated snapshot."""
        self.checker.import_archive(path)

    def ask_manners(self) -> MannersSheet:
        """Ask by which manners the answers are told."""
        members = self._sight.known.members if self._sight else {}
        sheet = ask_manners(self._desk, self._look, members.values(), self)
        sheet.chosen.connect(self._set_manners)
        return sheet

    def _set_manners(self, manners: Manners) -> None:
        desk = self._desk
        self._jobs.keep(self, lambda: set_manners(desk, manners), failed=self.refuse)

    def ask_pair(self) -> PairSheet:
        """Ask which two readings to compare, and go there."""
        sheet = ask_pair(self._look, self.places_map, self)
        sheet.chosen.connect(self.show_place)
        return sheet

    def _read_names(self, sheet: NamesSheet, path: Path) -> None:
        desk = self._desk

        def done(names: Names) -> None:
            """Close the sheet, and show the names."""
            sheet.accept()
            self.bring_names(names, path.name)

        self._jobs.read(
            sheet, lambda _ticket: read_names(desk, path), done=done, failed=sheet.refuse
        )

    def _read(self) -> None:
        desk, place, told, others = self._desk, self._place, self._told, self._elsewhere
        self._asked += 1
        number = self._asked
        self._jobs.read(
            self,
            lambda _ticket: survey(desk, place, told, others),
            done=lambda sight: self._take(sight, place, number),
            failed=self.refuse,
        )

    def _take(self, sight: Sight, wanted: str, number: int) -> None:
        """Show what was read, unless a later reading came first or another place was chosen."""
        if number > self._shown and self._place in {wanted, sight.place}:
            self._shown = number
            self._place, self._sight = sight.place, sight
            self._show(sight)

    def _show(self, sight: Sight) -> None:
        self.places.show_sections(sections(sight.map, self.now(), sight.place))
        self.places.choose(sight.place)
        self.model.show(sight.rows)
        self.bridge.show_counts(sight.answers, sight.ties)
        self.sifter.show_counts(sight.flags)
        self.compare_button.setVisible(len(sight.map.comparable()) > 1)
        self.manners.show_manners(read_manners(self._desk), sight.known.kept)
        self.grace.show_words(grace_words(sight.known, self.now()))
        self.band.show_followers(followers_over_time(sight.map.parts), self.now())
        words = subtitle(sight, self.now())
        self.header.show_words(self.tr("Who follows back"), words)
        self.reporter.show_sight(sight, words)
        self.checker.show_sight(sight)
        if self.acts.laid:
            self.ticking.refresh()
        self._show_state()
        self._show_current()

    def _show_state(self) -> None:
        sight = self._sight
        if sight is None:
            return
        if sight.ever_read:
            self.show_list()
            return
        names, empty = sight.map.names(sight.place), nobody()
        if names is None or names.number:
            why = in_words(sight.ways[0].why) if sight.ways else ""
            signed_in = self._desk.line.signed_in
            empty = unread(signed_in=signed_in, button=self.check_button, why=why)
        self.show_empty(empty)

    def _heard(self, changed: Changed) -> None:
        if changed.snapshots:
            self._told = {}
        if changed.snapshots or changed.accounts or changed.books:
            self._later.start()
        if changed.ledger or changed.settings:
            self.checker.reprice()

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        # The cache tells the same later, but not when X hid an account.
        hidden = (one for one in findings if one.source == LOOK_UPS and one.flags & HIDDEN)
        self._told = {one.user_id: one for one in hidden}
        self._later.start()

    def _start(self, way: str) -> None:
        match way:
            case To.CHECK:
                self.checker.check()
            case To.ARCHIVE:
                self._ask_archive()
            case To.NAMES:
                self.ask_names()
            case To.EVERYONE:
                self.show_place(side_key(Side.FOLLOWING))
            case To.BEGIN:
                self._hub.start_wanted.emit()

    def _fill_more(self) -> None:
        """Offer what stands by the places, for when they are folded to a strip."""
        for icon, words, act in (
            ("clipboard-paste", self.tr("Check names from elsewhere…"), self.ask_names),
            ("file-archive", self.tr("Import your X archive…"), self._ask_archive),
            ("calendar-days", self.tr("Compare two dates…"), self.ask_pair),
            ("settings", self.tr("Manners…"), self.ask_manners),
        ):
            entry = self.more.addAction(self._look.icon(icon), words)
            entry.triggered.connect(lambda _on=False, act=act: act())
            if act == self.ask_pair:
                self.more.aboutToShow.connect(
                    lambda entry=entry: entry.setEnabled(len(self.places_map.comparable()) > 1)
                )

    def _add(self, section: str) -> None:
        if section == SNAPSHOTS:
            self._ask_archive()
        else:
            self.ask_names()

    def _ask_archive(self) -> None:
        ask_archive(self).fileSelected.connect(self._read_archive)

    def _read_archive(self, name: str) -> None:
        """Read an archive here, unless these are people who are made up."""
        if self._desk.practises:
            self._hub.own_file_wanted.emit(name)
        else:
            self.import_archive(Path(name))

    def _choose_answer(self, answer: Answer | None) -> None:
        self.bridge.select(answer)
        self._sift(replace(self._sieve, answer=answer))

    def _choose_rest(self) -> None:
        self._sift(replace(self._sieve, flags=self.sifter.flags, words=self.sifter.words))

    def _sift(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self.reporter.show_sieve(sieve)
        self.model.filter(None if sieve == Sieve() else sieve.keeps)
        self._show_current()

    def _find(self, key: str) -> Finding | None:
        sight = self._sight
        return sight.findings.get(key) or sight.planned.get(key) if sight else None

    def _show_current(self) -> None:
        row: FindingRow | None = self.findings.currentIndex().data(Role.ROW)
        finding = self._find(row.key) if row else None
        self.show_nobody(nobody=self.model.rowCount() == 0)
        if row is None or finding is None or self._sight is None:
            self.details.show_account(None)
            return
        known = self._sight.known
        newest = known.latest.get(row.key)
        post = self._desk.cache.post(newest) if newest else None
        laid = row.key in self.acts.laid
        self.details.show_account(Chosen(row, finding, known, post, self.now(), laid))

    def _show_laid(self, laid: frozenset[str], number: int) -> None:
        changed = laid != self.acts.laid
        self.acts.show_laid(laid, number)
        if changed:
            self._show_current()

    def _saved(self, path: Path) -> None:
        words = self.tr("It is %1.").replace("%1", str(path))
        self.say(self.tr("The report was saved."), words, Mood.INFO)

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self.checker.reprice)
        self._hub.minute.connect(lambda: self.details.tell_time(self.now()))
        self._hub.day_began.connect(self._later.start)
        self.note.budget_asked.connect(self._hub.budget_wanted)
        self.places.chosen.connect(self.show_place)
        self.places.add_asked.connect(self._add)
        self.start_asked.connect(self._start)
        self.checker.checked.connect(self._checked)
        self.checker.priced.connect(self._show_state)
        self.bridge.chosen.connect(self._choose_answer)
        self.sifter.changed.connect(self._choose_rest)
        self.sifter.field.left.connect(self.findings.setFocus)
        self.findings.selectionModel().currentChanged.connect(self._show_current)
        self.findings.doubleClicked.connect(self.panes.open_details)
        self.findings.activated.connect(self.panes.open_details)
        self.ticking.laid.connect(self._show_laid)
        self.manners.change.clicked.connect(self.ask_manners)
        self.compare_button.clicked.connect(self.ask_pair)
        self.reporter.saved.connect(self._saved)
        self.reporter.failed.connect(self.refuse)
