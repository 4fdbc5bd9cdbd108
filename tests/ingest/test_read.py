"""All sources together: every text once, every id once, and a fault in one is no matter to the others."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from bot.errors import Unreadable
from bot.ingest.packs import load_packs
from bot.ingest.packs.apply import source_digest
from bot.ingest.read import Read, Source, find_sources, read
from bot.ingest.shapes import Understood
from bot.ingest.understand import read_source
from bot.ingest.worker import Job

FERRY = "The Ferry\n\nby Ms. Adler\n\nThe ferry goes at noon. Nobody has ever missed it twice.\n"
BRIDGE = "The Ferry\n\nby Mr. Brandt\n\nA bridge needs no timetable. It waits for everybody alike.\n"


def here(jobs: Sequence[Job]) -> Iterator[Understood | Unreadable]:
    """Reads in this process: quicker than a worker, and the same."""
    for job in jobs:
        assert job.path
        try:
            yield read_source(job.name, job.path.read_bytes(), packs=job.packs, document=job.document)
        except Unreadable as error:
            yield error


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    return tmp_path / "sources"


def all_of(folder: Path, documents: dict[str, str] | None = None, packs: Path | None = None) -> Read:
    known, problems = load_packs(packs) if packs else ((), [])
    assert not problems
    return read(find_sources(folder, known, documents or {}), known, readers=here)


def ids(found: Read) -> dict[str | None, str]:
    return {document.source_file: document.id for document in found.contents.documents}


def pack(folder: Path, front: str) -> Path:
    (folder / "packs" / "boats").mkdir(parents=True)
    (folder / "packs" / "boats" / "pack.toml").write_text('title = "Boats"\n')
    text = f"---\ndocument: boats-ferry\ntitle: The Ferry\n{front}---\n\nA guide to the ferry.\n"
    (folder / "packs" / "boats" / "ferry.md").write_text(text)
    return folder / "packs"


def test_two_documents_of_one_title_have_two_ids_and_keep_them(sources: Path) -> None:
    (sources / "a.txt").write_text(FERRY)
    (sources / "b.txt").write_text(BRIDGE)
    first = ids(all_of(sources))
    assert first == {"a.txt": "the-ferry", "b.txt": "the-ferry-2"}
    (sources / "0.txt").write_text(BRIDGE.replace("alike", "the same"))
    assert ids(all_of(sources, {name: id for name, id in first.items() if name}))["a.txt"] == "the-ferry"


def test_passages_bear_the_id_of_their_document(sources: Path) -> None:
    (sources / "a.txt").write_text(FERRY)
    (sources / "b.txt").write_text(BRIDGE)
    found = all_of(sources)
    assert {passage.key.partition("#")[0] for passage in found.contents.passages} == {
        "the-ferry",
        "the-ferry-2",
    }
    assert all(passage.key.startswith(f"{passage.document}#") for passage in found.contents.passages)


def test_one_text_under_two_names_is_read_once_and_said(sources: Path) -> None:
    (sources / "a.txt").write_text(FERRY)
    (sources / "b.txt").write_text(FERRY.replace(" ", "  "))
    found = all_of(sources)
    assert ids(found) == {"a.txt": "the-ferry"}
    (problem,) = found.problems
    assert problem.path == "b.txt" and "a.txt" in problem.what


def test_faults_are_gathered_and_the_others_are_read(sources: Path) -> None:
    (sources / "a.txt").write_text("")
    (sources / "b.txt").write_text(FERRY)
    (sources / "c.xyz").write_text(FERRY)
    found = all_of(sources)
    assert ids(found) == {"b.txt": "the-ferry"}
    assert [problem.path for problem in found.problems] == ["a.txt", "c.xyz"]


def test_hidden_files_are_no_sources_and_folders_are_looked_into(sources: Path) -> None:
    (sources / ".hidden.txt").write_text(FERRY)
    (sources / ".folder").mkdir()
    (sources / ".folder" / "a.txt").write_text(FERRY)
    (sources / "talks").mkdir()
    (sources / "talks" / "b.txt").write_text(BRIDGE)
    assert [source.name for source in find_sources(sources, (), {})] == ["talks/b.txt"]


def test_what_comes_in_is_read_last_and_in_the_place_of_its_name(sources: Path, tmp_path: Path) -> None:
    (sources / "a.txt").write_text(FERRY)
    (sources / "b.txt").write_text(FERRY)
    incoming = {"a.txt": tmp_path / "new.txt"}
    assert find_sources(sources, (), {"a.txt": "ferry"}, incoming) == [
        Source("b.txt", sources / "b.txt"),
        Source("a.txt", tmp_path / "new.txt", "ferry"),
    ]


def test_a_pack_names_the_document_that_it_knows(sources: Path, tmp_path: Path) -> None:
    (sources / "a.txt").write_text(FERRY)
    found = all_of(sources, {"a.txt": "an-earlier-id"}, pack(tmp_path, ""))
    assert ids(found) == {"a.txt": "boats-ferry"}
    assert found.contents.documents[0].guide == "A guide to the ferry."


def test_of_two_sources_that_a_pack_may_mean_the_one_whose_very_text_it_knows_is_meant(
    sources: Path, tmp_path: Path
) -> None:
    (sources / "a.txt").write_text(BRIDGE)  # bears the title alone, and comes first
    (sources / "b.txt").write_text(FERRY)
    found = all_of(sources, packs=pack(tmp_path, f"digests: [{source_digest(FERRY)}]\n"))
    assert ids(found) == {"a.txt": "the-ferry", "b.txt": "boats-ferry"}


def test_without_its_source_a_packs_guide_is_there_all_the_same(sources: Path, tmp_path: Path) -> None:
    found = all_of(sources, packs=pack(tmp_path, ""))
    assert ids(found) == {None: "boats-ferry"}
