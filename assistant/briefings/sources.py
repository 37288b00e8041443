"""The sources of a pack's answers: which show, which must, and what they are called."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from core.answers import Answer, Citation
from core.documents import TextForm
from core.packs import Item

_POINTED_TO = re.compile(r"\b[Ss]ource (\d+)")
"""How a note names a source: 'see source 2' (`assistant.grades.regime_notes`)."""


def visible(item: Item) -> tuple[Citation, ...]:
    """The citations that show: those not hidden; a sentence keeps at least its first, and a note
    what it points to.
    """
    if item.kept is None:
        return ()
    answer = item.kept.answer
    wanted = _not_hidden(answer, item.hidden)
    return tuple(each for each in answer.citations if each.number in wanted)


def needed(item: Item) -> frozenset[int]:
    """Numbers of the citations that show and cannot be left out too."""
    if item.kept is None:
        return frozenset()
    answer = item.kept.answer
    shown = _not_hidden(answer, item.hidden)
    groups = [{each.number for each in cited} for cited in by_place(answer.citations).values()]
    return frozenset(
        number
        for group in groups
        for number in group & shown
        if group & _not_hidden(answer, item.hidden | group)
    )


def _not_hidden(answer: Answer, hidden: frozenset[int]) -> set[int]:
    wanted = {each.number for each in answer.citations} - hidden
    for note in answer.notes:
        wanted |= {int(number) for number in _POINTED_TO.findall(note.text)}
    for sentence in answer.sentences:
        if sentence.citations and wanted.isdisjoint(sentence.citations):
            wanted.add(sentence.citations[0])
    return wanted & {each.number for each in answer.citations}


def with_titles(text: str, citations: Iterable[Citation]) -> str:
    """A note with its papers' titles for 'source 2', where sources have no numbers."""
    titles = {each.number: each.document.title for each in citations}

    def title(found: re.Match[str]) -> str:
        named = titles.get(int(found[1]))
        return f"‘{named}’" if named else found[0]

    return _POINTED_TO.sub(title, text)


def renumbered(text: str, numbers: Mapping[int, int]) -> str:
    """A note with other numbers for its sources: `numbers`, old to new."""

    def number(found: re.Match[str]) -> str:
        old = int(found[1])
        return f"{found[0][: -len(found[1])]}{numbers.get(old, old)}"

    return _POINTED_TO.sub(number, text)


def by_place(citations: Iterable[Citation]) -> dict[str, tuple[Citation, ...]]:
    """Source line -> the citations of that place of a paper, in order of the first."""
    found: dict[str, list[Citation]] = {}
    for each in citations:
        found.setdefault(source_line(each), []).append(each)
    return {line: tuple(cited) for line, cited in found.items()}


def numbers_of(citations: Sequence[Citation]) -> str:
    """'1, 3': what stands in brackets before a source line."""
    return ", ".join(str(each.number) for each in citations)


def source_line(citation: Citation) -> str:
    """'When Ofsted calls, October 2024, slide 4': no file's name."""
    document, where = citation.document, place(citation)
    return ", ".join(filter(None, [document.title, str(document.dated), where]))


def place(citation: Citation) -> str:
    """'page 3', 'section Leadership'; '' for a paper without parts."""
    document, passage = citation.document, citation.passage
    if passage.page:
        return f"{document.form.value} {passage.page}"
    if document.form is TextForm.SECTIONS and passage.headings:
        return f"section {passage.headings[-1]}"
    return ""
