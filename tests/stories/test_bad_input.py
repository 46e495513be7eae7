"""What goes wrong outside the program: bad files, a full disk, folders that say no.

Each refusal is one sentence with its exit status; what was good is kept, and nothing is lost.
"""

import json
import os
import shutil
import signal
import struct
import subprocess
import sys
import zipfile
from contextlib import closing, contextmanager

import apsw
import pytest

from allybook.app.reader import FORKS
from tests.benchmarks.collected import write_pages
from tests.files.archives import ACCOUNT, followers, manifest, script, write_zip
from tests.programs import PATIENCE, ending
from tests.stories.command import Ended, allybook

LINES = 100_000
"""As many lines as end within the minute of a test, and a square of them does not."""
POST = {
    "id": "1641500000000000000",
    "author_id": "31",
    "text": "Beds are open tonight",
    "created_at": "2023-03-30T18:00:00.000Z",
}
LIMIT = (
    "import os, resource, sys\n"
    "most = int(sys.argv[1])\n"
    "resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))\n"
    "os.execv(sys.executable, [sys.executable, *sys.argv[2:]])\n"
)


def run_under(prefix, *words, profile):
    """Run the program behind other words, such as those that take its rights away."""
    program = [*prefix, "-m", "allybook", "--profile", str(profile), *map(str, words)]
    ended = subprocess.run(program, capture_output=True, text=True, check=False, timeout=100)
    return Ended(ended.returncode, ended.stdout, ended.stderr)


def is_refusal(ended, status=2):
    """Return whether a command was refused with one sentence and this status."""
    one_line = len(ended.err.splitlines()) == 1
    return ended.status == status and one_line and "Traceback" not in ended.err


def write_files(folder):
    """Write a file of each hostile or foreign kind; return the paths by what they are."""
    told = {"account.js": ACCOUNT, "follower.js": followers("11")}
    told["manifest.js"] = manifest(account=["account.js"], follower=["follower.js"])
    good = write_zip(folder / "good.zip", told)
    truncated = folder / "truncated.zip"
    truncated.write_bytes(good.read_bytes()[: good.stat().st_size // 2])
    locked = folder / "locked.zip"
    locked.write_bytes(_locked(good.read_bytes()))
    with zipfile.ZipFile(folder / "nested.zip", "w") as nested:
        nested.write(good, "inner.zip")
    with zipfile.ZipFile(folder / "tricks.zip", "w") as tricks:
        tricks.writestr("../../data/account.js", script("account.js", ACCOUNT))
        tricks.writestr("/data/follower.js", script("follower.js", followers("11")))
    (folder / "empty.csv").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(64))
    (folder / "paper.csv").write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n")
    (folder / "holiday").mkdir()
    (folder / "holiday" / "notes.doc").write_text("Nothing for Allybook in here.", encoding="utf-8")
    names = ("truncated.zip", "locked.zip", "nested.zip", "tricks.zip", "empty.csv", "picture.txt")
    return [folder / name for name in (*names, "paper.csv", "holiday", "missing.csv")]


def _locked(data):
    """Set the mark of a password on each entry, in both headers of a zip."""
    for magic, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(magic)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + place)[0] | 1
            data = data[: at + place] + struct.pack("<H", flags) + data[at + place + 2 :]
            at = data.find(magic, at + 4)
    return data


def test_each_bad_file_is_one_sentence_and_stops_no_other(tmp_path):
    paths = write_files(tmp_path)
    good = tmp_path / "good.zip"
    ended = allybook("import", *paths, good, "--json", profile=tmp_path / "p")
    assert ended.status == 1
    *refused, kept = ended.json
    assert [one["file"] for one in refused] == [path.name for path in paths]
    assert (kept["kind"], kept["kept"]) == ("x-archive", 2)
    lines = ended.err.splitlines()
    assert [line.partition(":")[0] for line in lines] == [path.name for path in paths]
    for one, line in zip(refused, lines, strict=True):
        assert (one["kind"], one["kept"], len(one["problems"])) == ("unknown", 0, 1)
        assert line.endswith(one["problems"][0]["why"])
    assert "Traceback" not in ended.err
    # Nothing came out of the zip to where its names pointed.
    assert not list(tmp_path.parent.glob("data"))


def test_a_bomb_stops_early_and_what_came_before_is_kept(tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as bomb:
        bomb.writestr("data/account.js", script("account.js", ACCOUNT))
        bomb.writestr("data/follower.js", script("follower.js", followers("11", "12")))
        with bomb.open("data/tweets.js", "w") as stream:
            stream.write(b"window.YTD.tweets.part0 = [ ")
            for _ in range(300):
                stream.write(b" " * (1 << 20))
    ended = allybook("import", path, "--json", profile=tmp_path / "p")
    [report] = ended.json
    assert ended.status == 1
    assert "Traceback" not in ended.err
    assert report["kept"] == 3
    assert any("unpacks to far more" in one["why"] for one in report["problems"])


def test_a_bad_line_of_a_long_file_is_named_and_the_others_are_kept(tmp_path):
    path = tmp_path / "long.jsonl"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(f'{{"id": "{n}", "username": "ally_{n}"}}\n' for n in (1, 2))
        file.write('{"id": "3", "username": oops}\n')
        file.writelines(f'{{"id": "{n}", "username": "a{n}"}}\n' for n in range(4, LINES + 1))
    ended = allybook("import", path, "--json", profile=tmp_path / "p")
    assert ended.status == 1
    [report] = ended.json
    assert (report["read"], report["kept"], report["skipped"]) == (LINES, LINES - 1, 1)
    assert [(one["where"], one["line"]) for one in report["problems"]] == [("long.jsonl", 3)]


@contextmanager
def full_disk(folder, megabytes=2):
    """Yield a disk of some megabytes, how to run the program on it, and how to make room."""
    folder.mkdir()
    mount = shutil.which("mount")
    words = [mount, "-t", "tmpfs", "-o", f"size={megabytes}m", "allybook-test", folder]
    if (
        not mount
        or os.geteuid()
        or subprocess.run(words, capture_output=True, check=False).returncode
    ):
        pytest.skip("only an administrator can mount a small disk")

    def make_room():
        words = [mount, "-o", "remount,size=32m", folder]
        subprocess.run(words, check=True)

    try:
        yield folder, [sys.executable], make_room
    finally:
        subprocess.run(["umount", folder], check=True)  # noqa: S607


@contextmanager
def short_files(folder):
    """Yield a folder, and how to run the program so that no file of it passes a megabyte."""
    folder.mkdir()
    yield folder, [sys.executable, "-c", LIMIT, str(1 << 20)], lambda: None


@pytest.mark.parametrize("small", [full_disk, short_files])
def test_a_full_disk_loses_nothing_that_was_there(tmp_path, small):
    big = tmp_path / "big.jsonl"
    with big.open("w", encoding="utf-8") as file:
        for number in range(4_000):
            post_id = str(1641500000000000000 + number)
            text = f"Bed {number} {number * 7919 % 104729} " + "soup and shelter " * 12
            file.write(json.dumps({**POST, "id": post_id, "text": text}) + "\n")
    with small(tmp_path / "small") as (disk, program, make_room):
        profile = disk / "p"
        assert allybook("allies", "add", "@HarborRowSN", profile=profile).status == 0
        ended = run_under(program, "import", big, "--json", profile=profile)
        [report] = ended.json
        assert is_refusal(ended, status=1 if report["kept"] else 2)
        assert report["problems"]
        full = run_under(program, "posts", "--count", profile=profile)
        if full.status == 0:
            assert full.out == f"{report['kept']}\n"
        else:
            assert is_refusal(full)
        make_room()
        # The program opens again, with what it held, and exactly as many posts as it said.
        allies = allybook("allies", "list", "--json", profile=profile)
        assert [one["handle"] for one in allies.json] == ["HarborRowSN"]
        posts = allybook("posts", "--count", profile=profile)
        assert (posts.status, posts.out) == (0, f"{report['kept']}\n")
        for path in profile.rglob("*.sqlite3"):
            with closing(apsw.Connection(str(path))) as connection:
                assert connection.execute("PRAGMA integrity_check").get == "ok"


def test_a_disk_that_fills_half_way_is_done_in_part(tmp_path):
    big = tmp_path / "big.jsonl"
    write_pages(big, 12_000)
    with full_disk(tmp_path / "small", megabytes=6) as (disk, program, make_room):
        ended = run_under(program, "import", big, "--json", profile=disk / "p")
        [report] = ended.json
        assert is_refusal(ended, status=1)
        assert report["kind"] == "twarc"
        assert 0 < report["kept"] < 12_000
        assert "the rest was not kept. The disk is full" in report["problems"][-1]["why"]
        assert "nothing was changed" not in ended.out + ended.err
        make_room()
        posts = allybook("posts", "--count", profile=disk / "p")
        assert posts.out == f"{report['kept']}\n"


BEGINS = "allybook.app.fork" if FORKS else "subprocess"
"""What is loaded just before another process begins to read."""


@pytest.mark.skipif(sys.platform == "win32", reason="Ctrl-C is sent otherwise there")
@pytest.mark.parametrize(
    "moment",
    [
        *("allybook.app.haste", BEGINS, "msgspec", "allybook.app.start", "apsw"),
        *("allybook.services.imports.run", "rensa"),
    ],
)
def test_ctrl_c_at_any_moment_of_an_import_is_one_sentence(tmp_path, moment):
    big = tmp_path / "big.jsonl"
    write_pages(big, 4_500)
    # Whoever runs the tests may ignore the key, which children inherit.
    heard = ["env", "--default-signal=INT"] if sys.platform == "linux" else []
    program = [*heard, sys.executable, "-X", "importtime", "-m", "allybook", "--profile"]
    begun = subprocess.Popen(
        [*program, str(tmp_path / "p"), "import", str(big)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    with ending(begun) as running:
        # Python tells of each module once it is loaded: from here on, a key is pressed at one.
        said = list(_until_loaded(running.stderr, moment))
        os.killpg(running.pid, signal.SIGINT)
        said += running.stderr.readlines()
        status = running.wait(PATIENCE)
    words = [line for line in said if not line.startswith("import time:")]
    stopped = "Stopped as you asked; what was done so far is kept.\n"
    assert (status, words) == (1, [stopped])


def _until_loaded(lines, module):
    for line in lines:
        yield line
        if line.rpartition("|")[2].strip() == module:
            return


def test_nowhere_to_print_is_one_sentence(tmp_path):
    words = f'exec "{sys.executable}" -m allybook --profile "{tmp_path}" posts --count 1>&-'
    shell = shutil.which("sh") or pytest.skip("needs a shell")
    ended = subprocess.run([shell, "-c", words], stderr=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == 2
    assert ended.stderr.startswith("There is nowhere to print the answer")
    assert len(ended.stderr.splitlines()) == 1


def without_rights():
    """Return how to run the program so that permissions bind it, even for an administrator."""
    if os.name != "posix":
        pytest.skip("permissions are kept otherwise here")
    if os.geteuid():
        return [sys.executable]
    setpriv = shutil.which("setpriv")
    words = [setpriv, "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all"]
    if not setpriv or subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        pytest.skip("an administrator may write everywhere, and rights cannot be laid down here")
    return [*words, sys.executable]


@contextmanager
def only(folder, mode):
    folder.chmod(mode)
    try:
        yield
    finally:
        folder.chmod(0o700)


def test_a_read_only_folder_is_one_sentence_and_stays_as_it_was(tmp_path):
    program = without_rights()
    profile = tmp_path / "p"
    profile.mkdir()
    with only(profile, 0o500):
        ended = run_under(program, "allies", "add", "@HarborRowSN", profile=profile)
    assert is_refusal(ended)
    assert f"may not write in {profile}: allow it or choose another folder" in ended.err
    assert list(profile.iterdir()) == []


def test_a_file_behind_a_closed_door_is_one_sentence(tmp_path):
    program = without_rights()
    (tmp_path / "closed").mkdir()
    with only(tmp_path / "closed", 0o000):
        ended = run_under(program, "import", tmp_path / "closed" / "a.csv", profile=tmp_path / "p")
    assert is_refusal(ended)


def test_a_name_longer_than_any_file_has_is_one_sentence(tmp_path):
    assert is_refusal(allybook("import", "a" * 300, profile=tmp_path / "p"))


def test_a_table_is_not_written_into_a_read_only_folder(tmp_path):
    program = without_rights()
    (tmp_path / "out").mkdir()
    table = tmp_path / "out" / "allies.csv"
    table.write_text("what was there before\n", encoding="utf-8")
    with only(tmp_path / "out", 0o500):
        ended = run_under(program, "allies", "export", table, profile=tmp_path / "p")
    assert is_refusal(ended)
    assert table.read_text(encoding="utf-8") == "what was there before\n"


@pytest.mark.skipif(os.name != "posix", reason="a closed descriptor is something of POSIX")
def test_a_closed_standard_input_holds_no_token(tmp_path):
    words = f'exec "{sys.executable}" -m allybook --profile "{tmp_path}" --token-stdin quote home'
    shell = shutil.which("sh") or pytest.skip("needs a shell")
    ended = subprocess.run(
        [shell, "-c", f"{words} <&-"], capture_output=True, text=True, check=False
    )
    assert is_refusal(Ended(ended.returncode, ended.stdout, ended.stderr))
    assert "standard input holds no token" in ended.stderr


def test_a_token_of_bytes_that_are_no_text_is_none(tmp_path):
    program = [sys.executable, "-m", "allybook", "--profile", tmp_path, "--token-stdin", "quote"]
    ended = subprocess.run(
        [*program, "home"],
        input=b"\xff\xfe\n",
        env={**os.environ, "PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=False,
    )
    assert is_refusal(Ended(ended.returncode, ended.stdout.decode(), ended.stderr.decode()))
