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
    after: int
    """Spans that stand on the page after the one that is drawn."""
    wanted: int
    moved: int
    """1 when the page after the one that was asked for is drawn, since the words stand there."""
    top: float
    """Where the first mark begins, as a share of the picture's height."""


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

    Spans that follow one another and stand so only once are taken there. A span that stands more
    than once is taken where the passage around it stands, if that stands once and holds it once.
    """
    text, origin = fold(page)
    wanted = [fold(span)[0] for span in spans]
    whole = fold(around)[0]
    start = text.find(whole) if whole and _count(text, whole) == 1 else -1
    run = _count(text, "".join(wanted)) == 1 and all(wanted)
    position = text.find("".join(wanted)) if run else 0
    ranges: list[tuple[int, int] | None] = []
    for each in wanted:
        if run:
            found, position = position, position + len(each)
        elif each and _count(text, each) == 1:
            found = text.find(each)
        elif each and start >= 0 and _count(whole, each) == 1:
            found = start + whole.find(each)
        else:
            ranges.append(None)
            continue
        ranges.append((origin[found], origin[found + len(each) - 1] + 1))
    return ranges


def _count(text: str, wanted: str) -> int:
    """How often `wanted` stands in `text`, overlaps counted."""
    count, position = 0, text.find(wanted)
    while position >= 0 and count < 2:
        count, position = count + 1, text.find(wanted, position + 1)
    return count


def draw(order: Order) -> tuple[Picture, bytes]:
    """Render the page and mark the words; the page after it when they all stand there."""
    document = pdfium.PdfDocument(order.file)
    index = order.page_index
    here, there = (_located(document, number, order) for number in (index, index + 1))
    if not any(here) and any(there):
        index, here, there = index + 1, there, []
    page = document[index]
    scale = min(WIDTH / page.get_width(), MAX_HEIGHT / page.get_height())
    bitmap = page.render(scale=scale)
    picture: Image.Image = bitmap.to_pil().convert("RGB")
    top = 0.0
    if any(here):
        marks = Image.new("RGB", picture.size, (255, 255, 255))
        top = _mark(page, bitmap, [span for span in here if span], marks) / picture.height
        picture = ImageChops.multiply(picture, marks)
    buffer = BytesIO()
    picture.save(buffer, "PNG")
    found = sum(span is not None for span in here)
    after = sum(span is not None and here[n] is None for n, span in enumerate(there))
    facts = Picture(found, after, len(order.spans), index - order.page_index, round(top, 3))
    return facts, buffer.getvalue()


def _located(
    document: pdfium.PdfDocument, index: int, order: Order
) -> list[tuple[int, int] | None]:
    if index >= len(document):
        return []
    text = document[index].get_textpage().get_text_range()
    return locate(text, order.spans, order.around)


def _mark(
    page: pdfium.PdfPage,
    bitmap: pdfium.PdfBitmap,
    spans: list[tuple[int, int]],
    marks: Image.Image,
) -> float:
    """Paint the rectangles that cover the spans; returns the top of the highest."""
    highest = float(marks.height)
    convert = bitmap.get_posconv(page)
    textpage = page.get_textpage()
    brush = ImageDraw.Draw(marks)
    for start, end in spans:
        for number in range(textpage.count_rects(start, end - start)):
            left, bottom, right, top = textpage.get_rect(number)
            across, down = zip(
                convert.to_bitmap(left, top), convert.to_bitmap(right, bottom), strict=True
            )
            highest = min(highest, *down)
            brush.rectangle(
                (min(across) - 2, min(down) - 2, max(across) + 2, max(down) + 2), fill=MARK
            )
    return highest


def main() -> int:
    """Read an order, write a picture."""
    asked = json.load(sys.stdin)
    order = Order(asked["file"], asked["page_index"], tuple(asked["spans"]), asked["around"])
    picture, png = draw(order)
    sys.stdout.buffer.write(json.dumps(asdict(picture)).encode() + b"\n" + png)
    return 0


if __name__ == "__main__":
    sys.exit(main())
