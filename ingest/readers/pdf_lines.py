"""Words of a page into lines, as the eye sees them."""

from __future__ import annotations

from dataclasses import dataclass

from ingest.readers.pdf_words import WORD_GAP, Word

SAME_LINE = 0.2
"""Two baselines closer than this part of the font size are one line."""
RAISED = 0.75
"""A run set smaller than this part of its neighbour's size, a little higher, is a raised mark."""


@dataclass(slots=True)
class Line:
    """Words on one baseline, left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def y(self) -> float:
        return self.main.y

    @property
    def main(self) -> Word:
        """The word that stands for the line's style: the longest of the largest."""
        size = max(word.size for word in self.words)
        return max(
            (word for word in self.words if word.size > RAISED * size), key=lambda w: len(w.text)
        )

    @property
    def size(self) -> float:
        return self.main.size

    @property
    def bold(self) -> bool:
        """True when the most of the letters are bold."""
        letters = sum(len(word.text) for word in self.words)
        return sum(len(word.text) for word in self.words if word.bold) * 2 > letters

    @property
    def first_width(self) -> float:
        """How wide its first word is, put together from its pieces."""
        end = self.words[0]
        for word in self.words[1:]:
            if word.spaced or word.x0 - end.x1 >= WORD_GAP * word.size:
                break
            end = word
        return end.x1 - self.words[0].x0

    @property
    def text(self) -> str:
        return words_text(self.words)


NOTE = "\0"
"""Stands in a line's text where a raised note number was left out."""


def words_text(words: list[Word], *, notes: bool = False) -> str:
    """Words of a line as text, a space where the page shows one.

    A raised number behind a word ('Board¹') is the number of a note and becomes NOTE, unless
    `notes` is asked for.
    """
    text = ""
    size = max(word.size for word in words)
    level = next(word.y for word in words if word.size == size)
    for number, word in enumerate(words):
        if number:
            before = words[number - 1]
            touching = not word.spaced and word.x0 - before.x1 < WORD_GAP * min(
                word.size, before.size
            )
            if not notes and text[-1:].isalpha() and _is_note(word, size, level):
                text += NOTE
                continue
            text += "" if touching else " "
        text += word.text
    return text


def _is_note(word: Word, size: float, level: float) -> bool:
    raised = word.size < RAISED * size and word.y > level + 0.15 * size
    return raised and word.text.isdecimal() and len(word.text) < 4


def runs(words: list[Word], gap: float = 1e9) -> list[list[Word]]:
    """Words that follow one another in the file on one baseline, with gaps below `gap` em."""
    found: list[list[Word]] = []
    for word in words:
        if found:
            last = found[-1][-1]
            level = abs(last.y - word.y) < SAME_LINE * min(last.size, word.size)
            if level and -0.5 * word.size < word.x0 - last.x1 < gap * word.size:
                found[-1].append(word)
                continue
        found.append([word])
    return found


def _fits(line: list[Word], run: list[Word]) -> bool:
    """True when the run stands on the line's baseline and beside its words, not over them."""
    a = max(line, key=lambda w: w.size)
    b = max(run, key=lambda w: w.size)
    small, large = sorted((a.size, b.size))
    rise = (a.y - b.y) * (1 if b.size > a.size else -1)
    raised = small < RAISED * large and -0.15 * large < rise < 0.6 * large
    if not raised and abs(a.y - b.y) > SAME_LINE * large:
        return False
    slack = 0.3 * small
    return all(
        word.x1 < other.x0 + slack or word.x0 > other.x1 - slack for word in run for other in line
    )


def build_lines(words: list[Word]) -> list[Line]:
    """The lines of upright words, from the top down, those on one height from the left."""
    lines: list[list[Word]] = []
    for run in sorted(runs(words), key=lambda r: -max(w.size for w in r)):
        for line in lines:
            if _fits(line, run):
                line.extend(run)
                break
        else:
            lines.append(run)
    for line in lines:
        line.sort(key=lambda w: w.x0)
    return sorted((Line(line) for line in lines), key=lambda line: (-line.y, line.x0))
