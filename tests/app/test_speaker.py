"""Who speaks in one run stays so, whoever speaks in another window by now."""

from datetime import timedelta

from allybook.app.late import LateLimits
from allybook.app.speaker import Speaker
from allybook.domain.money.limits import Allowance, Scope
from allybook.services.sign_in.accounts import LOCAL, speak_as
from allybook.store.profile import Profile

ENDPOINT = "GET /2/users/:id/followers"


def test_what_x_allows_and_charges_is_the_speakers_own(tmp_path, clock):
    with Profile(tmp_path, clock) as profile:
        speaker = Speaker(LOCAL)
        limits = LateLimits(profile, speaker)
        assert speaker.payer() == ""
        # X has told whose token it is; then another account is chosen in another window.
        speaker.account = "1"
        speak_as(profile.settings(), "2")
        now = clock.now()
        closed = Allowance(ENDPOINT, Scope.USER_15, 15, 0, now + timedelta(minutes=9), now)
        limits.note([closed])
        assert limits.until(ENDPOINT, now) == closed.reset_at
        assert profile.limits("1").until(ENDPOINT, now) == closed.reset_at
        assert profile.limits("2").until(ENDPOINT, now) is None
        assert speaker.payer() == "1"
