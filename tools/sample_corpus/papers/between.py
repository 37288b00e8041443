"""What happens between inspections: self-evaluation, engagement meeting, visits, JTAI"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, web
from tools.sample_corpus.paper import Paper, source_note

_NOTE = source_note(
    sources.NOTTS,
    sources.PRIORITY,
    sources.MONITORING_2016,
    sources.MEASURED,
    sources.DECK_UNDATED,
    sources.HF_2020,
    sources.FIELD,
)
TEXT = f"""
# Between inspections: what Ofsted does, and what follows

About: England, all local authorities

Date: November 2026

ILACS goes on between full inspections. This page covers the self-evaluation, the annual engagement
meeting, focused visits, joint targeted area inspections and monitoring visits.

## Self-evaluation

- A council writes a self-evaluation (SEF) of its social work each year and shares it with Ofsted.
- A self-evaluation answers three questions: what leaders know about practice, how they know, and
  what they are doing about it.

## Annual engagement meeting (AEM)

- The annual engagement meeting is a yearly conversation between Ofsted and a council's senior
  leaders, and is part of ILACS.
- The annual engagement meeting works from the council's own self-evaluation and from what the
  council has done since earlier inspections.
- The annual engagement meeting gives no grade.

## Focused visits

- A focused visit looks closely at one part of the service, such as the front door or children in
  care.
- A focused visit takes two days.
- A focused visit ends in a published letter of about four pages, and gives no grade.
- A focused visit can find areas for priority action.
- A council has a focused visit or a JTAI at least once between inspections.
- The notice period for a focused visit is not in the sample documents.

## Action plans after a focused visit

| What | When it is due |
| Draft action plan, where a focused visit found areas for priority action | Within 20 working days
  |
| Final action plan, where a focused visit found areas for priority action | Within 70 working days
  |

## Joint targeted area inspections (JTAI)

- JTAI stands for joint targeted area inspection.
- A JTAI is carried out by Ofsted, the Care Quality Commission (CQC) and the police inspectorate
  (HMICFRS).
- HM Inspectorate of Probation (HMIP) joins a JTAI for some themes.
- A JTAI looks at one theme across all the partners in an area, and not at the council alone.
- The notice and timetable of a JTAI today are not in the sample documents.

## Monitoring visits

Monitoring visits are for councils judged inadequate. The facts below are from the 2016 guidance.

- Monitoring visits are usually quarterly.
- A monitoring visit has two inspectors for two days.
- The first monitoring visit comes within four weeks of the deadline for the action plan.
- The report of the first monitoring visit is not published; reports of later visits are.

## Which of them gives a grade

| Contact with Ofsted | Length | Result |
| Annual engagement meeting | One meeting a year | No grade |
| Focused visit | Two days | Letter of about four pages, no grade |
| Monitoring visit | Two days | Report on progress, no grade |
| Short inspection | One week on site | Graded report |
| Standard inspection | Two weeks on site | Graded report |

> {_NOTE}
"""
SITE = web.Site(
    name="Inspection Ready sample library",
    menu=("Home", "Inspection guidance", "Policies", "Forms", "Contact us"),
    trail=("Home", "Inspection guidance", "Between inspections"),
    foot=("Accessibility statement", "Privacy notice", "Cookies"),
)


def _write(paper: Paper, to: Path) -> None:
    web.write_html(paper.title, TEXT, to, SITE)


PAPER = Paper(
    "framework-guidance/between-inspections.html",
    "Between inspections: what Ofsted does, and what follows",
    date(2026, 11, 5),
    _write,
)
