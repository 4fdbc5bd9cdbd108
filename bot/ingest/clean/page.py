"""The parts of a web page or print that are not its text, told by their shape."""

from __future__ import annotations

import re

from bot.ingest.clean.draft import Part, finished, punctuated
from bot.ingest.shapes import Kind

_RELATED = re.compile(
    r"(?:more (?:work |stories |news |articles |coverage |posts |reading )?(?:from|by|on|in|about)\b"
    r"|more in\b|related\b|recommended\b"
    r"|(?:what to )?read (?:more|next|also|on)\b|also read\b|keep reading\b|continue reading\b"
    r"|further reading\b|up next\b|next up\b"
    r"|you (?:may|might) (?:also )?(?:like|be interested)|trending\b|most (?:read|popular|viewed"
    r"|recent)\b|latest\b|popular\b|don't miss|don’t miss"
    r"|editors?['’]s? picks?\b|top stories\b|see also:?$|other (?:articles|posts|stories)\b"
    r"|previous (?:article|post)|next (?:article|post)"
    r"|lire aussi\b|à lire\b|sur le même (?:sujet|thème)|les plus lus|mehr zum thema|weitere artikel"
    r"|lesen sie auch|das könnte sie|meistgelesen"
    r"|show (?:more|less)\b)",
    re.I,
)
_READ_MORE = re.compile(
    r"(?:keep reading|continue reading|read more|read the full|lire la suite|weiterlesen|mehr lesen"
    r"|leer más|show less)",
    re.I,
)
_SUBSCRIBE = re.compile(
    r"(?:subscribe\b|sign up\b|newsletter\b|get (?:more |the |our )|join (?:our|the|us)\b|follow us\b"
    r"|support (?:our|us)\b|donate\b"
    r"|become a (?:member|subscriber)|abonnez|inscrivez|s'inscrire|s’inscrire|abonnieren"
    r"|jetzt abonnieren|advertisement\b|publicité$|anzeige$"
    r"|enjoying this|thank you for (?:reading|subscribing)|want more\b)",
    re.I,
)
_BUTTON = re.compile(
    r"(?:share(?: this)?(?: (?:on|via|article|story|post))?\b.{0,40}|link copied!?|copy link"
    r"|print(?: this)?(?: (?:page|article))?|e-?mail(?: this)?|tweet|facebook|twitter"
    r"|linkedin|whatsapp|pinterest|reddit|save|listen(?: to this article)?.{0,20}|log ?in|sign in|menu"
    r"|search|home|skip to (?:main )?content|back to top|top|cookies?"
    r"|accept(?: all)?(?: cookies)?|comments?(?: \(\d+\))?|\d+ comments?|leave a (?:comment|reply)"
    r"|reply|like|follow|download(?: (?:the )?pdf)?|view (?:all|more)"
    r"|temps de lecture.{0,20}|lesezeit.{0,20}|\d+ min(?:ute)?s?(?: read)?|reading time.{0,20}"
    r"|contribuer|réagir"
    r"|réutiliser ce contenu|envoyer par.{0,20}|article réservé aux abonnés|subscribers? only"
    r"|offrir l.article"
    r"|partager.{0,30}|imprimer|commenter|commentaires?(?: \(\d+\))?|teilen|drucken|kommentare?"
    r"|facebook ?twitter.*|click here.*|×|✕|›|»|\||▶)$",
    re.I,
)
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s|copyright\s*(?:©|\(c\)|\d{4}|by\b)|&copy;)|.{0,120}\b(?:all rights reserved"
    r"|tous droits réservés"
    r"|alle rechte vorbehalten)",
    re.I,
)
_TAGS = re.compile(
    r"(?:tags?|topics?|keywords?|filed under|categor(?:y|ies)|themen|schlagwörter|mots[- ]clés"
    r"|posted in|in this story)\s*:",
    re.I,
)
_NOTE = re.compile(
    r"[(\[*_]{0,2}(?:correction|clarification|editor['’]s note|editors['’] note|erratum"
    r"|anmerkung der redaktion|note de la rédaction)"
    r"\b[^.]{0,40}:",
    re.I,
)
_WRITE = re.compile(r"\b(?:write to|e-?mail|contact|reach|send|letters?)\b.{0,80}\S@\S+\.\w", re.I)
_EDITED = re.compile(
    r"(?:this page was last|our standards:|a version of this (?:article|essay|piece)|last (?:edited"
    r"|modified)"
    r"|diese seite wurde zuletzt"
    r"|retrieved from)\b",
    re.I,
)
_GLUED = re.compile(r"[a-zà-ÿ][A-ZÀ-Þ][a-zà-ÿ]")
_CREDIT = re.compile(
    r"(?:photo(?:graph|s)?|image|video|picture|illustration|graphic|source|credit|courtesy|foto|bild"
    r"|quelle|crédits?|infografik|audio|map|caption|figure)s?"
    r"(?:\s*(?:by|courtesy|credits?|:|via|from|of|/|–|-)|\s*©)",
    re.I,
)
_AGENCY = re.compile(
    r"\b(?:getty(?: images)?|reuters|shutterstock|afp|ap photo|associated press|wikimedia(?: commons)?"
    r"|flickr|istock|unsplash|alamy|epa|dpa|bloomberg"
    r"|pixabay|pexels|adobe stock|creative commons|public domain|cc[- ]by)\b",
    re.I,
)
_WIRE = re.compile(r"\((?:reporting|additional reporting|writing|editing)\b.{0,200}\)$", re.I)
_PARENTHESIS = re.compile(r"\(\s*[A-ZÀ-Þ][^()\d]{3,60}\)\.?$")
_VIEWS = re.compile(
    r"\bviews?\b.{0,80}\b(?:author|writer|own|not necessarily|do not)\b|does not (?:take|hold|represent"
    r"|reflect)\b.{0,60}\b(?:positions?|views?|opinions?)\b"
    r"|\bopinions? expressed\b|not necessarily (?:reflect|represent)",
    re.I,
)
# in the middle of a text only the set phrases count: people hold views of their own there
_VIEWS_EXPRESSED = re.compile(
    r"\b(?:views?|opinions?)\b.{0,40}\b(?:expressed|represented|presented)\b.{0,60}\b(?:author|writer"
    r"|own|not necessarily|do not)\b",
    re.I,
)
_LETTER = re.compile(r"\b(?:newsletter|subscri\w+|sign up|inbox|abonn\w+)\b", re.I)
_ABOUT = re.compile(
    r"(?:about (?:the )?[\w|&.' -]{2,50}|über (?:den|die) autor\w*|à propos(?: de l['’]auteur)?"
    r"|author(?:s|'s|’s)? (?:bio|note)\w*|note on contributors?)$",
    re.I,
)
_BULLET = re.compile(r"[•‣▪●◦·∙*–>»-]\s*\S")


def related(text: str) -> bool:
    """Whether a line heads a list of other articles."""
    return len(text) <= 100 and not finished(text) and bool(_RELATED.match(text)) and not related_line(text)


def related_line(text: str) -> bool:
    """ "Read also: The bridge that never was": a link to one other article in the middle of the text."""
    short = len(text) <= 200 and not text.endswith(".")
    return short and bool(_RELATED.match(text)) and bool(re.search(r":\s+\S", text[:60]))


def read_more(text: str) -> bool:
    return len(text) <= 60 and not finished(text.rstrip(".…")) and bool(_READ_MORE.match(text))


def chrome(part: Part, *, at_edge: bool = False) -> str | None:
    """Why a part is none of the running text, if its shape tells.

    `at_edge`: it stands before or after the text, where more is believed of it.
    """
    text = part.words
    size = len(text)
    if part.kind is Kind.ASIDE:
        return "copyright" if size <= 250 and _COPYRIGHT.match(text) else "navigation"
    if part.kind is Kind.CAPTION:
        return "caption"
    if part.kind is Kind.FOOTNOTE:
        return "footnote"
    if size <= 70 and _BUTTON.match(text) and (not finished(text) or len(text.split()) <= 3):
        return "button"
    if size <= 250 and _COPYRIGHT.match(text):
        return "copyright"
    if size <= 500 and _NOTE.match(text):
        return "editor's note"
    if at_edge and size <= 200 and _WRITE.search(text):
        return "newsletter"
    if size <= 200 and _EDITED.match(text):
        return "page furniture"
    if size <= 200 and _TAGS.match(text):
        return "tags"
    if (
        size <= 200
        and not finished(text)
        and len(_GLUED.findall(text)) >= (1 if at_edge and size < 60 else 2)
    ):
        return "tags"
    if _WIRE.match(text):
        return "byline"
    if related_line(text):
        return "teaser"
    if is_credit(text):
        return "credit"
    if is_caption(text):
        return "caption"
    asks = _SUBSCRIBE.match(text) and (at_edge or not finished(text) or _LETTER.search(text))
    if asks and size <= (400 if at_edge else 100):
        return "newsletter"
    if size < 500 and (_VIEWS if at_edge else _VIEWS_EXPRESSED).search(text):
        return "disclaimer"
    return None


def is_credit(text: str) -> bool:
    """ "Photo: ...", "Name / Agency": who made a picture."""
    if len(text) > 120 or finished(text):
        return False
    short = len(text.split()) <= 8
    return bool(_CREDIT.match(text)) or (
        short and bool(_AGENCY.search(text)) and ("/" in text or len(text.split()) <= 3)
    )


def is_caption(text: str) -> bool:
    """A phrase that ends with its credit in parentheses, or with an agency's name."""
    if len(text) > 400 or punctuated(text.rstrip(")")):
        return False
    credited = _PARENTHESIS.search(text)
    return (bool(credited) and not finished(text) and len(text.split()) >= 5) or (
        bool(_AGENCY.search(text[-60:])) and "/" in text[-40:]
    )


def is_about(text: str) -> bool:
    return len(text) <= 70 and not finished(text) and bool(_ABOUT.match(text))


def is_link_item(part: Part) -> bool:
    """An entry of a menu or list of links: a bullet and a few words that end nothing."""
    return len(part) <= 90 and not punctuated(part.words) and bool(_BULLET.match(part.words))
