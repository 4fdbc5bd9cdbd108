"""One corpus is current, the one before it is kept, and what a reload would change can be told beforehand."""

from dataclasses import replace
from pathlib import Path

from bot.models import Contents
from bot.store.corpus import (
    Corpus,
    Difference,
    build,
    current,
    difference,
    make_current,
    open_current,
    previous,
)
from tests.store.test_corpus import CONTENTS, HARBOUR, LETTER, PASSAGES

WITHOUT_LETTER = replace(CONTENTS, documents=(HARBOUR,), passages=PASSAGES[:5])


def test_nothing_is_current_where_nothing_was_loaded(tmp_path: Path) -> None:
    assert current(tmp_path) is None
    assert current(tmp_path / "none") is None


def test_the_current_one_and_the_one_before_stay_and_older_ones_go(tmp_path: Path) -> None:
    paths = []
    for number in range(3):
        paths.append(build(tmp_path, Contents(documents=(replace(LETTER, words=number),))))
        make_current(tmp_path, paths[-1])
    assert (current(tmp_path), previous(tmp_path)) == (paths[2], paths[1])
    assert set(tmp_path.glob("*.db")) == {paths[1], paths[2]}
    make_current(tmp_path, paths[1])  # an undo
    assert (current(tmp_path), previous(tmp_path)) == (paths[1], paths[2])


def test_loading_the_same_again_keeps_the_way_back(tmp_path: Path) -> None:
    first, second = build(tmp_path, Contents()), build(tmp_path, CONTENTS)
    for path in (first, second, second):
        make_current(tmp_path, path)
    assert previous(tmp_path) == first


def test_what_a_killed_load_left_is_swept_away_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "corpus-x1.building").write_bytes(b"half")
    make_current(tmp_path, build(tmp_path, CONTENTS))
    assert not list(tmp_path.glob("*.building"))


def test_a_lost_or_hostile_pointer_leads_to_the_newest_whole_corpus(tmp_path: Path) -> None:
    path = build(tmp_path, CONTENTS)
    for pointer in (b"", b"corpus-gone.db\n", b"../../etc/passwd\n", b"\xff\xfe"):
        (tmp_path / "corpus.current").write_bytes(pointer)
        assert current(tmp_path) == path, pointer


async def test_who_still_reads_a_corpus_that_has_gone_reads_on(tmp_path: Path) -> None:
    make_current(tmp_path, build(tmp_path, CONTENTS))
    async with await open_current(tmp_path) as old:
        for number in range(2):
            make_current(tmp_path, build(tmp_path, Contents(documents=(replace(LETTER, words=number),))))
        assert not old.path.exists()
        assert await old.text_of("harbour") == list(PASSAGES[:5])


def test_the_difference_names_documents_and_passages_new_and_gone(tmp_path: Path) -> None:
    old, new = build(tmp_path, WITHOUT_LETTER), build(tmp_path, CONTENTS)
    assert difference(old, new) == Difference(documents_new=("letter",), passages_new=1)
    assert difference(new, old) == Difference(documents_gone=("letter",), passages_gone=("letter#5",))
    assert not difference(old, old)


def test_against_nothing_all_is_new(tmp_path: Path) -> None:
    found = difference(None, build(tmp_path, CONTENTS))
    # the two twins share a key, so there are five keys for six passages
    assert (found.documents_new, found.passages_new) == (("harbour", "letter"), 5)


def test_a_changed_sentence_is_one_gone_and_one_new_and_takes_claims_and_questions_with_it(
    tmp_path: Path,
) -> None:
    asked = replace(CONTENTS.questions[0], passages=("harbour#1",))
    old = build(tmp_path, replace(CONTENTS, questions=(asked,)))
    edited = (
        replace(PASSAGES[0], key="harbour#11", text="“Open the harbour,” said the pilot."),
        *PASSAGES[1:],
    )
    new = build(tmp_path, replace(CONTENTS, passages=edited, questions=(asked,)))
    assert difference(old, new) == Difference(
        documents_changed=("harbour",),
        passages_new=1,
        passages_gone=("harbour#1",),
        claims_lost=("c1",),
        questions_lost=("q1",),
    )


def test_another_speaker_for_the_same_words_is_a_change(tmp_path: Path) -> None:
    settled = (replace(PASSAGES[0], speaker="opposer"), *PASSAGES[1:])
    found = difference(build(tmp_path, CONTENTS), build(tmp_path, replace(CONTENTS, passages=settled)))
    assert found == Difference(passages_changed=1)


async def test_a_corpus_knows_its_name(tmp_path: Path) -> None:
    path = build(tmp_path, CONTENTS, made_by="1")
    async with await Corpus.open(path) as corpus:
        assert path.name == f"corpus-{corpus.fingerprint}.db"
        assert corpus.made_by == "1"
