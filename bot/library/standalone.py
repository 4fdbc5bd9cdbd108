"""Whether a sentence can be read without those around it: whole, and not referring to what is left out.

Rules for English, German and French; in other languages only the form of the sentence tells.
"""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LEAST_WORDS = 5
OPENING = 6  # words at a sentence's beginning that are looked at

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W_]+)?")
_BEGINS = re.compile(r"[\"'“”„«‘(\[]*[^\W_]")
_ENDS = re.compile(r"[.!?…。！？][\"'“”»’)\]]*$")
_SCRIPT_WITHOUT_CASE = re.compile(r"[\u0590-\u1fff\u3040-\u9fff\uac00-\ud7af]")

# words that join a sentence to the one before it, or count on from it
_JOINING = _words(
    """
    accordingly additionally afterwards again also alternatively and anyway besides but consequently
    conversely equally else finally further furthermore hence however indeed instead lastly likewise
    meanwhile moreover namely nevertheless next nonetheless nor or otherwise overall rather
    regardless second secondly similarly so still subsequently then thereafter therefore third
    thirdly though thus too unsurprisingly yet yes no aber allerdings also auch außerdem daher
    dagegen damit danach dann darum dazu dennoch denn deshalb deswegen doch ebenso ferner hingegen
    jedoch nämlich schließlich somit sondern sonst trotzdem und oder zudem ainsi aussi car cependant
    donc enfin ensuite et mais néanmoins or ou pourtant puis toutefois
    """
)
# words that stand for somebody or something named before
_PRONOUNS = _words(
    """
    it its it's it’s itself he him his himself he's he’s she her hers herself she's she’s they them
    their theirs themselves they're they’re they've they’ve er ihm ihn sie ihr ihre ihren ihrer es
    il ils elle elles lui leur leurs
    """
)
_POINTING = _words(
    """
    this these those such dies diese diesem diesen dieser dieses ce cet cette ces cela ceci c'est
    c’est celui celle ceux celles
    """
)
# these point back only as a sentence's first word: "those who hold that ...", "if there is ..."
_POINTING_FIRST = _words(
    "that that's that’s there here both neither either another others same beide beides letztere letzterer"
)
# what points at the time or place of speaking, or forward, needs nothing before it
_NOT_BACK = re.compile(
    r"\b(?:this (?:year|month|week|morning|evening|summer|winter|spring|autumn|century|decade|country"
    r"|nation)|(?:those|these) (?:who|which|of us)|such as|such an? \w+ as)\b",
    re.IGNORECASE,
)
_PHRASES = re.compile(
    r"(?:in (?:addition|contrast|fact|short|sum|other words|turn|particular|response|return|conclusion)"
    r"|by contrast|(?:since|until|by|back) then|if (?:so|not)|on the (?:other|one|contrary)"
    r"|as (?:a result|such|well|mentioned|noted|above|a consequence)|at the same time"
    r"|after all|of course|for (?:example|instance|one thing)|even so"
    r"|that said|what is more|more importantly|to be sure|not only that|the (?:same|former|latter|other"
    r"|others|second|third|result|reason|answer)|one (?:such|reason|example|result|of (?:them|these"
    r"|those))|all (?:of )?(?:this|that|these|those)|im gegenteil|zum beispiel|unter anderem|en effet"
    r"|de plus|en outre|par exemple|par ailleurs|en revanche)\b",
    re.IGNORECASE,
)
# "The board, however, ..." joins as much as "However, the board ...", and so do "The board also ..." and
# "I said that; ..."
_PUT_IN = re.compile(
    r".{1,60}?, (?:however|after all|therefore|though|moreover|too|of course|then|instead|in turn"
    r"|meanwhile|likewise|for (?:example|instance|(?:his|her|its|their) part)|as well|again|nonetheless"
    r"|nevertheless|in other words|by contrast|on the other hand|jedoch|allerdings|dagegen|hingegen"
    r"|cependant|toutefois|en revanche)\b|(?:\S+ ){1,5}also\b"
    r"|.{1,40}\b(?:this|that|these|those)[.;!?]",
    re.IGNORECASE,
)
_FAR_OFF = re.compile(
    r"\b(?:the (?:former|latter)|as (?:mentioned|noted|discussed|described|shown) (?:above|below|earlier"
    r"|before)|(?:see|the) (?:above|below|following)|as follows|(?:these|those) (?:two|three|four)"
    r"|aforementioned)\b",
    re.IGNORECASE,
)
_PAIRS = (("“", "”"), ("«", "»"), ("(", ")"), ("[", "]"))


def stands_alone(text: str) -> bool:
    """Whether a sentence is whole and opens with no reference to what stands before it."""
    return _is_whole(text) and not _points_back(text)


def _is_whole(text: str) -> bool:
    """A full sentence, from a capital (or a script without capitals) to its stop, with its marks in pairs."""
    begins = _BEGINS.match(text)
    if not begins or begins[0][-1].islower() or not _ENDS.search(text):
        return False
    if len(text.split()) < LEAST_WORDS and not _SCRIPT_WITHOUT_CASE.search(text):
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _PAIRS) and (
        text.count('"') % 2 == 0
    )


def _points_back(text: str) -> bool:
    opening = text.lstrip("\"'“”„«‘([ ")
    if _PHRASES.match(opening) or _PUT_IN.match(opening) or _FAR_OFF.search(text):
        return True
    words = _WORD.findall(_NOT_BACK.sub("now", opening[:300]))
    folded = [word.casefold() for word in words]
    if not words or folded[0] in _JOINING | _POINTING_FIRST:
        return True
    if _POINTING & {*folded[:OPENING], *_after_comma(opening)}:
        return True
    place = next((place for place, word in enumerate(folded[:OPENING]) if word in _PRONOUNS), None)
    return place is not None and not _names_somebody(words[:place])


def _after_comma(opening: str) -> set[str]:
    """The first word of the main clause, where another clause or phrase stands before it."""
    before, comma, after = opening.partition(",")
    first = _WORD.match(after.lstrip()) if comma and _first_word(before) in _BEFORE_A_CLAUSE else None
    return {first[0].casefold()} if first else set()


def _first_word(text: str) -> str:
    found = _WORD.match(text)
    return found[0].casefold() if found else ""


def _names_somebody(words: list[str]) -> bool:
    """Whether the words before a pronoun hold what it may stand for.

    "When Adler came, he ..." and "The board said it ..." do; "When he ...", "As a thinker, he ..." and
    "Whoever reads it ..." do not.
    """
    if not words:
        return False
    if words[0].casefold() in _BEFORE_A_CLAUSE | _NOBODY:
        return any(word[0].isupper() for word in words[1:])
    return True


_NOBODY = _words(
    """
    i we you who whoever nobody everybody everyone somebody someone anybody anyone none one all each most some
    many few several much more ich wir du jeder niemand je nous vous on chacun personne
    """
)


_BEFORE_A_CLAUSE = _words(
    """
    after although and as at because before by despite during even for from given if in like of on
    once only perhaps since through to under unless until what when whenever where whereas whether
    while why with without als bei da damit nach obwohl ob seit während weil wenn mit ohne après
    avec comme dans depuis lorsque malgré parce pendant puisque quand sans selon si
    """
)
