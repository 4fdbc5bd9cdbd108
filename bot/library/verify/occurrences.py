"""Where the words of a quote stand in a text, one by one and in order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.library.verify.limits import limits, negates
from bot.library.verify.quote import Insertion, Item, Piece, Quote
from bot.library.verify.texts import Text
from bot.library.verify.words import Joint, Word, joined_alike, one_word, unbroken

LEFT_OUT = 120
"""Words that "..." may stand for."""
PUT_IN_FOR = 6
"""Words of the source that square brackets may stand for."""

# what square brackets may stand for without changing who or what is spoken of
_PRONOUNS = frozenset(
    """
    a am an and are did do does had has have he her here him his i in is it its me my of our she that the
    their them then there these they this those to us was we were which who you your
    """.split()  # noqa: SIM905
)
_SIGNS = frozenset("%‰$#@/\\+=<>×÷±°§≤≥≠≈^€£¥")


@dataclass(frozen=True, slots=True)
class Difference:
    """Words as they were given, and those of the source in their place; one of the two may be empty."""

    said: str
    source: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where each piece stands: word numbers `[start, end)`. `inserted`: what brackets stand for."""

    pieces: tuple[tuple[int, int], ...]
    inserted: tuple[Difference, ...] = ()

    @property
    def numbers(self) -> list[int]:
        return [number for start, end in self.pieces for number in range(start, end)]

    @property
    def gaps(self) -> Iterator[tuple[int, int]]:
        """What was left out between the pieces, as word numbers."""
        for (_, end), (start, _) in zip(self.pieces, self.pieces[1:], strict=False):
            yield end, start


def occurrences(quote: Quote, text: Text) -> Iterator[Occurrence]:
    """Every place where the quote stands, whole; places that overlap count once."""
    vocabulary = set(text.keys)
    pieces = [settled for piece in quote.pieces if (settled := _settled(piece, vocabulary))]
    edges = [piece[edge] for piece in quote.pieces for edge in (0, -1)]
    if not all(_fair(edge, ()) for edge in edges if isinstance(edge, Insertion)):
        return
    start = 0
    while pieces and (found := _first(pieces, text, start, len(text.words))):
        yield found
        start = found.pieces[-1][1]


def _settled(piece: Piece, vocabulary: set[str]) -> Piece:
    """Without brackets at the ends, which stand for whatever is there, and with broken words made whole."""
    solid = [number for number, item in enumerate(piece) if isinstance(item, Word)]
    inner = piece[solid[0] : solid[-1] + 1] if solid else ()
    if any(isinstance(item, Insertion) for item in inner):
        return inner
    return tuple(unbroken([item for item in inner if isinstance(item, Word)], vocabulary))


def _first(pieces: Sequence[Piece], text: Text, low: int, high: int) -> Occurrence | None:
    """The first place from word `low` to `high` where the pieces follow one another."""
    opening = pieces[0][0]
    assert isinstance(opening, Word)
    for start in range(low, high):
        if not opening.key.startswith(text.keys[start]) or not (found := _standing(pieces[0], text, start)):
            continue
        end, inserted = found
        if len(pieces) == 1:
            return Occurrence(((start, end),), inserted)
        rest = _first(pieces[1:], text, end, min(len(text.words), end + LEFT_OUT))
        if rest and _harmless(text, end, rest.pieces[0][0]):
            return Occurrence(((start, end), *rest.pieces), inserted + rest.inserted)
    return None


def _standing(piece: Piece, text: Text, start: int) -> tuple[int, tuple[Difference, ...]] | None:
    """Where a piece ends that stands at `start`, with what its brackets stand for."""
    found = _follow(piece, 0, text, start)
    if found is None or cuts_into_a_word(text, start) or cuts_into_a_word(text, found[0]):
        return None
    return found


def _follow(
    piece: Sequence[Item], at: int, text: Text, number: int
) -> tuple[int, tuple[Difference, ...]] | None:
    while at < len(piece):
        item = piece[at]
        if isinstance(item, Insertion):
            return _follow_insertion(piece, at, text, number)
        taken = _standing_for(item.key, text, number)
        if not taken or (at and not joined_alike(item.joint, text.words[number].joint)):
            return None
        at, number = at + 1, number + taken
    return number, ()


def _standing_for(key: str, text: Text, number: int) -> int:
    """How many words of the text are this one: 1, or 2 that a hyphen parts; 0 where it is another."""
    if number >= len(text.words):
        return 0
    if text.keys[number] == key:
        return 1
    broken = number + 1 < len(text.words) and one_word(text.words[number], text.words[number + 1]) == key
    return 2 if broken else 0


def _follow_insertion(
    piece: Sequence[Item], at: int, text: Text, number: int
) -> tuple[int, tuple[Difference, ...]] | None:
    insertion = piece[at]
    assert isinstance(insertion, Insertion)
    for skipped in range(PUT_IN_FOR + 1):
        replaced = text.keys[number : number + skipped]
        if len(replaced) < skipped or not _fair(insertion, replaced):
            continue
        if rest := _follow(piece, at + 1, text, number + skipped):
            changed = Difference(f"[{insertion.text}]", text.shown(number, number + skipped))
            return rest[0], (changed, *rest[1])
    return None


def _fair(insertion: Insertion, replaced: Sequence[str]) -> bool:
    """Whether brackets do no more than say who or what is meant."""
    said = [word.key for word in insertion.words]
    if said == list(replaced):
        return True
    if negates(said) or limits(said) or any(any(map(str.isdigit, key)) for key in said):
        return False
    return all(key in _PRONOUNS for key in replaced)


def cuts_into_a_word(text: Text, number: int) -> bool:
    """Whether a sign or a hyphen ties the words before and after this place: 5|%, $|5, non-|nuclear."""
    if not 0 < number < len(text.words) or text.of[number - 1] != text.of[number]:
        return False
    before, after = text.words[number - 1], text.words[number]
    tight = before.end == after.start and (before.key in _SIGNS or after.key in _SIGNS)
    return tight or after.joint is Joint.HYPHEN


def _harmless(text: Text, start: int, end: int) -> bool:
    """Whether what was left out takes no "not" from the sentence in which the quote goes on."""
    return not negates([text.keys[number] for number in range(start, end) if text.of[number] == text.of[end]])
