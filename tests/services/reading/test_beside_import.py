"""A file is imported, and another one sifted, while X is read: nothing waits in vain or is lost."""

import json
from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest

from allybook.domain.filters.parse import parse
from allybook.domain.filters.tree import EVERYTHING
from allybook.domain.posts import Post, id_at
from allybook.services.imports.run import import_file
from allybook.services.reading.gaps import fill_gap
from allybook.services.reading.noted import noted
from allybook.services.reading.refresh import refresh
from allybook.services.sign_in.who import sign_in
from allybook.services.timeline.sift import count
from allybook.store.profile import Profile
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork
from tests.programs import PATIENCE as LONGEST

NOW = datetime(2026, 3, 31, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
ALL, IN_FILE, PAGE = 600, 5_000, 20


class Paged(MemoryNetwork):
    """Begins something with its first page, and waits for its end before the last ones."""

    def __init__(self, work):
        super().__init__()
        self.page_size, self.work = PAGE, work
        moments = [NOW - number * 10 * MINUTE for number in range(1, ALL + 1)]
        self.timeline = [Post(id_at(one, sequence=5), "31", one, "Beds tonight") for one in moments]

    def home(self, *words, page=None, **more):
        if page is None:
            self.work.start()
        elif int(page) + 2 * PAGE >= ALL - 50:
            self.work.join(LONGEST)
        return super().home(*words, page=page, **more)


@pytest.fixture
def hydrated(tmp_path):
    path = tmp_path / "hydrated.jsonl"
    rows = (
        {
            "id": id_at(NOW - timedelta(days=2) - number * MINUTE, sequence=9),
            "author_id": "41",
            "text": f"Food number {number}",
            "created_at": f"{NOW - timedelta(days=2) - number * MINUTE:%Y-%m-%dT%H:%M:%S.000Z}",
        }
        for number in range(IN_FILE)
    )
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"data": [row]}) + "\n" for row in rows)
    return path


def test_a_file_is_imported_and_sifted_while_home_is_read(tmp_path, hydrated):
    clock, done = FixedClock(NOW), []

    def work():
        with Profile(tmp_path / "profile", clock) as profile:
            beside = make_desk(profile, clock, None, up=False)
            done.append(import_file(beside, hydrated, Patience()).kept)
            done.append(count(beside, hydrated, parse("food"), [].append))

    with Profile(tmp_path / "profile", clock) as profile:
        desk = make_desk(profile, clock, network := Paged(Thread(target=work, daemon=True)))
        sign_in(desk, Patience())
        reading = refresh(desk, Patience(), most=ALL - 50)
        network.work.join(LONGEST)
        assert done == [IN_FILE, IN_FILE]
        assert (reading.items, reading.new) == (ALL - 50, ALL - 50)
        (gap,) = noted(desk)
        assert int(gap.newer) == int(network.timeline[ALL - 51].post_id)
        network.work = Thread(target=list, daemon=True)
        fill_gap(desk, gap, Patience(), most=300)
        assert desk.cache.count(EVERYTHING) == ALL + IN_FILE
        assert desk.cache.count(parse("source:home")) == ALL
