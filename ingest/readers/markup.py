"""Marks inside a line of Markdown or near-Markdown taken off, and where they stood."""

from __future__ import annotations

import re

_MARK = re.compile(
    r"(?P<image>!\[(?P<alt>[^\[\]\n]{0,500})\]\([^()\n]{0,2000}\))"
    r"|(?P<link>\[(?P<label>[^\[\]\n]+)\]\((?:[^()\n]|\([^()\n]*\))*\))"
    r"|(?P<auto><(?P<address>(?:https?://|mailto:)[^>\s]+)>)"
    r"|(?P<tag></?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>\n]*)?/?>)"
    r"|(?P<code>`+)"
    r"|(?P<escape>\\(?=[\\`*_{}\[\]()#+\-.!|~<>&$]))"
    r"|(?P<strong>(?<!\*)\*{1,3}(?!\*)|(?<!\w)_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?!\w)|~~)"
    r"|(?P<amp>&amp;)|(?P<space>&nbsp;|&#160;)",
    re.DOTALL,
)


def without_marks(text: str) -> tuple[str, tuple[int, ...]]:
    """The words as shown, white space folded, and the offsets where a mark was taken out.

    A mark before the first or after the last word leaves no seam. Emphasis is taken off only
    in pairs, so that a star or an underscore of the words themselves stays.
    """
    pieces: list[str] = []
    for position, piece in enumerate(_pieces(text)):
        if position:
            pieces.append("\0")
        pieces.append(piece)
    marked = re.sub(r"[^\S\0]+", " ", "".join(pieces))
    marked = re.sub(r" ?(\0+) ?", lambda m: (" " if " " in m[0] else "") + "\0", marked)
    marked = marked.strip(" \0")
    words, seams = "", []
    for part in marked.split("\0"):
        if words and part:
            seams.append(len(words))
        words += part
    return words, tuple(seams)


def _pieces(text: str) -> list[str]:
    """The words between the marks."""
    pairs = _paired(text)
    pieces, last = [], 0
    for match in _MARK.finditer(text):
        start, end = match.span()
        if match["strong"] and start not in pairs:
            continue
        if match["link"]:
            inner = start + 1
            pieces += [text[last:start], *_pieces(text[inner : inner + len(match["label"])])]
        elif match["auto"]:
            pieces += [text[last:start], match["address"]]
        elif match["amp"]:
            pieces.append(text[last : start + 1])
        elif match["tag"] or match["space"]:
            pieces += [text[last:start] + " "] if _divides(match[0]) else [text[last:start]]
        else:
            pieces.append(text[last:start])
        last = end
    pieces.append(text[last:])
    return pieces


def _divides(tag: str) -> bool:
    """True for a tag that stands between words ('<br>', '</li><li>'), not inside one ('<b>')."""
    name = re.sub(r"[^a-z0-9]", "", tag.lower().split()[0])
    return name not in {
        "b",
        "i",
        "em",
        "strong",
        "u",
        "s",
        "sup",
        "sub",
        "a",
        "span",
        "small",
        "wbr",
    }


def _paired(text: str) -> set[int]:
    """Where emphasis marks stand that open and close one another."""
    waiting: list[tuple[str, int]] = []
    paired: set[int] = set()
    for match in _MARK.finditer(text):
        mark, start, end = match["strong"], *match.span()
        if not mark:
            continue
        before, after = text[start - 1 : start], text[end : end + 1]
        closes = bool(before) and not before.isspace()
        opens = bool(after) and not after.isspace() and not before.isalnum()
        found = next((n for n in range(len(waiting) - 1, -1, -1) if waiting[n][0] == mark), None)
        if closes and found is not None:
            paired |= {waiting[found][1], start}
            del waiting[found:]
        elif opens:
            waiting.append((mark, start))
    return paired
