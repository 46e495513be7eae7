"""What a file is, whatever it is called."""

import json
import os

import pytest

from allybook.domain.errors import UnreadableFile
from allybook.files.book_copy import write_book
from allybook.files.recognise import FileImporters
from allybook.files.sheaf import FULL
from allybook.ports.books import BookCopy, BookInfo
from tests.files.archives import ACCOUNT, write_folder, write_zip
from tests.files.reading import Reading


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
        (b"GIF89a\1\0", "a picture"),
        (b"%PDF-1.7\n%\xe2\xe3", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older or locked Word or Excel file"),
        (rb"{\rtf1\ansi @NestLine}", "a rich text"),
        (b"SQLite format 3\0\x10\0", "a database"),
        (b"MZ\x90\0\3\0\0\0", "a program"),
        (b"\x7fELF\2\1\1\0", "a program"),
        (b"7z\xbc\xaf\x27\x1c", "unpack it first"),
        (b"\x1f\x8b\x08\0\0\0\0\0\0\3\3\0\0\0\0\0\0\0\0\0", "unpack it first"),
        (b"\x1f\x8b\x08garbage", "packed and damaged"),
        (b"<!DOCTYPE html><html>@NestLine", "a web page"),
        (b"<?xml version='1.0'?><a>@NestLine</a>", "an XML file"),
        (b"window.YTD.follower.part0 = []", "give the whole archive"),
        (b"\xef\xbb\xbfwindow.__THAR_CONFIG = {}", "give the whole archive"),
        (b'{"name": "something", "version": 3}', "JSON of another kind"),
        (b'[\n  {"title": "1", "body": "a"}\n]', "JSON of another kind"),
        (b'{\n "data": []\n}', "JSON of another kind"),
        (bytes(range(256)) * 20, "no text"),
        (b"Nothing to see here.\nReally not.\n", "without any handle"),
        (b"name,city\nAna Brook,New Town\nBen Ash,Old Town\n", "without any handle"),
    ],
)
def test_other_files_are_named_in_one_sentence(tmp_path, data, said):
    path = tmp_path / "allies.csv"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=said) as raised:
        FileImporters().recognise(path)
    assert "allies.csv" in str(raised.value)
    assert str(raised.value).endswith(".")


def test_a_copy_of_a_book_says_where_it_is_opened(tmp_path):
    path = tmp_path / "Harbour.allybook"
    write_book(path, BookCopy(BookInfo("book", "Harbour"), ()))
    with pytest.raises(UnreadableFile, match="open it under Allies, or merge it with “allybook"):
        FileImporters().recognise(path)


def test_what_is_not_there_is_said(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        FileImporters().recognise(tmp_path / "nowhere.zip")


def test_a_folder_without_an_archive_is_said(tmp_path):
    with pytest.raises(UnreadableFile, match="holds no X archive"):
        FileImporters().recognise(tmp_path)


def test_what_is_no_file_at_all_is_left_alone(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(UnreadableFile, match="no file"):
        FileImporters().recognise(pipe)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("@NestLine\n@OakDesk\n", "handles"),
        ("Thanks to @NestLine, @OakDesk and others.\n", "handles"),
        ("[Nest](https://x.com/NestLine)\n", "handles"),
        ("nest_line\noak_desk\n", "handles"),
        ("handle\nnest_line\n", "csv"),
        ("name,handle\nNest,nest_line\n", "csv"),
        ('oops\n{"id": "1", "author_id": "2", "text": "@NestLine"}\n', "twarc"),
        ('{"id": oops\n{"id": "1", "author_id": "2", "text": "@NestLine"}\n', "twarc"),
        ('\ufeff{"meta": {"result_count": 0}}\n{"data": []}\n', "twarc"),
    ],
)
def test_text_is_told_by_what_stands_in_it(tmp_path, text, kind):
    path = tmp_path / "holiday.jpg"
    path.write_text(text, encoding="utf-8")
    assert FileImporters().recognise(path).kind == kind


def test_archives_are_told_by_what_lies_in_them(tmp_path):
    zipped = write_zip(tmp_path / "holiday.csv", {"account.js": ACCOUNT})
    folder = write_folder(tmp_path / "deep" / "deeper", {"account.js": ACCOUNT})
    for path in (zipped, folder, folder.parent, tmp_path):
        assert FileImporters().recognise(path).kind == "x-archive"


def test_a_text_gives_its_names_once_and_reports_lines_without_any(tmp_path):
    path = tmp_path / "allies.txt"
    path.write_text(
        "Our allies:\n@NestLine and #SwHelper\nnestline\nana@nest.example\n\n1626918223349149697\n",
        encoding="utf-8",
    )
    read = Reading(path)
    assert read.handles == ["NestLine"]
    assert read.hashtags == ["SwHelper"]
    assert [account.user_id for account in read.accounts] == ["1626918223349149697"]
    assert [line for _, line in read.lines] == [1, 4]


def test_five_thousand_names_come_in_lumps(tmp_path):
    path = tmp_path / "allies.txt"
    path.write_text("".join(f"@name_{number}\n" for number in range(5000)), encoding="utf-16")
    read = Reading(path)
    assert len(set(read.handles)) == 5000
    assert max(len(lump.handles) for lump in read.lumps) == FULL


def test_a_line_may_be_anything(tmp_path):
    path = tmp_path / "chat.jsonl"
    good = json.dumps({"id": "1", "author_id": "2", "text": "a", "created_at": "2023-02-18"})
    path.write_text(f'{good}\n[]\n3\nnull\n"a"\n{{}}\n', encoding="utf-8")
    read = Reading(path)
    assert len(read.posts) == 1
    assert [line for _, line in read.lines] == [2, 3, 4, 5, 6]
