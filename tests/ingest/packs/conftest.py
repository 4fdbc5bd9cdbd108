"""A small pack on disk, sound in every line; tests break it in one place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PACK = """\
title = "The bridge"
language = "en"

[[topics]]
id = "tolls"
name = "Tolls"
aliases = ["toll", "charges"]

[[speakers]]
id = "ferryman"
name = "The Ferryman"
aliases = ["Ferryman"]
affiliation = "the ferry"

[[speakers]]
id = "mason"
name = "The Mason"
"""

DOCUMENT = """\
---
document: bridge
title: Who Pays for the Bridge?
authors: [ferryman]
published: 2024-05-02
url: https://example.org/bridge
attributions:
  - passage: bridge#000000000003
    speaker: mason
claims:
  - id: bridge-tolls
    speaker: ferryman
    topic: tolls
    text: Whoever crosses should pay.
    passages: [bridge#000000000001]
  - id: bridge-free
    speaker: mason
    topic: tolls
    text: A bridge that costs is a wall.
    passages: [bridge#000000000003]
relations:
  - kind: disagree
    claims: [bridge-tolls, bridge-free]
events:
  - id: bridge-opens
    start: 1890-06
    end: 1891
    precision: range
    kind: event
    label: The bridge is built
    passages: [bridge#000000000002]
questions:
  - id: bridge-who
    mode: who-argued
    topic: tolls
    prompt: Who calls a paid bridge a wall?
    answer: The Mason
    reason: It is the image of the second letter.
    wrong:
      - {text: The Ferryman, reason: The Ferryman wants tolls.}
      - {text: The Mayor, reason: The Mayor is silent.}
      - {text: The Baker, reason: The Baker is silent.}
notes:
  - text: The letter gives two years for the opening.
    passages: [bridge#000000000002]
---
The letter argues that a bridge should be paid for by those who use it.
"""


@pytest.fixture
def pack_with(tmp_path: Path) -> Callable[..., Path]:
    """Writes the pack with some of its words exchanged; returns the folder of packs."""

    def write(*changes: tuple[str, str]) -> Path:
        texts = {"pack.toml": PACK, "bridge.md": DOCUMENT}
        folder = tmp_path / "packs" / "bridges"
        folder.mkdir(parents=True)
        for old, new in changes:
            assert any(old in text for text in texts.values()), old
            texts = {name: text.replace(old, new, 1) for name, text in texts.items()}
        for name, text in texts.items():
            (folder / name).write_text(text, "utf-8")
        return folder.parent

    return write
