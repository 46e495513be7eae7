from __future__ import annotations

import json

import pytest

from allybook.domain.errors import Garbled
from allybook.domain.people.accounts import Problem, Reason
from allybook.gateway.decode.answer import read_answer
from tests.gateway import samples


def read(**body):
    return read_answer(json.dumps(body).encode(), "post", lambda text: text)


def test_data_may_be_one_thing_or_many():
    assert [item.name for item in read(data={"id": "1"}).items] == ["the post 1"]
    assert [item.name for item in read(data=[{"id": 1}, {}]).items] == [
        "the post 1",
        "a post without a usable id",
    ]


def test_what_came_along_is_found_under_old_and_new_names():
    along = {"users": [{"id": "1"}], "tweets": [{"id": "2"}], "posts": [{"id": "3"}], "media": None}
    answer = read(data=[], includes=along)
    assert [item.name for item in answer.posts] == ["the post 2", "the post 3"]
    assert [item.name for item in answer.users] == ["the account 1"]
    assert answer.media == ()


@pytest.mark.parametrize(
    ("body", "bare"),
    [({}, True), ({"errors": [{}]}, True), ({"data": []}, False), ({"meta": {}}, False)],
)
def test_an_answer_without_data_or_meta_is_bare(body, bare):
    assert read(**body).bare is bare


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (samples.NOT_FOUND, Reason.GONE),
        (samples.SUSPENDED, Reason.SUSPENDED),
        (samples.NOT_AUTHORISED, Reason.PRIVATE),
        ({"resource_id": 5, "type": "https://api.x.com/2/problems/internal-error"}, Reason.OTHER),
        ({"resource_id": "5"}, Reason.OTHER),
    ],
)
def test_a_problem_says_why_something_is_not_shown(error, reason):
    [problem] = read(data=[], errors=[error]).problems("user")
    assert problem.reason is reason


def test_problems_are_those_of_the_things_asked_for():
    about_post = {"value": "9", "resource_type": "tweet", "title": "Not Found Error"}
    about_field = {"title": "Field Unauthorized", "detail": "No."}
    answer = read(data=[], errors=[samples.NOT_FOUND, about_post, about_field, "odd", None])
    assert answer.problems("tweet", "post") == (Problem("9", Reason.OTHER, "Not Found Error"),)
    assert [problem.resource for problem in answer.problems("user")] == ["77"]


@pytest.mark.parametrize("body", [b"", b"null", b"5", b'"text"', b"[]", b'{"data": 5}', b"{]"])
def test_what_is_no_answer_is_garbled(body):
    with pytest.raises(Garbled, match=r"Nothing was changed; try again later\."):
        read_answer(body, "post", lambda text: text)
