"""The words of a command are read as if all commands were told theirs."""

from pathlib import Path

import pytest

from allybook.cli.words import COMMANDS, read_words
from allybook.domain.errors import BadInput
from allybook.domain.noise.weights import parse_weight


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_explains_itself(name, capsys):
    with pytest.raises(SystemExit):
        read_words([name, "--help"])
    told = capsys.readouterr().out
    assert told.startswith(f"usage: allybook {name} [-h] [--profile DIR]")


def test_the_help_names_all_commands(capsys):
    with pytest.raises(SystemExit):
        read_words(["--help"])
    told = " ".join(capsys.readouterr().out.split())
    for name, (about, _) in COMMANDS.items():
        assert f" {name} " in told
        assert about in told


def test_words_after_gaps_are_explained(capsys):
    with pytest.raises(SystemExit):
        read_words(["refresh", "gaps", "--help"])
    told = " ".join(capsys.readouterr().out.split())
    assert "gaps: what earlier readings left out" in told
    assert "Of gaps: which are filled" in told


@pytest.mark.parametrize("other", ["--token-stdin", "--api-base"])
@pytest.mark.parametrize("command", ["", "ledger", "posts beds"])
def test_the_practice_network_is_no_other_one(other, command):
    words = ["--practice", other, *["http://127.0.0.1:9"] * (other == "--api-base")]
    for typed in ([*words, *command.split()], [*command.split(), *words]):
        with pytest.raises(BadInput, match=f"--practice and {other} do not go together"):
            read_words(typed)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("postss beds", "There is no command “postss”; did you mean “posts”? See allybook --help."),
        ("posts --limti 5", "no option --limti here; did you mean --limit? See allybook posts"),
        ("posts --limti=5", "no option --limti here; did you mean --limit? See allybook posts"),
        ("--practise posts", "no option --practise here; did you mean --practice?"),
        ("--practise", "There is no option --practise here; did you mean --practice?"),
        ("refresh hoem", "“hoem” is no source of refresh; did you mean “home”?"),
        ("quote serch", "“serch” is no job of quote; did you mean “search”?"),
        ("mutes add --for evre", "--for does not take “evre”; did you mean “ever”?"),
        ("list plan --way sideways", "--way does not take “sideways”; use newest or whole."),
        ("budget 5 6", "There is no place for “6” here; put several words in quotes."),
        ("activity --zzz", "There is no option --zzz here; use --api-base, --book, --budget, "),
        ("allies list --jsn", "did you mean --json? See allybook allies list --help."),
        ("allies export a.csv --exel", "did you mean --excel? See allybook allies export --help."),
        ("books merge a b --paln", "did you mean --plan? See allybook books merge --help."),
        ("--json posts", "There is no place for --json there; write it after allybook posts."),
        ("allies --json list", "no place for --json there; write it after allybook allies list."),
    ],
)
def test_a_misspelt_word_is_told_what_was_probably_meant(typed, told):
    with pytest.raises(BadInput) as caught:
        read_words(typed.split())
    assert told in str(caught.value)
    assert caught.value.exit_status == 2


def test_a_mistyped_reason_for_noise_is_told_what_was_probably_meant():
    with pytest.raises(BadInput, match=r"^There is no reason “repsot”; did you mean repost=3\?$"):
        parse_weight("repsot=3")


def test_a_word_like_no_command_is_told_which_there_are():
    with pytest.raises(BadInput, match=r"“xyz”; use tour, import, posts, refresh, .* or purge\."):
        read_words(["xyz"])


def test_a_value_may_be_called_like_a_command():
    options, words = read_words(["--book", "import", "posts", "list", "--count"])
    assert (options.book, words.command, words.filter) == ("import", "posts", ["list"])


@pytest.mark.parametrize(
    "words",
    [
        *("posts beds --limit", "refresh home --most", "chat a --most", "quote home --most"),
        *("list publish --daily", "allies export a.html --part"),
    ],
)
@pytest.mark.parametrize("digits", [10, 20, 5_000])
def test_a_number_larger_than_any_is_told_in_one_short_sentence(words, digits):
    with pytest.raises(BadInput, match=f"a number of {digits} digits is too large") as caught:
        read_words([*words.split(), "9" * digits])
    assert len(str(caught.value)) < 120


@pytest.mark.parametrize("typed", ["0", "-5", "many"])
def test_a_part_of_a_page_is_a_number_from_one_on(typed):
    with pytest.raises(BadInput, match="no whole number from 1 on"):
        read_words(["allies", "export", "a.html", f"--part={typed}"])


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("--profile", "", "posts"), "--profile"),
        (("posts", "--profile", " "), "--profile"),
        (("--api-base", "", "refresh"), "--api-base"),
        (("--budget", "", "chat", "swhelper"), "--budget"),
        (("--book", "", "allies", "list"), "--book"),
        (("chat", "swhelper", "--from", ""), "--from"),
        (("quote", "chat", "swhelper", "--to", ""), "--to"),
        (("check", "--of", ""), "--of"),
        (("check", "--names", ""), "--names"),
        (("quote", "check", "--of", ""), "--of"),
        (("purge", "", "--yes"), "HANDLE"),
        (("ticks", "done", ""), r"ID\|TEXT"),
        (("import", ""), "FILE"),
        (("allies", "import", ""), "FILE"),
        (("books", "save", "Housing", ""), "FILE"),
        (("books", "merge", "my.allybook", "--into", ""), "--into"),
        (("books", "combine", "union", "Housing", "--into", ""), "--into"),
        (("books", "new", ""), "NAME"),
        (("allies", "approve", "@ana", ""), "NAME"),
        (("allies", "set", "@ana", "--note", ""), "--note"),
        (("refresh", "names", ""), "FILTER"),
        (("refresh", "gaps", "beds", " "), "FILTER"),
        (("refresh", "names", "beds", "--most", "10", ""), "FILTER"),
        (("quote", "gaps", ""), "FILTER"),
        (("spared", "add", ""), "FILTER"),
        (("mutes", "add", ""), "WHAT"),
        (("chat", ""), "hashtag"),
        (("budget", ""), "DOLLARS"),
        (("noise", "--languages", ""), "--languages"),
        (("take-back", ""), "ACT"),
    ],
    ids=str,
)
def test_an_empty_variable_of_the_shell_is_no_answer(words, where):
    with pytest.raises(
        BadInput, match=f"{where}.*: nothing stands there; a variable of your shell"
    ):
        read_words(list(words))


def test_what_may_be_left_out_may_be_left_out():
    assert read_words(["purge", "--yes"])[1].whom == ""
    assert read_words(["purge", "@ana", "--yes"])[1].whom == "@ana"
    assert read_words(["ticks", "next"])[1].tick == ""
    assert read_words(["check"])[1].of == ""
    assert read_words(["chat", "swhelper"])[1].start == ""
    assert read_words(["quote", "check"])[1].whom == ""
    assert read_words(["--profile", ".", "posts"])[0].profile == Path()
    assert read_words(["budget"])[1].dollars == ""


def test_an_empty_filter_of_posts_keeps_all_and_an_empty_category_is_none():
    assert read_words(["posts", "", "--count"])[1].filter == [""]
    assert read_words(["posts", "--count", ""])[1].filter == [""]
    assert read_words(["allies", "set", "@ana", "--category", ""])[1].category == ""


@pytest.mark.parametrize(
    ("words", "where"),
    [
        (("allies", "set", "@ana", "--note", "caf\udce9"), "--note"),
        (("allies", "set", "@ana", "--tag", "caf\udce9"), "--tag"),
        (("allies", "decline", "@ana", "--reason", "\udce9"), "--reason"),
        (("allies", "export", "a.html", "--title", "caf\udce9"), "--title"),
        (("books", "new", "caf\udce9"), "NAME"),
        (("books", "merge", "@ana", "caf\udce9"), "OTHER"),
        (("refresh", "search", "beds", "--most", "10", "caf\udce9"), "FILTER"),
        (("posts", "caf\udce9", "--count"), "FILTER"),
        (("--book", "caf\udce9", "allies", "list"), "--book"),
    ],
    ids=ascii,
)
def test_a_broken_character_is_refused_where_it_stands(words, where):
    with pytest.raises(BadInput, match=f"{where}.*: a character is broken here: write it anew"):
        read_words(list(words))


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("refresh names beds --most 10", "“allybook refresh names” has no use for --most: leave"),
        ("quote names beds --most 10", "“allybook quote names” has no use for --most"),
        ("quote check --most 10", "“allybook quote check” has no use for --most"),
        ("quote list --most 10", "“allybook quote list” has no use for --most"),
        ("quote count beds", "“allybook quote count” has no use for “beds”: leave it out"),
        ("quote count from:anna", "“allybook quote count” has no use for “from:anna”"),
        ("quote sign-in --of followers", "“allybook quote sign-in” has no use for --of"),
        ("quote check mine --of followers", "--of and “mine” do not go together"),
        ("list pull --pace 0", "“allybook list pull” has no use for --pace"),
        ("list pull --public", "“allybook list pull” has no use for --public"),
        ("list publish --most 5", "“allybook list publish” has no use for --most"),
        ("mutes list beds", "“allybook mutes list” has no use for “beds”"),
        ("mutes remove beds --for day", "“allybook mutes remove” has no use for --for"),
        ("spared list beds", "“allybook spared list” has no use for “beds”"),
        ("ticks list 1", "“allybook ticks list” has no use for “1”"),
        (
            "check --compare 2026-03-01 2026-03-02 --count",
            "--compare and --count do not go together",
        ),
        ("check --count --anew", "--count and --anew do not go together"),
        ("check --count --way pages", "--count and --way do not go together"),
        ("books merge @a @b --into mine", "“@b” and --into do not go together: leave one out"),
    ],
)
def test_what_would_not_be_heeded_is_refused(typed, told):
    with pytest.raises(BadInput) as caught:
        read_words(typed.split())
    assert str(caught.value).startswith(told)
    assert str(caught.value).endswith("Nothing was done.")


@pytest.mark.parametrize("option", ["--tag", "--untag"])
def test_a_tag_of_signs_alone_is_none(option):
    with pytest.raises(BadInput, match="“# #” is no tag: write a word"):
        read_words(["allies", "set", "@ana", option, "# #"])


def test_a_file_may_have_any_name():
    read = lambda *words: read_words(list(words))[1]  # noqa: E731
    assert read("import", "caf\udce9.csv").files == [Path("caf\udce9.csv")]
    assert read("books", "merge", "caf\udce9.allybook").keep == "caf\udce9.allybook"
    assert read("allies", "export", "caf\udce9.csv").file == Path("caf\udce9.csv")
