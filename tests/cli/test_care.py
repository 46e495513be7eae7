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


def test_a_reason_and_a_table_are_read_as_well(allybook, tmp_path):
    allybook("allies", "add", "@juno_hp", "--kind", "person")
    said = allybook("allies", "decline", "@juno_hp", "--reason", "undocumented")
    assert said.err.startswith("“undocumented”: Papers and permits")
    table = tmp_path / "c.csv"
    table.write_text("handle,kind,notes\nzoe_hp,person,is HIV positive\n", encoding="utf-8")
    told = allybook("allies", "import", str(table))
    assert told.err.startswith("@zoe_hp: “HIV”: Health is a person's own")


def test_who_becomes_a_person_is_looked_at_as_a_whole(allybook):
    allybook("allies", "add", "@k1", "--kind", "organisation", "--tag", "lesbian")
    said = allybook("allies", "set", "@k1", "--kind", "person")
    assert said.err.startswith("“lesbian”:")


def test_who_is_called_like_an_organisation_is_taken_for_one(allybook):
    said = allybook("allies", "add", "@HarborClinic", "--tag", "trans")
    assert (said.status, said.err) == (0, "")


def test_who_is_known_by_number_alone_is_told_by_it(allybook, tmp_path):
    table = tmp_path / "c.csv"
    table.write_text("user_id,kind,notes\n1234567,person,is HIV positive\n", encoding="utf-8")
    assert allybook("allies", "import", table).err.startswith("1234567: “HIV”: Health is")
