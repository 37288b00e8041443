"""Does a run of words of the published papers stand in the corpus? None should

`python -m tools.sample_corpus.originality FOLDER_OF_PAPERS [CORPUS]` prints the runs it finds.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from zipfile import ZipFile

from pypdf import PdfReader

from tools.sample_corpus.figures import MONTHS, SECTIONS

RUN = 8  # words in a row; shorter runs are the names and figures that any paper on the subject has
# Names of judgements, bodies and indicators: the same words by nature, so a run in one is no copy.
NAMES = (
    "The experiences and progress of children who need help and protection",
    "The experiences and progress of children in care",
    "The experiences and progress of care leavers",
    "The impact of leaders on social work practice with children and families",
    # bodies and offices
    "Ofsted and the Care Quality Commission",
    "Children's Services Continuous Improvement Board",
    "Children and Education Policy & Accountability Committee",
    "Corporate Director of Children's Services",
    "Deputy Mayor and Cabinet Member for Education, Youth and Lifelong Learning",
    "Local Safeguarding Children Board",
    *(one.name for _, indicators in SECTIONS for one in indicators),
)
_WORD = re.compile(r"[a-z0-9]+(?:[.'’][a-z0-9]+)*%?|%")
_TAG = re.compile(r"<[^>]+>")
_SKIP_PAGE_PARTS = re.compile(r"<(script|style)\b.*?</\1>", re.DOTALL)
_MONTHS = {month.split()[0].lower() for month in MONTHS}
_GAP = "\0"  # where a name stood: no run goes across it
_PLAIN = {".txt", ".md", ".csv"}


@dataclass(frozen=True, slots=True)
class Copied:
    """Words that stand in a published paper and in a file of the corpus"""

    file: str
    paper: str
    words: str


def copied_runs(papers: Path, corpus: Path, run: int = RUN) -> list[Copied]:
    """Runs of `run` or more words that both hold; nothing where the folder of papers is missing"""
    if not papers.is_dir():
        return []
    known: dict[tuple[str, ...], str] = {}
    for path in sorted(papers.glob("*.txt")):
        for piece in _runs(words(path.read_text(encoding="utf-8")), run):
            known.setdefault(piece, path.name)
    return [
        Copied(str(path.relative_to(corpus)), known[piece], " ".join(piece))
        for path in sorted(corpus.rglob("*"))
        if path.is_file()
        for piece in _runs(words(text_of(path)), run)
        if piece in known
    ]


def words(text: str) -> list[str]:
    """The words of a text, small and without marks"""
    return _WORD.findall(text.lower().replace("&", " and "))


def text_of(path: Path) -> str:
    """All the words of a corpus file, in the order they are stored"""
    suffix = path.suffix.lower()
    if suffix == ".pdf":
        return "\n".join(page.extract_text() for page in PdfReader(path).pages)
    if suffix in {".docx", ".pptx", ".xlsx"}:
        with ZipFile(path) as parts:
            return "\n".join(
                _plain(parts.read(name).decode("utf-8"), joined=True)
                for name in sorted(parts.namelist())
                if name.endswith(".xml")
            )
    text = path.read_text(encoding="utf-8")
    return text if suffix in _PLAIN else _plain(text, joined=False)


def _plain(markup: str, *, joined: bool) -> str:
    text = _SKIP_PAGE_PARTS.sub(" ", markup)
    if joined:  # Office splits one paragraph into runs: a tag is no gap, the end of a paragraph is
        text = re.sub(r"</(a:p|w:p|si|c:v|a:t|w:t)>", " ", text)
    return unescape(_TAG.sub(" ", text))


def _runs(found: list[str], run: int) -> Iterator[tuple[str, ...]]:
    """Each run, save those with the whole of a name or with more figures than words"""
    text = f" {' '.join(found)} "
    for name in NAMES:
        text = text.replace(f" {' '.join(words(name))} ", f" {_GAP} ")
    kept = text.split()
    for start in range(len(kept) - run + 1):
        piece = tuple(kept[start : start + run])
        spoken = sum(word.isalpha() and word not in _MONTHS for word in piece)
        if _GAP not in piece and spoken > run // 2:
            yield piece


def main(arguments: list[str]) -> int:
    """Print what is found; 1 when there is any"""
    papers = Path(arguments[0])
    corpus = Path(arguments[1]) if len(arguments) > 1 else Path("corpus")
    found = copied_runs(papers, corpus)
    for one in found:
        print(f"{one.file}: {one.words!r} stands in {one.paper}")
    print(f"{len(found)} runs of {RUN} words")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
