"""The list of steps from a question to its answer, and the runner that one of them stops."""

from __future__ import annotations

from collections.abc import Sequence

from assistant import steps
from assistant.definitions import answer_definition
from assistant.denied import answer_with_a_denial
from assistant.grades.graded import correct_grade, refuse_without_grade
from assistant.grades.inspection_dates import answer_from_dates
from assistant.grades.judgement_answers import answer_from_judgements
from assistant.grades.our_grade import correct_our_grade
from assistant.grades.regime_answers import (
    answer_from_newer_rule,
    answer_no_grade_given,
    prose_before_the_table,
    refuse_a_grade_to_come,
)
from assistant.grades.regime_notes import with_regime_notes
from assistant.parts import answer_parts
from assistant.short_forms import answer_short_form
from assistant.state import State, Step, settle
from assistant.steps_asked.between import answer_between_steps
from assistant.steps_asked.course import answer_whole_course
from assistant.steps_asked.details import answer_of_step
from assistant.steps_asked.due import answer_due
from assistant.steps_asked.events import (
    keep_the_event_asked,
    keep_the_notice_asked,
    keep_what_is_to_come,
)
from assistant.steps_asked.first import answer_first_of_kind
from assistant.steps_asked.inspection import keep_the_kind_asked
from assistant.steps_asked.lengths import answer_length_of_a_kind, keep_the_length_asked
from assistant.steps_asked.neighbours import answer_beside_step
from assistant.steps_asked.of_week import answer_from_week
from assistant.steps_asked.pairs import answer_of_two
from assistant.steps_asked.periods import keep_the_period_named
from assistant.steps_asked.premise import correct_its_day
from assistant.steps_asked.undated import (
    answer_without_a_day,
    refuse_a_foreign_time,
    refuse_the_time_of_another,
)
from assistant.steps_asked.unsaid import refuse_what_no_step_tells
from assistant.tables.directions import settle_direction
from assistant.tables.movements import answer_movements
from assistant.tables.numbers_named import answer_numbers_named
from assistant.timetables.dates_of_steps import with_dates
from assistant.which_paper.not_held import refuse_a_paper_not_held, refuse_what_is_not_held
from assistant.which_paper.owners_notes import with_owners_notes
from assistant.which_paper.whose import asking_whose
from core.answers import Answer, Status

ONE_QUESTION: tuple[Step, ...] = (
    steps.understand_question,
    answer_due,
    answer_no_grade_given,
    answer_from_judgements,
    correct_our_grade,
    answer_from_dates,
    steps.search_passages,
    refuse_a_paper_not_held,
    answer_whole_course,
    answer_first_of_kind,
    answer_beside_step,
    correct_its_day,
    answer_between_steps,
    answer_from_week,
    answer_of_two,
    answer_of_step,
    steps.weigh_evidence,
    answer_short_form,
    answer_definition,
    keep_the_kind_asked,
    keep_the_event_asked,
    keep_the_notice_asked,
    keep_what_is_to_come,
    keep_the_length_asked,
    keep_the_period_named,
    answer_length_of_a_kind,
    prose_before_the_table,
    refuse_a_grade_to_come,
    answer_from_newer_rule,
    answer_movements,
    answer_numbers_named,
    correct_grade,
    refuse_without_grade,
    settle_direction,
    refuse_a_foreign_time,
    refuse_the_time_of_another,
    refuse_what_no_step_tells,
    answer_with_a_denial,
    steps.refuse_without_evidence,
    refuse_what_is_not_held,
    answer_without_a_day,
    steps.quote_best,
)


def in_order(one_question: tuple[Step, ...]) -> tuple[Step, ...]:
    """All steps, with those of one question as given; the first of them understands it."""
    return (
        steps.check_personal_data,
        steps.understand_question,
        asking_whose((answer_parts(one_question), *one_question[1:])),
    )


STEPS = in_order(ONE_QUESTION)


def run(state: State, pipeline: Sequence[Step]) -> Answer:
    """Runs the steps in order until one settles the answer."""
    answer = settle(state, pipeline)
    if answer is not None:
        return with_dates(state, with_owners_notes(state, with_regime_notes(state, answer)))
    return state.plain(Status.NOT_IN_DOCUMENTS, "The documents do not say.")
