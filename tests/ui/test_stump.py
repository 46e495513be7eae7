import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.ui.stump import DOTS, without_stump

TITLE = "Posts with #swhelper, without reposts, with housing"


@pytest.mark.parametrize(
    ("length", "shown"),
    [
        (35, "Posts with #swhelper, without…"),
        # A whole word before the dots stays, and a comma there says nothing.
        (29, "Posts with #swhelper, without…"),
        (24, "Posts with #swhelper…"),
    ],
)
def test_what_is_cut_ends_with_a_word(length, shown):
    assert without_stump(TITLE[:length] + DOTS, TITLE) == shown


def test_of_a_name_each_letter_tells():
    assert without_stump("Cosima East…", "Cosima Eastlake") == "Cosima East…"
    assert without_stump("Wohnungslosen…", "Wohnungslosenhilfe") == "Wohnungslosen…"


def test_a_long_stump_may_stay():
    whole = "We read your letter and this is why we answer #AVeryLongTag"
    assert without_stump(f"{whole[:-7]}…", whole, 3) == f"{whole[:-7]}…"
    assert without_stump(f"{whole[:-11]}…", whole, 3).endswith(" answer…")


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_it_only_ever_shortens_what_was_cut(whole, length, longest):
    cut = whole[:length] + DOTS
    shown = without_stump(cut, whole, longest)
    assert len(shown) <= len(cut)
    assert whole.startswith(shown.removesuffix(DOTS))
    assert without_stump(whole[:length].replace(DOTS, ""), whole) == whole[:length].replace(
        DOTS, ""
    )
