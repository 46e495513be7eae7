"""The words that call for care, read from the plain files that Allybook comes with."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from allybook.app.ground import resource_folder

if TYPE_CHECKING:
    from allybook.domain.care.lexicon import Lexicon


@lru_cache(maxsize=1)
def read_lexicon() -> Lexicon:
    """Return the word lists of all languages: people write in several."""
    from allybook.domain.care.lexicon import read

    files = sorted((resource_folder() / "care").glob("*.toml"))
    return read({file.stem: file.read_text(encoding="utf-8") for file in files})
