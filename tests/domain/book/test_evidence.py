from allybook.domain.book.evidence import (
    came_from_list,
    found_on,
    missing_from,
    namings,
    went_from_list,
)

SAID = "1908000000000000000:42"


def test_only_posts_name_somebody():
    assert namings([SAID, found_on("9"), missing_from("9")]) == (("1908000000000000000", "42"),)


def test_what_a_list_showed_is_told_apart():
    assert came_from_list([SAID, found_on("9")])
    assert not came_from_list([SAID, missing_from("9")])
    assert went_from_list([missing_from("9")])
    assert not went_from_list([SAID])
