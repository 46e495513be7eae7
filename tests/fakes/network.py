"""A network in memory: answers what it was given, and remembers what it was asked."""

from contextlib import nullcontext
from itertools import count

from allybook.domain.check.followback import Side
from allybook.domain.errors import BadInput, NotThere, Unreachable
from allybook.domain.lists import XList
from allybook.domain.money.reservations import Part
from allybook.domain.people.accounts import Account
from allybook.domain.reading.pages import Page

BATCH = 100
DARK = (Unreachable("X did not answer."),) * 4
"""No answer, as often as a job asks."""
ME = Account("1", "NorthbankCircle", "Northbank Circle", followers=2, following=2)


class MemoryNetwork:
    """Implements ``ports.Network``. ``trouble`` raises in turn what was put there for a call.

    A search gives what was ``found``, or what was ``found_by`` its query where that is laid.
    With ``owns_app`` reads of the own account are owned ones. What is ``broken`` or ``unshown``
    comes with the first page of anything, beside its rows.
    """

    def __init__(self, meter=None):
        self.meter = meter
        self.me_ = ME
        self.people = {}
        self.problems = {}
        self.broken = ()
        self.unshown = ()
        self.sides = {Side.FOLLOWERS: [], Side.FOLLOWING: []}
        self.timeline = []
        self.found = []
        self.found_by = None
        self.lists = {}
        self.on_lists = {}
        self.trouble = {}
        self.asked = []
        self.queries = []
        self.page_size = None
        self.owns_app = False
        self._ids = count(9001)

    def me(self):
        self._ask("me", "GET /2/users/me", [self.me_.user_id])
        return self.me_

    def accounts(self, user_ids):
        _check_batch(user_ids)
        known = [self.people[i] for i in user_ids if i in self.people]
        problems = tuple(self.problems[i] for i in user_ids if i in self.problems)
        found = [one.user_id for one in known]
        self._ask(
            "accounts",
            "GET /2/users",
            found,
            Part("GET /2/users", ids=tuple(user_ids)),
            mark=user_ids,
        )
        return Page(tuple(known), problems=problems)

    def accounts_by_handle(self, handles):
        _check_batch(handles)
        wanted = {handle.lower() for handle in handles}
        known = [one for one in self.people.values() if one.handle.lower() in wanted]
        problems = tuple(self.problems[one] for one in handles if one in self.problems)
        asked = Part("GET /2/users/by", len(handles))
        found = [one.user_id for one in known]
        self._ask("accounts_by_handle", asked.endpoint, found, asked, mark=handles)
        return Page(tuple(known), problems=problems)

    def follows(self, side, user_id, *, page=None, size=1000):
        self._check_me(user_id)
        endpoint = f"GET /2/users/:id/{side}"
        return self._paged("follows", endpoint, self.sides[side], page, size, owned=self.owns_app)

    def owned_lists(self, user_id, *, page=None):
        self._check_me(user_id)
        self._ask("owned_lists", "GET /2/users/:id/owned_lists", list(self.lists))
        return Page(tuple(self.lists.values()), unshown=self.unshown)

    def x_list(self, list_id):
        if list_id not in self.lists:
            raise NotThere(f"X has no list {list_id}.")
        self._ask("x_list", "GET /2/lists/:id", [list_id])
        return self.lists[list_id]

    def members(self, list_id, *, page=None, size=100):
        rows = [self.people[i] for i in reversed(self._on(list_id))]
        return self._paged("members", "GET /2/lists/:id/members", rows, page, size)

    def list_posts(self, list_id, *, page=None, size=100):
        return self._paged("list_posts", "GET /2/lists/:id/tweets", self.timeline, page, size)

    def home(self, user_id, *, since_id=None, until_id=None, page=None, size=100):
        self._check_me(user_id)
        least, most = int(since_id or 0), int(until_id or 2**63)
        rows = [post for post in self.timeline if least < int(post.post_id) < most]
        endpoint = "GET /2/users/:id/timelines/reverse_chronological"
        return self._paged("home", endpoint, rows, page, size)

    def search(self, query, *, window=None, page=None, size=100):
        self.queries.append(query)
        rows = self._found(query, window)
        return self._paged("search", "GET /2/tweets/search/recent", rows, page, size)

    def count(self, query, *, window=None):
        self._ask("count", "GET /2/tweets/counts/recent", ["1"])
        return len(self._found(query, window))

    def create_list(self, name, description, *, private):
        self._ask("create_list", "POST /2/lists", ["1"], mark=(name,))
        made = XList(str(next(self._ids)), name, description, private, self.me_.user_id)
        self.lists[made.list_id] = made
        self.on_lists[made.list_id] = []
        return made

    def delete_list(self, list_id):
        self._ask("delete_list", "DELETE /2/lists/:id", [list_id], mark=(list_id,))
        self._on(list_id)
        del self.lists[list_id], self.on_lists[list_id]

    def add_member(self, list_id, user_id):
        mark = (list_id, user_id)
        self._ask(f"add {user_id}", "POST /2/lists/:id/members", ["1"], mark=mark)
        if user_id not in self._on(list_id):
            self.on_lists[list_id].append(user_id)
        return True

    def remove_member(self, list_id, user_id):
        mark = (list_id, user_id)
        self._ask(f"remove {user_id}", "DELETE /2/lists/:id/members/:user_id", ["1"], mark=mark)
        if user_id in self._on(list_id):
            self.on_lists[list_id].remove(user_id)
        return False

    def _on(self, list_id):
        """Return who is on a list; ``NotThere`` where there is no such list."""
        if list_id not in self.on_lists:
            raise NotThere(f"X has no list {list_id}.")
        return self.on_lists[list_id]

    def _check_me(self, user_id):
        """Nobody else's timeline, lists or followers are held here."""
        if user_id != self.me_.user_id:
            raise NotThere(f"X has no account {user_id}.")

    def _found(self, query, window):
        found = self.found if self.found_by is None else self.found_by.get(query, [])
        return [post for post in found if _is_within(post, window)]

    def _paged(self, name, endpoint, rows, page, size, *, owned=False):
        size = min(size, self.page_size or size)
        start = int(page or 0)
        part = rows[start : start + size]
        ids = [getattr(row, "post_id", None) or row.user_id for row in part]
        asked = Part(endpoint, size, owned=owned)
        self._ask(name, endpoint, ids, asked, mark=(page or "0",))
        onward = str(start + size) if start + size < len(rows) else None
        broken, unshown = ((), ()) if page else (self.broken, self.unshown)
        return Page(tuple(part), onward, broken=broken, unshown=unshown)

    def _ask(self, name, endpoint, ids, asked=None, mark=()):
        """Meter a request that may bring ``asked`` and brings ``ids``; raise what is in store."""
        self.asked.append(name)
        asked = asked or Part(endpoint)
        metered = self.meter.request(" ".join([endpoint, *mark]), [asked]) if self.meter else None
        with metered or nullcontext() as slip:
            waiting = self.trouble.get(name) or []
            if waiting and (error := waiting.pop(0)):
                raise error
            if slip:
                slip.bring([Part(endpoint, len(ids), tuple(ids), asked.owned)])


def _check_batch(words):
    if not 0 < len(words) <= BATCH:
        raise BadInput(f"X is asked for 1 to {BATCH} accounts at once, not {len(words)}.")


def _is_within(post, window):
    if window is None:
        return True
    least, most = int(window.since_id or 0), int(window.until_id or 2**63)
    return least < int(post.post_id) < most
