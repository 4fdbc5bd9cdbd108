"""/summary shows sentences that stand for the rest, each with whose it is and where it stands."""

from tests.conftest import buttons, shown


async def test_a_document_is_summed_up_in_its_own_words(alice, general):
    answer = await alice.slash(general, "summary", document="harbour")
    words = shown(answer)
    assert not answer.ephemeral
    assert words.startswith("### Summary: The Harbour Question")
    assert "“The town lives by its harbour and always has.”\n— **Ida Adler**, paragraph 1" in words
    assert "meadow" not in words  # whose sentence it is, is not sure


async def test_a_speaker_is_summed_up_over_all_documents(alice, general):
    words = shown(await alice.slash(general, "summary", speaker="Jonas Berg", length="brief"))
    assert words.startswith("### Summary: Jonas Berg")
    assert words.count("— **Jonas Berg**, *") == 2


async def test_all_that_can_be_read_here_is_the_summary_of_nothing(alice, general):
    words = shown(await alice.slash(general, "summary", length="detailed"))
    assert words.startswith("### Summary: all that can be read here")
    assert "Ida Adler" in words and "Jonas Berg" in words


async def test_a_long_summary_is_leafed_through(alice, general):
    answer = await alice.slash(general, "summary", length="detailed")
    first = shown(answer)
    assert "1 of 2" in buttons(answer.response)
    await alice.click(answer.response, label="Next")
    assert shown(answer) != first


async def test_a_text_that_says_nothing_clear_is_answered_privately(alice, general):
    answer = await alice.slash(general, "summary", speaker="the minister")
    assert answer.ephemeral
    assert "I found no sentences that are sure and clear on their own" in shown(answer)


async def test_a_changed_source_is_said_to_be_withheld(alice, general, data_dir):
    (data_dir / "sources" / "reply.txt").write_text("Something else.")
    words = shown(await alice.slash(general, "summary", document="reply"))
    assert "withheld, because the source has changed since it was loaded: *A Reply from the Hill*" in words
    assert "boats" not in words
