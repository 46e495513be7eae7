"""One bar of posts per day: how it is painted, and what it says in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QRectF

from allybook.ui.widgets.boxes import Box, fill, paint_box
from allybook.ui.wording import long_day, month_and_day, month_day_year, posts, translate, weekday

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from allybook.ui.charts.days import Bucket
    from allybook.ui.theme.look import Look

BARS_TOP = 4
BASE_LINE = 39
LEAST_HEIGHT = 2
ROUND = 2


class Shares(Struct, frozen=True):
    """How much of its column a bar fills: the ``tallest`` fills it. ``back`` lets it stand back."""

    bucket: Bucket
    tallest: int
    back: bool


def paint_bar(painter: QPainter, look: Look, column: QRectF, shares: Shares) -> None:
    """Paint what is kept from the ground of a column up, and what is quiet above it."""
    kept = _height(shares.bucket.kept, shares.tallest)
    quiet = _height(shares.bucket.quiet, shares.tallest)
    bottom = column.bottom()
    if kept:
        rect = QRectF(column.left(), bottom - kept, column.width(), kept)
        fill(painter, rect, look.colour("accent_mid" if shares.back else "accent"))
        bottom -= kept + 1
    if quiet:
        _paint_quiet(painter, look, QRectF(column.left(), bottom - quiet, column.width(), quiet))


def _paint_quiet(painter: QPainter, look: Look, rect: QRectF) -> None:
    if look.contrast:
        paint_box(painter, rect, Box(look.colour("surface"), look.colour("border")))
        return
    radius = min(ROUND, rect.height())
    painter.save()
    painter.setClipRect(rect)
    # Round above only: the lower corners lie outside.
    paint_box(
        painter, rect.adjusted(0, 0, 0, radius), Box(look.colour("chart_quiet"), radius=radius)
    )
    painter.restore()


def _height(number: int, tallest: int) -> int:
    """Return a bar's height; the tallest day fills the column but for the gap between."""
    if not number:
        return 0
    return max(LEAST_HEIGHT, round(number * (BASE_LINE - BARS_TOP - 1) / tallest))


def bucket_text(bucket: Bucket) -> str:
    """Return a bar in words: ``Mon, Mar 30: 41 kept, 12 quiet``."""
    when = weekday(bucket.first)
    if bucket.last != bucket.first:
        text = translate("histogram", "%1 to %2")
        same = bucket.first.year == bucket.last.year
        first = month_and_day(bucket.first) if same else month_day_year(bucket.first)
        when = text.replace("%1", first).replace("%2", month_day_year(bucket.last))
    kept = translate("histogram", "%n kept", "", bucket.kept)
    quiet = translate("histogram", "%n quiet", "", bucket.quiet)
    return f"{when}: {kept}, {quiet}" if bucket.kept else f"{when}: {quiet}"


def bar_sentence(bucket: Bucket) -> str:
    """Return a bar as a reader says it: ``Monday, March 30, 2026: 41 posts kept, 12 quiet``."""
    when = long_day(bucket.first)
    if bucket.last != bucket.first:
        text = translate("histogram", "%1 to %2")
        when = text.replace("%1", when).replace("%2", long_day(bucket.last))
    quiet = translate("histogram", "%n quiet", "", bucket.quiet)
    if not bucket.kept:
        return f"{when}: {translate('histogram', '%1 quiet').replace('%1', posts(bucket.quiet))}"
    kept = translate("histogram", "%1 kept").replace("%1", posts(bucket.kept))
    return f"{when}: {kept}, {quiet}" if bucket.quiet else f"{when}: {kept}"
