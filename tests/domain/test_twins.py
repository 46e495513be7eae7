"""Values made in great numbers are the values that they would have been."""

from dataclasses import FrozenInstanceError

import pytest

from allybook.domain.posts import Metrics, Post
from allybook.domain.twins import twin

WHOLE = Metrics(1, 2, 3, 4, None)


def test_what_a_twin_makes_is_the_real_thing():
    made = twin(Metrics)(1, 2, 3, 4, None)
    assert type(made) is Metrics
    assert made == WHOLE
    assert hash(made) == hash(WHOLE)
    assert repr(made) == repr(WHOLE)


def test_it_is_frozen_as_any_other():
    made = twin(Metrics)(1, 2, 3, 4, None)
    with pytest.raises(FrozenInstanceError):
        made.likes = 5


def test_every_field_has_to_be_given():
    with pytest.raises(TypeError):
        twin(Post)("1", "2")
