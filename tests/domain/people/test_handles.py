"""What people paste, with every kind of dirt."""

import string
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.domain.people.handles import (
    NOT_NAMES,
    RESERVED,
    Found,
    Piece,
    Sort,
    find_names,
    gather,
    is_list,
    read_pieces,
)

HANDLES = st.text(string.ascii_letters + string.digits + "_", min_size=1, max_size=15).filter(
    lambda word: word.lower() not in RESERVED
)


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        ("@NestLine", ["NestLine"]),
        ("NestLine", ["NestLine"]),
        ("one_a\ntwo_b\r\nthree_c", ["one_a", "two_b", "three_c"]),
        ("one_a\ttwo_b\t\tthree_c", ["one_a", "two_b", "three_c"]),
        (
            "one_a, two_b; three_c | four_d、five_e",
            ["one_a", "two_b", "three_c", "four_d", "five_e"],
        ),
        ("1. one_a\n2) two_b\n- three_c\n• @four_d", ["one_a", "two_b", "three_c", "four_d"]),
        ("\"one_a\"\n'two_b'\n(@three_c).", ["one_a", "two_b", "three_c"]),
        (".@one_a cc/@two_b @three_c's", ["one_a", "two_b", "three_c"]),
        ("\uff20\uff2e\uff45\uff53\uff54\uff2c\uff49\uff4e\uff45", ["NestLine"]),
        ("\ufeff@Nest\u200bLine\u2069\u200d", ["NestLine"]),
        ("@NestLine @nestline @NESTLINE", ["NestLine"]),
        ("@NestLine! @OakDesk, @elmroom… @fir_hut.", ["NestLine", "OakDesk", "elmroom", "fir_hut"]),
        ("[Nest](https://x.com/NestLine) <https://x.com/OakDesk>", ["NestLine", "OakDesk"]),
    ],
)
def test_names_are_found(text, handles):
    assert list(find_names(text).handles) == handles


@pytest.mark.parametrize(
    "address",
    [
        "https://x.com/NestLine",
        "http://www.twitter.com/NestLine/",
        "x.com/NestLine",
        "https://mobile.twitter.com/NestLine?lang=en&s=20",
        "https://m.x.com/@NestLine",
        "HTTPS://X.COM/NestLine/status/1624459474893582336?s=46&t=abc",
        "https://twitter.com/#!/NestLine",
        "https://twitter.com/intent/user?screen_name=NestLine",
        "https://x.com/intent/follow?region=x&screen_name=NestLine.",
        "https://x.com/%40NestLine).",
        "https://x.com/NestLine/lists/allies",
        "https://x.com/NestLine#top",
    ],
)
def test_addresses_name_their_account(address):
    assert find_names(address) == Found(handles=("NestLine",))


@pytest.mark.parametrize(
    ("text", "user_ids"),
    [
        ("https://twitter.com/intent/user?user_id=783214", ["783214"]),
        ("https://x.com/i/user/1624459474893582336", ["1624459474893582336"]),
        ("783214\n1624459474893582336\n783214", ["783214", "1624459474893582336"]),
    ],
)
def test_ids_are_found(text, user_ids):
    assert find_names(text) == Found(user_ids=tuple(user_ids))


@pytest.mark.parametrize(
    ("text", "hashtags"),
    [
        ("#SwHelper and #swhelper, #Ethics!", ["SwHelper", "Ethics"]),
        ("\uff03社会福祉", ["社会福祉"]),
        ("#समाजकार्य #می‌خواهم", ["समाजकार्य", "می‌خواهم"]),
        ("https://x.com/hashtag/SwHelper?src=hash", ["SwHelper"]),
        ("https://twitter.com/search?q=%23SwHelper&f=live", ["SwHelper"]),
        ("#2026 #4All &#39; a#b https://a.example/#c", ["4All"]),
    ],
)
def test_hashtags_are_found(text, hashtags):
    assert list(find_names(text).hashtags) == hashtags


@pytest.mark.parametrize(
    "text",
    [
        "ana@nestline.example",
        "mailto:ana.b+c@nestline.example",
        "@ana@social.example",
        "@ana.social.example",
        "https://video.example/@nestline",
        "nestline.example",
        "https://box.com/nestline",
        "https://x.com/home",
        "https://x.com/i/lists/1624459474893582336",
        "https://x.com/search?q=nestline",
        "https://x.com",
        "@home",
        "@sixteen_letters_",
        "@josé",
        "sixteen_letters_",
        "two words",
        "2026",
        "(555) 123-4567",
        "+15551234567",
        "#2026",
        "Handle",
        "n/a",
    ],
)
def test_what_is_no_name_is_left_over(text):
    assert find_names(text) == Found(leftovers=(text,))


def test_a_signature_gives_its_name_and_no_mail_address():
    signature = (
        "Ana Brook | Coordinator\nNest Line\nana@nestline.example\n"
        "Twitter: @NestLine\nwww.nestline.example"
    )
    found = find_names(signature)
    assert found.handles == ("NestLine",)
    assert "ana@nestline.example" in found.leftovers


def test_words_around_a_name_are_left_over_in_order():
    found = find_names("Thanks to @one_a, @two_b and to ana@nest.example (@three_c)")
    assert found.handles == ("one_a", "two_b", "three_c")
    assert found.leftovers == ("Thanks to", "and to ana@nest.example")


def test_a_row_that_names_someone_plainly_has_no_bare_names():
    found = find_names("Nest Line\t@NestLine\tSpringfield\t4200")
    assert found.handles == ("NestLine",)
    assert found.leftovers == ("Nest Line", "Springfield", "4200")


def test_prose_has_no_bare_names():
    assert find_names("Wonderful", bare=False) == Found(leftovers=("Wonderful",))


def test_nothing_gives_nothing():
    assert find_names(" \n\t,;\n—\n") == Found()


@pytest.mark.parametrize("word", sorted(NOT_NAMES - RESERVED))
def test_a_heading_is_a_name_only_with_its_sign(word):
    assert find_names(word).handles == ()
    if word != "n/a":
        assert find_names(f"@{word}").handles == (word,)


@given(st.lists(HANDLES, max_size=60))
def test_every_pasted_name_comes_back_once(names):
    found = find_names("\n".join(f"@{name}" for name in names))
    expected = {name.lower(): name for name in reversed(names)}
    order = dict.fromkeys(name.lower() for name in names)
    assert list(found.handles) == [expected[name] for name in order]
    assert found.leftovers == ()


@given(st.text(st.characters(exclude_characters="'\u2019"), max_size=300))
def test_any_text_is_read_and_no_letter_is_lost(text):
    found = find_names(text)
    assert len({name.lower() for name in found.handles}) == len(found.handles)
    if not (found.handles or found.user_ids or found.hashtags):
        assert _letters("".join(found.leftovers)) == _letters(text)


def _letters(text):
    """Full-width letters count as the plain ones that they are read as; accents stand apart."""
    narrow = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    return [sign for sign in normalize("NFD", text.translate(narrow)) if sign.isalpha()]


@pytest.mark.parametrize(
    "text",
    ["@Müller_Stiftung", "@Jugend_förderung", "@nasẃ", "@nasq\u0301", "ü@nasw", "q\u0301@nasw"],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_with_an_accent_is_nobody_however_the_accent_is_written(text, form):
    assert find_names(normalize(form, text)) == Found(leftovers=(normalize("NFC", text),))


def test_a_hashtag_with_an_accent_is_one_however_the_accent_is_written():
    tag = "#Jugendförderung"
    assert find_names(f"{normalize('NFC', tag)} {normalize('NFD', tag)}").hashtags == (tag[1:],)


@pytest.mark.parametrize("address", ["https://x.com/en/privacy", "twitter.com/de/tos#a"])
def test_pages_of_x_in_a_language_are_nobody(address):
    assert find_names(address).handles == ()
    assert find_names("https://x.com/en").handles == ("en",)


def test_parts_of_a_text_are_a_list_or_prose_together():
    assert is_list(["Danke"])
    assert is_list(["Thanks to all", "nasw"])
    assert not is_list(["Thanks to all", "and good night to you", "Gruss"])


def test_every_piece_is_accounted_for_with_its_line():
    text = "@NestLine, #Shelter\n\nsee nestline there\n@NESTLINE 783214"
    assert read_pieces(text) == (
        Piece(1, Sort.HANDLE, "NestLine"),
        Piece(1, Sort.HASHTAG, "Shelter"),
        Piece(3, Sort.LEFTOVER, "see nestline there"),
        Piece(4, Sort.HANDLE, "NESTLINE"),
        Piece(4, Sort.LEFTOVER, "783214"),
    )


@given(st.text())
def test_each_line_that_says_something_has_a_piece(text):
    pieces = read_pieces(text)
    assert gather(pieces) == find_names(text)
    told = {piece.line for piece in pieces}
    lines = text.splitlines()
    said = {n for n, line in enumerate(lines, 1) if any(c.isascii() and c.isalnum() for c in line)}
    assert len(lines) >= max(told, default=0)
    assert said <= told


@pytest.mark.parametrize(
    ("text", "handles"),
    [
        (
            "Kind regards,\nRosa\nRosa Diaz, coordinator\nHarbor Row Shelter\n"
            "rosa@harborrow.example | x.com/HarborRow",
            ["HarborRow"],
        ),
        ("Harbor Row\tHarborRow\nElm Room\telmroom\n", ["HarborRow", "elmroom"]),
        ("Whom we like:\none_a\ntwo_b", ["one_a", "two_b"]),
        ("Harbor Row\tHarborRow\thousing\nElm Room\telm_room\thealth", ["HarborRow", "elm_room"]),
    ],
)
def test_a_first_name_under_a_letter_is_no_handle_and_a_list_is_one(text, handles):
    assert list(find_names(text).handles) == handles
