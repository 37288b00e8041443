"""A page of a PDF as a picture, the quoted words marked: runs as a process of its own.

`python -m screens.page_worker` reads one JSON order from standard input and writes one JSON line,
then the PNG. pdfium is not thread-safe and a hostile file may crash or stall it, so the screen
starts this for each picture and ends it when its time is up.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from dataclasses import asdict, dataclass
from io import BytesIO

import pypdfium2 as pdfium
from PIL import Image, ImageChops, ImageDraw

WIDTH = 1100
"""Pixels across: sharp at twice the size it is shown at, some 150 kB."""
MAX_HEIGHT = 3000
MARK = (255, 226, 120)
_DASHES = dict.fromkeys(map(ord, "-\u00ad\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), None)
_QUOTES = str.maketrans("\u2018\u2019\u201c\u201d", "''\"\"")


@dataclass(frozen=True, slots=True)
class Order:
    """What to draw: a page of a file, the words to mark on it, and where they stand."""

    file: str
    page_index: int
    spans: tuple[str, ...]
    around: str = ""
    """The passage that the words are part of: settles which of several equal words is meant."""


@dataclass(frozen=True, slots=True)
class Picture:
    """How the marking went. The PNG follows it on standard output."""

    found: int
    wanted: int
    width: int
    height: int


def fold(text: str) -> tuple[str, list[int]]:
    """`text` without white space, hyphens and styles of quote, and where each letter came from."""
    letters: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(text):
        folded = unicodedata.normalize("NFKC", character).translate(_DASHES).translate(_QUOTES)
        for letter in folded:
            if not letter.isspace() and letter.isprintable():
                letters.append(letter)
                origin.append(index)
    return "".join(letters), origin


def locate(page: str, spans: tuple[str, ...], around: str = "") -> list[tuple[int, int] | None]:
    """For each span its half-open range in `page`; None when it is not there or not only once.

    A span that stands more than once is taken where the passage around it stands, if that
    stands once and holds the span once.
    """
    text, origin = fold(page)
    whole, _ = fold(around)
    start = text.find(whole) if whole and text.count(whole) == 1 else -1
    ranges: list[tuple[int, int] | None] = []
    for span in spans:
        wanted, _ = fold(span)
        position = -1
        if wanted and _count(text, wanted) == 1:
            position = text.find(wanted)
        elif wanted and start >= 0 and _count(whole, wanted) == 1:
            position = start + whole.find(wanted)
        if position < 0:
            ranges.append(None)
        else:
            ranges.append((origin[position], origin[position + len(wanted) - 1] + 1))
    return ranges


def _count(text: str, wanted: str) -> int:
    """How often `wanted` stands in `text`, overlaps counted."""
    count, position = 0, text.find(wanted)
    while position >= 0 and count < 2:
        count, position = count + 1, text.find(wanted, position + 1)
    return count


def draw(order: Order) -> tuple[Picture, bytes]:
    """Render the page and mark the words."""
    document = pdfium.PdfDocument(order.file)
    page = document[order.page_index]
    scale = min(WIDTH / page.get_width(), MAX_HEIGHT / page.get_height())
    bitmap = page.render(scale=scale)
    convert = bitmap.get_posconv(page)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    ranges = locate(text, order.spans, order.around)
    marks = Image.new("RGB", picture.size, (255, 255, 255))
    brush = ImageDraw.Draw(marks)
    found = 0
    for span in ranges:
        if span is None:
            continue
        found += 1
        for box in _boxes(textpage, *span):
            left, top = convert.to_bitmap(box[0], box[3])
            right, bottom = convert.to_bitmap(box[2], box[1])
            brush.rectangle(
                (
                    min(left, right) - 2,
                    min(top, bottom) - 2,
                    max(left, right) + 2,
                    max(top, bottom) + 2,
                ),
                fill=MARK,
            )
    if found:
        picture = ImageChops.multiply(picture, marks)
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    return Picture(found, len(order.spans), *picture.size), buffer.getvalue()


def _boxes(
    textpage: pdfium.PdfTextPage, start: int, end: int
) -> list[tuple[float, float, float, float]]:
    """The rectangles, left, bottom, right, top, that cover the characters from start to end."""
    count = textpage.count_rects(start, end - start)
    return [textpage.get_rect(number) for number in range(count)]


def main() -> int:
    """Read an order, write a picture."""
    asked = json.load(sys.stdin)
    order = Order(asked["file"], asked["page_index"], tuple(asked["spans"]), asked["around"])
    picture, png = draw(order)
    sys.stdout.buffer.write(json.dumps(asdict(picture)).encode() + b"\n" + png)
    return 0


if __name__ == "__main__":
    sys.exit(main())
