"""What the load run makes of the sessions' answers, and that its sessions really ask."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from assistant.answering import Assistant
from core.answers import Answer, Sentence, Status
from evaluation.load import Outcome, Session, crowd, outcomes


def an_answer(question: str, text: str, status: Status = Status.ANSWERED) -> Answer:
    return Answer(status, question, (Sentence(text),))


def test_an_answer_is_looked_for_among_ones_own_then_the_others():
    before = [an_answer(each, f"{each} before") for each in "abcdef"]
    after = [an_answer(each, f"{each} after") for each in "abcdef"]
    got = [
        an_answer("a", "a before"),
        an_answer("b", "b after"),
        an_answer("c", "half way"),
        an_answer("d", "a after"),
        an_answer("a", "e before"),
        an_answer("f", "", Status.ERROR),
    ]
    sessions = [Session(each, answer, 0.1) for each, answer in zip("abcdef", got, strict=True)]
    assert outcomes(sessions, before, after) == Counter(
        {Outcome.OWN: 2, Outcome.FOREIGN: 2, Outcome.CHANGED: 1, Outcome.ERROR: 1}
    )


def test_sessions_at_once_each_get_their_own_answer(assistant_over: Callable[..., Assistant]):
    days = "23456"
    lines = "\n\n".join(f"List {each} is sent on day {each}." for each in days)
    assistant = assistant_over({"minutes/days.md": f"# Days\n\n{lines}\n"})
    questions = [f"What is sent on day {each}?" for each in days] * 3
    alone = [assistant.ask([question]) for question in questions]
    sessions = crowd(assistant, questions, [0.0] * len(questions))
    assert [each.question for each in sessions] == questions
    assert outcomes(sessions, alone, alone) == Counter({Outcome.OWN: len(questions)})
