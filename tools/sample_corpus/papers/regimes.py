"""The frameworks of inspection and their changes, one row a change, as a CSV to edit in Excel"""

import csv
from datetime import date
from pathlib import Path

from tools.sample_corpus import sources
from tools.sample_corpus.paper import SAMPLE_NOTE, Paper

_TITLE = "Frameworks of inspection and their changes"
_ABOVE = (_TITLE, "About: England, all areas", "Date: November 2026", SAMPLE_NOTE)
_HEADERS = (
    "Framework",
    "What changed",
    "From",
    "Before",
    "Since",
    "Words of the older rule",
    "Only with",
    "Source",
)
_ILACS, _SEND = "ILACS", "Area SEND"
_ROWS = (
    (
        _ILACS,
        "ILACS took the place of the single inspection framework (SIF)",
        "January 2018",
        "The SIF ran from 2013 to 2017, before ILACS.",
        "Since January 2018 councils are inspected under ILACS.",
        "single inspection framework; SIF; Local Safeguarding Children Board; LSCB",
        "",
        sources.GOV_UK,
    ),
    (
        _ILACS,
        "care leavers got a judgement of their own",
        "January 2023",
        "Before January 2023, children in care and care leavers shared one judgement.",
        "Care leavers have been judged separately since January 2023.",
        "progress of children in care and care leavers; "
        "judgement of children in care and care leavers",
        "",
        sources.GOV_UK,
    ),
    (
        _ILACS,
        "Ofsted updated the ILACS framework",
        "April 2024",
        "The sample does not hold what was updated.",
        "Ofsted updated the ILACS framework in April 2024.",
        "",
        "",
        sources.GOV_UK,
    ),
    (
        _ILACS,
        "Ofsted updated the ILACS framework again",
        "December 2024",
        "The sample does not hold what was updated.",
        "Ofsted updated the ILACS framework again in December 2024.",
        "",
        "",
        sources.GOV_UK,
    ),
    (
        _ILACS,
        "the overall-effectiveness judgement ended",
        "1 April 2026",
        "A report published before April 2026 still carries its overall grade.",
        "Since 1 April 2026 an ILACS report gives four judgements and no overall-effectiveness "
        "judgement.",
        "overall effectiveness; overall grade; overall judgement; overall rating",
        "",
        sources.CHANGE_2026,
    ),
    (
        _ILACS,
        "a renewed children and families framework",
        "2027, planned",
        "",
        "Ofsted plans a renewed children and families framework for 2027.",
        "",
        "",
        sources.CHANGE_2026,
    ),
    (
        _SEND,
        "three outcomes and the priority action plan took the place of the written statement of "
        "action (WSOA)",
        "January 2023",
        "Before January 2023, inspectors who had significant concerns asked the area for a "
        "written statement of action (WSOA).",
        "Since January 2023 an area SEND inspection ends in one of three outcomes, and the lowest "
        "brings a priority action plan.",
        "written statement of action; WSOA",
        "SEND; special educational needs; local area",
        sources.SEND,
    ),
    (
        "Health bodies",
        "integrated care boards (ICBs) took the place of clinical commissioning groups (CCGs)",
        "July 2022",
        "Clinical commissioning groups (CCGs) were the health body until July 2022.",
        "Since July 2022 integrated care boards (ICBs) stand in the place of clinical "
        "commissioning groups (CCGs).",
        "clinical commissioning group; CCG",
        "",
        sources.ICB,
    ),
    (
        "Schools",
        "state-funded schools stopped getting one overall grade",
        "September 2024",
        "Before September 2024 an Ofsted report gave a state-funded school one overall grade.",
        "Since September 2024 an Ofsted report gives a state-funded school no overall grade.",
        "overall effectiveness; overall grade; overall judgement; overall rating",
        "school; academy",
        sources.SCHOOLS_2024,
    ),
    (
        "Children's homes",
        "the assurance visits of the pandemic ended",
        "March 2021",
        "Routine inspections of children's homes stopped in March 2020.",
        "Assurance visits of children's homes ran from September 2020 to March 2021.",
        "assurance visit; routine inspections were suspended",
        "home",
        sources.HF_2020,
    ),
)


def _write(_: Paper, to: Path) -> None:
    # Excel takes a CSV for UTF-8 only by its mark.
    with to.open("w", encoding="utf-8-sig", newline="") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerows([*((line,) for line in _ABOVE), _HEADERS, *_ROWS])


PAPER = Paper(
    "framework-guidance/judgements-and-framework-changes-table.csv",
    _TITLE,
    date(2026, 11, 22),
    _write,
)
