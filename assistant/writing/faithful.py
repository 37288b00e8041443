"""Whether what is left of a written answer may stand for the quoted one, as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from assistant.answer_types import holds
from assistant.question import Question
from assistant.writing.instructions import instructs, speaks_to_a_model
from assistant.writing.material import MOST_PASSAGES
from assistant.writing.sentences import WrittenSentence
from core.answers import Answer, Note, NoteKind, Sentence, SentenceKind, Status

WORDED = "By {model}; each sentence was checked against the source that it cites."
_CAN_BE = (Status.ANSWERED, Status.PARTLY_ANSWERED)

_TAKES_UP = re.compile(
    r"(?:it|its|they|them|their|this|these|those|that|he|his|she|her|both|neither|either|such|there"
    r"|but|however|instead|otherwise|therefore|so|then|also|in addition|as a result|the (?:same"
    r"|latter|former|other|second|third|rest|first of these))\b",
    re.IGNORECASE,
)
"""How a sentence begins that says something of the one before it."""


@dataclass(slots=True)
class Draft:
    """A written answer as far as it has passed its check."""

    quoted: Answer
    model: str
    written: list[WrittenSentence] = field(default_factory=list)
    dropped: int = 0
    broken: bool = False
    """The sentence before was dropped: one that takes it up again would speak of something else."""
    lead_in: WrittenSentence | None = None
    """A line that introduces a list whose first item has not come yet."""

    def drop(self) -> None:
        """Counts a sentence that is not shown."""
        self.dropped += 1
        self.broken = True

    def hangs(self, sentence: WrittenSentence) -> bool:
        """Whether a sentence takes up one that was dropped: 'it' would be what stands before."""
        return self.broken and bool(_TAKES_UP.match(sentence.text))

    def add(self, sentence: WrittenSentence) -> None:
        """Takes a sentence in, unless it is there already."""
        if all(each.text != sentence.text for each in self.written):
            self.written.append(sentence)
        self.broken = False

    def answer(self) -> Answer:
        """What may be shown: corrections as quoted, then the sentences, numbered by first use."""
        kept = [s for s in self.quoted.sentences if s.kind is SentenceKind.CORRECTION]
        said = kept + [Sentence(each.text, each.numbers, each.kind) for each in self.written]
        order = list(dict.fromkeys(number for each in said for number in each.citations))
        number_of = {old: new for new, old in enumerate(order, start=1)}
        cited = {each.number: each for each in self.quoted.citations}
        return replace(
            self.quoted,
            sentences=tuple(
                replace(each, citations=tuple(number_of[n] for n in each.citations))
                for each in said
            ),
            citations=tuple(replace(cited[old], number=number_of[old]) for old in order),
            notes=(*self.quoted.notes, Note(NoteKind.WORDING, WORDED.format(model=self.model))),
            worded_by=self.model,
        )


def can_be_worded(quoted: Answer) -> bool:
    """True where all that a quoted answer says stands in passages that can be sent.

    Documents that disagree are never blended, what was worked out stands in no passage, and no
    model is shown what speaks to it, in a passage or in the question.
    """
    passages = (each.passage.text for each in quoted.citations)
    if instructs(quoted.question) or any(map(speaks_to_a_model, passages)):
        return False
    calculated = any(each.kind is SentenceKind.CALCULATED for each in quoted.sentences)
    return (
        quoted.status in _CAN_BE and 0 < len(quoted.citations) <= MOST_PASSAGES and not calculated
    )


def stands(draft: Draft, asked: Question) -> bool:
    """False where what was dropped, or never written, would mislead.

    A written answer has what the question asks for wherever the quoted one has, and of a list
    every item; no more of its sentences failed than passed.
    """
    quoted, answer = draft.quoted, draft.answer()
    if draft.dropped > len(draft.written):
        return False
    if holds(asked, quoted.text) > holds(asked, answer.text):
        return False
    cited = {number for each in draft.written for number in each.numbers}
    items = {n for s in quoted.sentences if s.kind is SentenceKind.ITEM for n in s.citations}
    first = next((s.citations for s in quoted.sentences if s.citations), ())
    return items <= cited and bool(cited & set(first))
