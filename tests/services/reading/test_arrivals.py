"""What comes to a cache that has posts is unread, whatever its ids say of time."""

from datetime import timedelta

from allybook.domain.posts import Post, id_at
from allybook.domain.reading.sources import Origin, Source
from allybook.domain.reading.unread import MARK, unread_in
from allybook.services.imports.run import import_file
from allybook.services.reading.refresh import refresh
from allybook.services.sign_in.who import sign_in
from tests.fakes.desk import Patience

AHEAD = 3_300_000_000_000_000_000
"""An id of another network: as one of X's it would be of 2035."""


def posts(desk, hours, count):
    moments = [desk.clock.now() - timedelta(hours=hours, minutes=number) for number in range(count)]
    return [Post(id_at(at, sequence=7), "31", at, f"Beds, row {at}") for at in moments]


def unread(desk):
    return set(unread_in(desk.cache.mark(MARK)))


def of(found):
    return {int(one.post_id) for one in found}


def test_the_first_posts_are_not_unread_and_all_later_ones_are(desk, network):
    sign_in(desk)
    network.timeline = posts(desk, 5, 250)
    refresh(desk, Patience())
    assert unread(desk) == set()
    fresh = posts(desk, 1, 3)
    network.timeline = [*fresh, *network.timeline]
    refresh(desk, Patience())
    assert unread(desk) == of(fresh)
    # What was read before is not unread because it came once more.
    desk.cache.save_posts(fresh, Source(Origin.LIST, "9001"))
    assert unread(desk) == of(fresh)


def test_what_is_older_than_all_that_is_here_is_unread_as_well(desk, network):
    sign_in(desk)
    network.timeline = posts(desk, 1, 10)
    refresh(desk, Patience())
    refresh(desk, Patience())
    older = posts(desk, 40, 30)
    desk.cache.save_posts(older, Source(Origin.SEARCH, "#beds"))
    assert unread(desk) == of(older)


def test_an_imported_file_is_unread_unless_it_is_the_first(desk, tmp_path):
    def rows(start):
        head = "id,author_id,created_at,text\n"
        line = "{},31,2026-03-0{}T10:00:00Z,Beds tonight\n"
        return head + "".join(line.format(start + day, day) for day in range(1, 6))

    for name, start in (("one.csv", 2_030_000_000_000_000_000), ("two.csv", AHEAD)):
        path = tmp_path / name
        path.write_text(rows(start), encoding="utf-8")
        assert import_file(desk, path, Patience()).kept == 5
    assert unread(desk) == {AHEAD + day for day in range(1, 6)}


def test_who_is_forgotten_leaves_nothing_unread(desk, network):
    sign_in(desk)
    network.timeline = posts(desk, 1, 10)
    refresh(desk, Patience())
    refresh(desk, Patience())
    desk.cache.save_posts(posts(desk, 40, 3), Source(Origin.HOME))
    assert unread(desk)
    desk.cache.erase(["31"])
    assert unread_in(desk.cache.mark(MARK)) == []
