"""'What does our self-evaluation say about early help?': the subject, and the paper meant."""

from __future__ import annotations

import re

from assistant.concepts import subjects_of
from core.documents import Kind
from language.words import fold

_SAYS = re.compile(
    r"^(?:so |and |please |pls |tell me )?what(?:'s|s)? (?:did|does|do|has|have|had|was|is) "
    r"(?P<who>[\w'’&/ -]{2,70}?) "
    r"(?:say|says|said|saying|find|found|conclude[ds]?|report|reported|think|thought"
    r"|have to say|has to say|tell us|note[ds]?) "
    r"(?:about|on|of|regarding|concerning) (?P<thing>.+?)\??$",
    re.IGNORECASE,
)
_US = re.compile(r"(?:us|it|this|that|them)\b", re.IGNORECASE)
_PAPERS: tuple[tuple[Kind | None, str], ...] = (
    (Kind.SELF_EVALUATION, r"\bself[ -](?:evaluation|assessment)\b|\bsef\b"),
    (Kind.IMPROVEMENT_PLAN, r"\b(?:improvement|action) plan\b|\bplan\b"),
    (Kind.MINUTES, r"\bminutes\b"),
    (Kind.PERFORMANCE_REPORT, r"\b(?:scorecard|performance (?:report|data|indicators?))\b"),
    (Kind.INSPECTION_REPORT, r"\b(?:inspection|inspectors?|ofsted)\b"),
    (None, r"\b(?:reports?|deck|slides|briefing|guidance|framework|papers?|documents?)\b"),
)
"""None: a paper is meant, but which kind its name does not tell."""


def read_paper_asked(text: str) -> tuple[str, Kind | None]:
    """'Early help in our self-evaluation' and its kind; the text as it is where no paper is asked
    what it says.
    """
    found = _SAYS.match(text.strip())
    if found is None or _US.match(found["thing"]) or not subjects_of(found["thing"]):
        return text, None
    who = fold(found["who"])
    for kind, pattern in _PAPERS:
        if re.search(pattern, who):
            return f"{found['thing']} in {found['who']}", kind
    return text, None
