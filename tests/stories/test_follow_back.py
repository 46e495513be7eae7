"""Follow-back from archives alone: no account, nothing asked of X, nothing spent."""

import pytest

from tests.files.archives import ACCOUNT, PROFILE, followers, following, manifest, tweet, write_zip
from tests.stories.command import allybook


def archive(path, made_at, fans, idols):
    told = manifest()
    told["archiveInfo"]["generationDate"] = made_at
    write_zip(
        path,
        {
            "account.js": ACCOUNT,
            "profile.js": PROFILE,
            "manifest.js": told,
            "follower.js": followers(*fans),
            "following.js": following(*idols),
        },
    )
    return path


@pytest.fixture
def profile(tmp_path):
    """Two archives, a month apart, of somebody who never signed in."""
    march = archive(tmp_path / "m.zip", "2026-03-01T09:00:00.000Z", ["11", "12", "13"], ["12"])
    april = archive(tmp_path / "a.zip", "2026-04-01T09:00:00.000Z", ["12", "14"], ["12", "13"])
    for path in (march, april):
        assert allybook("import", path, profile=tmp_path / "profile").status == 0
    return tmp_path / "profile"


def test_an_archive_alone_answers_without_an_account(profile):
    told = allybook("check", "--of", "followers", "--json", "--offline", profile=profile)
    assert told.status == 0
    assert {one["user_id"]: one["class"] for one in told.json} == {"12": "mutual", "14": "fan"}
    assert {(one["source"], one["as_of"], one["complete"]) for one in told.json} == {
        ("x-archive", "2026-04-01T09:00:00Z", True)
    }
    counted = allybook("check", "--of", "followers", "--count", profile=profile)
    assert counted.out == "1 mutual, 1 fan, 0 idol, 0 stranger, 0 unknown\n"
    counted = allybook("check", "--of", "following", "--count", profile=profile)
    assert counted.out == "1 mutual, 0 fan, 1 idol, 0 stranger, 0 unknown\n"
    assert allybook("ledger", "--json", profile=profile).json["month"] == 0


def test_two_archives_a_month_apart_say_what_changed(profile):
    told = allybook("check", "--compare", "2026-03-01", "2026-04-01", "--json", profile=profile)
    assert told.status == 0
    assert [(one["user_id"], one["side"], one["turn"]) for one in told.json] == [
        # An archive has ids alone: nobody knows whether 11 left, or is suspended.
        ("11", "followers", "missing"),
        # Whom we follow is there to be followed: 13 left by itself.
        ("13", "followers", "unfollowed"),
        ("14", "followers", "followed"),
        ("13", "following", "followed"),
    ]


@pytest.mark.parametrize(
    ("posts", "as_of", "remark"),
    [
        ([], None, "whatever X tells of your followers and following"),
        ([tweet("20")], "2023-02-18T12:33:11Z", "as of 18 February 2023, the day of its newest"),
    ],
    ids=["no-posts", "posts"],
)
def test_an_archive_without_a_date_is_older_than_what_says_its_own(
    profile, tmp_path, posts, as_of, remark
):
    files = {"account.js": ACCOUNT, "follower.js": followers("99"), "following.js": following("12")}
    if posts:
        files["tweets.js"] = [{"tweet": one} for one in posts]
    undated = write_zip(tmp_path / "undated.zip", files)
    # With nothing beside it, it answers by its own date; nobody takes that for today.
    alone = tmp_path / "alone"
    taken = allybook("import", undated, profile=alone)
    assert remark in taken.err
    told = allybook("check", "--of", "followers", "--json", "--offline", profile=alone)
    assert {one["as_of"] for one in told.json} == {as_of}
    told = allybook("check", "--of", "followers", "--offline", profile=alone)
    assert ("no known date" in told.out, "2006" in told.out) == (not posts, False)
    refused = allybook("check", "--compare", "2026-03-01", "2026-04-01", profile=alone)
    assert ("kept of no known date" in refused.err, "2006" in refused.err) == (not posts, False)
    # Beside an archive of this year, it has nothing to say.
    allybook("import", undated, profile=profile)
    told = allybook("check", "--of", "followers", "--json", "--offline", profile=profile)
    assert {one["user_id"]: one["class"] for one in told.json} == {"12": "mutual", "14": "fan"}
