"""Lines of a word-processor file as blocks: headings by style or by look, lists, typed bullets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ingest.blocks import Block, BlockKind
from ingest.readers import marks
from ingest.readers.docx_styles import ListPlace
from ingest.readers.facts import is_fact
from ingest.readers.numbering import settle_numbered

_NUMBERED_HEADING = re.compile(r"(\d{1,2})\.?\s+[A-Z]")
_SENTENCE_END = re.compile(r"[.:;!?][\"'”’)\]]*$")
_HEADING_LONGEST = 120
_CAPITALS_LONGEST = 80
_DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph with its look, or blocks that are made already (a table)."""

    text: str = ""
    seams: tuple[int, ...] = ()
    heading: int = 0
    place: ListPlace | None = None
    bold: bool = False
    points: float = 0
    plain: bool = False
    """Never a heading by its look: a footnote, a page header."""
    made: tuple[Block, ...] = ()
    notes: tuple[Line, ...] = ()

    @property
    def words(self) -> str:
        """All words of the line, a table's too."""
        return self.text or " ".join(block.text for block in self.made)


def blocks_of_lines(lines: Sequence[Line], points: float, groups: Iterator[int]) -> list[Block]:
    """The lines as blocks, in order. `points` is the size of ordinary text."""
    lines = _notes_at_section_ends(_rejoined(lines))
    sizes = _sizes_of_looks(lines, points)
    blocks: list[Block] = []
    styled = 0
    list_groups = _ListGroups(groups)
    for number, line in enumerate(lines):
        if line.made:
            list_groups.stop()
            blocks += line.made
        elif line.heading:
            styled = line.heading
            list_groups.forget()
            blocks.append(_block(BlockKind.HEADING, line, styled))
        elif _is_heading(lines, number, points):
            list_groups.forget()
            level = min(_DEEPEST, styled + 1 + (sizes.index(line.points) if not styled else 0))
            level = styled if styled and _sibling_of_styled(lines, number) else level
            blocks.append(_block(BlockKind.HEADING, line, level))
        else:
            blocks.append(_item_or_paragraph(line, list_groups))
    return settle_numbered(_numbered_paragraphs(blocks, list_groups.numbered))


def _notes_at_section_ends(lines: Iterable[Line]) -> list[Line]:
    """The lines with their footnotes moved to the end of the section, never into a list."""
    done: list[Line] = []
    waiting: list[Line] = []
    for line in lines:
        if line.heading:
            done += waiting
            waiting = []
        done.append(line)
        waiting += line.notes
    return done + waiting


def _rejoined(lines: Sequence[Line]) -> list[Line]:
    """The lines with a sentence that was cut in two (by a page's end, say) put together."""
    done: list[Line] = []
    for line in lines:
        last = done[-1] if done else None
        if last and _is_cut(last) and _goes_on(line):
            seams = (*last.seams, *(len(last.text) + 1 + seam for seam in line.seams))
            text, notes = f"{last.text} {line.text}", (*last.notes, *line.notes)
            done[-1] = replace(last, text=text, seams=seams, notes=notes)
        else:
            done.append(line)
    return done


def _is_cut(line: Line) -> bool:
    return bool(
        line.text and line.place is None and not line.heading and not line.bold
    ) and not _SENTENCE_END.search(line.text)


def _goes_on(line: Line) -> bool:
    plain = line.place is None and not line.heading and not line.plain and not line.bold
    return plain and line.text[:1].islower() and not marks.item_number(line.text)


class _ListGroups:
    """Gives the items of one list one number."""

    def __init__(self, groups: Iterator[int]) -> None:
        self.groups = groups
        self.open = -1
        self.by_list: dict[str, int] = {}
        self.numbered: set[int] = set()

    def stop(self) -> None:
        self.open = -1

    def forget(self) -> None:
        self.open = -1
        self.by_list = {}

    def next(self, place: ListPlace | None) -> int:
        numbered = place is not None and place.numbered and place.level == 0
        if self.open < 0:
            known = self.by_list.get(place.list_id) if numbered and place else None
            self.open = next(self.groups) if known is None else known
        if numbered and place:
            self.by_list[place.list_id] = self.open
            self.numbered.add(self.open)
        return self.open


def _block(kind: BlockKind, line: Line, level: int = 0, group: int = -1) -> Block:
    return Block(kind, line.text, level=level, group=group, seams=line.seams)


def _item_or_paragraph(line: Line, list_groups: _ListGroups) -> Block:
    typed = marks.bullet(line.text)
    if line.place is not None and not line.place.compound:
        group = list_groups.next(line.place)
        return _block(BlockKind.ITEM, line, line.place.level, group)
    if typed and not line.plain:
        seams = tuple(seam - typed for seam in line.seams if seam > typed)
        line = replace(line, text=line.text[typed:], seams=seams)
        return _block(BlockKind.ITEM, line, group=list_groups.next(None))
    list_groups.stop()
    return _block(BlockKind.PARAGRAPH, line)


def _numbered_paragraphs(blocks: list[Block], numbered: set[int]) -> list[Block]:
    """Numbered lists whose entries are mostly whole paragraphs become paragraphs."""
    found: dict[int, list[bool]] = {}
    for block in blocks:
        if block.kind is BlockKind.ITEM and block.group in numbered:
            found.setdefault(block.group, []).append(marks.reads_as_paragraph(block.text))
    long = {group for group, entries in found.items() if sum(entries) * 2 >= len(entries)}
    return [
        replace(block, kind=BlockKind.PARAGRAPH, group=-1, level=0)
        if block.kind is BlockKind.ITEM and block.group in long
        else block
        for block in blocks
    ]


def _is_heading(lines: Sequence[Line], number: int, points: float) -> bool:
    line = lines[number]
    after = lines[number + 1] if number + 1 < len(lines) else None
    if line.plain or line.made or after is None or len(line.text) > _HEADING_LONGEST:
        return False
    if not re.search(r"[^\W\d_]{2}", line.text) or line.text.endswith((".", ",", ";", ":")):
        return False
    if marks.bullet(line.text) or is_fact(line.text):
        return False
    if _over_its_numbers(line, lines[number + 1 :]):
        return True
    if line.place is not None and not (line.bold and line.place.numbered):
        return False
    if line.bold:
        return line.points > points or not after.bold
    capitals = line.text.isupper() and len(line.text) <= _CAPITALS_LONGEST
    return capitals and bool(after.text) and not after.text.isupper()


def _over_its_numbers(line: Line, below: Sequence[Line]) -> bool:
    """'1. Summary' over a paragraph that starts '1.1'."""
    match = _NUMBERED_HEADING.match(line.text)
    return bool(match and below and re.match(rf"{match[1]}\.1\b", below[0].text))


def _sibling_of_styled(lines: Sequence[Line], number: int) -> bool:
    """Whether the headings by style are numbered as this one is: '1. Summary', '2. DETAILS'."""
    if not _NUMBERED_HEADING.match(lines[number].text):
        return False
    return any(line.heading and _NUMBERED_HEADING.match(line.text) for line in lines)


def _sizes_of_looks(lines: Sequence[Line], points: float) -> list[float]:
    """The letter sizes of headings by look, largest first."""
    looks = {
        line.points
        for number, line in enumerate(lines)
        if not line.heading and _is_heading(lines, number, points)
    }
    return sorted(looks, reverse=True)
