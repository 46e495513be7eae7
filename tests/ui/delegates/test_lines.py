import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QImage, QPainter

from allybook.ui.delegates.faces import BOLD, Faces
from allybook.ui.delegates.lines import STEP, Accent, Lines, Measure
from allybook.ui.delegates.reasons import fitting_reasons
from allybook.ui.delegates.spans import Hit, HitKind, LinkSpan, MarkedText, mark
from tests.fakes.cards import make_post

WORDS = "Who has a plain-language consent form for event photos that a lawyer has really read "
KEEP_FIXTURES = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def faces(look):
    return Faces(look)


def lines_of(faces, text, width=300, count=2, accents=()):
    return Lines(MarkedText(text), Measure(faces.face("body"), width, count), accents)


def test_a_short_text_is_whole(faces):
    assert lines_of(faces, "Fourteen beds open tonight").text == "Fourteen beds open tonight"


def test_a_long_text_ends_in_dots_on_its_last_line(faces):
    lines = lines_of(faces, WORDS * 3)
    assert lines.text.endswith("…")
    assert (WORDS * 3).startswith(lines.text[:-1])
    assert faces.face("body").width(lines.text) <= 2 * 300


@pytest.mark.parametrize("end", [".", ",", ";", ". ", ")."])
def test_no_stop_stands_before_the_dots(faces, end):
    words = f"Begin {'a' * 30} and end{end}"
    room = faces.face("body").width(f"{words}…") + 1
    lines = lines_of(faces, f"{words} Antidisestablishmentarianism, again", width=room, count=1)
    assert lines.text == f"{words.rstrip(' .,;')}…"


def test_more_lines_hold_more(faces):
    lengths = [len(lines_of(faces, WORDS * 5, count=count).text) for count in (1, 2, 3)]
    assert lengths == sorted(set(lengths))


@KEEP_FIXTURES
@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=200))
def test_no_text_breaks_the_grid(faces, text):
    bold = Accent(0, 3, QColor("black"), faces.face("body", BOLD).font)
    lines = lines_of(faces, text, width=120, accents=[bold])
    if lines.text != text:
        assert lines.text.endswith("…")
        assert text.startswith(lines.text[:-1].rstrip())
        assert faces.face("body").width(text) > 120


def test_clicks_find_their_words_on_each_line(faces, look):
    marked = mark(make_post(1, "\U0001f338 See @HarborRowSN now, or whatever #SwHelper says"))
    lines = Lines(marked, Measure(faces.face("body"), 180, 2), [])
    left = faces.face("body").width("\U0001f338 See ")
    assert lines.hit(QPointF(left + 10, -4)) == Hit(HitKind.MENTION, "HarborRowSN")
    assert lines.hit(QPointF(left - 8, -4)) is None
    second = [lines.hit(QPointF(x, 16)) for x in range(0, 180, 4)]
    assert Hit(HitKind.HASHTAG, "SwHelper") in second
    assert lines.hit(QPointF(10, 60)) is None
    assert lines.hit(QPointF(-1, 0)) is None


def test_a_cut_tag_can_still_be_clicked(faces):
    text = f"{WORDS}#AVeryLongTagIndeed"
    hit = Hit(HitKind.HASHTAG, "AVeryLongTagIndeed")
    marked = MarkedText(text, (LinkSpan(len(WORDS), len(text), hit),))
    width = int(faces.face("body").width(f"{WORDS}#AVery"))
    lines = Lines(marked, Measure(faces.face("body"), width, 1), [])
    assert lines.text.endswith("…")
    assert lines.hit(QPointF(width - 25, -4)) == hit


def test_reasons_give_way_last_first_and_are_counted(faces):
    face = faces.face("caption")
    words = ["giveaway wording +30", "link only +20", "four hashtags +15"]
    assert fitting_reasons(words, face, 1000) == ", ".join(words)
    room = face.width("giveaway wording +30, link only +20 and 1 more") + 1
    assert fitting_reasons(words, face, room) == "giveaway wording +30, link only +20 and 1 more"
    room = face.width("giveaway wording +30 and 2 more") + 1
    assert fitting_reasons(words, face, room) == "giveaway wording +30 and 2 more"
    assert fitting_reasons(words, face, 40).endswith("…")


def test_a_face_measures_and_cuts(faces):
    face = faces.face("ui")
    assert face.elided("short", 500) == "short"
    assert face.elided("Harbor Row Shelter Network", 60).endswith("…")
    assert face.width("Harbor Row") > face.width("Harbor")
    assert faces.face("ui") is face


LEFTWARD = "מישהי מכירה טופס הסכמה פשוט לצילומים שאנשים עייפים יכולים לקרוא "


def inked(lines, width):
    """Return the first and the last column that a text inks, on two lines."""
    image = QImage(width, 2 * STEP, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    lines.draw(painter, QPointF(0, 15))
    painter.end()
    columns = (
        x for x in range(width) for y in range(2 * STEP) if image.pixelColor(x, y).lightness() < 128
    )
    found = sorted(set(columns))
    return found[0], found[-1]


@pytest.mark.parametrize("times", [1, 4])
def test_what_is_read_leftward_begins_at_the_right_whole_or_cut(faces, times):
    lines = lines_of(faces, LEFTWARD * times, width=460)
    first, last = inked(lines, 460)
    assert lines.text.endswith("…") == (times > 1)
    assert first >= 0
    assert 450 < last < 460


def test_a_hashtag_is_hit_where_it_stands_at_the_right(faces):
    marked = mark(make_post(1, "שלום #SwHelper"))
    lines = Lines(marked, Measure(faces.face("body"), 460, 2), ())
    whole = faces.face("body").width("שלום #SwHelper")
    assert lines.hit(QPointF(460 - whole + 12, 0)) == Hit(HitKind.HASHTAG, "SwHelper")
    assert lines.hit(QPointF(12, 0)) is None


@pytest.mark.parametrize("text", ["short", "housing " * 30, "שלום עולם " * 20, "😀 " * 60 + "end"])
def test_lines_broken_anew_are_as_if_made_for_that_width(faces, text):
    marked, face = MarkedText(text), faces.face("body")
    lines = Lines(marked, Measure(face, 300, 2), ())
    for width in (420, 180, 300):
        made = Lines(marked, Measure(face, width, 2), ())
        fitted = lines.fit(Measure(face, width, 2))
        assert fitted.text == made.text
        assert _painted(fitted) == _painted(made)


def _painted(lines):
    picture = QImage(440, 60, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFF)
    painter = QPainter(picture)
    lines.draw(painter, QPointF(0, 20))
    painter.end()
    return picture
