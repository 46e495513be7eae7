from __future__ import annotations

import ast
from pathlib import Path

import pytest
from msgspec.json import decode

from allybook import ui
from allybook.ui.theme.tokens import SCHEMES, load
from tests.ui.conftest import RESOURCES

FILE = RESOURCES / "themes" / "tokens.json"
WINDOW = Path(ui.__file__).parent


@pytest.fixture(scope="module")
def tokens():
    return load(FILE.read_bytes())


def luminance(colour):
    """Return the relative luminance by WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_scheme_knows_the_same_roles(tokens):
    light, *others = (set(tokens.schemes[scheme].roles) for scheme in SCHEMES)
    # The ring is said apart where it differs; everything else must be there.
    assert all(other == light for other in others)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("ink", "paper", "least"),
    [
        ("text", "surface", 7),
        ("text_2", "panel", 4.5),
        ("text_3", "window", 4.5),
        ("text_3", "surface", 4.5),
        ("accent_text", "surface", 4.5),
        ("accent_text", "accent_soft", 4.5),
        ("on_accent", "accent", 4.5),
        ("warn", "warn_soft", 4.5),
        ("danger", "danger_soft", 4.5),
        ("border_control", "surface", 3),
        ("focus", "surface", 3),
    ],
)
def test_inks_can_be_read_on_their_paper(tokens, scheme, ink, paper, least):
    roles = tokens.schemes[scheme].roles
    assert contrast(roles[ink], roles[paper]) >= least


TEXTS = ("text", "text_2", "text_3", "accent_text")
PAPERS = ("window", "surface", "panel", "hover", "selection_off")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("ink", TEXTS)
def test_every_ink_can_be_read_on_every_paper(tokens, scheme, ink, paper):
    roles = tokens.schemes[scheme].roles
    assert contrast(roles[ink], roles[paper]) >= 4.5


@pytest.mark.parametrize("scheme", SCHEMES)
def test_a_selected_row_can_be_read(tokens, scheme):
    roles = tokens.schemes[scheme].roles
    # In high contrast the whole row turns to one ink.
    inks = ("on_accent",) if scheme == "contrast" else TEXTS
    assert all(contrast(roles[ink], roles["selection"]) >= 4.5 for ink in inks)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize(
    ("sign", "papers"),
    [
        ("danger", ("surface",)),
        ("focus", ("surface", "window", "panel", "selection", "accent_soft", "hover")),
        ("accent", ("surface", "window", "panel", "hover")),
        ("border_control", ("surface",)),
        ("warn", ("surface", "panel", "warn_soft")),
    ],
)
def test_signs_and_outlines_stand_out(tokens, scheme, sign, papers):
    roles = tokens.schemes[scheme].roles
    # The selected row of high contrast is framed from inside by its neighbours' black.
    seen = (one for one in papers if (scheme, one) != ("contrast", "selection"))
    assert all(contrast(roles[sign], roles[paper]) >= 3 for paper in seen)


@pytest.mark.parametrize("scheme", SCHEMES)
def test_letters_in_avatars_can_be_read(tokens, scheme):
    assert all(contrast(*pair) >= 4.5 for pair in tokens.schemes[scheme].avatars)


def test_no_text_is_below_the_smallest_size(tokens):
    assert all(letters.size >= tokens.min_size for letters in tokens.kinds.values())


def test_a_file_without_a_table_is_refused():
    with pytest.raises(ValueError, match="schemes"):
        load(b"{}")


@pytest.fixture(scope="module")
def named():
    """All short texts in the code of the window: what it names stands among them."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in WINDOW.rglob("*.py"))
    nodes = (node for tree in trees for node in ast.walk(tree))
    return {
        node.value
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_token_is_used_in_the_window(tokens, named):
    there = {
        "kinds": tokens.kinds,
        "roles": tokens.schemes["light"].roles,
        "avatars": tokens.avatars,
        **tokens.sizes,
    }
    assert [(table, name) for table in there for name in there[table] if name not in named] == []


def test_every_icon_is_used_in_the_window(named):
    icons = [path.stem for path in (RESOURCES / "icons").glob("*.svg")]
    assert len(icons) > 50
    assert sorted(set(icons) - named) == []


def test_nothing_is_described_that_is_not_there(tokens):
    meanings = decode(FILE.read_bytes())["meanings"]
    there = {
        "roles": tokens.schemes["light"].roles,
        "contrast": tokens.schemes["contrast"].roles,
        "fonts": ("family", "features", "min_size"),
        "kinds": ("each", *tokens.kinds),
        "avatars": ("each", *tokens.avatars),
        **tokens.sizes,
    }
    assert [(table, name) for table in meanings for name in meanings[table]] == [
        (table, name) for table in meanings for name in meanings[table] if name in there[table]
    ]
