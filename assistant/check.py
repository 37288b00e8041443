"""Every sentence that a model wrote, against the passages that it cites. Needs no model itself."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assistant.material import Material
from assistant.written_sentences import WrittenSentence
from language.words import fold

Closeness = Callable[[str, Sequence[str]], Sequence[float]]
"""How near in meaning a sentence is to each of some texts: cosine, -1 to 1."""


class Fault(StrEnum):
    """Why a sentence may not be shown; NONE where it may."""

    NONE = "none"
    UNCITED = "it cites nothing"
    NO_SUCH_PASSAGE = "it cites a passage that was not given"
    FIGURE = "a number, date, time or unit is not in the passage"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence may be shown, and if not, why and over which of its words."""

    fault: Fault
    words: str = ""

    def __bool__(self) -> bool:
        return self.fault is Fault.NONE


def check(
    sentence: WrittenSentence,
    question: str,
    passages: Mapping[int, Material],
    closeness: Closeness,
) -> Verdict:
    """Whether the passages that a sentence cites bear it out, every claim of it.

    `passages` are those that were sent, by number. `question` is what was asked: its words are
    claims like any others when the sentence repeats them.
    """
    if not sentence.numbers or sentence.odd:
        return Verdict(Fault.UNCITED)
    missing = [number for number in sentence.numbers if number not in passages]
    if missing:
        return Verdict(Fault.NO_SUCH_PASSAGE, str(missing[0]))
    cited = " ".join(fold(passages[number].text) for number in sentence.numbers)
    for figure in re.findall(r"\d+(?:[.,]\d+)*", sentence.text):
        if not re.search(rf"(?<![\d.]){re.escape(figure)}(?!\d)", cited):
            return Verdict(Fault.FIGURE, figure)
    return Verdict(Fault.NONE)
