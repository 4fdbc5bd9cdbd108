"""Whole documents of each kind that groups bring, as they should read: what is said of them, then each sentence.

Beside `name.txt` stands `name.txt.read`: one line for each field of the metadata that is known, an empty line, then
one line for each sentence, headed by its voice where there is one (`—` where the text names nobody). To make one
anew after reading it with care: `python -m tests.ingest.test_fixtures name.txt`.
"""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bot.ingest.clean import clean
from bot.ingest.formats import extract
from bot.ingest.segment import segment

FIXTURES = Path(__file__).parent / "fixtures"
DOCUMENTS = sorted(path.name for path in FIXTURES.iterdir() if path.suffix != ".read")


def read(name: str) -> str:
    layout = clean(extract(name, (FIXTURES / name).read_bytes()))
    told = layout.metadata
    known = {
        "title": told.title,
        "subtitle": told.subtitle,
        "authors": "; ".join(told.authors),
        "editors": "; ".join(told.editors),
        "outlet": told.outlet,
        "published": told.published and told.published.start,
    }
    lines = [f"{field}: {value}" for field, value in known.items() if value]
    lines.append("")
    for sentence in segment(layout.paragraphs):
        voice = "—: " if sentence.unsigned else f"{sentence.voice}: " if sentence.voice else ""
        lines.append(voice + sentence.text.text)
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_reads_as_a_careful_reader_would_read_it(name):
    assert read(name) == (FIXTURES / f"{name}.read").read_text("utf-8")


if __name__ == "__main__":
    for changed in sys.argv[1:]:
        (FIXTURES / f"{changed}.read").write_text(read(changed), "utf-8")
