"""The Follow-back tab: who follows whom, at no cost from what was read, or checked for a price."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from allybook.domain.accounts import Account
from allybook.domain.followback import Answer, Side
from allybook.domain.intents import profile_address
from allybook.domain.manners import NO_ADVICE
from allybook.domain.ticks import TickDeed
from allybook.services.answer import LOOK_UPS
from allybook.services.check import check
from allybook.services.import_file import import_file
from allybook.services.manners import keep_account, read_manners
from allybook.services.plan_check import plan_check
from allybook.services.readings import followers_over_time
from allybook.services.ticks import ALL_DEEDS
from allybook.ui.jobs import pause_of
from allybook.ui.models.roles import Role
from allybook.ui.prices import tag_of
from allybook.ui.tabs.followback.details import Chosen
from allybook.ui.tabs.followback.page import FollowBackPage
from allybook.ui.tabs.followback.places import pair_words, reading_words, sections, whom_words
from allybook.ui.tabs.followback.reporter import Reporter
from allybook.ui.tabs.followback.rows import Known, Sieve
from allybook.ui.tabs.followback.sentences import HIDDEN, answer_sentence, grace_words, state_words
from allybook.ui.tabs.followback.sheets import ask_archive, ask_manners, ask_pair
from allybook.ui.tabs.followback.start import To, nobody, unread
from allybook.ui.tabs.followback.survey import Map, Sight, side_key, survey
from allybook.ui.ticking import Ticking
from allybook.ui.widgets.note import Mood
from allybook.ui.widgets.progress import Step
from allybook.ui.wording import count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from allybook.domain.changes import Changed
    from allybook.domain.errors import AllybookError
    from allybook.domain.followback import Finding
    from allybook.domain.ticks import Tick
    from allybook.services.desk import Desk
    from allybook.ui.dialogs.manners import MannersSheet
    from allybook.ui.hub import Hub
    from allybook.ui.jobs import Jobs, Ticket
    from allybook.ui.models.findings import FindingRow
    from allybook.ui.tabs.followback.pairing import PairSheet
    from allybook.ui.theme.look import Look

DEEDS = {
    Answer.FAN: TickDeed.FOLLOW,
    Answer.IDOL: TickDeed.UNFOLLOW,
    Answer.STRANGER: TickDeed.FOLLOW,
}
_HERE = Qt.ShortcutContext.WidgetShortcut


class FollowBackTab(FollowBackPage):
    """Answers from what was read; only its check button goes to X."""

    count_changed = Signal()

    def __init__(
        self, desk: Desk, look: Look, jobs: Jobs, hub: Hub, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, look, parent)
        self._jobs, self._hub = jobs, hub
        self._sight: Sight | None = None
        self._place = ""
        self._asked, self._shown = 0, 0
        self._sieve = Sieve()
        self._told: Mapping[str, Finding] = {}
        self._ticket: Ticket | None = None
        self._laid: frozenset[str] = frozenset()
        self.ticking = Ticking(desk, jobs, hub, self.tick_list, ALL_DEEDS)
        self.reporter = Reporter(desk, look, jobs, self.report_button, self.model)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._connect()
        self._later.start()

    def count(self) -> int:
        """Return that nothing here waits to be looked at."""
        return 0

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

    def _read(self) -> None:
        desk, place, told = self._desk, self._place, self._told
        self._asked += 1
        number = self._asked
        self._jobs.read(
            self,
            lambda _ticket: survey(desk, place, told),
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
        self.bridge.show_counts(sight.answers)
        self.sifter.show_counts(sight.flags)
        self.compare_button.setVisible(len(sight.map.comparable()) > 1)
        self.manners.show_manners(read_manners(self._desk), sight.known.kept)
        self.grace.show_words(grace_words(sight.known, self.now()))
        self.band.show_followers(followers_over_time(sight.map.parts), self.now())
        self._price()
        self._show_words(sight)
        self._show_state(sight)
        self._show_current()

    def _show_state(self, sight: Sight) -> None:
        if sight.ever_read:
            self.show_list()
            return
        empty = nobody()
        if sight.map.asked(sight.place) != ():
            empty = unread(signed_in=self._desk.line.signed_in, button=self.check_button)
        self.show_empty(empty)

    def _show_words(self, sight: Sight) -> None:
        reading, pair = sight.map.reading(sight.place), sight.map.pair(sight.place)
        number = len(sight.rows)
        if pair is not None:
            words = self.tr("%1 accounts changed, %2").replace("%1", count(number))
            words = words.replace("%2", pair_words(pair, self.now()))
        elif reading is not None:
            words = self.tr("%1 accounts, as they were read: %2").replace("%1", count(number))
            words = words.replace("%2", reading_words(reading, self.now()))
        elif number:
            state = state_words(tuple(sight.findings.values()), self.now())
            words = f"{whom_words(sight.place, number)}, {state}"
        elif sight.ever_read:
            words = whom_words(sight.place, number)
        else:
            words = self.tr("Not checked yet")
        self.header.show_words(self.tr("Who follows back"), words)
        self.reporter.show_sight(sight, words)

    def _price(self) -> None:
        sight = self._sight
        if sight is None:
            return
        asked = sight.map.asked(sight.place)
        self.check_button.setVisible(self._desk.line.signed_in and asked != ())
        self.check_button.show_verb(self.tr("Check again") if sight.ever_read else self.tr("Check"))
        plan = plan_check(self._desk, asked, anew=True)
        self.check_button.show_tag(tag_of(self._desk, plan.quote, aside=True))

    def _line_changed(self) -> None:
        self._price()
        if self._sight is not None and not self._sight.ever_read:
            self._show_state(self._sight)

    def _heard(self, changed: Changed) -> None:
        if changed.snapshots:
            self._told = {}
        if changed.snapshots or changed.accounts or changed.books:
            self._later.start()
        if changed.ledger or changed.settings:
            self._line_changed()

    def _check(self) -> None:
        if self._sight is None or self._ticket is not None:
            return
        desk, asked = self._desk, self._sight.map.asked(self._sight.place)
        plan = plan_check(desk, asked, anew=True)
        self._begin(self.tr("Checking who follows back"))
        self._ticket = self._jobs.fetch(
            self,
            lambda ticket: check(desk, asked, plan, ticket),
            done=self._checked,
            failed=self._fail,
            progress=self._advance,
        )

    def _begin(self, words: str) -> None:
        self.say("")
        self.progress.title.setText(words)
        self.check_button.set_busy(busy=True)

    def _advance(self, done: int, total: int) -> None:
        self.show_step(Step(done, total, pause=pause_of(self._ticket)))

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        # The cache tells the same later, but not when X hid an account.
        hidden = (one for one in findings if one.source == LOOK_UPS and one.flags & HIDDEN)
        self._told = {one.user_id: one for one in hidden}
        if self._ticket is not None and self._ticket.cancelled():
            self.say(
                self.tr("Stopped."),
                self.tr("What was read is kept; who was not read is unknown, which is not a no."),
                Mood.INFO,
            )
        self._rest()
        self._later.start()

    def _rest(self) -> None:
        self._ticket = None
        self.show_step(None)
        self.check_button.set_busy(busy=False)
        self._price()

    def _fail(self, error: AllybookError) -> None:
        self._rest()
        self.refuse(error)

    def _stop(self) -> None:
        if self._ticket is not None:
            self._ticket.cancel()

    def _start(self, way: str) -> None:
        match way:
            case To.CHECK:
                self._check()
            case To.ARCHIVE:
                ask_archive(self).fileSelected.connect(lambda name: self.import_archive(Path(name)))
            case To.EVERYONE:
                self.show_place(side_key(Side.FOLLOWING))
            case To.BEGIN:
                self._hub.start_wanted.emit()

    def import_archive(self, path: Path) -> None:
        """Read an archive; its two sides become a dated snapshot."""
        desk = self._desk
        self._begin(self.tr("Reading your archive"))
        self._ticket = self._jobs.write(
            self,
            lambda ticket: import_file(desk, path, ticket),
            done=lambda _imported: self._rest(),
            failed=self._fail,
            progress=self._advance,
        )

    def _choose_answer(self, answer: Answer | None) -> None:
        self.bridge.select(answer)
        self._sift(replace(self._sieve, answer=answer))

    def _choose_rest(self) -> None:
        self._sift(replace(self._sieve, flags=self.sifter.flags, words=self.sifter.words))

    def _sift(self, sieve: Sieve) -> None:
        self._sieve = sieve
        self.model.filter(None if sieve == Sieve() else self._keeps)
        self._show_current()

    def _keeps(self, row: FindingRow) -> bool:
        return self._sight is not None and self._sieve.keeps(row, self._sight.findings[row.key])

    def _current(self) -> FindingRow | None:
        row: FindingRow | None = self.findings.currentIndex().data(Role.ROW)
        return row

    def _show_current(self) -> None:
        row, sight = self._current(), self._sight
        self.show_nobody(nobody=self.model.rowCount() == 0)
        if row is None or sight is None or row.key not in sight.findings:
            self.details.show_account(None)
            return
        known: Known = sight.known
        newest = known.latest.get(row.key)
        post = self._desk.cache.post(newest) if newest else None
        finding, laid = sight.findings[row.key], row.key in self._laid
        self.details.show_account(Chosen(row, finding, known, post, self.now(), laid))

    def _tick(self, key: str, on: bool) -> None:  # noqa: FBT001 (a signal's argument)
        """Put an account on the tick list, or take it off: a box means just that."""
        finding = self._sight.findings.get(key) if self._sight else None
        deed = DEEDS.get(finding.answer) if finding else None
        if finding is None or deed is None:
            return
        if on:
            self.ticking.lay(deed, [Account(key, finding.handle)])
        else:
            self.ticking.withdraw(key)

    def _turn_tick(self) -> None:
        row = self._current()
        if row is not None:
            self._tick(row.key, row.key not in self._laid)

    def _show_laid(self, laid: frozenset[str]) -> None:
        if laid != self._laid:
            self._laid = laid
            self._show_current()
        self.model.set_ticked(laid)
        self.show_to_do(len(laid))

    def _why(self, tick: Tick) -> str:
        finding = self._sight.findings.get(tick.user_id) if self._sight else None
        return answer_sentence(finding) if finding and not tick.post_id else ""

    def _saved(self, path: Path) -> None:
        words = self.tr("It is %1.").replace("%1", str(path))
        self.say(self.tr("The report was saved."), words, Mood.INFO)

    def _turn_keep(self) -> None:
        """Put the account on the keep-list, or take it off."""
        row, sight, desk = self._current(), self._sight, self._desk
        if row is None or sight is None:
            return
        keep = sight.known.advice.get(row.key, NO_ADVICE).kept is None
        keep_account(desk, row.key, keep=keep)

    def ask_manners(self) -> MannersSheet:
        """Ask by which manners the answers are told."""
        members = self._sight.known.members if self._sight else {}
        return ask_manners(self._desk, self._look, members.values(), self)

    def ask_pair(self) -> PairSheet:
        """Ask which two readings to compare, and go there."""
        sheet = ask_pair(self._look, self.places_map, self)
        sheet.chosen.connect(self.show_place)
        return sheet

    def _reply(self) -> None:
        row, sight = self._current(), self._sight
        newest = sight.known.latest.get(row.key) if row and sight else None
        post = self._desk.cache.post(newest) if newest else None
        if row is not None and post is not None:
            self.ticking.lay_and_open(TickDeed.REPLY, post, row.handle)

    def _open(self) -> None:
        row = self._current()
        if row is not None:
            self.ticking.opener(profile_address(row.key, row.handle))

    def _show_in_book(self) -> None:
        row = self._current()
        member = self._sight.known.members.get(row.key) if row and self._sight else None
        if member is not None:
            self._hub.ally_wanted.emit(member.ally.key)

    def _connect(self) -> None:
        self._later.timeout.connect(self._read)
        self._hub.changed.connect(self._heard)
        self._hub.line_changed.connect(self._line_changed)
        self.note.budget_asked.connect(self._hub.budget_wanted)
        self.places.chosen.connect(self.show_place)
        self.check_button.clicked.connect(self._check)
        self.start_asked.connect(self._start)
        self.progress.stop_asked.connect(self._stop)
        self.bridge.chosen.connect(self._choose_answer)
        self.sifter.changed.connect(self._choose_rest)
        self.sifter.field.left.connect(self.findings.setFocus)
        self.findings.selectionModel().currentChanged.connect(self._show_current)
        self.findings.doubleClicked.connect(self.panes.open_details)
        self.findings.activated.connect(self.panes.open_details)
        self.model.ticked.connect(self._tick)
        self.ticking.why_of = self._why
        self.ticking.laid.connect(self._show_laid)
        self.details.tick_asked.connect(self._turn_tick)
        self.details.reply_asked.connect(self._reply)
        self.details.open_asked.connect(self._open)
        self.details.book_asked.connect(self._show_in_book)
        self.details.keep_asked.connect(self._turn_keep)
        self.manners.change.clicked.connect(self.ask_manners)
        self.compare_button.clicked.connect(self.ask_pair)
        self.reporter.saved.connect(self._saved)
        self.reporter.failed.connect(self.refuse)
        for keys, act in (
            ("T", self._turn_tick),
            ("O", self._open),
            ("B", self._show_in_book),
            ("/", self.sifter.field.setFocus),
        ):
            QShortcut(QKeySequence(keys), self.findings, context=_HERE).activated.connect(act)
        self.check_button.hide()
