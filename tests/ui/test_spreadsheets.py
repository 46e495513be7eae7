"""Excel reads the cells of a .csv apart by the sign that the numbers of the computer leave free."""

import pytest
from PySide6.QtCore import QLocale

from allybook.ui.spreadsheets import between_cells

SIGNS = {"de_DE": ";", "fr_FR": ";", "es_ES": ";", "de_CH": ",", "en_GB": ",", "C": ","}


@pytest.mark.parametrize("name", SIGNS)
def test_where_numbers_have_a_comma_cells_have_a_semicolon(name):
    assert between_cells(QLocale(name)) == SIGNS[name]
