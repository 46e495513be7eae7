"""What changed is told to whoever listens, and to nobody who has stopped."""

from allybook.domain.changes import Changed
from allybook.services.jobs.announce import Changes

POSTS, ACCOUNTS = Changed(posts=True), Changed(accounts=True)


def test_each_listener_hears_each_change_until_it_stops():
    changes, one, other = Changes(), [], []
    stop = changes.listen(one.append)
    changes.listen(other.append)
    changes.announce(POSTS)
    stop()
    changes.announce(ACCOUNTS)
    assert (one, other) == ([POSTS], [POSTS, ACCOUNTS])


def test_who_stops_while_a_change_is_told_hears_that_one_still():
    changes, heard = Changes(), []
    changes.listen(lambda _changed: stop())
    stop = changes.listen(heard.append)
    changes.announce(POSTS)
    assert heard == [POSTS]


def test_whoever_hears_may_listen_anew():
    changes, heard = Changes(), []
    changes.listen(lambda _changed: changes.listen(heard.append))
    changes.announce(POSTS)
    changes.announce(ACCOUNTS)
    assert heard == [ACCOUNTS]
