"""Which papers set out an inspection by weeks, and which of them is likeliest meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.timetables.agreed_paper import precedence
from assistant.timetables.dated_steps import SourcedStep
from assistant.timetables.placed_by_date import has_date
from core.documents import NATIONAL, Document
from core.inspection_steps import InspectionStep, InspectionType
from language.inspections import OF_ILACS


def types_with_steps(steps: Iterable[SourcedStep]) -> tuple[InspectionType, ...]:
    """The kinds of inspection that papers set out, ILACS split into its two where they are."""
    found = {each.step.inspection for each in steps}
    if InspectionType.ILACS in found and found & OF_ILACS:
        found.discard(InspectionType.ILACS)
    if len(found) > 1:
        found.discard(InspectionType.UNSAID)
    return tuple(each for each in InspectionType if each in found)


def editions(steps: Sequence[SourcedStep], inspection: InspectionType) -> tuple[Document, ...]:
    """The papers that set out weeks of a kind of inspection, the likeliest meant first.

    The one about a council goes before the nation's, the newer before the older, the fuller
    before the sparser; one that calls itself the timetable agreed for an inspection, or gives its
    dates, comes last.
    """
    counts: dict[str, int] = {}
    papers: dict[str, Document] = {}
    dates: dict[str, int] = {}
    for each in steps:
        if is_week_of(each.step, inspection):
            name = each.document.id
            dates[name] = dates.get(name, 0) + (1 if has_date(each) else -1)
            papers[name] = each.document
            counts[name] = counts.get(name, 0) + bool(each.step.days)

    def rank(document: Document) -> tuple[int, bool, bool, str, int]:
        number, usual = counts[document.id], precedence(document, "")
        # Mostly dates: it is of one inspection, perhaps an earlier one.
        usual = 0 if dates[document.id] > 0 else usual
        return usual, number > 1, document.about != NATIONAL, document.dated.iso(), number

    return tuple(sorted(papers.values(), key=rank, reverse=True))


def likeliest(steps: Sequence[SourcedStep], types: Sequence[InspectionType]) -> InspectionType:
    """The kind of inspection that a council's own paper sets out, else the one that papers set out
    most fully, day by day.
    """

    def rank(kind: InspectionType) -> tuple[bool, int]:
        papers = [each for each in editions(steps, kind) if _says(steps, each, kind)]
        if not papers:
            return False, 0
        of_kind = [each for each in steps if each.document == papers[0]]
        days = sum(bool(each.step.days) and each.step.inspection is kind for each in of_kind)
        return papers[0].about != NATIONAL, days

    return max(types, key=rank, default=InspectionType.UNSAID)


def _says(steps: Sequence[SourcedStep], document: Document, kind: InspectionType) -> bool:
    return any(each.document == document and each.step.inspection is kind for each in steps)


def is_week_of(step: InspectionStep, wanted: InspectionType) -> bool:
    """Is it a step of the weeks of a kind? Weeks of no kind are ILACS's; others have to say so."""
    unsaid = step.inspection is InspectionType.UNSAID
    broad = (*OF_ILACS, InspectionType.ILACS, InspectionType.UNSAID)
    return bool(step.weeks) and is_of(step.inspection, wanted) and (not unsaid or wanted in broad)


def is_of(said: InspectionType, wanted: InspectionType) -> bool:
    """Does what a paper says of a kind hold for the kind that is wanted?"""
    if said in (wanted, InspectionType.UNSAID):
        return True
    return said is InspectionType.ILACS and wanted in OF_ILACS
