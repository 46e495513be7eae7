"""The hub: changes come to the window's thread, and none after it was closed."""

from __future__ import annotations

from threading import Thread, get_ident

from PySide6.QtCore import QCoreApplication

from allybook.domain.changes import Changed
from allybook.services.jobs.announce import Changes
from allybook.ui.hub import Hub


def announce_in_a_thread(changes, changed):
    """Announce as a job does; return when it has."""
    thread = Thread(target=changes.announce, args=(changed,), daemon=True)
    thread.start()
    thread.join(20)
    assert not thread.is_alive()


def listen(hub):
    """Return what is heard of a hub from now on, each with the thread it is heard in."""
    heard = []
    hub.changed.connect(lambda changed: heard.append((changed, get_ident())))
    return heard


def test_what_the_window_changes_itself_is_heard_at_once(qapp):
    changes = Changes()
    hub = Hub(changes)
    heard = listen(hub)
    changes.announce(Changed(settings=True))
    assert heard == [(Changed(settings=True), get_ident())]


def test_what_a_job_changes_is_heard_in_the_window_s_thread(qapp):
    changes = Changes()
    hub = Hub(changes)
    heard = listen(hub)
    announce_in_a_thread(changes, Changed(posts=True))
    assert heard == []
    QCoreApplication.sendPostedEvents()
    assert heard == [(Changed(posts=True), get_ident())]


def test_what_is_still_on_its_way_when_the_hub_closes_is_heard_by_nobody(qapp):
    """Whoever hears of it would ask a desk that is put away."""
    changes = Changes()
    hub = Hub(changes)
    heard = listen(hub)
    announce_in_a_thread(changes, Changed(settings=True))
    hub.close()
    changes.announce(Changed(posts=True))
    QCoreApplication.sendPostedEvents()
    assert heard == []
