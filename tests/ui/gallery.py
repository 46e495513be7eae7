"""Every part of the window in its states, to be looked at beside the mockups.

``python -m tests.ui.gallery FOLDER [SCHEME]`` writes one PNG a page; QT_SCALE_FACTOR=1.5 scales.
"""

from __future__ import annotations

import os
import sys
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from allybook.domain.book.entry import Kind
from allybook.ui.dialogs.named import NamedAlly
from allybook.ui.dialogs.quote import PriceLine, QuoteDialog, QuoteView
from allybook.ui.frame.panes import ThreePanes
from allybook.ui.frame.shell import Shell
from allybook.ui.frame.status import Spent
from allybook.ui.theme.look import Look
from allybook.ui.welcome import Welcome
from allybook.ui.widgets.avatar import Avatar, Who
from allybook.ui.widgets.badges import Badge, BadgeWords, CountPill, KeyCap, Tone
from allybook.ui.widgets.buttons import (
    Button,
    DangerButton,
    FlatButton,
    LinkButton,
    PrimaryButton,
)
from allybook.ui.widgets.checks import CheckBox
from allybook.ui.widgets.chips import Chip, ChipView, State
from allybook.ui.widgets.empty import Emptiness, EmptyState, StartWay
from allybook.ui.widgets.flow import FlowLayout
from allybook.ui.widgets.focus import FocusFrame
from allybook.ui.widgets.header import PageHeader
from allybook.ui.widgets.note import Mood, Note
from allybook.ui.widgets.places.pane import PlacesPane
from allybook.ui.widgets.places.values import Place, Section
from allybook.ui.widgets.price import PriceButton, PriceKind, Tag
from allybook.ui.widgets.progress import ProgressCard, Step
from allybook.ui.widgets.prose import Span
from allybook.ui.widgets.search import SearchField
from allybook.ui.widgets.words import SectionLabel, Words

RESOURCES = Path(__file__).parents[2] / "resources"
SIZE = QSize(1_280, 800)
CIRCLE = Who("@NorthbankCircle", Kind.ORGANISATION, "7")


class Sheet(QFrame):
    """White paper with parts on it, line by line."""

    def __init__(self, look):
        super().__init__()
        self._look = look
        self.column = QVBoxLayout(self)
        self.column.setSpacing(look.space("s"))

    def line(self, heading, *parts):
        holder = QWidget()
        flow = FlowLayout(holder, gap=12, line_gap=8)
        for part in parts:
            flow.addWidget(part)
        self.column.addWidget(SectionLabel(self._look, heading))
        self.column.addWidget(holder)

    def paintEvent(self, _event):
        QPainter(self).fillRect(self.rect(), self._look.colour("surface"))


def kit(look):
    """Return the kit: parts and states."""
    page = QWidget()
    row, left, right = QHBoxLayout(page), Sheet(look), Sheet(look)
    for sheet in (left, right):
        row.addWidget(sheet, 1)
    off = PrimaryButton(look, "Approve", "check")
    off.setEnabled(False)
    left.line("Buttons, the main one", PrimaryButton(look, "Approve", "check"), off)
    others = (Button(look, "Add allies", "plus"), FlatButton(look, "Columns", "columns-3"))
    left.line(
        "Buttons, the others",
        *others,
        LinkButton(look, "Add a note", "pencil-line"),
        DangerButton(look, "Erase\u2026", "user-round-x"),
    )
    left.line("Buttons that cost money say so", *prices(look))
    left.line("Chips, badges, flags", *chips(look), *badges(look))
    left.line("Shapes tell the kind", *faces(look))
    left.line("Fields", SearchField(look, "Find an ally"), *checks(look))
    kinds = ("hero", "question", "title", "read", "body", "ui", "caption")
    left.line("Type", *(Words(look, "Swhelper allies", kind) for kind in kinds))
    for note in notes(look):
        right.column.addWidget(note)
    card = ProgressCard(look, "Publishing to the X List", pausable=True)
    card.show_step(Step(5, 16, "Added Tidewater Debt Clinic, checked", "8 min left"))
    right.column.addWidget(card)
    for sheet in (left, right):
        sheet.column.addStretch(1)
    page.resize(SIZE)
    return page


def prices(look):
    """Return a price button for each way of saying a price."""
    for charge in PriceKind:
        button = PriceButton(look, "Refresh", "refresh-cw", main=charge == PriceKind.EXACT)
        button.show_tag(Tag(charge, Decimal("0.24"), until=""))
        yield button


def chips(look):
    """Return a chip in each state."""
    yield Chip(look, ChipView("noise up to 40", cross=True))
    yield Chip(look, ChipView("has:links", State.SUGGESTED, "plus"))
    yield Chip(look, ChipView("noise up to 40", edited="40"))
    yield Chip(look, ChipView("nosie>40", State.NOT_UNDERSTOOD, "triangle-alert"))
    yield Chip(look, ChipView("Private", State.SUGGESTED, "lock", count="3"))


def badges(look):
    """Return a badge of each tone."""
    for tone in Tone:
        yield Badge(
            look, BadgeWords(tone.name.lower(), tone, "lock" if not tone.value.round else "")
        )
    yield CountPill(look, "9")
    yield CountPill(look, "9", square=True)
    yield KeyCap(look, "Ctrl")


def faces(look):
    """Return an avatar of each kind and size."""
    for size in ("tiny", "line", "small", "table", "room", "post", "pane"):
        for number, kind in enumerate(Kind):
            yield Avatar(look, Who("Odalys Brandt-Kemp", kind, f"{size}{number}"), size)


def checks(look):
    """Return check boxes: on, off, disabled."""
    for number, word in enumerate(("Show quiet posts", "Stop at midnight", "Not now")):
        box = CheckBox(look, word)
        box.setChecked(number == 0)
        box.setEnabled(number != 2)
        yield box


def notes(look):
    """Return a note of each mood, with and without links."""
    for mood in Mood:
        note = Note(look, mood, closable=mood == Mood.DONE)
        note.say("This would pass your budget by $0.12.", "Nothing was sent.")
        yield note
    long = Note(look, Mood.WARN)
    links = ["Raise the budget", Span("or"), "read fewer posts, $0.09"]
    long.say("This would pass your budget by $0.12.", "Nothing was sent.", links)
    yield long


def first_run(look):
    """Return the three doors above the status bar."""
    frame = Shell(look)
    frame.show_over(Welcome(look, accounts="120", hashtag="#SwHelper", post_price="$0.005"))
    frame.status.show_spent(Spent("March", Decimal(0), Decimal(10)))
    frame.resize(SIZE)
    return frame


def places(look):
    """Return the places of a timeline."""
    pane = PlacesPane(look, "Places of the timeline")
    views = (
        Place("all", "Everything", "layers", "1,284"),
        Place("calm", "#SwHelper calm", "hash", "214"),
    )
    quiet = (Place("quiet", "Quiet folder", "volume-x", "168", faint=True),)
    pane.show_sections([Section("Views", views, "views", "New view"), Section("", quiet)])
    pane.choose("calm")
    pane.show_foot("About 40 posts were not read.", "Fill the gap, $0.20")
    return pane


def window(look):
    """Return the frame around a page that has nothing to show yet."""
    frame = Shell(look)
    header = PageHeader(look, lined=True)
    header.show_words("#SwHelper calm", "214 posts kept, 168 waiting in the quiet folder")
    ways = (
        StartWay("paste", "clipboard-paste", "Paste handles", "any text will do", ("Ctrl", "V")),
        StartWay(
            "chat", "messages-square", "Take them from a chat", "", off="No chat was read yet"
        ),
    )
    emptiness = Emptiness("Who can your group count on?", "Bring the first ones in.", ways)
    work = QWidget()
    column = QVBoxLayout(work)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(header)
    column.addWidget(EmptyState(look, emptiness), 1)
    frame.add_page(
        "a", "newspaper", "Timeline", lambda: ThreePanes(look, places(look), work, QWidget())
    )
    frame.add_page("c", "messages-square", "Chats", QWidget)
    frame.tabs.show_count("a", "12", "12 new posts")
    frame.status.show_account(CIRCLE)
    frame.status.show_waiting(3)
    frame.status.show_spent(Spent("March", Decimal("3.18"), Decimal(10)))
    frame.show_page("a")
    frame.resize(SIZE)
    return frame


def quote(look):
    """Return a window with the quote of a publishing before it."""
    parent = Sheet(look)
    parent.resize(SIZE)
    adds = tuple(NamedAlly(Who(f"Ally number {n}", Kind.PERSON, str(n))) for n in range(14))
    removes = (NamedAlly(Who("Gristmill Pop-Up", Kind.ORGANISATION, "x"), "removed by Ben"),)
    lines = (
        PriceLine("14 adds at $0.010", Decimal("0.14")),
        PriceLine("2 removes at $0.005", Decimal("0.01")),
    )
    view = QuoteView(
        "Publish 14 allies to the X List",
        "The private list on X will match this book. It has 34 members now and 46 afterwards.",
        "Publish",
        lines,
        Decimal("3.18"),
        Decimal(10),
        pace="About 12 minutes, one change every 45 seconds",
        why="X locks accounts for a day when a list grows fast. You can keep working.",
        adds=adds,
        removes=removes,
        option="Stop at midnight",
    )
    parent.show()
    QuoteDialog(look, view, parent).open()
    return parent


PAGES = {"kit": kit, "first-run": first_run, "window": window, "quote": quote}


def picture(widget):
    """Return a window as a picture, with the dialogs before it."""
    ratio = widget.devicePixelRatioF()
    pixmap = QPixmap(widget.size() * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    widget.render(pixmap)
    painter = QPainter(pixmap)
    for dialog in widget.findChildren(QDialog):
        if dialog.isVisible():
            painter.drawPixmap(widget.mapFromGlobal(dialog.pos()), picture(dialog))
    painter.end()
    return pixmap


def main(folder, scheme="light"):
    """Write every page."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication([])
    look = Look(RESOURCES, application)
    look.apply(application)
    look.set_scheme(scheme)
    FocusFrame(look, application)
    for name, make in PAGES.items():
        page = make(look)
        page.show()
        application.processEvents()
        picture(page).save(str(Path(folder) / f"{name}-{scheme}.png"))
        page.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
