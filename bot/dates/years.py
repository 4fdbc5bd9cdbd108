"""Whether a bare number is a year: what stands around it decides.

A number needs a reason to be a year ("in 1956", "the 1956 treaty", "(1956)", "1956: ...") and nothing
that speaks against it (a unit, a currency, "No.", "page", a hyphen to letters).
"""

from __future__ import annotations

from bot.dates.reader import Reader
from bot.dates.roles import Role
from bot.dates.tokens import word_set

FIRST_YEAR, LAST_YEAR = 1000, 2199

# what is counted, measured or paid in
UNITS = word_set(
    """
    % ° percent pc pct per cent points basis hours hour hrs hr h hs minutes minute min seconds seconds
    gmt utc est edt pst pdt cet local zulu am pm km kilometer kilometers kilometre kilometres mile miles
    m meter meters metre metres feet foot ft inch inches yards yard acres hectares square cubic tons
    tonnes ton tonne kg kilograms pounds pound lbs ounces grams barrels barrel gallons liters litres
    dollars dollar cents euros euro yen yuan rubles roubles rupees francs marks sterling billion million
    thousand hundred trillion dozen mrd mio milliards millions milliarden millionen prozent euros uhr
    heures heure tonnen kilometern mètres metern people persons men women children soldiers troops
    workers employees members delegates votes voters jobs homes houses families companies firms copies
    words pages characters letters cases deaths dead wounded killed injured victims refugees students
    pupils schools hospitals islands ships vessels aircraft planes tanks missiles warheads bombs rounds
    times fold deals seats beds units items megawatts mw gw kw watts volts hz mhz ghz gb mb calories
    degrees mph kph knots psi personnes habitants soldats menschen soldaten einwohner personen street st
    avenue ave road rd boulevard blvd lane drive suite floor acre head horses prisoners civilians
    inmates rebels fighters guests visitors passengers residents inhabitants signatures amendments more
    fewer less
    """
)
# what is numbered
NUMBERED = word_set(
    """
    no nos nr number numbers # § № page pages p pp seite s. para paragraph paragraphs footnote footnotes
    fn note notes section sections sec chapter ch article articles art vol volume issue room box
    building flight route highway interstate resolution rule clause title part appendix annex figure fig
    table item docket case file res rept stat usc drucksache bill h.r hr s.r model type class channel
    line order protocol version ticket serial code zip pin ext extension tel telephone phone fax isbn
    issn doi psalm verse level grade unit platoon battalion regiment agenda vision windows
    """
)
# before a count, not a year
COUNTING = word_set(
    """
    than over under nearly almost some least most only about around roughly approximately another
    exactly total killed wounded injured lost sent hired fired employed numbered numbering costs cost
    paid pays with
    """
)
_FEASTS = frozenset(
    {"christmas", "easter", "thanksgiving", "ramadan", "weihnachten", "ostern", "noël", "pâques"}
)
_TELLING_WHEN = frozenset({"in", "since", "until", "during", "year", "by", "before", "after", "en", "anno"})
_JOINTS = frozenset({"to", "and", "or", "-", "–", "until", "through"})
# "by 1430" is a time of day more often than a year
_TIMES_TOO = frozenset(
    {"by", "until", "till", "before", "after", "from", "to", "around", "about", "between", "through"}
)
_CURRENCY = frozenset("$€£¥₽₹¢₩")
_POSSESSIVE = frozenset({"'", "’"})
_OPEN = frozenset("([{“\"'‘«„—–-,:;…/’")
_PREFIXES = frozenset({"mid", "post", "pre", "early", "late", "then", "since", "inter"})
_DETERMINERS = word_set(
    """
    the a an this that these those its his her their our my your whose each every first second landmark
    historic infamous famous seminal original both der die das dem den des im le la les du
    """
)
_YEAR_VERBS = word_set(
    """
    was is will saw brought marked witnessed began ended has had turned became proved may might would
    could should
    """
)
# plural things that happen, so that "the 1936 games" is no count
_HAPPENINGS = word_set(
    """
    elections games talks riots protests olympics accords hearings attacks negotiations sanctions
    agreements amendments revolutions wars treaties reforms laws acts floods fires murals hostilities
    proceedings debates demonstrations uprisings massacres bombings conventions conferences
    championships midterms primaries events guidelines census changes constitution crises accords
    minutes proposals
    """
)
_SHORT_WORDS = word_set(
    """
    was is has as its his this across does us plus versus perhaps always sometimes besides towards
    afterwards whereas thus yes less unless says
    """
)


def is_year(reader: Reader, at: int) -> bool:
    """Whether the number at a token is a year by itself, without a month beside it."""
    if not plausible(reader, at):
        return False
    before, after = reader.token(at - 1), reader.token(at + 1)
    owned = before.low in _DETERMINERS or (before.low == "s" and reader.token(at - 2).low in _POSSESSIVE)
    if _spans_years(reader, at) and (owned or len(reader.token(at + 2).text) == 4):
        return True
    if before.low in {"(", "["} or (after.low in {")", "]"} and before.low in {",", ";", "–", "-"}):
        return after.low in {")", "]", ",", ";", "–", "-", ":", "/"}
    if _leads_in(reader, at) or before.low in _FEASTS:
        old = int(reader.token(at).text) < 1500
        return not counts(reader, at) and not (old and before.low in _TIMES_TOO)
    if reader.lexicon.nouns_are_capital:
        return (
            not (after.word and after.capital)
            and before.low not in COUNTING
            and int(reader.token(at).text) > 1499
        )
    if owned:
        return _describes(reader, at)
    if reader.lexicon.years_follow_nouns and before.word and not reader.is_phrase(before):
        modern = int(reader.token(at).text) >= 1900 and not _round(reader, at)
        return modern and before.low not in COUNTING and not (after.word and _plural(after.low))
    if reader.starts_clause(at):
        return _heads(reader, at)
    if before.word and before.low not in COUNTING and not reader.is_phrase(before):
        return _describes(reader, at) and not before.capital
    return False


def _heads(reader: Reader, at: int) -> bool:
    """Whether a year opens a sentence or an entry of a list: "1989 was", "1648 – ...", "1648 Peace of"."""
    after, further = reader.token(at + 1), reader.token(at + 2)
    if after.low in _YEAR_VERBS:
        return True
    if after.low in {":", "–", "—", "-"}:
        return not further.number or reader.role(at + 3, Role.MONTH)
    return after.capital and further.word and further.low not in UNITS


def plausible(reader: Reader, at: int) -> bool:
    """Whether a number may be a year for all that touches it: no unit, no currency, no file number."""
    token, before, after = reader.token(at), reader.token(at - 1), reader.token(at + 1)
    if not token.number or len(token.text) != 4 or not FIRST_YEAR <= int(token.text) <= LAST_YEAR:
        return False
    return (
        not _glued_before(reader, at)
        and not _glued_after(reader, at)
        and not (
            before.low in _CURRENCY
            or after.text in {"BC", "BCE"}
            or (before.number and not before.low.startswith("'"))
            or before.low in NUMBERED
            or (before.low == "." and reader.token(at - 2).low in NUMBERED)
            or after.low in _CURRENCY
            or (after.low in UNITS and not after.capital)
        )
    )


def _glued_before(reader: Reader, at: int) -> bool:
    token, before = reader.token(at), reader.token(at - 1)
    if not token.glued:
        return before.low in {"#", "§", "№", "+"}
    if before.low == "-":  # S-400, 555-1956; but mid-1956
        return reader.token(at - 1).glued and reader.token(at - 2).low not in _PREFIXES
    if before.low in {"–", "/", ",", ":", "."} and reader.token(at - 1).glued and reader.token(at - 2).number:
        return True
    return before.low not in _OPEN and before.text != "FY"


def _spans_years(reader: Reader, at: int) -> bool:
    """Whether a dash and a later year follow: 1914-1918, 2014-15."""
    mark, second, after = (reader.token(at + n) for n in (1, 2, 3))
    if mark.low not in {"-", "–", "/"} or not mark.glued or not second.glued or not second.number:
        return False
    if after.glued and (
        after.word or after.low in "-–/%" or (reader.token(at + 4).glued and reader.token(at + 4).number)
    ):
        return False
    first = int(reader.token(at).text)
    if len(second.text) == 4:
        return first < int(second.text) <= LAST_YEAR and int(second.text) - first < 500
    return len(second.text) == 2 and int(second.text) > first % 100


def _glued_after(reader: Reader, at: int) -> bool:
    after, further = reader.token(at + 1), reader.token(at + 2)
    if not after.glued or _spans_years(reader, at):
        return False
    if after.word or after.low in {"%", "°", "@", "#", "_", "=", "*", "/", "\\", "+", "$", "€", "£"}:
        return True
    return further.glued and (further.number if after.low in ".,:" else after.low == "-")


def _leads_in(reader: Reader, at: int) -> bool:
    """Whether the words before say that a date follows."""
    before = reader.token(at - 1)
    if before.low == "." and reader.token(at - 2).text in {"c", "ca", "d"}:
        return True
    if before.low == "-" and reader.token(at - 2).low in _PREFIXES:
        return True
    roles = (
        Role.IN, Role.OF, Role.SINCE, Role.UNTIL, Role.BY, Role.BEFORE, Role.AFTER, Role.FROM, Role.BETWEEN,
        Role.ABOUT, Role.PART, Role.YEAR, Role.SEASON, Role.TO,
    )  # fmt: skip
    if before.low == "at":  # "at 2015" is a time of day
        return False
    return any(reader.ends_phrase(at, role) for role in roles)


def counts(reader: Reader, at: int) -> bool:
    """Whether the number counts the noun after it: "of 1956 prisoners", but "in 1956 protests broke out"."""
    before, after = reader.token(at - 1), reader.token(at + 1)
    if after.low in _JOINTS and reader.token(at + 2).number and reader.token(at + 3).low in UNITS:
        return True
    if reader.lexicon.nouns_are_capital:
        return after.word and after.capital and before.low not in {"jahr", "jahre", "jahres", "jahren"}
    if before.low in _TELLING_WHEN and (not _round(reader, at) or reader.starts_clause(at - 1)):
        return False
    return after.word and not after.capital and _plural(after.low)


def _describes(reader: Reader, at: int) -> bool:
    """Whether the number stands before a noun as its year: "the 1956 treaty"."""
    after = reader.token(at + 1)
    if not after.word or (reader.is_phrase(after) and not reader.role(at + 1, Role.SEASON)):
        return False
    if after.low in _HAPPENINGS or after.capital:
        return True
    return not _round(reader, at) and not _plural(after.low)


def _plural(word: str) -> bool:
    return (
        word.endswith("s")
        and not word.endswith(("ss", "is", "us", "'s"))
        and word not in _SHORT_WORDS
        and word not in _HAPPENINGS
    )


def _round(reader: Reader, at: int) -> bool:
    return int(reader.token(at).text) % 50 == 0
