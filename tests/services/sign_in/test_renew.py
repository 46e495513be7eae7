"""Renewing tokens: once, kept before it is used, and never at the cost of the account."""

import pytest

from allybook.domain.errors import NeedsSignIn, StorageError, Unreachable
from allybook.domain.sign_in.credentials import Keys, Tokens
from allybook.domain.spoken import Spoken, speak
from allybook.services.sign_in.renew import RenewedKeys
from tests.fakes.clock import NOON, FixedClock
from tests.fakes.sign_in import LIFE, MemoryVault, SingleUse, Turns, pair

ME = "me"
KEYS = Keys("a", "b", "c", "d")
LOCKED = "The keyring is locked: unlock it and try again."


class Bench:
    """One program: its keyring, its session, X, and the keys under test."""

    def __init__(self, kept=None, *, session=True):
        self.clock = FixedClock()
        self.vault = MemoryVault(**({ME: kept} if kept else {}))
        self.session = MemoryVault() if session else None
        self.x = SingleUse(self.clock)
        self.turns = Turns()
        self.keys = self.start()

    def start(self):
        """Return the keys of a program that has just started, or of another one."""
        return RenewedKeys(ME, self.vault, self.session, self.x, self.turns, self.clock)

    def wait(self):
        """Let the access token end."""
        self.clock.advance(seconds=LIFE.total_seconds())


@pytest.fixture
def bench():
    return Bench(pair(0))


def test_good_credentials_are_read_once_and_renewed_never(bench):
    assert bench.keys.credentials() == pair(0)
    bench.vault.shut = LOCKED
    assert bench.keys.credentials() == pair(0)
    assert (bench.x.asked, bench.turns.taken) == ([], [])


def test_nobody_signed_in_is_one_sentence():
    bench = Bench()
    with pytest.raises(NeedsSignIn, match="no sign-in for this account"):
        bench.keys.credentials()


@pytest.mark.parametrize(
    "kept", [KEYS, Tokens("pasted"), Tokens("a", expires_at=pair(0).expires_at)]
)
def test_what_cannot_be_renewed_is_used_as_it_is(kept):
    bench = Bench(kept)
    bench.wait()
    assert bench.keys.credentials() == kept
    assert bench.keys.renew(kept) is None
    assert bench.x.asked == []


@pytest.mark.parametrize("left", [0, 29, 30])
def test_a_pair_is_renewed_in_time_and_kept_before_it_is_used(bench, left):
    bench.clock.advance(seconds=LIFE.total_seconds() - left)
    renewed = bench.keys.credentials()
    assert renewed.access == "access-1"
    assert (bench.vault.saved, bench.turns.taken) == ([renewed], [ME])
    assert bench.keys.credentials() is renewed
    assert len(bench.x.asked) == 1


def test_a_pair_with_time_left_is_used_as_it_is(bench):
    bench.clock.advance(seconds=LIFE.total_seconds() - 31)
    assert bench.keys.credentials() == pair(0)


def test_what_x_refuses_is_renewed_once(bench):
    refused = bench.keys.credentials()
    assert bench.keys.renew(refused).access == "access-1"
    # Another thread was refused with the same token.
    assert bench.keys.renew(refused).access == "access-1"
    assert bench.keys.credentials().access == "access-1"
    assert len(bench.x.asked) == 1


def test_what_another_program_renewed_is_used_without_asking(bench):
    other = bench.start()
    old = bench.keys.credentials()
    assert other.renew(old).access == "access-1"
    assert bench.keys.renew(old).access == "access-1"
    bench.wait()
    assert other.credentials().access == "access-2"
    assert bench.keys.credentials().access == "access-2"
    assert len(bench.x.asked) == 2


def test_a_new_sign_in_of_another_program_is_used(bench):
    old = bench.keys.credentials()
    bench.vault.save(ME, KEYS)
    assert bench.keys.renew(old) == KEYS
    assert bench.keys.credentials() == KEYS
    assert bench.x.asked == []


def test_who_signed_out_in_another_window_is_not_signed_in_again(bench):
    old = bench.keys.credentials()
    bench.vault.forget(ME)
    with pytest.raises(NeedsSignIn, match="no sign-in"):
        bench.keys.renew(old)
    assert (bench.vault.kept, bench.x.asked) == ({}, [])


def test_a_refusal_leaves_the_account_and_is_asked_about_once(bench):
    bench.x.live = 7
    bench.wait()
    for _ in range(3):
        with pytest.raises(NeedsSignIn, match="sign in again"):
            bench.keys.credentials()
    assert (bench.vault.kept, len(bench.x.asked)) == ({ME: pair(0)}, 1)
    # X has bad hours: a quarter of an hour later, or after a start, it is asked again.
    bench.x.live = 0
    bench.clock.advance(seconds=15 * 60)
    assert bench.keys.credentials().access == "access-1"


def test_what_was_said_of_an_outage_is_said_again_and_nothing_worse(bench):
    bench.x.fault = NeedsSignIn("This can be an outage; try again later.")
    bench.wait()
    for _ in range(2):
        with pytest.raises(NeedsSignIn, match="This can be an outage"):
            bench.keys.credentials()
    assert len(bench.x.asked) == 1


def test_a_refused_pair_does_not_stand_in_the_way_of_the_next_sign_in(bench):
    bench.x.live = 7
    with pytest.raises(NeedsSignIn):
        bench.keys.renew(bench.keys.credentials())
    bench.vault.save(ME, pair(7))
    assert bench.keys.renew(pair(0)) == pair(7)


def test_a_pair_that_x_refuses_as_soon_as_it_gave_it_is_left_in_peace_by_every_program(bench):
    fresh = bench.keys.renew(bench.keys.credentials())
    assert bench.keys.renew(fresh) is None
    # Another program, and one that starts later: they know it from the keyring.
    for other in (bench.start(), bench.start()):
        assert other.credentials() == fresh
        assert other.renew(other.credentials()) is None
    assert len(bench.x.asked) == 1
    bench.clock.advance(seconds=15 * 60)
    assert bench.start().renew(fresh).access == "access-2"


def test_a_clock_that_was_ahead_does_not_silence_renewing(bench):
    bench.clock.advance(seconds=3600)
    fresh = bench.keys.renew(bench.keys.credentials())
    bench.clock.advance(seconds=-3600)
    assert bench.start().renew(fresh).access == "access-2"


def test_a_silent_x_leaves_everything_as_it_was(bench):
    bench.wait()
    bench.x.fault = Unreachable("X did not answer.")
    with pytest.raises(Unreachable):
        bench.keys.credentials()
    assert bench.vault.kept == {ME: pair(0)}
    bench.x.fault = None
    assert bench.keys.credentials().access == "access-1"


@pytest.mark.parametrize("session", [True, False])
def test_where_the_keyring_takes_nothing_the_session_goes_on_and_says_so(session):
    bench = Bench(pair(0), session=session)
    bench.vault.full = LOCKED
    bench.wait()
    assert bench.keys.credentials().access == "access-1"
    assert bench.keys.remark == LOCKED
    bench.wait()
    # The old pair in the keyring is not taken for one that another program renewed.
    assert bench.keys.credentials().access == "access-2"
    assert [tokens.refresh for tokens in bench.x.asked] == ["refresh-0", "refresh-1"]
    if session:
        assert bench.start().credentials().access == "access-2"
    bench.vault.full = ""
    bench.clock.advance(seconds=1200)
    renewed = bench.keys.renew(bench.keys.credentials())
    assert (bench.keys.remark, bench.vault.kept) == ("", {ME: renewed})
    assert not (session and bench.session.kept)


def test_a_keyring_that_is_shut_uses_up_no_token(bench):
    bench.keys.credentials()
    bench.vault.shut = LOCKED
    bench.wait()
    with pytest.raises(StorageError, match="unlock it"):
        bench.keys.credentials()
    assert bench.x.asked == []
    bench.vault.shut = ""
    assert bench.keys.credentials().access == "access-1"


def test_without_a_keyring_the_session_is_renewed():
    bench = Bench()
    bench.session.save(ME, pair(0))
    bench.vault.shut = LOCKED
    bench.wait()
    assert bench.keys.credentials().access == "access-1"
    assert bench.session.kept[ME].access == "access-1"
    assert bench.keys.remark == LOCKED


@pytest.mark.parametrize("old", [Tokens("pasted"), KEYS, pair(3, ends=NOON)])
def test_who_has_just_signed_in_is_not_held_up_by_what_the_keyring_still_has(old):
    bench = Bench(old)
    bench.session.save(ME, pair(0))
    assert bench.keys.credentials() == pair(0)
    assert bench.keys.renew(pair(0)).access == "access-1"
    assert bench.session.kept == {}


def test_a_later_pair_of_another_program_comes_before_that_of_the_session():
    bench = Bench(pair(1, ends=NOON + 2 * LIFE))
    bench.session.save(ME, pair(0))
    assert bench.keys.credentials() == pair(1, ends=NOON + 2 * LIFE)


def test_a_token_without_an_end_that_no_keyring_took_comes_before_a_pair():
    bench = Bench(pair(0))
    bench.session.save(ME, Tokens("pasted"))
    assert bench.keys.credentials() == Tokens("pasted")


def test_why_nothing_is_kept_can_be_said_in_each_language(bench):
    bench.vault.full = speak(LOCKED)
    bench.wait()
    bench.keys.credentials()
    assert isinstance(bench.keys.remark, Spoken)


def test_keys_show_no_secret(bench):
    bench.keys.credentials()
    assert repr(bench.keys) == "RenewedKeys('me')"
