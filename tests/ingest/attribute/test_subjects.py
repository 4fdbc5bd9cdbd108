"""Whose verb it is where the speaker stands away from it, or another noun stands nearer: a row for each way."""

from __future__ import annotations

import pytest

from tests.ingest.attribute.scene import read, said

SUBJECTS: list[tuple[str, list[tuple[str | None, str]]]] = [
    # an answer that somebody has is a noun, whatever stands before it
    ("To all of them, Anna Adler has a one-word answer: “Penalties.”", [("Anna Adler", "Penalties.")]),
    # a participle behind whose text it is belongs to the text
    (
        "Ms. Adler's written statement asserts that she was “unaware of it.”",
        [("Ms. Adler", "unaware of it.")],
    ),
    # words that somebody was told have a teller behind "by"
    (
        "The panel was told by the fire marshal that the alarm had been “silenced for the show.”",
        [("Fire marshal", "silenced for the show.")],
    ),
    # what a text has behind a colon stands in it
    ("The log for that day has a single line: “Panel beeping.”", [("Log", "Panel beeping.")]),
    # a question announced is the question that follows
    (
        "Anna Adler asked us a question.\n“Will there be a school?”\nLet us answer.",
        [("Anna Adler", "Will there be a school?")],
    ),
    # an aide to somebody is the aide
    ("The ruling was “a slap,” an aide to Ms. Adler told the paper.", [("Aide to Ms. Adler", "a slap,")]),
    # behind the marks a verb with its object bids the reader, and tells of nobody's speech
    (
        "When my rival tells you, “There is no money,” ask him where it went.",
        [("Rival", "There is no money,")],
    ),
    # an adjective may stand before what somebody always said
    ("Anna Adler's favourite line was “measure twice.”", [("Anna Adler", "measure twice.")]),
    ("We accept Ms. Adler's description of the process as “theatre.”", [("Ms. Adler", "theatre.")]),
    # an office is a person, so that a pronoun may mean it
    (
        "The Secretary testified on March 3.\nHe was asked about the reserve.\n“Adequate,” he said.",
        [("Secretary", "Adequate,")],
    ),
    # any noun may have an "of" behind it: the foes speak, not the plan
    ("The foes of the plan cry out, “Where is the money?”", [("Foes of the plan", "Where is the money?")]),
    # who signs a petition does not speak for it
    (
        "A petition signed by 900 listeners demands that the hall be “heated or handed over.”",
        [("Petition", "heated or handed over.")],
    ),
    # a noun with "to" behind it is nobody's name
    ("We have a right to ask: “Who signed?”", [(None, "Who signed?")]),
    # a question who would say so supposes it
    ("Who among us would tell the town, “I voted to stop looking”?", [(None, "I voted to stop looking")]),
    # a pronoun means the subject of its own sentence
    (
        "The delegate from Ashby said it well when she said that “hope is not a culvert.”",
        [("Delegate from Ashby", "hope is not a culvert.")],
    ),
    (
        "Several miners told me they feared “the cough more than the roof.”",
        [("Miners", "the cough more than the roof.")],
    ),
    # those spoken to are not those spoken of
    ("My friends, they told us it could not be done.\n“Too far,” they said.", [(None, "Too far,")]),
    # a participle behind a comma belongs to whom the sentence is about, not to the noun before it
    (
        "In 2016 the Harbour Commission opened an inquiry, citing “serious doubts” about the quay.",
        [("Harbour Commission", "serious doubts")],
    ),
    # what is denied is the claim, not the name given to it
    ("The ministry denied the claim, calling it “pure fabrication.”", [("Ministry", "pure fabrication.")]),
    # each of two judgements has its own judge
    (
        "The plan was hailed by Anna Adler as “historic” and mocked by Bernd Berg as “a fax from another age.”",
        [("Anna Adler", "historic"), ("Bernd Berg", "a fax from another age.")],
    ),
    (
        "The Athenaeum praised “the exactness of her trees,” while The Critic found her “tiresome.”",
        [("Athenaeum", "the exactness of her trees,"), ("The Critic", "tiresome.")],
    ),
    # a verb between commas has its speaker behind it
    ("There was, said Anna Adler, “no second plan at all.”", [("Anna Adler", "no second plan at all.")]),
    # who is quoted speaks, not who quotes
    ("State radio quoted Anna Adler as saying the quay was “complete.”", [("Anna Adler", "complete.")]),
    # to be able to hear somebody supposes nothing
    ("I could hear Anna Adler saying, “Stand up straight.”", [("Anna Adler", "Stand up straight.")]),
    ("“No comment,” was all that Anna Adler would say.", [("Anna Adler", "No comment,")]),
    ("As the hymn has it, “the night is far spent.”", [("Hymn", "the night is far spent.")]),
    # a participle behind a text is no part of its name
    (
        "An internal memo dated 4 April describes the pump as “a time bomb.”",
        [("Internal memo", "a time bomb.")],
    ),
    # "states" behind a bare noun is a noun itself
    (
        "The rule is that member states “adopt a common registry by the next year.”",
        [(None, "adopt a common registry by the next year.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_the_verb_is_given_to_its_own_subject(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(text)) == expected
