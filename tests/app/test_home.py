"""Who chose no languages has those of the system, as X writes them."""

from __future__ import annotations

import pytest

from allybook.app.home import home_languages, languages_of
from allybook.domain.filters.languages import OTHER_CODES
from allybook.domain.noise import Judgement
from allybook.domain.noise.languages import read_languages


@pytest.mark.parametrize("code", [*filter(str.isalpha, OTHER_CODES)])
def test_posts_in_the_language_of_the_system_are_in_ones_own(code):
    """Norwegian systems say ``nb_NO``, Filipino ones ``fil_PH``; X writes ``no`` and ``tl``."""
    home = languages_of(f"{code}_XX")
    assert home == (OTHER_CODES[code], "en")
    assert not Judgement(languages=read_languages("", home)).is_foreign(OTHER_CODES[code])


@pytest.mark.parametrize(
    ("told", "languages"),
    [
        ("de_AT.UTF-8", ("de", "en")),
        ("en_US", ("en",)),
        ("zh_Hant_TW", ("zh", "en")),
        ("", ("en",)),
        ("C", ("en",)),
        ("English_United States", ("en",)),
    ],
)
def test_what_systems_say(told, languages):
    assert languages_of(told) == languages


def test_this_system_says_nothing_that_x_writes_otherwise():
    assert home_languages()[-1] == "en"
    assert OTHER_CODES.keys().isdisjoint(home_languages())
