"""French."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import Language, phrases, words

SAYING = words(
    """
        sourit sourient rit riait prévoit prévoient stipule interrogé interrogée exclamé exclamée dispose
        ajouter déclarer expliquer préciser conclure lancer souligner répondre dénoncent regrettent
        craignent demandent réclame réclament réclamé expliquent racontent rappellent soulignent
        déplore déplorent déploré évoque évoqué évoquait parle parlé salue salué fustige fustigé
        critique critiqué juge jugé exige exigent espère ironise plaisante souffle murmure crie
        hurle chuchote proteste témoigne détaille cite citons citait dit disent disait disaient dire
        déclare déclaré déclarait déclarent affirme affirmé affirmait affirment explique expliqué
        expliquait expliquent ajoute ajouté ajoutait estime estimé estimait estiment souligne
        souligné soulignait assure assuré assurait précise précisé précisait écrit écrivait écrivent
        répond répondu répondait demande demandé demandait raconte raconté racontait confie confié
        confiait note noté notait rappelle rappelé rappelait martèle martelé lance lancé lançait
        conclut concluait poursuit poursuivi poursuivait prévient prévenu prévenait promet promis
        promettait regrette regretté regrettait reconnaît reconnu reconnaissait insiste insisté
        insistait indique indiqué indiquait annonce annoncé annonçait constate constaté dénonce
        dénoncé dénonçait plaide plaidé s'exclame s'interroge tonne observe observé résume résumé
        soutient soutenu prétend prétendu rapporte rapporté admet admis avoue avoué glisse glissé
        commente commenté reprend repris renchérit renchéri rétorque rétorqué réplique répliqué
        inquiète indigne félicite étonne agace désole réjouit alarme enthousiasme amuse emporte
        défend justifie soupire titre titrait lit-on répété répète répétait confirmé confirme
        résumait dit-on
        """
)
THINKING = words("croit croyait pense pensait espère espérait craint craignait juge jugeait")
NAMING = words(
    """
        appelle appelait appelé qualifie qualifié qualifiait décrit décrivait nomme nommé
        """
)
ROLES = words(
    """
        capitaine mairesse batelier batelière pêcheur pêcheuse marin boulanger boulangère commerçant
        commerçante agriculteur agricultrice éleveur éleveuse retraité retraitée passant passante
        ministre président présidente directeur directrice porte-parole historien historienne
        économiste sociologue chercheur chercheuse professeur professeure avocat avocate député
        députée sénateur sénatrice maire auteur autrice auteure journaliste responsable chef cheffe
        expert experte médecin témoin habitant habitante voisin voisine écrivain philosophe
        secrétaire ambassadeur ambassadrice conseiller conseillère procureur juge policier militant
        militante élu élue patron patronne père mère fils fille mari femme oncle tante grand-père
        grand-mère frère sœur ami amie fondateur fondatrice spécialiste géographe analyste diplomate
        étudiant étudiante enseignant enseignante climatologue hydrologue ingénieur ingénieure
        """
)
BODIES = words(
    """
        ministère gouvernement institut université agence parti assemblée sénat commission conseil
        cour banque entreprise syndicat association fondation journal quotidien hebdomadaire
        magazine police préfecture mairie parlement union organisation observatoire centre comité
        ong rédaction collectif fédération
        """
)
WORKS = words(
    """
        rapport étude loi traité déclaration lettre article livre constitution jugement décret
        communiqué texte sondage note document avis arrêt tribune manifeste accord
        """
)

FRENCH = Language(
    code="fr",
    commonest=words("le la les de des et est un une du en que qui dans pour il au pas sur plus"),
    saying=SAYING,
    thinking=THINKING,
    reading=words("cite citons lis lire"),
    nouns_too=words(""),
    naming=NAMING,
    heralds=phrases(
        "selon",
        "d' après",
        "comme le résume",
        "comme le souligne",
        "pour",
        "aux yeux de",
        "à en croire",
        "comme le dit",
    ),
    trailers=words(""),
    pronouns={
        "il": "m",
        "elle": "f",
        "ils": "p",
        "elles": "p",
        "je": "1",
        "nous": "1",
        "j'": "1",
        "vous": "2",
        "tu": "2",
    },
    copulas=words("est était sont étaient sera serait reste comme d'"),
    possessives={"mon": "1", "ma": "1", "mes": "1", "notre": "1", "votre": "2"},
    utterances=words("mots mot réponse question message phrase conseil avertissement conclusion"),
    nobody=words("on certains beaucoup d'aucuns personne quelqu'un ce cela ça chacun plusieurs"),
    determiners=words(
        """
        le la les l' l’ un une des son sa ses leur leurs mon ma notre nos votre ce cet cette ces
        plusieurs deux trois
        """
    ),
    joins=words("de du des d' d’ à au aux en pour chez"),
    breaks=words(
        """
        et ou mais donc or ni car que qu' n' s' j' quand lorsque si comme parce puisque est sont
        était étaient a ont avait avaient sera seront serait peut peuvent pourrait doit doivent ne
        pas plus il elle ils elles on je nous vous tu dont où avec sans sous sur contre entre vers
        depuis pendant après avant par dans très aussi encore déjà hier demain ici là alors ainsi
        """
    ),
    fillers=words(
        """
        l' s' n' m' t' me te se lui leur nous vous y en ne a ont avait aussi encore ensuite puis
        ainsi également hier déjà lui-même elle-même
        """
    ),
    objects=words("moi toi lui eux"),
    auxiliaries=words(""),
    relatives=words("qui que dont lequel laquelle"),
    titles={"m": "m", "m.": "m", "monsieur": "m", "mme": "f", "madame": "f", "mlle": "f"}
    | dict.fromkeys(
        words("dr dr. pr pr. président présidente ministre maître me général mgr"),
        "",
    ),
    roles=ROLES,
    gendered=dict.fromkeys(words("père frère fils oncle mari grand-père"), "m")
    | dict.fromkeys(words("mère sœur fille tante femme grand-mère"), "f"),
    impersonal=words(""),
    bodies=BODIES,
    works=WORKS,
    negations=words("pas jamais personne nul ni"),
    modals=words("pourrait pourraient dirait diraient devrait"),
    subordinators=words("alors quand lorsque si comme parce puisque"),
    supposing=words("supposons imaginons si"),
    terms=words(
        """
        dit dits dite dites mot mots terme termes expression formule slogan baptisé baptisée
        surnommé surnommée intitulé intitulée appelé notion concept soi-disant titre
        """
    ),
    calendar=words(
        """
        lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin
        juillet août septembre octobre novembre décembre
        """
    ),
    particles=words("de du des la le les d' et & en l' l’"),
    that=frozenset(("que", "qu'")),
    demonstratives=words("c'est c’est ces ce ainsi voilà"),
    drawn=words("tiré tirés extrait extraits cité"),
    sources=words("de du"),
    ofs=words("de du"),
)
