"""English verbs of speech, thought and naming, in all their forms."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import words


def forms(*verbs: str) -> frozenset[str]:
    """The regular forms of verbs; one written "say says said saying" brings its own."""
    found: set[str] = set()
    for verb in verbs:
        if " " in verb:
            found.update(verb.split())
        elif verb.endswith("e"):
            found.update((verb, verb + "s", verb + "d", verb[:-1] + "ing"))
        elif verb.endswith("y") and verb[-2] not in "aeou":
            found.update((verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"))
        else:
            hiss = verb.endswith(("s", "sh", "ch", "x"))
            found.update((verb, verb + ("es" if hiss else "s"), verb + "ed", verb + "ing"))
    return frozenset(found)


SAYING = forms(
    *words(
        """
        acknowledge add address admonish advise affirm allege announce answer argue ask assert
        assure attest aver avow bellow boast caution charge chide claim clarify comment complain
        concede conclude confess confide confirm contend counsel counter cry declare decree demand
        deny disclose elaborate emphasise emphasize enthuse exclaim exhort explain express fume
        gripe grumble hint implore indicate insist instruct interject interrupt intone joke lament
        maintain mention mock mourn murmur muse mutter note object observe offer opine ordain plead
        pledge pray preach predict proclaim promise pronounce propose protest quip reaffirm reason
        reassure recall recount reflect reiterate rejoin relate remark remind remonstrate repeat
        reply report respond retort reveal roar scoff scream shout shriek sigh sneer snap specify
        stipulate stress submit suggest surmise sustain taunt tease testify thunder tweet underline
        underscore urge venture vouch vow warn whisper yell observe state post
        """
    ),
    "say says said saying saith",
    "inform informs informed informing provides",
    "record records recorded recording",
    *words("inquire enquire entreat beseech speculate theorize disagree reckon marvel"),
    # of verbs that are nouns too only the forms that no noun has
    "ruled ruling laughed laughing chuckled chuckling smiled smiling shrugged wailed moaned groaned",
    "growled barked boomed commanded chanted estimated forecasted dissented dictated narrated texted",
    "emailed e-mailed blurted croaked nodded grinned summed beamed queried posited",
    "ordered ordering requires required requiring forbids forbade forbidden forbidding prohibits prohibited",
    "beg begs begged begging",
    "sing sings sang sung singing",
    "tell tells told telling",
    "write writes wrote written writing",
    "speak speaks spoke spoken speaking",
    "read reads reading",
    "go goes went going",
    "begin begins began begun beginning",
    "continue continues continued continuing",
    "put puts putting",
    "admit admits admitted admitting",
    "swear swears swore sworn swearing",
    "quote quotes quoted quoting",
    "ask asks asked asking",
    "think thinks thought thinking",
    "teach teaches taught teaching",
    "cite cites cited citing",
    "recite recites recited reciting",
    "rebut rebuts rebutted rebutting",
    "retell retells retold",
    "agree agrees agreed agreeing",
)
THINKING = forms(
    *words(
        """
        believe hope fear suspect expect assume consider doubt guess imagine wonder deem wish want
        regret
        """
    ),
    "think thinks thought thinking",
    "hold holds held holding",
    "feel feels felt feeling",
    "know knows knew known",
    "see sees saw seen seeing",
    "find finds found finding",
)
NAMING = forms(
    *words(
        """
        remember oblige obligate define guarantee authorise authorize empower
        thank congratulate commend blame fault rebuke scold call describe denounce condemn dismiss
        hail praise label brand characterise characterize criticise criticize deride depict decry
        blast castigate reject ridicule laud salute reference invoke judge deplore lambaste defend
        view regard accuse cheer welcome mock portray attack
        """
    ),
    "slam slams slammed slamming",
    "rap raps rapped",
    "liken likens likened likening",
    "term terms termed terming",
    "dub dubs dubbed dubbing",
)
