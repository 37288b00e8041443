"""Rows of tables as reading makes them, and what is said of one for a question."""

from __future__ import annotations

from typing import Any

from assistant.concepts import Lexicon, concepts_of
from assistant.question import understand
from assistant.quoter import Quoter
from assistant.tables.rows import say_comparison, say_row
from core.dates import PartialDate
from core.documents import Kind, Passage, PassageKind, row_text
from tests.support import a_document, a_passage

PAPER = a_document(
    "performance-report/indicators.xlsx",
    title="Highlight indicators",
    kind=Kind.PERFORMANCE_REPORT,
    published=PartialDate(2024, 10),
)
MONTHS = ("Mar 24", "Apr 24", "May 24", "Jun 24", "Jul 24", "Aug 24")
INDICATORS = ("Ref", "Performance Measure", "2023/24", "Current", "Period", *MONTHS, "Trend")


def row(header: tuple[str, ...], *cells: str, place: int = 0) -> Passage:
    """A row under these headers."""
    text, gaps = row_text(cells)
    more: dict[str, Any] = {"header": header, "cells": cells, "gaps": gaps, "group": 0}
    return a_passage(PAPER, place, text, kind=PassageKind.ROW, **more)


def indicator(place: int, line: str) -> Passage:
    """A row of the table of indicators, its cells divided by bars."""
    return row(INDICATORS, *line.split("|"), place=place)


CIN = indicator(1, "1.2|Number of CIN (exc. LAC, CP)|876|901|Snapshot|876|898|906|902|905|901|")
CP = indicator(2, "1.3|Number of children subject to CPP|307|255|Snapshot|305|304|297|291|261|255|")
CHILDREN = indicator(3, "1.4|Number of LAC|276|280|Snapshot|277|279|271|272|283|280|")
CONTACTS = indicator(
    4,
    "2.1|% of contacts completed within 1 day|96.0%|97.0%|YTD|98.1%|97.8%|98.8%|96.9%|97.5%|93.3%|",
)
VISITS = indicator(
    5,
    "5.11|% of LAC with visits in last 6 weeks|88.0%|85.4%|Snapshot|88.0%|90.7%|87.1%|82.7%|87.1%"
    "|85.4%|",
)
REVIEWS = indicator(
    6, "5.18|LAC reviewed on time|97.5%|97.5%|Rolling Year|97.5%|95.4%|98.2%|98.2%|99.6%|97.5%|"
)
CARE = indicator(
    7,
    '6.1|% care leavers "in touch" (activity updated within the last year)|98.2%|97.4%|Snapshot'
    "|98.2%|96.7%|97.5%|96.8%|95.7%|97.4%|",
)
CIN_VISITS = indicator(
    8, "3.3|% of CIN visited|85.0%|73.9%|Snapshot|85.0%|86.1%|85.4%|81.5%|78.0%|73.9%|"
)
TABLE = (CIN, CP, CHILDREN, CONTACTS, VISITS, REVIEWS, CARE, CIN_VISITS)
QUARTERS = row(
    ("Indicator", "Q1 24/25", "Q2 24/25", "Q3 24/25", "Q4 24/25", "Target"),
    *("Placement stability", "66%", "68.5%", "64%", "70%", "72%"),
)
YEARS = row(
    ("Indicator", "2021/22", "2022/23", "2023/24", "England 2023/24"),
    *("Rate of CLA per 10,000", "52", "49", "47", "70"),
)
NAMED_MONTHS = row(
    ("Measure", "July", "June", "May", "April"), "Referrals", "150", "90", "140", "120"
)


def said(passage: Passage, *turns: str, kinds: bool = False) -> list[Any]:
    """The lines said of a row; with `kinds`, each with its kind."""
    quoter = ask(passage, *turns)
    return [(each.text, each.kind) if kinds else each.text for each in quoter.sentences]


def ask(passage: Passage, *turns: str) -> Quoter:
    """What is said of a row for the last turn."""
    quoter, (question, concepts) = Quoter(), _understood(*turns)
    say_row(quoter, question, concepts, PAPER, passage)
    return quoter


def compared(*turns: str, rows: tuple[Passage, ...] = TABLE) -> Quoter:
    """What is said of two rows of a table set side by side; nothing when they are not."""
    quoter, (question, concepts) = Quoter(), _understood(*turns)
    answered = say_comparison(quoter, question, concepts, PAPER, rows)
    assert answered == bool(quoter.sentences)
    return quoter


def _understood(*turns: str) -> tuple[Any, Any]:
    question = understand(list(turns))
    return question, concepts_of(question.text, Lexicon(lambda _: 5, 300, {}))
