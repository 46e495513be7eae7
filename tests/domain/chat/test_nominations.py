"""Nominations with their evidence, and how well they are found in a whole chat."""

from msgspec.structs import replace

from allybook.domain.book.entry import Kind
from allybook.domain.chat.nominations import merge
from allybook.domain.chat.sharing import SharedBy
from allybook.domain.chat.summary import read_chat
from allybook.domain.people.accounts import Account
from tests.domain.chat.practice_chat import read_accounts, read_lines, read_script
from tests.domain.chat.talk import accounts, say

ASK = say(1, "host", "Q1: Which organisations and hashtags should we all know? #SwHelper")


def nominate(*posts, known=None):
    chat = read_chat("#SwHelper", [ASK, *posts], accounts=accounts() if known is None else known)
    return chat.nominations


def test_evidence_says_who_when_where_and_why():
    post = say(3, "jane", "A1 Long day! @SafeRoofNet, always. #SwHelper")
    (found,) = nominate(post)
    (evidence,) = found.evidence
    assert (evidence.post_id, evidence.user_id, evidence.at) == ("103", "2", post.created_at)
    assert (evidence.question, evidence.why) == (1, SharedBy.ANSWERED)
    assert evidence.phrase == "@SafeRoofNet, always."


def test_the_score_counts_people_not_posts():
    posts = [
        say(3, "jane", "A1 @SafeRoofNet"),
        say(4, "jane", "Really, follow @SafeRoofNet"),
        say(5, "marco", "A1 @saferoofnet and @BridgeMeals"),
    ]
    found = nominate(*posts)
    assert [(one.name, one.score, len(one.evidence)) for one in found] == [
        ("SafeRoofNet", 2, 3),
        ("BridgeMeals", 1, 1),
    ]


def test_those_of_one_record_are_one_whose_people_and_posts_count_once():
    posts = [
        say(3, "jane", "A1 @SafeRoofNet"),
        say(4, "marco", "A1 @BridgeMeals and @SafeRoof_Old"),
        say(5, "tess", "A1 @BridgeMeals, or @SafeRoof_Old and @SafeRoofNet"),
    ]
    found = [
        replace(one, user_id="90") if one.name.startswith("Safe") else one
        for one in nominate(*posts)
    ]
    assert [(one.key, one.score) for one in found] == [
        ("@bridgemeals", 2),
        ("90", 2),
        ("90", 2),
    ]
    merged = merge(found)
    assert [(one.key, one.score) for one in merged] == [("90", 3), ("@bridgemeals", 2)]
    assert [item.post_id for item in merged[0].evidence] == ["103", "104", "105"]
    assert merge(merged) == merged


def test_what_no_book_can_have_does_not_stop_the_others():
    posts = [say(3, "jane", "A1 @Survivors_Network_X and @BridgeMeals, and #2024 #TenantTips too")]
    assert {one.key for one in nominate(*posts)} == {"@bridgemeals", "#tenanttips"}


def test_nobody_nominates_themselves_or_the_host():
    posts = [say(3, "jane", "A1 follow @Jane and @Host"), say(4, "marco", "A1 #SWHELPER")]
    assert nominate(*posts) == ()


def test_people_in_the_room_are_shared_only_when_plainly_recommended():
    posts = [
        say(3, "jane", "A1 so true @Marco, @Tess is great"),
        say(4, "tess", "Kudos to @Marco"),
        say(5, "marco", "Everyone should follow @Tess"),
    ]
    assert [one.name for one in nominate(*posts)] == ["Tess"]


def test_an_organisation_in_the_room_is_shared_by_name():
    known = accounts(marco="We run the night shelter. Official account.")
    posts = [say(3, "jane", "A1 @Marco"), say(4, "marco", "thank you!")]
    found = nominate(*posts, known=known)
    assert [(one.name, one.kind, one.uncertain) for one in found] == [
        ("Marco", Kind.ORGANISATION, False)
    ]


def test_the_one_who_is_replied_to_is_not_shared():
    org = say(3, "90", "A1 my neighbours")
    known = accounts() | {"90": Account("90", "SafeRoofNet", "Safe Roof Network")}
    reply = say(4, "jane", "@SafeRoofNet A1 @BridgeMeals", reply_to=org.post_id)
    assert [one.name for one in nominate(org, reply, known=known)] == ["BridgeMeals"]


def test_plain_reposts_nominate_nobody():
    posts = [
        say(3, "jane", "RT @Marco: follow @SafeRoofNet"),
        say(4, "tess", "follow @SafeRoofNet", repost_of="99"),
    ]
    assert nominate(*posts) == ()


def test_the_question_itself_nominates_nobody():
    ask = say(2, "host", "Q2: Share @organizations, for example follow @SafeRoofNet")
    assert nominate(ask) == ()


def test_kinds_are_guessed_and_doubt_is_visible():
    posts = [say(3, "jane", "A1 @SafeRoofNetwork, @lou_b, @BellHall and #TenantTips")]
    known = accounts() | {"91": Account("91", "BellHall", "Bell Hall", "One hall, many groups.")}
    found = {one.name: (one.kind, one.uncertain) for one in nominate(*posts, known=known)}
    assert found == {
        "SafeRoofNetwork": (Kind.ORGANISATION, True),
        "lou_b": (Kind.PERSON, True),
        "BellHall": (Kind.PERSON, True),
        "TenantTips": (Kind.HASHTAG, False),
    }


def test_a_nomination_knows_its_record_key():
    known = accounts() | {"91": Account("91", "BellHall")}
    found = nominate(say(3, "jane", "A1 @bellhall @Lou_B #TenantTips, really"), known=known)
    assert {one.key for one in found} == {"91", "@lou_b", "#tenanttips"}


def test_hashtags_of_an_answer_to_another_question_are_topics():
    ask = say(2, "host", "Q2: What did you read this week?")
    posts = [ask, say(3, "jane", "A2 #housing reports #selfcare"), say(4, "tess", "A2 #budget")]
    assert nominate(*posts) == ()


def marks(pairs):
    return {(post_id, name.lower()) for post_id, name in pairs}


def test_the_practice_chat_is_read_with_few_mistakes():
    lines = read_lines(read_script())
    chat = read_chat("SwHelper", [post for post, _, _ in lines], accounts=read_accounts())
    found = marks(
        (evidence.post_id, f"{'#' if one.kind == Kind.HASHTAG else '@'}{one.name}")
        for one in chat.nominations
        for evidence in one.evidence
    )
    shared = marks((post.post_id, name) for post, names, _ in lines for name in names)
    right = len(found & shared)
    assert right / len(found) >= 0.9, sorted(found - shared)
    assert right / len(shared) >= 0.9, sorted(shared - found)


def test_the_questions_and_answers_of_the_practice_chat_are_found():
    lines = read_lines(read_script())
    chat = read_chat("SwHelper", [post for post, _, _ in lines], accounts=read_accounts())
    assert [question.number for question in chat.questions] == [1, 2, 3, 4, 5, 6]
    found = {(answer, q.number) for q in chat.questions for answer in q.answers}
    marked = {(post.post_id, number) for post, _, number in lines if number}
    right = len(found & marked)
    assert right / len(found) >= 0.95, sorted(found - marked)
    assert right / len(marked) >= 0.95, sorted(marked - found)
