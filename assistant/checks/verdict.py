"""What the check of a written sentence comes to: nothing, or one fault and its words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Fault(StrEnum):
    """Why a sentence may not be shown; NONE where it may."""

    NONE = "none"
    UNCITED = "it cites nothing"
    NO_SUCH_PASSAGE = "it cites a passage that was not given"
    FIGURE = "a number, date, time or unit is not in the passage"
    DAY = "a weekday is not in the passage"
    GRADE = "a grade is not in the passage"
    NAME = "a name is not in the passage, or stands by something else there"
    QUOTE = "words in quotation marks are not the passage's"
    COUNCIL = "it is about another council, and does not say so"
    MISPLACED = "a figure belongs to something else in the passage"
    MERGED = "it joins what one passage says to what another says"
    DENIED = "it denies what the passage says, or says what it denies"
    DIRECTION = "it goes the other way than the passage"
    SURER = "it says more, or says it more surely, than the passage"
    NOT_BORNE = "its words are not borne out by the passage"
    OTHER_PASSAGE = "the passage that it cites says nothing of it"
    UNFIT = "it speaks of the machine, or holds a link or markup"


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a sentence may be shown, and if not, why and over which of its words."""

    fault: Fault
    words: str = ""

    def __bool__(self) -> bool:
        return self.fault is Fault.NONE

    @classmethod
    def sound(cls) -> Verdict:
        """Nothing is wrong."""
        return cls(Fault.NONE)
