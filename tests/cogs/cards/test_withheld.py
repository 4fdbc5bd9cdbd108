"""Words that are not shown are said to be missing in the way in which they are."""

from bot.errors import Withheld
from cogs._cards.quotes import withheld


def test_a_source_that_changed_and_one_that_never_came_are_told_apart():
    assert "has changed since it was loaded" in withheld(Withheld("The Harbour"))
    assert "are not here yet" in withheld(Withheld("The Harbour", absent=True))
