"""What stands between quotation marks: a row for each shape, and for each way of getting them wrong."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.attribute.marks import MARKS, find_quotations, with_marks

SHAPES = [
    ("He said “yes” and left.", ["yes"]),
    ('He said "yes" and left.', ["yes"]),
    ("He said ‘yes’ and left.", ["yes"]),
    ("He said 'yes' and left.", ["yes"]),
    # German, both ways; the closing mark looks like the English opening one
    ("Er sagte „ja“ und ging.", ["ja"]),
    ("Er sagte »ja« und ging.", ["ja"]),
    ("Er sagte ‚ja‘ und ging.", ["ja"]),
    ("Er sagte „ja” und ging.", ["ja"]),
    # French, with the spaces inside
    ("Il a dit « oui » et il est parti.", [" oui "]),
    ("Il a dit «\u00a0oui\u00a0» et il est parti.", ["\u00a0oui\u00a0"]),
    # Japanese
    ("彼は「はい」と言った。", ["はい"]),
    # an apostrophe is no mark
    ("It’s the islands’ fate, isn't it, and the sailors' too.", []),
    ("‘Don’t go to the islands’ harbour,’ he said.", ["Don’t go to the islands’ harbour,"]),
    ("Rock 'n' roll in the '90s.", []),
    # inches and feet
    ("A plank of 6\" by 4' lay there.", []),
    # quotations within quotations
    ("“She said ‘no’ to me,” he said.", ["She said ‘no’ to me,", "no"]),
    ("„Sie sagte ‚nein‘ zu mir“, sagte er.", ["Sie sagte ‚nein‘ zu mir", "nein"]),
    # an inner mark that is never closed ends with the outer one
    (
        "“We like the ‘boats of the north and sail.” He left.",
        ["We like the ‘boats of the north and sail.", "boats of the north and sail."],
    ),
    # opened single, closed double: a slip
    ("He said: ‘We shall wait.” Then he left.", ["We shall wait."]),
    ('He said: “We shall wait." Then he left.', ["We shall wait."]),
    # a stray closing mark closes nothing
    ("We shall wait.” Then he left.", []),
    # an opening mark that is never closed reaches to the end; the reader cuts it at its sentence
    ("He said: “We shall wait. Then he left.", ["We shall wait. Then he left."]),
    # the next opening mark of the same kind ends it too
    ("He said: “We shall wait. Then: “Go!” he said.", ["We shall wait. Then: ", "Go!"]),
    # nothing within
    ("He said “” and ‘ ’.", []),
]


@pytest.mark.parametrize(("text", "expected"), SHAPES)
def test_the_words_between_marks_are_found(text: str, expected: list[str]) -> None:
    assert [text[q.start : q.end] for q in find_quotations(text)] == expected


def test_marks_typed_with_backticks_and_apostrophes_are_marks() -> None:
    text = "He said, ``We shall `wait' and see.''"
    plain = with_marks(text)
    assert len(plain) == len(text)
    assert [text[q.start : q.end] for q in find_quotations(plain)] == ["We shall `wait' and see.", "wait"]


@given(st.text(alphabet=st.sampled_from([*sorted(MARKS), " ", "a", "s", ".", "1", "—"]), max_size=60))
def test_quotations_lie_within_the_text_and_one_level_never_overlaps(text: str) -> None:
    found = find_quotations(text)
    for quotation in found:
        assert 0 <= quotation.left < quotation.start <= quotation.end <= quotation.right <= len(text)
    for level in {quotation.level for quotation in found}:
        same = [quotation for quotation in found if quotation.level == level]
        assert all(a.right <= b.left for a, b in pairwise(same))
