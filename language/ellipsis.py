"""'And for a short one?' after 'how much notice for a standard inspection?': the whole question."""

from __future__ import annotations

import re

_PREPOSITIONS = "for|at|with|by|about|under|from|to"
_FOLLOWS = re.compile(
    rf"^(?:and|so|but|ok|what about|how about|and what about)?[, ]*"
    rf"(?P<how>{_PREPOSITIONS}) (?P<what>[\w'’&/ -]{{2,60}}?)\s*\??$",
    re.IGNORECASE,
)
_PHRASE = (
    r"(?:(?:an?|the|our|their|this|that|its|each|every) )?[\w'’&/-]+(?: [\w'’&/-]+){0,3}?"
    rf"(?=\s*(?:[?,.;(]|$)|\s+(?:{_PREPOSITIONS}|in|on|and|or|when|if|is|are|was|were|do|does)\b)"
)
_ONE = re.compile(r"\bones?\b")


def completed(follow: str, before: str) -> str:
    """The question before with the phrase of the follow-up in place of its own: same preposition,
    'one' for its noun. Put at the end where it has none such; '' where this is no such follow-up.
    """
    found = _FOLLOWS.match(follow.strip())
    if found is None:
        return ""
    how, what = found["how"].lower(), found["what"]
    own = list(re.finditer(rf"\b{how} (?P<what>{_PHRASE})", before, re.IGNORECASE))
    if not own:
        if _ONE.search(what):
            return ""
        return f"{before.rstrip(' ?.')} {how} {what}?"
    last = own[-1]
    what = _ONE.sub(last["what"].split()[-1], what)
    return f"{before[: last.start()]}{how} {what}{before[last.end() :]}"
