"""What a Word file's styles and numbering make of a paragraph: heading, list item, bold, size."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from ingest.readers.office_files import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading (\d)")
_LIST_STYLE = re.compile(r"list (bullet|number)(?: (\d))?")
_NO_HEADING = 9
"""`outlineLvl` of body text."""
_DEPTH = 20
"""Longest chain of styles followed; a damaged file can chain in a circle."""
DEFAULT_POINTS = 10.0


@dataclass(frozen=True, slots=True)
class ListPlace:
    """A paragraph's place in a list."""

    list_id: str
    level: int
    numbered: bool
    compound: bool
    """Numbered like '3.2': a numbered paragraph of a report, no entry of a list."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles by id, the number formats by list and level."""

    styles: dict[str, Element] = field(default_factory=dict)
    formats: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    default: str = ""
    points: float = DEFAULT_POINTS

    @classmethod
    def of(cls, styles: Element | None, numbering: Element | None) -> Styles:
        """Reads the two parts, either of which may be missing."""
        by_id: dict[str, Element] = {}
        default, points = "", DEFAULT_POINTS
        for style in styles.iterchildren(W + "style") if styles is not None else ():
            identifier = style.get(W + "styleId", "")
            by_id[identifier] = style
            if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
                default = identifier
        if styles is not None:
            size = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
            points = float(size.get(W + "val")) / 2 if size is not None else points
        made = cls(by_id, _formats(numbering), default, points)
        normal = made.points_of(default)
        return made if normal == points else cls(by_id, made.formats, default, normal)

    def chain(self, identifier: str) -> list[Element]:
        """A style and those that it is based on, nearest first."""
        found: list[Element] = []
        while identifier in self.styles and len(found) < _DEPTH:
            style = self.styles[identifier]
            found.append(style)
            base = style.find(W + "basedOn")
            identifier = base.get(W + "val", "") if base is not None else ""
        return found

    def names(self, paragraph: Element) -> list[str]:
        """The names of a paragraph's styles in small letters, nearest first."""
        return [
            (name.get(W + "val") or "").lower()
            for style in self.chain(self.style_of(paragraph))
            if (name := style.find(W + "name")) is not None
        ]

    def style_of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        mark = paragraph.find(f"{W}pPr/{W}pStyle")
        return mark.get(W + "val", "") if mark is not None else self.default

    def heading_level(self, paragraph: Element) -> int:
        """The level that style or outline give a heading; 0 for other paragraphs."""
        chain = self.chain(self.style_of(paragraph))
        for owner in (paragraph, *chain):
            outline = owner.find(f"{W}pPr/{W}outlineLvl")
            if outline is not None:
                level = int(outline.get(W + "val", _NO_HEADING))
                return level + 1 if level < _NO_HEADING else 0
            name = owner.find(W + "name")
            text = (name.get(W + "val") or "").lower() if name is not None else ""
            if match := _HEADING.fullmatch(text):
                return int(match[1])
            if text == "title":
                return 1
        return 0

    def list_place(self, paragraph: Element) -> ListPlace | None:
        """Where a paragraph stands in a list; None when it is in none."""
        list_id, level = "", None
        for owner in (paragraph, *self.chain(self.style_of(paragraph))):
            mark = owner.find(f"{W}pPr/{W}numPr")
            if mark is None:
                continue
            depth, number = mark.find(W + "ilvl"), mark.find(W + "numId")
            if level is None and depth is not None:
                level = int(depth.get(W + "val", 0))
            if number is not None:
                list_id = number.get(W + "val", "")
                break
        if list_id == "0":
            return None
        named = next(filter(None, map(_LIST_STYLE.fullmatch, self.names(paragraph))), None)
        if list_id == "" and named is None:
            return None
        level = level if level is not None else int(named[2] or 1) - 1 if named else 0
        fallback = ("decimal" if named and named[1] == "number" else "bullet", "")
        form, text = self.formats.get((list_id, level), fallback)
        if form == "none" and not text:
            return None
        return ListPlace(list_id, level, form != "bullet", text.count("%") > 1)

    def bold_of(self, identifier: str) -> bool:
        """Whether a style is bold."""
        marks = (style.find(f"{W}rPr/{W}b") for style in self.chain(identifier))
        return any(is_on(mark) for mark in marks if mark is not None)

    def points_of(self, identifier: str) -> float:
        """The letter size that a style gives, in points."""
        for style in self.chain(identifier):
            size = style.find(f"{W}rPr/{W}sz")
            if size is not None:
                return float(size.get(W + "val")) / 2
        return self.points


def is_on(mark: Element | None) -> bool:
    """Whether a switch such as `w:b` is there and not turned off."""
    return mark is not None and mark.get(W + "val", "1") not in {"0", "false", "off"}


def _formats(numbering: Element | None) -> dict[tuple[str, int], tuple[str, str]]:
    """The number format and its text ('%1.%2') of each list's levels."""
    if numbering is None:
        return {}
    abstract: dict[str, dict[int, tuple[str, str]]] = {}
    for element in numbering.iterchildren(W + "abstractNum"):
        levels = element.iterchildren(W + "lvl")
        abstract[element.get(W + "abstractNumId")] = dict(_level(level) for level in levels)
    formats: dict[tuple[str, int], tuple[str, str]] = {}
    for element in numbering.iterchildren(W + "num"):
        link = element.find(W + "abstractNumId")
        found = dict(abstract.get(link.get(W + "val"), {}) if link is not None else {})
        overrides = element.iterfind(f"{W}lvlOverride/{W}lvl")
        found.update(_level(level) for level in overrides)
        identifier = element.get(W + "numId")
        formats.update({(identifier, level): form for level, form in found.items()})
    return formats


def _level(element: Element) -> tuple[int, tuple[str, str]]:
    form, text = element.find(W + "numFmt"), element.find(W + "lvlText")
    kind = form.get(W + "val", "decimal") if form is not None else "decimal"
    words = text.get(W + "val", "") if text is not None else ""
    return int(element.get(W + "ilvl", 0)), (kind, words)
