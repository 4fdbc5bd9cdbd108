"""Speakers as newspapers, speeches, essays and reports name them: who speaks, for each stretch in marks."""

from __future__ import annotations

import pytest

from tests.ingest.attribute.scene import read, said

ROWS: list[tuple[str, list[str | None]]] = [
    # listeners, occasions and posts round the speaker
    ("“We shall wait,” Adler told reporters at a news conference on Tuesday.", ["Adler"]),
    ("“We shall wait,” Mr. Adler said of the plan.", ["Mr. Adler"]),
    ("Anna Adler, 54, said: “We shall wait.”", ["Anna Adler"]),
    ("Anna Adler, a trader from Ohio, said, “We shall wait.”", ["Anna Adler"]),
    # a clause behind the speaker; the next words go on from it
    (
        "“We shall wait,” said Anna Adler, who has led the board since 2010.\n“The tide will turn.”",
        ["Anna Adler", "Anna Adler"],
    ),
    # two verbs with one subject
    (
        "In a statement, the ministry called the sale “a cowardly act” and vowed “a firm response.”",
        ["Ministry", "Ministry"],
    ),
    # a participle before the speaker
    ("Asked whether he would resign, Bernd Berg said: “No.”", ["Bernd Berg"]),
    # a paper of a body, a person by himself
    ("The ministry's statement said that “nothing has been decided yet.”", ["Ministry"]),
    ("Bernd Berg described himself as “a farmer first and a mayor second.”", ["Bernd Berg"]),
    # asides between dashes and occasions in front
    ("Bernd Berg — who lost the vote — said, “We shall wait.”", ["Bernd Berg"]),
    ("Speaking in Oslo, Bernd Berg said “we shall wait and see what comes.”", ["Bernd Berg"]),
    # signs and letters speak
    ("“Keep off the quay,” reads the sign.", ["Sign"]),
    ("The letter, signed by forty mayors, warned that “the tide owes us nothing.”", ["Letter"]),
    # the cue in the middle of the sentence
    ("It is, Bernd Berg argues, “a failure of imagination.”", ["Bernd Berg"]),
    ("The plan, Berg said, “would sink the town.”", ["Berg"]),
    # as X put it; once; the poet X
    ("“We shall wait,” as Bernd Berg put it.", ["Bernd Berg"]),
    ("Bernd Berg once wrote, “We shall wait.”", ["Bernd Berg"]),
    ("As the poet Bernd Berg wrote, “the tide owes us nothing.”", ["Bernd Berg"]),
    # a member named by his seat
    ("[Anna Adler] The Senator from Ohio says, “We shall wait.”", ["Senator from Ohio"]),
    # what is read out is the text's, not the reader's
    (
        "[Anna Adler] The report is clear.\n[Anna Adler] I quote: “The quay is rotten from end to end.”",
        ["Report"],
    ),
    ("[Anna Adler] Let me read from the letter: “The quay is rotten from end to end.”", ["Letter"]),
    ("[Anna Adler] Let me quote the Charter: “The quay shall be kept.”", ["Charter"]),
    ("[Anna Adler] Listen to what Bernd Berg said: “The quay shall be kept.”", ["Bernd Berg"]),
    # habits, and verbs that lost their vowel
    ("He used to say, “The tide owes us nothing.”", [None]),
    ("Bernd Berg was a fisherman.\nHe used to say, “The tide owes us nothing.”", ["Bernd Berg"]),
    ("Clara Dorn was a fisherwoman.\nShe'd say, “The tide owes us nothing.”", ["Clara Dorn"]),
    ("Clara Dorn was a fisherwoman.\nShe’s said it often: “The tide owes us nothing.”", ["Clara Dorn"]),
    # a participle takes its subject from the verb before
    ("“We shall wait,” he said, adding: “The tide will turn.”", [None, None]),
    ("“We shall wait,” Bernd Berg said, adding: “The tide will turn.”", ["Bernd Berg", "Bernd Berg"]),
    # one of many, and groups
    ("“We shall wait,” one of the residents said.", ["One of the residents"]),
    ("Critics say the plan is “a gift to every smuggler on the coast.”", ["Critics"]),
    # posts and names side by side
    ("The head of the board, Clara Dorn, said: “We shall wait.”", ["Clara Dorn"]),
    ("Ms. Dorn did not come to the hall, but in an email she wrote: “We shall wait.”", ["Ms. Dorn"]),
    ("The mayor’s spokesman told the Harbour Daily that “the tide owes us nothing.”", ["Mayor’s spokesman"]),
    # a role of somebody's
    ("“We shall wait,” Bernd Berg, now 80, recalls.", ["Bernd Berg"]),
    # ages; signatures behind a dash or in brackets
    ("“The tide owes us nothing.” — Anna Adler", ["Anna Adler"]),
    ("“The tide owes us nothing” (Adler, 1999).", ["Adler"]),
    (
        "Mayor Adler said that the two towns had “made good progress” but that “much remains to be done.”",
        ["Mayor Adler", "Mayor Adler"],
    ),
    # one verb, two stretches
    ("The bill would, in Bernd Berg's words, “gut the coast guard.”", ["Bernd Berg"]),
    # whose words, whose claim
    ("What Bernd Berg called “the worst storm in a hundred years” passed.", ["Bernd Berg"]),
    # what X called it, which X described as
    ("The law, which Bernd Berg described as “a gift to every smuggler,” failed.", ["Bernd Berg"]),
    ("Bernd Berg's claim that the quay is “rotten from end to end” is false.", ["Bernd Berg"]),
    # two words under one verb
    ("Bernd Berg said he was “deeply sorry” and “ashamed.”", ["Bernd Berg", "Bernd Berg"]),
    # a crowd; the office held then
    ("“Stop the boats!” cried the crowd.", ["Crowd"]),
    ("In 2010 the then-mayor, Bernd Berg, told the Harbour Times: “We shall wait.”", ["Bernd Berg"]),
    # old style: the verb first, a comma before that
    ("Says he, “We shall wait.”", [None]),
    ("The celebrated Bernd Berg observes, that “the tide owes nothing to the town.”", ["Bernd Berg"]),
    # the sentence before tells who he is
    (
        "Bernd Berg rejected the offer.\n“It is an insult,” he said.\n“We shall wait.”",
        ["Bernd Berg", "Bernd Berg"],
    ),
    ("Bernd Berg was asked about the quay.\n“It is sound,” he replied.", ["Bernd Berg"]),
    # posts with their bodies, before and behind the name
    ("The Harbour Board's chairman, Bernd Berg, has called for “a full and open inquiry.”", ["Bernd Berg"]),
    ("“We shall wait,” said the board's chairman, Bernd Berg.", ["Bernd Berg"]),
    ("“We shall wait,” said the chairman of the Harbour Board, Bernd Berg.", ["Bernd Berg"]),
    ("“We shall wait,” said Bernd Berg, the chairman, on Friday.", ["Bernd Berg"]),
    # groups and where they are
    ("Bernd Berg, speaking for the board, said the quay “will be kept in good repair.”", ["Bernd Berg"]),
    ("Officials said the quay “will be kept in good repair.”", ["Officials"]),
    ("Harbour officials in Oslo said the quay “will be kept in good repair.”", ["Harbour officials in Oslo"]),
    # denied, supposed, possible: nobody says it
    ("Neither Bernd Berg nor Clara Dorn said “we shall wait for the tide.”", [None]),
    ("If Bernd Berg had said “we shall wait for the tide,” we would have waited.", [None]),
    ("You might object: “The tide owes us nothing.”", [None]),
    ("“But,” you may ask, “who owns the quay?”", [None, None]),
    ("It is as if the board said, “The tide owes us nothing.”", [None]),
    ("Imagine a mayor who says, “The tide owes us nothing.”", [None]),
    # proverbs
    ("There is an old proverb: “Wait, and the tide will turn.”", ["Old proverb"]),
    ("The proverb says, “Wait, and the tide will turn.”", ["Proverb"]),
    # two who speak together
    (
        "Bernd Berg and Clara Dorn said in a joint letter that “the tide owes us nothing.”",
        ["Bernd Berg and Clara Dorn"],
    ),
    # days and occasions behind the verb
    ("“We shall wait,” Foreign Minister Anna Adler said Wednesday.", ["Anna Adler"]),
    (
        "“We shall wait,” Prime Minister Adler said in a televised address late on Sunday night.",
        ["Prime Minister Adler"],
    ),
    # an aside with a verb of its own
    (
        "Berg, the board's chairman, said that while he welcomed the plan, “it comes ten years late.”",
        ["Berg"],
    ),
    # commissions, witnesses, scholars, papers
    ("The commission found that the board “failed to keep the quay in good repair.”", ["Commission"]),
    ("The witness testified: “I saw the quay give way.”", ["Witness"]),
    (
        "Dr. Clara Dorn, professor of tides at the University of the Coast, writes: “The sea is rising.”",
        ["Clara Dorn"],
    ),
    ("“The sea is rising,” said Dr. Clara Dorn of the University of the Coast.", ["Clara Dorn"]),
    ("The Harbour Times wrote that the plan “has more holes than a net.”", ["The Harbour Times"]),
    ("In its editorial, The Harbour Times called the plan “a net full of holes.”", ["The Harbour Times"]),
    ("Article 9 of the Charter says: “The quay shall be kept in good repair.”", ["Article 9 of the Charter"]),
    ("The Charter promises that “the quay shall be kept in good repair.”", ["Charter"]),
    # posts, kin and remarks
    ("A spokeswoman for the board, Clara Dorn, told the Harbour Times: “We shall wait.”", ["Clara Dorn"]),
    ("“I was there,” said Clara, a nurse.\n“I saw it.”", ["Clara", "Clara"]),
    ("Clara Dorn, whose father built the quay, says it is “a part of the family.”", ["Clara Dorn"]),
    ("President Adler's remark that “the tide owes us nothing” drew laughter.", ["President Adler"]),
    ("His slogan was “Boats for all.”", []),
    # slogans, songs, books, headlines, letters' references, what people call a thing
    ("The song “Where the Boats Go” was sung.", []),
    ("In his book “The Long Tide,” Bernd Berg tells of the quay.", []),
    ("The paper ran it under the headline “Boats for Sale.”", []),
    ("Re “The Quay Must Go” (news article, Oct. 3):", []),
    ("To the Editor: Re “Who Owns the Quay?” (editorial, Oct. 3):", []),
    ("I disagree with your editorial “The Quay Must Go.”", []),
    ("He is what sailors call “a dry fish.”", []),
]


@pytest.mark.parametrize(("text", "expected"), ROWS)
def test_the_speaker_is_found_however_the_text_names_him(text: str, expected: list[str | None]) -> None:
    found = [name for name, _ in said(read(text))]
    assert (found if expected else [name for name in found if name]) == expected
