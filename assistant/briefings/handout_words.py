"""Words of the hand-outs, and text made fit for their files."""

from __future__ import annotations

import re

from assistant.briefings.handout import Handout, Unanswered

CHECKED = "Looked up in {count} documents on {date}. Check the source before you rely on it."
ALL_READ = "Each answer was read and approved before it was handed out."
NOT_READ = "Nobody has read and approved {numbers} yet."
FROM = "Fingerprint of the documents: {fingerprint}"
SOURCES = "Sources"
SOURCES_OF = "Sources: {question}"
GOES_ON = "{question} (continued)"
NOT_SAID = "What the documents do not say"
NOT_SAID_WHY = "These questions were asked, and no document answers them."
LEFT_OUT = "Left out"
LEFT_OUT_WHY = "These questions are not checked on the documents as they are now."

# What XML 1.0 does not allow; a paper read from a PDF can hold some.
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_over(given: Handout) -> str:
    """Which answers somebody has read and approved; '' where there is none."""
    if not given.sections:
        return ""
    unread = [str(each.number) for each in given.sections if not each.approved]
    *some, last = unread or [""]
    numbers = f"{', '.join(some)} and {last}" if some else last
    return NOT_READ.format(numbers=numbers) if unread else ALL_READ


def clean(text: str) -> str:
    """`text` on one line, without what an Office file may not hold."""
    return " ".join(_ILLEGAL.sub(" ", text).split())


def listed(each: Unanswered) -> str:
    """'3. Who sings? (not looked for yet)'."""
    reason = f" ({each.reason})" if each.reason else ""
    return f"{each.number}. {clean(each.question)}{reason}"
