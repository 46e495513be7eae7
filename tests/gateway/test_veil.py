from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

from allybook.gateway.veil import SecretVeil


def test_a_veil_hides_old_and_new_secrets_and_keeps_the_rest():
    veil = SecretVeil("old-token")
    veil.cover("new-token", "")
    assert veil.hide("old-token, new-token and neither") == "[token], [token] and neither"
    assert SecretVeil().hide("nothing to hide") == "nothing to hide"


def test_a_secret_that_holds_another_is_hidden_whole():
    assert SecretVeil("abc", "abc-def").hide("abc-def abc") == "[token] [token]"


def test_a_veil_says_nothing_of_itself():
    assert "planted" not in repr(SecretVeil("planted"))


@given(st.text(min_size=5), st.text(), st.text())
def test_no_text_shows_a_secret_plain_or_as_in_an_address(secret, before, after):
    veil = SecretVeil(secret)
    assert secret not in veil.hide(f"{secret} and {quote(secret, safe='')}").replace("[token]", "")
    assert veil.hide(f"{before}{secret}{after}") != f"{before}{secret}{after}"


def test_threads_lose_no_secret_of_each_other():
    veil, secrets = SecretVeil(), [f"<{number}>" for number in range(500)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(veil.cover, secrets))
    assert veil.hide(" ".join(secrets)) == " ".join(["[token]"] * 500)
