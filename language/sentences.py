"""Cuts text into sentences by rule: no model, and every cut is an offset into the text."""

from __future__ import annotations

import re

# A full stop after one of these does not end a sentence.
_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "prof",
        "cllr",
        "cllrs",
        "maj",
        "sgt",
        "insp",
        "supt",
        "capt",
        "col",
        "lt",
        "rev",
        "hon",
        "st",
        "no",
        "nos",
        "para",
        "paras",
        "p",
        "pp",
        "e.g",
        "i.e",
        "eg",
        "ie",
        "etc",
        "vs",
        "approx",
        "avg",
        "dept",
        "ext",
        "fig",
        "inc",
        "ltd",
        "ref",
        "sec",
        "ch",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "yr",
        "yrs",
        "min",
        "max",
    ]
)
_OPENS = "\"'“‘(["
_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s)|;(?=\s*\n)|\n{2,}")

_LEADER = re.compile(r"\.{4,}")
"""'Data lists ..... Tuesday': dots that lead the eye to the other end of a line."""


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Half-open offsets of the sentences of a text, in order, without surrounding white space."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if not _ends_sentence(text, match) or _LEADER.fullmatch(match.group()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    after = text[match.end() :].lstrip()
    if match.group()[-1] in ")]" and after and not (after[0].isupper() or after[0] in _OPENS):
        return False  # 'Lists (all of them!) by 5pm'
    if not match.group().startswith("."):
        return True
    before = text[: match.start()].rsplit(None, 1)
    last = before[-1].lower().lstrip("(\"'“‘[") if before else ""
    if last in _ABBREVIATIONS or re.fullmatch(r"[a-z]", last):
        return False
    # '3.1 Ofsted' is a number at the start of a sentence, not a sentence.
    if re.fullmatch(r"\(?\d+(\.\d+)*", last) and not text[: match.start()].strip(" \n").count(" "):
        return False
    if last in ("a.m", "p.m") and after and not after[0].isalpha() and after[0] != "[":
        return False
    return not after or not after[0].islower()


def _add(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        spans.append((start + left, start + right))


def sentences(text: str) -> list[str]:
    """The sentences of a text, in order."""
    return [text[start:end] for start, end in sentence_spans(text)]
