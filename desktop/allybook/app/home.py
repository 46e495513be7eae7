"""The languages of whoever sits here, as the system tells."""

from __future__ import annotations

import locale
import sys
from functools import lru_cache

from allybook.domain.filters.languages import OTHER_CODES

ENGLISH = "en"


@lru_cache(maxsize=1)
def home_languages() -> tuple[str, ...]:
    """Return the system's language and English, as X's codes."""
    return languages_of(_system_locale())


def languages_of(place: str) -> tuple[str, ...]:
    """Return the language of a place as systems write it (``nb_NO``) and English, as X's codes.

    English alone where they tell no language by its two or three letters.
    """
    code = place.partition("_")[0]
    told = (OTHER_CODES.get(code, code),) if code.isalpha() and code.islower() else ()
    return tuple(dict.fromkeys((*told, ENGLISH)))


def _system_locale() -> str:
    """Return the language and the place that the system tells, or ``""``."""
    if sys.platform == "win32":
        from ctypes import windll

        return locale.windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
    return locale.getlocale()[0] or ""
