"""Several people with a laptop each write about one ally, and meet now and then."""

from functools import partial

from hypothesis import strategies as st

from allybook.domain.book import edit
from allybook.domain.book.clock import tick
from allybook.domain.book.entry import Author, Entry, Kind, Stamp, Status
from allybook.domain.book.fold import fold
from allybook.domain.book.ids import entry_id
from allybook.domain.book.undo import undo
from allybook.domain.errors import BadInput

KEY = "@saferoofnet"
PEOPLE = ("Ana", "Ben", "Cleo")
NOMINEE = edit.Nominee(KEY, "SafeRoofNet", Kind.ORGANISATION, evidence=("1:2",))


class Laptop:
    """One person's copy of the book; ``entries`` are those of one ally."""

    def __init__(self, person: str = "Ana", entries=()) -> None:
        self.person = person
        self.entries = list(entries)
        self.written = 0

    def pen(self) -> edit.Pen:
        last = max((entry.at for entry in self.entries), default=Stamp(1_000))
        at = tick(last, 1_000)
        self.written += 1
        name = entry_id(at, self.written * len(PEOPLE) + PEOPLE.index(self.person))
        return edit.Pen("book", Author(self.person, f"{self.person}'s laptop"), at, name)

    def write(self, make) -> Entry:
        """Keep and return what ``make(entries, pen)`` writes."""
        entry = make(tuple(self.entries), self.pen())
        self.entries.append(entry)
        return entry

    def do(self, verb, *arguments) -> Entry:
        """Write an entry with a verb of ``edit``."""
        return self.write(lambda entries, pen: verb(entries, *arguments, pen))

    def undo(self, entry: Entry) -> Entry:
        return self.write(lambda entries, pen: undo(entry, entries, pen))

    def read(self, other: "Laptop") -> None:
        known = {entry.entry_id for entry in self.entries}
        self.entries += [entry for entry in other.entries if entry.entry_id not in known]

    @property
    def ally(self):
        return fold(self.entries)


def meet(*laptops: Laptop) -> None:
    """Let everyone read everyone."""
    for one in laptops:
        for other in laptops:
            one.read(other)


def nominated(*people: str) -> list[Laptop]:
    """Return laptops that all know one nomination, written by the first."""
    laptops = [Laptop(person) for person in people]
    laptops[0].do(edit.nominate, NOMINEE)
    meet(*laptops)
    return laptops


CATEGORIES = st.sampled_from(["housing", "shelter", "food bank", ""])
TAGS = st.lists(st.sampled_from(["night", "free", "Spanish"]), min_size=1, max_size=2)
VERBS = st.one_of(
    st.just(lambda entries, pen: edit.nominate(entries, NOMINEE, pen)),
    st.just(lambda entries, pen: edit.nominate(entries, NOMINEE, pen, by_hand=True)),
    st.just(edit.approve),
    st.just(edit.remove),
    st.just(lambda entries, pen: edit.decline(entries, "not for us", pen)),
    st.just(lambda entries, pen: edit.note(entries, "met them", pen)),
    st.just(lambda entries, pen: edit.identify(entries, "77", pen)),
    CATEGORIES.map(
        lambda word: lambda entries, pen: edit.set_fields(entries, {"category": word}, pen)
    ),
    TAGS.map(lambda tags: lambda entries, pen: edit.add_tags(entries, tags, pen)),
    TAGS.map(lambda tags: lambda entries, pen: edit.drop_tags(entries, tags, pen)),
    st.integers(0, 30).map(lambda place: partial(_undo_some, place)),
)
FINAL = st.one_of(
    st.just(lambda entries, pen: edit.opt_out(entries, KEY, pen)), st.just(edit.erase)
)
STEPS = st.lists(
    st.tuples(st.sampled_from(range(len(PEOPLE))), st.one_of(VERBS, st.integers(0, 2))),
    max_size=16,
)


def _undo_some(place, entries, pen) -> Entry:
    if not entries:
        raise BadInput("There is nothing to undo.")
    return undo(entries[place % len(entries)], entries, pen)


def play(steps) -> list[Laptop]:
    """Play steps: a laptop writes, or (a number) reads that other laptop."""
    laptops = nominated(*PEOPLE)
    for writer, step in steps:
        if isinstance(step, int):
            laptops[writer].read(laptops[step])
            continue
        try:
            laptops[writer].write(step)
        except BadInput:
            continue
    return laptops


def everything(laptops) -> list[Entry]:
    """Return the union of what all laptops have."""
    return list({entry.entry_id: entry for one in laptops for entry in one.entries}.values())


HISTORIES = STEPS.map(play)
DECIDED = frozenset(Status) - {Status.NOMINATED}
