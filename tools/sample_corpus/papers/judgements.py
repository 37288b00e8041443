"""The judgements of children's services inspections and how they changed"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, web
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Judgements and framework changes, 2013 to 2027

About: England, all local authorities

Date: November 2026

> {source_note(sources.CHANGE_2026, sources.GOV_UK, sources.DECK_2024, sources.PLAN_2017)}

## The four judgements now

Since 1 April 2026 an ILACS report gives four judgements and no overall-effectiveness judgement:

1. The impact of leaders on social work practice with children and families.
2. The experiences and progress of children who need help and protection.
3. The experiences and progress of children in care.
4. The experiences and progress of care leavers.

Each judgement is outstanding, good, requires improvement to be good, or inadequate.

## What changed, and when

| Date | Change | What it means for a paper written before |
| 2013 | The single inspection framework (SIF) began | Not ILACS: different judgements and
  different guidance |
| November 2017 | Ofsted published the ILACS framework | A SIF report is from the earlier regime |
| January 2018 | ILACS came into use and the SIF ended | Inspections from this month are ILACS |
| January 2023 | Care leavers got a judgement of their own | Earlier reports judge children in
  care and care leavers together |
| April 2024 | Ofsted updated the ILACS framework | The sample does not hold what was updated |
| December 2024 | Ofsted updated the ILACS framework again | The sample does not hold what was
  updated |
| 27 November 2025 | Ofsted announced the end of the overall-effectiveness judgement | The change
  took effect in April 2026 |
| 1 April 2026 | The overall-effectiveness judgement was dropped | Earlier reports carry an overall
  grade; later ones do not |
| 2026 | Ofsted consulted on the next framework | The sample does not hold the outcome |
| 2027, planned | A renewed children and families framework | Check before relying on any page
  here |

## The end of overall effectiveness

- The overall-effectiveness judgement ended on 1 April 2026.
- Ofsted announced the end of the overall-effectiveness judgement on 27 November 2025.
- A report published before April 2026 still carries its overall grade.
- No inspection that starts after 31 March 2026 ends with one overall grade for the council.

## The care leavers judgement

- Care leavers have been judged separately since January 2023.
- Before January 2023, children in care and care leavers shared one judgement.
- In October 2024 Tower Hamlets expected inspectors to give care leavers close attention because of
  the separate judgement.

## The single inspection framework (SIF)

- The SIF ran from 2013 to 2017, before ILACS.
- A SIF inspection also reviewed the Local Safeguarding Children Board.
- The SIF graded councils outstanding, good, requires improvement or inadequate.
- Tower Hamlets was inspected under the SIF in January and February 2017.

## What is planned for 2027

Ofsted plans a renewed children and families framework for 2027. A consultation ran in 2026. The
sample documents do not hold the new framework.
"""


def _write(_: Paper, to: Path) -> None:
    web.write_markdown(TEXT, to)


PAPER = Paper(
    "framework-guidance/judgements-and-framework-changes.md",
    "Judgements and framework changes, 2013 to 2027",
    date(2026, 11, 4),
    _write,
)
