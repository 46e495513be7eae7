"""What a filter of allies asks of their accounts: verified, quiet, no lists."""

from datetime import timedelta

from allybook.domain.check.followback import QUIET_AFTER, is_quiet
from allybook.domain.people.accounts import Account
from allybook.domain.posts import id_at, time_of
from allybook.services.check.account_words import words_of
from allybook.services.check.manners import read_manners, set_manners


def test_each_word_is_told_of_whom_it_holds_and_nobody_else(desk, clock):
    old, new = (id_at(clock.now() - timedelta(days=days)) for days in (181, 179))
    accounts = [
        Account("1", "elm", verified=True),
        Account("2", "oak", bio="Social worker. No lists, please."),
        Account("3", "ash", latest_post_id=old),
        Account("4", "fir", latest_post_id=new),
        Account("5", "yew", bio="We keep lists of food banks."),
    ]
    desk.cache.save_accounts(accounts, clock.now())
    assert words_of(desk, ["1", "2", "3", "4", "5", "6"]) == {
        "1": {"verified"},
        "2": {"no_lists"},
        "3": {"quiet"},
    }


def test_quiet_is_what_the_manners_say_and_means_the_same_as_in_a_check(desk, clock):
    at = clock.now() - QUIET_AFTER
    ids = [id_at(at + timedelta(seconds=seconds)) for seconds in (-1, 1)]
    accounts = [Account(str(n), f"a{n}", latest_post_id=one) for n, one in enumerate(ids, 1)]
    desk.cache.save_accounts(accounts, clock.now())
    assert [is_quiet(time_of(one), clock.now()) for one in ids] == [True, False]
    assert set(words_of(desk, ["1", "2"])) == {"1"}
    set_manners(desk, type(read_manners(desk))(quiet=400))
    assert words_of(desk, ["1", "2"]) == {}
