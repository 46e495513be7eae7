"""What the chats tab does on this computer: nominate, save the record, bring a file in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct
from PySide6.QtCore import QLocale

from allybook.domain.book.entry import Status
from allybook.services.chats.shared import nominees_of
from allybook.services.chats.transcribe import as_html, as_markdown, transcript
from allybook.services.imports.own import is_out_of_place
from allybook.services.imports.tagged import import_tagged
from allybook.services.people.nominate import nominate
from allybook.ui.spreadsheets import between_cells

if TYPE_CHECKING:
    from pathlib import Path

    from allybook.domain.chat.summary import Chat
    from allybook.ports.surroundings import Ticket
    from allybook.services.chats.transcribe import Transcript
    from allybook.services.desk import Desk
    from allybook.services.imports.run import Imported

COLUMNS = ("at", "author", "author_id", "question", "text", "post_id")
TEXTS = {".html": as_html, ".md": as_markdown, ".txt": as_markdown}


class Proposed(Struct, frozen=True):
    """What came of nominating: how many entries were new, how many wait now, in which book."""

    new: int
    waiting: int
    book: str


class FileBrought(Struct, frozen=True):
    """What came of a file, and the hashtag that most of its posts carry."""

    imported: Imported
    hashtag: str


def to_inbox(desk: Desk, chat: Chat) -> Proposed:
    """Nominate all whom a chat shared for the current book; writes on this computer only."""
    book = desk.book()
    nominees = nominees_of(desk, book, chat)
    written = nominate(desk, book, nominees)
    keys = {one.key for one in nominees}
    waiting = [one for one in book.allies() if one.status is Status.NOMINATED and one.key in keys]
    return Proposed(len(written), len(waiting), book.info.name)


def save_record(desk: Desk, chat: Chat, path: Path) -> Transcript:
    """Write the posts of a chat as a page, as text (Markdown) or as a table; return them."""
    told = transcript(desk, chat)
    if make := TEXTS.get(path.suffix.lower()):
        desk.exporter.write_text(path, make(desk, chat))
        return told
    rows = [
        {
            "at": one.at.isoformat(),
            "author": one.author,
            "author_id": one.author_id,
            "question": one.question,
            "text": one.text,
            "post_id": one.post_id,
        }
        for one in told.lines
    ]
    desk.exporter.write(path, COLUMNS, rows, excel=between_cells(QLocale.system()))
    return told


def import_posts(desk: Desk, path: Path, ticket: Ticket) -> FileBrought | None:
    """Read a file into the cache, and find the chat in it; None where it has no place here."""
    if is_out_of_place(desk, path):
        return None
    imported, hashtag = import_tagged(desk, path, ticket)
    return FileBrought(imported, hashtag)
