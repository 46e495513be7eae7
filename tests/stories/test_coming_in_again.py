"""Who is connected already and comes in once more, and who cannot be signed out at once."""

from contextlib import closing

import pytest
from keyring.errors import KeyringLocked, PasswordDeleteError

from allybook.app.accounts import AccountWays
from allybook.app.desks import open_desk
from allybook.cli.words import Options
from allybook.domain.errors import StorageError
from allybook.domain.sign_in.credentials import Tokens
from allybook.domain.spoken import Spoken
from allybook.services.sign_in.accounts import LOCAL
from allybook.services.sign_in.who import sign_in
from allybook.vault.keychain import Keychain
from allybook.vault.session import SessionVault
from tests.fakes.keyrings import FailingKeyring, MemoryKeyring, this_keyring
from tests.servers.oauth_server import ACCOUNT, Family, OAuthServer
from tests.servers.x_server import Reply

ME = ACCOUNT["id"]


class HoldingKeyring(MemoryKeyring):
    """Lets nothing go while it ``holds``, as when the person closes its question."""

    holds = True

    def delete_password(self, service, username):
        if self.holds:
            raise PasswordDeleteError("Cancelled by user")
        super().delete_password(service, username)


@pytest.fixture
def x():
    with OAuthServer() as server:
        yield server


@pytest.fixture
def ring():
    with this_keyring(HoldingKeyring()) as ring:
        ring.holds = False
        yield ring


@pytest.fixture
def options(tmp_path, x):
    return Options(profile=tmp_path / "p", api_base=x.url)


def consent(x):
    """Return the tokens of one more sign-in, as X would give them."""
    x.families.append(Family(x.client_id, "users.read offline.access"))
    x._next_pair(x.families[-1])
    family = x.families[-1]
    return Tokens(family.access, family.refresh, client_id=x.client_id)


def connect(ways, x):
    return ways.connect(consent(x), owns_app=False)


def test_who_was_connected_before_stays_so_when_the_program_ends(options, ring, x):
    with closing(AccountWays(options, SessionVault())) as ways:
        connect(ways, x)
        ways.speak_as(ME)
        # They stopped it while X was asked, or closed the window: nobody let them speak anew.
        connect(ways, x)
    assert [one.user_id for one in ways.accounts()] == [ME]
    assert ring.kept
    assert [family.ended for family in x.families] == [False, False]
    with open_desk(options) as desk:
        assert sign_in(desk).user_id == ME


def test_a_desk_goes_by_the_account_that_it_was_laid_for(options, x):
    with closing(AccountWays(options, SessionVault())) as ways:
        connect(ways, x)
        ways.speak_as(ME)
        with open_desk(options) as desk:
            # Another window lets nobody speak any more.
            ways.speak_as(LOCAL)
            assert (desk.account, desk.own_id()) == (ME, ME)
            assert desk.me().user_id == ME
        with open_desk(options) as desk:
            assert (desk.account, desk.own_id()) == ("", "")


def test_who_came_in_and_cannot_be_signed_out_is_so_when_the_program_ends(options, ring, x):
    with closing(AccountWays(options, SessionVault())) as ways:
        connect(ways, x)
        ring.holds = True
        with pytest.raises(StorageError, match="removed nothing"):
            ways.sign_out(ME)
        assert Keychain().load(ME)
        ring.holds = False
    assert ring.kept == {}
    assert ways.accounts() == ()


def test_who_could_not_be_remembered_is_signed_out_when_the_program_ends(options, ring, x):
    with open_desk(options) as desk:
        desk.cache.set_mark("anything", "of this file")
    (options.profile / "accounts" / ME).mkdir()
    (options.profile / "accounts" / "local" / "cache.sqlite3").write_bytes(b"damaged" * 1_000)
    with closing(AccountWays(options, SessionVault())) as ways:
        connect(ways, x)
        with pytest.raises(StorageError):
            ways.speak_as(ME)
        assert ways.accounts() == ()
    assert ring.kept == {}
    assert x.families[0].ended


def test_why_a_sign_in_is_not_kept_can_be_said_in_each_language(options, x):
    with this_keyring(FailingKeyring(KeyringLocked("locked"))):
        ways = AccountWays(options, SessionVault())
        connected = connect(ways, x)
        assert isinstance(connected.remark, Spoken)
        assert isinstance(ways.sign_out(ME), Spoken)
        ways.close()


def test_an_x_that_says_nothing_did_not_confirm_the_end(options, ring, x):
    with closing(AccountWays(options, SessionVault())) as ways:
        connect(ways, x)
        x.answer(Reply(drop=True))
        assert ways.sign_out(ME).startswith("X did not confirm that the sign-in has ended")
    assert ring.kept == {}
