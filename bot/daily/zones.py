"""Time zones as people look for them: by city, by common name, by abbreviation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import process

from bot.errors import Unknown

NEAREST = 3

# what people call a zone where its name has another city; abbreviations mean their commonest zone
ALIASES = {
    "America/New_York": "eastern time,est,edt,us east coast,washington,boston,miami,atlanta",
    "America/Chicago": "central time,cst,cdt,dallas,houston,austin",
    "America/Denver": "mountain time,mst,mdt,salt lake city",
    "America/Los_Angeles": "pacific time,pst,pdt,san francisco,seattle,us west coast,san diego",
    "America/Sao_Paulo": "brasilia,rio de janeiro,brazil",
    "America/Toronto": "ottawa,montreal",
    "Europe/London": "gmt,bst,uk,britain,england,edinburgh",
    "Europe/Berlin": "cet,cest,germany,munich,hamburg,frankfurt,cologne",
    "Europe/Paris": "france,lyon,marseille",
    "Europe/Madrid": "spain,barcelona",
    "Europe/Rome": "italy,milan",
    "Europe/Zurich": "switzerland,geneva,bern",
    "Europe/Kyiv": "ukraine,kiev",
    "Europe/Moscow": "msk,russia,saint petersburg",
    "Asia/Kolkata": "ist,india,delhi,mumbai,bangalore,calcutta,chennai",
    "Asia/Tokyo": "jst,japan,osaka",
    "Asia/Shanghai": "china,beijing,shenzhen",
    "Asia/Seoul": "kst,korea",
    "Asia/Jerusalem": "israel,tel aviv",
    "Asia/Ho_Chi_Minh": "vietnam,saigon,hanoi",
    "Africa/Johannesburg": "south africa,cape town",
    "Australia/Sydney": "aest,canberra",
    "Pacific/Auckland": "new zealand,nzst,wellington",
    "UTC": "coordinated universal time,zulu",
}


@dataclass(frozen=True, slots=True)
class Zone:
    name: str
    offset: str  # "UTC+05:30", now


def suggest(typed: str, now: datetime, limit: int = 25) -> list[Zone]:
    """Zones that fit what is typed: at the start of a name first, then inside, then misspelt."""
    wanted = _plain(typed)
    index = _index()
    starts = [zone for words, zone in index if words.startswith(wanted)]
    inside = [zone for words, zone in index if f" {wanted}" in words]
    found = list(dict.fromkeys([*starts, *inside]))
    if not found:
        near = process.extract(wanted, [words for words, _ in index], limit=limit, score_cutoff=70)
        found = list(dict.fromkeys(index[place][1] for _, _, place in near))
    return [Zone(name, _offset(name, now)) for name in found[:limit]]


def resolve(typed: str) -> str:
    """The IANA name that is meant. Raises Unknown, with the nearest, where none or several are."""
    wanted = _plain(typed)
    exact = [zone for words, zone in _index() if words == wanted or _plain(zone) == wanted]
    # names that are not suggested, such as Etc/UTC or US/Eastern, are known all the same
    exact = exact or [zone for zone in available_timezones() if zone.casefold() == typed.strip().casefold()]
    if exact:
        return exact[0]
    near = process.extract(wanted, [words for words, _ in _index()], limit=NEAREST, score_cutoff=50)
    raise Unknown("time zone", typed, tuple(dict.fromkeys(_index()[place][1] for _, _, place in near)))


@lru_cache(maxsize=1)
def _index() -> list[tuple[str, str]]:
    """(words, zone), cities and common names first, whole names after them."""
    zones = sorted(
        zone
        for zone in available_timezones()
        if zone == "UTC"
        or ("/" in zone and not zone.startswith(("Etc/", "posix/", "right/", "SystemV/", "US/")))
    )
    common = [(alias, zone) for zone, aliases in ALIASES.items() for alias in aliases.split(",")]
    cities = [(_plain(zone.rpartition("/")[2]), zone) for zone in zones]
    return [*common, *cities, *((_plain(zone), zone) for zone in zones)]


def _plain(text: str) -> str:
    return " ".join(text.replace("_", " ").replace("/", " ").split()).casefold()


def _offset(zone: str, now: datetime) -> str:
    offset = now.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    return f"UTC{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
