"""After the report: law, deadlines, and the units in which papers state them"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# After the report: law and deadlines

Guide for directors, governance and legal teams

About: England, all local authorities

Date: November 2026

> {source_note(sources.ACT, sources.PLAN_2017, sources.PRIORITY, sources.MONITORING_2016)}

## The law

- Sections 135 to 142 of the Education and Inspections Act 2006 govern Ofsted's inspections of
  children's services.
- Inspections are made under section 136 of the Education and Inspections Act 2006.
- Section 137 of the Education and Inspections Act 2006 says what a council must do when it gets
  the report.
- The 2007 regulations on inspection of local authorities (SI 2007/462) define a working day.

## What a council must do when it receives the report

1. Publish the report within 30 working days of receiving it.
2. Send a copy of the report to each of its safeguarding partners, and to a local newspaper and a
   radio station.
3. Make and publish a written statement of the action it will take because of the report.

## Deadlines at a glance

| What | Deadline | Counted from | Source |
| Publish the inspection report | 30 working days | Receipt of the report | 2006 Act, section 137,
  and SI 2007/462 |
| Written statement of action after an inspection | 70 working days | Receipt of the report | Tower
  Hamlets, 2017, summary section; SI 2007/462 for the unit |
| Draft action plan after areas for priority action | 20 working days | Not stated in the source
  | cypnow, 2018 |
| Final action plan after areas for priority action | 70 working days | Not stated in the source
  | cypnow, 2018 |
| First monitoring visit | Within four weeks | The deadline for the action plan | 2016 monitoring
  guidance |

## Why papers differ on the unit

Papers do not agree on whether the deadlines are days or working days. The law's unit is working
days.

| Paper | Publish the report | Action plan |
| Tower Hamlets 2017, summary section | Not stated | 70 working days |
| Tower Hamlets 2017, legal comments | 30 days | 70 days |
| Education and Inspections Act 2006 and SI 2007/462 | 30 working days | Working days |

Where a paper says 30 days or 70 days without the word working, read the legal text before
setting a date.

## After an inadequate judgement

- Under the single inspection framework, inadequate meant failures so widespread or serious that
  children were harmed or at risk, or that looked after children were not kept safe and well.
- Ofsted monitors a council judged inadequate, with visits usually every quarter.
- Under the SIF guidance, re-inspection usually came within two years of the action plan and after
  at least four monitoring visits.
- If the council is still inadequate at re-inspection, monitoring starts again.
- The Secretary of State may appoint a Children's Services Commissioner, or take control of the
  service away from a council, if it stays inadequate.

## Checks for the governance team

- Log the date on which the report was received; each deadline above runs from a date.
- Leave out weekends and bank holidays when counting working days.
- Keep the report and its grades confidential until it is published.
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [5.4, 3.2, 3.7, 4.1], 1: [8.0, 4.2, 4.2]})


PAPER = Paper(
    "framework-guidance/after-the-report-law-and-deadlines.docx",
    "After the report: law and deadlines",
    date(2026, 11, 6),
    _write,
)
