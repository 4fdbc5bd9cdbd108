"""The words of Spanish dates."""

from __future__ import annotations

from bot.dates.roles import UNIT_NUMBERS, Column, Role

SPANISH: Column = {
    Role.SEASON: {3: "primavera", 6: "verano", 9: "otoño", 12: "invierno"},
    Role.UNIT: {
        UNIT_NUMBERS["day"]: "día,días",
        UNIT_NUMBERS["week"]: "semana,semanas",
        UNIT_NUMBERS["month"]: "mes,meses",
        UNIT_NUMBERS["year"]: "año,años",
        UNIT_NUMBERS["decade"]: "década,décadas",
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
