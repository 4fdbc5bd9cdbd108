"""The picture of a timeline can be read on a phone, and its alt text says the same."""

from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from bot.library.picture import ALT_TEXT, LABEL_SIZE, MOST_ROWS, WIDTH, Row, alt_text, picture

FIRST, LAST = date(1953, 1, 1), date(2024, 1, 1)


def rows(count, label="The dike broke"):
    return [Row(str(1953 + n), f"{label} {n}", date(1953 + n, 1, 1)) for n in range(count)]


async def drawn(found):
    png = await picture(found, FIRST, LAST)
    assert png is not None
    return Image.open(BytesIO(png))


async def test_it_is_a_narrow_png_on_a_dark_ground():
    image = await drawn(rows(4))
    assert image.format == "PNG"
    assert image.width == WIDTH
    assert max(image.getpixel((2, 2))) < 60  # dark by itself, whatever stands around it
    assert LABEL_SIZE * 400 / WIDTH >= 15  # points on a phone


async def test_more_rows_make_it_longer_up_to_a_limit():
    assert (await drawn(rows(2))).height < (await drawn(rows(6))).height
    assert (await drawn(rows(MOST_ROWS))).height == (await drawn(rows(MOST_ROWS + 5))).height


@pytest.mark.parametrize("label", ["x" * 500, "word " * 200, "Наводнение прорвало дамбу", "Ölhäfen und Ærø"])
async def test_any_label_that_the_font_knows_is_drawn(label):
    assert (await drawn(rows(3, label))).height > 300


async def test_letters_that_no_font_has_give_no_picture_rather_than_empty_boxes():
    assert await picture(rows(1, "\U000e0041\u0b95"), FIRST, LAST) is None


@pytest.mark.parametrize("count", [1, 4, 12, 40])
def test_the_alt_text_names_every_row_within_the_limit(count):
    text = alt_text(rows(count, "A long story " * 20), FIRST, LAST)
    assert len(text) <= ALT_TEXT
    assert text.startswith("Timeline, 1953 to 2024: 1953: A long story")
    assert all(str(1953 + n) in text for n in range(min(count, MOST_ROWS)))
