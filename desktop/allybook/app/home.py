"""The languages of whoever sits here, as the system tells."""

from __future__ import annotations

import locale
import sys
from functools import lru_cache

ENGLISH = "en"


@lru_cache(maxsize=1)
def home_languages() -> tuple[str, ...]:
    """Return the system's language and English, as X's codes."""
    found = _system_language().lower()
    return tuple(dict.fromkeys((found, ENGLISH))) if found else (ENGLISH,)


def _system_language() -> str:
    """Return the two or three letters of the system's language, or ``""`` where it tells none."""
    if sys.platform == "win32":
        from ctypes import windll

        told = locale.windows_locale.get(windll.kernel32.GetUserDefaultUILanguage(), "")
    else:
        told = locale.getlocale()[0] or ""
    code = told.partition("_")[0]
    return code if code.isalpha() and code.islower() else ""
