"""A hashtag in another script is one word: where it is clicked, and where it is looked for."""

import json

import pytest

from allybook.domain.filters.show import show
from allybook.ui.delegates.spans import HitKind, mark
from allybook.ui.models.roles import Role

TAGS = ("हिन्दी", "தமிழ்", "ไทยแลนด์", "東京・大阪")


@pytest.mark.parametrize("tag", TAGS)
def test_a_click_on_a_tag_finds_its_posts(qtbot, timeline, stage, settled, tmp_path, tag):
    post = {
        "id": "1641500000000000001",
        "author_id": "31",
        "created_at": "2023-03-30T18:00:00.000Z",
        "text": f"#{tag} Does anyone know a good interpreter",
        "entities": {"hashtags": [{"start": 0, "end": len(tag) + 1, "tag": tag}]},
    }
    file = tmp_path / "brought.jsonl"
    file.write_text(json.dumps(post) + "\n", encoding="utf-8")
    with qtbot.waitSignal(stage.doors.imported):
        stage.doors.read(file)
    timeline.show_filter("interpreter is:question")
    settled(lambda: "is:question" in show(timeline.sight.wish.chosen) and timeline.sight.whole)
    shown = timeline.model.index(0, 0).data(Role.ROW).row.post
    hit = next(one.hit for one in mark(shown).spans if one.hit.kind is HitKind.HASHTAG)
    timeline.view.hit.emit(hit)
    settled(lambda: show(timeline.sight.wish.chosen) == f"#{tag}" and timeline.sight.whole)
    assert list(timeline.model.order()) == [int(post["id"])]
