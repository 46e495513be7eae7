"""Catalogues are read from their sources, and what is not translated stays English."""

import itertools
import re
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QFontMetricsF

from allybook.domain.book.bring import SAID_OUT, RowFate
from allybook.domain.book.rows import Brought
from allybook.domain.check.followback import Answer
from allybook.domain.errors import FilterError
from allybook.domain.filters.chips import chips
from allybook.domain.filters.parse import parse
from allybook.domain.filters.sentence import sentence
from allybook.domain.money.dollars import in_words as in_dollars
from allybook.domain.noise.judgement import Near
from allybook.domain.noise.kinds import NoiseKind
from allybook.domain.noise.scoring import NoiseReason, name_near
from allybook.domain.sign_in.oauth import Connected
from allybook.domain.spoken import speak, speak_many
from allybook.gateway.refusals import pause_until
from allybook.services.books.bring_in import Arrival, Preview
from allybook.services.imports.take_names import TakenIn
from allybook.ui import wording
from allybook.ui.delegates.allies_view import ALLY_WIDTHS
from allybook.ui.delegates.ink import ICON, ICON_GAP
from allybook.ui.delegates.views import FINDING_WIDTHS
from allybook.ui.dialogs.sign_in.done import DonePage
from allybook.ui.importing import left_words
from allybook.ui.language import Catalogue, find_catalogue, read_catalogue
from allybook.ui.models.allies import AllyColumn
from allybook.ui.models.findings import FindingColumn
from allybook.ui.models.signs import AllyStatus, answer_sign, status_sign
from allybook.vault.keychain import NO_KEYRING, THIS_SESSION
from tests.fakes.ways import CIRCLE
from tests.ui.conftest import RESOURCES
from tests.ui.dialogs.wizard import TERMS

NOW = datetime(2026, 3, 31, 15, 20, 7, tzinfo=UTC)
CATALOGUE = read_catalogue(RESOURCES / "translations" / "allybook_de.ts")
MOMENTS = (date(2026, 12, 3), datetime(2026, 12, 3, 9, 5, tzinfo=UTC))
OTHERS = (7, 1234, Decimal("0.24"), "@nasw", speak("by allies"), *MOMENTS)
"""What fills a place of which a sentence wants nothing: numbers, sums, text, words and days."""

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Shelf</name>
    <message><source>Book</source><translation>Buch</translation></message>
    <message><source>Later</source><translation type="unfinished"></translation></message>
    <message numerus="yes"><source>%n posts</source>
        <translation><numerusform>%n Beitrag</numerusform><numerusform>%n Beiträge</numerusform>
        </translation></message>
</context>
</TS>
"""


@pytest.fixture
def german(tmp_path, qapp):
    path = tmp_path / "allybook_de.ts"
    path.write_text(SOURCE, encoding="utf-8")
    catalogue = Catalogue(read_catalogue(path))
    qapp.installTranslator(catalogue)
    yield tmp_path
    qapp.removeTranslator(catalogue)


@pytest.fixture
def german_window(qapp):
    catalogue = find_catalogue(RESOURCES / "translations", QLocale("de_DE"))
    assert catalogue is not None
    qapp.installTranslator(catalogue)
    yield
    qapp.removeTranslator(catalogue)


@pytest.mark.parametrize(
    ("source", "number", "shown"),
    [
        ("Book", -1, "Buch"),
        ("Later", -1, "Later"),
        ("Unknown", -1, "Unknown"),
        ("%n posts", 1, "1 Beitrag"),
        ("%n posts", 3, "3 Beiträge"),
    ],
)
def test_words_are_translated_or_stay_english(german, source, number, shown):
    assert QCoreApplication.translate("Shelf", source, "", number) == shown


def test_a_catalogue_is_found_by_language(german):
    assert find_catalogue(german, QLocale("de_AT")) is not None
    assert find_catalogue(german, QLocale("fr_FR")) is None


@pytest.mark.usefixtures("german_window")
@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (lambda: wording.count(1284), "1.284"),
        (lambda: wording.short_count(1284), "1,2k"),
        (lambda: wording.dollars(Decimal("1234.5")), "1.234,50\u00a0$"),
        (lambda: wording.dollars(Decimal("-0.005")), "\u22120,005\u00a0$"),
        (lambda: wording.people(3), "3 Personen"),
        (lambda: wording.posts(1284), "1.284 Beiträge"),
        (lambda: wording.duration(timedelta(minutes=12)), "etwa 12 Minuten"),
        (lambda: wording.ago(NOW - timedelta(hours=2), NOW), "2 h"),
        (lambda: wording.last_seen(NOW - timedelta(days=3), NOW), "3 Tage"),
        (lambda: wording.began(NOW - timedelta(days=100), NOW), "Dez. 2025"),
        (lambda: wording.month_and_day(NOW.date()), "31. März"),
        (lambda: wording.weekday(NOW.date()), "Di. 31. März"),
        (lambda: wording.clock(NOW, NOW), "15:20"),
        (lambda: wording.short_clock(NOW, NOW), "15:20"),
        (lambda: wording.moment_of(NOW, NOW), "Di. 15:20"),
        (lambda: wording.exactly(NOW, NOW), "Di. 31. März 2026, 15:20:07 UTC"),
    ],
)
def test_numbers_and_times_are_said_in_german(said, shown):
    assert said() == shown


@pytest.mark.usefixtures("german_window")
def test_the_day_of_a_near_post_has_no_year_and_is_never_broken():
    said = wording.in_words(name_near(Near("1", at=NOW), NOW))
    assert said == "ein älterer Beitrag vom 31.\u00a0März"


@pytest.mark.usefixtures("german_window")
def test_the_states_of_a_row_fit_their_columns_in_german(dressed, qapp):
    face, side = QFontMetricsF(qapp.font()), dressed.space("s") + ICON + ICON_GAP
    statuses = {status_sign(one).words for one in AllyStatus}
    answers = {answer_sign(one).words for one in Answer}
    widest = max(face.horizontalAdvance(words) for words in statuses)
    assert widest <= ALLY_WIDTHS[AllyColumn.STATUS] - side
    widest = max(face.horizontalAdvance(words) for words in answers)
    assert widest <= ALLY_WIDTHS[AllyColumn.FOLLOW_BACK] - side
    assert widest <= FINDING_WIDTHS[FindingColumn.ANSWER] - side


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "is:ally -is:repost min_likes:5",
            "Beiträge von Verbündeten, ohne Reposts, mindestens 5 Likes",
        ),
        ("from:nasw OR #SwHelper", "Beiträge von @nasw oder mit #SwHelper"),
        ("newer:1d since:2026-03-01", "Beiträge höchstens 1 Tag alt, ab 1. März 2026"),
        ("lang:es -(a b)", "Beiträge auf Spanisch, ohne „a“ oder ohne „b“"),
        ("lang:und -lang:qst", "Beiträge in unbekannter Sprache, nicht mit zu wenigen Wörtern"),
        ("since:2026-03-01T10:00", "Beiträge ab 1. März 2026 10:00"),
        ("until:2026-05-01T10:00:30Z", "Beiträge vor dem 1. Mai 2026 10:00:30 UTC"),
        ("since:2026-12-31T23:30-02:00", "Beiträge ab 1. Januar 2027 01:30 UTC"),
        ("", "alle Beiträge"),
    ],
)
def test_a_filter_speaks_german(german_window, text, words):
    assert wording.in_words(sentence(parse(text))) == words


def test_a_chip_speaks_german(german_window):
    shown = chips(parse("min_likes:1 min_reposts:2 min_replies:1 lang:und"))
    assert [wording.in_words(chip.words) for chip in shown] == [
        "ab 1 Like",
        "ab 2 Reposts",
        "ab 1 Antwort",
        "unbekannte Sprache",
    ]


def test_errors_speak_german_and_keep_what_people_wrote(german_window):
    said = speak("There is nothing to look for in “{value}”: write a word.", value="{x} %1")
    assert wording.told(FilterError(said, 0, 1)) == (
        "In „{x} %1“ ist nichts zu suchen: ein Wort schreiben."
    )
    with pytest.raises(FilterError) as unknown:
        parse("fom:x")
    assert str(unknown.value).startswith("There is no “fom:”")
    assert wording.told(unknown.value).startswith("„fom:“ gibt es nicht")


def test_why_no_keyring_keeps_a_sign_in_is_told_in_german(german_window, look, qtbot):
    page = DonePage(look, TERMS.asking)
    qtbot.addWidget(page)
    consequence = speak(THIS_SESSION)
    page.show_connected(Connected(CIRCLE, speak(NO_KEYRING, consequence=consequence)))
    assert page.unkept.accessibleName().startswith("Dieser Computer hat keinen Schlüsselbund")


def test_numbers_sums_and_days_within_a_sentence_are_german(german_window):
    full = speak(
        "“{name}” has more than {most:,} rows; cut it into several files and bring in one "
        "after the other. Nothing was written.",
        name="a.csv",
        most=100_000,
    )
    assert "mehr als 100.000 Zeilen" in wording.in_words(full)
    assert wording.in_words(in_dollars(Decimal("0.24"))) == "0,24\N{NO-BREAK SPACE}$"
    enough = speak_many(
        300,
        "{n} change in 24 hours is enough for X; the rest waits in the outbox and may go "
        "out from {moment:%d %B %H:%M} UTC on.",
        "{n} changes in 24 hours are enough for X; the rest waits in the outbox and may go "
        "out from {moment:%d %B %H:%M} UTC on.",
        moment=NOW,
    )
    assert wording.in_words(enough).endswith("kann ab 31. März 2026, 15:20 UTC hinaus.")
    pause = wording.told(pause_until(NOW))
    assert pause.startswith("X bittet um eine Pause bis 31. März 2026, 15:20 UTC;")


@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.usefixtures("german_window")
def test_every_sentence_of_the_core_can_be_said_of_what_fills_its_places(number):
    told = {source: forms for (where, source, _), forms in CATALOGUE.items() if where == "core"}
    assert len(told) > 500
    for source, forms in told.items():
        wishes = dict(re.findall(r"{(\w+)([^}]*)}", source))
        many = number if wishes.pop("n", None) is not None else -1
        for moment, other in itertools.product(MOMENTS, OTHERS):
            parts = {name: _filling(wish, moment, other) for name, wish in wishes.items()}
            said = wording.in_words(speak_many(many, source, source, **parts))
            assert source in forms or not re.search(r"{|2026-12|December", said), source


DATED = re.compile(r"(?:(?:Mo|Di|Mi|Do|Fr|Sa|So)\. )?\d{1,2}\. \w+\.? \d{4}|\b3\. Dezember")


@pytest.mark.usefixtures("german_window")
def test_no_sentence_of_the_core_is_cut_within_a_day():
    told = [source for where, source, _ in CATALOGUE if where == "core"]
    dated = 0
    for source in told:
        wishes = dict(re.findall(r"{(\w+)([^}]*)}", source))
        many = 2 if wishes.pop("n", None) is not None else -1
        for month, with_time in itertools.product(range(1, 13), (False, True)):
            day = datetime(2026, month, 3, 9, 5, tzinfo=UTC)
            moment = day if with_time else day.date()
            parts = {name: _filling(wish, moment, moment) for name, wish in wishes.items()}
            said = wording.in_words(speak_many(many, source, source, **parts))
            found = DATED.findall(said)
            dated += len(found)
            assert [one for half in wording.halves(said) for one in DATED.findall(half)] == found, (
                said
            )
    assert dated > 500


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        (
            "Das dauert bis Di. 31. März 2026. Wenn es eilt: später fragen.",
            ("Das dauert bis Di. 31. März 2026.", "Wenn es eilt: später fragen."),
        ),
        ("Seit 3. Dez. ist Ruhe; weiter.", ("Seit 3. Dez. ist Ruhe.", "Weiter.")),
        ("Seit Dez. 2025 ist Ruhe. Weiter.", ("Seit Dez. 2025 ist Ruhe.", "Weiter.")),
        ("Von Di. 15:20 an. Weiter.", ("Von Di. 15:20 an.", "Weiter.")),
        ("Es sind 12. Mehr gibt es nicht.", ("Es sind 12.", "Mehr gibt es nicht.")),
    ],
)
@pytest.mark.usefixtures("german_window")
def test_a_day_is_no_end_of_a_sentence_but_may_stand_at_one(sentence, parts):
    assert wording.halves(sentence) == parts


@pytest.mark.usefixtures("german_window")
def test_the_pause_that_x_asks_for_is_said_whole():
    what, rest = wording.halves(wording.told(pause_until(NOW)))
    assert what == "X bittet um eine Pause bis 31. März 2026, 15:20 UTC; danach weitermachen."
    assert rest


def _filling(wish, moment, other):
    """Return what may fill a place, by what the English sentence wants of it."""
    if wish.startswith((".", ":%")):
        return moment
    return {":,": 1234, ":open": speak("by allies")}.get(wish, other)


def test_what_has_no_translation_stays_english_around_what_has_one(german_window):
    assert wording.in_words(speak("see {what} there", what=speak("by allies"))) == (
        "see von Verbündeten there"
    )
    assert wording.in_words("A sentence of nobody.") == "A sentence of nobody."
    assert wording.told(ValueError(3)) == "3"


def test_reasons_for_noise_speak_german(german_window):
    many = NoiseReason(NoiseKind.HASHTAGS, 15, ("a", "b", "c", "d"))
    assert wording.in_words(many.words) == "Vier Hashtags"
    assert wording.in_words(many.short) == "vier Hashtags +15"
    bait = NoiseReason(NoiseKind.GIVEAWAY, 30, ("win", "prize", "like", "free"))
    assert wording.in_words(bait.words) == (
        "Wie ein Gewinnspiel formuliert: „win“, „prize“, „like“ und 1 weitere"
    )


def test_in_english_the_core_is_heard_as_it_speaks(qapp):
    assert wording.in_words(sentence(parse("is:ally"))) == "posts by allies"
    assert wording.quoted("so") == "“so”"


def test_the_last_of_several_words_is_joined_in_the_language(german_window):
    with pytest.raises(FilterError) as refused:
        parse("has:sound")
    assert wording.told(refused.value).endswith("media, mentions oder video.")


def test_who_of_a_table_is_left_out_is_told_in_german(german_window):
    table = Arrival(Brought(2, "@ben", "ben"), "@ben", RowFate.LEFT, SAID_OUT)
    assert list(left_words(TakenIn((), Preview((table,))))) == [
        "@ben kam nicht ins Buch: laut Tabelle ausgetragen; im Buch eintragen, damit es für immer "
        "gilt."
    ]
