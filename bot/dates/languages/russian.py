"""The words of Russian dates."""

from __future__ import annotations

from bot.dates.roles import Column, Role

RUSSIAN: Column = {
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
