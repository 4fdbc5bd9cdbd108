"""A question as it is asked: whole in itself, so that a reload in the middle of a round changes nothing."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

LETTERS = "ABCDEFGHIJ"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the options. `reason`: why it is right, or why it is wrong."""

    text: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with its options in the order in which they are shown; `right` is the rank of the right one.

    `id` names what is asked, the same in every round: it tells repetitions, reports and cards apart.
    `words` are the words the question is about, without quotation marks: verbatim, or with a gap, or, in
    `really-said`, perhaps altered. `passages` are the keys of the passages that the answer rests on.
    """

    id: str
    mode: str
    prompt: str
    choices: tuple[Choice, ...]
    right: int
    words: str | None = None
    passages: tuple[str, ...] = ()
    speaker: str | None = None
    document: str | None = None

    @property
    def answer(self) -> Choice:
        return self.choices[self.right]


def dumps(asked: Asked) -> str:
    return json.dumps(asdict(asked), ensure_ascii=False, separators=(",", ":"))


def loads(snapshot: str) -> Asked:
    fields = json.loads(snapshot)
    choices = tuple(Choice(**choice) for choice in fields.pop("choices"))
    return Asked(**{**fields, "choices": choices, "passages": tuple(fields["passages"])})
