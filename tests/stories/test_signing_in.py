"""Signing in from the first press to the first read: X's pages, the browser, the keyring."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, date, datetime
from decimal import Decimal
from socket import create_server

import pytest
import requests
from keyring.errors import KeyringLocked

from allybook.app.accounts import AccountWays
from allybook.app.desks import open_desk
from allybook.cli.words import Options
from allybook.domain.errors import BadInput, NeedsSignIn, Refused
from allybook.domain.people.accounts import Account
from allybook.domain.posts import Post
from allybook.domain.reading.sources import Origin, Source
from allybook.services.reading.refresh import HOME
from allybook.services.sign_in.accounts import LOCAL, current_account
from allybook.services.sign_in.who import sign_in
from allybook.store.profile import Profile
from allybook.vault.keychain import Keychain
from allybook.vault.session import SessionVault
from tests.fakes.clock import FixedClock
from tests.fakes.desk import Patience
from tests.fakes.keyrings import FailingKeyring, MemoryKeyring, this_keyring
from tests.servers.free_port import free_port
from tests.servers.oauth_server import ACCOUNT, UNAUTHORISED, OAuthServer
from tests.stories.leaks import leaks_below

ME = ACCOUNT["id"]
DAY = 86_400


@pytest.fixture
def x():
    with OAuthServer() as server:
        yield server


@pytest.fixture
def ring():
    with this_keyring(MemoryKeyring()) as ring:
        yield ring


@pytest.fixture
def options(tmp_path, x):
    return Options(profile=tmp_path / "p", api_base=x.url)


@pytest.fixture
def ways(options, ring):
    ways = AccountWays(options, SessionVault())
    yield ways
    ways.close()


@pytest.fixture
def port():
    return free_port()


def browse(address):
    """Follow X's page back to Allybook, as a browser does; return the friendly page."""
    with requests.get(address, timeout=20) as page:
        return page.text


def come_back(ways, attempt, address):
    """Let the browser go and wait for it, both at once."""
    with ThreadPoolExecutor() as pool:
        page = pool.submit(browse, address)
        return ways.wait(attempt, Patience()), page.result()


def through_the_browser(ways, x, port):
    attempt, address = ways.begin(x.client_id, port)
    came, _page = come_back(ways, attempt, address)
    connected = ways.finish(attempt, came, owns_app=True)
    ways.speak_as(connected.account.user_id)
    return connected


def test_a_person_signs_in_and_reads_and_signs_out(ways, x, port, options, ring):
    attempt, address = ways.begin(x.client_id, port)
    came, page = come_back(ways, attempt, address)
    assert "go back to Allybook" in page
    connected = ways.finish(attempt, came, owns_app=True)
    assert (connected.account.handle, connected.remark) == (ACCOUNT["username"], "")
    assert "offline.access" in connected.scopes
    assert connected.charged == Decimal("0.01")
    assert ways.accounts() == ()
    ways.speak_as(ME)
    [known] = ways.accounts()
    assert (known.user_id, known.handle, known.owns_app) == (ME, ACCOUNT["username"], True)
    with open_desk(options) as desk:
        assert desk.owns_app
        # What X charged for telling who it is was paid by that account, and is free for no other.
        [paid] = desk.ledger.lines(date.min, date.max)
        assert desk.ledger.counted(paid.day, paid.charge, [ME]) == 1
        assert sign_in(desk).user_id == ME
    with Profile(options.profile, FixedClock()) as profile:
        assert profile.ledger().counted(paid.day, paid.charge, [ME]) == 0
    assert ways.sign_out(ME) == ""
    assert x.families[0].ended
    assert ring.kept == {}
    assert ways.accounts() == ()
    with open_desk(options) as desk:
        assert not desk.line.signed_in
        assert current_account(desk.settings) == LOCAL


@pytest.mark.parametrize("days", [-40, 40])
def test_what_it_cost_is_told_where_the_clock_here_is_wrong_by_a_month(ways, x, port, days):
    x.ahead = days * DAY
    assert through_the_browser(ways, x, port).charged == Decimal("0.01")


def test_who_came_in_and_was_never_seen_is_signed_out_again(ways, x, port, ring):
    attempt, address = ways.begin(x.client_id, port)
    came, _page = come_back(ways, attempt, address)
    ways.finish(attempt, came, owns_app=False)
    assert ring.kept
    ways.close()
    assert ring.kept == {}
    assert x.families[0].ended


def test_taking_a_session_back_leaves_the_sign_in_of_before(options, x, port):
    with this_keyring(MemoryKeyring()) as ring:
        ways = AccountWays(options, SessionVault())
        through_the_browser(ways, x, port)
        before = dict(ring.kept)
    with this_keyring(FailingKeyring(KeyringLocked("locked"))):
        attempt, address = ways.begin(x.client_id, port)
        came, _page = come_back(ways, attempt, address)
        assert ways.finish(attempt, came, owns_app=True).remark
        assert ways.sign_out(ME) == ""
    assert [one.user_id for one in ways.accounts()] == [ME]
    assert x.families[1].ended
    assert not x.families[0].ended
    assert before
    ways.close()


def test_a_session_can_be_signed_out_while_the_keyring_is_locked(options, x, port):
    with this_keyring(FailingKeyring(KeyringLocked("locked"))):
        ways = AccountWays(options, SessionVault())
        through_the_browser(ways, x, port)
        assert "keyring" in ways.sign_out(ME)
        assert ways.accounts() == ()
    assert x.families[0].ended
    ways.close()


def test_what_was_read_while_signed_out_is_there_after_signing_in_again(ways, x, port, options):
    through_the_browser(ways, x, port)
    with open_desk(options) as desk:
        desk.cache.save_posts([a_post("11")], HOME)
    ways.sign_out(ME)
    with open_desk(options) as desk:
        desk.cache.save_posts([a_post("12")], Source(Origin.FILE, "posts.jsonl"))
    through_the_browser(ways, x, port)
    with open_desk(options) as desk:
        assert [desk.cache.post(i) is not None for i in ("11", "12")] == [True, True]
        assert {source.origin for source, _posts in desk.cache.sources()} == {
            Origin.HOME,
            Origin.FILE,
        }


def a_post(post_id):
    return Post(post_id, "5", datetime(2026, 3, 30, 12, tzinfo=UTC), "Beds tonight")


class IllServer(OAuthServer):
    """Renews well, and says 401 to everything else while it is ``ill``."""

    ill = False

    def reply(self, seen):
        if self.ill and not seen.path.startswith("/2/oauth2/"):
            return UNAUTHORISED
        return super().reply(seen)


def test_bad_hours_of_x_use_up_one_pair_and_no_more(tmp_path, ring, port):
    with IllServer() as x:
        options = Options(profile=tmp_path / "p", api_base=x.url)
        with closing(AccountWays(options, SessionVault())) as ways:
            through_the_browser(ways, x, port)
        x.ill, before = True, len(x.asked)
        with open_desk(options) as desk:
            for _ in range(3):
                with pytest.raises(NeedsSignIn):
                    sign_in(desk)
        assert len(x.asked) - before == 1
        x.ill = False
        with open_desk(options) as desk:
            assert sign_in(desk).user_id == ME


def test_nothing_secret_is_written_beside_the_keyring(ways, x, port, options):
    through_the_browser(ways, x, port)
    family = x.families[0]
    assert leaks_below(options.profile, [family.access, family.refresh]) == []


def test_a_pair_that_x_no_longer_takes_is_renewed_once_and_kept(ways, x, port, options):
    through_the_browser(ways, x, port)
    before = Keychain().load(ME)
    x.families[0].access = "another"
    with open_desk(options) as desk:
        assert sign_in(desk).user_id == ME
    after = Keychain().load(ME)
    assert before.access != after.access == x.families[0].access
    assert not x.families[0].ended


def test_an_account_whose_sign_in_ended_at_x_stays_with_all_it_has(ways, x, port, options):
    through_the_browser(ways, x, port)
    x.families[0].ended = True
    with open_desk(options) as desk, pytest.raises(NeedsSignIn):
        sign_in(desk)
    assert [one.user_id for one in ways.accounts()] == [ME]
    again = through_the_browser(ways, x, port)
    assert again.account.user_id == ME
    with open_desk(options) as desk:
        assert desk.me().user_id == ME


def test_no_is_no(ways, x, port):
    x.says_no = True
    attempt, address = ways.begin(x.client_id, port)
    came, page = come_back(ways, attempt, address)
    assert "was not let in" in page
    with pytest.raises(Refused, match="You said no"):
        ways.finish(attempt, came, owns_app=False)
    ways.give_up(attempt)
    with create_server(("127.0.0.1", port)):
        assert ways.accounts() == ()


def test_the_address_can_be_pasted_where_the_browser_is_elsewhere(ways, x, port):
    attempt, address = ways.begin(x.client_id, port)
    with requests.get(address, timeout=20, allow_redirects=False) as page:
        pasted = page.headers["Location"]
    with pytest.raises(BadInput, match="does not belong"):
        ways.finish(attempt, pasted.replace("state=", "state=x"), owns_app=False)
    assert ways.finish(attempt, f" {pasted}\n", owns_app=False).account.user_id == ME


def test_tokens_are_not_lost_when_asking_who_it_is_fails(ways, x, port, options):
    attempt, address = ways.begin(x.client_id, port)
    came, _page = come_back(ways, attempt, address)
    (options.profile).mkdir(parents=True, exist_ok=True)
    prices = options.profile / "prices.toml"
    prices.write_text('[charges]\nuser = "99"\n', encoding="utf-8")
    with pytest.raises(Exception, match="could cost"):
        ways.finish(attempt, came, owns_app=False)
    prices.unlink()
    assert ways.finish(attempt, came, owns_app=False).account.user_id == ME
    assert len(x.families) == 1


def test_tokens_of_which_nobody_learnt_whose_they_are_end_with_the_program(ways, x, port, options):
    attempt, address = ways.begin(x.client_id, port)
    came, _page = come_back(ways, attempt, address)
    (options.profile).mkdir(parents=True, exist_ok=True)
    (options.profile / "prices.toml").write_text('[charges]\nuser = "99"\n', encoding="utf-8")
    with pytest.raises(Exception, match="could cost"):
        ways.finish(attempt, came, owns_app=False)
    ways.give_up(attempt)
    assert not x.families[0].ended
    ways.close()
    assert x.families[0].ended


def test_what_was_gathered_without_an_account_waits_for_the_persons_choice(ways, x, port, options):
    with open_desk(options) as desk:
        desk.cache.save_accounts([Account("7", "saferoof", followers=1)], desk.clock.now())
    attempt, address = ways.begin(x.client_id, port)
    came, _page = come_back(ways, attempt, address)
    ways.finish(attempt, came, owns_app=False)
    ways.sign_out(ME)
    with open_desk(options) as desk:
        assert desk.cache.account("7").handle == "saferoof"
    through_the_browser(ways, x, port)
    with open_desk(options) as desk:
        assert desk.cache.account("7").handle == "saferoof"
        assert desk.me().user_id == ME
