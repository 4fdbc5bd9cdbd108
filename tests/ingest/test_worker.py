"""Sources are read in a process of their own, which may die without harm."""

import io
import pickle

import pytest

from bot.errors import Unreadable
from bot.ingest import worker
from bot.ingest.understand import read_source
from bot.ingest.worker import read_apart

TEXT = b"The Ferry\n\nThe ferry goes at noon. Nobody has ever missed it twice.\n"


async def test_a_source_is_understood_as_in_this_process():
    apart = await read_apart("ferry.txt", TEXT, "own_ferry")
    assert apart == read_source("ferry.txt", TEXT, document="own_ferry").reading


async def test_what_is_wrong_with_a_source_comes_back_as_its_reader_says_it():
    with pytest.raises(Unreadable) as refused:
        await read_apart("ferry.txt", b"  ", "own_ferry")
    assert refused.value.reason == "the file is empty"


async def test_a_source_that_takes_too_long_is_given_up():
    with pytest.raises(Unreadable) as refused:
        await read_apart("ferry.txt", TEXT, "own_ferry", seconds=0.01)
    assert refused.value.reason == worker.TOO_MUCH


def test_an_answer_can_make_nothing_but_values():
    class Evil:
        def __reduce__(self):
            return print, ("owned",)

    with pytest.raises(pickle.UnpicklingError):
        worker._Values(io.BytesIO(pickle.dumps(Evil()))).load()
