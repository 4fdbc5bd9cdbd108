"""Verbs of speech, whose they are, and whether they say that somebody really spoke."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.ingest.attribute.languages import Language
from bot.ingest.attribute.phrases import FARTHEST, Phrase, Who, phrase_after, phrase_before, sentence_subject
from bot.ingest.attribute.tokens import Token

CONJUNCTIONS = frozenset(("and", "but", "while", "that", "or", "then", "und", "aber", "et", "mais", "denn"))
PLURAL = frozenset(("people", "police", "men", "women", "children", "many", "others", "most", "few", "never"))
HEARING = frozenset(("hear", "heard"))
BE = frozenset(("was", "were", "been", "is", "being", "be"))


def is_verb(tokens: Sequence[Token], place: int, language: Language) -> bool:
    """Whether a word with the form of a verb of speech is one: "the report", "Ms. Adler's claim" are not."""
    token = tokens[place]
    low = token.low.replace("-t-", "-").partition("-")[0]
    if low in ("has", "had") and [t.low for t in tokens[place + 1 : place + 2]] == ["it"]:
        return place + 2 < len(tokens) and tokens[place + 2].low in (",", ":", *language.that)
    if not (low in language.saying or low in language.naming or low in language.thinking):
        return False
    if place == 0:
        return True
    before = tokens[place - 1].low
    if token.is_capital or (before == "'s" and place > 1 and tokens[place - 2].low not in language.pronouns):
        return False
    if before in language.determiners - language.nobody and before not in language.pronouns:
        return False
    if before == "such" or (low in language.nouns_too and place > 1 and tokens[place - 2].low in ("a", "an")):
        return False  # "a one-word answer"
    bare = place < 2 or tokens[place - 2].low not in language.determiners - language.that
    if low == "states" and before in language.roles and bare:
        return False  # "that member states"
    following = tokens[place + 1] if place + 1 < len(tokens) else None
    leads = following is not None and (following.text in (",", ":") or following.low == "out")
    if low in language.nouns_too and not leads and not _may_precede(tokens[place - 1], language):
        return False
    if (
        low in language.works
        and before != "as"
        and tokens[place - 1].is_word
        and following
        and following.is_word
    ):
        return following.low in language.that or tokens[place - 1].low in language.pronouns
    return True


def _may_precede(before: Token, language: Language) -> bool:
    """Whether a bare "claim" behind this word is a verb: "they claim", "to claim", "officials claim"."""
    if before.low in BE or before.low in language.joins - {"to"}:
        return False
    known = (
        before.low in language.pronouns or before.low in language.fillers or before.low in language.relatives
    )
    return (
        known or not before.is_word or before.is_capital or before.low.endswith("s") or before.low in PLURAL
    )


def verbs_in(tokens: Sequence[Token], start: int, end: int, language: Language) -> list[int]:
    """The places of verbs of speech from `start` up to `end` or the next quotation."""
    found: list[int] = []
    for place in range(start, end):
        if tokens[place].is_quotation:
            break
        if is_verb(tokens, place, language):
            found.append(place)
    return found


def verb_from(tokens: Sequence[Token], start: int, language: Language, reach: int) -> int | None:
    """The verb at `start` or behind the auxiliaries and adverbs there."""
    for place in range(start, min(len(tokens), start + reach)):
        if is_verb(tokens, place, language):
            return place
        if tokens[place].low not in language.fillers:
            return None
    return None


def subject_of(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """Whose verb it is: who stands before it, behind a "by", or whose the verb before it was."""
    if tokens[verb].low in language.impersonal:
        return _out_of(tokens, verb, language)
    by = next((n for n in range(verb + 1, min(len(tokens), verb + 4)) if tokens[n].low == "by"), None)
    if by is not None and (
        (by == verb + 1 and tokens[verb].low in language.naming)
        or (verb and tokens[verb - 1].low in (*BE, "it"))
    ):
        return phrase_after(tokens, by + 1, language)
    if verb > 1 and tokens[verb - 1].low == "as" and tokens[verb].low.endswith("ing"):
        return _quoted(tokens, verb, by, language)
    behind = tokens[verb - 2] if verb > 1 and not tokens[verb - 1].is_word else None
    if not verb or tokens[verb - 1].is_quotation or (behind and behind.is_quotation):
        phrase = phrase_after(tokens, verb + 1, language)  # “...,” said X, “...”
        if phrase and phrase.who is not Who.THING:
            return phrase
        if not tokens[verb].low.endswith("ing"):
            return sentence_subject(tokens[:verb], language)  # X, in his “Book,” argues
    if verb and tokens[verb - 1].low in BE and is_hearing(tokens[verb].low):
        return None
    if verb and tokens[verb - 1].text == ",":
        aside = _put_between(tokens, verb, language)
        if aside:
            return aside
        if tokens[verb].low.endswith("ing"):
            return earlier(tokens, verb, language)
    phrase = phrase_before(tokens, verb, language)
    if language.auxiliaries:
        phrase = _with_auxiliary(tokens, verb, language) or phrase
    beside = phrase and _is_beside(tokens, phrase, language)
    if phrase and beside:
        # "the report before us reads", "a petition signed by hundreds demands"
        about = sentence_subject(tokens[:verb], language)
        if about and about.who is not Who.THING and _is_one_clause(tokens, about.end, verb, language):
            return about
    if phrase and phrase.who is not Who.THING and not beside:
        return phrase
    speaks = tokens[verb].low in language.saying
    if phrase and speaks and tokens[phrase.start].low in language.determiners and not beside:
        return replace(phrase, who=Who.ROLE)  # an unknown noun that speaks is somebody: "the foreman"
    before = tokens[verb - 1].low if verb else ""
    if before in CONJUNCTIONS and any(token.low == "to" for token in tokens[max(0, verb - 4) : verb]):
        return None  # "efforts to blame and portray"
    if tokens[verb].low.endswith("ing") or before in CONJUNCTIONS or before in ("d'", "de"):
        return earlier(tokens, verb, language) or phrase
    return phrase


def _put_between(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """There was, said one envoy, no plan: the verb and its subject stand between commas."""
    if tokens[verb].low.endswith("ing") or (
        verb + 1 < len(tokens) and tokens[verb + 1].low in language.objects
    ):
        return None
    phrase = phrase_after(tokens, verb + 1, language)
    if phrase is None or phrase.who is Who.THING or phrase.start != verb + 1:
        return None
    behind = tokens[phrase.end] if phrase.end < len(tokens) else None
    return phrase if behind and behind.text == "," and verb > 2 else None


def is_hearing(low: str) -> bool:
    """Whether a verb in the passive leaves its subject listening: "they were told"."""
    return low in (
        "told",
        "asked",
        "urged",
        "advised",
        "reminded",
        "warned",
        "instructed",
        "assured",
        "informed",
    )


def _with_auxiliary(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """Gestern hat der Minister im Haus gesagt: the subject stands at the auxiliary, the verb at the end."""
    for place in range(verb - 1, max(-1, verb - FARTHEST), -1):
        if tokens[place].text in (":", ";") or tokens[place].is_quotation:
            return None
        if tokens[place].low in language.auxiliaries:
            before = phrase_before(tokens, place, language) if place else None
            if before and before.who is not Who.THING:
                return before
            return phrase_after(tokens, place + 1, language)
    return None


def _out_of(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """In seinem Brief heißt es: the text that the words stand in."""
    for place in range(max(0, verb - FARTHEST), min(len(tokens) - 1, verb + 4)):
        if tokens[place].low in ("in", "im"):
            phrase = phrase_after(tokens, place + 1, language)
            if phrase and phrase.who in (Who.WORK, Who.BODY):
                return phrase
    return None


def _is_beside(tokens: Sequence[Token], phrase: Phrase, language: Language) -> bool:
    """Whether what stands before a verb can hardly be its subject: "us", "hundreds of listeners"."""
    if phrase.text.casefold() in language.objects:
        return True
    if (
        phrase.start > 1
        and tokens[phrase.start - 1].low == "by"
        and tokens[phrase.start - 2].low.endswith("ed")
    ):
        return True  # "a petition signed by hundreds"
    first = tokens[phrase.start]
    return phrase.who is Who.THING and first.low not in language.determiners and not first.is_capital


def _is_one_clause(tokens: Sequence[Token], start: int, end: int, language: Language) -> bool:
    """Whether nothing between a subject and its verb begins a clause of its own."""
    return not any(
        token.text in (",", ";", ":") or token.is_quotation or token.low in CONJUNCTIONS
        for token in tokens[start:end]
    )


def _quoted(tokens: Sequence[Token], verb: int, by: int | None, language: Language) -> Phrase | None:
    """The paper quoted X as saying; X was quoted (by the paper) as saying."""
    place = verb - 2
    while place > 0 and not is_verb(tokens, place, language) and tokens[place].low not in BE:
        place -= 1
        if verb - place > FARTHEST:
            return None
    if place > 0 and tokens[place - 1].low in (*BE, "has"):
        return phrase_before(tokens, place, language)
    return phrase_before(tokens, verb - 1, language)


def earlier(tokens: Sequence[Token], verb: int, language: Language) -> Phrase | None:
    """The subject of the verb of speech before this one; else of the sentence."""
    for place in range(verb - 1, max(-1, verb - FARTHEST), -1):
        if not is_verb(tokens, place, language):
            continue
        if place and tokens[place - 1].is_quotation:
            return phrase_after(tokens, place + 1, language)
        phrase = phrase_before(tokens, place, language)
        if phrase is None and any(token.is_quotation for token in tokens[max(0, place - 3) : place]):
            phrase = phrase_after(tokens, place + 1, language)  # “...”, a déclaré X, avant d'ajouter
        if phrase and phrase.who is not Who.THING:
            return phrase
    return sentence_subject(tokens[:verb], language)


def is_shared(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether somebody else speaks too: "X, and her deputy, Y, said"; the text of a group names both."""
    before = [token.low for token in tokens[max(0, phrase.start - 8) : phrase.start]]
    joined = any(pair in ((",", "and"), (",", "und"), (",", "et")) for pair in pairwise(before))
    behind = tokens[phrase.end].low if phrase.end < len(tokens) else ""
    return joined or (behind in ("and", "und", "et") and phrase.who is Who.PERSON)


def is_idle(tokens: Sequence[Token], start: int, verb: int, phrase: Phrase, language: Language) -> bool:
    """Whether the sentence denies, supposes or merely allows that anybody said it."""
    if phrase.who is Who.NOBODY or tokens[verb].low in language.negations:
        return True
    if tokens[start].low == "who" and any(token.low in language.modals for token in tokens[start:verb]):
        return True  # "Who would go home and say"
    if phrase.who is Who.PRONOUN and phrase.gender == "n" and verb and tokens[verb - 1].low in BE:
        return True  # it will be said
    nearest = max(start, verb - 4)
    if verb and tokens[verb - 1].text == "," and tokens[verb].low.endswith("ing"):
        nearest = verb  # "she denied it, calling it": only the first is denied
    places = {*range(nearest, verb), *range(max(start, phrase.start - 2), phrase.start)}
    if any(tokens[place].low in HEARING for place in places):
        places = set()  # "I could hear her say"
    around = [tokens[place].low for place in places if tokens[place].text != "May"]
    if any(low in language.negations or low.endswith("n't") for low in around):
        return True
    front = tokens[phrase.start - 1] if phrase.start else None
    if front and front.low in ("had", "were", "should") and (phrase.start == 1 or front.is_capital):
        return True  # "Had she said"
    if any(token.low in language.supposing for token in tokens[max(start, phrase.start - 4) : phrase.start]):
        return True
    if any(low in ("might", "may", "could") for low in around):
        return True
    # a habit ("she would always say") is somebody's; a mere possibility is nobody's
    return any(low in language.modals for low in around) and phrase.who in (Who.OTHER, Who.THING)
