"""Look for secrets in bytes and files, in every form that a program could have written them."""

import json
from base64 import b64encode, urlsafe_b64encode
from contextlib import closing
from urllib.parse import quote, quote_plus

import apsw

PIECE = 16
"""Letters of the beginning or the end of a secret that would be too much already."""


def forms(secret):
    """Return what to look for: the text itself, encoded, in other alphabets, and cut off."""
    texts = {secret, quote(secret, safe=""), quote_plus(secret), json.dumps(secret)[1:-1]}
    texts |= {secret[:PIECE], secret[-PIECE:], repr(secret)[1:-1], secret.encode().hex()}
    found = {text.encode() for text in texts}
    found |= {text.encode(code) for text in (secret, secret[:PIECE]) for code in WIDE}
    return found | set(_in_base64(secret.encode())) | set(_in_base64(secret.encode("utf-16-le")))


WIDE = ("utf-16-le", "utf-16-be", "utf-32-le")


def _in_base64(data):
    """Return how data looks inside of a longer base64 text, at each of the three places."""
    for shift in range(3):
        for encode in (b64encode, urlsafe_b64encode):
            text = encode(bytes(shift) + data)
            start = (shift * 8 + 5) // 6
            yield text[start : len(text) // 4 * 4 - 4]


def leaks_in(data, secrets):
    """Return which secrets are in some bytes."""
    return [secret for secret in secrets if any(form in data for form in forms(secret))]


def leaks_below(folder, secrets):
    """Return path and secret of everything that was found in the files of a folder."""
    return [
        (str(path.relative_to(folder)), secret)
        for path in folder.rglob("*")
        if path.is_file()
        for data in (path.read_bytes(), _rows_of(path))
        for secret in leaks_in(data, secrets)
    ]


def _rows_of(path):
    """Return all values of a database: pages may cut a text in two where the file is read raw."""
    if path.suffix != ".sqlite3":
        return b""
    with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
        ).fetchall()
        return b"\n".join(
            value if isinstance(value, bytes) else str(value).encode()
            for (table,) in tables
            for row in connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 (our own tables)
            for value in row
        )
