"""An organisation that was met without its profile is one as soon as somebody reads that."""

from allybook.domain.book.entry import Kind
from allybook.services.books.edit import approve
from allybook.services.people.nominate import nominate_handles
from tests.fakes.clock import FixedClock
from tests.servers.faulty.server import FaultyX, serve
from tests.stories.fault_cases import ANCHOR
from tests.stories.organiser import Organiser

CHAT = ("chat", "swhelper", "--json")


def kinds(person):
    with person.desk() as desk:
        return {ally.user_id: ally.kind for ally in desk.book().allies() if ally.user_id}


def test_credits_that_run_out_before_names_are_read_make_no_persons_for_ever(tmp_path):
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR)
    with serve(x) as address:
        nadia = Organiser(tmp_path / "Nadia", x, address, clock)
        ben = Organiser(tmp_path / "Ben", x, address, clock)
        assert nadia.asks(*CHAT).status == 0
        start = len(x.asked)
        x.schedule = {start + number: "402 new" for number in range(7, 12)}
        ben.asks(*CHAT)
        x.schedule = {}
        told, guessed = kinds(nadia), kinds(ben)
        late = {who for who, kind in told.items() if guessed.get(who, kind) is not kind}
        assert late
        assert {told[who] for who in late} == {Kind.ORGANISATION}
        ben.asks("refresh", "names", "chat:swhelper", "--json")
        ben.asks(*CHAT)
        now = kinds(ben)
        assert {now[who] for who in late} == {Kind.ORGANISATION}


def test_publishing_reads_the_profile_of_whom_a_person_typed_and_learns_what_they_are(tmp_path):
    clock = FixedClock(ANCHOR)
    x = FaultyX(clock, ANCHOR)
    with serve(x) as address:
        nadia = Organiser(tmp_path, x, address, clock)
        with nadia.desk() as desk:
            nominate_handles(desk, desk.book(), ["PennywellFood", "QuaybridgeNight"], by_hand=True)
            assert {ally.kind for ally in desk.book().allies()} == {Kind.PERSON}
            approve(desk, desk.book(), [ally.key for ally in desk.book().allies()])
        assert nadia.asks("list", "publish", "--yes", "--pace", "0", "--json").status == 0
        assert Kind.ORGANISATION in kinds(nadia).values()
