"""Characters of a PDF's strings: how wide each is, and what a reader sees."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pypdf.generic import DictionaryObject
from pypdf.generic._font import Font

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_BOLD = ("bold", "black", "heavy", "demi")


class Fonts:
    """The fonts of one file, each read once however many pages name it."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[DictionaryObject, Font]] = {}

    def get(self, entry: DictionaryObject) -> Font:
        """The font of a font dictionary."""
        known = self._known.get(id(entry))
        if known is None:
            known = self._known[id(entry)] = entry, Font.from_font_resource(entry)
        return known[1]


def is_bold(font: Font) -> bool:
    """By the font's name."""
    name = font.name.lower()
    return any(part in name for part in _BOLD)


def letters(font: Font, data: bytes) -> Iterator[tuple[str, str, float]]:
    """Each character: as the font numbers it, as a reader sees it, its width in thousandths."""
    names: Mapping[Any, Any] = font.character_map
    widths, usual = font.character_widths, font.character_widths["default"]
    if isinstance(font.encoding, str):
        try:
            text = data.decode(font.encoding, "surrogatepass")
        except (UnicodeDecodeError, LookupError):
            text = data.decode("latin-1")
        pairs = [(raw, names.get(raw, raw)) for raw in text]
    else:
        pairs = []
        for code in data:
            raw = chr(code)
            named = font.encoding.get(code, raw)
            pairs.append((raw, names.get(named, named)))
    for raw, shown in pairs:
        width = font.space_width if raw == font.space_char else widths.get(raw, usual)
        yield raw, _clean(str(shown)), float(width)


def _clean(text: str) -> str:
    """As shown: ligatures taken apart, control characters and lone surrogates left out."""
    if text.isascii() and text.isprintable():
        return text
    if text == "\x7f":
        return "•"  # WinAnsi: a code that names no other character is a bullet
    text = text.translate(LIGATURES)
    shown = (" " if c.isspace() else c for c in text)
    return "".join(c for c in shown if c >= " " and not "\ud800" <= c <= "\udfff")
