"""Who the own account is, while another window speaks for another one."""

import pytest
from msgspec.structs import replace

from allybook.domain.people.accounts import Account
from allybook.domain.sign_in.oauth import KnownAccount
from allybook.services.check.run import read_sides
from allybook.services.sign_in.accounts import ME, current_account, remember_account
from allybook.services.sign_in.who import me_today, sign_in
from allybook.store.profile import Profile
from tests.fakes.desk import Patience, make_desk
from tests.fakes.network import MemoryNetwork

GROUP = Account("1", "group", "Group")
BEN = Account("2", "ben", "Ben")


def connect(profile, clock, who):
    """Return the desk of a window in which an account has just signed in."""
    network = MemoryNetwork()
    network.me_ = who
    desk = make_desk(profile, clock, network, account=who.user_id)
    desk.cache.save_accounts([GROUP, BEN], clock.now())
    known = KnownAccount(who.user_id, who.handle, who.name, owns_app=False)
    remember_account(desk.settings, known)
    return replace(desk, account=who.user_id), network


@pytest.fixture
def windows(tmp_path, clock):
    """Two windows over one profile; the account of the second one signed in last."""
    with Profile(tmp_path, clock) as one, Profile(tmp_path, clock) as other:
        yield connect(one, clock, GROUP), connect(other, clock, BEN)


def test_a_window_stays_with_its_account_when_another_speaks_for_another(windows):
    (group, _), (ben, _) = windows
    sign_in(ben)
    assert (group.me(), ben.me()) == (GROUP, BEN)
    assert current_account(group.settings) == BEN.user_id


def test_each_reads_the_follows_of_its_own_account(windows):
    (group, asked), (ben, _) = windows
    sign_in(ben)
    assert me_today(group) == GROUP
    read_sides(group, Patience())
    assert asked.asked
    assert group.cache.glimpses(GROUP.user_id)
    assert not group.cache.glimpses(BEN.user_id)


def test_who_is_asked_again_does_not_speak_for_other_windows(windows):
    (group, _), (ben, _) = windows
    assert sign_in(group) == GROUP
    assert ben.me() == BEN
    assert ben.settings.read(ME) == BEN.user_id
