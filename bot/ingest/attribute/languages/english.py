"""English."""

from __future__ import annotations

from bot.ingest.attribute.languages.english_nouns import BODIES, MEN, ROLES, TITLES, WOMEN, WORKS
from bot.ingest.attribute.languages.english_verbs import NAMING, SAYING, THINKING
from bot.ingest.attribute.languages.language import Language, phrases, words

ENGLISH = Language(
    code="en",
    commonest=words("the of and to that is was for with as his it be by from are this have not"),
    saying=SAYING,
    thinking=THINKING,
    reading=words("quote quoting read reading cite citing recite"),
    nouns_too=words(
        """
        address answer record charge claim comment cry demand express hint joke lament murmur object offer
        pledge promise protest quip reason remark reply report roar scream shout shriek sigh sneer
        snap state stress tease taunt thunder tweet urge venture vow whisper yell post caution
        counsel counter decree bellow boast mention mock note quote boast blast praise welcome cheer
        label brand term attack view regard blame fault doubt hope fear guess wish wonder regret
        """
    ),
    naming=NAMING,
    heralds=phrases(
        "according to",
        "in the words of",
        "in the phrase of",
        "to quote",
        "quoting",
        "as told by",
        "to borrow from",
        "to borrow a phrase from",
        "to borrow a line from",
        "to paraphrase",
        "to echo",
        "per",
    ),
    trailers=words(""),
    pronouns={
        "he": "m",
        "she": "f",
        "it": "n",
        "they": "p",
        "i": "1",
        "we": "1",
        "you": "2",
        "him": "m",
        "her": "f",
        "them": "p",
        "me": "1",
        "us": "1",
    },
    copulas=words("is was were are be been being become became remain remains remained not would as"),
    possessives={"his": "m", "her": "f", "its": "n", "their": "p", "my": "1", "our": "1", "your": "2"},
    utterances=words(
        """
        words word answer reply response message motto advice warning verdict statement remark
        comment argument claim assertion warning insistence suggestion declaration complaint belief
        fear line question point conclusion plea appeal promise observation explanation advice creed
        description characterization characterisation portrayal
        opinion view doctrine conviction hope saying dictum boast lament joke threat pledge vow refrain
        admission confession prayer prediction quip retort rule maxim judgment judgement
        """
    ),
    nobody=words(
        """
        some one someone somebody anyone anybody everyone everybody nobody none many others most few
        people folks who whoever there what nothing something everything this that these those
        another whatever no-one here
        """
    ),
    determiners=words(
        """
        recent former current previous latest the a an his her its their my our your this that these
        those some another one no any every each both many several two three four five six seven
        eight nine ten most
        """
    ),
    joins=words("of for at in from on with to"),
    breaks=words(
        """
        let and or but nor yet so that when while as because although though if unless since until
        after before where whereas than then is are was were be been being am do does did has have
        had having will would can could shall should may might must not by about against between
        into through over under during without within upon toward towards among amid despite like
        near across behind beyond via whether why how what who whom whose which it he she they we i
        you him them us me there here also too just only even still again ever never always often
        perhaps indeed however therefore moreover meanwhile instead thus hence yesterday today
        tomorrow tonight now once ago later earlier recently already soon out up down off
        """
    ),
    fillers=words(
        """
        meanwhile however instead indeed too also has have had later then once again repeatedly
        recently often always famously simply just bluntly publicly privately angrily quietly
        himself herself itself themselves is was were been be even still now thus already never not
        did does do would will could might may can should must told to on went used 'd 've 'll 're
        'm goes go immediately further both all soon first since rightly wrongly only reportedly
        allegedly are being ever reply response turn part today yesterday loudly clearly explicitly
        openly explicitly gently finally actually really specifically initially previously
        subsequently similarly therefore
        """
    ),
    objects=words("him her them us me"),
    auxiliaries=words(""),
    relatives=words("who whom whose which that"),
    titles=dict.fromkeys(MEN, "m") | dict.fromkeys(WOMEN, "f") | dict.fromkeys(TITLES, ""),
    roles=ROLES,
    gendered=dict.fromkeys(
        words(
            """
        father grandfather brother son uncle nephew husband man boy king gentleman spokesman widower
        dad daddy grandpa granddad papa stepfather godfather
        """
        ),
        "m",
    )
    | dict.fromkeys(
        words(
            """
        mother grandmother sister daughter aunt niece wife woman girl queen lady spokeswoman widow
        mum mom mama grandma granny stepmother godmother
        """
        ),
        "f",
    ),
    impersonal=words(""),
    bodies=BODIES,
    works=WORKS,
    negations=words("deny denies denied denying not never nobody no-one cannot neither nor"),
    modals=words("might may could would should can"),
    subordinators=words("while although though when if because since after before unless whereas"),
    supposing=words("suppose supposing imagine imagining if unless hypothetical hypothetically"),
    terms=words(
        """
        so-called called term terms word words phrase slogan label labels expression concept notion
        headline headlined titled entitled dubbed termed named nicknamed known motto title doctrine
        tag moniker called nickname buzzword styled labelled labeled branded
        """
    ),
    calendar=words(
        """
        monday tuesday wednesday thursday friday saturday sunday january february march april may
        june july august september october november december
        """
    ),
    particles=words("of the and de la le du van von der den bin ibn al el da di dos das y ter & for"),
    that=frozenset(("that",)),
    demonstratives=words("this these those that so thus such"),
    drawn=words(
        """
        taken quoted drawn excerpted cited adapted translated extracted come comes came reproduced
        """
    ),
    sources=words("from"),
    ofs=words("of"),
)
