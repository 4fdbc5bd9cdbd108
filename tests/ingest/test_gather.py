"""What was read and what packs know, put together: every id once, and nothing told twice."""

from pathlib import Path

from bot.ingest.gather import gather
from bot.ingest.packs import Pack, PackDocument
from bot.models import Claim, Document, Event, Precision, Problem, Reading, Speaker, Topic, When

FERRY = Document("ferry", "The Ferry")


def year(id: str, when: str, *keys: str) -> Event:
    return Event(id, "ferry", When(when, None, Precision.DAY), "It sails", keys)


def pack(name: str, *documents: PackDocument, **known: object) -> Pack:
    return Pack(name, Path(name), name, documents=documents, **known)  # type: ignore[arg-type]


def test_a_speaker_whom_several_know_is_one_with_all_names() -> None:
    problems: list[Problem] = []
    read = Reading(FERRY, (Speaker("adler", "Adler", ("A. Adler",), "Harbour Office"),), ())
    found = gather([read], [pack("boats", speakers=(Speaker("adler", "Ms. Adler", ("Adler",)),))], problems)
    assert found.speakers == (Speaker("adler", "Ms. Adler", ("Adler", "A. Adler"), "Harbour Office"),)
    assert not problems


def test_a_topic_that_two_packs_name_is_one() -> None:
    one, other = Topic("sea", "The sea", ("tides",)), Topic("sea", "Sea", ("waves",))
    found = gather([], [pack("boats", topics=(one,)), pack("fish", topics=(other,))], [])
    assert found.topics == (Topic("sea", "The sea", ("tides", "Sea", "waves")),)


def test_a_claim_id_that_two_packs_use_is_a_problem_and_the_first_holds() -> None:
    problems: list[Problem] = []
    claims = [Claim("c1", name, "adler", "sea", f"Of {name}.") for name in ("ferry", "raft")]
    documents = [
        PackDocument(Path(f"{claim.document}.md"), Document(claim.document, claim.document), claims=(claim,))
        for claim in claims
    ]
    found = gather([], [pack("boats", documents[0]), pack("rafts", documents[1])], problems)
    assert found.claims == (claims[0],)
    (problem,) = problems
    assert "c1" in problem.what


def test_an_event_that_the_pack_tells_is_not_told_again() -> None:
    told = year("pack-1", "1999", "ferry#1")
    found = (
        year("found-1", "1999-05-04", "ferry#1"),  # the same, only finer
        year("found-2", "2001", "ferry#1"),  # another date in the same sentence
        year("found-3", "1999", "ferry#2"),  # the same year elsewhere
    )
    guide = PackDocument(Path("ferry.md"), FERRY, events=(told,))
    contents = gather([Reading(FERRY, (), (), found)], [pack("boats", guide)], [])
    assert [event.id for event in contents.events] == ["pack-1", "found-2", "found-3"]


def test_a_document_that_was_read_is_there_once() -> None:
    guide = PackDocument(Path("ferry.md"), FERRY)
    assert gather([Reading(FERRY, (), ())], [pack("boats", guide)], []).documents == (FERRY,)
    assert gather([], [pack("boats", guide)], []).documents == (FERRY,)
