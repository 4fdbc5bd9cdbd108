"""Whatever the text, attribution neither fails nor leaves the sentence, the file or the list of speakers."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.ingest.attribute import attribute
from bot.ingest.attribute.languages.language import words
from bot.ingest.mapped import Mapped
from bot.ingest.shapes import Kind, Metadata, Sentence
from bot.models import Attribution

WORDS = sorted(
    words(
        """
    said says told according to that who “ ” ‘ ’ „ « » 「 」 " ' , . : ; ? ! — ( ) [ ] Anna Adler Mr.
    Berg the a he she it they The Harbour Times minister of for in and but not might suppose if I
    you wrote “Well,” his her ’s report ministry told asked called sagte der die laut zufolge a dit
    selon dit-il Q A 1913 \ue000 \ue001 \u2028
    """
    )
)
TEXTS = st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join) | st.text(max_size=60)
VOICES = st.sampled_from(
    [None, None, "Anna Adler", "ADLER:", "A.", "Q", "A", "The CHAIRMAN", "—", "", "Dr.", "., ("]
)


@st.composite
def documents(draw: st.DrawFn) -> tuple[list[Sentence], str]:
    source = ""
    sentences = []
    paragraph = 1
    for _ in range(draw(st.integers(0, 6))):
        text = draw(TEXTS)
        paragraph += draw(st.integers(0, 1))
        kind = draw(st.sampled_from([Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.QUOTE, Kind.ITEM]))
        voice, unsigned = draw(VOICES), draw(st.booleans())
        sentences.append(Sentence(Mapped.of(text, len(source)), paragraph, kind, voice, True, unsigned))
        source += text + "\n"
    return sentences, source


@settings(max_examples=100, deadline=None)
@given(documents(), st.sampled_from([None, "en", "de", "fr", "ja"]), st.lists(TEXTS, max_size=2))
@pytest.mark.long
def test_every_passage_lies_in_its_sentence_and_names_a_speaker_there_is(
    document: tuple[list[Sentence], str], language: str | None, authors: list[str]
) -> None:
    sentences, source = document
    result = attribute(sentences, Metadata(language=language, authors=tuple(authors)), "scene", source)
    ids = [speaker.id for speaker in result.speakers]
    assert len(ids) == len(set(ids))
    own = [passage for passage in result.passages if passage.parent is None]
    assert [passage.text for passage in own] == [sentence.text.text for sentence in sentences]
    for place, passage in enumerate(result.passages):
        assert passage.place == place
        assert passage.speaker is None or passage.speaker in ids
        assert set(passage.via) <= set(ids)
        assert passage.speaker is None or passage.speaker not in passage.via
        assert 0 <= passage.confidence <= 1
        assert all(0 <= start < end <= len(source) for start, end in passage.spans)
        if passage.parent is not None:
            holder = result.passages[passage.parent]
            assert passage.text
            assert passage.text in holder.text
            assert passage.attribution is not Attribution.AUTHOR
            assert holder.parent is None
