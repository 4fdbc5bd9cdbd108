"""Texts of the kinds that are read: what is dated in them, and what is not.

Every sentence stands alone, in a document of 14 May 2014 or, below, of no date.
"""

from __future__ import annotations

import pytest

from bot.ingest.date import date_events
from bot.models import Passage, Precision, When

MAY_2014 = When("2014-05-14", None, Precision.DAY)  # a Wednesday


def dates(text: str, language: str, published: When | None) -> str:
    passage = Passage("k", "doc", 0, 1, text, ((0, len(text)),))
    events = date_events([passage], published, "doc", language)
    return " ".join(f"{event.when.start or ''}/{event.when.end or ''}".rstrip("/") for event in events)


PARLIAMENT = [  # German: nouns have capitals, so a number before one counts it
    ("Am 24. Februar dieses Jahres haben wir beraten.", "2014-02-24"),
    ("Das gilt im Jahre 1990 wie heute.", "1990"),
    ("In der 17. Wahlperiode stand es auf Drucksache 17/1234.", ""),
    ("Nach § 2014 Absatz 3 gilt das bis Ende 2015.", "/2015"),
    ("Im vergangenen Jahr stieg die Zahl auf 2000 Fälle.", "2013"),
    ("Das Schuljahr 2010/2011 begann um 9.00 Uhr.", "2010/2011"),
    ("Mitte der 90er-Jahre war das anders.", "1990/1999"),
    ("Letzten Donnerstag haben wir es gesagt.", "2014-05-08"),
    ("Ab dem 1. Juli 2016 gilt es überall.", "2016-07-01"),
    ("In 2000 Fällen wurde das Gesetz von 1976 angewandt.", "1976"),
    ("Im Mai 2013 haben 1500 Soldaten das Land verlassen.", "2013-05"),
    ("Vom 3. bis 5. Mai 2011 tagte der Rat.", "2011-05-03/2011-05-05"),
    ("Im Vergleich zu 1990 soll der Verbrauch bis 2050 sinken.", "/2050"),
    ("Am kommenden Dienstag stimmen wir ab.", "2014-05-20"),
    ("Wir haben 1998 die Wahl gewonnen, und 2002 wieder.", "1998 2002"),
]
NEWS_PAGE = [  # French: the unit comes before "dernier", thousands are parted by a space
    ("Le maire a parlé mardi 13 mai sur la place.", "2014-05-13"),
    ("Lundi dernier, 2 000 personnes ont défilé.", "2014-05-12"),
    ("En janvier dernier, le chômage a reculé.", "2014-01"),
    ("D'ici 2030, la ville veut planter mille arbres.", "/2030"),
    ("À l'automne 2013, le texte avait été rejeté.", "2013-09/2013-11"),
    ("L'an dernier, 1 200 logements ont été construits.", "2013"),
    ("Le budget 2013 fut voté à la fin des années 1980.", "2013 1980/1989"),
    ("Ce mardi, le conseil vote.", "2014-05-13"),
    ("De 1940 à 1944, le pont fut fermé.", "1940/1944"),
    ("Les marches seront interdites samedi, a dit la mairie lundi.", "2014-05-17 2014-05-12"),
    (
        "On ferme du 7 mai 2014 à 12 heures jusqu'au dimanche 11 mai 2014 à 23 heures.",
        "2014-05-07 /2014-05-11",
    ),
    ("Deux fêtes, les 17 et 24 avril, ont été annulées.", "2014-04-17 2014-04-24"),
    ("Vers 20h30, la séance a repris.", ""),
    ("Le décret n° 2014 est paru.", ""),
]
WIRE_REPORT = [  # without a date of its own, weekdays fix nothing
    ("The board voted Tuesday to end the strike that began last week.", ""),
    ("The treaty was signed in 2009, officials said Tuesday.", "2009"),
]
FLOOR_SPEECH = [  # clock times, bills, roll calls
    ("At 1430 hours the House adjourned; at 2015 it met again.", ""),
    ("I rise in support of bill no. 1998 and the Act of 1964.", "1964"),
    ("{time} 2030", ""),
    ("Between 1200 and 1300 hours, and by 1430, nothing moved.", ""),
    ("They sue under 42 U.S.C. 1983 Actions of that kind.", ""),
    ("On rollcall No. 1956 I voted no; see page 2015.", ""),
    ("They meet on the first Monday of each month and every June.", ""),
    ("As of July 1, 2019, over 45,000 people work there.", "2019-07-01"),
    ("The bridge will open in June, the mayor said Monday.", "2014-06 2014-05-12"),
    ("In the 105th session, on January 27, 1998, we heard it.", "1998-01-27"),
    ("The 1996 election cost $2000 million, and in fiscal year 1999 it rose.", "1996 1999"),
]
LIST = [  # entries open with their year
    ("1648 – The long war ends", "1648"),
    ("1648 Peace is made in two towns", "1648"),
    ("1850s: The railway comes", "1850/1859"),
    ("1978: The first radio goes on the air on February 16.", "1978-02-16"),
    ("1967: January 26–27, a storm stops the trams.", "1967-01-26/1967-01-27"),
    ("1864 – 23 October, the mill burns.", "1864-10-23"),
    ("1840: The town has 4,470 heads.", "1840"),
    ("c. 1200 BC – The palace burns", ""),
    ("323 BC – The king dies", ""),
    ("She was born on 3 May 1932 and died on 7 June 2011.", "1932-05-03 2011-06-07"),
]
OLD_ESSAY = [
    ("In the year 1766 the act was repealed.", "1766"),
    ("By a letter of the 29th of October 1765 they were told of it.", "1765-10-29"),
    ("It was in the spring of the year 1764 that they resolved.", "1764-03/1764-05"),
    ("The statute of the 6th of that reign is of the same mind.", ""),
]
REPORT = [
    ("Between 1995 and 1996, and again from 1991 through 1994, he lived there.", "1995/1996 1991/1994"),
    ("The line went dead at 8:46:40.", ""),
    ("By early 2001 the warnings grew.", "/2001"),
    ("By 1820 parts of the town had it too.", "/1820"),
    ("She sat there on the last Friday in June 1994 and every Friday in 1995.", "1994-06 1995"),
    ("The 1993 tower bombing killed six.", "1993"),
    ("From 1200 to 1500 ships passed each year.", ""),
    ("She won 1,956 votes in 1956, 2000 more than in 1952.", "1956"),
    ("Since the 1979 revolution and the post-1991 order little has changed.", "1979 1991"),
]


def rows(kind, language, published):
    return [(language, published, text, expected) for text, expected in kind]


@pytest.mark.parametrize(
    ("language", "published", "text", "expected"),
    [
        *rows(PARLIAMENT, "de", MAY_2014),
        *rows(NEWS_PAGE, "fr", MAY_2014),
        *rows(WIRE_REPORT, "en", None),
        *rows(FLOOR_SPEECH, "en", MAY_2014),
        *rows(LIST, "en", None),
        *rows(OLD_ESSAY, "en", None),
        *rows(REPORT, "en", None),
    ],
)
def test_what_is_dated_in_texts_of_many_kinds(language, published, text, expected):
    assert dates(text, language, published) == expected
