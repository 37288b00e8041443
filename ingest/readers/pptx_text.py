"""The lines of a slide's text frame as blocks: headings, items, statements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from ingest.blocks import Block, BlockKind
from ingest.readers import marks
from ingest.readers.drawings import drawing_text
from ingest.readers.figures import (
    LONGEST_WORDS,
    Piece,
    Place,
    goes_on,
    is_numeral,
    one_width,
    with_words,
)
from ingest.readers.office_files import Element

_BULLETS = {"buNone": False, "buChar": True, "buAutoNum": True, "buBlip": True}
_UNFINISHED = re.compile(r"(,|&|\b(and|or|of|the|a|for|in|by|with|to|from|on))$")
_HEADING_LONGEST = 80
_SHORT_HEADING = 60
"""A line of more characters than this, neither bold nor with a colon, is no heading."""


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of a text frame."""

    text: str
    level: int = 0
    bullet: bool = False
    bold: bool = False
    size: float = 0
    """In points; 0 when the frame does not say."""


def lines_of(body: Element, styles: Sequence[Element] = ()) -> list[Line]:
    """The paragraphs of a `txBody` that have words.

    `styles` are the list styles that it inherits from, nearest first; they decide on bullets.
    """
    own = body.find("{*}lstStyle")
    chain = [style for style in (own, *styles) if style is not None]
    lines: list[Line] = []
    for paragraph in body.iterchildren("{*}p"):
        text = drawing_text(paragraph)
        if not text:
            continue
        properties = paragraph.find("{*}pPr")
        level = int(properties.get("lvl", 0)) if properties is not None else 0
        runs = [run for run in paragraph.iter("{*}r") if (run.findtext("{*}t") or "").strip()]
        looks = [run.find("{*}rPr") for run in runs]
        bold = bool(looks) and all(m is not None and m.get("b") in {"1", "true"} for m in looks)
        sizes = [float(m.get("sz")) / 100 for m in looks if m is not None and m.get("sz")]
        bullet = _has_bullet(properties, level, chain)
        if typed := marks.bullet(text):
            bullet, text = True, text[typed:]
        lines.append(Line(text, level, bullet, bold, max(sizes, default=0)))
    return lines


def _has_bullet(properties: Element | None, level: int, styles: Sequence[Element]) -> bool:
    inherited = [style.find(f"{{*}}lvl{level + 1}pPr") for style in styles]
    for element in (properties, *inherited):
        for child in element if element is not None else ():
            name = child.tag.rpartition("}")[2]
            if name in _BULLETS:
                return _BULLETS[name]
    return False


def joined(lines: Sequence[Line]) -> list[Line]:
    """Lines with those put together that a person reads as one.

    A line that goes on in small letters is the rest of the one before; a figure on a line of its
    own belongs to the words beside it.
    """
    done: list[list[Line]] = []
    for line in lines:
        last = done[-1] if done else []
        under = len(done) > 1 and len(done[-2]) == 1 and is_numeral(done[-2][0].text)
        if last and (_goes_on(_one(last), line) or (under and _fills(last, line))):
            last.append(line)
        else:
            done.append([line])
    texts = [_one(each) for each in done]
    found = with_words([_piece(number, line) for number, line in enumerate(texts)])
    words = set(found.values())
    return [
        _one([line, texts[found[number]]]) if number in found else line
        for number, line in enumerate(texts)
        if number not in words
    ]


def _one(lines: Sequence[Line]) -> Line:
    text = " ".join(line.text for line in lines)
    return replace(lines[0], text=text, bold=all(line.bold for line in lines))


def _piece(number: int, line: Line) -> Piece:
    """A line of a frame with its place: the lines stand evenly under one another.

    In one frame a figure may take a long text as well, so only its beginning is looked at.
    """
    place = Place(0, 1.2 * number, 1, 1.2 * number + 1)
    return Piece(line.text[:LONGEST_WORDS], place, (line.bold, line.size), 1, plain=not line.bullet)


def _fills(words: Sequence[Line], line: Line) -> bool:
    """Whether a line is the rest of a figure's words, which are broken at one width."""
    if len(words) < 2 or line.bullet or words[0].bold != line.bold:
        return False
    if not goes_on(_one(words).text, line.text):
        return False
    wide = [(len(one.text), len(one.text.split()[0])) for one in chain(words, [line])]
    return one_width(wide, 1)


def _goes_on(last: Line, line: Line) -> bool:
    if last.bullet or line.bullet or is_numeral(last.text):
        return False
    if last.text.endswith((":", ";")):
        return False
    if line.text[0].islower():
        return True
    same = last.bold == line.bold
    return same and (line.text[0] == "(" or bool(_UNFINISHED.search(last.text)))


def frame_blocks(lines: Sequence[Line], at: Block, list_group: Iterator[int]) -> list[Block]:
    """The lines of one frame as blocks: bullets as items, a line over others as their heading.

    `at` gives kind, page and group of the plain lines; each run of bullets gets a new group.
    """
    blocks: list[Block] = []
    group = -1
    for number, line in enumerate(lines):
        if line.bullet:
            group = next(list_group) if group < 0 else group
            blocks.append(
                replace(at, kind=BlockKind.ITEM, text=line.text, level=line.level, group=group)
            )
            continue
        group = -1
        if is_heading(line, lines[number + 1 :]):
            heading = replace(at, kind=BlockKind.HEADING, text=line.text, level=2, group=-1)
            blocks.append(heading)
        else:
            blocks.append(replace(at, text=line.text))
    return blocks


def is_heading(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line is the heading of the lines below it in the same frame.

    'The ten components are:' over a list is no heading but the line that introduces the list.
    """
    if not below or not could_be_heading(line.text):
        return False
    items = next((n for n, one in enumerate(below) if not one.bullet), len(below))
    colon = line.text.endswith(":")
    if items:
        if line.bold and not below[0].bold:
            return True
        return items == 1 if colon else len(line.text) <= _SHORT_HEADING
    after = below[0]
    longer = len(after.text) >= 1.5 * len(line.text)
    if line.bold and not after.bold:
        return longer
    if colon or line.size > after.size > 0:
        return longer
    much_longer = len(after.text) >= max(_SHORT_HEADING, 2 * len(line.text))
    return len(line.text) <= _SHORT_HEADING and much_longer


def could_be_heading(text: str) -> bool:
    """Whether a text is short, has words and does not end like a sentence."""
    words = re.search(r"[^\W\d_]{2}", text)
    return bool(words) and len(text) <= _HEADING_LONGEST and not text.endswith((".", ",", ";"))
