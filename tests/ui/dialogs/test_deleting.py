"""Taking back a new list deletes it on X: who goes with it is told no surer than it is known."""

import pytest

from allybook.domain.acts.outbox import Deed, Outcome
from allybook.services.publish.activity import happening
from allybook.services.publish.take_back import plan_take_back
from allybook.ui.dialogs.activity.quoting import view_of
from allybook.ui.dialogs.activity.rows import read_rows
from tests.ui.dialogs.acted import LIST, act


@pytest.mark.parametrize(
    ("complete", "said"),
    [(True, "with everyone on it (2)."), (False, "with everyone on it (at least 2).")],
)
def test_a_list_read_in_part_is_not_told_as_whole(desk, complete, said):
    act(desk, "made", "", 60, Outcome.CREATED, Deed.CREATE_LIST)
    desk.cache.save_members(LIST, ["21", "22"], complete=complete, as_of=desk.clock.now())
    row = next(row for row in read_rows(desk, desk.clock.now()) if row.key == "made")
    view = view_of(desk, plan_take_back(desk, happening(desk, "made")), row)
    assert said in view.sentence
