"""Each format: its structure arrives as blocks, and what cannot be read says so in one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from bot.errors import Unreadable
from bot.ingest.clean import clean
from bot.ingest.formats import FORMATS, decode, extract
from bot.ingest.shapes import Kind

TEXT = "The ferry left the pier. “Never again,” said the captain. It was late – as ever."

ENCODINGS = (
    # encoding          why
    ("utf-8", "the usual one"),
    ("utf-8-sig", "with a byte order mark, which is a character of the file"),
    ("utf-16", "with its mark"),
    ("utf-16-le", "without one"),
    ("utf-16-be", "the other way round"),
    ("cp1252", "old Windows, with curly quotes and a dash"),
)


@pytest.mark.parametrize(("encoding", "why"), ENCODINGS)
def test_a_text_is_decoded_whatever_its_encoding(encoding, why):
    assert decode(TEXT.encode(encoding)).lstrip("\ufeff") == TEXT, why


def test_newlines_stay_as_they_stand_in_the_file():
    assert extract("a.txt", b"One.\r\nTwo.\rThree.\n").text == "One.\r\nTwo.\rThree.\n"


UNREADABLE = (
    # name        content                                   what the reason says
    ("a.txt", b"", "empty"),
    ("a.txt", b" \n\t", "empty"),
    ("a.txt", bytes(range(256)) * 20, "binary"),
    ("a.exe", b"MZ", "use .docx"),
    ("a.pdf", b"no pdf", "no PDF"),
    ("a.pdf", b"%PDF-1.4\ngarbage", "no PDF"),
    ("a.docx", b"PK no zip", "damaged"),
    ("a.epub", b"no zip either", "damaged"),
)


@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE)
def test_what_cannot_be_read_says_so(name, content, reason):
    with pytest.raises(Unreadable) as fault:
        extract(name, content)
    assert reason in fault.value.reason
    assert fault.value.path == name


def archive(**files: str) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return data.getvalue()


WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **more: str) -> bytes:
    document = f"<w:document {WORD}><w:body>{body}</w:body></w:document>"
    return archive(**{"word/document.xml": document, **more})


def paragraph(text: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{text}</w:t></w:r></w:p>"


def test_a_word_document_has_headings_quotations_and_notes():
    notes = f"<w:footnotes {WORD}>{paragraph('See the log.')}</w:footnotes>"
    data = docx(
        paragraph("The Pier", "Heading1") + paragraph("It fell.") + paragraph("We wait.", "Quote"),
        **{"word/footnotes.xml": notes},
    )
    found = extract("a.docx", data)
    assert [(block.kind, block.text.text) for block in found.blocks] == [
        (Kind.HEADING, "The Pier"),
        (Kind.PARAGRAPH, "It fell."),
        (Kind.QUOTE, "We wait."),
        (Kind.FOOTNOTE, "See the log."),
    ]
    assert not found.is_file
    assert all(found.text[block.text.starts[0] :].startswith(block.text.text) for block in found.blocks)


def test_what_was_struck_out_of_a_word_document_is_gone():
    run = "<w:r><w:t>{}</w:t></w:r>".format
    struck = f"<w:p>{run('It ')}<w:del>{run('never ')}</w:del>{run('sailed.')}</w:p>"
    assert extract("a.docx", docx(struck)).text == "It sailed."


def test_entities_that_grow_into_a_bomb_are_refused():
    bomb = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><a>&c;</a>'
    with pytest.raises(Unreadable, match="not safe"):
        extract("a.docx", archive(**{"word/document.xml": bomb}))


def test_an_archive_that_unpacks_to_too_much_is_refused():
    with pytest.raises(Unreadable, match="unpacks to more"):
        extract("a.docx", archive(**{"word/document.xml": "<a>" + " " * 41_000_000}))


def test_an_e_book_is_read_in_the_order_of_its_spine():
    package = """<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:title>The River</dc:title><dc:creator>Ruth Adler</dc:creator><dc:language>en</dc:language></metadata>
      <manifest><item id="b" href="two.xhtml" media-type="application/xhtml+xml"/>
      <item id="a" href="one.xhtml" media-type="application/xhtml+xml"/></manifest>
      <spine><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    container = (
        '<container xmlns="urn:x"><rootfiles><rootfile full-path="in/book.opf"/></rootfiles></container>'
    )
    data = archive(
        **{
            "META-INF/container.xml": container,
            "in/book.opf": package,
            "in/one.xhtml": "<html><body><p>It rises &amp; falls.</p></body></html>",
            "in/two.xhtml": "<html><body><p>It ends in the sea.</p></body></html>",
        }
    )
    found = extract("a.epub", data)
    assert [block.text.text for block in found.blocks] == ["It rises & falls.", "It ends in the sea."]
    assert (found.metadata.title, found.metadata.authors) == ("The River", ("Ruth Adler",))


def pdf(*pages: str, trailer: str = "") -> bytes:
    """A PDF of pages of text, drawn line under line."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, page in enumerate(pages):
        lines = "".join(f"({line}) Tj T* " for line in page.split("\n"))
        drawing = f"BT /F1 12 Tf 14 TL 50 700 Td {lines}ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 500 800] /Contents {5 + 2 * number} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(drawing)} >>\nstream\n{drawing}\nendstream")
    data, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R {trailer}>>\n"
    return f"{data}{end}startxref\n{len(data)}\n%%EOF".encode("latin-1")


def test_a_pdf_is_read_across_its_pages():
    first = (
        "The Commission heard forty witnesses, and most of them had\n"
        "seen the river rise. Nobody had meas-\nured it, and the"
    )
    second = "book had been lent to the school. It was never returned to\nthe harbour office."
    layout = clean(extract("a.pdf", pdf(first, second)))
    assert " ".join(part.text.text for part in layout.paragraphs) == (
        "The Commission heard forty witnesses, and most of them had seen the river rise. Nobody had measured it, "
        "and the book had been lent to the school. It was never returned to the harbour office."
    )


def test_a_pdf_of_images_says_what_to_do():
    with pytest.raises(Unreadable, match="text recognition"):
        extract("a.pdf", pdf(""))


def test_an_encrypted_pdf_says_what_to_do():
    locked = (
        "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard"
        f" /V 1 /R 2 /P -4 /O <{'11' * 32}> /U <{'22' * 32}> >> "
    )
    with pytest.raises(Unreadable, match="encrypted"):
        extract("a.pdf", pdf("The ferry left.", trailer=locked))


def test_every_format_has_a_reader_that_bears_an_empty_shell():
    for ending in FORMATS:
        with pytest.raises(Unreadable):
            extract(f"a{ending}", b"   ")


def test_figures_in_a_table_are_no_sentences_and_sentences_in_a_table_are():
    page = "<h1>Floods</h1><p>The quay was flooded twice.</p><table><tr><th>Year</th><td>41</td></tr></table>"
    sentence = "An old page stands in a table as a whole, and its cells hold sentences."
    old = f"<table><tr><td><p>{sentence}</p></td></tr></table>"
    kinds = {block.text.text.strip(): block.kind for block in extract("a.html", (page + old).encode()).blocks}
    assert kinds["Year"] is kinds["41"] is Kind.ASIDE
    assert kinds[sentence] is Kind.PARAGRAPH
