from allybook.ui.models.recent import Recent


def test_a_value_is_made_once_while_it_is_kept():
    made = []
    recent = Recent(2)
    for key in ("a", "a", "b", "a", "c", "a", "b"):
        recent.get(key, lambda key=key: made.append(key) or key)
    # "b" went when "c" came, because "a" had been asked for since.
    assert made == ["a", "b", "c", "b"]
    assert len(recent) == 2


def test_made_smaller_it_forgets_the_oldest():
    recent = Recent(3)
    for key in "abc":
        recent.get(key, lambda: 1)
    recent.set_size(1)
    assert len(recent) == 1
    assert recent.get("c", lambda: 2) == 1


def test_cleared_it_knows_nothing():
    recent = Recent(2)
    recent.get("a", lambda: 1)
    recent.clear()
    assert recent.get("a", lambda: 2) == 2


def test_what_was_made_elsewhere_is_kept_like_all_else():
    recent = Recent(2)
    for key in "abc":
        recent.keep(key, key.upper())
    assert ("a" in recent, "b" in recent) == (False, True)
    assert recent.get("c", lambda: "made again") == "C"
