"""Who was forgotten stays so: what was remembered before changes nothing any more."""

from __future__ import annotations

import pytest

from allybook.domain.errors import BadInput
from allybook.domain.mutes import MuteKind, Spell
from allybook.services.forget.known import find_known
from allybook.services.forget.mark import forgetting, unless_forgotten
from allybook.services.forget.purge import purge_account, purge_all
from allybook.services.timeline.mutes import mute, mutes


@pytest.mark.parametrize(
    "forget",
    [purge_all, lambda desk: purge_account(desk, find_known(desk, "ana"))],
)
def test_a_desk_of_before_chooses_nothing_any_more(desk, forget):
    before = unless_forgotten(desk, forgetting(desk))
    mute(before, MuteKind.AUTHOR, "ana", Spell.EVER)
    assert len(mutes(desk)) == 1
    forget(desk)
    for choose in (
        lambda: mute(before, MuteKind.AUTHOR, "ana", Spell.EVER),
        lambda: before.settings.write("anything", "ana"),
    ):
        with pytest.raises(BadInput, match="forgotten since"):
            choose()
    assert mutes(desk) == ()
    assert desk.settings.read("anything") == ""
    now = unless_forgotten(desk, forgetting(desk))
    now.settings.write("anything", "beds")
    assert desk.settings.read("anything") == "beds"


def test_each_forgetting_leaves_another_mark(desk):
    marks = [forgetting(desk)]
    for _ in range(3):
        purge_all(desk)
        marks.append(forgetting(desk))
    assert len(set(marks)) == 4
