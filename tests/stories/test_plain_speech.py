"""What an organiser writes in plain words: questions, a thread of her own, articles to read."""

import json

import pytest

from allybook.domain.filters.show import show
from allybook.ui.models.roles import Role
from allybook.ui.widgets.prose import Prose

FIRST = 1_641_500_000_000_000_000
ASKED = "Wie gelingt es euch, neue Ehrenamtliche zu gewinnen?"
CHANCE = "This is our best chance to win rent control. Who can knock doors on Saturday?"
THREAD = ("1/ How we kept the night shelter open", "2/ First we counted", "3/ Then we called")
ARTICLES = {
    "rents": "What eviction courts in Leeds looked like last winter",
    "meals": "A reporter spent ten days with school cooks",
    "buses": "Why night nurses walk home since the line was cut",
}


def a_post(number, text, **facts):
    return {
        "id": str(FIRST + number * 100_000_000),
        "author_id": "31",
        "created_at": f"2023-03-30T18:{number:02}:00.000Z",
        "text": text,
        **facts,
    }


def answer_to(post):
    """Return the facts of a reply of the author to herself."""
    told = {"type": "replied_to", "id": post["id"]}
    return {"referenced_tweets": [told], "in_reply_to_user_id": "31"}


def linking(address):
    return {"entities": {"urls": [{"url": "https://t.co/a", "expanded_url": address}]}}


@pytest.fixture
def brought(qtbot, stage, tmp_path):
    """Bring her posts in, and return those of the thread."""
    root = a_post(1, THREAD[0])
    second = a_post(2, THREAD[1], **answer_to(root))
    third = a_post(3, THREAD[2], **answer_to(root))
    articles = [
        a_post(10 + n, text, **linking(f"https://www.news.example/society/{name}"))
        for n, (name, text) in enumerate(ARTICLES.items())
    ]
    posts = [root, second, third, a_post(20, ASKED), a_post(21, CHANCE), *articles]
    file = tmp_path / "brought.jsonl"
    file.write_text("".join(json.dumps(post) + "\n" for post in posts), encoding="utf-8")
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(file)
    return root, second, third


def texts(timeline):
    rows = (timeline.model.index(row, 0) for row in range(timeline.model.rowCount()))
    return [one.data(Role.ROW).row.post.text for one in rows]


def look_for(timeline, settled, text):
    timeline.show_filter(text)
    settled(lambda: show(timeline.sight.wish.chosen) == text and timeline.sight.whole)


@pytest.mark.usefixtures("brought")
def test_her_questions_are_questions_and_what_she_shares_is_no_noise(timeline, settled):
    look_for(timeline, settled, "from:id:31 is:question")
    assert set(texts(timeline)) >= {ASKED, CHANCE}
    look_for(timeline, settled, "from:id:31 noise>0")
    assert texts(timeline) == []


def test_her_thread_goes_on_beside_its_first_post(timeline, settled, brought):
    look_for(timeline, settled, "from:id:31 shelter")
    timeline.view.setCurrentIndex(timeline.model.index(0, 0))
    context = timeline.details.context
    settled(context.isVisible)
    shown = [line.text() for line in context.findChildren(Prose) if line.isVisible()]
    assert [text for text in shown if any(part in text for part in THREAD[1:])] == shown
    assert len(shown) == len(brought) - 1
