"""X says nothing, or never ends what it says, while the window closes."""

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack, closing
from threading import enumerate as running_threads

import pytest

from allybook.app.accounts import AccountWays
from allybook.app.desks import find_turns, lay_desk
from allybook.cli.words import Options
from allybook.domain.errors import Refused, Unreachable
from allybook.domain.sign_in.credentials import Tokens
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.sign_in.accounts import remember_account
from allybook.store.profile import Profile
from allybook.ui.session import Stage
from allybook.vault.session import SessionVault
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.keyrings import MemoryKeyring, this_keyring
from tests.servers.free_port import free_port
from tests.servers.x_server import Reply, XServer

JOBS = 3
ANA = KnownAccount("7", "NorthbankCircle", "Northbank Circle")
ME = {"data": {"id": "7", "username": "NorthbankCircle", "name": "Northbank Circle"}}


@pytest.fixture
def server():
    with XServer() as server:
        yield server


@pytest.fixture
def signed_in(tmp_path, server):
    """The desk of an account whose X is the server, as the program lays it out."""
    with Profile(tmp_path, FixedClock()) as profile:
        remember_account(profile.settings(), ANA)
    kept = SessionVault()
    kept.save(ANA.user_id, Tokens("planted"))
    options = Options(profile=tmp_path, api_base=server.url)
    with this_keyring(MemoryKeyring()), ExitStack() as stack:
        yield lay_desk(options, stack, kept=kept)


@pytest.fixture
def old_pair(tmp_path, server):
    """The desk of an account whose pair has to be renewed before anything is asked."""
    with Profile(tmp_path, FixedClock()) as profile:
        remember_account(profile.settings(), ANA)
    kept = SessionVault()
    kept.save(ANA.user_id, Tokens("old", "refresh", NOON, "northbank-app-1"))
    options = Options(profile=tmp_path, api_base=server.url)
    with this_keyring(MemoryKeyring()), ExitStack() as stack:
        yield lay_desk(options, stack, kept=kept)


@pytest.fixture
def staged(qtbot, look, signed_in, ways):
    stage = Stage(signed_in, look, ways)
    stage.window.show()
    qtbot.waitExposed(stage.window)
    return stage


@pytest.mark.parametrize("silence", [Reply(hang=True), Reply(drip="body")], ids=["hangs", "drips"])
def test_an_x_that_is_silent_does_not_keep_the_window_open(
    qtbot, staged, signed_in, server, silence
):
    """Several jobs wait for it, one for the other: none of them asks once the window closes."""
    server.answer(*[silence] * JOBS)
    ended, left = [], []

    def ask(_ticket):
        try:
            signed_in.line.network().me()
        except Unreachable as error:
            left.append(str(error.__cause__))
            raise

    for _ in range(JOBS):
        staged.jobs.fetch(staged, ask, done=ended.append, failed=ended.append)
    qtbot.waitUntil(lambda: bool(server.seen), timeout=20_000)
    staged.close()
    # It was left, not waited for until the line has nothing more to say.
    assert "The answer did not come to its end." in left
    assert ended == []
    assert len(server.seen) == 1


def test_an_answer_on_its_way_is_waited_for(qtbot, staged, signed_in, server):
    """X charges for it; what it says is kept."""
    server.answer(Reply(ME))
    told = []
    staged.jobs.fetch(
        staged, lambda _ticket: told.append(signed_in.line.network().me()), done=print, failed=print
    )
    qtbot.waitUntil(lambda: bool(server.seen), timeout=20_000)
    staged.close()
    assert [me.handle for me in told] == ["NorthbankCircle"]


@pytest.fixture
def still_asking():
    """Return a function that tells who still waits for X, though nobody waits for them."""
    before = set(running_threads())
    return lambda: [one for one in {*running_threads()} - before if one.name == "ask"]


SILENCES = pytest.mark.parametrize(
    "silence", [Reply(hang=True), Reply(drip="body")], ids=["hangs", "drips"]
)


@SILENCES
def test_a_code_that_x_does_not_exchange_is_let_go(tmp_path, server, still_asking, silence):
    """So is who waits for the browser's answer to become a sign-in."""
    server.answer(silence)
    options = Options(profile=tmp_path, api_base=server.url)
    with (
        closing(AccountWays(options, SessionVault())) as accounts,
        ThreadPoolExecutor(1) as threads,
    ):
        attempt, _address = accounts.begin("northbank-app-1", free_port())
        back = f"{attempt.redirect}?state={attempt.state}&code=a-code"
        waits = threads.submit(accounts.finish, attempt, back, owns_app=True)
        assert server.came.wait(20)
        accounts.let_go()
        assert "did not answer in time" in str(waits.exception(40))
        assert isinstance(waits.exception(), Unreachable)
        # It was left before X itself was given up.
        assert still_asking()
        # The next window signs in as ever, and so does who is signed out at the end.
        server.answer(Reply({"error": "invalid_request"}, 400))
        with pytest.raises(Refused):
            accounts.finish(attempt, back, owns_app=True)


@SILENCES
def test_a_pair_that_x_does_not_renew_is_let_go(server, old_pair, still_asking, silence):
    server.answer(silence)
    with ThreadPoolExecutor(1) as threads:
        waits = threads.submit(old_pair.line.network().me)
        assert server.came.wait(20)
        old_pair.line.let_go()
        assert isinstance(waits.exception(40), Unreachable)
        assert still_asking()
    assert len(server.seen) == 1


def test_who_waits_while_another_window_renews_is_let_go(tmp_path, server, old_pair):
    """Another window has its turn with this account, and X does not end that."""
    options = Options(profile=tmp_path, api_base=server.url)
    accounts = AccountWays(options, SessionVault())
    with find_turns().of(ANA.user_id), closing(accounts), ThreadPoolExecutor(1) as threads:
        for act, let_go in (
            (lambda: accounts.sign_out(ANA.user_id), accounts.let_go),
            (lambda: old_pair.line.network().me(), old_pair.line.let_go),
        ):
            waits = threads.submit(act)
            for _ in range(400):
                # It may not have come to its turn yet: then there is nobody to let go.
                let_go()
                if wait([waits], 0.05).done:
                    break
            assert isinstance(waits.exception(20), Unreachable)
    assert server.seen == []
    assert [one.user_id for one in accounts.accounts()] == [ANA.user_id]


def test_a_sign_in_that_x_leaves_without_an_answer_is_let_go(tmp_path, server):
    server.answer(Reply(hang=True))
    accounts = AccountWays(Options(profile=tmp_path, api_base=server.url), SessionVault())
    with closing(accounts), ThreadPoolExecutor(1) as threads:
        waits = threads.submit(accounts.connect, Tokens("planted"), owns_app=True)
        assert server.came.wait(20)
        accounts.let_go()
        assert isinstance(waits.exception(20), Unreachable)
