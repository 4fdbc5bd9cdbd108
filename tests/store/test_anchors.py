"""Keys through edits: what is unchanged keeps its history, and nothing moves to a look-alike."""

from __future__ import annotations

import random
from collections import Counter
from itertools import pairwise
from pathlib import Path

from bot.models import Contents, Passage
from bot.store.corpus import Corpus, build
from bot.text import fold, keys

EDITS = 500
NOUNS = ("harbour", "baker", "lamp", "mayor", "tide")
# few words and short texts, so that twins, and twins with the same neighbours, come up all the time
VERBS = ("waits", "burns", "closes")

Text = list[str]


def sentence(rng: random.Random) -> str:
    return f"The {rng.choice(NOUNS)} {rng.choice(VERBS)} today."


def edited(text: Text, rng: random.Random) -> Text:
    text = list(text)
    for _ in range(rng.randint(1, 3)):
        at = rng.randrange(len(text))
        match rng.choice(("delete", "insert", "change", "repeat", "move")):
            case "delete" if len(text) > 2:
                del text[at]
            case "insert":
                text.insert(at, sentence(rng))
            case "change":
                text[at] = text[at].replace("today", "at last")
            case "repeat":
                text.insert(rng.randrange(len(text)), text[at])
            case _:
                text.insert(rng.randrange(len(text)), text.pop(at))
    return text


def library(texts: dict[str, Text]) -> Contents:
    passages: list[Passage] = []
    for document, text in texts.items():
        named = zip(keys(document, text, ["", *text[:-1]]), text, strict=True)
        passages += (Passage(key, document, place, 1, words, ()) for place, (key, words) in enumerate(named))
    return Contents(passages=tuple(passages))


def contexts(passages: list[Passage]) -> Counter[tuple[str, str]]:
    """How often each sentence stands after each other one; folded."""
    texts = ["", *(fold(passage.text) for passage in passages)]
    return Counter(pairwise(texts))


async def test_500_edits_lose_no_history_and_anchor_nothing_anew(tmp_path: Path) -> None:
    rng = random.Random(20)
    old = {f"text-{n}": [sentence(rng) for _ in range(rng.randint(3, 12))] for n in range(EDITS)}
    new = {document: edited(text, rng) for document, text in old.items()}
    kept, set_aside = 0, 0
    async with (
        await Corpus.open(build(tmp_path, library(old))) as before,
        await Corpus.open(build(tmp_path, library(new))) as after,
    ):
        for document in old:
            was, now = await before.text_of(document), await after.text_of(document)
            here = contexts(now)
            times = Counter(fold(passage.text) for passage in now)
            anchors = await before.passages(passage.key for passage in was)
            found = await after.passages(anchors)
            for previous, passage in zip(["", *(p.text for p in was)], was, strict=False):
                if passage.key not in anchors:
                    continue  # ambiguous from the first: it never named anything
                text, context = fold(passage.text), (fold(previous), fold(passage.text))
                twin = "~" in passage.key
                if passage.key in found:
                    anchored = now[found[passage.key].place]
                    assert fold(anchored.text) == text
                    if twin:
                        before_it = now[anchored.place - 1].text if anchored.place else ""
                        assert fold(before_it) == context[0]
                    kept += 1
                else:
                    assert (here[context] if twin else times[text]) != 1, (
                        "unchanged, and yet its history is lost"
                    )
                    set_aside += 1
    assert kept > 1_000 and set_aside > 100
