"""'In our last report', 'the latest inspection report': the newest edition is meant, by name.

Which paper that is goes by dates (`editions.py`), so its name is no subject to look for: a
line that says 'since the last inspection' is not nearer to 'what is to improve in our last report'.
"""

from __future__ import annotations

import re

from assistant.concepts import subjects_of
from language.words import fold

_NEWEST = re.compile(
    r"(?:\b(?:in|from|of|by|at|as per|according to) )?(?:\b(?:our|the|their|its) )?"
    r"\b(?:latest|newest|most recent|current|last)"
    r"(?: (?:ofsted|inspection|inspectors'?|published|ilacs))* reports?\b",
    re.IGNORECASE,
)


def names_newest(text: str) -> bool:
    """True for a question of what the newest report says."""
    return bool(_NEWEST.search(fold(text)))


def without_newest(text: str) -> str:
    """The question without that name; as it is where nothing to look for would be left."""
    rest = _NEWEST.sub(" ", text)
    return rest if subjects_of(rest) else text
