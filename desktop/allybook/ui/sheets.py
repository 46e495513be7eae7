"""What the sheets of the window say: help, and where the money went."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from allybook.domain.months import month_of
from allybook.services.quote import budget, spent_this_month
from allybook.ui.dialogs.sheet import Line, Sheet
from allybook.ui.wording import dollars

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from allybook.services.desk import Desk
    from allybook.ui.theme.look import Look

translate = QCoreApplication.translate


def make_help(look: Look, parent: QWidget) -> Sheet:
    """Return the help: the main job in one sentence, and the keys."""
    sentence = translate(
        "help",
        "Capture a chat under Chats, send its nominations to the inbox, approve allies under "
        "Allies, and read only them in the Timeline. Every button that spends says its price.",
    )
    lines = (
        Line(translate("help", "Go to a tab"), keys=("Ctrl", "1 … 4")),
        Line(translate("help", "Next and previous post"), keys=("J", "K")),
        Line(translate("help", "Show new posts"), keys=("N",)),
        Line(translate("help", "Type a filter"), keys=("/",)),
        Line(translate("help", "Open a post on X"), keys=("O",)),
        Line(translate("help", "Add the author of a post to the book"), keys=("A",)),
        Line(translate("help", "Approve a nomination"), keys=("A",)),
        Line(translate("help", "Decline a nomination"), keys=("D",)),
        Line(translate("help", "Paste handles as allies"), keys=("Ctrl", "V")),
        Line(translate("help", "Take back the last change of a book"), keys=("Ctrl", "Z")),
    )
    return Sheet(look, translate("help", "How Allybook works"), sentence, lines, parent)


def make_spending(look: Look, desk: Desk, parent: QWidget) -> Sheet:
    """Return what was spent this month, job by job."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for line in desk.ledger.lines(*month_of(desk.clock.now().date())):
        sums[line.job] += line.dollars
    lines = [Line(job, dollars(cost)) for job, cost in sums.items() if cost]
    lines.append(
        Line(translate("spending", "Together"), dollars(spent_this_month(desk)), bold=True)
    )
    sentence = translate(
        "spending",
        "X charges for each post and account read, once per day (UTC). A job stops before the "
        "request that could pass your budget of %1 a month.",
    )
    title = translate("spending", "Spent this month")
    return Sheet(look, title, sentence.replace("%1", dollars(budget(desk))), lines, parent)
