from datetime import timedelta
from pathlib import Path

import pytest

from allybook.domain.book.entry import Kind, Status
from allybook.domain.check.followback import Answer, CheckFlag
from allybook.ui.models import signs
from allybook.ui.models.pills import Pill, PillTone

ICONS = Path(__file__).parents[3] / "resources" / "icons"


def test_every_state_of_the_book_has_a_sign():
    assert {status.value for status in Status} <= {status.value for status in signs.AllyStatus}


@pytest.mark.parametrize(
    "sign",
    [
        *map(signs.status_sign, signs.AllyStatus),
        *map(signs.answer_sign, Answer),
        *map(signs.flag_pill, CheckFlag),
        signs.no_lists_pill(),
        signs.grace_pill(timedelta(days=3)),
    ],
)
def test_every_state_has_a_word_and_a_drawing(sign):
    assert sign.words
    assert (ICONS / f"{sign.icon}.svg").is_file()


def test_flags_say_what_is_known():
    assert signs.quiet_pill(timedelta(days=212)) == Pill("quiet 212 days", "moon")
    assert signs.gone_pill("Mar 2").words == "gone since Mar 2"
    assert signs.renamed_pill("TideDebt").words == "was @TideDebt"
    assert signs.grace_pill(timedelta(days=1)).words == "grace, 1 day"
    assert signs.suspended_pill().tone is PillTone.CARE


def test_every_kind_has_a_word():
    assert [signs.kind_word(kind) for kind in Kind] == ["organisation", "person", "hashtag"]
