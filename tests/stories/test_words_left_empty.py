"""Scripts hand over what they have, be it nothing at all, or a word from another time."""

import os

import pytest

from tests.stories.command import allybook


@pytest.mark.timeout(180)
def test_a_variable_that_is_not_set_asks_and_pays_for_nothing(tmp_path):
    run = lambda *words: allybook("--practice", *words, profile=tmp_path)  # noqa: E731
    run("refresh", "search", "beds")
    before = run("ledger", "--json").json
    assert before["month"] > 0
    for words in (("refresh", "names", ""), ("refresh", "gaps", ""), ("budget", "")):
        ended = run(*words)
        assert (ended.status, ended.out) == (2, "")
        assert "nothing stands there; a variable of your shell may be empty" in ended.err
    assert run("ledger", "--json").json == before
    # To look at all costs nothing, and shows that it is all.
    assert int(run("posts", "", "--count").out) == int(run("posts", "--count").out) > 0


@pytest.mark.timeout(180)
def test_a_word_in_another_encoding_is_refused_and_changes_nothing(tmp_path):
    run = lambda *words: allybook("--practice", *words, profile=tmp_path)  # noqa: E731
    run("allies", "add", "@ana_k")
    before = run("allies", "history", "@ana_k").out
    word = os.fsdecode(b"caf\xe9")
    for words in (("set", "@ana_k", "--note", word), ("set", "@ana_k", "--tag", word)):
        ended = run("allies", *words)
        assert (ended.status, ended.out) == (2, "")
        assert len(ended.err.strip().splitlines()) == 1
        assert "a character is broken here: write it anew" in ended.err
    assert run("allies", "history", "@ana_k").out == before
