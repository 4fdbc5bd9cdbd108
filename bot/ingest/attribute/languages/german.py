"""German."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import Language, phrases, words

SAYING = words(
    """
        widerspricht widersprach widersprachen kontert konterte erinnert erinnerte verweist verwies
        lobte beklagt beklagte rügt rügte moniert monierte spottet spottete höhnt höhnte prophezeit
        prophezeite verteidigt verteidigte äußert äußerte murmelte flüsterte schrie brüllte jubelt
        jubelte verlangt verlangte verlangten plädiert plädierte wundert wunderte freut freute zeigt
        zeigte kündigt kündigte kündigten droht drohte schimpft schimpfte bekräftigt bekräftigte gab
        gibt wies weist führte führt fasste urteilt urteilte befand empört scherzt scherzte zitiere
        begann beginnt begannen warf wirft warfen
        zitieren sagt sagte sagten sagen gesagt erklärt erklärte erklärten erklären meint meinte
        meinten betont betonte betonten schreibt schrieb schrieben geschrieben fragt fragte fragten
        antwortet antwortete antworteten warnt warnte warnten fordert forderte forderten kritisiert
        kritisierte kritisierten behauptet behauptete behaupteten berichtet berichtete berichteten
        berichten bestätigt bestätigte bestätigten verspricht versprach versprachen ergänzt ergänzte
        fügt fügte ruft rief riefen spricht sprach sprachen heißt hieß entgegnet entgegnete erwidert
        erwiderte mahnt mahnte mahnten erläutert erläuterte bemerkt bemerkte hebt hob unterstreicht
        unterstrich zitiert zitierte formuliert formulierte verkündet verkündete klagt klagte
        gesteht gestand räumt räumte versichert versicherte teilt teilte stellt stellte appelliert
        appellierte lautet lautete beteuert beteuerte resümiert resümierte twittert twitterte
        konstatiert konstatierte
        """
)
THINKING = words(
    """
        glaubt glaubte glauben hofft hoffte denkt dachte findet fand befürchtet befürchtete
        """
)
NAMING = words(
    """
        nennt nannte nannten bezeichnet bezeichnete bezeichneten beschreibt beschrieb lobt lobte
        """
)
TITLES = words(
    """
        dr dr. prof prof. professor professorin präsident präsidentin vizepräsident vizepräsidentin
        kanzler kanzlerin bundeskanzler bundeskanzlerin minister ministerin bundesminister
        bundesministerin außenminister außenministerin finanzminister finanzministerin
        staatssekretär staatssekretärin abgeordneter abgeordnete bürgermeister bürgermeisterin
        senator senatorin bischof general richter richterin botschafter botschafterin
        bundespräsident bundespräsidentin ministerpräsident ministerpräsidentin kollege kollegin
        alterspräsident innenminister innenministerin verteidigungsminister verteidigungsministerin
        sprecher sprecherin
        """
)
ROLES = words(
    """
        sprecher sprecherin minister ministerin präsident präsidentin kanzler kanzlerin abgeordnete
        abgeordneter experte expertin historiker historikerin autor autorin direktor direktorin
        leiter leiterin chef chefin vorsitzende vorsitzender professor professorin forscher
        forscherin richter richterin anwalt anwältin redner rednerin kollege kollegin bürgermeister
        bürgermeisterin zeuge zeugin mann frau vater mutter freund freundin schriftsteller dichter
        philosoph ökonom ökonomin soziologe soziologin botschafter sekretär staatssekretär beamter
        beamtin arzt ärztin lehrer lehrerin kritiker berichterstatter berichterstatterin
        bundeskanzler bundeskanzlerin außenminister außenministerin bundespräsident
        """
)
BODIES = words(
    """
        regierung bundesregierung ministerium partei fraktion institut universität behörde amt
        bundestag bundesrat kommission rat gericht bundesverfassungsgericht bank unternehmen firma
        verband gewerkschaft stiftung zeitung magazin polizei verein kirche koalition opposition
        union gesellschaft agentur rundfunk sender bundesamt auswärtige ausschuss landtag senat
        """
)
WORKS = words(
    """
        bericht studie gesetz vertrag erklärung brief artikel buch grundgesetz verfassung urteil
        beschluss antrag papier gutachten umfrage strategie koalitionsvertrag entwurf gesetzentwurf
        programm protokoll interview schreiben dokument vermerk
        """
)

GERMAN = Language(
    code="de",
    commonest=words("der die und das nicht ist zu den von mit sich des auf für ein eine dem wir sie"),
    saying=SAYING,
    thinking=THINKING,
    reading=words("zitiere zitieren lese lesen"),
    nouns_too=words(""),
    naming=NAMING,
    heralds=phrases(
        "laut",
        "so",
        "nach angaben von",
        "nach angaben der",
        "nach angaben des",
        "nach den worten von",
        "nach ansicht von",
        "nach ansicht der",
        "nach ansicht des",
        "nach auffassung von",
        "nach auffassung der",
        "nach auffassung des",
        "nach einschätzung von",
        "nach einschätzung der",
        "nach einschätzung des",
        "nach meinung von",
        "nach meinung der",
        "nach meinung des",
        "aus sicht von",
        "aus sicht der",
        "aus sicht des",
        "in den worten von",
        "mit den worten von",
    ),
    trailers=words("zufolge"),
    pronouns={
        "er": "m",
        "sie": "f",
        "es": "n",
        "ich": "1",
        "wir": "1",
        "du": "2",
        "ihr": "2",
    },
    copulas=words("ist war waren sind sei seien wäre wird wurde bleibt als"),
    possessives={"sein": "m", "seine": "m", "ihr": "f", "ihre": "f", "mein": "1", "meine": "1", "unser": "1"},
    utterances=words("worte antwort frage warnung satz bemerkung botschaft rat fazit appell"),
    nobody=words("man jemand niemand einige manche viele andere wer keiner mancher das dies was"),
    determiners=words(
        """
        seinem seinen seiner ihrem ihren ihrer meinem meinen meiner unserem unseren unserer diesem
        diesen einigen mehreren der die das den dem des ein eine einer einem einen eines sein seine
        ihr ihre unser unsere mein meine dieser diese dieses viele einige mehrere
        """
    ),
    joins=words("von der des für vom"),
    breaks=words(
        """
        habe hast habt bin bist sei seien hätte hätten würde würden dürfe dürfen könne können solle
        sollen und oder aber sondern denn dass daß weil wenn als ob obwohl während nachdem bevor ist
        sind war waren sei wäre wird werden wurde wurden hat haben hatte hatten kann können könnte
        muss müssen soll sollte will nicht auch noch nur schon er sie es wir ich ihr man wer was wie
        wo zu nach mit auf über unter gegen ohne durch um bis seit dabei dazu damit deshalb daher
        doch dann jetzt heute gestern morgen hier da so
        """
    ),
    fillers=words(
        """
        habe hast haben hatten bin bist sind war waren sei seien hätte hätten auch noch dann
        daraufhin gestern heute am später bereits dazu schon jedoch dabei zudem selbst einmal immer
        wieder hat hatte haben ist wurde weiter hinzu fort mit zurück
        """
    ),
    objects=words("ihn ihm ihnen uns mich mir dich dir euch"),
    auxiliaries=words("hat habe haben hatte hatten"),
    relatives=words("der die das dem den deren dessen welcher welche"),
    titles={"h.": "", "c.": "", "h.c.": "", "abg.": "", "herr": "m", "herrn": "m", "frau": "f"}
    | {role: "f" if role.endswith("in") else "" for role in ROLES}
    | {title: "f" if title.endswith("in") else "" for title in TITLES},
    roles=ROLES,
    gendered=dict.fromkeys(words("vater bruder sohn onkel mann großvater herr"), "m")
    | dict.fromkeys(words("mutter schwester tochter tante frau großmutter"), "f")
    | {role: "f" for role in ROLES if role.endswith("in")},
    impersonal=words("heißt hieß steht stand"),
    bodies=BODIES,
    works=WORKS,
    negations=words("bestritt bestreitet nicht nie niemals niemand kein keine keiner"),
    modals=words("könnte könnten würde würden dürfte mag möchte kann"),
    subordinators=words("während obwohl als wenn weil da nachdem bevor"),
    supposing=words("angenommen falls wenn gesetzt"),
    terms=words(
        """
        sogenannte sogenannten sogenannter sogenanntes genannt genannte wort wörter begriff begriffe
        ausdruck titel schlagwort motto parole namen name formel stichwort
        """
    ),
    calendar=words(
        """
        montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar februar märz
        april mai juni juli august september oktober november dezember
        """
    ),
    particles=words("von zu der van de und für des & zum vom"),
    that=frozenset(("dass", "daß")),
    demonstratives=words("das dies diese so"),
    drawn=words("stammt stammen zitiert entnommen"),
    sources=words("aus"),
    ofs=words("von des der"),
)
