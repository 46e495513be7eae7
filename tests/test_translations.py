"""The gathering of the window's words, and what the catalogues of this house hold."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as Tree

import pytest

from allybook.ui.language import read_catalogue

ROOT = Path(__file__).parents[1]
CATALOGUES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
# %new and %old are names of their own, and no %n with letters behind it.
PLACES = re.compile(r"%(?:\d|[a-z]+)")

SHELF = """
from allybook.ui.wording import translate

class Shelf(QWidget):
    def words(self):
        return self.tr("Book"), self.tr("%n posts", "", len(self.posts))

def names(people):
    return translate("shelf", "%n <names>", "on a spine", people.number), translate("shelf", "Old")
"""

CORE = """
from allybook.domain.spoken import speak, speak_many

NOTHING: Pattern = "Nothing was read."
_COUNTED: Mapping[str, Plural] = {"likes": ("{n} like", "{n} likes")}
_NAMES: Mapping[str, tuple[Pattern, Pattern]] = {"no words": ("with {a}", "without {a}")}

def refuse(name, kind: Pattern):
    raise TooMany(speak("{name} is {kind}.", name=name, kind=speak(kind)))

def check(name):
    if not name:
        refuse(name, "no name")
    raise TooMany("It is full.")
"""
ERRORS = """
class TooMany(Exception):
    pass
"""


@pytest.fixture
def house(tmp_path):
    """A small house with its own copy of the script, one module and an empty catalogue."""
    script = tmp_path / "packaging" / "translations.py"
    window = tmp_path / "desktop" / "allybook" / "ui"
    catalogues = tmp_path / "resources" / "translations"
    for folder in (script.parent, window, catalogues):
        folder.mkdir(parents=True)
    shutil.copy(ROOT / "packaging" / "translations.py", script)
    (window / "shelf.py").write_text(SHELF, encoding="utf-8")
    (catalogues / "allybook_de.ts").write_text("", encoding="utf-8")
    return tmp_path


def gather(house, *options):
    script = house / "packaging" / "translations.py"
    command = [sys.executable, str(script), *options]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def catalogue(house):
    return house / "resources" / "translations" / "allybook_de.ts"


def rewrite(path, before, after):
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def messages(path):
    return list(Tree.parse(path).iter("message"))  # noqa: S314 (our own file)


def test_words_are_gathered_with_their_place_their_remark_and_their_plural(house):
    assert gather(house).returncode == 0
    found = {
        (context.findtext("name"), one.findtext("source"), one.findtext("comment")): one
        for context in Tree.parse(catalogue(house)).iter("context")  # noqa: S314 (our own file)
        for one in context.iter("message")
    }
    assert list(found) == [
        ("Shelf", "%n posts", None),
        ("Shelf", "Book", None),
        ("shelf", "%n <names>", "on a spine"),
        ("shelf", "Old", None),
    ]
    plural = [one.get("numerus") for one in found.values()]
    assert plural == ["yes", None, "yes", None]
    forms = [len(list(one.iter("numerusform"))) for one in found.values()]
    assert forms == [2, 0, 2, 0]


def test_a_second_run_changes_nothing(house):
    gather(house)
    before = catalogue(house).read_bytes()
    assert gather(house).returncode == 0
    assert catalogue(house).read_bytes() == before
    assert b"<location" not in before


def test_what_is_translated_stays_and_what_is_gone_goes(house):
    gather(house)
    unfinished = '<translation type="unfinished"></translation>'
    book = "<source>Book</source>\n        "
    rewrite(catalogue(house), book + unfinished, book + "<translation>Buch &amp; so</translation>")
    old = "<source>Old</source>\n        "
    rewrite(catalogue(house), old + unfinished, old + "<translation>Alt</translation>")
    rewrite(house / "desktop" / "allybook" / "ui" / "shelf.py", '"Old"', '"New"')
    gather(house)
    assert read_catalogue(catalogue(house)) == {("Shelf", "Book", ""): ("Buch & so",)}
    assert {one.findtext("source") for one in messages(catalogue(house))} >= {"New", "%n posts"}
    assert "Alt" not in catalogue(house).read_text(encoding="utf-8")


def test_a_check_says_how_to_mend_a_stale_catalogue_and_leaves_it_alone(house):
    checked = gather(house, "--check")
    assert checked.returncode == 1
    assert "allybook_de.ts" in checked.stderr
    assert "make translations" in checked.stderr
    assert catalogue(house).read_bytes() == b""
    gather(house)
    assert gather(house, "--check").returncode == 0


def test_a_check_fails_where_there_is_no_catalogue(house):
    catalogue(house).unlink()
    checked = gather(house, "--check")
    assert checked.returncode == 1
    assert "no catalogue" in checked.stderr


@pytest.mark.parametrize(
    "call",
    [
        'page.tr("Book")',
        "self.tr(words)",
        'self.tr("one" if book else "two")',
        'translate("shelf", "%n posts", n=3)',
    ],
)
def test_words_that_cannot_be_gathered_are_named_with_their_line(house, call):
    rewrite(house / "desktop" / "allybook" / "ui" / "shelf.py", 'self.tr("Book")', call)
    checked = gather(house, "--check")
    assert checked.returncode == 1
    assert "shelf.py, line 6" in checked.stderr


@pytest.fixture
def core(house):
    """A small house with a core that says something."""
    domain = house / "desktop" / "allybook" / "domain"
    domain.mkdir()
    (domain / "errors.py").write_text(ERRORS, encoding="utf-8")
    (domain / "names.py").write_text(CORE, encoding="utf-8")
    return house


def test_what_the_core_says_is_gathered_from_calls_tables_and_errors(core):
    assert gather(core).returncode == 0
    found = {
        one.findtext("source"): one.get("numerus")
        for context in Tree.parse(catalogue(core)).iter("context")  # noqa: S314 (our own file)
        for one in context.iter("message")
        if context.findtext("name") == "core"
    }
    assert found == {
        "Nothing was read.": None,
        "{n} likes": "yes",
        "with {a}": None,
        "without {a}": None,
        "{name} is {kind}.": None,
        "no name": None,
        "It is full.": None,
    }


@pytest.mark.parametrize(
    "words", ['f"{name} is full."', '"It is " + name', '"one" if name else "two"']
)
def test_an_error_put_together_on_the_spot_is_named_with_its_line(core, words):
    rewrite(core / "desktop" / "allybook" / "domain" / "names.py", '"It is full."', words)
    checked = gather(core, "--check")
    assert checked.returncode == 1
    assert "names.py, line 14" in checked.stderr
    assert "speak(pattern, part=...)" in checked.stderr


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_what_the_core_says_can_be_filled_in_every_language(path):
    told = [
        (source, form)
        for (context, source, _), forms in read_catalogue(path).items()
        for form in forms
        if context == "core"
    ]
    assert len(told) > 500
    torn = [(source, form) for source, form in told if not places(form) <= places(source)]
    assert torn == []


def places(pattern):
    """Return the names of the places in a pattern of the core."""
    return {re.split(r"[.!:]", name)[0] for name in re.findall(r"{([^}]*)}", pattern)}


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_translated_whole(path):
    assert len(read_catalogue(path)) == len(messages(path))


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_translation_has_the_places_of_its_source(path):
    torn = [
        (source, form)
        for (context, source, _), forms in read_catalogue(path).items()
        for form in forms
        if context != "core" and sorted(PLACES.findall(source)) != sorted(PLACES.findall(form))
    ]
    assert torn == []


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_every_translation_ends_as_its_source_does(path):
    torn = [
        (source, form)
        for (_, source, remark), forms in read_catalogue(path).items()
        for form in forms
        if not remark and _end(source) != _end(form)
    ]
    assert torn == []


def _end(text):
    return text[-1] if text[-1] in ".?:… " else ""


# "Sie" within a sentence is somebody who is spoken to; at its beginning it may be "they".
SPOKEN_TO = re.compile(r"[\w,] (?:Sie|Ihr\w*|Ihnen)\b|\b[Dd](?:u|ich|ir|eine?\w?)\b")


def test_german_speaks_to_nobody():
    catalogue = read_catalogue(CATALOGUES[0])
    told = [form for forms in catalogue.values() for form in forms if SPOKEN_TO.search(form)]
    assert len(catalogue) > 1000
    assert told == []


# What decision 0006 has another word for, and words that were of one gender or none's.
OTHER_WORDS = re.compile(
    r"Nutzer-I[dD]|Konto-ID|Verbündetes|\bFolgende[nr]?\b|Gefolgter|Erwähnung|Autor(?:en)?\b"
    r"|\bstillen Ordner|festhalten|verborgen|Mal weitergegeben|in die Liste|\bLeuten?\b"
    r"|Schaltfläche"
)


def test_one_thing_has_one_german_word():
    catalogue = read_catalogue(CATALOGUES[0])
    told = [form for forms in catalogue.values() for form in forms if OTHER_WORDS.search(form)]
    assert told == []
    before = read_catalogue(CATALOGUES[0])[("core", "before {moment}", "")]
    assert before == ("vor dem {moment}",)
