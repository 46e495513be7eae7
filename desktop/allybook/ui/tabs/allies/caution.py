"""A quiet word where something written about a person calls for care: why, and "it is fine"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from allybook.services.books.care import cautions, let_be
from allybook.ui.widgets.glyph import Glyph
from allybook.ui.widgets.prose import Prose, Span
from allybook.ui.wording import told, translate

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from allybook.domain.book.entry import Kind
    from allybook.domain.care.find import Caution
    from allybook.domain.errors import AllybookError
    from allybook.services.desk import Desk
    from allybook.ui.jobs import Jobs
    from allybook.ui.theme.look import Look

TOP = Qt.AlignmentFlag.AlignTop
NAMED = 3
FINE = "fine"


class CareHint(QWidget):
    """Says why words call for care, and hides where none does; nothing is ever held back by it.

    ``settled`` tells that the person said a word is fine: it is remembered in the profile.
    """

    settled = Signal()

    def __init__(self, desk: Desk, look: Look, jobs: Jobs) -> None:
        super().__init__()
        self._desk, self._jobs = desk, jobs
        self._asked: tuple[Kind, tuple[str, ...]] | None = None
        self._found: Sequence[Caution] = ()
        glyph = Glyph(look, "hand-heart", "warn")
        glyph.setFixedHeight(look.line_height("caption"))
        self.prose = Prose(look, "", "caption", "text_2")
        self.prose.setToolTip(self.tr("What is fine is not spoken of again in this profile"))
        self.prose.followed.connect(lambda _link: self._let_be())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 2, 0, look.space("xs"))
        row.setSpacing(6)
        row.addWidget(glyph, 0, TOP)
        row.addWidget(self.prose, 1)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words that it speaks of, as they are written."""
        return tuple(one.written for one in self._found)

    def look_at(self, kind: Kind, texts: Iterable[str], field: QWidget | None = None) -> None:
        """Speak of what these texts name of a person; of organisations and hashtags, nothing.

        ``field`` is where they are typed: a screen reader says the same of it.
        """
        self._asked = (kind, tuple(texts))
        found = cautions(self._desk, *self._asked)
        if found != self._found:
            self._found = found
            self.prose.show_spans(self._spans(found))
            self.setAccessibleName(self.prose.text())
            self.updateGeometry()
        self.setVisible(bool(found))
        if field is not None:
            field.setAccessibleDescription(self.accessibleName() if found else "")

    def look_again(self) -> None:
        """Look at the same texts, since other words are fine now."""
        if self._asked:
            self.look_at(*self._asked)

    def clear(self) -> None:
        """Say nothing."""
        self._asked, self._found = None, ()
        self.hide()

    def _spans(self, found: Sequence[Caution]) -> list[Span]:
        language = translate("wording", "en_US", "the locale that these words belong to")[:2]
        lexicon, spans = self._desk.care(), []
        for group in dict.fromkeys(one.group for one in found):
            quote = translate("care", "“%1”", "a word in quotation marks")
            said = [quote.replace("%1", one.written) for one in found if one.group is group]
            spans.append(Span(f"{', '.join(said[:NAMED])}: ", 600, "text"))
            spans.append(Span(f"{lexicon.reason(group, language)} "))
        fine = self.tr("It is fine") if len(found) == 1 else self.tr("They are fine")
        return [*spans, Span(fine, link=FINE)]

    def _let_be(self) -> None:
        desk, words = self._desk, [one.word for one in self._found]
        self.hide()
        self._jobs.keep(
            self,
            lambda: let_be(desk, *words),
            done=lambda _nothing: self._settle(),
            failed=self._refuse,
        )

    def _refuse(self, error: AllybookError) -> None:
        self.prose.show_text(told(error))
        self.show()

    def _settle(self) -> None:
        asked = self._asked
        self.clear()
        if asked:
            self.look_at(*asked)
        self.settled.emit()
