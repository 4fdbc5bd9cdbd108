"""Quoting in other languages: a row for each way."""

from __future__ import annotations

import pytest

from bot.ingest.attribute.languages import language_of
from tests.ingest.attribute.scene import read, said

Row = tuple[str, list[tuple[str | None, str]]]

GERMAN: list[Row] = [
    ("„Wir warten“, sagte Anna Adler.", [("Anna Adler", "Wir warten")]),
    ("„Wir warten“, so Bundesminister Bernd Berg am Montag.", [("Bernd Berg", "Wir warten")]),
    (
        "»Wir warten«, erklärte die Sprecherin des Ministeriums.",
        [("Sprecherin des Ministeriums", "Wir warten")],
    ),
    ("Anna Adler sagte: „Wir warten.“", [("Anna Adler", "Wir warten.")]),
    (
        "Anna Adler sagte: „Wir warten.“\nSie fügte hinzu: „Und wir sehen dann.“",
        [("Anna Adler", "Wir warten."), ("Anna Adler", "Und wir sehen dann.")],
    ),
    (
        "Der Historiker Bernd Berg schreibt, „das Wasser schuldet uns nichts“.",
        [("Bernd Berg", "das Wasser schuldet uns nichts")],
    ),
    (
        "Laut der Hafenzeitung „bleibt der Kai bis zum Sommer geschlossen“.",
        [("Hafenzeitung", "bleibt der Kai bis zum Sommer geschlossen")],
    ),
    (
        "„Wir warten“, sagte Anna Adler, „und sehen dann.“",
        [("Anna Adler", "Wir warten"), ("Anna Adler", "und sehen dann.")],
    ),
    # a word in marks is a word
    ("Die sogenannte „Wende“ kam spät.", []),
    ("Der Begriff „Hafen“ ist alt.", []),
    # whoever speaks
    ("[Anna Adler] Ich habe gesagt: „Wir warten.“", [("Anna Adler", "Wir warten.")]),
    # the subject at the auxiliary, the verb at the end
    ("Am 12. Mai haben wir in diesem Haus gesagt: „Die Fähre bleibt.“", [(None, "Die Fähre bleibt.")]),
    (
        "Gestern hat der Minister im Ausschuss gesagt: „Die Fähre bleibt.“",
        [("Minister", "Die Fähre bleibt.")],
    ),
    # the clause behind the verb comes first
    (
        "Bernd Berg warnte, man dürfe „den Hafen nicht den Händlern überlassen“.",
        [("Bernd Berg", "den Hafen nicht den Händlern überlassen")],
    ),
    (
        "Dem Bericht zufolge ist der Kai „von einem Ende zum anderen morsch“.",
        [("Bericht", "von einem Ende zum anderen morsch")],
    ),
]

FRENCH: list[Row] = [
    ("« Nous attendrons », a déclaré Anne Adler.", [("Anne Adler", "Nous attendrons")]),
    ("« Nous attendrons », explique le maire, Bernard Berg.", [("Bernard Berg", "Nous attendrons")]),
    ("« Nous attendrons », dit-elle.", [(None, "Nous attendrons")]),
    (
        "Anne Adler a quitté la salle.\n« Nous attendrons », a-t-elle ajouté.",
        [("Anne Adler", "Nous attendrons")],
    ),
    ("Selon Anne Adler, « la marée ne nous doit rien ».", [("Anne Adler", "la marée ne nous doit rien")]),
    (
        "Anne Adler l'a répété : « La marée ne nous doit rien. »",
        [("Anne Adler", "La marée ne nous doit rien.")],
    ),
    (
        "Anne Adler affirme que « la marée ne nous doit rien ».",
        [("Anne Adler", "la marée ne nous doit rien")],
    ),
    (
        "« Nous attendrons », assure Bernard Berg, directeur de l'Institut des marées.",
        [("Bernard Berg", "Nous attendrons")],
    ),
    (
        "« Nous attendrons, affirme Anne Adler. Nous verrons. »",
        [("Anne Adler", "Nous attendrons"), ("Anne Adler", "Nous verrons.")],
    ),
    ("Le fameux « tournant » est venu tard.", []),
    # a second verb in the infinitive
    (
        "« C'est la fin », a déclaré la mairesse, avant d'ajouter : « Nous verrons bien. »",
        [("Mairesse", "C'est la fin"), ("Mairesse", "Nous verrons bien.")],
    ),
]

JAPANESE: list[Row] = [
    ("市長は「私たちは待つ」と述べた。", [("市長", "私たちは待つ")]),
    ("「私たちは待つ」と市長は語った。", [("市長", "私たちは待つ")]),
    ("港湾庁によると、「埠頭は閉鎖される」という。", [("港湾庁", "埠頭は閉鎖される")]),
]


@pytest.mark.parametrize(("text", "expected"), GERMAN)
def test_german(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(text, language="de")) == expected


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(text, language="fr")) == expected


@pytest.mark.parametrize(("text", "expected"), JAPANESE)
def test_japanese(text: str, expected: list[tuple[str | None, str]]) -> None:
    assert said(read(text, language="ja")) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The tide is rising and we shall see what it brings to the town.", "en"),
        ("Das Wasser steigt und wir werden sehen, was es der Stadt bringt.", "de"),
        ("La marée monte et nous verrons ce qu'elle apporte à la ville dans les jours qui viennent.", "fr"),
        ("市長は待つと述べた。", "ja"),
    ],
)
def test_a_text_that_does_not_say_its_language_shows_it(text: str, code: str) -> None:
    assert language_of(None, [text]).code == code
