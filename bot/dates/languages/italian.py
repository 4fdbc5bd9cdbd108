"""The words of Italian dates."""

from __future__ import annotations

from bot.dates.roles import UNIT_NUMBERS, Column, Role

ITALIAN: Column = {
    Role.SEASON: {3: "primavera", 6: "estate", 9: "autunno", 12: "inverno"},
    Role.DAYS: {-1: "ieri"},
    Role.DIRECTION: {-1: "scorso,scorsa", 0: "questo,questa", 1: "prossimo,prossima"},
    Role.UNIT: {
        UNIT_NUMBERS["day"]: "giorno,giorni",
        UNIT_NUMBERS["week"]: "settimana,settimane",
        UNIT_NUMBERS["month"]: "mese,mesi",
        UNIT_NUMBERS["year"]: "anno,anni",
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
