"""Whose profile is read after a capture: as few as it takes to know whom people shared."""

import pytest

from allybook.services.chats.chat import chat_people, open_chat
from allybook.services.people.resolve import resolve, unnamed
from allybook.services.reading.capture import capture
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience
from tests.workshop import practice_desk

TAG = "swhelper"


@pytest.mark.timeout(180)
def test_few_profiles_tell_the_same_nominations_as_all_of_them(tmp_path):
    with practice_desk(tmp_path) as desk:
        sign_in(desk)
        capture(desk, TAG, Patience(), most=1_000)
        few = chat_people(desk, open_chat(desk, TAG))
        resolve(desk, few, Patience())
        assert chat_people(desk, open_chat(desk, TAG)) == ()
        told = nominations(desk)
        chat = open_chat(desk, TAG)
        assert all(one.handle for one in chat.participants)
        everybody = [one.user_id for one in (*chat.participants, *chat.nominations) if one.user_id]
        rest = unnamed(desk, everybody)
        assert len(rest) > len(few) / 2
        resolve(desk, rest, Patience())
        assert nominations(desk) == told


def nominations(desk):
    """Return whom the chat shares, without how sure that is."""
    return {(one.key, one.kind, one.score) for one in open_chat(desk, TAG).nominations}
