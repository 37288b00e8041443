"""What stands before a question and is not of it: 'Head of QA here:', 'room bookings:'."""

from __future__ import annotations

import re
from collections.abc import Callable

from language.words import STOP_WORDS, stem, words

_ASKS = (
    r"(?:what|when|which|who|where|why|how|is|are|do|does|did|can|could|will|would|should|has|have"
    r"|whats|whos|whens)\b"
)
_HELLO = re.compile(
    r"^(?:hi|hello|hey|morning|afternoon|quick (?:q|question|one)|sorry)\b[\w ]{0,20}?[,.!:;–-]+\s*"
    r"(?=\w)",
    re.IGNORECASE,
)
_HERE = re.compile(rf"^(?!{_ASKS})[\w'’&/ -]{{2,40}}? here\s*[,.:;–-]+\s*(?=\w)", re.IGNORECASE)
_PURPOSE = re.compile(
    rf"^(?:i|we)(?:['’]m| am| are|['’]re)? (?:need|needs|want|have|trying|looking|about|asked)"
    rf" to \w+ (?:[\w'’]+ ){{0,2}}(?:for|about|around) (?=.*\b{_ASKS})",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^(?:i['’]?m|i am|as(?! a result)(?! the (?:council|report|inspection|call))|speaking as"
    r"|we['’]re|we are) (?:the|an?|one of|your|new|just)\b"
    r"[^.;:?]{2,60}?(?:,| and| -| –|[.;:])\s+(?=\w+(?:\W+\w+){3})",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"^(?:and |but |so |right so |ok )*(?:if )?"
    r"(?:i|we|my (?:\w+ ){0,3}?\w+|someone|a colleague|somebody)"
    r"(?:['’]ve| have| had|['’]m| was| were)?(?: just| been| am)?"
    r" (?:told|heard|hear|said|says|mentioned|mentions|think|thought|gather|read|understood?)\b"
    r"(?: me| us)?(?:[\w'’ ]{0,30}(?:correctly|rightly|right))?(?: that)?,? ",
    re.IGNORECASE,
)
_TELL_ME = re.compile(
    r"\b(?:please )?(?:could|can|would|will) (?:you|someone|anyone|anybody)(?: please| just)?"
    r" (?:(?:tell|remind|let|show|give) me(?: know)?|(?:talk|walk|run|take) (?:me"
    r"|us) through|explain|list|summarise|outline)"
    r"(?: please)?,? (?=\w)",
    re.IGNORECASE,
)
"""'I've been told that ...', 'could you remind me ...' say nothing of what is asked."""
_WANTS_TO_KNOW = re.compile(
    r"^.{0,200}?\b(?:(?:could|can|would|will) (?:you|someone|anyone|anybody)(?: please| just)?"
    r" (?:tell|remind|let) (?:me|us)(?: know)?|(?:i|we)(?:['’]d| would) like to (?:know|find out)"
    r"|(?:i|we) (?:just )?(?:want|need) to know|(?:do you|does anyone) know|any idea"
    r"|(?:i['’]?m |just )?wondering)(?: please)?,? "
    r"(?=(?:(?:on|by|in|at|from|for|to) )?"
    r"(?:what|when|which|who|whose|where|why|how|if|whether)\b)",
    re.IGNORECASE | re.DOTALL,
)
"""All before 'could you tell me when ...' is who asks and why."""
_LABEL = re.compile(rf"^(?P<label>[\w'’&/ -]{{3,40}}):\s+(?=(?:so |and )?{_ASKS})", re.IGNORECASE)


def without_preamble(text: str, known: Callable[[str], bool]) -> str:
    """The text without a greeting, who asks and what for, where a question follows.

    `known` tells whether the documents have a stem: a label before a colon goes only where half of
    its words or more are none of theirs ('room bookings:' goes, 'youth justice:' stays).
    """
    for each in (_WANTS_TO_KNOW, _ROLE):
        before = each.match(text)
        rest = text[before.end() :] if before else ""
        if any(known(stem(word)) for word in _subjects(rest)):
            text = rest
    for each in (_HELLO, _HERE, _TOLD, _PURPOSE, _TELL_ME):
        text = each.sub("", text, count=1)
    label = _LABEL.match(text)
    if label is not None:
        said = _subjects(label["label"])
        strange = [word for word in said if not known(stem(word))]
        if said and len(strange) * 2 >= len(said):
            text = text[label.end() :]
    return text


def _subjects(text: str) -> list[str]:
    return [word for word in words(text) if word not in STOP_WORDS and not word.isdigit()]
