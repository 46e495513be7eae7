from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QFontMetricsF, QIcon, QImage, QPainter, QPalette

from allybook.ui.theme.tokens import SCHEMES


def ink(pixmap):
    """Return the colours of the fully covered pixels."""
    image = pixmap.toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


def test_colours_follow_the_scheme(look):
    assert look.colour("surface").name() == "#ffffff"
    look.set_scheme("dark")
    assert look.colour("surface").name() == "#1f2222"


def test_alpha_is_read_from_the_end(look):
    veil = look.colour("veil")
    assert (veil.name(), veil.alpha()) == ("#1d2221", 0x73)


def test_a_new_scheme_is_told_once(qtbot, look):
    heard = []
    look.changed.connect(lambda: heard.append(look.scheme))
    look.set_scheme("dark")
    look.set_scheme("dark")
    assert heard == ["dark"]


def test_the_system_scheme_is_one_of_ours(look):
    look.set_scheme("system")
    assert look.chosen == "system"
    assert look.scheme in SCHEMES


def test_an_unknown_scheme_changes_nothing(look):
    with pytest.raises(KeyError):
        look.set_scheme("sepia")
    assert look.scheme == "light"


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_palette_follows(qapp, look, scheme):
    look.set_scheme(scheme)
    assert qapp.palette().color(QPalette.ColorRole.Base) == look.colour("surface")
    assert qapp.palette().color(QPalette.ColorRole.Highlight) == look.colour("accent")


def test_weights_really_differ(look):
    widths = [
        QFontMetricsF(look.font("ui", weight)).horizontalAdvance("Harbor Row Shelter Network")
        for weight in (400, 500, 600)
    ]
    assert widths[0] < widths[1] < widths[2]


def test_figures_are_of_equal_width(look):
    metrics = QFontMetricsF(look.font("caption"))
    assert metrics.horizontalAdvance("1111") == metrics.horizontalAdvance("8888")


def test_no_kind_of_text_is_below_twelve_pixels(look):
    kinds = ("caption", "label", "ui", "ui_bold", "body", "read", "tab", "title", "hero")
    assert min(look.font(kind).pixelSize() for kind in kinds) == 12


def test_changing_a_font_does_not_change_the_next_one(look):
    look.font("ui").setPixelSize(99)
    assert look.font("ui").pixelSize() == 13


def test_avatar_colours_stay_with_the_id(look):
    assert look.avatar_colours("2244994945") == look.avatar_colours("2244994945")
    assert len({look.avatar_colours(str(n))[0].name() for n in range(100)}) == 6


def test_icons_are_drawn_in_the_ink_of_their_role(look):
    assert ink(look.pixmap("check", "accent", 48)) == {look.colour("accent").name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icons_are_sharp_at_every_scale(look, ratio):
    pixmap = look.pixmap("check", "text", 16, ratio)
    assert pixmap.width() == round(16 * ratio)
    assert pixmap.devicePixelRatio() == ratio


def test_an_icon_follows_the_theme(look):
    icon = look.icon("check", "text")
    assert ink(icon.pixmap(48, 48)) == {look.colour("text").name()}
    look.set_scheme("dark")
    assert ink(icon.pixmap(48, 48)) == {look.colour("text").name()}


def test_a_disabled_icon_is_pale(look):
    icon = look.icon("check", "text")
    off = icon.pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert ink(off) == {look.colour("text_off").name()}


def test_a_copied_icon_outlives_the_first(look):
    copy = QIcon(look.icon("x"))
    copy.addPixmap(look.pixmap("x", "text", 16))
    assert not copy.pixmap(16, 16).isNull()


def test_icons_can_be_painted_into_a_box(look):
    image = QImage(32, 32, QImage.Format.Format_ARGB32)
    image.fill(look.colour("surface"))
    painter = QPainter(image)
    look.draw_icon(painter, "circle", "danger", QRectF(8, 8, 16, 16))
    painter.end()
    assert image.pixelColor(4, 4) == look.colour("surface")
    inside = {image.pixelColor(x, 16).name() for x in range(8, 24)}
    assert inside > {look.colour("surface").name()}
