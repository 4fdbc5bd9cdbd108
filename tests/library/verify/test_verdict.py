"""Verdicts: nothing is called verbatim that is not, and what is wrong is called by its name."""

from collections import Counter
from random import Random

import pytest

from bot.library.verify import Difference, Finding, verify
from bot.models import Attribution, Contents, Document, Passage, Speaker
from tests.library.verify.cases import cases
from tests.library.verify.town import contents, town

ADLER, MINISTER, KEEPER, EDITOR = "ms-adler", "the-minister", "the-keeper", "mr-brandt"
SPEAKERS = (
    Speaker(ADLER, "Ms. Adler", ("Ida Adler", "Adler")),
    Speaker(MINISTER, "The minister", ("the minister of harbours",)),
    Speaker(KEEPER, "The keeper"),
    Speaker(EDITOR, "Mr. Brandt"),
    Speaker("the-other-adler", "Tom Adler", ("Adler",)),
)
ESSAY = (
    # sentence, then stretches in it: (words, speaker, attribution)
    ("The ferries’ owners lost –5 percent in 1875, or $12.5 million.",),
    ("We shall not sell the north pier.",),
    ("“We shall wait,” the minister said, “and see what the winter brings.”",
     ("“We shall wait, and see what the winter brings.”", MINISTER, Attribution.QUOTED)),
    ("The keeper complained that nobody had trimmed the lamp since Easter.",
     ("nobody had trimmed the lamp since Easter", KEEPER, Attribution.REPORTED)),
    ("A long-term lease for the non-union dockers of U.S. ports was never the council’s plan.",),
    ("The council can build a new lighthouse on the rocks, but only with the neighbours’ money.",),
    ("Every boat in this bay carries two lamps and four oars.",),
    ("However, no oar has ever lit a harbour.",),
    ("The inquiry heard that the harbour master had […] before the storm reached the outer wall.",),
    ("A lamp on the quay and a lamp on the hill are worth more than a lamp in the ledger.",),
    ("Every boat in this bay carries two lamps and four oars.",),
    # one speaker's words over two sentences
    ("The keeper said: “The sea keeps its own books.",
     ("“The sea keeps its own books.", KEEPER, Attribution.QUOTED)),
    ("It has never shown them to a council.”",
     ("It has never shown them to a council.”", KEEPER, Attribution.QUOTED)),
    ("A pilot can’t be held to what a chart doesn’t show.",),
)  # fmt: skip
REPLY = (("The north pier was sold to nobody, and nobody asked to buy it.",),)


def passages(document, author, sentences):
    found = []
    for number, (text, *stretches) in enumerate(sentences):
        place = len(found)
        found.append(Passage(f"{document}#{place}", document, place, 1 + number // 4, text, (), author,
                             damaged="[…]" in text))  # fmt: skip
        for words, speaker, attribution in stretches:
            found.append(Passage(f"{document}#{len(found)}", document, len(found), 1 + number // 4, words, (),
                                 speaker, attribution, via=(author,), parent=place))  # fmt: skip
    return tuple(found)


@pytest.fixture
async def library(shelve):
    return await shelve(
        Contents(
            (Document("essay", "An Essay"), Document("reply", "A Reply")),
            SPEAKERS,
            passages=(*passages("essay", ADLER, ESSAY), *passages("reply", EDITOR, REPLY)),
        )
    )


@pytest.mark.parametrize(
    ("quote", "finding"),
    [
        ("We shall not sell the north pier.", "verbatim"),
        ("we shall not sell the North Pier!", "verbatim"),
        ("We shall sell the north pier.", "altered"),
        ("We shall not sell the northpier.", "altered"),
        ("We shall now sell the north pier.", "altered"),
        # signs and points count, their shapes do not
        ("lost −5 percent in 1875, or $12.5 million", "verbatim"),
        ("lost 5 percent in 1875, or $12.5 million", "altered"),
        ("owners lost –5% in 1875, or $12.5 million", "altered"),
        ("owners lost –5 percent in 1875, or $125 million", "altered"),
        ("owners lost –5 percent in 1875, or €12.5 million", "altered"),
        # nor may a quote begin or end inside a sign's number or a hyphened word
        ("12.5 million. We shall not sell", "altered"),
        ("union dockers of U.S. ports was never", "altered"),
        ("non-union dockers of US ports was never", "verbatim"),
        ("A long–term lease for the non-union dockers", "verbatim"),
        ("A long term lease for the non-union dockers", "altered"),
        ("A longterm lease for the non-\nunion dockers", "verbatim"),
        # apostrophes: whose, and of how many
        ("The ferries' owners lost", "verbatim"),
        ("The ferries owners lost –5 percent", "altered"),
        ("The ferry’s owners lost –5 percent", "altered"),
        ("A pilot cant be held to what a chart doesn't show", "altered"),
        # over sentences, also with a part left out
        ("two lamps and four oars. However, no oar has ever lit a harbour", "verbatim"),
        ("We shall not sell ... and see what the winter brings", "verbatim"),
        ("We shall … sell the north pier", "altered"),
        ("A lamp on the quay [and the hill] are worth more", "altered"),
        ("A lamp on [the] quay and a lamp on the hill", "verbatim"),
        ("We shall [not] sell the north pier.", "verbatim"),
        ("Every boat [not] in this bay carries two lamps", "altered"),
        # across lost words only what is left counts
        ("the harbour master had […] before the storm reached the outer wall", "verbatim"),
        ("the harbour master had before the storm reached the outer wall", "not-found"),
        ("the harbour master had resigned before the storm reached the outer wall", "not-found"),
        # before what limits it
        ("The council can build a new lighthouse on the rocks", "cut-short"),
        ("can build a new lighthouse", "cut-short"),
        ("a new lighthouse on the rocks, but only with the neighbours’ money.", "verbatim"),
        ("sell the north pier. “We shall wait", "cut-short"),
        # one of two places is not limited by the sentence after it
        ("Every boat in this bay carries two lamps and four oars.", "verbatim"),
        # joined from two documents, or from nowhere
        ("We shall not sell the north pier to nobody, and nobody asked to buy it.", "not-found"),
        ("Gulls own the sea and rent it out by the hour to poets.", "not-found"),
        ("the north pier", "too-short"),
        ("", "too-short"),
        ("\0 *** \"\"", "too-short"),
    ],
)  # fmt: skip
async def test_words_are_compared_one_by_one_in_order(library, quote, finding):
    assert (await verify(library, quote)).finding == finding


@pytest.mark.parametrize(
    ("quote", "speaker", "finding", "by"),
    [
        ("We shall not sell the north pier", "Adler", "verbatim", ADLER),
        ("We shall not sell the north pier", "ida adler", "verbatim", ADLER),
        ("We shall not sell the north pier", EDITOR, "misattributed", ADLER),
        ("We shall not sell the north pier", "Tom Adler", "misattributed", ADLER),
        # the beginning of a name is not the name
        ("We shall not sell the north pier", "Ad", "misattributed", ADLER),
        ("We shall not sell the north pier", "The harbour pilot", "misattributed", ADLER),
        # another's words inside: theirs alone, without and with what interrupts them
        ("and see what the winter brings", "The minister", "verbatim", MINISTER),
        ("We shall wait, and see what the winter brings.", "minister of harbours", "verbatim", MINISTER),
        ("and see what the winter brings", "Adler", "misattributed", MINISTER),
        ("“We shall wait,” the minister said, “and see what the winter brings.”", "Adler", "verbatim", ADLER),
        ("the minister said, “and see what the winter brings.”", "The minister", "misattributed", ADLER),
        (
            "The sea keeps its own books. It has never shown them to a council.",
            "The keeper",
            "verbatim",
            KEEPER,
        ),
        ("The sea keeps its own books. It has never shown them", "Adler", "misattributed", KEEPER),
        ("The keeper said: The sea keeps its own books.", "The keeper", "misattributed", ADLER),
        # what is only reported is in the author's words
        ("nobody had trimmed the lamp since Easter", "The keeper", "misattributed", ADLER),
        ("nobody had trimmed the lamp since Easter", "Adler", "verbatim", ADLER),
        # changed words are altered, whoever is named
        ("We shall not rent out the north pier", EDITOR, "altered", ADLER),
    ],
)
async def test_words_belong_to_whose_they_are(library, quote, speaker, finding, by):
    verdict = await verify(library, quote, speaker)
    assert (verdict.finding, verdict.passage.speaker) == (finding, by)


async def test_every_place_is_told(library):
    verdict = await verify(library, "carries two lamps and four oars")
    assert [place.passage.key for place in verdict.places] == ["essay#12", "essay#8"]
    assert [place.limit for place in verdict.places] == [None, "However, no oar has ever lit a harbour"]


@pytest.mark.parametrize(
    ("quote", "differences"),
    [
        ("We shall sell the north pier.", [("", "not")]),
        ("We shall not sell the south pier.", [("south", "north")]),
        ("Every boat in that bay carries six lamps and four oars.", [("that", "this"), ("six", "two")]),
        ("A long term lease for the non-union dockers", [("long term", "long-term")]),
        ("union dockers of U.S. ports was never", [("union", "non-union")]),
        ("12.5 million. We shall not sell", [("12.5", "$12.5")]),
        ("Every boat [not] in this bay carries two lamps", [("[not]", "")]),
        ("Evry boat in this bay carries two big lamps", [("Evry", "Every"), ("big", "")]),
    ],
)
async def test_differences_are_told_word_by_word(library, quote, differences):
    verdict = await verify(library, quote)
    assert verdict.finding is Finding.ALTERED
    assert verdict.differences == tuple(Difference(*one) for one in differences)
    assert verdict.score < 95


async def test_what_a_cut_quote_leaves_out_is_told(library):
    verdict = await verify(library, "The council can build a new lighthouse")
    assert verdict.limit == "on the rocks, but only with the neighbours’ money"


async def test_a_quote_that_is_not_found_brings_the_nearest(library):
    verdict = await verify(library, "Whoever owns a boat in this bay dreams of gold and of warm rain")
    assert (verdict.finding, verdict.passage.text) == (Finding.NOT_FOUND, ESSAY[6][0])


async def test_an_empty_library_has_found_nothing(shelve):
    verdict = await verify(await shelve(Contents()), "Every boat in this bay carries two lamps.", "Adler")
    assert (verdict.finding, verdict.passage) == (Finding.NOT_FOUND, None)


@pytest.mark.parametrize(
    "quote", ["[" * 3000, "…" * 6000, "a-\n" * 2000, "[a]" * 2000, "'" * 6000, "two lamps " * 600]
)
async def test_hostile_quotes_are_answered(library, quote):
    assert (await verify(library, quote)).finding is not Finding.VERBATIM


@pytest.mark.long
async def test_of_a_thousand_made_up_cases_none_altered_is_verbatim_and_99_in_100_are_right(shelve, tmp_path):
    rng = Random(1875)
    documents = town(rng, 60)
    library = await shelve(contents(tmp_path, documents))
    lines = [line for said in documents.values() for line in said]
    made = cases(rng, lines, 1_000)
    wrong = Counter()
    for case in made:
        verdict = await verify(library, case.quote, case.speaker)
        assert verdict.differences or verdict.finding is not Finding.ALTERED, case
        if verdict.finding not in case.finding.split(" or "):
            wrong[case.kind, case.finding, verdict.finding] += 1
    right = ("verbatim", "cut-short")
    assert not [kind for kind in wrong if kind[1] not in right and kind[2] in right], wrong
    assert not [kind for kind in wrong if kind[1] == "verbatim"], wrong
    assert wrong.total() <= len(made) / 100, wrong
