"""Practice prompts made from the papers: areas of focus, priorities, figures, others' themes."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from assistant.question import understand
from assistant.rehearsal.groups import groups_in
from assistant.tables.columns import has_periods, is_figures, read_row
from assistant.tables.figures import against
from assistant.which_paper.editions import speaking
from core.answers import Citation
from core.documents import NATIONAL, Document, Passage, PassageKind
from core.rehearsal import About, Area, Prompt, Role
from core.settings import Settings
from language.organisations import canonical
from language.words import fold
from vectorstore.index import IndexReader

MOST = 60
"""Prompts made at most; a shelf of papers would make hundreds alike."""
NAMED_IN = 9
"""Words in which a line without a number names a priority; a longer one tells of them."""
LONGEST = 90
"""Letters of the words taken from a paper into a prompt."""
_FOCUS = re.compile(
    r"\b(?:areas? (?:of|for) (?:focus|improvement|development)"
    r"|what needs to improve|next steps|priorit(?:y|ies))\b"
)
_PRIORITY = re.compile(r"\bpriorit(?:y|ies)\b")
_THEMES = re.compile(
    r"\bthemes?\b(?=.*\b(?:inspect\w*|reports?|others?|elsewhere|councils?|common)\b)"
)
_NUMBERED = re.compile(
    r"^(?:priority |theme )?(?:\d+|one|two|three|four|five)[.:)]\s*", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\([^)]*\)")
_LINES = (PassageKind.ITEM, PassageKind.BOX, PassageKind.ROW)
_SENIOR = (Role.TEAM_MANAGER, Role.HEAD_OF_SERVICE)
_ASKS = {
    "focus": (
        "Your papers name this as something to work on: {what}. "
        "What is different for children because of that work?"
    ),
    "priority": (
        "This is a priority in your papers: {what}. What have you seen change because of it?"
    ),
    "theme": "Inspectors elsewhere often raise this: {what}. What would they find here?",
    "figure": "This figure has moved in your papers: {what}. What lies behind it?",
}


def prompts(settings: Settings, index: IndexReader) -> tuple[Prompt, ...]:
    """The prompts that our own current papers give, each once, with the passage it is made of."""
    question = understand([""], settings.organisation, settings.organisation_also)
    current = speaking(index.documents, question)
    found: dict[str, Prompt] = {}
    for document in index.documents:
        if document.id in current and _is_ours(document, settings):
            for passage in index.passages(document.id, document.version):
                for kind, what in _topics(passage):
                    made = _prompt(kind, what, document, passage)
                    found.setdefault(fold(what), made)
    return tuple(found.values())[:MOST]


def _is_ours(document: Document, settings: Settings) -> bool:
    if document.about == NATIONAL or not document.about:
        return False
    return not settings.organisation or canonical(document.about) == canonical(
        settings.organisation
    )


def _topics(passage: Passage) -> Iterator[tuple[str, str]]:
    """What kind of prompt a passage gives, and the words for it."""
    heading = fold(passage.headings[-1]) if passage.headings else ""
    if passage.kind is PassageKind.ROW and is_figures(passage) and has_periods(passage):
        row = read_row(passage)
        cells = [*row.cells]
        oldest = next((each for each in cells if each is not row.now), None)
        newest = row.now or row.newest
        if oldest and newest and against(oldest.value, newest.value) not in ("", "the same"):
            yield "figure", _short(_ASIDE.sub("", row.label))
        return
    if passage.kind not in _LINES:
        return
    if _THEMES.search(heading):
        what = read_row(passage).label if passage.cells else passage.text
        yield "theme", _short(what)
    elif _FOCUS.search(heading) and not passage.cells and len(heading) < LONGEST:
        kind = "priority" if _PRIORITY.search(heading) else "focus"
        numbered = _NUMBERED.match(passage.text)
        if kind == "focus" or numbered or len(passage.text.split()) <= NAMED_IN:
            yield kind, _short(_NUMBERED.sub("", passage.text))


def _short(words: str) -> str:
    """A line as it stands in a question: 'domestic abuse, neglect', cut at a word."""
    plain = " ".join(words.split()).rstrip(" .;:")
    if len(plain) <= LONGEST:
        return f"'{plain}'"
    return f"'{plain[:LONGEST].rsplit(' ', 1)[0].rstrip(' ,;:')} …'"


def _prompt(kind: str, what: str, document: Document, passage: Passage) -> Prompt:
    """`source` holds the passage, so that the screen can show where the prompt comes from."""
    area = _area(f"{what} {passage.section}")
    number = hashlib.blake2b(f"{document.id}{what}".encode(), digest_size=4).hexdigest()
    return Prompt(
        id=f"made-{number}",
        roles=_roles(area, kind),
        area=area,
        about=About.COUNCIL,
        text=_ASKS[kind].format(what=what),
        shows=("what has been done", "what it means for children", "how you know"),
        source=Citation(1, document, passage, passage.quotes()),
    )


def _roles(area: Area, kind: str) -> tuple[Role, ...]:
    if kind == "figure":
        return (*_SENIOR, Role.INDEPENDENT_REVIEWING_OFFICER)
    own = {
        Area.CARE_LEAVERS: (Role.PERSONAL_ADVISER,),
        Area.CHILDREN_IN_CARE: (Role.SOCIAL_WORKER, Role.INDEPENDENT_REVIEWING_OFFICER),
        Area.HELP_AND_PROTECTION: (Role.SOCIAL_WORKER, Role.EARLY_HELP_PRACTITIONER),
        Area.LEADERSHIP_AND_IMPACT: (Role.SOCIAL_WORKER,),
    }
    return (*own[area], *_SENIOR)


_PROTECTION = re.compile(
    r"\b(?:early help|family hubs?|domestic abuse|neglect|front door|mast|mash|exploit\w*|missing"
    r"|protection|harm|single assessments?|assessments?|young carers?|homeless|fostering"
    r"|step[- ]?(?:up|down)|handovers?|adolescents?)\b"
)
_CARE = re.compile(r"\b(?:placements?|permanence|in care|foster|reviewing|unregulated)\b")


def _area(words: str) -> Area:
    groups, folded = groups_in(words), fold(words)
    if "leavers" in groups:
        return Area.CARE_LEAVERS
    if groups & {"care", "alone"} or (_CARE.search(folded) and "private" not in folded):
        return Area.CHILDREN_IN_CARE
    if groups & {"need", "plan", "contacts", "homeless"} or _PROTECTION.search(folded):
        return Area.HELP_AND_PROTECTION
    return Area.LEADERSHIP_AND_IMPACT
