"""Who speaks in a Japanese sentence, by the particles and verbs around 「...」."""

from __future__ import annotations

import re

from bot.ingest.attribute.cues import Cue, Sort
from bot.ingest.attribute.names import Name
from bot.ingest.attribute.phrases import Phrase, Who

_SAYING = (
    "述べ|語っ|語る|話し|話す|言っ|言う|答え|説明|強調|指摘|主張|訴え|批判|発言|コメント|質問|書い|明らかに"
)
_WHO = r"([^、。「」『』\s]{1,20}?)"
_BEFORE = re.compile(_WHO + r"(?:さん|氏)?(?:は|が)、?[^。「」]{0,40}$")
_BEHIND = re.compile(r"^と、?" + _WHO + rf"(?:さん|氏)?(?:は|が)[^。「」]{{0,20}}?(?:{_SAYING})")
_SAID = re.compile(rf"^と[^。「」]{{0,20}}?(?:{_SAYING})")
_HERALD = re.compile(_WHO + r"(?:さん|氏)?に(?:よると|よれば)、?[^。「」]{0,40}$")

REACH = 80
"""Characters on either side of the marks that are looked at."""


def find_cue(text: str, left: int, right: int) -> Cue | None:
    """The cue for the quotation `text[left:right]`, marks included."""
    before, behind = text[max(0, left - REACH) : left], text[right : right + REACH]
    before = before[before.rfind("。") + 1 :]
    found = _BEHIND.match(behind)
    sort = Sort.AFTER
    if not found:
        found, sort = _HERALD.search(before), Sort.HERALD
    if not found and _SAID.match(behind):
        found, sort = _BEFORE.search(before), Sort.BEFORE
    if not found:
        return None
    name = Name(found[1], body=True)
    return Cue(sort, found[0], Phrase(Who.BODY, found[1], 0, 0, name), True)
