"""English titles, and nouns for persons, bodies and texts."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import words

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
        enemy marshal master mistress ancient adversary objector sceptic skeptic apologist
        contemporary successor predecessor follower disciple admirer mentor pupil apprentice roommate
        landlord tenant teenager bride groom teammate classmate caller listener viewer customer client
        shepherd miner welder carpenter plumber electrician mechanic waiter waitress bartender barber
        grocer butcher merchant banker accountant auditor regulator steward porter firefighter fireman
        paramedic rescuer ranger warden guard bodyguard translator interpreter librarian curator
        archivist gardener chef dealer broker contractor developer builder planner surveyor
        campaigner protester demonstrator striker unionist reformer dissident exile defector rebel
        insurgent militant extremist conservationist environmentalist ecologist biochemist astronomer
        mathematician psychiatrist dentist pharmacist midwife epidemiologist virologist
        lexicographer essayist playwright dramatist critic reviewer composer singer musician conductor
        sculptor photographer filmmaker blogger broadcaster anchor commentator satirist humorist
        magnate tycoon entrepreneur industrialist landowner homeowner commuter motorist cyclist hiker
        parent granddad daddy papa mama granny grandson granddaughter stepfather stepmother godfather
        godmother fiancé fiancee companion kinsman ancestor elder chaplain nun monk abbot
        missionary preacher congregant teammate goalkeeper striker manager trainer referee umpire
        lieutenant-governor undersecretary vice-chair vice-chairman co-author co-founder coauthor
        co-chair cofounder whistleblower informant suspect convict plaintiff petitioner respondent
        juror bailiff solicitor barrister magistrate ombudsman
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
        certificate permit prospectus advertisement glossary regulation provision guidance
        standard contract lease licence license bylaw entry footnote guide
        handbook textbook encyclopedia encyclopaedia dictionary almanac affidavit deposition testimony
        warrant lawsuit evaluation audit assessment dossier cable telegram postcard epitaph
        tombstone billboard poster exhibit questionnaire newsletter
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
