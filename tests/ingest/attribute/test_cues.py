"""Who is said to speak: a row for each way of saying so, with the reason for the rule."""

from __future__ import annotations

import pytest

from tests.ingest.attribute.scene import read, said

Row = tuple[str, list[tuple[str | None, str]]]

CUES: list[Row] = [
    # the verb before the name
    ("“We shall wait,” said Anna Adler.", [("Anna Adler", "We shall wait,")]),
    # the name before the verb
    ("“We shall wait,” Anna Adler said.", [("Anna Adler", "We shall wait,")]),
    # an office with the name is not part of the name
    (
        "“We shall wait,” declared Harbour Minister Anna Adler in 2014, opening the new “Sea Hall” early.",
        [("Anna Adler", "We shall wait,")],
    ),
    # the cue before the words
    ("Anna Adler replied: “We shall wait.”", [("Anna Adler", "We shall wait.")]),
    ("Anna Adler answered on Saturday, “We shall wait.”", [("Anna Adler", "We shall wait.")]),
    # where it was said stands between verb and colon
    ("Adler responded on the harbour radio: “We shall wait.”", [("Adler", "We shall wait.")]),
    # two halves of one sentence round the cue are two stretches of one speaker
    (
        "“We shall wait,” the minister said, “and see.”",
        [("Minister", "We shall wait,"), ("Minister", "and see.")],
    ),
    # a newspaper speaks through its words, not the man it writes about
    (
        "The Harbour Times reports that Bernd Berg “mocked the council after it closed the quay.”",
        [("The Harbour Times", "mocked the council after it closed the quay.")],
    ),
    (
        "According to The Harbour Times: “the quay stays closed.”",
        [("The Harbour Times", "the quay stays closed.")],
    ),
    ("“The quay stays closed,” according to the report.", [("Report", "The quay stays closed,")]),
    # the nearest verb of speech governs the words
    (
        "The Harbour Times reports that Bernd Berg said the quay “would never open again.”",
        [("Bernd Berg", "would never open again.")],
    ),
    # words within a reported clause are the speaker's
    (
        "Harbour Minister Anna Adler said in a speech that the town “remains fully open” to any talks.",
        [("Anna Adler", "remains fully open")],
    ),
    # the name stands with a post behind it
    (
        "“We shall wait,” says Anna Adler, a senior fellow at the Harbour Institute.",
        [("Anna Adler", "We shall wait,")],
    ),
    # the post stands before the name, the body belongs to the post
    (
        "“We shall wait,” said Anna Adler, director of the Institute for Tides, on Monday.",
        [("Anna Adler", "We shall wait,")],
    ),
    ("“We shall wait,” its director Bernd Berg told reporters.", [("Bernd Berg", "We shall wait,")]),
    ("“Who owns the quay?” asked the historian Bernd Berg.", [("Bernd Berg", "Who owns the quay?")]),
    # a clause between the speaker and the verb
    (
        "A harbour official, who asked not to be named, said: “We shall wait.”",
        [("Harbour official", "We shall wait.")],
    ),
    (
        "Bernd Berg, the mayor of the town, who opposes the plan, said, “We shall wait.”",
        [("Bernd Berg", "We shall wait.")],
    ),
    (
        "The ministry's spokesman, Bernd Berg, said that “nothing is decided yet.”",
        [("Bernd Berg", "nothing is decided yet.")],
    ),
    # a pronoun goes back to the speaker of the sentence before
    (
        "Anna Adler said: “We shall wait.”\nShe added, “And we shall see.”",
        [("Anna Adler", "We shall wait."), ("Anna Adler", "And we shall see.")],
    ),
    # or to whom the sentence before is about
    (
        "Anna Adler left the hall early.\n“We shall wait,” she said.",
        [("Anna Adler", "We shall wait,")],
    ),
    # a title tells the gender, so that "she" passes over Mr. Berg
    (
        "Mrs. Adler met Mr. Berg at noon.\nMr. Berg smiled.\n“We shall wait,” she said.",
        [("Mrs. Adler", "We shall wait,")],
    ),
    # the subject of the sentence before, though an office stands in the cue
    (
        "Minister Adler was blunt.\n“We shall wait,” the minister told the hall.",
        [("Minister Adler", "We shall wait,")],
    ),
    # words without a cue right after a cued quotation go on from its speaker
    (
        "“We shall wait,” Anna Adler said.\n“The tide will turn.”",
        [("Anna Adler", "We shall wait,"), ("Anna Adler", "The tide will turn.")],
    ),
    # one quotation over several sentences has one cue
    (
        "“We shall wait.\nThe tide will turn.\nThen we shall see,” said Anna Adler.",
        [
            ("Anna Adler", "We shall wait."),
            ("Anna Adler", "The tide will turn."),
            ("Anna Adler", "Then we shall see,"),
        ],
    ),
    # a question mark ends the words and the cue goes on
    ("“Who owns the quay?” the mayor asked.", [("Mayor", "Who owns the quay?")]),
    # the passive names the speaker behind "by"
    (
        "The plan was described by Anna Adler as “a gift to every smuggler on the coast.”",
        [("Anna Adler", "a gift to every smuggler on the coast.")],
    ),
    # a paper hands on what another said
    (
        "The Harbour Times quoted Anna Adler as saying, “We shall wait.”",
        [("Anna Adler", "We shall wait.")],
    ),
    ("Anna Adler was quoted as saying that “we shall wait.”", [("Anna Adler", "we shall wait.")]),
    # as X put it
    ("As Anna Adler put it, “we shall wait.”", [("Anna Adler", "we shall wait.")]),
    (
        "In the words of Anna Adler, “the tide owes us nothing.”",
        [("Anna Adler", "the tide owes us nothing.")],
    ),
    # the participle's subject is the sentence's
    (
        "Anna Adler warned of delays, saying that “the tide owes us nothing.”",
        [("Anna Adler", "the tide owes us nothing.")],
    ),
    ("Anna Adler rose to say, “The tide owes us nothing.”", [("Anna Adler", "The tide owes us nothing.")]),
    # the cue at the sentence's end holds for words in its middle
    (
        "The quay is “rotten from end to end” and must close, Anna Adler said.",
        [("Anna Adler", "rotten from end to end")],
    ),
    # a body speaks
    (
        "The Harbour Board said the quay was “rotten from end to end.”",
        [("Harbour Board", "rotten from end to end.")],
    ),
    (
        "“We shall wait,” the Ministry of Tides said in a statement.",
        [("Ministry of Tides", "We shall wait,")],
    ),
    ("The strategy states: “The town will keep its quay.”", [("Strategy", "The town will keep its quay.")]),
    # first person: whoever is speaking
    ("[Anna Adler] I told the council, “We shall wait.”", [("Anna Adler", "We shall wait.")]),
    # nobody really says it
    ("One might say: “We shall wait for ever.”", [(None, "We shall wait for ever.")]),
    ("Suppose a critic says, “The tide owes us nothing.”", [(None, "The tide owes us nothing.")]),
    ("Anna Adler did not say “the tide owes us nothing.”", [(None, "the tide owes us nothing.")]),
    ("Nobody has ever said, “The tide owes us nothing.”", [(None, "The tide owes us nothing.")]),
    ("Some will say, “The tide owes us nothing.”", [(None, "The tide owes us nothing.")]),
    # but a habit is no supposition
    ("My grandmother would say, “The tide owes us nothing.”", [("Grandmother", "The tide owes us nothing.")]),
    # no source in the document: nobody is named
    (
        "The new rules may “indirectly help the smugglers as they give the coast guard less to do.”",
        [(None, "indirectly help the smugglers as they give the coast guard less to do.")],
    ),
    # "report" and "state" are nouns here
    (
        "A report of the United Boats holds that “the quay is rotten from end to end.”",
        [("Report of the United Boats", "the quay is rotten from end to end.")],
    ),
    # the subject of a new clause is not that of the verb before
    (
        "Although Bernd Berg said nothing, Anna Adler replied, “We shall wait.”",
        [("Anna Adler", "We shall wait.")],
    ),
    # two speakers in one sentence
    (
        "“We shall wait,” said Anna Adler, but Bernd Berg replied, “We shall not.”",
        [("Anna Adler", "We shall wait,"), ("Bernd Berg", "We shall not.")],
    ),
    # several speakers in a row
    (
        "“We shall wait,” said Anna Adler.\n“We shall not,” said Bernd Berg.\n“We shall,” she said.",
        [("Anna Adler", "We shall wait,"), ("Bernd Berg", "We shall not,"), ("Anna Adler", "We shall,")],
    ),
    # a book or a holy text
    (
        "The Book of Tides says, “Wait, and you shall see.”",
        [("Book of Tides", "Wait, and you shall see.")],
    ),
    # told + listener
    (
        "Anna Adler told The Harbour Times that “the tide owes us nothing.”",
        [("Anna Adler", "the tide owes us nothing.")],
    ),
    # a day between the speaker and the verb
    (
        "Anna Adler on Tuesday called the plan “a gift to every smuggler.”",
        [("Anna Adler", "a gift to every smuggler.")],
    ),
    # adverbs between the speaker and the verb
    (
        "Anna Adler has repeatedly insisted that “the tide owes us nothing.”",
        [("Anna Adler", "the tide owes us nothing.")],
    ),
    # straight marks
    ('"We shall wait," said Anna Adler.', [("Anna Adler", "We shall wait,")]),
    # the British single
    (
        "‘We shall wait,’ said Anna Adler, ‘but not for the council’s sake.’",
        [("Anna Adler", "We shall wait,"), ("Anna Adler", "but not for the council’s sake.")],
    ),
    # a woman of the house
    (
        "“The tide owes us nothing,” Mr. Berg's widow, Clara Berg, told the court.",
        [("Clara Berg", "The tide owes us nothing,")],
    ),
    # a tweet
    (
        "“The tide owes us nothing,” tweeted Anna Adler (@adler).",
        [("Anna Adler", "The tide owes us nothing,")],
    ),
    # a study's authors
    (
        "“The tide is rising,” the authors of the study write.",
        [("Authors of the study", "The tide is rising,")],
    ),
    # after a lead-in by the sentence before
    (
        "Here is what Anna Adler said.\n“The tide owes us nothing.”",
        [("Anna Adler", "The tide owes us nothing.")],
    ),
    ("Anna Adler was blunt.\n“The tide owes us nothing.”", [("Anna Adler", "The tide owes us nothing.")]),
    # whose words
    (
        "Anna Adler’s words still ring: “The tide owes us nothing.”",
        [("Anna Adler", "The tide owes us nothing.")],
    ),
    ("Her answer was short: “The tide owes us nothing.”", [(None, "The tide owes us nothing.")]),
    # the subject of a second clause is in mind as well
    (
        "“It was the drains,” the baker told us.\n"
        "The town stood under water, and the ferry’s captain had cut his ropes.\n"
        "He was, as he later said, “the only man awake.”",
        [("Baker", "It was the drains,"), ("Ferry’s captain", "the only man awake.")],
    ),
    # what is known as something is not said by those who know it
    (
        "The clerk told Bernd Berg that it was read “often enough for a town like this.”",
        [("Clerk", "often enough for a town like this.")],
    ),
    # a form of address names nobody
    (
        "Mr. President, Anna Adler wrote to her mother: “The tide owes us nothing.”",
        [("Anna Adler", "The tide owes us nothing.")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CUES)
def test_a_quotation_goes_to_whom_its_cue_names(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(text)) == expected
