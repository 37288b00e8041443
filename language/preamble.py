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
_LABEL = re.compile(rf"^(?P<label>[\w'’&/ -]{{3,40}}):\s+(?=(?:so |and )?{_ASKS})", re.IGNORECASE)


def without_preamble(text: str, known: Callable[[str], bool]) -> str:
    """The text without a greeting, who asks and what for, where a question follows.

    `known` tells whether the documents have a stem: a label before a colon goes only where half of
    its words or more are none of theirs ('room bookings:' goes, 'youth justice:' stays).
    """
    for each in (_HELLO, _HERE, _PURPOSE):
        text = each.sub("", text, count=1)
    label = _LABEL.match(text)
    if label is not None:
        said = [w for w in words(label["label"]) if w not in STOP_WORDS and not w.isdigit()]
        strange = [word for word in said if not known(stem(word))]
        if said and len(strange) * 2 >= len(said):
            text = text[label.end() :]
    return text
