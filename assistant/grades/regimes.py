"""Frameworks and their changes, read from whatever live document holds the table of them.

The table is known by its columns: Framework, What changed, From, Before, Since, Words of the older
rule; 'Only with' may stand beside them. Whoever edits a row changes what the assistant says.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from assistant.question import Question
from assistant.quoter import Quoter
from core.answers import SentenceKind
from core.dates import PartialDate
from core.documents import Document, Passage, PassageKind
from language.dates import find_dates
from language.words import fold
from vectorstore.index import IndexReader

COLUMNS = ("framework", "what changed", "from", "before", "since", "words of the older rule")
_ONLY_WITH = "only with"
_OLDER = re.compile(
    r"\b(?:before|did|was|were|used to|until)\b(?!.*\b(?:change\w*|end\w*|start\w*)\b)"
)
_NOT_OF_A_DATE = re.compile(r"[^\W\d_]{3,}")


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a framework, as its row of the table has it."""

    document: Document
    passage: Passage
    framework: str
    what: str
    """What changed, to be read after 'when': 'the overall-effectiveness judgement ended'."""
    starts: PartialDate
    written: str
    """The same as the row writes it: '1 April 2026'."""
    planned: bool
    """The row has more than a date ('2027, planned'): not in force on any day."""
    before: str
    since: str
    words: tuple[str, ...]
    """Words by which a passage shows that it is of the older rule; none for a general update."""
    only_with: tuple[str, ...]
    """Where given, one of these stands in the passage or above it too."""

    @property
    def name(self) -> tuple[str, str]:
        """What makes it the same change in another paper."""
        return plain(self.framework), plain(self.what)

    def in_force(self, day: date) -> bool:
        """True from the first day that its date can mean."""
        return not self.planned and self.starts.earliest() <= day

    def says_it(self, cell: str) -> str:
        """A cell of the row with the row's date before it, where the cell does not have it."""
        dated = self.written in cell or cell == self.before
        return cell if dated else f"{self.written}: {cell}"

    def of(self, text: str, around: str) -> bool:
        """True where a text is of the older rule; `around` is the text with what stands above."""
        said = self.words or (self.framework,)
        return says_one(said, text) and (not self.only_with or says_one(self.only_with, around))


def changes_of(index: IndexReader) -> list[Change]:
    """The changes that the live documents give, oldest first; none without such a table.

    A change that two of them give is the newer paper's.
    """
    keys = sorted(index.store.under_headers(COLUMNS))
    live = [document for key in keys if (document := index.live(*key)) is not None]
    found: list[Change] = []
    known: set[tuple[str, str]] = set()
    for document in sorted(live, key=lambda each: each.dated, reverse=True):
        rows = read_changes(document, index.passages(document.id, document.version))
        found += [each for each in rows if each.name not in known]
        known.update(each.name for each in rows)
    return sorted(found, key=lambda each: each.starts.earliest())


def is_row_of_changes(passage: Passage) -> bool:
    """True for a row under the columns of a table of changes."""
    return passage.kind is PassageKind.ROW and set(COLUMNS) <= set(map(_named, passage.header))


def read_changes(document: Document, passages: Iterable[Passage]) -> list[Change]:
    """The rows of a document's tables of changes; a row without a date of its own is left out."""
    found: list[Change] = []
    for passage in passages:
        if not is_row_of_changes(passage):
            continue
        cells = dict(zip(map(_named, passage.header), passage.cells, strict=False))
        mentions = find_dates(cells.get("from", ""))
        if not mentions:
            continue
        start, written = mentions[0], cells["from"]
        rest = written[: start.start] + written[start.end :]
        found.append(
            Change(
                document=document,
                passage=passage,
                framework=cells["framework"],
                what=cells["what changed"].rstrip(" ."),
                starts=start.date,
                written=written[start.start : start.end],
                planned=bool(_NOT_OF_A_DATE.search(rest)),
                before=cells.get("before", ""),
                since=cells.get("since", ""),
                words=_listed(cells.get("words of the older rule", "")),
                only_with=_listed(cells.get(_ONLY_WITH, "")),
            )
        )
    return found


def say_change(quoter: Quoter, question: Question, document: Document, passage: Passage) -> bool:
    """Says what the rule is since a row's change, or was before it where that is asked.

    False, and nothing is said, when the passage is no row of a table of changes.
    """
    for change in read_changes(document, [passage]):
        older = change.before and (question.earlier or _OLDER.search(fold(question.text)))
        cell = change.before if older else change.since or change.what
        number = quoter.cite(document, passage, passage.quotes())
        quoter.say(change.says_it(cell), number, kind=SentenceKind.CELL)
        return True
    return False


def plain(text: str) -> str:
    """A text for finding words in: folded, 'overall-effectiveness' as two words."""
    return re.sub(r"[\s-]+", " ", fold(text))


def says_one(phrases: Iterable[str], text: str) -> bool:
    """True where a paper's text holds one of the phrases, in one or many.

    A short form in capitals only as it is written: 'SEND' is not to send.
    """
    within = plain(text)
    return any(
        re.search(rf"\b{re.escape(each)}s?\b", text)
        if each.isupper()
        else re.search(rf"\b{re.escape(plain(each))}s?\b", within)
        for each in phrases
    )


def most_telling(changes: Iterable[Change]) -> list[Change]:
    """Without those whose words another has too that says where they are meant ('school')."""
    changes = list(changes)
    placed = {word for each in changes if each.only_with for word in each.words}
    return [each for each in changes if each.only_with or not placed & set(each.words)]


def missed_by(
    changes: Iterable[Change], document: Document, passage: Passage, said: str
) -> list[Change]:
    """The changes that words said from a passage do not know of, oldest first.

    The words are of the older rule, and the paper is from before the change or may be: undated.
    """
    above = (document.title, *passage.headings, passage.section, passage.text, said)
    around = " . ".join(above)
    return most_telling(
        each
        for each in changes
        if document.id != each.document.id
        and _may_be_before(document, each)
        and each.of(said, around)
    )


def _may_be_before(document: Document, change: Change) -> bool:
    written = document.dated
    if written:
        return written.latest() < change.starts.earliest()
    # A bound that its own words give.
    bound = document.no_earlier_than
    return not bound or bound.earliest() < change.starts.earliest()


def _named(header: str) -> str:
    return fold(header).strip()


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())
