"""A refusal names what is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from assistant.answering import Assistant
from assistant.question import understand
from assistant.wanted import Wanted
from core.answers import Status

PAPER = """# Scorecard of Tower Hamlets, March 2025

## Front door

The Resilience Board looks at the front door.

Contacts that became a referral will be published in due course.

The MAST takes every contact. Visits on time stood at 91% in March 2025.

The minutes carry no names of guests.

| Short | Long |
|---|---|
| LAC or CLA | Looked after child |
"""


@pytest.fixture
def assistant(assistant_over: Callable[..., Assistant]) -> Assistant:
    return assistant_over({"performance-report/card.md": PAPER})


def test_a_word_that_no_document_has_is_named(assistant: Assistant) -> None:
    answer = assistant.ask(["who runs the zeppelin hangar?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "‘zeppelin’ or ‘hangar’" in answer.text


def test_a_person_who_is_not_named(assistant: Assistant) -> None:
    answer = assistant.ask(["what is the name of the chair of the Resilience Board?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "does not say a name" in answer.text or "No document mentions" in answer.text
    assert answer.near


def test_our_list_of_short_forms_is_no_paper(assistant: Assistant) -> None:
    # The list says 'multi-agency support team'; no document does.
    answer = assistant.ask(["what does MAST stand for?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "multi-agency support team" not in answer.text


def test_a_row_of_short_forms_says_what_one_stands_for(assistant: Assistant) -> None:
    assert "Looked after child" in assistant.ask(["what does LAC stand for?"]).text


def test_an_office_is_no_name_and_a_council_is_no_person(
    assistant_over: Callable[..., Assistant],
) -> None:
    paper = (
        "# Minutes of Tower Hamlets, March 2025\n\nThe Director of Children's Services said that "
        "Tower Hamlets was the last borough to be inspected.\n\n"
        "The Director of Children's Services chairs the Improvement Board.\n"
    )
    answer = assistant_over({"minutes/march.md": paper}).ask(
        ["Who is our Director of Children's Services?"]
    )
    assert answer.status is Status.NOT_IN_DOCUMENTS
    named = {"minutes/march.md": paper + "\nAnn Ashdown, Director of Children's Services, spoke.\n"}
    answer = assistant_over(named).ask(["Who is our Director of Children's Services?"])
    assert "Ann Ashdown" in answer.text
    assert understand(["Who rings the director?"]).wanted is Wanted.PERSON


def test_a_figure_is_no_target(assistant: Assistant) -> None:
    assert "91%" in assistant.ask(["what were visits on time in March 2025?"]).text
    asked = assistant.ask(["what is the target for visits on time?"])
    assert asked.status is Status.NOT_IN_DOCUMENTS


def test_what_a_paper_says_it_does_not_hold(assistant: Assistant) -> None:
    answer = assistant.ask(["which names of guests do the minutes give?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "The minutes carry no names of guests." in answer.text


def test_a_cell_that_says_nothing_is_stated_answers_nothing(
    assistant_over: Callable[..., Assistant],
) -> None:
    table = (
        "# Inspections of Tower Hamlets, March 2025\n\n"
        "| Service | Last inspected | Run by |\n|---|---|---|\n"
        "| Youth justice service | Not stated | HMIP |\n"
        "| Fostering service | March 2022 | Ofsted |\n"
    )
    assistant = assistant_over({"briefing/inspections.md": table})
    answer = assistant.ask(["when was the youth justice service last inspected?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "March 2022" in assistant.ask(["when was the fostering service last inspected?"]).text
