"""Tests bot.citation.cited: names taken apart, and not."""

from __future__ import annotations

import pytest

from bot.citation.cited import name_parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Jane Adler", {"family": "Adler", "given": "Jane"}),
        ("Dr. Jane Q. Adler", {"family": "Adler", "given": "Jane Q."}),
        ("Prof. Dr. Ola van der Berg", {"family": "van der Berg", "given": "Ola"}),
        ("Jane O’Brien-Adler", {"family": "O’Brien-Adler", "given": "Jane"}),
        ("Tom Adler, Jr.", {"family": "Adler", "given": "Tom", "suffix": "Jr."}),
        ("J. Adler III", {"family": "Adler", "given": "J.", "suffix": "III"}),
        # bodies, pseudonyms, parts in a debate: whole
        ("The Proposer", {"literal": "The Proposer"}),
        ("Harbour Board", {"literal": "Harbour Board"}),
        ("Ministry of Tides", {"literal": "Ministry of Tides"}),
        ("Friends of the coast", {"literal": "Friends of the coast"}),
        ("PUBLIUS", {"literal": "PUBLIUS"}),
        ("Mr. Oduya", {"literal": "Mr. Oduya"}),
        ("安倍晋三", {"literal": "安倍晋三"}),
        ("", {"literal": ""}),
    ],
)
def test_a_persons_name_is_taken_apart_and_a_bodys_is_not(name: str, parts: dict[str, str]) -> None:
    assert name_parts(name) == parts
