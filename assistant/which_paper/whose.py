"""'We' where no council is set: asked once, and only where it decides the answer."""

from __future__ import annotations

from assistant.state import State, Step, settle
from assistant.which_paper.ours import choices
from core.answers import Answer, Sentence, SentenceKind, Status
from core.documents import NATIONAL, UNKNOWN

SAID = (Status.ANSWERED, Status.PARTLY_ANSWERED, Status.CONFLICTING)
"""What an answer's status is that holds something of the documents."""


def asking_whose(steps: tuple[Step, ...]) -> Step:
    """A step that runs those given, and asks whose 'we' is where a council's paper answers.

    What the country's guidance answers is the same for every council.
    """

    def step(state: State) -> Answer | None:
        answer = settle(state, steps)
        if answer is None or not _unclear(state) or not _of_a_council(answer):
            return answer
        options = choices(state.search.index.documents)
        if len(options) < 2:
            return answer
        text = "Which council do you mean by 'we'? The documents are about more than one."
        state.notes.clear()
        frame = Sentence(text, kind=SentenceKind.FRAME)
        return state.answer(Status.NEEDS_CLARIFICATION, [frame], options=options)

    return step


def _unclear(state: State) -> bool:
    question = state.asked
    return question.ours and not question.organisation and not state.organisation


def _of_a_council(answer: Answer) -> bool:
    abouts = {each.document.about for each in answer.citations}
    return answer.status in SAID and bool(abouts - {NATIONAL, UNKNOWN})
