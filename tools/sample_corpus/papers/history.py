"""Inspections of the two councils as the five papers report them, as a CSV"""

import csv
from datetime import date
from pathlib import Path

from tools.sample_corpus import sources
from tools.sample_corpus.paper import SAMPLE_NOTE, Paper

_TH, _HF = "Tower Hamlets", "Hammersmith & Fulham"
_ROWS = (
    ("Council", "Service", "Inspection", "When", "Outcome", "What followed", "Source"),
    (
        _TH,
        "Children's social care",
        "Single inspection (SIF) by Ofsted",
        "January and February 2017; report published 7 April 2017",
        "Inadequate",
        "Improvement plan by 20 July 2017 and quarterly monitoring visits",
        sources.PLAN_2017,
    ),
    (
        _TH,
        "Children's social care",
        "ILACS inspection by Ofsted",
        "2019",
        "Good",
        "Next inspection to be a short one",
        sources.MINUTES_2024,
    ),
    (
        _TH,
        "Children's social care",
        "Focused visit or JTAI",
        "None during 2020",
        "Not applicable",
        "Annual engagement visit went ahead",
        sources.DECK_UNDATED,
    ),
    (
        _TH,
        "Children's social care",
        "Annual engagement meeting with Ofsted",
        "March 2024",
        "No significant concerns",
        "Ofsted confirmed a short inspection, with no date",
        sources.DECK_2024,
    ),
    (
        _HF,
        "Youth offending service",
        "Inspection by HM Inspectorate of Probation",
        "January 2016",
        "Not stated",
        "Not stated",
        sources.HF_2020,
    ),
    (
        _HF,
        "SEND",
        "Local area SEND inspection by Ofsted and CQC",
        "December 2018",
        "Not stated",
        "Not stated",
        sources.HF_2020,
    ),
    (
        _HF,
        "Children's home (the Haven)",
        "Children's home inspection by Ofsted",
        "December 2019",
        "Requires improvement",
        "Not stated",
        sources.HF_2020,
    ),
    (
        _HF,
        "Children's social care",
        "Annual engagement meeting with Ofsted",
        "30 September 2020",
        "Not stated",
        "A focused visit could come at any time",
        sources.HF_2020,
    ),
    (
        "About this list",
        "Inspection history of Tower Hamlets and Hammersmith & Fulham",
        "As the papers of the sample report it, up to October 2024",
        "",
        "",
        "",
        f"{SAMPLE_NOTE} Inspections after October 2024 are not in it.",
    ),
)


def _write(_: Paper, to: Path) -> None:
    with to.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(_ROWS)


PAPER = Paper(
    "inspection-report/inspection-history-to-october-2024.csv",
    "Inspection history of Tower Hamlets and Hammersmith & Fulham",
    date(2024, 10, 31),
    _write,
)
