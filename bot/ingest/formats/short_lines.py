"""Lines that stay lines: verse, signatures and addresses are broken on purpose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest.mapped import Mapped

_SHORT = 45  # characters
_ENDS = re.compile(r"[.?!…;][\"'”’»)*_]*$")


def are_lines(lines: Sequence[Mapped]) -> bool:
    """Whether lines in a row end nothing and are all short, as no paragraph's are."""
    texts = [line.text.strip() for line in lines]
    return len(texts) > 1 and all(0 < len(text) <= _SHORT and not _ENDS.search(text) for text in texts)
