"""A few words for an event, cut from the sentence that dates it, so that they read well in a timeline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dates.tokens import word_set
from bot.models import Span

LONGEST = 100  # characters of a label
CLAUSE = 45  # characters that a clause must have to stand for a longer sentence
_AHEAD = 8  # characters that tell a joint, after it
WINDOW = 60  # characters before a date in which a label may begin that cannot begin with its clause

_MARK = re.compile(r"[,;:()]+\s+|[,;:()–—]+\s*(?=[“„«\"])|\s*[–—]+\s*|\s-\s|[”»\"]\s+(?=[a-z])")
# what joins two statements, each with a date of its own; "ships and boats" is no such joint
_JOINT = re.compile(
    r",?\s(?:and|but|while|und|aber|et|mais)\s(?=(?:the|a|an|their|his|her|its|they|he|she|it|we|i|in|on|"
    r"by|der|die|das|le|la|les)\s|[A-ZÀ-ÞА-Я])|;\s"
)
_OPENER = re.compile(
    r"(?:however|moreover|furthermore|in addition|additionally|nevertheless|nonetheless|meanwhile|indeed|"
    r"instead|therefore|thus|still|yet|but|and|so|also|similarly|likewise|in fact|of course|for example|"
    r"for instance|as a result|in turn|in particular|finally|then|jedoch|allerdings|aber|und|cependant|mais|"
    r"et),?\s+(?!of\b)",
    re.IGNORECASE,
)
_AFTER_DATE = re.compile(r"[\s,;:–—]+(?=\S)")
_SAYING = (
    "said|says|reports|reported|claims|claimed|notes|noted|writes|wrote|adds|added|argues|argued|believes|"
    "believed|declared|announced"
)
_SAYS_THAT = re.compile(rf"(?:[^,;:]{{0,60}}?\s)?(?:{_SAYING}) that (?=\S)", re.IGNORECASE)
_SAYS = re.compile(rf"(?:{_SAYING})(?: that)? (?=\S)")
_SUBORDINATE = re.compile(
    r"(?:as (?!recently|early|late|far|soon|of|a\b)|(?:when|while|although|though|because|whereas|that|"
    r"and|or|but) )",
    re.IGNORECASE,
)
_RELATIVE = re.compile(r"(?:who|which|whose|whom|where|der|die|das|qui|dont)\s", re.IGNORECASE)
_START = re.compile(r"(?<=\s)(?:the|a|an|his|her|its|their|[A-ZÀ-ÞА-Я“])")
_LITTLE = word_set(
    """
    the a an of in on at to for with and or but by from that which who as its his her their our is was be
    after before between into over than he she it they we i has had have will would not no der die das des
    dem den ein eine und in im von zu le la les de du des un une et en à au
    """
)
_PAIRS = (("„", "“"), ("“", "”"), ("(", ")"), ("«", "»"), ("[", "]"))
_SHARED = "„"  # its closing mark opens in other languages


def label(text: str, date: Span, *, adverbial: bool, others: Sequence[Span] = ()) -> str:
    """The part of a sentence that tells what happened at a date in it.

    `adverbial` says that the date, its preposition included, merely tells when: where it opens the sentence
    it can go. `others` are the dates beside it; what is theirs is left to them.
    """
    first, last = _own_part(text, date, others)
    words, start, end = text[first:last], date[0] - first, date[1] - first
    words, start, end = _without_opening(words, start, end, adverbial)
    words = words.rstrip(" .;,:")
    if len(words) > LONGEST and (said := _SAYS_THAT.match(words)) and said.end() <= start:
        words, start, end = words[said.end() :], start - said.end(), end - said.end()
    return _tidied(_shortened(words, start, min(end, len(words))))


def _own_part(text: str, date: Span, others: Sequence[Span]) -> Span:
    """The stretch between the joints that part a date's statement from those of its neighbours."""
    first, last = 0, len(text)
    for start, end in others:
        if end <= date[0]:
            for joint in _JOINT.finditer(text, end, date[0] + _AHEAD):
                first = joint.end() if joint.end() <= date[0] else first
        elif start >= date[1] and (joint_ := _JOINT.search(text, date[1], start)):
            last = min(last, joint_.start())
    return first, last


def _without_opening(words: str, start: int, end: int, adverbial: bool) -> tuple[str, int, int]:
    """Without "However, " and without the date itself where it stands first."""
    opener = _OPENER.match(words)
    first = opener.end() if opener and opener.end() <= start else 0
    if adverbial and not words[first:start].strip() and (gap := _AFTER_DATE.match(words, end)):
        first = gap.end()
    return words[first:], max(start - first, 0), max(end - first, 0)


def _shortened(words: str, start: int, end: int) -> str:
    """At most `LONGEST` characters that hold the date, from the beginning of its clause where that can be."""
    if len(words) <= LONGEST:
        return words
    first = _clause_start(words, start, end)
    if end - first > LONGEST - 1:
        found = _START.search(words, max(first, start - WINDOW), start)
        first = found.start() if found else words.find(" ", max(first, end - LONGEST + 1)) + 1
    words, end = words[first:], end - first
    if len(words) > LONGEST:
        words = _ended(words, end)
    subordinate = _SUBORDINATE.match(words)
    return words[subordinate.end() :] if subordinate and not words.endswith("…") else words


def _clause_start(words: str, start: int, end: int) -> int:
    """Where the clause begins that holds the date; with whom it is about, where it says "who"."""
    marks = [mark for mark in _MARK.finditer(words) if mark.end() <= start]
    first = marks[-1].end() if marks else 0
    before = marks[-2].end() if len(marks) > 1 else 0
    clause_end = next((mark.start() for mark in _MARK.finditer(words) if mark.start() >= end), len(words))
    bare = clause_end - first < end - start + 12  # "..., in 2014, ..."
    if first and (bare or _RELATIVE.match(words, first)) and end - before <= LONGEST:
        return before
    said = _SAYS.match(words, first)
    return said.end() if first and said and said.end() <= start else first


def _ended(words: str, least: int) -> str:
    """Cut after a clause, else after a word that can end, with "…"."""
    marks = [mark.start() for mark in _MARK.finditer(words) if max(least, CLAUSE) <= mark.start() <= LONGEST]
    if marks:
        return words[: marks[-1]]
    kept = words[: LONGEST - 1].rpartition(" ")[0]
    while (word := kept.rpartition(" ")[2].casefold().strip("“”\"'(")) in _LITTLE and len(kept) - len(
        word
    ) > least:
        kept = kept[: len(kept) - len(word)].rstrip()
    return kept.rstrip(" ,;:–—(") + "…"


def _tidied(words: str) -> str:
    """With a capital, without half a pair of quotation marks or brackets."""
    for opening, closing in _PAIRS:
        if opening in _SHARED and opening not in words:
            continue
        if words.count(opening) != words.count(closing):
            words = words.replace(opening, "").replace(closing, "")
    if words.count('"') % 2:
        words = words.replace('"', "")
    words = " ".join(words.split()).strip(" ,;:–—")
    return words[:1].upper() + words[1:]
