"""The national guide to how an ILACS inspection runs: short and standard, by week and day"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import pdf, sources
from tools.sample_corpus.paper import Paper, source_note

_NOTE = source_note(
    sources.DECK_2024,
    sources.MINUTES_2024,
    sources.GOV_UK,
    sources.NOTTS,
    sources.COMMUNITY_CARE,
    sources.KIRKLEES,
    sources.CHANGE_2026,
    sources.MEASURED,
)
TEXT = f"""
# ILACS: how an inspection of local authority children's services runs

A guide for staff and managers

About: England, all local authorities

Date: November 2026

This guide sets out which kind of inspection a council can expect, what happens on each day of a
short and of a standard inspection, who comes, what inspectors judge and when the report appears.

> {_NOTE}

> The days and deadlines of the off-site week were set out by Tower Hamlets in October 2024 for a
short inspection. Check them against the framework in force before relying on them.

## 1. What ILACS is

ILACS stands for the inspection of local authority children's services. Ofsted carries it out.

Ofsted published the ILACS framework in November 2017 and has used it since January 2018. ILACS
replaced the single inspection framework (SIF), which ran from 2013 to 2017.

ILACS is a system of contacts over several years and not one visit. The parts of the system are:

- a self-evaluation that the council writes each year and shares with Ofsted
- an annual engagement meeting between Ofsted and the council
- focused visits, or a joint targeted area inspection (JTAI), between inspections
- a standard or a short inspection, depending on the last grade
- monitoring visits, for councils judged inadequate.

## 2. Which inspection, and when

| Last overall grade | Kind of inspection | Time on site |
| Outstanding | Short inspection | One week |
| Good | Short inspection | One week |
| Requires improvement | Standard inspection | Two weeks |
| Inadequate | Monitoring visits first, then re-inspection | Set by the monitoring guidance |

A council is usually inspected within six months either side of the three-year anniversary of its
last inspection.

Ofsted does not tell a council the date beforehand. The first notice of an inspection is a
telephone call from the lead inspector to the Director of Children's Services on a Monday.

## 3. A short inspection, day by day

A short inspection takes two weeks when the off-site week is counted: week 1 is preparation off
site, and week 2 is the inspection on site.

| Week | Day | What happens in a short inspection | Who |
| Week 1 (off site) | Monday, by 9.30am | Ofsted telephones to announce the inspection | Lead
  inspector to the Director of Children's Services |
| Week 1 (off site) | Monday, the same day | The set-up meeting is held | Lead inspector and
  the council |
| Week 1 (off site) | Tuesday, by the end of the day | The 11 Annex A data lists are sent to
  Ofsted | The council |
| Week 1 (off site) | During the week, no day stated | The council shares its list of audits done
  in the last six months, and Ofsted picks up to 12 cases from the list for case tracking | The
  council, then Ofsted |
| Week 1 (off site) | Wednesday, by the end of the day | The Annex A documents are sent to
  Ofsted | The council |
| Week 1 (off site) | During the week, no day stated | The timetable for the inspection week is
  settled | Lead inspector and the council |
| Week 2 (on site) | Monday | Inspectors arrive and the council gives its opening
  presentation | Inspection team and senior leaders |
| Week 2 (on site) | Monday to Friday | Inspectors track cases and spend time with teams |
  Inspection team, social workers and managers |
| Week 2 (on site) | Friday | The council hears initial feedback and the indicative judgement |
  Inspection team and senior leaders |

On site, a short inspection lasts five days, Monday to Friday.

## 4. A standard inspection, week by week

A standard inspection takes three weeks when the off-site week is counted: week 1 is preparation
off site, and weeks 2 and 3 are the inspection on site.

| Week | Day | What happens in a standard inspection | Who |
| Week 1 (off site) | Monday | Ofsted telephones to announce the inspection | Lead inspector to
  the Director of Children's Services |
| Week 1 (off site) | During the week, no day stated | Data and documents are sent to Ofsted and
  read off site | The council, then Ofsted |
| Week 2 (on site) | Monday | Inspectors arrive on site | Inspection team |
| Week 2 (on site) | Monday to Friday | First week of inspection on site | Inspection team |
| Week 3 (on site) | Monday to Friday | Second week of inspection on site | Inspection team |
| Week 3 (on site) | Friday | The work on site ends | Inspection team |

On site, a standard inspection lasts two working weeks. In public reports of 2023 to 2025 a
standard inspection ran over 12 calendar days, from a Monday to the Friday of the next week.

The sample documents hold the deadlines for Annex A for a short inspection only. They do not hold
separate deadlines for a standard inspection.

## 5. Why papers say one, two or three weeks

Papers count the weeks of an inspection in two ways, and both ways are right.

| Kind of inspection | Weeks on site | Weeks counting the off-site week |
| Short inspection | One week | Two weeks |
| Standard inspection | Two weeks | Three weeks |

When Tower Hamlets members were told in 2024 that the inspection would take two weeks, the
off-site week was counted; the time on site was one week.

## 6. Who comes

- An inspection team usually has four social care inspectors.
- Large councils may have five social care inspectors, and some small councils three.
- One education inspector (HMI) joins for part of the inspection.
- One regulatory inspector (HMI) joins for part of the inspection.
- HMI stands for His Majesty's Inspector.

## 7. What inspectors do on site

- Inspectors follow the tracked cases: up to 12, picked from the council's list of recent audits.
- Inspectors sit with teams and talk with social workers about their work.
- Inspectors talk with early help practitioners and with partner agencies.
- Inspectors ask how good the work is and how each area of the service is organised.
- Care leavers get close attention, because they have had a judgement of their own since
  January 2023.

## 8. What inspectors judge

Inspectors make four judgements:

1. The impact of leaders on social work practice with children and families.
2. The experiences and progress of children who need help and protection.
3. The experiences and progress of children in care.
4. The experiences and progress of care leavers.

Until 31 March 2026 there was also a judgement of overall effectiveness. Since 1 April 2026 there
has been none.

The four grades are outstanding, good, requires improvement to be good, and inadequate.

## 9. The report

- An ILACS report runs to between 9 and 15 pages.
- The report is published a median of about 31 working days after the last day on site.
- The results of an inspection are embargoed from notice until publication.
- The indicative judgement given on the last Friday is not public until the report is published.

## 10. What this guide does not hold

- The day on which a standard inspection gives initial feedback is not in the sample documents.
- The list of documents asked for in Annex A is not in the sample documents.
- The notice period for a focused visit is not in the sample documents.
- The notice and timetable of a JTAI today are not in the sample documents.
"""


def _write(paper: Paper, to: Path) -> None:
    widths = {
        0: [4.5, 7.0, 4.9],
        1: [3.2, 3.2, 6.4, 3.6],
        2: [3.2, 3.2, 6.4, 3.6],
        3: [5.4, 5.4, 5.6],
    }
    foot = "ILACS: how an inspection runs, November 2026"
    pdf.write(paper, TEXT, to, pdf.Look(foot, widths, cover=True))


PAPER = Paper(
    "framework-guidance/ilacs-how-an-inspection-runs.pdf",
    "ILACS: how an inspection of local authority children's services runs",
    date(2026, 11, 2),
    _write,
)
