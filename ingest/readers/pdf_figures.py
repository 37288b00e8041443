"""Figures of a slide put together with the words that say what they count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from ingest.blocks import BlockKind
from ingest.readers.figures import (
    LONGEST_WORDS,
    Piece,
    Place,
    count_off,
    goes_on,
    in_column,
    is_numeral,
    one_width,
    with_words,
)
from ingest.readers.pdf_drafts import Draft, join_lines
from ingest.readers.pdf_furniture import NUMBER_EDGE
from ingest.readers.pdf_lines import Line
from ingest.readers.pdf_style import LARGER, rounded
from ingest.readers.pdf_words import Marks

REACH = 1.5
"""How far the words may stand from their figure, in heights of the figure."""
SPACE = 0.28
"""The narrowest space of the fonts seen, in em."""
MOST_LINES = 3
"""Lines of a figure's words that stand in a box of their own; a longer box is a text."""
_TEXTS = (BlockKind.BOX, BlockKind.HEADING)


def join_figures(drafts: list[Draft], flows: list[list[Draft]], marks: Marks) -> list[Draft]:
    """A slide's drafts, each figure and the words that it stands with as one.

    `flows` holds the same drafts by box. What is in one box was put there together, so a figure
    looks there first, and only one that is alone in its box looks at the boxes around it.
    """
    boxes = [_whole(flow) for flow in flows if all(map(_is_text, flow))]
    pairs: list[tuple[Draft, list[Draft]]] = []
    for box in boxes:
        pieces = [_piece([draft], marks) for draft in box]
        pairs += [(box[a], [box[b]]) for a, b in with_words(pieces).items()]
    inside = {id(draft) for figure, words in pairs for draft in (figure, *words)}
    free = [rest for box in boxes if (rest := [d for d in box if id(d) not in inside])]
    labels = [_label(box) for box in free]
    found = with_words(_level([_piece(label, marks) for label in labels]))
    order = {id(word): number for number, word in enumerate(marks.words)}
    pairs += [
        (labels[a][0], labels[b])
        for a, b in found.items()
        if len(free[a]) == 1 and _set_apart(labels[a][0], labels[b][0], order)
    ]
    if count_off([figure.text()[0] for figure, _ in pairs]):
        pairs = []
    upright = {id(draft) for flow in flows if all(map(_is_text, flow)) for draft in flow}
    gone = upright - {id(draft) for box in boxes for draft in box}
    gone |= {id(draft) for _, words in pairs for draft in words}
    whole = {id(figure): _one(figure, words, order) for figure, words in pairs}
    return [whole.get(id(draft), draft) for draft in drafts if id(draft) not in gone]


def _level(pieces: list[Piece]) -> list[Piece]:
    """The pieces, figures of one column all as wide as its widest: their words begin behind it."""
    figures = [piece for piece in pieces if is_numeral(piece.text)]
    levelled = []
    for piece in pieces:
        column = (
            [one for one in figures if in_column(one, piece)] if is_numeral(piece.text) else [piece]
        )
        right = max(one.place.right for one in column)
        levelled.append(replace(piece, place=piece.place._replace(right=right)))
    return levelled


def _is_text(draft: Draft) -> bool:
    """Whether a draft is upright text, in no table."""
    return draft.table is None and not draft.lines[0].words[0].turned


def _one(figure: Draft, words: list[Draft], order: dict[int, int]) -> Draft:
    lines = [*figure.lines, *(line for draft in words for line in draft.lines)]
    breaks = [n for n, (a, b) in enumerate(pairwise(lines), 1) if not _follows(a, b, order)]
    return Draft(BlockKind.BOX, figure.page_index, lines, breaks=breaks)


def _follows(line: Line, then: Line, order: dict[int, int]) -> bool:
    """Whether a line comes right after another in the file."""
    return order[id(then.words[0])] == order[id(line.words[-1])] + 1


def _whole(flow: list[Draft]) -> list[Draft]:
    """The drafts of a box, the words under a figure made whole where they are broken over lines."""
    whole: list[Draft] = []
    for draft in flow:
        words = whole[-1] if len(whole) > 1 and is_numeral(whole[-2].text()[0]) else None
        if words is not None and draft.kind is words.kind and _is_rest(words, draft):
            words.lines += draft.lines
        else:
            whole.append(draft)
    return whole


def _is_rest(words: Draft, draft: Draft) -> bool:
    """Whether a draft is the rest of a figure's words, which are broken at one width."""
    if len(words.lines) < 2 or words.style != draft.style:
        return False
    if words.kind not in _TEXTS or words.level or not goes_on(words.text()[0], draft.text()[0]):
        return False
    return _one_width([*words.lines, *draft.lines])


def _one_width(lines: Sequence[Line]) -> bool:
    wide = [(line.x1 - line.x0, line.first_width) for line in lines]
    return one_width(wide, SPACE * lines[0].size)


def _label(box: list[Draft]) -> list[Draft]:
    """What of a box may be the words of a figure: a short box, the beginning of a longer one."""
    text = join_lines([draft.text()[0] for draft in box])
    lines = [line for draft in box for line in draft.lines]
    alike = len({(draft.kind, draft.style) for draft in box}) == 1 and len(text) <= LONGEST_WORDS
    plain = not any(is_numeral(draft.text()[0]) for draft in box)
    if not (alike and plain and (len(lines) <= MOST_LINES or _one_width(lines))):
        return box[:1]
    rest = all(goes_on(a.text()[0], b.text()[0]) for a, b in pairwise(box))
    return box if rest else box[:1]


def _piece(drafts: Sequence[Draft], marks: Marks) -> Piece:
    lines = [line for draft in drafts for line in draft.lines]
    size = max(line.size for line in lines)
    place = Place(
        min(line.x0 for line in lines),
        -max(line.y + 0.8 * line.size for line in lines),
        max(line.x1 for line in lines),
        -min(line.y - 0.2 * line.size for line in lines),
    )
    text = join_lines([draft.text()[0] for draft in drafts])
    plain = all(draft.kind in _TEXTS and draft.level != 1 for draft in drafts)
    low, high = NUMBER_EDGE * marks.height, (1 - NUMBER_EDGE) * marks.height
    if is_numeral(text):  # a lone number at the very edge is the page's
        plain = plain and low < lines[0].y < high
    return Piece(text, place, (rounded(size), lines[0].bold), REACH * size, plain)


def _set_apart(figure: Draft, words: Draft, order: dict[int, int]) -> bool:
    """Whether a figure in a box of its own is set larger than its words, or just before them."""
    one, other = figure.lines[-1], words.lines[0]
    return one.size >= LARGER * other.size or (
        one.size > other.size / LARGER and _follows(one, other, order)
    )
