"""Takes a printed name apart: title, given names, surname, post."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from bot.ingest.attribute.languages import LANGUAGES
from bot.ingest.attribute.languages.given import gender_of
from bot.ingest.attribute.languages.language import words

TITLES: dict[str, str] = {t: g for language in LANGUAGES.values() for t, g in language.titles.items()}
BODIES: frozenset[str] = frozenset().union(*(language.bodies for language in LANGUAGES.values()))
WORKS: frozenset[str] = frozenset().union(*(language.works for language in LANGUAGES.values()))
ROLES: frozenset[str] = frozenset().union(*(language.roles for language in LANGUAGES.values()))

PLACES = words(
    """
        south north east west new united saudi sri costa el san los hong white european northern
        southern eastern western great central latin middle cold world national international federal
        royal supreme old red black asian american african
        """
)
"""First words of names of several words that are seldom a person's given name."""

BEFORE_TITLES = TITLES.keys() | words(
    """
        prime vice deputy foreign first assistant associate attorney lieutenant major chief the right
        hon
        """
)
"""Words that belong to a title behind them."""

PARTICLES = words(
    """
        von van de der den del della di da dos du le la el al bin ibn zu zur ter ten of st st.
        """
)
TITLE_ENDINGS = tuple(
    ending + gender
    for ending in ("chef", "sprecher", "minister", "präsident", "leiter", "direktor", "meister", "kanzler")
    for gender in ("", "in")
)
LONGEST_ENDING = max(map(len, TITLE_ENDINGS))

SUFFIXES = words(
    """
    mdb mdl jr jr. sr sr. ii iii iv phd ph.d ph.d. md m.d. m.d esq esq. cbe obe kc qc mp mep
        """
)

_WORD = re.compile(r"[^\W_]+(?:[.'’‑‐-][^\W_]+)*\.?|&")
_BRACKET = re.compile(r"[(\[]")
_LABEL_END = " \t\n\u00a0:.–—-"


@dataclass(frozen=True, slots=True)
class Name:
    """A printed name. `given` and `surname` are empty for bodies and for roles ("The Chairman")."""

    printed: str  # as printed, without article and colon
    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    surname: str = ""
    body: bool = False
    post: str | None = None  # what stands behind a comma or in brackets

    @property
    def full(self) -> str:
        return " ".join((*self.given, self.surname)) if self.surname else self.printed

    @property
    def gender(self) -> str:
        words = " ".join(self.titles).casefold().split()
        titled = next((gender for word in words if (gender := TITLES.get(word, ""))), "")
        return titled or gender_of(self.given)

    @property
    def is_person(self) -> bool:
        return bool(self.surname)


@lru_cache(maxsize=4096)  # a document says the same names over and over
def key(name: str) -> str:
    """What two prints of one name share: letters alone, case and accents folded, no leading article."""
    plain = unicodedata.normalize("NFKD", name).casefold()
    words = re.findall(r"[^\W_]+", "".join(c for c in plain if not unicodedata.combining(c)))
    return "".join(words[1:] if len(words) > 1 and words[0] in ("the", "a", "an") else words)


def proper(word: str) -> str:
    """A word of a name in capitals as it is written in running text: MACADAM-BERG -> Macadam-Berg."""
    if len(word.rstrip(".")) > 2 and word.isupper() and "." not in word.rstrip("."):
        return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))
    return word


@lru_cache(maxsize=4096)
def parse(printed: str, *, label: bool = False) -> Name:
    """A name as a byline or text prints it; in a `label` capitals are a way of printing, else an acronym.

    >>> parse("Dr. ANNA M. ADLER, Director of the Harbour Board").full
    'Anna M. Adler'
    """
    plain_label = printed.rstrip(_LABEL_END) or printed.strip()
    bracket = plain_label.partition("(")[2].rstrip(") ")
    head = _BRACKET.split(plain_label, maxsplit=1)[0].strip() or plain_label
    head, _, post = head.partition(",")
    words = _WORD.findall(head)
    if post.strip().casefold() in SUFFIXES:
        post = ""
    while len(words) > 1 and words[-1].casefold() in SUFFIXES:
        words.pop()
    titles, names = split_titles(words)
    seat = next((n for n in range(1, len(names)) if titles and names[n].casefold() in ("of", "from")), None)
    if seat:  # Mr. ADLER of Ohio
        names, post = names[:seat], post or " ".join(names[seat:])
    plain = " ".join(head.split())
    after = (post.strip() or bracket.strip()) or None
    if (
        not names
        or _is_body(head, names, titles)
        or any(w[0].islower() and w not in PARTICLES for w in names)
    ):
        if label and any(word.casefold() in ROLES or word.casefold() in TITLES for word in words):
            plain = " ".join(proper(word) for word in plain.split())  # The PRESIDING OFFICER
        return Name(plain, tuple(titles), body=bool(names), post=after)
    all_capitals = all(word.isupper() for word in names)
    if all_capitals and not label and not titles and len(names[0]) > 1:
        return Name(plain, body=True, post=after)
    if not all_capitals and len(names) > 1 and names[0].isupper() and len(names[0].rstrip(".")) > 2:
        names = [*names[1:], names[0]]  # ADLER Anna: the surname in capitals stands first
    proper_names = [proper(word) for word in names]
    cut = _surname_start(proper_names)
    return Name(
        " ".join((*titles, *names)),
        tuple(titles),
        tuple(proper_names[:cut]),
        " ".join(proper_names[cut:]),
        post=after,
    )


def is_title(word: str) -> bool:
    """Whether a word is a title, German compounds included: Gewerkschaftschef, Hafenministerin."""
    low = word.casefold()
    return low in TITLES or (word[:1].isupper() and len(low) > LONGEST_ENDING and low.endswith(TITLE_ENDINGS))


def split_titles(words: list[str]) -> tuple[list[str], list[str]]:
    """The last title with what qualifies it ("Prime Minister"), and the names behind it."""
    last = max((n for n, word in enumerate(words) if is_title(word)), default=-1)
    if (
        last >= 0
        and last + 1 < len(words)
        and words[last + 1].casefold() in ("of", "for", "des", "de", "der", "für")
    ):
        return [" ".join(words)], []
    first = last
    while first > 0 and words[first - 1].casefold() in BEFORE_TITLES:
        first -= 1
    return [" ".join(words[first : last + 1])] if last >= 0 else [], words[last + 1 :]


def _surname_start(names: list[str]) -> int:
    cut = len(names) - 1
    while cut > 0 and names[cut - 1].casefold() in PARTICLES:
        cut -= 1
    return cut


def _is_body(head: str, names: list[str], titles: list[str]) -> bool:
    low = [word.casefold() for word in names]
    if not titles and head.casefold().startswith(
        ("the ", "die ", "das ", "der ", "le ", "la ", "les ", "l'", "l’")
    ):
        return True
    if titles:
        return False
    if any(
        word in BODIES or word in WORKS or word in ("of", "&", "and", "for", "des", "für") for word in low
    ):
        return True
    return len(names) > 1 and low[0] in PLACES
