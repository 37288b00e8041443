"""Puts right a grade that a question takes for granted: 'why did our care leavers get good?'"""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer_types import states_a_grade
from assistant.compose import say_candidate
from assistant.concepts import Concept
from assistant.covered import coverage
from assistant.evidence import Candidate
from assistant.grades.judgements import areas_of, of_the_council
from assistant.nearby import quoted_answer, refused
from assistant.premises import grades_in, takes_a_grade
from assistant.quoter import Quoter
from assistant.state import State
from assistant.wanted import Wanted
from assistant.which_paper.ours import subject_of
from core.answers import Answer
from core.documents import PassageKind
from language.words import content_terms, fold

SAID = 0.6
"""How much of what the question says the grade was of the sentence must say."""
_OF_ALL = frozenset(content_terms("overall effectiveness children's services council we us our"))


def correct_grade(state: State) -> Answer | None:
    """'Not good but outstanding:' with the passage, where all that grade it say another grade."""
    question = state.asked
    asked = takes_a_grade(fold(question.text))
    if not asked or question.wanted in (Wanted.GRADE, Wanted.YES_NO, Wanted.LIST):
        return None
    of = areas_of(state.concepts)
    if not of and not question.periods:
        return None
    grading = [each for each in state.candidates if _grades(each, of)]
    if not grading or any(_grade_of(each) == asked for each in grading):
        return None
    best = max(grading, key=lambda each: (_is_row(each), each.evidence))
    quoter = Quoter()
    number = quoter.cite_sentence(best)
    given = grades_in(fold(best.text))
    quoter.correct(grades_in(fold(question.text))[asked], next(iter(given.values())), number)
    say_candidate(quoter, question, state.concepts, best, state.context(best.document))
    return quoted_answer(state, quoter)


def refuse_without_grade(state: State) -> Answer | None:
    """'Is our early help outstanding?' is not answered by praise of it, nor 'what grade did that
    council get?' by the grade of a home.
    """
    question = state.asked
    graded = takes_a_grade(fold(question.text))
    if not state.candidates or not (question.wanted is Wanted.GRADE or graded):
        return None
    best, of = state.candidates[0], areas_of(state.concepts)
    given = states_a_grade(_told(best)) and coverage(of, best.fields[:1]) >= SAID
    if question.wanted is Wanted.YES_NO and of and not given:
        name = " and ".join(each.name for each in of)
        return refused(state, f"The documents give no grade of {name}.")
    whose = subject_of(question, state.organisation)
    overall = question.wanted is Wanted.GRADE and not of and not question.subject and whose
    told = states_a_grade(best.text) and not best.passage.cells
    if overall and told and not of_the_council(best.document, best.text):
        return refused(state, f"The documents give no grade of {whose}'s children's services.")
    return None


def _grades(candidate: Candidate, of: Sequence[Concept]) -> bool:
    """It gives one grade to just what the question is about, then and for that council."""
    features = candidate.features
    if features.period < 1 or features.about < 1 or not states_a_grade(_told(candidate)):
        return False
    if len(grades_in(fold(candidate.text))) != 1:
        return False
    if of:
        return coverage(of, candidate.fields[:1]) >= SAID
    return bool(_OF_ALL & set(content_terms(candidate.text)))


def _grade_of(candidate: Candidate) -> str:
    return next(iter(grades_in(fold(candidate.text))))


def _told(candidate: Candidate) -> str:
    return " ; ".join(candidate.passage.cells) if _is_row(candidate) else candidate.text


def _is_row(candidate: Candidate) -> bool:
    return candidate.passage.kind is PassageKind.ROW
