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


def test_the_first_name_of_a_renamed_book_is_as_unknown_as_any(allybook, desk):
    allybook("allies", "add", "@abc_org")
    allybook("books", "rename", "My allies", "Housing")
    for words in (("list", "plan"), ("allies", "list"), ("check", "--of", "My allies")):
        with pytest.raises(BadInput, match=r"no book “My allies” here \(there is “Housing”\)"):
            allybook("--book", "My allies", *words)
    assert names(desk) == ["Housing"]


def test_a_renamed_book_stays_the_current_one(allybook, desk):
    allybook("allies", "add", "@abc_org")
    allybook("books", "new", "Atlas")
    allybook("books", "rename", "My allies", "Housing")
    assert (
        "The book “My allies” was made."
        in allybook("--book", "My allies", "allies", "add", "@other_org").err
    )
    assert names(desk) == ["Atlas", "Housing", "My allies"]
    assert allybook.keys() == {"@abc_org"}


def test_a_book_that_nobody_chose_stays_the_current_one_by_another_name(allybook, desk):
    for book, ally in (("Atlas", "@abc_org"), ("Housing", "@other_org")):
        allybook("--book", book, "allies", "add", ally)
    assert allybook.keys() == {"@abc_org"}
    allybook("books", "rename", "Atlas", "Zebra")
    assert names(desk) == ["Housing", "Zebra"]
    assert allybook.keys() == {"@abc_org"}


@pytest.mark.parametrize("book", [(), ("--book", "New")], ids=["unnamed", "named"])
@pytest.mark.parametrize("there", [(), ("@abc_org",)], ids=["no book", "a book"])
def test_a_preview_makes_no_book_and_takes_nobody_in(allybook, desk, tmp_path, book, there):
    if there:
        allybook("allies", "add", *there)
    table, text = tmp_path / "t.csv", tmp_path / "names.txt"
    table.write_text("handle,category\n@a1,x\n@abc_org,\n", encoding="utf-8")
    text.write_text("@a1\n", encoding="utf-8")
    before = allybook("books", "list").out
    said = allybook(*book, "allies", "import", table, "--preview", "--json")
    assert said.status == 0
    known = bool(there) and not book
    assert (said.json[0]["new"], said.json[0]["same"]) == ((1, 1) if known else (2, 0))
    refused = allybook(*book, "allies", "import", text, "--preview")
    assert refused.status == 2
    assert "names.txt: --preview shows what a table would do, and this is none" in refused.err
    assert allybook("books", "list").out == before
    assert len(names(desk)) == len(there)
