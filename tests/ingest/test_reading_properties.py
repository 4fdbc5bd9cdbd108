"""Whatever a file holds: no crash, no span outside, no sentence that it has not, nothing lost in silence."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import Unreadable
from bot.ingest.clean import clean
from bot.ingest.formats import extract
from bot.ingest.mapped import NOWHERE, bridged
from bot.ingest.segment import segment
from bot.models import GAP

PIECES = st.sampled_from(
    [
        "The ferry left the pier before the bridge was built, and nobody saw it go.",
        "It came back in 1988.",
        "“We wait,” said Ms. Adler, “and we shall wait longer.”",
        "THE FERRY",
        "Of Boats and Bridges",
        "By Ruth Adler",
        "March 3, 2001",
        "Mr. BRANDT. I yield to the gentleman from the lower river.",
        "Q: Why?",
        "A: Because.",
        "RA: No.",
        "1 Courier, p. 7.",
        "and so it was.1",
        "- a boat",
        "• Home",
        "“",
        "© 2001 The Courier",
        "Read more",
        "(Laughter.)",
        "{",
        '{"title": "A boat"}',
        "---",
        "To the Editor:",
        "RUTH ADLER",
        "Rivertown, May 4",
        "over-",
        "hill and dale",
        "<p>The <b>boat</b> &amp; the pier.</p>",
        "<div class=nav><a href=/>Home</a>",
        "# The boat",
        "> It *was* here.",
        "[^1]: A note.",
        "\ufeff",
        "\u00ad",
        "12",
        "",
        " ",
        "\t",
        "\f",
        "Über die Brücke, z. B. am 3. Mai, führt kein Weg.",
        "« Nous attendons », dit-il.",
    ]
)
BREAKS = st.sampled_from(["\n", "\n\n", " ", "\r\n", "\n   ", ""])
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, BREAKS), max_size=40).map(lambda rows: "".join(a + b for a, b in rows)),
    st.text(max_size=300),
)
NAMES = st.sampled_from(["a.txt", "a.md", "a.html"])


def letters(text: str) -> str:
    return re.sub(r"[\s\u00ad-]", "", text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, NAMES)
def test_every_letter_of_a_file_is_shown_or_accounted_for(text, name):
    try:
        found = extract(name, text.encode("utf-8", "surrogatepass"))
    except (Unreadable, UnicodeEncodeError):
        return
    layout = clean(found)
    shown = {
        place
        for paragraph in layout.paragraphs
        for start, end in zip(paragraph.text.starts, paragraph.text.ends, strict=True)
        if start != NOWHERE
        for place in range(start, end)
        if not found.text[place].isspace()
    }
    left_out = sum(omission.characters for omission in layout.omissions)
    assert len(shown) + left_out == sum(not letter.isspace() for letter in found.text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, NAMES)
def test_every_sentence_stands_in_the_file_where_its_spans_point(text, name):
    try:
        found = extract(name, text.encode("utf-8", "surrogatepass"))
    except (Unreadable, UnicodeEncodeError):
        return
    for sentence in segment(clean(found).paragraphs):
        spans = bridged(sentence.text.spans(), found.text)
        assert all(0 <= start < end <= len(found.text) for start, end in spans)
        if "&" not in text and "\\" not in text:
            cut = "".join(found.text[start:end] for start, end in spans)
            assert letters(cut) == letters(sentence.text.text.replace(GAP.strip(), ""))
