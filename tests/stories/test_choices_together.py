"""Several programs on one profile at the same moment: what each of them changes is kept."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from tests.stories.command import allybook

WORDS = tuple(f"word{number}" for number in range(8))


def test_eight_mutes_from_eight_programs_are_eight_mutes(tmp_path):
    profile = tmp_path / "p"
    assert allybook("mutes", "list", profile=profile).status == 0
    with ThreadPoolExecutor(len(WORDS)) as pool:
        done = list(pool.map(lambda word: allybook("mutes", "add", word, profile=profile), WORDS))
    assert [one.status for one in done] == [0] * len(WORDS), [one.err for one in done]
    kept = allybook("mutes", "list", "--json", profile=profile).json
    assert {one["value"] for one in kept} == set(WORDS)
