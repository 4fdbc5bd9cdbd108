"""Who is said to speak: a row for each way of saying so."""

from __future__ import annotations

import pytest

from tests.ingest.attribute.scene import read, said

CUES = [
    # the verb before the name
    ("“We shall wait,” said Anna Adler.", "Anna Adler", "We shall wait,"),
    # the name before the verb
    ("“We shall wait,” Anna Adler said.", "Anna Adler", "We shall wait,"),
    # an office with the name
    ("“We shall wait,” declared Harbour Minister Anna Adler in 2014.", "Anna Adler", "We shall wait,"),
    # the cue before the words
    ("Anna Adler replied: “We shall wait.”", "Anna Adler", "We shall wait."),
    # a newspaper speaks through its words, not the man it writes about
    (
        "The Harbour Times reports that Bernd Berg “mocked the council after it closed the quay.”",
        "The Harbour Times",
        "mocked the council after it closed the quay.",
    ),
    (
        "According to The Harbour Times: “the quay stays closed.”",
        "The Harbour Times",
        "the quay stays closed.",
    ),
]


@pytest.mark.parametrize(("text", "speaker", "words"), CUES)
def test_a_quotation_goes_to_whom_its_cue_names(text: str, speaker: str, words: str) -> None:
    assert said(read(text)) == [(speaker, words)]
