"""Quotes read from sources of several shapes: each equals its spans; a changed byte withholds all of them."""

import re
import textwrap
from dataclasses import replace
from html import escape, unescape
from random import Random

import pytest

from bot.errors import Withheld
from bot.ingest.understand import read_source
from bot.library.receipts import Receipt, receipts
from bot.models import Contents
from tests.library.verify.town import town

SENTENCES, PARAGRAPH = 250, 5


def paragraphs(rng):
    (said, _) = town(rng, SENTENCES).values()
    return [
        " ".join(line.text for line in said[at : at + PARAGRAPH]) for at in range(0, SENTENCES, PARAGRAPH)
    ]


def plain(texts):
    return "\n\n".join(texts)


def scanned(texts):
    """Lines of sixty characters, words broken at their ends, as a scan has them."""
    return "\n\n".join("\n".join(textwrap.wrap(text.replace("council", "coun-\ncil"), 60)) for text in texts)


def web(texts):
    body = "".join(
        f"<p>{escape(text).replace('—', '&mdash;').replace('’', '&rsquo;')}</p>\n" for text in texts
    )
    return f"<html><head><title>A debate</title></head><body><article>{body}</article></body></html>"


def noted(texts):
    return "# A debate\n\n" + "\n\n".join(text.replace("old-fashioned", "*old-fashioned*") for text in texts)


SHAPES = {"plain.txt": plain, "scanned.txt": scanned, "web.html": web, "noted.md": noted}


def letters(text):
    """What must agree, line ends and the marks of the format aside."""
    return re.sub(r"[\s*-]", "", unescape(text))


@pytest.mark.parametrize("name", SHAPES)
async def test_quotes_equal_their_spans_until_a_byte_changes(shelve, tmp_path, name):
    rng = Random(name)
    source = SHAPES[name](paragraphs(rng))
    (tmp_path / name).write_bytes(source.encode())
    read = read_source(name, source.encode(), document="debate").reading
    library = await shelve(
        Contents((replace(read.document, source_file=name),), read.speakers, passages=read.passages)
    )
    passages = await library.text_of("debate")
    assert len(passages) > SENTENCES
    for shown in await receipts(library, passages):
        assert isinstance(shown, Receipt)
        cut = "".join(source[start:end] for start, end in shown.passage.spans)
        assert letters(cut) == letters(shown.text)
    at = rng.randrange(len(source.encode()))
    changed = bytearray(source.encode())
    changed[at] ^= 1
    (tmp_path / name).write_bytes(changed)
    assert all(isinstance(shown, Withheld) for shown in await receipts(library, passages))
