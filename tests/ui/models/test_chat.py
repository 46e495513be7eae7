from datetime import timedelta

import pytest
from msgspec.structs import replace
from PySide6.QtTest import QAbstractItemModelTester

from allybook.ui.models.chat import (
    ChatGroup,
    ChatPost,
    ChatRowsModel,
    Shown,
    asked_text,
    post_sentence,
    time_text,
)
from allybook.ui.models.pills import Pill
from allybook.ui.models.roles import SENTENCE, Role
from tests.fakes.cards import NOW, make_post, now


def answer(post_id, text="A3 our friends at @BluebirdRespite", **more):
    return ChatPost(make_post(post_id, text), "Odalys Brandt-Kemp", "odalys_bk", **more)


FIRST = ChatGroup("q1", "Q1", "What is your corner?", "31 answers", (answer(1), answer(2)))
CURRENT = ChatGroup(
    "q3", "Q3", "Who should we know?", "2 answers", (answer(3), answer(4)), NOW, current=True
)


@pytest.fixture
def model(qapp):
    model = ChatRowsModel(now)
    model.show([FIRST, CURRENT])
    return model


def keys(model):
    return [model.index(row, 0).data(Role.KEY) for row in range(model.rowCount())]


def test_the_model_keeps_qt_rules(model):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.toggle("q1")
    model.toggle("q3")
    model.show([])
    assert tester.model() is model


def test_only_the_current_question_is_open(model):
    assert keys(model) == ["q1", "q3", 3, 4]


def test_questions_fold_and_open(model):
    model.toggle("q1")
    assert keys(model) == ["q1", 1, 2, "q3", 3, 4]
    model.toggle("q3")
    assert keys(model) == ["q1", 1, 2, "q3"]
    model.toggle("no such question")
    assert keys(model) == ["q1", 1, 2, "q3"]


def test_what_the_person_folded_stays_folded_when_posts_come(model):
    model.toggle("q3")
    model.toggle("q1")
    model.show([FIRST, ChatGroup("q3", "Q3", posts=(answer(5),), current=True)])
    assert keys(model) == ["q1", 1, 2, "q3"]


def test_rows_are_found_by_key(model):
    assert (model.row_of("q3"), model.row_of(4), model.row_of(1)) == (1, 3, None)
    assert [row for row, _group in model.group_rows()] == [0, 1]


def test_one_sentence_about_each_row(model):
    model.show(
        [
            FIRST,
            ChatGroup(
                "q3",
                "Q3",
                "Who?",
                "1 answer",
                (answer(3, badge=Pill("Guest"), named=2),),
                CURRENT.asked_at,
                current=True,
            ),
        ]
    )
    assert [model.index(row, 0).data(SENTENCE) for row in range(3)] == [
        "Q1: What is your corner?, 31 answers, folded.",
        "Q3, asked 9:41 AM: Who?, 1 answer, open.",
        "Odalys Brandt-Kemp, @odalys_bk, 9:29, Guest, 2 named: A3 our friends at @BluebirdRespite.",
    ]


def test_a_reader_hears_where_a_link_leads_and_a_handle_once(model):
    post = replace(
        make_post(3, "A3 see https://t.co/1 and https://t.co/2."),
        links=("https://www.beds.example/a?b=1", "https://a.example/1"),
    )
    alone = ChatPost(post, "@odalys_bk", "odalys_bk")
    model.show([ChatGroup("q3", "Q3", posts=(alone,), current=True)])
    assert model.index(1, 0).data(SENTENCE) == (
        "@odalys_bk, 9:29: A3 see link to beds.example and link to a.example."
    )


def test_a_question_says_when_it_was_asked():
    assert asked_text(CURRENT, NOW + timedelta(minutes=5)) == "Q3, asked 9:41 AM"
    assert asked_text(FIRST, NOW) == "Q1"
    earlier = replace(CURRENT, asked_at=NOW - timedelta(days=30), other_day=True)
    assert asked_text(earlier, NOW) == "Q3, asked Mar 1, 9:41 AM"


@pytest.mark.parametrize(
    ("shown", "words"),
    [(Shown.SHORT, "9:29"), (Shown.HALF, "9:29 AM"), (Shown.DAY, "Tue 9:29 AM")],
)
def test_a_post_says_as_much_of_its_time_as_is_no_matter_of_course(shown, words):
    row = answer(3, shown=shown)
    assert time_text(row, NOW) == words
    assert f", {words}: " in post_sentence(row, NOW)
