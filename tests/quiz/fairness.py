"""A checker of questions that shares no rule with what makes them: one right answer, and no hint at it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.models import Stance
from bot.quiz.asked import Asked
from bot.quiz.material import Material
from bot.text import fold

TITLES = {"the", "mr", "ms", "mrs", "dr", "of", "and", "in", "president", "minister", "report", "national"}


def unfair(material: Material, asked: Asked) -> list[str]:
    """What is wrong with a question; nothing where it is fair."""
    return [*_form(asked), *CHECKS[asked.mode](material, asked)]


def _form(asked: Asked) -> Iterator[str]:
    options = [fold(choice.text) for choice in asked.choices]
    if not 2 <= len(options) <= 10:
        yield f"{len(options)} options"
    if len(set(options)) < len(options) or "" in options:
        yield "two options are the same, or one is empty"
    if not all(choice.reason for choice in asked.choices):
        yield "an option has no reason"


def _who(material: Material, asked: Asked) -> Iterator[str]:
    """For who-said and who-argued: no option is named in the words."""
    if asked.words is None:
        return  # a question of a pack, asked in its own way
    words = set(re.findall(r"\w+", asked.words.casefold().replace("’s", "")))
    for choice in asked.choices:
        name = set(re.findall(r"\w+", choice.text.casefold().replace("’s", ""))) - TITLES
        if words & {part for part in name if len(part) > 3}:
            yield f"{choice.text} is named"
    if re.search(r"\b(I|me|my|we|our|us)\b", asked.words):
        yield "somebody speaks of themselves"


def _who_said(material: Material, asked: Asked) -> Iterator[str]:
    yield from _who(material, asked)
    if asked.words is None:
        return
    sayers = {
        material.speakers[id].name
        for passage in material.everything
        if fold(passage.text) == fold(asked.words)
        for id in (passage.speaker, *passage.via)
        if id
    }
    wrong = {choice.text for choice in asked.choices if choice != asked.answer}
    if asked.answer.text not in sayers or wrong & sayers:
        yield f"said by {sayers}"


def _who_argued(material: Material, asked: Asked) -> Iterator[str]:
    yield from _who(material, asked)
    held = [claim for claim in material.all_claims if claim.text == asked.words]
    wrong = {choice.text for choice in asked.choices if choice != asked.answer}
    for claim in held:
        if material.speakers[claim.speaker].name != asked.answer.text:
            yield "the claim is another's"
        for relation in material.relations:
            if relation.kind is Stance.AGREE and claim.id in relation.claims:
                others = [one for one in material.all_claims if one.id in relation.claims]
                if wrong & {material.speakers[one.speaker].name for one in others}:
                    yield "a wrong option agrees"


def _when(material: Material, asked: Asked) -> Iterator[str]:
    years = [set(re.findall(r"\d{4}", choice.text)) for choice in asked.choices]
    if asked.words is not None:
        if re.search(r"\b(1[5-9]|20)\d\d\b", asked.words):
            yield "a year stands in the question"
        if len({len(choice.text.split()) for choice in asked.choices}) > 1:
            yield "a date looks different from the others"
    if any(not found for found in years):
        yield "an option without a year"


def _which_document(material: Material, asked: Asked) -> Iterator[str]:
    if asked.words is None:
        return
    holding = {
        material.documents[passage.document].title
        for passage in material.everything
        if fold(passage.text) == fold(asked.words)
    }
    if holding != {asked.answer.text}:
        yield f"stands in {holding}"


def _fill_the_gap(material: Material, asked: Asked) -> Iterator[str]:
    if asked.words is None:
        return
    texts = {passage.text for passage in material.everything}
    filled = {choice.text: asked.words.replace("_____", choice.text) in texts for choice in asked.choices}
    if [text for text, stands in filled.items() if stands] != [asked.answer.text]:
        yield f"stands so: {filled}"
    if re.search(rf"\b{re.escape(asked.answer.text)}\b", asked.words):
        yield "the word stands there again"


def _really_said(material: Material, asked: Asked) -> Iterator[str]:
    if asked.words is None:
        return
    named = asked.prompt.removeprefix("Did ").removesuffix(" say this?")
    sayers = {
        material.speakers[passage.speaker].name
        for passage in material.everything
        if fold(passage.text) == fold(asked.words) and passage.speaker
    }
    truth = "Yes" if named in sayers else "No, somebody else" if sayers else "No, a word"
    if not asked.answer.text.startswith(truth):
        yield f"{named} was asked about, {sayers} said it"


CHECKS = {
    "who-said": _who_said,
    "who-argued": _who_argued,
    "when": _when,
    "which-document": _which_document,
    "fill-the-gap": _fill_the_gap,
    "really-said": _really_said,
}
