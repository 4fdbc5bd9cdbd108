"""English."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import Language, phrases, words


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

MEN = words(
    """
        mr mr. sir lord mister king prince father brother congressman chairman duke baron count
        friar
        """
)
WOMEN = words(
    """
        mrs mrs. ms ms. miss madam madame lady dame queen princess sister congresswoman chairwoman
        duchess baroness
        """
)
TITLES = words(
    """
        pastor vicar deacon elder dr dr. prof prof. professor president minister premier secretary
        senator sen sen. representative rep rep. governor gov gov. mayor general gen gen. colonel
        col col. major maj maj. captain capt capt. lieutenant lt lt. sergeant sgt sgt. admiral adm
        adm. commander judge justice chief reverend rev rev. rabbi imam bishop archbishop cardinal
        saint st. pope ambassador chancellor chairperson chair speaker hon hon. honorable honourable
        sheikh ayatollah dean provost councillor councilman councilwoman alderman sheriff emperor
        doctor marshal private corporal constable inspector detective attorney counselor delegate
        commissioner comrade esq secretary-general vice-president director
        """
)

ROLES = words(
    """
        ally defender supporter backer foe detractor fan trader grower fisherman sailor boatman
        shopkeeper neighbour cook baker passer-by bystander onlooker inmate detainee prisoner
        hostage refugee migrant advocate source rival resident harbourmaster captain crew widow
        widower mum mom dad grandma grandpa adviser advisor activist academic actor actress
        administrator advocate aide analyst architect artist assistant associate astronaut athlete
        attendee author bishop boy brother candidate captain cardinal chairman chairwoman chancellor
        chair chairperson chief citizen cleric clerk coach colleague columnist commander commentator
        commissioner congressman congresswoman consul coroner correspondent cousin critic counsel
        councillor daughter dean defendant delegate deputy detective diplomat director doctor driver
        economist editor engineer envoy executive expert farmer father fellow founder friend
        gentleman gentlewoman general geographer geologist girl governor grandfather grandmother
        guest head historian host husband inspector insider interviewer interviewee investigator
        investor journalist judge justice king lady lawmaker lawyer leader lecturer legislator
        lieutenant linguist lord magistrate majority-leader man manager mayor member minister mother
        negotiator neighbor neighbour nephew niece novelist nurse observer officer official operator
        organizer organiser owner painter panelist participant partner passenger pastor patient
        philosopher physician physicist pilot planner poet policeman politician pollster pope
        premier presenter president priest prince princess principal producer professor prophet
        proprietor prosecutor psalmist psychologist queen rabbi reader rector reporter
        representative researcher resident reverend salesman scholar scientist secretary senator
        sergeant sheriff sister skipper sociologist soldier son speaker spokesman spokesperson
        spokeswoman statesman statistician strategist student supervisor surgeon survivor teacher
        technician trader treasurer tutor uncle aunt veteran vice-president victim viceroy villager
        visitor volunteer voter wife witness woman worker writer ambassador opponent proponent
        proposer opposer moderator attorney biographer biologist chemist geneticist meteorologist
        climatologist oceanographer economist demographer theologian archaeologist anthropologist
        """
)
BODIES = words(
    """
        academy administration agency alliance army assembly association authority authorities bank
        board branch bureau cabinet centre center chamber channel church club coalition college
        commission committee commonwealth company confederation conference congress consortium
        convention corporation corps council court department directorate embassy federation firm
        force forum foundation front fund government group guard guild hospital house inquiry
        institute institution jury kremlin league legislature library ministry mission museum navy
        network newspaper ngo office opposition organisation organization panel parliament party
        pentagon police politburo presidency press publisher secretariat senate service society
        staff station team tribunal trust union university workshop watchdog congregation regime
        chancellery gazette guardian herald journal magazine mail mirror news observer paper post
        record standard sun telegraph times tribune weekly daily chronicle courier dispatch examiner
        independent inquirer star outlet broadcaster wire radio television tank school chair
        """
)
WORKS = words(
    """
        maxim log minutes record records file preamble ledger psalm hymn oath act account agreement
        analysis article bill book brief brochure caption chapter charter circular clause code
        column communique communiqué constitution convention covenant creed decision declaration
        decree diary directive document draft editorial email e-mail essay filing finding gospel
        guideline headline indictment inscription law leaflet letter manifesto manual mandate memo
        memoir memorandum message note notice op-ed opinion ordinance pamphlet petition placard plan
        plaque poem policy poll proclamation proposal protocol proverb preface psalm publication
        report resolution review ruling saying scripture sign song statement statute story strategy
        study summary survey testament text transcript treaty tweet verdict website will bible
        banner concept announcement release
        """
)

ENGLISH = Language(
    code="en",
    commonest=words("the of and to that is was for with as his it be by from are this have not"),
    saying=SAYING,
    thinking=THINKING,
    reading=words("quote quoting read reading cite citing recite"),
    nouns_too=words(
        """
        address answer charge claim comment cry demand express hint joke lament murmur object offer
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
        the a an his her its their my our your this that these those some another one no any every
        each both many several two three four five six seven eight nine ten most
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
    relatives=words("who whom whose which that"),
    titles=dict.fromkeys(MEN, "m") | dict.fromkeys(WOMEN, "f") | dict.fromkeys(TITLES, ""),
    roles=ROLES,
    gendered=dict.fromkeys(
        words(
            """
        father grandfather brother son uncle nephew husband man boy king gentleman spokesman widower
        """
        ),
        "m",
    )
    | dict.fromkeys(
        words(
            """
        mother grandmother sister daughter aunt niece wife woman girl queen lady spokeswoman widow
        """
        ),
        "f",
    ),
    impersonal=words(""),
    bodies=BODIES,
    works=WORKS,
    negations=words("not never nobody no-one cannot neither nor"),
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
