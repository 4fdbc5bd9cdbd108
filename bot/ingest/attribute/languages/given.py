"""Common given names by gender, so that "she" passes over a man. Names borne by both are left out."""

from __future__ import annotations

from bot.ingest.attribute.languages.language import words

WOMEN = words(
    """
        abigail ada adele agatha agnes aiko aisha akiko alexandra alice alina amanda amelia amy ana
        anastasia andrea angela anita anja anke ann anna anne annette annie antonia astrid audrey
        ayumi barbara beate beatrice bertha betty birgit brenda bridget brigitte camille carla
        carmen carol caroline catherine cecilia celine charlotte chiara chloe christa christina
        christine cindy claire clara claudia colette cornelia cynthia dagmar daisy daniela deborah
        denise diana diane dolores donna dora doris dorothy edith ekaterina elena eleanor elisabeth
        elise elizabeth ella ellen elsa emilia emily emiko emma erika esther eva evelyn fatima fiona
        flora florence franziska frieda gabriele galina gertrude gisela giulia gloria grace greta
        gudrun hana hanna hannah harriet heather heidi helen helena helene helga hilary hilda hiroko
        ilse inge ingrid irene irina iris isabel isabella jacqueline jana jane janet jasmine jeanne
        jennifer jessica joan joanna josephine joyce judith julia juliana julie juliette karen karin
        katarina kate katharina katherine kathleen katja keiko kimiko kristina larissa laura lauren
        leila lena leonie lilian lily linda lisa louise lucia lucie lucy ludmila luisa lydia
        madeleine magdalena manuela margaret margarita maria mariam marianne marie marina marion
        marta martha martina mary masako mathilde matilda megan melanie melissa mercedes michiko
        michelle mina miriam monica monika nadia nancy naomi natalia natalie natasha nicole nina
        nora noriko olga olivia pamela patricia paula pauline penelope petra priscilla rachel
        rebecca regina renate rita rosa rose rosemary ruth sabine sally sandra sara sarah silvia
        simone sofia sonja sophia sophie stefanie stella stephanie susan susanne suzanne svetlana
        sybille sylvia tamara tatiana teresa theresa therese tomoko ulrike ursula valentina valerie
        vanessa vera veronica victoria viktoria virginia wendy yelena yoko yukiko yuko yuriko yvonne
        zoe
        """
)
MEN = words(
    """
        aaron abraham adam adrian alan albert alexander alexei alfred ali andreas andrei andrew
        anthony antoine anton antonio arnold arthur august austin baptiste benedict benjamin bernard
        bernd bernhard bill bob boris brian bruce bruno carl carlos charles christian christopher
        claude claus colin conrad daniel david dennis detlef dieter dirk dmitri dmitry dominik
        donald douglas duncan edgar edmund edward emil emmanuel eric erich ernest ernst eugene felix
        ferdinand fernando florian francis francois françois frank franz fred frederick friedrich
        fritz fumio gabriel gareth gary gennady georg george georges gerald gerard gerhard giovanni
        giuseppe gordon graham gregory guido guillaume gunther gustav günter hans harald harold
        harry hassan heinrich heinz helmut henri henry herbert hermann hideki hiroshi holger horst
        howard hubert hugh hugo ian ibrahim igor isaac ivan jack jacob jacques jakob james jan jason
        javier jean jeffrey jens jerome jim joachim joe joel johan johann johannes john jonas
        jonathan jorge jose josef joseph joshua juan julian julien jürgen karl kazuo keith kenji
        kenneth kevin klaus konrad konstantin kurt lars laurence lawrence leo leon leonard leonid
        lewis louis luc luca ludwig luis lukas magnus manfred marc marcel marco marcus mario mark
        markus martin mathias matthew matthias maurice max maximilian michael miguel mikhail mohamed
        mohammed moritz moses nathan nathaniel neil nicholas nicolas niels nikolai norbert norman
        olaf oleg oliver olivier omar oscar oskar otto pablo pascal patrick paul pavel pedro peter
        philip philipp philippe pierre rainer ralf ralph raymond reinhard rené richard robert rodney
        roger roland rolf roman ronald rudolf rupert russell ryan samuel scott sean sebastian sergei
        sergey shigeru shinji shinzo siegfried simon stanley stefan stephan stephen steven stuart
        sven takeshi taro ted theodor theodore thierry thomas thorsten tim timothy tobias tom
        toshiro udo ulrich uwe vadim valentin victor viktor vincent vladimir volker walter werner
        wilhelm william winston wolfgang xavier yann yevgeny yuri yusuf yves zachary
        """
)


def gender_of(given: tuple[str, ...]) -> str:
    """ "m", "f" or "" by the first given name."""
    first = given[0].casefold().partition("-")[0] if given else ""
    return "f" if first in WOMEN else "m" if first in MEN else ""
