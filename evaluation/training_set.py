"""Invented papers with questions on them, from which the answer model is fitted.

One text file holds several papers: '# title | publisher | date', '## heading', numbered lines,
'? question => lines that answer it', '! question => lines that come near and do not'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "training"
_LINE = re.compile(r"(\d+)\. (.*)")
_ASKED = re.compile(r"([?!]) (.*) => ([\d, ]+)")


@dataclass(frozen=True, slots=True)
class PracticeQuestion:
    """A question on a paper; `lines` (from 0) answer it, or only come near."""

    text: str
    answered: bool
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PracticePaper:
    """A short paper: its lines, each with what stands above it, and the questions on it."""

    lines: tuple[tuple[str, str], ...]
    questions: tuple[PracticeQuestion, ...]


def papers(folder: Path = FOLDER) -> list[PracticePaper]:
    """Every paper, in the order of the files. Raises ValueError naming a line that is none."""
    return [paper for path in sorted(folder.glob("*.txt")) for paper in _papers_of(path)]


def papers_by_place(folder: Path = FOLDER) -> dict[str, tuple[tuple[str, str], ...]]:
    """The lines of every paper by its place: 'a1.0' is the first paper of a1.txt."""
    return {
        f"{path.stem}.{at}": paper.lines
        for path in sorted(folder.glob("*.txt"))
        for at, paper in enumerate(_papers_of(path))
    }


def _papers_of(path: Path) -> list[PracticePaper]:
    found: list[PracticePaper] = []
    blocks = re.split(r"\n(?=# )", path.read_text(encoding="utf-8").strip())
    for block in blocks:
        title = heading = ""
        lines: list[tuple[str, str]] = []
        questions: list[PracticeQuestion] = []
        for text in filter(None, map(str.strip, block.split("\n"))):
            if text.startswith("## "):
                heading = text[3:].split(" > ")[-1]
            elif text.startswith("# "):
                title = text[2:].split("|")[0].strip()
            elif line := _LINE.fullmatch(text):
                lines.append((heading or title, line[2]))
            elif asked := _ASKED.fullmatch(text):
                numbers = tuple(int(each) - 1 for each in asked[3].split(","))
                if max(numbers) >= len(lines):
                    raise ValueError(f"{path.name}: no such line: {text}")
                questions.append(PracticeQuestion(asked[2], asked[1] == "?", numbers))
            else:
                raise ValueError(f"{path.name}: neither line nor question: {text}")
        found.append(PracticePaper(tuple(lines), tuple(questions)))
    return found
