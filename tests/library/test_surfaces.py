"""Every quote that any surface of the library shows is cut from its source; a changed source shows nothing."""

from __future__ import annotations

import hashlib
import random
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from bot.cli.export import lines
from bot.daily.facts import facts
from bot.daily.poller import Shown, first_shown
from bot.errors import EmptyLibrary, TooLittle
from bot.library import quotes
from bot.library.positions import positions
from bot.library.quotes import Query
from bot.library.receipts import Receipt, receipts
from bot.library.shelf import Library
from bot.library.summaries import Length, summary
from bot.library.timeline import timeline
from bot.models import Claim, Contents, Document, Event, Passage, Precision, Speaker, Topic, When
from bot.quiz.draw import questions
from bot.quiz.modes import MODES
from bot.text import keys
from tests.library.conftest import Shelve

pytestmark = pytest.mark.long

DOCUMENTS, SENTENCES = 100, 100
NOUNS = (
    "harbour",
    "ferry",
    "pier",
    "captain",
    "island",
    "winter",
    "council",
    "fare",
    "lamp",
    "school",
    "tide",
)
VERBS = ["needs", "keeps", "loses", "mends", "pays"]
SPEAKERS = tuple(Speaker(f"speaker-{n}", f"Speaker {n}") for n in range(8))


def sentence(rng: random.Random, number: int) -> str:
    verb, modal = rng.choice(VERBS), rng.choice(("must", "should", "cannot"))
    one, two, three, four = rng.sample(NOUNS, 4)
    return (
        f"The {one} {verb} the {two} “now,” and whoever hears of No. {number} {modal} think — in "
        f"{1800 + number % 200} as before — of the {three} and the {four}."
    )


def written(folder: Path, id: str, rng: random.Random, first: int) -> tuple[Document, list[Passage], str]:
    """A source broken into lines at random, with every sentence's spans."""
    texts = [sentence(rng, first + number) for number in range(SENTENCES)]
    source, spans = "", []
    for text in texts:
        broken = "".join(rng.choice((" ", "\n", "\r\n")) if letter == " " else letter for letter in text)
        spans.append(((len(source), len(source) + len(broken)),))
        source += broken + rng.choice((" ", "\n\n"))
    (folder / f"{id}.txt").write_bytes(source.encode())
    names = keys(id, texts, ["", *texts[:-1]])
    passages = [
        Passage(names[n], id, n, 1 + n // 5, text, spans[n], SPEAKERS[(n // 20) % len(SPEAKERS)].id)
        for n, text in enumerate(texts)
    ]
    digest = hashlib.sha256(source.encode()).hexdigest()
    return Document(id, f"On {id}", source_file=f"{id}.txt", digest=digest), passages, source


@pytest.fixture
async def large(shelve: Shelve, tmp_path: Path) -> tuple[Library, dict[str, str]]:
    """A library of 10,000 sentences, and its sources by document."""
    rng = random.Random(11)
    made = [written(tmp_path, f"d{n}", rng, n * SENTENCES) for n in range(DOCUMENTS)]
    when = When("1998", None, Precision.YEAR)
    contents = Contents(
        documents=tuple(document for document, _, _ in made),
        speakers=SPEAKERS,
        topics=tuple(Topic(noun, noun) for noun in NOUNS),
        passages=tuple(passage for _, passages, _ in made for passage in passages),
        claims=tuple(
            Claim(f"c{n}", one.id, passages[n].speaker or "", "ferry", "It matters.", (passages[n].key,))
            for n, (one, passages, _) in enumerate(made)
        ),
        events=tuple(
            Event(f"e{n}", one.id, when, "Something happens.", (passages[n].key,))
            for n, (one, passages, _) in enumerate(made)
        ),
    )
    return await shelve(contents), {document.id: source for document, _, source in made}


async def shown(library: Library, documents: Sequence[str]) -> list[Receipt]:
    """What all surfaces show of some documents, and of topics and times."""
    rng = random.Random(5)
    passages: list[Passage] = [(await quotes.at_random(library, rng)).passage for _ in range(20)]
    found: list[Receipt] = []
    for document in documents:
        passages += await library.text_of(document)
    for document in documents[::9]:
        text = await library.text_of(document)
        half = rng.choice(text).text[10:70]
        passages += [match.passage for match in await quotes.find(library, Query(text=half))]
        passages += await library.around(text[7])
        found += (await summary(library, document=document, length=Length.DETAILED)).sentences
    found += (await summary(library, topic="pier", speaker=SPEAKERS[0].id)).sentences
    for position in (await positions(library, "ferry", SPEAKERS[0].id, SPEAKERS[1].id)).positions:
        found += [receipt for point in position.points for receipt in point.receipts]
    found += [receipt for one in await daily_facts(library) for receipt in one.receipts]
    passages += list((await library.passages(await quiz_keys(library, rng))).values())
    for entry in (await timeline(library)).entries:
        passages += [passage for telling in entry.tellings for passage in telling.passages]
    return found + [one for one in await receipts(library, passages) if isinstance(one, Receipt)]


async def daily_facts(library: Library) -> list[Shown]:
    """What thirty servers are shown on one day."""
    found = await facts(library)
    days = [await first_shown(library, found, {}, "2026-03-14", guild) for guild in range(30)]
    return [one for one in days if one is not None]


async def quiz_keys(library: Library, rng: random.Random) -> list[str]:
    """What a round of each mode rests on; a review shows the same questions again."""
    keys: list[str] = []
    for mode in MODES:
        try:
            keys += [key for asked in await questions(library, mode, 20, rng) for key in asked.passages]
        except (TooLittle, EmptyLibrary):
            continue
    return keys


async def exported(library: Library) -> list[dict[str, Any]]:
    return [line async for line in lines(library, None, Counter()) if line["type"] == "passage"]


async def test_ten_thousand_quotes_equal_their_spans_and_one_changed_byte_withholds_them(
    large: tuple[Library, dict[str, str]], tmp_path: Path
) -> None:
    library, sources = large
    seen = await shown(library, list(sources))
    assert len(seen) >= 10_000
    assert {receipt.document.id for receipt in seen} == sources.keys()
    for receipt in seen:
        cut = "".join(sources[receipt.document.id][start:end] for start, end in receipt.passage.spans)
        assert receipt.text == " ".join(cut.split())
    out = await exported(library)
    assert len(out) == DOCUMENTS * SENTENCES
    for line in out:
        cut = "".join(sources[line["document"]][start:end] for start, end in line["spans"])
        assert line["text"] == " ".join(cut.split())
    assert await daily_facts(library)
    assert await quiz_keys(library, random.Random(1))
    rng = random.Random(3)
    for id in sources:
        data = bytearray((tmp_path / f"{id}.txt").read_bytes())
        data[rng.randrange(len(data))] ^= 1
        (tmp_path / f"{id}.txt").write_bytes(data)
    assert await shown(library, list(sources)[:10]) == []
    assert await daily_facts(library) == []
    assert await quiz_keys(library, random.Random(1)) == []
    assert await exported(library) == []
