"""``--book``: a misspelt name makes no book, and a new one is said to be made."""

import pytest

from allybook.domain.errors import BadInput


def names(desk):
    return [info.name for info in desk.shelf.books()]


@pytest.mark.parametrize(
    "words",
    [
        ("posts",),
        ("check",),
        ("ledger",),
        ("list", "plan"),
        ("list", "pull"),
        ("list", "publish", "--yes"),
        ("quote", "list"),
        ("quote", "check"),
        ("allies", "list"),
        ("allies", "set", "@a1", "--category", "x"),
        ("allies", "opt-out", "@a1"),
        ("allies", "export", "out.csv"),
    ],
    ids=" ".join,
)
def test_a_misspelt_book_ends_a_command_and_names_those_there_are(allybook, desk, network, words):
    with pytest.raises(BadInput, match="there is none yet"):
        allybook("--book", "Nope", *words)
    allybook("allies", "list")
    with pytest.raises(BadInput, match="there is “My allies”"):
        allybook("--book", "Nope", *words)
    assert (names(desk), network.asked) == (["My allies"], [])


def test_what_fills_a_book_may_make_it_and_says_so_once(allybook, desk, tmp_path):
    (tmp_path / "names.txt").write_text("@a1\n", encoding="utf-8")
    for words in (
        ("allies", "add", "@a1"),
        ("allies", "import", tmp_path / "names.txt"),
        ("import", tmp_path / "names.txt"),
        ("chat", "swhelper"),
    ):
        name = f"Book of {words[0]} {words[1]}"
        made = f"The book “{name}” was made.\n"
        assert allybook("--book", name, *words).err.endswith(made)
        assert made not in allybook("--book", name, *words).err
    assert len(names(desk)) == 4


def test_what_brings_nothing_makes_no_book(allybook, desk, tmp_path):
    (tmp_path / "x.bin").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "names.txt").write_text("@a1\n", encoding="utf-8")
    with pytest.raises(BadInput):
        allybook("--book", "Nope", "allies", "add", "no handle at all!")
    assert allybook("--book", "Nope", "import", tmp_path / "x.bin").status == 2
    allybook("--book", "Nope", "import", tmp_path / "names.txt", "--no-nominate")
    allybook("--book", "Nope", "chat", "swhelper", "--no-nominate")
    assert names(desk) == []


def test_the_first_book_is_made_without_a_word(allybook, desk):
    said = allybook("allies", "add", "@a1", "--book", "My allies")
    assert (said.err, names(desk)) == ("", ["My allies"])
