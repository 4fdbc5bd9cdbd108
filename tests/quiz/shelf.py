"""A small library of our own writing, with enough in it for a round: three voices on a harbour town."""

from __future__ import annotations

import hashlib
from pathlib import Path

from bot.models import (
    Claim,
    Contents,
    Document,
    Event,
    Passage,
    Precision,
    Relation,
    Speaker,
    Stance,
    Topic,
    When,
)
from bot.text import keys

ADLER, BERG, DAHL = "ida-adler", "jonas-berg", "clara-dahl"
SPEAKERS = (
    Speaker(ADLER, "Ida Adler", ("Ms. Adler",), "Harbour Office"),
    Speaker(BERG, "Jonas Berg", ("Mr. Berg", "Berg the Younger")),
    Speaker(DAHL, "Clara Dahl", ("Ms. Dahl",)),
)
TEXTS = {
    "ropes": (
        "Ropes and Tides",
        ADLER,
        "2014-04-21",
        """Two hands on one rope can still pull in different ways.
        A channel that is never dredged becomes a meadow within twenty years.
        Every winter the ferry lies idle while the town pays its crew.
        Deep water costs money, and shallow water costs a town its future.
        The sea wall should stand before anybody speaks of larger ships.
        Four boats left the quay in March 2003 and none came back.
        The old pilots knew each bank of sand and told nobody.
        No committee has ever moved a stone that the storm had placed.
        Trade follows the tide only where somebody keeps the channel open.
        Half of the warehouses were empty when the census of 1998 was taken.""",
    ),
    "hill": (
        "A Reply from the Hill",
        BERG,
        "2015-05-02",
        """Fields fed this valley long before the first mast was raised.
        Let the water keep what it has taken from careless people.
        Nobody ever asked the farmers whether they wanted a customs house.
        The road to the north carries more grain than any ship could.
        A bridge was promised in 1961 and finished only in 1974.
        Young people leave because the school closed, not because boats are small.
        Larger ships would bring larger debts and the same thin wages.
        Stone walls fall, but a good road lasts for three generations.
        The cheapest harbour is the one that a wise town abandons early.
        Bread is baked inland, whatever the songs about sailors may claim.""",
    ),
    "glass": (
        "Notes of a Glassmaker",
        DAHL,
        "2016",
        """Sand is the only thing that both sides have in plenty.
        A furnace must burn day and night or it is worth nothing.
        The workshop by the locks sold its last green bottle in 1989.
        Clear glass needs clean sand, and the dredgers bring up only mud.
        Neither the quay nor the fields will feed the children of glaziers.
        Good windows outlast every quarrel that is shouted through them.
        The council counts ships and sheaves but never counts its craftsmen.
        A town of one trade has one bad year and no second.
        Apprentices learn patience first, and colour only after seven summers.
        The flood of 1974 broke more panes than the war had done.""",
    ),
}


def write_shelf(sources: Path) -> Contents:
    """Writes the sources into a folder and gives what a corpus is built from."""
    sources.mkdir(parents=True, exist_ok=True)
    documents, passages = [], []
    for id, (title, author, published, text) in TEXTS.items():
        sentences = [line.strip() for line in text.splitlines()]
        source = " ".join(sentences)
        (sources / f"{id}.txt").write_text(source)
        precision = {4: Precision.YEAR, 10: Precision.DAY}[len(published)]
        documents.append(
            Document(
                id, title, authors=(author,), published=When(published, None, precision), language="en",
                source_file=f"{id}.txt", digest=hashlib.sha256(source.encode()).hexdigest(),
                words=len(source.split()),
            )
        )  # fmt: skip
        passages += _passages(id, author, sentences, source)
    key = {passage.text: passage.key for passage in passages}
    return Contents(
        documents=tuple(documents),
        speakers=SPEAKERS,
        topics=(Topic("harbour", "The harbour", ("port",)),),
        passages=tuple(passages),
        claims=_claims(key),
        relations=(
            Relation(Stance.DISAGREE, ("keep", "leave")),
            Relation(Stance.AGREE, ("leave", "mud"), "Neither would dredge."),
        ),
        events=_events(key),
    )


def _passages(document: str, author: str, sentences: list[str], source: str) -> list[Passage]:
    named = keys(document, sentences, ["", *sentences[:-1]])
    return [
        Passage(
            key, document, place, 1 + place // 4, text, ((at := source.index(text), at + len(text)),), author
        )
        for place, (key, text) in enumerate(zip(named, sentences, strict=True))
    ]


def _claims(key: dict[str, str]) -> tuple[Claim, ...]:
    meadow = "A channel that is never dredged becomes a meadow within twenty years."
    cheapest = "The cheapest harbour is the one that a wise town abandons early."
    mud = "Clear glass needs clean sand, and the dredgers bring up only mud."
    school = "Young people leave because the school closed, not because boats are small."
    return (
        Claim("keep", "ropes", ADLER, "harbour", "Keep the channel deep at any price.", (key[meadow],)),
        Claim("leave", "hill", BERG, "harbour", "Giving up the port would save money.", (key[cheapest],)),
        Claim("mud", "glass", DAHL, "harbour", "Digging out the waterway is of no use.", (key[mud],)),
        Claim("school", "hill", BERG, "schools", "Want of teaching drives the young away.", (key[school],)),
    )  # fmt: skip


def _events(key: dict[str, str]) -> tuple[Event, ...]:
    def event(id: str, document: str, start: str, precision: Precision, label: str, text: str) -> Event:
        return Event(id, document, When(start, None, precision), label, (key[text],))

    year, month = Precision.YEAR, Precision.MONTH
    return (
        event("boats", "ropes", "2003-03", month, "Four boats leave the quay for good",
              "Four boats left the quay in March 2003 and none came back."),
        event("census", "ropes", "1998", year, "A census finds half of the warehouses empty",
              "Half of the warehouses were empty when the census of 1998 was taken."),
        event("bridge", "hill", "1974", year, "The bridge is finished at last",
              "A bridge was promised in 1961 and finished only in 1974."),
        event("bottle", "glass", "1989", year, "The workshop sells its last green bottle",
              "The workshop by the locks sold its last green bottle in 1989."),
        event("flood", "glass", "1974", year, "A flood breaks more panes than the war",
              "The flood of 1974 broke more panes than the war had done."),
    )  # fmt: skip
