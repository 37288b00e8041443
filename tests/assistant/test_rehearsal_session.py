"""A rehearsal from prompt to summary, and the summary as a Word file."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import docx as word
import pytest

from assistant.rehearsal import summary_words
from assistant.rehearsal.session import Phase, Session, begin
from assistant.rehearsal.summary import summary
from assistant.rehearsal.summary_docx import docx
from core.rehearsal import Check, DifferenceKind, Feedback, FeedbackStatus, Reach
from tests.screens.fake_coach import CASE, COUNCIL, HELP, PROMPTS, SW, given

TYPED = "It rose to 62% since the audit in May."


def session(*prompts: object) -> Session:
    return begin(SW, HELP, 10, prompts or PROMPTS, now=100.0)  # type: ignore[arg-type]


def answer(at: Session, text: str = TYPED) -> Session:
    assert at.prompt is not None
    return at.answered(given(at.prompt, text), text)


def test_it_goes_prompt_by_prompt_to_its_end() -> None:
    first = session()
    assert (first.prompt, first.phase) == (COUNCIL, Phase.ASKING)
    second = answer(first).next()
    assert (second.prompt, second.phase) == (CASE, Phase.ASKING)
    over = second.skip().skip()
    assert (over.prompt, over.phase) == (None, Phase.OVER)
    assert over.go_on().phase is Phase.OVER, "there is nothing to go on with"


def test_without_prompts_it_does_not_begin() -> None:
    with pytest.raises(ValueError, match="prompt"):
        begin(SW, HELP, 10, (), now=0.0)


@pytest.mark.parametrize("status", [each for each in FeedbackStatus if each != "given"])
def test_what_is_not_feedback_leaves_the_prompt_where_it_is(status: FeedbackStatus) -> None:
    first = session()
    assert first.answered(Feedback(status, COUNCIL, advice="…"), TYPED) == first


def test_a_follow_up_is_the_next_thing_and_is_read_with_its_answer() -> None:
    following = answer(session()).follow()
    assert following.phase is Phase.ASKING
    assert following.following is not None
    assert following.earlier == TYPED
    done = answer(following, "By the audit.")
    assert done.said == (TYPED, "By the audit.")
    assert done.probe is None, "one follow-up, then the next prompt"
    assert done.again().earlier == ""


def test_what_was_typed_goes_with_the_prompt() -> None:
    left = answer(answer(session()).follow(), "By the audit.").next()
    assert TYPED not in repr(left)
    assert (left.said, left.earlier) == ((), "")
    assert "audit" not in repr(session().answered(given(CASE, TYPED), TYPED).said[1:])


def test_time_is_told_and_ends_nothing() -> None:
    first = session()
    assert first.minutes_left(100.0 + 4 * 60) == 6
    late = answer(first).next()
    assert late.minutes_left(100.0 + 11 * 60) < 0
    assert late.phase is Phase.ASKING


def test_finishing_keeps_the_prompt_that_was_not_answered_for_later() -> None:
    over = answer(session()).next().finish()
    assert over.phase is Phase.OVER
    assert summary(over).skipped == ()
    assert over.go_on().prompt == CASE


def test_the_summary_says_what_was_drawn_on_and_what_to_look_up() -> None:
    held = summary(answer(answer(session()).next(), "They like school.").next().skip())
    assert [each.said for each in held.differences] == ["62%"]
    assert [each.reach for each in held.drew_on] == [Reach.COVERED, Reach.TOUCHED]
    assert [each.words for each in held.look_up] == ["Ofsted usually calls on a Monday."]
    assert held.on_file == (CASE,)
    assert held.follow_ups == ("How do you know?",)
    assert [each.id for each in held.skipped] == ["p3"]
    cited = [e.citation for e in (*held.differences, *held.look_up, *held.drew_on)]
    assert [each.number for each in cited] == [1, 2, 3, 4], "each has a number of its own"


def test_an_answer_put_right_differs_no_more_and_nothing_covered_is_looked_up() -> None:
    again = answer(answer(session()).again(), "It rose to 88%.")
    assert summary(again).differences == ()
    feedback = given(COUNCIL, TYPED)
    points = tuple(replace(each, reach=Reach.COVERED) for each in feedback.points)
    twice = again.next().answered(replace(feedback, points=points), TYPED)
    assert summary(twice).look_up == ()


def test_the_summary_is_short_and_merged_by_place() -> None:
    feedback = given(COUNCIL, TYPED)
    many = tuple(
        replace(
            point,
            words=f"{point.words} {n}",
            citation=replace(point.citation, spans=(f"words {n}",)),
        )
        for n in range(30)
        for point in feedback.points
    )
    long = session().answered(replace(feedback, points=many), TYPED)
    held = summary(long)
    assert len(held.look_up) == 5
    assert len(held.drew_on) == 2, "one for each place"
    assert "Monday" not in summary_words.LOOK_UP
    paper = word.Document(BytesIO(docx(held)))
    assert len(paper.paragraphs) < 40


def test_what_is_to_be_checked_is_in_the_summary_with_what_was_said() -> None:
    feedback = given(COUNCIL, "It is 88% or so.")
    asked = Check("88%", DifferenceKind.FIGURE, "62% (2024/25)")
    points = tuple(
        replace(each, check=asked) if each.reach is Reach.TOUCHED else each
        for each in feedback.points
    )
    held = summary(session().answered(replace(feedback, points=points), "It is 88% or so."))
    assert [each.check for each in held.checks] == [asked]
    without, quoted = (
        "\n".join(e.text for e in word.Document(BytesIO(each)).paragraphs)
        for each in (docx(held), docx(held, own_words=True))
    )
    assert "88%" not in without
    assert "You said ‘88%’. The documents say 62% (2024/25): check yours" in quoted
    assert "but for the few words quoted" in quoted
    assert "nothing you typed was kept." in without


def test_the_word_file_has_headings_lists_and_a_language_and_no_typed_words() -> None:
    held = summary(answer(answer(session()).next(), "They like school.").finish())
    paper = word.Document(BytesIO(docx(held)))
    text = "\n".join(each.text for each in paper.paragraphs)
    styles = {each.style.name for each in paper.paragraphs if each.style}
    assert {"Heading 1", "Heading 2", "List Bullet"} <= styles
    assert paper.core_properties.language == "en-GB"
    assert 'w:val="en-GB"' in paper.styles.element.xml
    assert "en-US" not in paper.styles.element.xml
    assert "Performance indicators 2024/25, 2025, sheet KPIs" in text
    assert "Ofsted usually calls on a Monday." in text
    assert "the child’s own words" in text
    assert "62%" not in text
    assert "They like school" not in text
    with_words = word.Document(BytesIO(docx(held, own_words=True)))
    assert "You said ‘62%’" in "\n".join(each.text for each in with_words.paragraphs)
