"""Japanese: its words have no spaces between them, so its cues are patterns (attribute/japanese.py)."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import Language

NONE: frozenset[str] = frozenset()

JAPANESE = Language(
    code="ja",
    commonest=NONE,
    saying=NONE,
    thinking=NONE,
    reading=NONE,
    nouns_too=NONE,
    naming=NONE,
    heralds={},
    trailers=NONE,
    pronouns={},
    copulas=NONE,
    possessives={},
    utterances=NONE,
    nobody=NONE,
    determiners=NONE,
    joins=NONE,
    breaks=NONE,
    fillers=NONE,
    objects=NONE,
    auxiliaries=NONE,
    relatives=NONE,
    titles={},
    roles=NONE,
    gendered={},
    impersonal=NONE,
    bodies=NONE,
    works=NONE,
    negations=NONE,
    modals=NONE,
    subordinators=NONE,
    supposing=NONE,
    terms=NONE,
    calendar=NONE,
)
