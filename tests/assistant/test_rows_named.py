"""Rows without periods: the row's name and the cells asked for by column or by kind."""

from __future__ import annotations

import pytest

from core.documents import Passage
from tests.assistant.table_rows import row, said

BOARD = row(
    ("Meeting", "How often", "Chair", "Purpose"),
    *("Improvement Board", "Monthly", "Director of Children's Services", "Quality of practice"),
)
ACTION = row(
    ("Ref", "Action", "Lead", "By when", "Cost", "RAG"),
    *("A1", "Write a sufficiency strategy", "Jane Smith", "31 March 2025", "£12,000", "Amber"),
)
DEADLINE = row(
    ("What", "Deadline", "Counted from", "Source"),
    *("Draft action plan", "20 working days", "Receipt of the report", "cypnow, 2018"),
)
LIST = row(("List", "Name", "Who is on it", "Period"), "List 3", "Referrals", "Each", "Six months")
SEND = row(
    ("Service", "Last inspected", "Interim arrangement", "Run by"),
    *("SEND", "December 2018", "Visits", "Ofsted and the CQC"),
)
FIGURE = row(
    ("Measure", "Figure", "Period", "Note"), "Contacts", "7,261", "Mar 24 to Aug 24", "All of them"
)
GRADE = row(("Judgement", "Grade"), "Overall effectiveness", "Good")


@pytest.mark.parametrize(
    ("passage", "question", "answer"),
    [
        (BOARD, "who chairs the improvement board", "Chair: Director of Children's Services"),
        (
            BOARD,
            "whos chair of the improvement board",
            "Chair: Director of Children's Services",
        ),
        (BOARD, "how often does the improvement board meet", "How often: Monthly"),
        (BOARD, "when does the improvement board meet", "How often: Monthly"),
        (BOARD, "purpose of the improvement board", "Purpose: Quality of practice"),
        (ACTION, "who leads on the sufficiency strategy", "Lead: Jane Smith"),
        (ACTION, "when is the sufficiency strategy due", "By when: 31 March 2025"),
        (ACTION, "how much does the sufficiency strategy cost", "Cost: £12,000"),
        (ACTION, "whats the RAG of the sufficiency strategy", "RAG: Amber"),
        (
            DEADLINE,
            "when is the draft action plan due",
            "Deadline: 20 working days; Counted from: Receipt of the report",
        ),
        (SEND, "when was SEND last inspected", "Last inspected: December 2018"),
        (SEND, "who runs the SEND inspection", "Run by: Ofsted and the CQC"),
        (FIGURE, "how many contacts", "Figure: 7,261; Period: Mar 24 to Aug 24"),
    ],
)
def test_only_the_cells_asked_for(passage: Passage, question: str, answer: str):
    label = passage.cells[1] if passage is ACTION else passage.cells[0]
    assert said(passage, question) == [f"{label} – {answer}"]


def test_without_a_column_or_kind_all_cells_are_said():
    assert said(BOARD, "improvement board") == [
        "Improvement Board – How often: Monthly; Chair: Director of Children's Services; "
        "Purpose: Quality of practice"
    ]


def test_what_the_question_says_itself_is_not_what_it_asks():
    assert "cypnow, 2018" in said(DEADLINE, "where does the 20 working days deadline come from")[0]


def test_a_numbered_row_is_called_by_its_name_too():
    assert said(LIST, "what period is list 3 for") == ["List 3 – Referrals – Period: Six months"]


def test_a_row_of_a_name_and_a_value():
    assert said(GRADE, "overall effectiveness grade") == ["Overall effectiveness: Good"]
