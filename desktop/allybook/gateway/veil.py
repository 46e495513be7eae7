"""What hides secrets in the words of a server, should it ever echo what it was sent."""

from __future__ import annotations

from threading import Lock
from urllib.parse import quote

SHOWN = "[token]"


class SecretVeil:
    """Knows the secrets that went out, and takes them out of a text.

    It forgets none of them: a server may echo an old token after the new one is in use. May be
    shared by threads.
    """

    def __init__(self, *secrets: str) -> None:
        self._forms: frozenset[str] = frozenset()
        self._lock = Lock()
        self.cover(*secrets)

    def __repr__(self) -> str:
        return "Veil(…)"

    def cover(self, *secrets: str) -> None:
        """Hide these from now on, as they are and as they stand in addresses."""
        forms = {form for word in secrets if word for form in (word, quote(word, safe=""))}
        with self._lock:
            self._forms |= forms

    def hide(self, text: str) -> str:
        """Return text without the secrets; the longest first, as one may hold another."""
        for form in sorted(self._forms, key=len, reverse=True):
            text = text.replace(form, SHOWN)
        return text
