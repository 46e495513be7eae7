"""Zips that are truncated, hostile or something else."""

import io
import random
import stat
import struct
import warnings
import zipfile

import pytest

from allybook.domain.check.followback import Side
from allybook.domain.errors import UnreadableFile
from allybook.files import bounds
from allybook.files.bounds import MEBIBYTE
from tests.files.archives import ACCOUNT, followers, script, write_zip
from tests.files.reading import Reading

GOOD = {"account.js": ACCOUNT, "follower.js": followers("11", "12")}


@pytest.fixture
def path(tmp_path):
    return write_zip(tmp_path / "a.zip", GOOD)


def add(path, name, data=b"window.YTD.x = []", **facts):
    """Add an entry that zipfile would not write by itself."""
    entry = zipfile.ZipInfo(name)
    for fact, value in facts.items():
        setattr(entry, fact, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr(entry, data)


def test_a_truncated_zip_is_one_clear_error(path):
    whole = path.read_bytes()
    for size in (4, len(whole) // 2, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(UnreadableFile, match="download it again"):
            Reading(path)


@pytest.mark.parametrize(
    "name",
    [
        "../data/following.js",
        "data/../../data/following.js",
        "/data/following.js",
        "C:/data/following.js",
        "..\\data\\following.js",
        "data//following.js",
    ],
)
def test_names_that_point_outside_are_left_alone_and_reported(path, name):
    add(path, name, script("following.js", []))
    read = Reading(path)
    assert read.follows(Side.FOLLOWING) is None
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert [
        (line, "points out" in record.why)
        for (_, line), record in zip(read.lines, read.bad, strict=True)
    ] == [(0, True)]


def test_a_zip_made_on_windows_is_read(tmp_path):
    path = tmp_path / "a.zip"
    add(path, "twitter\\data\\account.js", script("account.js", ACCOUNT))
    add(path, "twitter\\data\\follower.js", script("follower.js", followers("11")))
    assert Reading(path).follows(Side.FOLLOWERS) == ["11"]


def test_links_are_left_alone(path):
    add(path, "data/following.js", b"/etc/passwd", external_attr=(stat.S_IFLNK | 0o777) << 16)
    read = Reading(path)
    assert read.follows(Side.FOLLOWING) is None
    assert read.lines == [("data/following.js", 0)]


def test_the_second_of_two_files_of_one_name_is_left_alone(path):
    add(path, "data/follower.js", script("follower.js", followers("66")))
    read = Reading(path)
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert read.lines == [("data/follower.js", 0)]


def test_a_folder_of_mac_leftovers_is_no_archive(path):
    add(path, "__MACOSX/data/follower.js", b"rubbish")
    add(path, "__MACOSX/data/._follower.js", b"rubbish")
    read = Reading(path)
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert read.bad == []


def test_a_locked_zip_says_so(path):
    data = bytearray(path.read_bytes())
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 1)
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match="locked with a password"):
        Reading(path)


def test_odd_ways_of_packing_are_left_alone(path):
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("data/following.js", b"[]" * 99, zipfile.ZIP_BZIP2)
        archive.writestr("data/tweets.js", b"[]" * 99, zipfile.ZIP_LZMA)
    read = Reading(path)
    assert read.follows(Side.FOLLOWERS) == ["11", "12"]
    assert {where for where, _ in read.lines} == {"data/following.js", "data/tweets.js"}


def test_a_wrong_checksum_is_reported_and_what_came_before_is_kept(path):
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo("data/follower.js").header_offset
    for mark, place in ((b"PK\x03\x04", 14), (b"PK\x01\x02", 16)):
        last = at if mark == b"PK\x03\x04" else data.rfind(mark)
        struct.pack_into("<I", data, last + place, 0xDEADBEEF)
    path.write_bytes(data)
    read = Reading(path)
    assert read.owner is not None
    assert [where for where, _ in read.lines] == ["data/follower.js"]
    assert "CRC" in read.bad[0].why


def test_a_bomb_stops_early_whatever_its_headers_say(tmp_path, path):
    size = bounds.FREE + 8 * MEBIBYTE
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data/tweets.js", b"window.YTD.tweets.part0 = [" + b" " * size)
    assert path.stat().st_size < size // 500
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        Reading(path)


def test_many_small_bombs_share_one_allowance(tmp_path):
    path = write_zip(tmp_path / "a.zip", GOOD)
    part = b"window.YTD.tweets.part0 = [" + b" " * (bounds.FREE // 2)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        for number in range(1, 4):
            archive.writestr(f"data/tweets-part{number}.js", part)
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        Reading(path)


def test_a_table_of_contents_that_fills_the_memory_is_refused(tmp_path):
    path = tmp_path / "a.zip"
    size = 40 * MEBIBYTE
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65535, 65535, size, 0, 0)
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(size)
        file.seek(size)
        file.write(end)
    with pytest.raises(UnreadableFile, match="lists more files"):
        Reading(path)


@pytest.mark.parametrize(
    ("inside", "said"),
    [
        ("word/document.xml", "a Word document"),
        ("xl/workbook.xml", "Excel workbook"),
        ("ppt/presentation.xml", "a PowerPoint file"),
        ("content.xml", "a LibreOffice file"),
        ("archive.zip", "another zip in it"),
        ("holiday.jpg", "no X archive"),
        ("data/other.js", "no X archive"),
        ("../data/follower.js", "no X archive"),
    ],
)
def test_other_zips_are_named_in_one_sentence(tmp_path, inside, said):
    path = tmp_path / "some.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(inside, b"PK")
    with pytest.raises(UnreadableFile, match=said):
        Reading(path)


def test_a_damaged_zip_never_raises_anything_else(tmp_path, path):
    whole = path.read_bytes()
    chance = random.Random(3)  # noqa: S311 - which bytes to spoil
    hurt = tmp_path / "hurt.zip"
    outcomes = set()
    for _ in range(400):
        data = bytearray(whole)
        for _ in range(chance.randrange(1, 5)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        hurt.write_bytes(data)
        try:
            outcomes.add(len(Reading(hurt).lumps) > 0)
        except UnreadableFile as error:
            outcomes.add(str(error).endswith("."))
    assert outcomes == {True}


def test_nothing_is_unpacked_to_the_disk(tmp_path, path):
    before = sorted(tmp_path.rglob("*"))
    Reading(path)
    assert sorted(tmp_path.rglob("*")) == before


def test_a_zip_in_a_zip_is_never_opened(tmp_path, path):
    inner = io.BytesIO(path.read_bytes())
    outer = write_zip(tmp_path / "outer.zip", {"account.js": ACCOUNT})
    with zipfile.ZipFile(outer, "a") as archive:
        archive.writestr("data/follower.js", inner.getvalue())
    read = Reading(outer)
    assert read.follows(Side.FOLLOWERS) is None
    assert read.lines == [("data/follower.js", 1)]
