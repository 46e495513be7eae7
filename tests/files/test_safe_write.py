"""Files are written whole or not at all."""

import errno
import json
import stat
import subprocess
import sys

import pytest

from allybook.domain.errors import BadInput, StorageError
from allybook.files.out.csv_out import write_csv
from allybook.files.out.export import FileExporter
from allybook.files.out.json_out import write_json
from allybook.files.safe_write import write_whole

ROWS = [
    {"handle": "NestLine", "user_id": "11", "tags": ["beds", "food"], "note": None},
    {"handle": "#SwHelper", "user_id": "", "tags": [], "note": "=1"},
]
COLUMNS = ("handle", "user_id", "tags", "note")


def failing(error):
    """Yield one row, then fail as a disk would."""
    yield ["a"]
    raise error


def test_a_file_takes_the_place_of_the_old_one(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    with write_whole(path) as file:
        file.write(b"new")
        assert path.read_text(encoding="utf-8") == "old"
    assert path.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_to_the_file(tmp_path):
    real, link = tmp_path / "real.txt", tmp_path / "link.txt"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    with write_whole(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EROFS, "can only be read"),
        (errno.EACCES, "may not be written to"),
        (errno.EIO, "the disk refused"),
    ],
)
def test_a_disk_that_refuses_leaves_everything_as_it_was(tmp_path, number, said):
    path = tmp_path / "a.csv"
    path.write_text("old", encoding="utf-8")
    with pytest.raises(StorageError, match=said):
        write_csv(path, ["x"], failing(OSError(number, "no")))
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_took_the_place_of_a_file_is_not_called_unchanged(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("old", encoding="utf-8")

    def refuse(_folder):
        raise OSError(errno.EIO, "Input/output error")

    with pytest.raises(StorageError) as told, write_whole(path, refuse) as file:
        file.write(b"new")
    assert str(told.value).startswith("“a.txt” is written, but perhaps not yet safe, because the")
    assert path.read_text(encoding="utf-8") == "new"
    assert list(tmp_path.iterdir()) == [path]


INTO_A_DROP_BOX = """
import os, tempfile
from pathlib import Path
from allybook.files.safe_write import write_whole
if os.geteuid() == 0:
    os.setuid(65534)
folder = Path(tempfile.mkdtemp(dir="/tmp"))
folder.chmod(0o300)
try:
    with write_whole(folder / "a.txt") as file:
        file.write(b"new")
    print((folder / "a.txt").read_text())
finally:
    (folder / "a.txt").unlink(missing_ok=True)
    folder.rmdir()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such folders")
def test_a_folder_that_one_may_write_to_but_not_look_into_takes_a_file():
    command = [sys.executable, "-c", INTO_A_DROP_BOX]
    told = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/")
    assert (told.returncode, told.stdout, told.stderr) == (0, "new\n", "")


def test_an_interruption_leaves_nothing_half_written(tmp_path):
    with pytest.raises(KeyboardInterrupt):
        write_csv(tmp_path / "a.csv", ["x"], failing(KeyboardInterrupt()))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_said(tmp_path):
    with pytest.raises(StorageError, match="the folder is not there"):
        write_json(tmp_path / "gone" / "a.json", [])
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(StorageError, match="the folder is not there"):
        write_json(tmp_path / "file" / "a.json", [])


def test_a_folder_of_the_same_name_is_said(tmp_path):
    (tmp_path / "a.json").mkdir()
    with pytest.raises(StorageError, match="a folder of that name"):
        write_json(tmp_path / "a.json", [])
    assert list(tmp_path.iterdir()) == [tmp_path / "a.json"]


def test_a_name_that_is_too_long_is_said(tmp_path):
    with pytest.raises(StorageError, match="too long"):
        write_json(tmp_path / ("a" * 300), [])


def test_tables_go_out_as_csv(tmp_path):
    FileExporter().write(tmp_path / "a.CSV", COLUMNS, ROWS)
    assert (tmp_path / "a.CSV").read_bytes() == (
        b"handle,user_id,tags,note\r\nNestLine,11,beds food,\r\n#SwHelper,,,'=1\r\n"
    )


def test_tables_go_out_as_json(tmp_path):
    FileExporter().write(tmp_path / "a.json", COLUMNS, ROWS)
    assert json.loads((tmp_path / "a.json").read_text(encoding="utf-8")) == ROWS


def test_tables_go_out_as_plain_handles(tmp_path):
    FileExporter().write(tmp_path / "a.txt", COLUMNS, ROWS)
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "@NestLine\n#SwHelper\n"


@pytest.mark.parametrize("name", ["a.docx", "a"])
def test_other_endings_are_refused_with_what_is_possible(tmp_path, name):
    with pytest.raises(BadInput, match="\\.csv, \\.xlsx, \\.json, \\.txt and \\.html"):
        FileExporter().write(tmp_path / name, COLUMNS, ROWS)
    assert list(tmp_path.iterdir()) == []
