"""An X List that fails in every way, and remembers what is true."""

from datetime import timedelta

from allybook.domain.errors import (
    Fate,
    Garbled,
    ListLocked,
    NotThere,
    RateLimited,
    Refused,
    Unreachable,
)
from tests.fakes.network import MemoryNetwork

LOCKED = "You aren't allowed to add members to this list."


DONE = frozenset({"well", "done_lost", "done_502", "done_garbled", "done_killed"})
MAKING = ("well", "done_lost", "lost", "done_502", "not_sent", "killed", "done_killed", "refused")
MOODS = (
    "well",
    "done_lost",
    "lost",
    "done_502",
    "502",
    "not_sent",
    "done_garbled",
    "garbled",
    "wait",
    "wait_long",
    "locked",
    "refused",
    "gone",
    "killed",
    "done_killed",
    "lie",
    "no",
)


class Killed(BaseException):
    """The program ends here and now."""


class MoodyNetwork(MemoryNetwork):
    """Answers acts in the moods put into ``moods``, in turn, and well when there are none left.

    ``twice`` are the acts that were done although they were done already, ``unwanted`` those who
    were to be added although they are among the ``opted_out``.
    """

    def __init__(self, clock):
        super().__init__()
        self.clock = clock
        self.moods = []
        self.twice = []
        self.ours = set()
        self.creation = "well"
        self.opted_out = set()
        self.unwanted = []

    def create_list(self, name, description, *, private):
        mood, self.creation = self.creation, "well"
        if mood in DONE:
            made = super().create_list(name, description, private=private)
        self._fail(mood, "")
        return made

    def add_member(self, list_id, user_id):
        if user_id in self.opted_out:
            self.unwanted.append(user_id)
        return self._in_a_mood(f"add {user_id}", list_id, user_id, adding=True)

    def remove_member(self, list_id, user_id):
        return self._in_a_mood(f"remove {user_id}", list_id, user_id, adding=False)

    def _in_a_mood(self, name, list_id, user_id, *, adding):
        self.asked.append(name)
        mood = self.moods.pop(0) if self.moods else "well"
        if mood in DONE:
            self._do(list_id, user_id, adding=adding)
        self._fail(mood, user_id)
        return adding if mood in {"well", "lie"} else not adding

    def _do(self, list_id, user_id, *, adding):
        members = self.on_lists[list_id]
        if (user_id in members) is adding and user_id in self.ours:
            self.twice.append(user_id)
        self.ours.add(user_id)
        if adding and user_id not in members:
            members.append(user_id)
        if not adding and user_id in members:
            members.remove(user_id)

    def _fail(self, mood, user_id):
        soon = self.clock.now() + timedelta(minutes=3)
        late = self.clock.now() + timedelta(hours=3)
        errors = {
            "done_lost": lambda: Unreachable("X did not answer in time."),
            "lost": lambda: Unreachable("X did not answer in time."),
            "done_502": lambda: Unreachable("X has trouble.", fate=Fate.FAILED),
            "502": lambda: Unreachable("X has trouble.", fate=Fate.FAILED),
            "not_sent": lambda: Unreachable("No connection.", fate=Fate.NOT_SENT),
            "done_garbled": lambda: Garbled("The answer broke off."),
            "garbled": lambda: Garbled("The answer broke off."),
            "wait": lambda: RateLimited("X asks for a pause.", soon),
            "wait_long": lambda: RateLimited("X asks for a pause.", late),
            "locked": lambda: ListLocked(LOCKED),
            "refused": lambda: Refused("X refused the request."),
            "gone": lambda: NotThere(f"X says: “Could not find user with ids: [{user_id}].”"),
            "killed": Killed,
            "done_killed": Killed,
        }
        if mood in errors:
            raise errors[mood]()


class Mortal:
    """Stands before a port, and kills the program at one of the calls."""

    def __init__(self, port, life):
        self._port = port
        self._life = life

    def __getattr__(self, name):
        found = getattr(self._port, name)
        if not callable(found):
            return found

        def call(*words, **options):
            self._life.spend()
            return found(*words, **options)

        return call


class Life:
    """So many calls until the program is killed; None for ever."""

    def __init__(self, calls=None):
        self.calls = calls

    def spend(self):
        if self.calls is not None:
            self.calls -= 1
            if self.calls < 0:
                raise Killed
