"""The words that dates are made of, language by language. To teach a language, add a column to `WORDS`.

Names of months and weekdays of all languages but English come from CLDR through Babel, loaded when asked for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from bot.dates.tokens import tokenize
from bot.dates.values import Unit


class Role(StrEnum):
    """What a word does in a date."""

    MONTH = "month"
    SHORT_MONTH = "short month"  # "Mar": a month only beside a number
    WEEKDAY = "weekday"
    SEASON = "season"  # value: its first month
    UNIT = "unit"
    DAYS = "days"  # "yesterday": value is the shift in days
    DIRECTION = "direction"  # "last", "this", "next"
    AGO = "ago"
    AGO_FIRST = "ago first"  # languages that say "ago" before the number
    LATER = "later"  # "later", "earlier": value is the sign
    THAT = "that"  # "that", "the same"
    NEIGHBOUR = "neighbour"  # "the following", "the previous": value is the sign
    NUMBER = "number"
    ORDINAL = "ordinal"
    QUARTER = "quarter"
    HALF = "half"
    DECADE = "decade"  # "nineties"
    DECADE_MARK = "decade mark"  # years of the 1990s, said before the number
    CENTURY = "century"
    YEAR = "year"
    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    AFTER = "after"
    FROM = "from"
    TO = "to"
    BETWEEN = "between"
    AND = "and"
    IN = "in"
    OF = "of"
    THE = "the"
    ABOUT = "about"
    PART = "part"  # early, mid, late


KERNELS = frozenset(
    {
        Role.MONTH,
        Role.SHORT_MONTH,
        Role.WEEKDAY,
        Role.SEASON,
        Role.UNIT,
        Role.DAYS,
        Role.DECADE,
        Role.CENTURY,
        Role.QUARTER,
        Role.HALF,
    }
)
"""Without a figure, a date has a word of one of these."""

_UNITS = {unit.value: number for number, unit in enumerate(Unit)}
UNITS = tuple(Unit)

# role -> value -> words, phrases parted by commas
_Column = Mapping[Role, Mapping[int, str]]

_ENGLISH: _Column = {
    Role.MONTH: {
        1: "january",
        2: "february",
        3: "march",
        4: "april",
        5: "may",
        6: "june",
        7: "july",
        8: "august",
        9: "september",
        10: "october",
        11: "november",
        12: "december",
    },
    Role.SHORT_MONTH: {
        1: "jan",
        2: "feb",
        3: "mar",
        4: "apr",
        6: "jun",
        7: "jul",
        8: "aug",
        9: "sep,sept",
        10: "oct",
        11: "nov",
        12: "dec",
    },
    Role.WEEKDAY: {
        0: "monday",
        1: "tuesday",
        2: "wednesday",
        3: "thursday",
        4: "friday",
        5: "saturday",
        6: "sunday",
    },
    Role.SEASON: {3: "spring,springtime", 6: "summer", 9: "autumn,fall", 12: "winter"},
    Role.UNIT: {
        _UNITS["day"]: "day,days",
        _UNITS["week"]: "week,weeks",
        _UNITS["weekend"]: "weekend",
        _UNITS["month"]: "month,months",
        _UNITS["year"]: "year,years",
        _UNITS["decade"]: "decade,decades",
    },
    Role.DAYS: {-1: "yesterday,last night", 1: "tomorrow"},
    Role.DIRECTION: {
        -1: "last,earlier last,late last,early last",
        0: "this,earlier this,later this,early this,late this",
        1: "next,early next,late next",
    },
    Role.AGO: {0: "ago"},
    Role.LATER: {1: "later,afterwards,after that", -1: "earlier,before that"},
    Role.THAT: {0: "that,that same,the same,earlier that,later that,late that,early that"},
    Role.NEIGHBOUR: {
        1: "the following,the next,the succeeding",
        -1: "the previous,the preceding,the prior,the year before",
    },
    Role.NUMBER: {
        1: "a,an,one",
        2: "two,a couple of",
        3: "three",
        4: "four",
        5: "five",
        6: "six",
        7: "seven",
        8: "eight",
        9: "nine",
        10: "ten",
        11: "eleven",
        12: "twelve",
        13: "thirteen",
        14: "fourteen",
        15: "fifteen",
        16: "sixteen",
        18: "eighteen",
        20: "twenty",
        25: "twenty-five",
        30: "thirty",
        40: "forty",
        50: "fifty",
        60: "sixty",
        70: "seventy",
        80: "eighty",
        90: "ninety",
        100: "a hundred,one hundred",
    },
    Role.ORDINAL: {
        1: "first",
        2: "second",
        3: "third",
        4: "fourth",
        5: "fifth",
        6: "sixth",
        7: "seventh",
        8: "eighth",
        9: "ninth",
        10: "tenth",
        11: "eleventh",
        12: "twelfth",
        13: "thirteenth",
        14: "fourteenth",
        15: "fifteenth",
        16: "sixteenth",
        17: "seventeenth",
        18: "eighteenth",
        19: "nineteenth",
        20: "twentieth",
        21: "twenty-first",
        22: "twenty-second",
        23: "twenty-third",
        24: "twenty-fourth",
        25: "twenty-fifth",
        26: "twenty-sixth",
        27: "twenty-seventh",
        28: "twenty-eighth",
        29: "twenty-ninth",
        30: "thirtieth",
        31: "thirty-first",
    },
    Role.QUARTER: {0: "quarter,q"},
    Role.HALF: {0: "half"},
    Role.DECADE: {
        1920: "twenties",
        1930: "thirties",
        1940: "forties",
        1950: "fifties",
        1960: "sixties",
        1970: "seventies",
        1980: "eighties",
        1990: "nineties",
    },
    Role.CENTURY: {0: "century,centuries"},
    Role.YEAR: {0: "year,years,fiscal year,fy,the year of our lord,anno,anno domini,a.d.,ad,month"},
    Role.SINCE: {0: "since,ever since,as of,starting in,beginning in,starting,beginning,effective"},
    Role.UNTIL: {0: "until,till,up to,up until,through,not until"},
    Role.BY: {0: "by,no later than,not later than"},
    Role.BEFORE: {0: "before,prior to,ahead of"},
    Role.AFTER: {0: "after,following,later than,post"},
    Role.FROM: {0: "from"},
    Role.TO: {0: "to,through,until,till,thru,up to"},
    Role.BETWEEN: {0: "between"},
    Role.AND: {0: "and,&"},
    Role.IN: {
        0: "in,on,during,throughout,within,over,as early as,as late as,as recently as,as far back as,"
        "back in,only in,early in,late in,dated,at",
    },
    Role.OF: {0: "of"},
    Role.THE: {0: "the"},
    Role.ABOUT: {0: "about,around,circa,roughly,approximately,sometime in,c.,ca."},
    Role.PART: {
        -1: "early,the beginning of,the start of,beginning of,start of,the early",
        0: "mid,middle,the middle of,the mid",
        1: "late,the end of,end of,the close of,the late",
    },
}

_GERMAN: _Column = {
    Role.SEASON: {
        3: "frühjahr,frühling,frühjahrs,frühlings",
        6: "sommer,sommers",
        9: "herbst,herbstes,herbsts",
        12: "winter,winters",
    },
    Role.UNIT: {
        _UNITS["day"]: "tag,tage,tagen,tages",
        _UNITS["week"]: "woche,wochen",
        _UNITS["weekend"]: "wochenende",
        _UNITS["month"]: "monat,monate,monaten,monats",
        _UNITS["year"]: "jahr,jahre,jahren,jahres",
        _UNITS["decade"]: "jahrzehnt,jahrzehnten,jahrzehnte",
    },
    Role.DAYS: {-1: "gestern", 1: "morgen früh", -2: "vorgestern"},
    Role.DIRECTION: {
        -1: "letzte,letzten,letztes,letzter,vergangene,vergangenen,vergangenes,vorige,vorigen,voriges",
        0: "diese,diesen,dieses,diesem,dieser",
        1: "nächste,nächsten,nächstes,nächster,kommende,kommenden,kommendes",
    },
    Role.AGO_FIRST: {0: "vor"},
    Role.LATER: {1: "später,danach", -1: "zuvor,vorher,früher"},
    Role.NUMBER: {
        1: "ein,einem,einer,einen",
        2: "zwei",
        3: "drei",
        4: "vier",
        5: "fünf",
        6: "sechs",
        7: "sieben",
        8: "acht",
        9: "neun",
        10: "zehn",
        12: "zwölf",
        15: "fünfzehn",
        20: "zwanzig",
        25: "fünfundzwanzig",
        30: "dreißig",
        40: "vierzig",
        50: "fünfzig",
        100: "hundert",
    },
    Role.ORDINAL: {
        1: "erste,ersten,erstes",
        2: "zweite,zweiten,zweites",
        3: "dritte,dritten",
        4: "vierte,vierten",
    },
    Role.QUARTER: {0: "quartal,quartals"},
    Role.HALF: {0: "halbjahr,halbjahres"},
    Role.DECADE: {
        1920: "zwanzigerjahre,zwanzigerjahren",
        1930: "dreißigerjahre,dreißigerjahren",
        1950: "fünfzigerjahre,fünfzigerjahren",
        1960: "sechzigerjahre,sechzigerjahren",
        1970: "siebzigerjahre,siebzigerjahren",
        1980: "achtzigerjahre,achtzigerjahren",
        1990: "neunzigerjahre,neunzigerjahren",
    },
    Role.CENTURY: {0: "jahrhundert,jahrhunderts"},
    Role.YEAR: {0: "jahr,jahre,jahres,jahren"},
    Role.SINCE: {0: "seit,seit dem,ab,ab dem,seit der"},
    Role.UNTIL: {0: "bis,bis zum,bis ins,bis in den,bis in das,bis ende"},
    Role.BY: {0: "bis spätestens,spätestens"},
    Role.BEFORE: {0: "vor,vor dem"},
    Role.AFTER: {0: "nach,nach dem"},
    Role.FROM: {0: "von,vom"},
    Role.TO: {0: "bis,bis zum"},
    Role.BETWEEN: {0: "zwischen,zwischen dem"},
    Role.AND: {0: "und,und dem"},
    Role.IN: {0: "im,in,am,vom,zum,in den,in der,des,während"},
    Role.THE: {0: "der,die,das,dem,den,des"},
    Role.ABOUT: {0: "etwa,rund,ungefähr,um,gegen,circa,ca."},
    Role.PART: {-1: "anfang,beginn,frühe,frühen", 0: "mitte", 1: "ende,späte,späten"},
}

_FRENCH: _Column = {
    Role.SEASON: {3: "printemps", 6: "été", 9: "automne", 12: "hiver"},
    Role.UNIT: {
        _UNITS["day"]: "jour,jours",
        _UNITS["week"]: "semaine,semaines",
        _UNITS["weekend"]: "week-end",
        _UNITS["month"]: "mois",
        _UNITS["year"]: "an,ans,année,années",
        _UNITS["decade"]: "décennie,décennies",
    },
    Role.DAYS: {-1: "hier,la veille", 1: "demain", -2: "avant-hier"},
    Role.DIRECTION: {
        -1: "dernier,dernière,derniers,passé,passée",
        0: "cette,ce,cet",
        1: "prochain,prochaine",
    },
    Role.AGO_FIRST: {0: "il y a,voici,voilà"},
    Role.LATER: {1: "plus tard,après", -1: "plus tôt,auparavant,avant"},
    Role.NUMBER: {
        1: "un,une",
        2: "deux",
        3: "trois",
        4: "quatre",
        5: "cinq",
        6: "six",
        7: "sept",
        8: "huit",
        9: "neuf",
        10: "dix",
        12: "douze",
        15: "quinze",
        20: "vingt",
        25: "vingt-cinq",
        30: "trente",
        40: "quarante",
        50: "cinquante",
        100: "cent",
    },
    Role.ORDINAL: {1: "premier,première", 2: "deuxième,second,seconde", 3: "troisième", 4: "quatrième"},
    Role.QUARTER: {0: "trimestre"},
    Role.HALF: {0: "semestre"},
    Role.CENTURY: {0: "siècle,siècles"},
    Role.YEAR: {0: "an,année,l'année,l’année"},
    Role.DECADE_MARK: {0: "années"},
    Role.SINCE: {0: "depuis,depuis le,à partir de,à partir du,à compter de,à compter du,dès,dès le"},
    Role.UNTIL: {0: "jusqu'en,jusqu’en,jusqu'au,jusqu’au,jusqu'à,jusqu’à"},
    Role.BY: {0: "d'ici,d’ici,d'ici à,d’ici à,d'ici au,d’ici au,d'ici le,d’ici le"},
    Role.BEFORE: {0: "avant,avant le,avant la"},
    Role.AFTER: {0: "après,après le"},
    Role.FROM: {0: "de,du"},
    Role.TO: {0: "à,au,jusqu'en,jusqu’en,jusqu'au,jusqu’au"},
    Role.BETWEEN: {0: "entre,entre le"},
    Role.AND: {0: "et,et le"},
    Role.IN: {0: "en,au,le,dans,durant,pendant,dès,courant,à l'été,à l’été,à l'automne,à l’automne"},
    Role.OF: {0: "de,du,d',d’"},
    Role.THE: {0: "le,la,les,l',l’"},
    Role.ABOUT: {0: "vers,environ,autour de"},
    Role.PART: {
        -1: "début,le début de,au début de,début de",
        0: "mi,milieu,au milieu de",
        1: "fin,la fin de,à la fin de,fin de",
    },
}

_SPANISH: _Column = {
    Role.SEASON: {3: "primavera", 6: "verano", 9: "otoño", 12: "invierno"},
    Role.UNIT: {
        _UNITS["day"]: "día,días",
        _UNITS["week"]: "semana,semanas",
        _UNITS["month"]: "mes,meses",
        _UNITS["year"]: "año,años",
        _UNITS["decade"]: "década,décadas",
    },
    Role.DAYS: {-1: "ayer"},
    Role.DIRECTION: {-1: "pasado,pasada,último,última", 0: "este,esta", 1: "próximo,próxima"},
    Role.AGO_FIRST: {0: "hace"},
    Role.LATER: {1: "después,más tarde", -1: "antes"},
    Role.NUMBER: {
        1: "un,una",
        2: "dos",
        3: "tres",
        4: "cuatro",
        5: "cinco",
        6: "seis",
        7: "siete",
        8: "ocho",
        9: "nueve",
        10: "diez",
        20: "veinte",
        30: "treinta",
        40: "cuarenta",
        50: "cincuenta",
    },
    Role.CENTURY: {0: "siglo,siglos"},
    Role.YEAR: {0: "año"},
    Role.DECADE_MARK: {0: "años,los años"},
    Role.SINCE: {0: "desde,desde el,a partir de"},
    Role.UNTIL: {0: "hasta,hasta el"},
    Role.BEFORE: {0: "antes de,antes del"},
    Role.AFTER: {0: "después de,después del,tras"},
    Role.FROM: {0: "de,del,desde"},
    Role.TO: {0: "a,al,hasta"},
    Role.BETWEEN: {0: "entre,entre el"},
    Role.AND: {0: "y,y el"},
    Role.IN: {0: "en,el,durante,del"},
    Role.OF: {0: "de,del"},
    Role.THE: {0: "el,la,los"},
    Role.ABOUT: {0: "hacia,alrededor de,cerca de"},
    Role.PART: {
        -1: "principios de,a principios de,comienzos de",
        0: "mediados de,a mediados de",
        1: "finales de,a finales de,fines de",
    },
}

_ITALIAN: _Column = {
    Role.SEASON: {3: "primavera", 6: "estate", 9: "autunno", 12: "inverno"},
    Role.DAYS: {-1: "ieri"},
    Role.DIRECTION: {-1: "scorso,scorsa", 0: "questo,questa", 1: "prossimo,prossima"},
    Role.UNIT: {
        _UNITS["day"]: "giorno,giorni",
        _UNITS["week"]: "settimana,settimane",
        _UNITS["month"]: "mese,mesi",
        _UNITS["year"]: "anno,anni",
    },
    Role.YEAR: {0: "anno"},
    Role.DECADE_MARK: {0: "anni"},
    Role.SINCE: {0: "dal,da,dall'"},
    Role.UNTIL: {0: "fino al,fino a"},
    Role.BEFORE: {0: "prima del"},
    Role.AFTER: {0: "dopo il"},
    Role.FROM: {0: "dal,da"},
    Role.TO: {0: "al,a"},
    Role.BETWEEN: {0: "tra il,fra il,tra,fra"},
    Role.AND: {0: "e,e il"},
    Role.IN: {0: "nel,in,il,del,l',l’"},
    Role.OF: {0: "del,di"},
    Role.THE: {0: "il,la,lo,l',l’"},
    Role.PART: {-1: "inizio,inizio del", 0: "metà,metà del", 1: "fine,fine del"},
}

_RUSSIAN: _Column = {
    Role.SEASON: {
        3: "весна,весной,весны",
        6: "лето,летом,лета",
        9: "осень,осенью,осени",
        12: "зима,зимой,зимы",
    },
    Role.DAYS: {-1: "вчера"},
    Role.YEAR: {0: "год,года,году,годом,годах,годов,г."},
    Role.SINCE: {0: "с,со"},
    Role.UNTIL: {0: "до"},
    Role.BY: {0: "к"},
    Role.AFTER: {0: "после"},
    Role.FROM: {0: "с"},
    Role.TO: {0: "по,до"},
    Role.BETWEEN: {0: "между"},
    Role.AND: {0: "и"},
    Role.IN: {0: "в,во"},
    Role.PART: {-1: "начале,начало", 0: "середине", 1: "конце"},
}

WORDS: dict[str, _Column] = {
    "en": _ENGLISH,
    "de": _GERMAN,
    "fr": _FRENCH,
    "es": _SPANISH,
    "it": _ITALIAN,
    "ru": _RUSSIAN,
}


@dataclass(frozen=True, slots=True)
class Phrase:
    words: tuple[str, ...]
    role: Role
    value: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """First word -> role -> phrases that begin with it, the longest first.

    `kernels` are the words one of which every date without figures has.
    `day_first` says that 5.6.2014 is the fifth of June; `nouns_are_capital`, that a number before a capital
    counts something.
    """

    phrases: Mapping[str, Mapping[Role, tuple[Phrase, ...]]]
    kernels: frozenset[str]
    day_first: bool = False
    nouns_are_capital: bool = False


@lru_cache(maxsize=16)
def lexicon(language: str | None = None) -> Lexicon:
    """English and one other language together: sources quote each other."""
    code = (language or "en").replace("_", "-").partition("-")[0].casefold()
    found: dict[str, dict[Role, set[Phrase]]] = defaultdict(lambda: defaultdict(set))
    for phrase in [*_phrases(_ENGLISH), *(() if code == "en" else _other(code))]:
        found[phrase.words[0]][phrase.role].add(phrase)
    return Lexicon(
        {
            word: {role: _longest_first(phrases) for role, phrases in roles.items()}
            for word, roles in found.items()
        },
        frozenset(word for word, roles in found.items() if not KERNELS.isdisjoint(roles)),
        day_first=code != "en",
        nouns_are_capital=code == "de",
    )


def _longest_first(phrases: set[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.words)))


def _other(code: str) -> Iterator[Phrase]:
    yield from _phrases(WORDS.get(code, {}))
    yield from _calendar(code)


def _phrases(column: _Column) -> Iterator[Phrase]:
    for role, values in column.items():
        for value, words in values.items():
            for phrase in words.split(","):
                yield Phrase(_parts(phrase), role, value)


def _parts(phrase: str) -> tuple[str, ...]:
    """As the tokens will be: words and marks apart."""
    return tuple(token.low for token in tokenize(phrase))


def _calendar(code: str) -> Iterator[Phrase]:
    """CLDR's months and weekdays of a language; nothing for one that it does not know."""
    from babel import Locale, UnknownLocaleError

    try:
        locale = Locale.parse(code)
    except (UnknownLocaleError, ValueError):
        return
    for names, role in ((locale.months, Role.MONTH), (locale.days, Role.WEEKDAY)):
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for value, name in names[context][width].items():
                    words = _parts(name.rstrip("."))
                    if not words or not words[0][0].isalpha():
                        continue  # 4月: written in figures, which the grammar reads anyway
                    if width == "wide":
                        yield Phrase(words, role, value)
                    elif role is Role.MONTH and len(words) == 1:
                        yield Phrase(words, Role.SHORT_MONTH, value)
