"""What the card of a chip offers is what there is, letter for letter."""

import pytest

from allybook.domain.filters.show import quote
from allybook.domain.filters.tree import On
from allybook.ui.tabs.timeline.chip_fields import make_field


@pytest.mark.parametrize("name", ["Nord", "My allies", 'Haus "Nord"', '"Nord"', "a\\b", 'a \\"b'])
def test_a_name_that_is_picked_is_the_name_of_the_book(qtbot, look, name):
    known = (f"in:{quote(name)}", f"tag:{quote('other')}", "from:ana")
    field = make_field(look, On.IN, "", known)
    qtbot.addWidget(field)
    model = field.completer().model()
    offered = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == [name]


def test_names_and_hashtags_are_offered_without_their_signs(qtbot, look):
    known = ("#swhelper", "@ana", "from:ana", 'list:"Beds"')
    offered = {}
    for on in (On.HASHTAG, On.MENTION, On.FROM, On.LIST):
        field = make_field(look, on, "", known)
        qtbot.addWidget(field)
        model = field.completer().model()
        offered[on] = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert offered == {
        On.HASHTAG: ["swhelper"],
        On.MENTION: ["ana"],
        On.FROM: ["ana"],
        On.LIST: ["Beds"],
    }
