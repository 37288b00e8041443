"""Feedback on typed answers, over the shipped papers with the real model and stores."""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from assistant.answering import Assistant
from assistant.rehearsal import bank
from assistant.rehearsal.coach import Coach
from core.rehearsal import (
    About,
    Area,
    DifferenceKind,
    Feedback,
    FeedbackStatus,
    Reach,
    Role,
    Signal,
)
from tests.support import WordsEmbedder, config
from vectorstore.embed import Embedder

PROMPTS = {each.id: each for each in bank.prompts()}


@pytest.fixture(scope="module")
def coach(shipped_index: Path, embedder: Embedder) -> Iterator[Coach]:
    settings = config(index=shipped_index, organisation="Tower Hamlets")
    with closing(Assistant.open(settings, embedder)) as assistant:
        yield assistant.coach()


def said_otherwise(given: Feedback) -> dict[str, DifferenceKind]:
    return {each.said: each.kind for each in given.differences}


@pytest.mark.parametrize(
    ("prompt", "answer", "said", "kind"),
    [
        ("help-24", "We see about 84% of children in need in four weeks.", "84%", "figure"),
        ("help-32", "There are 275 children on child protection plans.", "275", "figure"),
        ("care-17", "It's gone up to 92%.", "92%", "figure"),
        ("help-24", "It was 85 in March, so basically steady.", "basically steady", "direction"),
        ("help-32", "The number on plans has risen since March.", "risen", "direction"),
        # Told by the figure beside them which row is meant.
        ("care-17", "Eighty-five point four per cent of our children in care had a visit in the "
         "last four weeks.", "four weeks", "figure"),
        ("care-21", "The share of children in care whose assessment is missing or over a year old "
         "has gone up and it is now 5.7 per cent.", "gone up", "direction"),
        ("help-23", "It is 90.1% of single assessments in 45 working days this year to date.",
         "90.1%", "figure"),
        ("lead-06", "The AEM was in May 2024.", "may 2024", "date"),
        ("lead-14", "Inadequate in 2017, then outstanding in 2019.", "outstanding", "name"),
        ("lead-16", "KIT meetings are monthly.", "monthly", "date"),
        ("lead-08", "The board has an independent chair.", "independent chair", "name"),
        ("help-28", "We've more children in care than most boroughs.",
         "more children in care than most", "direction"),
        ("care-21", "Children in care with no assessment this year have gone up and it is 5.7%.",
         "gone up", "direction"),
        ("lead-07", "The improvement board is chaired by the Director of Support Families.",
         "director of support families", "name"),
        ("lead-11", "27% of our supervision was not good enough.", "27%", "figure"),
        ("lead-06", "Our last engagement meeting was on 30 September 2020.",
         "30 september 2020", "date"),
        ("leaving-20", "It's regulated now, and providers had to be registered by March.",
         "march", "date"),
        ("lead-03", "Neglect, online safety and domestic abuse are the practice priorities.",
         "online safety", "name"),
        # Of one thing with the papers by all that is said together, as the judge weighs it.
        ("leaving-20", "The CQC regulates supported accommodation now.", "cqc", "name"),
        ("help-31", "We're at about 1,600 contacts a month on average.", "1,600", "figure"),
        ("help-35", "89.8% of conferences were held in time.", "89.8%", "figure"),
        ("lead-07", "It was refreshed in April 2023 and staff own it.", "april 2023", "date"),
        # All but the date, how often or who is as the papers have it.
        ("leaving-19", "The Children's Commissioner called our progress with care leavers "
         "aspirational.", "children's commissioner", "name"),
        ("lead-15", "We have had one peer review, in 2021.", "2021", "date"),
    ],
)  # fmt: skip
def test_what_the_papers_give_otherwise_is_pointed_out_with_the_passage(
    coach: Coach, prompt: str, answer: str, said: str, kind: str
):
    given = coach.feedback(PROMPTS[prompt], answer)
    found = {each.lower(): kind for each, kind in said_otherwise(given).items()}
    assert found.get(said) == kind, found
    for each in given.differences:
        assert each.said in answer
        assert each.citation.document.about == "Tower Hamlets"
        assert each.citation.quote


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        # Rounded, in words, of another month or year.
        ("help-24", "74% in August, and it was 85 in March."),
        ("leaving-14", "Roughly three quarters are in education, employment or training."),
        ("help-32", "It went from 305 to 255, so fifty fewer."),
        ("help-23", "82.8% so far this year, 79.6% in August, and 90.1 last year."),
        ("lead-14", "We were inadequate in 2017 and rated good in 2019."),
        # One's own work, another council, something that the papers do not count.
        ("lead-05", "My caseload is 22, and I've had 19 visits this week."),
        ("leaving-14", "The national figure is 60% and London is about 63%."),
        ("care-19", "60% of our children in care live inside the borough and 40 far away."),
        ("help-36", "We trained 300 partners last year."),
        ("help-23", "82.8% at day 45. A third of ours are done by day 20."),
        ("help-32", "We checked twenty of the ones that ended and eighteen were right to."),
        ("help-35", "Nine in ten in the spring, 96.8 in June, a bit under 96 now."),
        ("care-19", "Between 271 and 283 all year. Ten came in last month, seven went home."),
        ("care-21", "Sixteen to go. I've three of them and two are booked."),
        ("lead-14", "Inadequate in April 2017, good in 2019."),
        ("lead-14", "Inadequate in the spring of 2017, good two years after that."),
        # What was the speaker's own once stays so; children of an age; a number and a half.
        ("lead-05", "Right this minute I've 17. But 17 children is eight families."),
        ("leaving-20", "It's for the 16s and 17s, regulated by Ofsted."),
        ("care-18", "Ninety-seven and a half over the year."),
        ("leaving-17", "There are 8 care leavers in council apprenticeships, we want 20."),
        ("help-25", "One toolkit for all of us, and I've used it with five families."),
        ("lead-13", "We celebrate difference, we're one family and our diversity is our strength."),
        # A row that the search for a long clause does not bring; a number in words.
        (
            "lead-06",
            "Since the engagement meeting with Ofsted child protection reviews in time have "
            "come up to 95.8 and assessments are looked at in 45 working days this year to date.",
        ),
        ("care-19", "It's level: two hundred and seventy-seven in March and 280 in August."),
        # Of a case.
        ("help-03", "I visited four times in six weeks and she was alone with me on three."),
        ("help-10", "The eldest went from 62% attendance to 91% since September."),
    ],
)
def test_a_true_figure_and_one_that_the_papers_cannot_know_are_never_called_wrong(
    coach: Coach, prompt: str, answer: str
):
    assert coach.feedback(PROMPTS[prompt], answer).differences == ()


def test_covered_points_are_cited_and_what_is_left_out_bears_on_the_prompt(coach: Coach):
    given = coach.feedback(PROMPTS["help-24"], "73.9% in August, down from 85% in March.")
    covered = [each for each in given.points if each.reach is Reach.COVERED]
    assert any("73.9%" in each.citation.quote for each in covered)
    nothing = coach.feedback(PROMPTS["lead-11"], "I would have to look that up.")
    left = [each.words for each in nothing.points if each.reach is Reach.NOT_MENTIONED]
    assert any("supervision" in each for each in left)


@pytest.mark.parametrize(
    ("prompt", "answer", "words", "check"),
    [
        # Denied there and said here, and the other way round.
        ("lead-06", "Ofsted has serious concerns about us after the annual conversation.",
         "no significant concerns", "serious concerns"),
        ("lead-11", "Supervision isn't more consistent in every team.", "more consistent",
         "isn't more consistent"),
        # Right last year, and nothing says that it is of last year.
        ("help-23", "About 90% of assessments are done in 45 working days.", "82.8%", "90%"),
    ],
)  # fmt: skip
def test_what_stands_otherwise_is_set_beside_the_papers_and_not_called_covered(
    coach: Coach, prompt: str, answer: str, words: str, check: str
):
    given = coach.feedback(PROMPTS[prompt], answer)
    covered = [each for each in given.points if each.reach is Reach.COVERED]
    assert not [each.words for each in covered if words in each.words.lower()]
    asked = [(each.words, each.check.said) for each in given.points if each.check]
    assert any(words in point.lower() and check in said for point, said in asked), asked
    assert given.differences == ()
    assert all(said in answer for _, said in asked)


@pytest.mark.parametrize(
    ("prompt", "answer"),
    [
        ("care-23", "We have 62 children who came here alone."),
        ("help-23", "We do 94.5% of single assessments on time."),
        ("care-17", "89% of children in care had a visit in six weeks."),
        ("care-19", "There were 283 children looked after in March."),
        ("leaving-15", "89% of our care leavers live somewhere suitable, up from last year."),
        ("leaving-19", "The Children's Commissioner called our progress aspirational."),
        ("lead-02", "We have no family group conferences any more."),
    ],
)
def test_a_number_a_name_or_a_denial_that_is_not_the_points_own_covers_nothing(
    coach: Coach, prompt: str, answer: str
):
    given = coach.feedback(PROMPTS[prompt], answer)
    assert not [each.words for each in given.points if each.reach is Reach.COVERED]
    said = [each.said for each in given.differences]
    evidence = [each.words for each in given.signs if each.signal is Signal.EVIDENCE]
    assert not [each for each in evidence for one in said if one in each]


def test_a_figure_is_compared_with_that_of_its_month(coach: Coach):
    given = coach.feedback(PROMPTS["care-19"], "There were 277 children looked after in March.")
    assert given.differences == ()
    assert any("277" in e.citation.quote for e in given.points if e.reach is Reach.COVERED)
    given = coach.feedback(PROMPTS["care-19"], "There were 283 children looked after in March.")
    assert [each.said for each in given.differences] == ["283"]


def test_beside_a_case_no_near_passage_is_shown(coach: Coach):
    answer = "I go on Tuesdays. Her nan does the mornings and she is at breakfast club now."
    given = coach.feedback(PROMPTS["help-01"], answer)
    assert given.points == ()


def test_worth_looking_up_is_no_glossary_and_not_what_was_asked_or_said(coach: Coach):
    made = next(e for e in coach.every() if e.source and "consistent" in e.text)
    left = coach.feedback(made, "I would have to look that up.").points
    assert made.source is not None
    assert not [e for e in left if e.citation.passage.id == made.source.passage.id]
    for prompt in ("care-23", "leaving-14", "help-32"):
        for each in coach.feedback(PROMPTS[prompt], "We talk about it a lot.").points:
            assert "Meaning" not in each.citation.passage.header


def test_nothing_is_ever_missed_in_an_answer_about_a_case(coach: Coach):
    for prompt in [each for each in PROMPTS.values() if each.about is About.CASE][::6]:
        given = coach.feedback(prompt, "He is doing all right, we think.")
        assert all(each.reach is not Reach.NOT_MENTIONED for each in given.points)
        assert any("file" in each.text for each in given.suggestions)
        assert given.probe is not None


def test_at_most_three_suggestions_and_never_a_grade(coach: Coach):
    answer = "Honestly we are outstanding, 84% in time, 275 on plans and climbing, ten out of ten."
    for prompt in ("help-24", "help-32", "lead-02"):
        given = coach.feedback(PROMPTS[prompt], answer)
        assert len(given.suggestions) <= 3
        ours = " ".join(each.text.split("'")[0] for each in given.suggestions).lower()
        assert not any(word in ours for word in ("score", "grade", "excellent", "well done"))


class Refusing(WordsEmbedder):
    """An embedder that must not be given anything."""

    def embed(self, texts):  # type: ignore[no-untyped-def]
        raise AssertionError("the embedder was given words")


def test_a_childs_details_reach_no_embedder_and_nothing_is_fed_back(
    shipped_index: Path, caplog: pytest.LogCaptureFixture
):
    embedder = Refusing()
    embedder.name = "minilm/onnx"
    settings = config(index=shipped_index, organisation="Tower Hamlets")
    with closing(Assistant.open(settings, embedder)) as assistant:
        answer = "Shanice had her baby in June, ring her on 07700 900417."
        given = assistant.coach().feedback(PROMPTS["leaving-12"], answer)
    assert given.status is FeedbackStatus.BLOCKED_PERSONAL_DATA
    assert given.points == given.differences == given.signs == given.suggestions == ()
    assert given.probe is None
    assert given.findings
    for word in ("Shanice", "07700"):
        assert word not in repr(given)
        assert word not in caplog.text


def test_a_follow_up_is_guarded_with_the_answer_before(coach: Coach):
    before = "Shanice had her baby in June."
    given = coach.feedback(PROMPTS["leaving-12"], "She said so herself.", follow_up_to=before)
    assert given.status is FeedbackStatus.BLOCKED_PERSONAL_DATA


def test_an_empty_and_an_endless_answer_are_told_kindly(coach: Coach):
    assert coach.feedback(PROMPTS["lead-02"], " \n ").status is FeedbackStatus.EMPTY
    given = coach.feedback(PROMPTS["lead-02"], "We help early. " * 2000)
    assert given.status is FeedbackStatus.TOO_LONG
    assert "6000 characters" in given.advice


def test_a_failure_has_an_id_that_the_log_has_and_no_word_of_the_answer(
    coach: Coach, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    def fails(*_: object) -> None:
        raise ValueError("unlucky words")

    monkeypatch.setattr("assistant.rehearsal.coach.feedback", fails)
    with caplog.at_level(logging.ERROR):
        given = coach.feedback(PROMPTS["lead-02"], "unlucky words")
    assert given.status is FeedbackStatus.ERROR
    assert given.error_id
    assert given.error_id in caplog.text
    assert "unlucky" not in caplog.text + repr(given)


def test_prompts_are_for_the_role_and_area_each_once_and_mixed(coach: Coach):
    given = coach.prompts(Role.TEAM_MANAGER, Area.HELP_AND_PROTECTION, random.Random(1))
    assert len({each.id for each in given}) == len(given) > 10
    assert all(Role.TEAM_MANAGER in each.roles for each in given)
    assert {each.about for each in given[:2]} == set(About)
    assert any(each.source for each in given)
    assert given != coach.prompts(Role.TEAM_MANAGER, Area.HELP_AND_PROTECTION, random.Random(2))


def test_a_hint_says_where_to_look_and_not_a_word_of_what_to_say(coach: Coach):
    hints = coach.hint(PROMPTS["help-24"])
    assert hints
    assert all(not each.spans for each in hints)
    assert coach.hint(PROMPTS["help-03"]) == ()


def test_prompts_made_from_the_papers_say_where_they_come_from(coach: Coach):
    made = [each for each in coach.every() if each.source]
    assert {"Inspectors elsewhere", "This figure has", "This is a", "Your papers name"} <= {
        " ".join(each.text.split()[:n]) for each in made for n in (2, 3)
    }
    assert all(each.source and each.source.document.about == "Tower Hamlets" for each in made)


def test_what_differs_is_quoted_in_whole_words_and_not_called_covered_too(coach: Coach):
    said = "The Continuous Improvement Board meets every quarter and the Lead Member chairs it."
    given = coach.feedback(PROMPTS["lead-08"], said)
    named = [each for each in given.differences if each.kind is DifferenceKind.NAME]
    assert [each.said.lower() for each in named] == ["the lead member"]
    wrong = {each.citation.passage.id for each in named}
    assert not [
        e for e in given.points if e.reach is Reach.COVERED and e.citation.passage.id in wrong
    ]
