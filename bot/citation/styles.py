"""The citation styles: APA, MLA and Chicago by their CSL files, and BibTeX."""

from __future__ import annotations

from collections.abc import Callable

from bot.citation.bibtex import bibtex
from bot.citation.cited import Cited
from bot.citation.csl import Style, cite_by


def cite(cited: Cited, style: str) -> str:
    """A citation in a style of `STYLES`: the entry for the bibliography, then the place in the text.

    The first call of a style takes some 100 ms, and its processor some megabytes: call it off the event loop.
    """
    return STYLES[style](cited)


def _apa(cited: Cited) -> str:
    entry, place = cite_by(_APA, cited)
    return f"{entry}\nIn the text: {_within(place, cited, 'as cited in')}"


def _mla(cited: Cited) -> str:
    entry, place = cite_by(_MLA, cited)
    return f"{entry}\nIn the text: {_within(place, cited, 'qtd. in')}"


def _chicago(cited: Cited) -> str:
    entry, note = cite_by(_CHICAGO, cited)
    if cited.secondhand:
        note = f"{cited.secondhand}, {'in' if cited.is_voice else 'quoted in'} {note}"
    return f"{entry}\nNote: {note}"


def _within(place: str, cited: Cited, how: str) -> str:
    """The place, with the speaker before it where the words are not the author's own."""
    if not cited.secondhand:
        return place
    return f"({cited.secondhand}, {'in' if cited.is_voice else how} {place[1:]}"


_APA = Style("apa", initials=True, quotes=False)
_MLA = Style("modern-language-association")
_CHICAGO = Style("chicago-notes-bibliography", note=True)

STYLES: dict[str, Callable[[Cited], str]] = {
    "APA": _apa,
    "MLA": _mla,
    "Chicago": _chicago,
    "BibTeX": bibtex,
}
