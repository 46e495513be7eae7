"""A copy of a book comes back equal; anything else is refused in one clear sentence."""

import gzip
import json
import unicodedata
from hashlib import sha256

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allybook.domain.book.names import LONGEST
from allybook.domain.errors import UnreadableFile
from allybook.files.book_copy import read_book, write_book
from allybook.ports.books import BookCopy, BookInfo
from tests.domain.book.histories import HISTORIES, everything, nominated

INFO = BookInfo("book", "Harbour groups")
OTHER = "is no copy of a book: ask your colleague"
TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
TORN = "is damaged or did not arrive whole"


@pytest.fixture
def saved(tmp_path):
    """A small copy in a file."""
    return write(tmp_path / "a.allybook", history())


def history():
    return nominated("Ana", "Ben")


def write(path, laptops):
    write_book(path, BookCopy(INFO, tuple(everything(laptops))))
    return path


def outcome(path):
    """Return the entries of a copy, or the words by which it was refused."""
    try:
        return read_book(path).entries
    except UnreadableFile as error:
        return next(words for words in (TORN, OTHER) if words in str(error))


def rewritten(path, **head):
    """Return the file with another first line; the rest and its sum stay."""
    first, rest = gzip.decompress(path.read_bytes()).split(b"\n", 1)
    line = json.dumps(json.loads(first) | head).encode()
    path.write_bytes(gzip.compress(line + b"\n" + rest, mtime=0))
    return path


def resealed(path, change):
    """Return the file with other entries, and a sum that fits them."""
    _, rest = gzip.decompress(path.read_bytes()).split(b"\n", 1)
    body = change(rest)
    head = {"what": "a copy of an Allybook book", "form": 1, "book": "book", "name": "Harbour"}
    head |= {"entries": body.count(b"\n"), "sha256": sha256(body).hexdigest()}
    path.write_bytes(gzip.compress(json.dumps(head).encode() + b"\n" + body))
    return path


NAMES = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"], exclude_characters=TURNS))
    .map(lambda name: name.strip()[:LONGEST])
    .filter(str.strip)
)


@given(laptops=HISTORIES, name=NAMES)
@example(laptops=nominated("Ana", "Ben"), name="Team\u00a0Nord")
@example(laptops=nominated("Ana", "Ben"), name="Nach\u00adbar\u00adschaft")
@example(laptops=nominated("Ana", "Ben"), name="\U0001f468\u200d\U0001f469\u200d\U0001f467")
def test_a_copy_comes_back_equal(tmp_path_factory, laptops, name):
    path, info = tmp_path_factory.mktemp("copies") / "a.allybook", BookInfo("book", name)
    write_book(path, BookCopy(info, tuple(everything(laptops))))
    assert read_book(path) == BookCopy(info, tuple(everything(laptops)))


@given(name=st.text(st.characters(exclude_categories=["Cs"]), max_size=LONGEST + 9))
@example(name="N" * 1000)
@example(name="\x01")
@example(name="Nord\n\u202eSüd")
def test_whatever_a_book_is_called_its_copy_can_be_read(tmp_path_factory, name):
    path = tmp_path_factory.mktemp("copies") / "a.allybook"
    write_book(path, BookCopy(BookInfo("book", name), ()))
    if not name.strip():
        with pytest.raises(UnreadableFile, match=OTHER):
            read_book(path)
        return
    called = read_book(path).info.name
    assert 0 < len(called) <= LONGEST
    assert not {"Cc", "Zl", "Zp"} & {unicodedata.category(sign) for sign in called}
    assert TURNS.isdisjoint(called)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"handle,name\nelm,Elm\n",
        b"SQLite format 3\0",
        gzip.compress(b"", mtime=0),
        gzip.compress(b"hello", mtime=0),
        gzip.compress(b'{"what": "a list", "form": 1}\n', mtime=0),
        gzip.compress(b"[" * 100_000, mtime=0),
    ],
)
def test_another_file_is_refused(tmp_path, content):
    path = tmp_path / "other.allybook"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile, match=OTHER):
        read_book(path)


def test_a_folder_and_nothing_at_all_are_refused(tmp_path):
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_book(tmp_path)
    with pytest.raises(UnreadableFile, match="cannot be opened"):
        read_book(tmp_path / "nothing.allybook")


@given(data=st.data())
def test_a_torn_or_altered_copy_is_refused_wherever_it_is_torn(tmp_path_factory, data):
    path = write(tmp_path_factory.mktemp("torn") / "a.allybook", history())
    whole = path.read_bytes()
    place = data.draw(st.integers(3, len(whole) - 1))
    cut = data.draw(st.booleans())
    other = bytes([whole[place] ^ data.draw(st.integers(1, 255))])
    path.write_bytes(whole[:place] if cut else whole[:place] + other + whole[place + 1 :])
    # Some bytes of the wrapping mean nothing: then what is read is what was written.
    assert outcome(path) in (TORN, OTHER, tuple(everything(history())))


def test_a_copy_of_a_newer_allybook_is_refused(saved):
    with pytest.raises(UnreadableFile, match="A newer Allybook saved “a"):
        read_book(rewritten(saved, form=2))


@pytest.mark.parametrize("head", [{"book": "../up"}, {"name": " "}, {"entries": 9}, {"book": "b2"}])
def test_a_first_line_that_does_not_fit_is_refused(saved, head):
    with pytest.raises(UnreadableFile, match=OTHER):
        read_book(rewritten(saved, **head))


@pytest.mark.parametrize(
    "change",
    [
        lambda body: body.replace(b'"@saferoofnet"', b'"../../etc"'),
        lambda body: body.replace(b'"milliseconds":', b'"milliseconds":-'),
        lambda body: body.replace(b'"milliseconds":', b'"milliseconds":28000000000'),
        lambda body: body.replace(b'"counter":', b'"counter":922337203685477580'),
        lambda body: body.replace(b'"entry_id":"0', b'"entry_id":"x'),
        lambda _body: b"{}\n",
        lambda _body: b"no json\n",
    ],
)
def test_entries_that_no_allybook_wrote_are_refused(saved, change):
    with pytest.raises(UnreadableFile, match=OTHER):
        read_book(resealed(saved, change))


def test_a_copy_that_unpacks_without_end_is_refused(tmp_path):
    path = tmp_path / "bomb.allybook"
    head = b'{"what": "a copy of an Allybook book", "form": 1}\n'
    path.write_bytes(gzip.compress(head + b"\0" * (20 << 20)))
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read_book(path)
