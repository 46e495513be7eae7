from allybook.domain.filters.facts import addressee, own_words
from allybook.domain.posts import Mention, Post
from tests.domain.filters.trees import NOW


def a_post(text, **facts):
    return Post("1", "10", NOW, text, **facts)


def test_the_one_answered_is_named_by_id():
    mentions = (Mention("Harbor", "8"), Mention("NASW", "7"))
    assert addressee(a_post("@Harbor @NASW yes", reply_to_user="7", mentions=mentions)) == "nasw"


def test_a_mention_of_another_is_no_answer_to_them():
    mentions = (Mention("Harbor", "8"),)
    assert addressee(a_post("@Harbor look", reply_to_user="10", mentions=mentions)) == ""


def test_without_ids_the_text_tells():
    assert addressee(a_post("@NASW yes", reply_to_user="7")) == "nasw"
    assert addressee(a_post(" @NASW: yes", mentions=(Mention("NASW"),))) == "nasw"
    assert addressee(a_post(".@NASW yes")) == ""
    assert addressee(a_post("yes @NASW")) == ""
    assert addressee(a_post("@a_handle_that_is_too_long yes")) == ""


def test_own_words():
    assert own_words("Look #here @you https://t.co/x now").split() == ["Look", "now"]
