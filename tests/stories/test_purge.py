"""Somebody asks to be forgotten, or leaves X: nothing of what X said is left on the disk."""

import json

from tests.stories.command import allybook

CSV = (
    "id_str,from_user,text,created_at,from_user_id_str,user_lang\n"
    "1900000000000000001,quiltzephyr,Marigold umbrellas for all,"
    "Mon Mar 30 08:00:00 +0000 2026,4101,en\n"
    "1900000000000000002,neighbour,Good morning everyone,"
    "Mon Mar 30 09:00:00 +0000 2026,4102,en\n"
)


def left_under(folder):
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def start(tmp_path):
    profile = tmp_path / "p"
    sheet = tmp_path / "tags.csv"
    sheet.write_text(CSV, encoding="utf-8")
    done = allybook("import", "--no-nominate", sheet, profile=profile)
    assert done.status == 0, done.err
    return profile


def count(profile, words=""):
    return int(allybook("posts", words, "--count", profile=profile).out)


def test_one_account_is_forgotten_on_a_persons_word(tmp_path):
    profile = start(tmp_path)
    allybook("allies", "add", "@quiltzephyr", "--category", "housing", profile=profile)
    asked = allybook("purge", "@QuiltZephyr", profile=profile)
    assert (asked.status, asked.out) == (2, "")
    assert "--yes" in asked.err
    assert count(profile) == 2
    done = allybook("purge", "@QuiltZephyr", "--yes", profile=profile)
    assert (done.status, done.err) == (0, "")
    assert "1 post with it" in done.out
    assert "“My allies” still has your own words" in done.out
    assert count(profile) == 1
    left = left_under(profile)
    assert b"Marigold" not in left
    assert b"marigold" not in left
    [ally] = json.loads(allybook("allies", "list", "--json", profile=profile).out)
    assert ally["category"] == "housing"
    books = allybook("purge", "quiltzephyr", "--books", "--yes", profile=profile)
    assert "Erased from “My allies”" in books.out
    assert json.loads(allybook("allies", "list", "--json", profile=profile).out) == []
    assert b"housing" not in left_under(profile)


def test_all_that_x_said_is_forgotten_and_the_books_stay(tmp_path):
    profile = start(tmp_path)
    allybook("allies", "add", "@saferoof", profile=profile)
    asked = allybook("purge", "--everything", profile=profile)
    assert (asked.status, asked.out) == (2, "")
    assert "Say --yes to do it" in asked.err
    assert count(profile) == 2
    assert allybook("purge", "--everything", "--yes", profile=profile).status == 0
    assert count(profile) == 0
    left = left_under(profile)
    for word in (b"Marigold", b"umbrellas", b"Good morning", b"quiltzephyr", b"neighbour"):
        assert word not in left
    [ally] = json.loads(allybook("allies", "list", "--json", profile=profile).out)
    assert ally["handle"] == "saferoof"


def test_a_name_that_the_shell_took_away_forgets_nobody(tmp_path):
    profile = start(tmp_path)
    wrong = {
        ("--yes",): "Say whom to forget, with quotes around the name",
        ("--books", "--yes"): "--books goes with a handle",
        ("--everything", "--books", "--yes"): "--books goes with a handle",
        ("@quiltzephyr", "--everything", "--yes"): "Say a handle or --everything, not both",
    }
    for words, why in wrong.items():
        told = allybook("purge", *words, profile=profile)
        assert (told.status, told.out) == (2, "")
        assert why in told.err
    assert count(profile) == 2


def test_what_the_profile_keeps_for_another_account_is_found_too(tmp_path):
    profile = start(tmp_path)
    (profile / "accounts" / "local").rename(profile / "accounts" / "77")
    done = allybook("purge", "@quiltzephyr", "--yes", profile=profile)
    assert "1 post with it" in done.out
    assert b"Marigold" not in left_under(profile)


def test_copies_of_a_book_go_with_an_erasure(tmp_path):
    profile = start(tmp_path)
    allybook("allies", "add", "@quiltzephyr", profile=profile)
    [book] = (profile / "books").glob("*.sqlite3")
    copy = book.with_name(f"{book.name}.2026-01-01T000000Z.v1.bak")
    copy.write_bytes(b"quiltzephyr")
    allybook("purge", "quiltzephyr", "--books", "--yes", profile=profile)
    assert b"quiltzephyr" not in left_under(profile)


def test_books_in_the_trash_forget_a_person_too(tmp_path):
    profile = start(tmp_path)
    words = ("@quiltzephyr", "--category", "housing", "--note", "Met at the vigil")
    allybook("allies", "add", *words[:3], profile=profile)
    allybook("books", "discard", "My allies", "--yes", profile=profile)
    kept = allybook("purge", "quiltzephyr", "--yes", profile=profile)
    assert "“My allies” still has your own words" in kept.out
    done = allybook("purge", "quiltzephyr", "--books", "--yes", profile=profile)
    assert "Erased from “My allies”" in done.out, done.err
    assert b"housing" not in left_under(profile)
    assert b"quiltzephyr" not in left_under(profile / "books")
    [copy] = json.loads(allybook("books", "trash", "--json", profile=profile).out)
    back = allybook("books", "restore", copy["copy"], profile=profile)
    assert back.status == 0, back.err
    assert json.loads(allybook("allies", "list", "--json", profile=profile).out) == []


def test_mutes_and_the_words_of_acts_forget_a_person_too(tmp_path):
    profile = start(tmp_path)
    allybook("allies", "add", "@quiltzephyr", "@quilt_zephyr", "#quiltzephyr", profile=profile)
    merged = allybook("books", "merge", "@quiltzephyr", "@quilt_zephyr", profile=profile)
    assert merged.status == 0, merged.err
    assert allybook("mutes", "add", "@quiltzephyr", profile=profile).status == 0
    done = allybook("purge", "@quiltzephyr", "--books", "--yes", profile=profile)
    assert done.status == 0, done.err
    settings = b"".join(path.read_bytes() for path in profile.glob("profile.sqlite3*"))
    for word in (b"quiltzephyr", b"quilt_zephyr", b"4101"):
        assert word not in settings
    [left] = json.loads(allybook("allies", "list", "--json", profile=profile).out)
    assert left["key"] == "#quiltzephyr"


def test_of_whom_nothing_is_kept_is_said(tmp_path):
    done = allybook("purge", "@nobody", "--yes", profile=start(tmp_path))
    assert (done.status, done.out) == (0, "Nothing is kept about @nobody.\n")


def test_notes_about_others_that_name_somebody_are_told_to_stay(tmp_path):
    profile = start(tmp_path)
    allybook("allies", "add", "@saferoof", "--note", "@QuiltZephyr knows them", profile=profile)
    told = "“My allies” names them in your own words about others; those stay.\n"
    done = allybook("purge", "@quiltzephyr", "--books", "--yes", profile=profile)
    assert "What others wrote stays, also where it names them.\n" in done.out
    assert done.out.endswith(told)
    again = allybook("purge", "@quiltzephyr", profile=profile)
    assert (again.status, again.out) == (0, f"{told}Nothing else is kept about @quiltzephyr.\n")


def test_what_is_no_handle_is_no_reassurance(tmp_path):
    profile = start(tmp_path)
    for word in ("Quilt Zephyr", "https://x.com/quiltzephyr"):
        done = allybook("purge", word, "--yes", profile=profile)
        assert (done.status, done.out) == (2, "")
        assert f"“{word}” is no handle and no id, so nothing was found or changed" in done.err


TEA = (
    "id_str,from_user,text,created_at,from_user_id_str\n"
    "1900000000000000001,neighbour,Q1 Which organisations should we all know? #tea,"
    "Mon Mar 30 19:00:00 +0000 2026,4102\n"
    "1900000000000000002,quiltzephyr,A1 @NightOrg and @DayOrg #tea,"
    "Mon Mar 30 19:05:00 +0000 2026,4101\n"
    "1900000000000000003,marlowtern,A1 @NightOrg #tea,"
    "Mon Mar 30 19:06:00 +0000 2026,4103\n"
)


def test_whom_somebody_named_in_a_chat_is_told_to_stay_in_the_book(tmp_path):
    profile, sheet = tmp_path / "p", tmp_path / "tea.csv"
    sheet.write_text(TEA, encoding="utf-8")
    allybook("import", "--no-nominate", sheet, profile=profile)
    assert allybook("chat", "tea", profile=profile).status == 0
    told = "“My allies” tells that they named 2 allies, by the numbers of their posts"
    done = allybook("purge", "@quiltzephyr", "--books", "--yes", profile=profile)
    assert told in done.out
    again = allybook("purge", "4101", profile=profile)
    assert again.status == 0
    assert told in again.out
    assert again.out.endswith("; that stays.\nNothing else is kept about @4101.\n")
    assert allybook("purge", "4199", profile=profile).out == "Nothing is kept about @4199.\n"
