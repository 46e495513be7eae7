"""The words of the window in another language, read from Qt's translation sources as they are.

Qt itself loads compiled catalogues only. These are small, and reading them at the start (some
milliseconds) keeps generated files out of the house.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTranslator

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from PySide6.QtCore import QObject

Key = tuple[str, str, str]
Forms = tuple[str, ...]


class Catalogue(QTranslator):
    """Translates by context, source text and remark; what it does not know stays English."""

    def __init__(self, forms: Mapping[Key, Forms], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._forms = forms

    def translate(
        self, context: str, source: str, remark: str | None = None, number: int = -1
    ) -> str | None:
        """Return the words, or None where there are none."""
        known = self._forms.get((context, source, remark or "")) or self._forms.get(
            (context, source, "")
        )
        if not known:
            return None
        plural = len(known) > 1 and number != 1
        return known[1 if plural else 0]

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        """Return whether there is nothing in it; Qt does not ask empty catalogues."""
        return not self._forms


def read_catalogue(path: Path) -> Mapping[Key, Forms]:
    """Return the finished translations of a ``.ts`` file, one form or a singular and a plural."""
    from xml.etree import ElementTree as Tree  # noqa: PLC0415 (no English window reads any)

    forms: dict[Key, Forms] = {}
    for context in Tree.fromstring(path.read_bytes()).iter("context"):  # noqa: S314 (our own file)
        name = context.findtext("name", "")
        for message in context.iter("message"):
            found = _forms(message)
            if found:
                key = (name, message.findtext("source", ""), message.findtext("comment", ""))
                forms[key] = found
    return forms


def find_catalogue(folder: Path, locale: QLocale | None = None) -> Catalogue | None:
    """Return the catalogue for the person's language; None where English will do."""
    language = (locale or QLocale()).name().partition("_")[0]
    path = folder / f"allybook_{language}.ts"
    return Catalogue(read_catalogue(path)) if path.is_file() else None


def _forms(message: Element) -> Forms:
    translation = message.find("translation")
    if translation is None or translation.get("type"):
        return ()
    plurals = tuple(form.text or "" for form in translation.iter("numerusform"))
    every = plurals or ((translation.text or ""),)
    return every if all(every) else ()
