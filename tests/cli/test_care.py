"""Words about a person that call for care draw a remark, and are written all the same."""

import json


def test_a_private_word_about_a_person_is_remarked_beside_the_answer(allybook):
    allybook("allies", "add", "@juno_hp", "--kind", "person")
    said = allybook("allies", "set", "@juno_hp", "--tag", "Muslim", "--note", "call in May")
    assert said.status == 0
    assert said.err.startswith("“Muslim”: What a person believes is theirs to tell")
    listed = json.loads(allybook("allies", "list", "--json").out)
    assert listed[0]["tags"] == ["Muslim"]


def test_nothing_is_remarked_about_an_organisation(allybook):
    said = allybook("allies", "add", "@oakclinic", "--kind", "organisation", "--tag", "HIV")
    assert (said.status, said.err) == (0, "")
