"""Huge arrays, cut anywhere, whole or damaged."""

import io
import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from allybook.files.archive.buffer import LONGEST
from allybook.files.archive.elements import Elements
from allybook.files.bounds import Torn

# Words that look like the seams between elements.
WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(["},\n  {", '},{"a":', "}, {", '"', "\\", '\\"', "]", "[", "{", "}", "];"]),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 9) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
RECORDS = st.lists(st.fixed_dictionaries({"a": VALUES}, optional={"b": VALUES}), max_size=12)
LAYOUTS = st.sampled_from(
    [
        {"indent": 2},
        {"indent": 2, "ensure_ascii": False},
        {"indent": 0},
        {"indent": "\t", "separators": (",", " : ")},
        {"separators": (",", ":")},
        {},
    ]
)
PIECES = st.integers(1, 300)


def read(data, piece=1 << 20):
    bad = []
    stream = io.BytesIO(data)
    runs = list(Elements(stream, "f.js", msgspec.json.decode, bad.append, piece=piece))
    return [value for run in runs for value in run], bad


@given(RECORDS, LAYOUTS, PIECES)
def test_every_array_comes_back_whatever_its_layout_and_wherever_it_is_cut(records, layout, piece):
    data = f"window.YTD.x.part0 = {json.dumps(records, **layout)}\n".encode()
    assert read(data, piece) == (records, [])


@given(RECORDS, LAYOUTS, PIECES, st.data())
def test_damage_costs_some_records_and_is_always_reported(records, layout, piece, data):
    whole = f"x = {json.dumps(records, **layout)}".encode()
    at = data.draw(st.integers(4, len(whole) - 1))
    hurt = whole[:at] + data.draw(st.binary(max_size=3)) + whole[at + 1 :]
    values, bad = read(hurt, piece)
    try:
        assert values == json.loads(hurt[4:]) or bad
    except ValueError:
        # A comma that is missing or one too many costs nothing, and then there is nothing to tell.
        assert bad or values == records
    assert all(1 <= record.line <= hurt.count(b"\n") + 1 for record in bad)


@given(RECORDS, st.integers(1, 4), PIECES, st.data())
def test_a_file_that_breaks_off_gives_what_came_before(records, indent, piece, data):
    whole = f"x = {json.dumps(records, indent=indent)}".encode()
    values, bad = read(whole[: data.draw(st.integers(0, len(whole) - 1))], piece)
    assert values == records[: len(values)]
    assert len(bad) == 1


@given(RECORDS, LAYOUTS, PIECES, st.data())
def test_a_file_that_breaks_off_is_reported_in_every_layout(records, layout, piece, data):
    """Without indentation, what stands between records may stand within one as well: then a part
    of the broken record can be taken for records, but never without a report.
    """
    whole = f"x = {json.dumps(records, **layout)}".encode()
    _values, bad = read(whole[: data.draw(st.integers(0, len(whole) - 1))], piece)
    assert bad


@pytest.mark.parametrize("layout", [{"indent": 2}, {"separators": (",", ":")}])
@pytest.mark.parametrize(
    "rubbish",
    [b"}", b"{", b'"', b"]", b"[", b",", b":", b"\\", b"\xff\xfe", b'"\n', b"oops", b"\0"],
)
def test_one_bad_spot_costs_few_records(layout, rubbish):
    records = [{"a": {"id": str(number), "tags": [{"t": 1}, {"t": 2}]}} for number in range(500)]
    data = json.dumps(records, **layout).encode()
    middle = data.index(b'"250"') + 2
    values, bad = read(data[:middle] + rubbish + data[middle:], piece=4096)
    ids = {value["a"]["id"] for value in values if isinstance(value, dict)}
    assert len(ids & {str(number) for number in range(500)}) >= 497
    assert len(bad) <= 3


def test_the_line_of_a_bad_record_is_where_it_begins():
    data = b'x = [\n  {\n    "a": 1\n  },\n  {\n    "a": oops\n  },\n  {\n    "a": 3\n  }\n]'
    values, bad = read(data)
    assert values == [{"a": 1}, {"a": 3}]
    assert [(record.where, record.line) for record in bad] == [("f.js", 5)]


def test_a_record_without_end_is_given_up_in_bounded_memory():
    data = b'x = [{"a": "' + b"y" * (LONGEST + (4 << 20)) + b'"},{"a":1}]'
    values, bad = read(data)
    assert values in ([], [{"a": 1}])
    assert "longer than any that X writes" in bad[0].why


def test_nesting_without_end_is_a_bad_record():
    deep = b"[" * 100_000 + b"]" * 100_000
    values, bad = read(b'[{"a":1},{"a":%b},{"a":3}]' % deep)
    assert values == [{"a": 1}, {"a": 3}]
    assert len(bad) == 1


def test_a_stream_that_is_torn_gives_what_came_before():
    class Stream:
        def __init__(self):
            self.pieces = [b'x = [\n  {"a":1},\n  {"a":2},\n  {"a"']

        def read(self, size, /):
            if self.pieces:
                return self.pieces.pop()
            raise Torn("the rest is damaged")

    bad = []
    elements = Elements(Stream(), "f.js", msgspec.json.decode, bad.append)
    assert [value for run in elements for value in run] == [{"a": 1}, {"a": 2}]
    assert [(record.line, record.why) for record in bad] == [(4, "the rest is damaged")]


@pytest.mark.parametrize("data", [b"", b"x = {}", b"no list", b"\x00\x01"])
def test_a_file_without_a_list_is_reported(data):
    values, bad = read(data)
    assert values == []
    assert [record.line for record in bad] == [1]


def test_what_follows_the_list_is_reported():
    values, bad = read(b'[{"a":1}];\nwindow.YTD.other = [{"a":2}]')
    assert values == [{"a": 1}]
    assert "after the end" in bad[0].why


@given(st.lists(st.fixed_dictionaries({"a": VALUES}), min_size=3, max_size=8), PIECES, st.data())
def test_a_comma_that_is_missing_loses_nothing_and_is_told_once(records, piece, data):
    gaps = st.sets(st.integers(1, len(records) - 1), min_size=1)
    missing = data.draw(gaps)
    lines = [
        f"{'' if at in missing or not at else ','}\n{json.dumps(one)}"
        for at, one in enumerate(records)
    ]
    values, bad = read(f"x = [{''.join(lines)}\n]\n".encode(), piece)
    assert values == records
    assert [one.why for one in bad] == [
        "a comma is missing before this record, which was read all the same"
    ]
    assert bad[0].line == min(missing) + 2


def test_a_comma_too_many_at_the_end_is_no_missing_one():
    assert read(b'x = [{"a": 1},\n{"a": 2},\n]') == ([{"a": 1}, {"a": 2}], [])
