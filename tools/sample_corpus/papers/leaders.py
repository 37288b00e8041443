"""Tower Hamlets: what Ofsted expects of leaders and politicians"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import pdf, sources
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# What Ofsted expects of senior leaders and councillors

A briefing for members and the corporate leadership team of Tower Hamlets Council

Date: October 2024

> {source_note(sources.DECK_2024, sources.MINUTES_2024, sources.FIELD)}

## In short

Inspectors look at leaders as well as at practice. Senior leaders and councillors do not need to
know every detail, but they need to know what matters most and to act on it.

## The duties

- Ofsted wants to see that children's services are a priority for the whole council and for its
  politicians.
- Ofsted wants senior leaders to understand the main issues and priorities of children's services.
- Ofsted tests how senior leaders are told about key issues.
- Ofsted does not expect leaders and councillors to know fine detail.
- Ofsted looks for grip and challenge at the top of the council.
- Recent reports elsewhere look at whether senior leaders champion the safeguarding of children and
  corporate parenting.

## Three questions to be able to answer

1. What do you know about social work practice in the borough?
2. How do you know it?
3. What are you doing about it?

The three questions are for practice. They are not Ofsted's own wording.

## How leaders are informed

| Route | How often | What leaders learn from it |
| Children's Services Continuous Improvement Board, chaired by the Director of Children's Services |
  Monthly | All quality and performance data, and key issues in depth |
| Better Together meeting on inspection preparation | Fortnightly | Whether preparation is on track
  |
| Performance surgeries | Monthly | Performance of each part of the service |
| Annual engagement meeting with Ofsted | Yearly, last in March 2024 | How Ofsted sees the council's
  self-evaluation |
| Scrutiny sub-committee | As the work programme says | Preparation, figures, and questions from
  members |

## What leaders should know in October 2024

- Tower Hamlets was rated good in 2019 and expects a short inspection.
- The improvement plan was refreshed in April 2024 and has five priorities.
- The number of children on a child protection plan fell from 305 in March 2024 to 255 in August
  2024.
- Visits to children in need within four weeks fell from 85.0% in March 2024 to 73.9% in August
  2024.
- Single assessments done in 45 working days stood at 82.8% for the year to date in August 2024,
  against 90.1% in 2023/24.
- Care leavers in education, employment or training (EET) stood at 73.8% in August 2024.

## When inspectors are here

- The council gives an opening presentation on the Monday that inspectors arrive.
- Senior leaders hear initial feedback and the indicative judgement on the Friday.
- The result stays confidential until Ofsted publishes the report.
- Say what is true and can be shown. If you do not know, say who does.
"""


def _write(paper: Paper, to: Path) -> None:
    look = pdf.Look("What Ofsted expects of leaders, October 2024", {0: [6.4, 3.6, 6.4]})
    pdf.write(paper, TEXT, to, look)


PAPER = Paper(
    "briefing/tower-hamlets-leaders-and-councillors-october-2024.pdf",
    "What Ofsted expects of senior leaders and councillors",
    date(2024, 10, 15),
    _write,
)
