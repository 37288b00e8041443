"""Quoted answers: the best-supported sentence, list or table cell, framed and never rewritten."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.cells import choose_cells, has_periods, is_figures
from assistant.concepts import Concept, coverage, covered
from assistant.evidence import Candidate
from assistant.question import COUNTS, TIMES, Question, Wanted
from core.answers import Citation, Sentence, SentenceKind
from core.documents import Document, Passage, PassageKind
from language.weeks import day_name, find_slot
from language.words import fold

LIST_MARGIN = 0.85
"""A list is given whole when its lead-in or heading says this share of what the item says of the
question: then the question is about the list and not about the item."""

LONGEST_ITEM = 40
"""Words of an item of a list that stands under a heading; longer ones are text."""
UNSAID, UNSAID_SHARE, COMPLEMENT_SHARE, COMPLEMENT_BEHIND = 0.4, 0.25, 0.6, 6.0
"""For the other half of a question of two things: a concept said less than this is unsaid; so much
of the question must be unsaid; so much of that the other must say; so much less evidence."""
_TWO_THINGS = re.compile(r"\b(?:or|and|vs?|versus|against|than|both|compared?|difference)\b|[,&]")
SAYABLE = 20
"""Candidates looked at for one that can be said."""
LIST_BEHIND = 1.2
"""How much less evidence a list may have than a sentence and still be the list asked for."""
SECOND_MARGIN = 0.6
"""How much less evidence a second sentence may have and still be said."""

PAIR = 2
"""Cells of a row that is a name and its value."""
LONGEST_TABLE, NARROW = 12, 3
"""Rows, and cells of a row, of a table that is given whole when a list is asked for."""
LONGEST_LIST = 15
"""Items; a longer run of boxes or bullets is a page, not a list."""


class Quoter:
    """Collects sentences with their citations, one number for each passage cited."""

    def __init__(self) -> None:
        self.sentences: list[Sentence] = []
        self._citations: list[Citation] = []

    @property
    def citations(self) -> tuple[Citation, ...]:
        """The citations so far, by number."""
        return tuple(self._citations)

    def cite(self, document: Document, passage: Passage, spans: tuple[str, ...]) -> int:
        """The number of the citation with these spans, added if new."""
        for each in self._citations:
            if each.passage.id == passage.id and each.spans == spans:
                return each.number
        number = len(self._citations) + 1
        self._citations.append(Citation(number, document, passage, spans))
        return number

    def say(self, text: str, *numbers: int, kind: SentenceKind = SentenceKind.SENTENCE) -> None:
        """Adds a sentence."""
        self.sentences.append(Sentence(text, numbers, kind))


def say_candidate(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    context: Sequence[Passage],
) -> None:
    """Says the best candidate as a cell, a whole list, an item or a sentence.

    `context` holds the passages of the best one's document, in order.
    """
    passage = best.passage
    if passage.kind in (PassageKind.ROW, PassageKind.CHART):
        rows = _small_table(passage, context) if wants_list(question, best) else [passage]
        for row in rows:
            say_row(quoter, question, concepts, best.document, row)
        return
    members = list_members(passage, context)
    if len(members) > 1 and wants_list(question, best):
        say_list(quoter, best.document, members)
        return
    if passage.kind is PassageKind.HEADING:
        below = _below(passage, context)
        if below:
            say_list(quoter, best.document, below, heading=passage)
            return
    if passage.kind is PassageKind.ITEM and passage.lead_in:
        below = _children(passage, context)
        if below and wants_list(question, best):
            say_list(quoter, best.document, below)
            return
        spans = (passage.lead_in, *passage.quotes(best.start, best.end))
        number = quoter.cite(best.document, passage, spans)
        quoter.say(passage.lead_in, number)
        quoter.say(best.text, number, kind=SentenceKind.ITEM)
        return
    children = _children(passage, context)
    if children and (question.wanted is Wanted.LIST or best.text.rstrip().endswith((":", ";"))):
        say_list(quoter, best.document, children)
        return
    number = quoter.cite(best.document, passage, passage.quotes(best.start, best.end))
    quoter.say(best.text, number)


def wants_list(question: Question, best: Candidate) -> bool:
    """True when the question is about the list that the candidate belongs to."""
    one = {*COUNTS, *TIMES, Wanted.FREQUENCY, Wanted.YES_NO, Wanted.NAME, Wanted.EXPANSION}
    one.add(Wanted.GRADE)
    if question.wanted in one:
        return False
    if question.wanted is Wanted.LIST:
        return best.features.above >= best.features.own * LIST_MARGIN
    return best.features.above > 0.5 and best.features.above > best.features.own


def list_members(passage: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The items of the passage's own list, or the loose boxes of its slide, in order."""
    if passage.group < 0 or passage.kind not in (PassageKind.ITEM, PassageKind.BOX):
        return []
    members = [
        each
        for each in context
        if each.group == passage.group
        and each.kind is passage.kind
        and each.headings == passage.headings
        and each.lead_in == passage.lead_in
        and each.level == passage.level
    ]
    return members if len(members) <= LONGEST_LIST else []


def _small_table(row: Passage, context: Sequence[Passage]) -> list[Passage]:
    """All rows of a row's table when it is short and narrow: it is a list then."""
    rows = [each for each in context if each.group == row.group and each.kind is row.kind]
    narrow = all(len([cell for cell in each.cells if cell]) <= NARROW for each in rows)
    return rows if row.group >= 0 and narrow and len(rows) <= LONGEST_TABLE else [row]


def _children(passage: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The items that a line introduces."""
    children: list[Passage] = []
    for each in context[passage.place + 1 :]:
        if each.kind is not PassageKind.ITEM:
            break
        if each.lead_in and passage.text.endswith(each.lead_in):
            children.append(each)
        elif not children or each.level <= children[0].level:
            break
    return children if len(children) <= LONGEST_LIST else []


def _below(heading: Passage, context: Sequence[Passage]) -> list[Passage]:
    """The list under a heading: its items, boxes or headings of the next level, if short."""
    path = (*heading.headings, heading.text)
    below: list[Passage] = []
    for each in context[heading.place + 1 :]:
        if each.headings[: len(path)] != path:
            break
        below.append(each)
    direct = [each for each in below if each.headings == path]
    same = [each for each in direct if each.kind is direct[0].kind]
    short = all(len(each.text.split()) <= LONGEST_ITEM for each in same)
    kinds = (PassageKind.ITEM, PassageKind.BOX, PassageKind.HEADING)
    listed = 1 < len(same) <= LONGEST_LIST and short and same[0].kind in kinds
    return same if listed else []


def say_steps(quoter: Quoter, document: Document, lines: Sequence[Passage]) -> None:
    """Says what stands for a week and day, with the headings that name them in the citation."""
    for line in lines:
        spans = line.quotes() if line.cells else (*line.headings[-1:], *line.quotes())
        number = quoter.cite(document, line, spans)
        kind = SentenceKind.ITEM if len(lines) > 1 else SentenceKind.SENTENCE
        quoter.say(line.text, number, kind=kind)


def correct_day(quoter: Quoter, question: Question, best: Candidate) -> None:
    """'Not Thursday: Wednesday.' where the passage about it names another day than asked."""
    said, asked = find_slot(best.text).days, question.slot.days
    if not said or not asked or said & asked:
        return
    number = quoter.cite(best.document, best.passage, best.passage.quotes(best.start, best.end))
    wrong = " or ".join(day_name(day) for day in sorted(asked))
    right = " and ".join(day_name(day) for day in sorted(said))
    quoter.say(f"Not {wrong} but {right}:", number, kind=SentenceKind.SENTENCE)


def pick(
    question: Question,
    candidates: Sequence[Candidate],
    context_of: Callable[[Candidate], Sequence[Passage]],
) -> Candidate:
    """The best candidate that can be said; a list, if asked for one and one is nearly as good."""
    sayable = [
        each
        for each in candidates[:SAYABLE]
        if each.passage.kind is not PassageKind.HEADING or _below(each.passage, context_of(each))
    ] or list(candidates[:1])
    if question.wanted is not Wanted.LIST:
        return sayable[0]
    for each in sayable:
        if sayable[0].evidence - each.evidence > LIST_BEHIND:
            break
        context = context_of(each)
        if each.passage.kind is PassageKind.HEADING or _children(each.passage, context):
            return each
        members = list_members(each.passage, context) or _small_table(each.passage, context)
        if len(members) > 1 and wants_list(question, each):
            return each
    return sayable[0]


def second_sentence(
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    candidates: Sequence[Candidate],
    quoter: Quoter,
) -> Candidate | None:
    """What the first leaves unsaid of a question of two things; else the next best sentence."""
    complement = _complement(question, concepts, best, candidates)
    if complement is not None:
        return complement
    kinds = {sentence.kind for sentence in quoter.sentences}
    if len(quoter.sentences) > 2 or kinds != {SentenceKind.SENTENCE}:
        return None
    for each in candidates:
        if best.evidence - each.evidence > SECOND_MARGIN:
            return None
        if each.passage.kind in (PassageKind.HEADING, PassageKind.ROW) or each.text == best.text:
            continue
        return each
    return None


def _complement(
    question: Question,
    concepts: Sequence[Concept],
    best: Candidate,
    candidates: Sequence[Candidate],
) -> Candidate | None:
    """The candidate that says the other thing of 'A or B', 'A and B', 'A against B'."""
    if not _TWO_THINGS.search(fold(question.text)):
        return None
    total = sum(each.weight for each in concepts) or 1.0
    unsaid = [each for each in concepts if covered(each, best.fields) < UNSAID]
    if sum(each.weight for each in unsaid) / total < UNSAID_SHARE:
        return None
    others = [
        (coverage(unsaid, each.fields), each)
        for each in candidates
        if each.passage.id != best.passage.id
        and each.features.kind
        and each.passage.kind is not PassageKind.HEADING
        and best.evidence - each.evidence < COMPLEMENT_BEHIND
    ]
    share, other = max(others, key=lambda each: (each[0], each[1].evidence), default=(0.0, best))
    return other if share >= COMPLEMENT_SHARE else None


def say_list(
    quoter: Quoter, document: Document, members: Sequence[Passage], heading: Passage | None = None
) -> None:
    """Says a list whole and in order, after its lead-in or heading."""
    lead_in = members[0].lead_in
    opening = lead_in or (heading.text if heading else "")
    if not opening and members[0].headings:
        opening = members[0].headings[-1]
    for position, member in enumerate(members):
        spans = member.quotes()
        if position == 0 and opening:
            number = quoter.cite(document, member, (opening, *spans))
            quoter.say(opening if opening.endswith((":", "…")) else f"{opening}:", number)
        else:
            number = quoter.cite(document, member, spans)
        quoter.say(member.text, number, kind=SentenceKind.ITEM)


def say_row(
    quoter: Quoter,
    question: Question,
    concepts: Sequence[Concept],
    document: Document,
    passage: Passage,
) -> None:
    """Says the cell asked for with its row and column; the citation holds headers and row."""
    row = passage.quotes()
    if not is_figures(passage) or not has_periods(passage):
        number = quoter.cite(document, passage, (*_said_headers(passage), *row))
        quoter.say(_as_pairs(passage), number, kind=SentenceKind.CELL)
        return
    choice = choose_cells(question, concepts, passage)
    headers = tuple(cell.name for cell in choice.cells if cell.name)
    number = quoter.cite(document, passage, (*headers, *row))
    said = []
    for position, cell in enumerate(choice.cells):
        basis = choice.basis if position == 0 else ""
        name = ", ".join(part for part in (cell.name, basis) if part)
        said.append(f"{cell.value} ({name})" if name else cell.value)
    quoter.say(f"{choice.label}: {'; '.join(said)}", number, kind=SentenceKind.CELL)


def _as_pairs(passage: Passage) -> str:
    """'Board: Continuous Improvement Board. How often: monthly': each cell after its header."""
    named = [
        (passage.header[column] if column < len(passage.header) else "", cell)
        for column, cell in enumerate(passage.cells)
        if cell
    ]
    first, *rest = named
    if len(named) == PAIR:
        return f"{first[1]}: {rest[0][1]}"
    said = [f"{name}: {cell}" if name else cell for name, cell in rest]
    return f"{first[1]} – {'; '.join(said)}" if said else first[1]


def _said_headers(passage: Passage) -> tuple[str, ...]:
    return tuple(
        name for name, cell in zip(passage.header, passage.cells, strict=False) if name and cell
    )
