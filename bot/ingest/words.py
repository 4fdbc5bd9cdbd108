"""Words that pages use about themselves, as alternatives of regular expressions, in the languages we know of."""

from __future__ import annotations

PUBLISHED = (
    r"first|published|posted|updated|last|date|issued|publié|mis|jour|veröffentlicht|stand|erschienen"
    r"|on|le|am|vom|den|du|the|at|um|à|uhr|h|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|mon|tue|wed|thu|fri|sat|sun|[ap]\.?m|gmt|utc|e[sd]?t|[cp][sd]?t|min(?:ute)?s?|read|t"
)
