"""What is being typed goes on as handles and hashtags in the cache do."""

from msgspec.structs import replace

from allybook.domain.posts import Mention
from tests.store.pieces import NOW
from tests.store.samples import HOME, a_post, an_account


def test_handles_begin_as_they_are_typed_in_any_case(cache):
    people = [an_account(10, "SafeRoof"), an_account(11, "Safer_Town"), an_account(12, "ana")]
    cache.save_accounts(people, NOW)
    assert cache.complete("@SAFE", 10) == ["@Safer_Town", "@SafeRoof"]
    assert cache.complete("@saf", 1) == ["@Safer_Town"]
    assert cache.complete("@", 10) == []
    assert cache.complete("@zz", 10) == []


def test_hashtags_come_the_most_used_first(cache):
    tagged = [replace(a_post(n), hashtags=("SwHelper",)) for n in range(1, 4)]
    once = replace(a_post(9), hashtags=("Swap", "Städte"), mentions=(Mention("swan"),))
    cache.save_posts([*tagged, once], HOME)
    assert cache.complete("#SW", 10) == ["#swhelper", "#swap"]
    assert cache.complete("#stad", 10) == ["#stadte"]
    assert cache.complete("#sw' OR 1", 10) == []


def test_a_hashtag_that_came_later_is_known_at_once(cache):
    assert cache.complete("#sw", 10) == []
    cache.save_posts([replace(a_post(1), hashtags=("SwHelper",))], HOME)
    assert cache.complete("#sw", 10) == ["#swhelper"]
