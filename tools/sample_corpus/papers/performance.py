"""Tower Hamlets: highlight indicators and other figures of August 2024, as a workbook"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sheet, sources
from tools.sample_corpus.figures import MONTHS, SECTIONS, Indicator
from tools.sample_corpus.paper import Paper, source_note

_OTHER = (
    ("Contacts and early help",),
    ("Contacts in six months", 7261, "Mar 24 to Aug 24", "All contacts received"),
    ("Contacts on average per month", 1210, "Mar 24 to Aug 24", "7,261 contacts over six months"),
    ("Children and family centres", 12, "Aug 24", "Number of centres in the borough"),
    ("Children and young people",),
    ("Children in need (CIN)", 901, "Aug 24", "Not in care, on a plan or leaving care"),
    ("Children subject to a child protection plan", 255, "Aug 24", "Highlight indicator 1.3"),
    ("Children looked after (LAC or CLA)", 280, "Aug 24", "Highlight indicator 1.4"),
    ("Open unaccompanied asylum seeking children (UASC)", 27, "Aug 24", "Open cases"),
    ("Open cases to youth justice", 62, "Aug 24", "Open cases"),
    ("Workforce",),
    ("Average caseload", 13, "Aug 24", "Cases for each worker"),
)
_TERMS = (
    ("CIN", "Children in need"),
    ("CPP or CP plan", "Child protection plan"),
    ("LAC or CLA", "Looked after children, children looked after, children in care"),
    ("UASC", "Unaccompanied asylum seeking children"),
    ("EET", "Education, employment or training"),
    ("YTD", "Year to date: from April 2024 to the month shown"),
    ("Snapshot", "The position at the end of the month"),
    ("Rolling Year", "The twelve months that end with the month shown"),
    ("2023/24", "The result for the year that ended in March 2024"),
    ("Current", "The latest result, for August 2024"),
    ("Trend", "The published table has a trend column whose arrows the sample does not hold"),
)


def _cells(one: Indicator) -> list[sheet.Cell]:
    figures = [one.last_year, one.current, *one.months]
    made: list[sheet.Cell] = [value.scaleb(-2) if one.percent else int(value) for value in figures]
    return [one.ref, one.name, made[0], made[1], one.period, *made[2:]]


def _write(paper: Paper, to: Path) -> None:
    book = sheet.new(paper)
    note = source_note(sources.DECK_2024)
    rows: list[list[sheet.Cell]] = []
    for section, indicators in SECTIONS:
        rows += [[section], *(_cells(one) for one in indicators)]
    sheet.fill(
        book,
        "Highlight indicators",
        ("Tower Hamlets children's social care: highlight indicators", "As at August 2024", note),
        header=("Ref", "Indicator", "2023/24", "Current", "Period", *MONTHS),
        rows=rows,
        widths=(7, 58, 10, 10, 13, 9, 9, 9, 9, 9, 9),
    )
    sheet.fill(
        book,
        "Work with children",
        ("Tower Hamlets: our work with children in figures", "As at August 2024", note),
        header=("Measure", "Figure", "Period", "Note"),
        rows=_OTHER,
        widths=(52, 12, 20, 56),
    )
    sheet.fill(
        book,
        "Terms",
        ("Terms used in the performance report", "As at August 2024", note),
        header=("Term", "Meaning"),
        rows=_TERMS,
        widths=(20, 80),
    )
    sheet.save(book, paper, to)


PAPER = Paper(
    "performance-report/tower-hamlets-highlight-indicators-august-2024.xlsx",
    "Tower Hamlets children's social care: highlight indicators, August 2024",
    date(2024, 9, 20),
    _write,
)
