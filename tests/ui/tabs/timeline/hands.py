"""What a person does in the timeline, and what X brings meanwhile."""

from datetime import timedelta

from allybook.domain.posts import Post, id_at


def words(tab):
    return {spot.place.word: spot for spot in tab._map.spots.values()}


def go_to(tab, word):
    tab.places.tree.chosen.emit(words(tab)[word].place.key)


def choose(tab, text):
    row = next(row for row in range(tab.model.rowCount()) if tab.model.index(row, 0).data() == text)
    tab.view.setCurrentIndex(tab.model.index(row, 0))


def later(clock, network, count, minutes=60):
    clock.advance(seconds=minutes * 60)
    moments = [clock.now() - timedelta(minutes=number) for number in range(count)]
    fresh = [Post(id_at(one, sequence=9), "31", one, "New beds") for one in moments]
    network.timeline = [*fresh, *network.timeline]
