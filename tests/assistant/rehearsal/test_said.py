"""How the words of an answer are read, before any paper is looked at."""

from __future__ import annotations

import pytest

from assistant.rehearsal import bank
from assistant.rehearsal.amounts import said_in
from assistant.rehearsal.claims import claims_of, tells_of_own
from assistant.rehearsal.heard import classes_in
from assistant.rehearsal.lists_said import items_said
from assistant.rehearsal.signals import HOW_DO_YOU_KNOW, THE_FILE, WHAT_CHANGED, probe_for
from assistant.rehearsal.told import Sort, told_in
from core.rehearsal import Signal

PROMPTS = {each.id: each for each in bank.prompts()}


def test_a_number_in_words_is_one_figure():
    found = said_in(claims_of("Two hundred and twelve in May and three hundred in June."))
    assert [int(each.amount.value) for each in found] == [212, 300]


def test_a_number_and_a_half_is_one_figure():
    found = said_in(claims_of("Ninety-seven and a half per cent over the year."))
    assert [float(each.amount.value) for each in found] == [97.5]


def test_children_of_an_age_are_no_figure():
    assert said_in(claims_of("It is for the 16s and 17s.")) == []


def test_what_is_told_exactly_is_found_in_its_exact_words():
    answer = (
        "The Deputy Mayor came in March 2023 to open it. 12% were late. It meets every fortnight."
    )
    told = {answer[each.start : each.end]: each.sort for each in told_in(claims_of(answer))}
    assert told["Deputy Mayor"] is Sort.NAME
    assert told["March 2023"] is Sort.DATE
    assert told["12%"] is Sort.SHARE
    assert told["every fortnight"] is Sort.RATE


def test_two_figures_beside_an_and_stay_two():
    found = said_in(claims_of("It was 200 and then 300, one hundred and 40 of them boys."))
    assert [int(each.amount.value) for each in found] == [200, 300, 100, 40]


@pytest.mark.parametrize(
    "text",
    ["I've used it with five families.", "I'd driven there twice.", "I have chaired nine of them."],
)
def test_what_the_speaker_has_done_is_their_own(text: str):
    assert tells_of_own(text)


@pytest.mark.parametrize("text", ["I've heard that it is 90%.", "I've always thought it was 13."])
def test_what_the_speaker_has_heard_is_not_their_own(text: str):
    assert not tells_of_own(text)


def test_a_sentence_that_begins_small_is_a_sentence():
    claims = claims_of("rated good in 2019. then came the pandemic, approx. nine months of it")
    assert claims[0].sentence == "rated good in 2019."
    assert claims[1].before == "rated good in 2019."
    assert claims[-1].sentence.endswith("approx. nine months of it")


def test_clauses_in_a_row_are_no_list():
    assert not items_said("We learn together, we care for each other and nobody is left out.")
    assert len(items_said("Neglect, online safety and domestic abuse are what we work on.")) == 3


@pytest.mark.parametrize(
    ("said", "period"),
    [
        ("In March we had 283.", 3),
        ("There were 283 children looked after in March.", 3),
        ("Since March it has gone to 283.", 0),
        ("In March 14.5% were late and it's 5.7 now.", 0),
    ],
)
def test_a_figure_has_the_month_that_is_told_with_it(said: str, period: int):
    figure = said_in(claims_of(said))[-1]
    assert (figure.period.month if figure.period else 0) == period


@pytest.mark.parametrize(
    ("text", "signal"),
    [
        ("The twins are back home and they sleep now.", Signal.IMPACT),
        ("Two of the families closed and have not come back since.", Signal.IMPACT),
        ("The lad said it was too loud to think.", Signal.VOICE),
        ("She'd rather stay with her nan.", Signal.VOICE),
    ],
)
def test_who_and_what_changed_or_was_said_is_a_class_of_words(text: str, signal: Signal):
    assert classes_in(text, signal)
    assert not classes_in("We hold a panel on the first Tuesday.", signal)


@pytest.mark.parametrize(
    ("prompt", "answer", "probe"),
    [
        # Work told, and nothing of what came of it.
        ("help-25", "I ring the school each Monday and keep a list.", WHAT_CHANGED),
        ("help-24", "Three in four, 75% in May.", WHAT_CHANGED),
        # An effect on a child or family told, and not where it is recorded.
        ("help-25", "I helped one family with it. They've got a bed each now.", THE_FILE),
        ("care-03", "I go every week. She laughs now.", THE_FILE),
        # Praise, a cause, a slogan: nothing that bears it out.
        ("help-32", "It is down to 255 and I put that down to good work.", HOW_DO_YOU_KNOW),
        ("lead-14", "We are a different place since 2017.", HOW_DO_YOU_KNOW),
        ("help-08", "They had made fantastic progress.", HOW_DO_YOU_KNOW),
        ("lead-02", "Early help. I had a boy whose nan took over.", HOW_DO_YOU_KNOW),
    ],
)
def test_the_probe_asks_for_what_is_plainly_lacking(prompt: str, answer: str, probe: object):
    assert probe_for(PROMPTS[prompt], answer) == probe
