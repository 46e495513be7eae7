"""Catalogues are read from their sources, and what is not translated stays English."""

import pytest
from PySide6.QtCore import QCoreApplication, QLocale

from allybook.ui.language import Catalogue, find_catalogue, read_catalogue

SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en_US">
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
