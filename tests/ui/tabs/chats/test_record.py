"""The record of a chat goes to a file, whole but for what private people wrote."""

from __future__ import annotations

import csv

import pytest

from allybook.domain.people.accounts import Account
from allybook.services.chats.transcribe import as_markdown


def test_the_record_is_saved_whole(room, tmp_path):
    room.capture()
    path = tmp_path / "record.csv"
    room.tab.filing.save(room.tab.chat, path)
    room.until(lambda: not room.tab.note.isHidden())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len(room.tab.chat.posts)
    assert {row["question"] for row in rows} >= {"Q1", "A3"}


@pytest.mark.parametrize("form", ["md", "txt"])
def test_the_record_as_text_has_what_was_said(room, tmp_path, form):
    room.capture()
    path = tmp_path / f"record.{form}"
    room.tab.filing.save(room.tab.chat, path)
    room.until(lambda: not room.tab.note.isHidden())
    told = path.read_text(encoding="utf-8")
    assert told.strip() == as_markdown(room.desk, room.tab.chat).strip()


def test_a_record_leaves_private_people_out_and_says_so(room, tmp_path):
    room.capture()
    chat = room.tab.chat
    shy = chat.posts[-1].author_id
    # X tells of it while the chat is open.
    closed = Account(shy, "shy_one", private=True)
    room.desk.cache.save_accounts([closed], room.desk.clock.now())
    path = tmp_path / "record.csv"
    room.tab.filing.save(chat, path)
    room.until(lambda: not room.tab.note.isHidden())
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    left = sum(post.author_id == shy for post in chat.posts)
    assert len(rows) == len(chat.posts) - left
    assert shy not in {row["author_id"] for row in rows}
    words = "1 post" if left == 1 else f"{left} posts"
    assert f"Of private accounts, and left out: {words}." in room.tab.note.accessibleName()


def test_a_record_that_cannot_be_saved_is_told(room, tmp_path):
    room.capture()
    room.tab.filing.save(room.tab.chat, tmp_path / "nowhere" / "record.csv")
    room.until(lambda: not room.tab.note.isHidden())
    assert room.tab.note.accessibleName()
    assert not (tmp_path / "nowhere").exists()
