"""Tower Hamlets: the improvement plan as refreshed in April 2024"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import pdf, sources
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Tower Hamlets children's services improvement plan: summary

Tower Hamlets Council, Children's Services

Edition: refreshed April 2024, as described in October 2024

> {source_note(sources.DECK_2024, sources.MINUTES_2024)}

## About the plan

- The Tower Hamlets improvement plan was refreshed in April 2024.
- The refreshed plan has five key priorities.
- The plan came out of a series of away days, where staff looked at performance, at audits of each
  service area, and at regional and national developments.
- The refreshed plan is the newer of the two improvement plans in the sample documents; the older
  one is of 2017.

## The five priorities

1. Effective help and protection.
2. Help, support and protection for adolescents.
3. Better experiences and progress for children in care and care leavers.
4. Good decisions, with understanding, learning and consistency.
5. Leadership and governance that give high support and high challenge.

## Who monitors the plan

- The Children's Services Continuous Improvement Board monitors the 2024 improvement plan every
  month.
- The Director of Children's Services chairs the Continuous Improvement Board.
- The Continuous Improvement Board looks at numbers and at quality, and turns a spotlight on key
  concerns.
- Fortnightly Better Together meetings keep the delivery of improvements going, and are chaired by
  the Director of Support Families.

## What the October 2024 papers link to each priority

The plan itself is not in the sample documents. The table sets the areas of focus and the work
named in October 2024 beside the priority that each fits best; the grouping is the sample's own.

| Priority | Area of focus or work named in October 2024 |
| 1. Effective help and protection | Stronger response to domestic abuse and neglect; one front door
  and levels of need in MAST; Neglect Toolkit for staff and partners |
| 2. Adolescents | Harm outside the home; exploitation and missing children, through the Strategic
  Exploitation Board |
| 3. Children in care and care leavers | Transition to adulthood; supported accommodation for 16 and
  17 year olds; apprenticeships for care leavers |
| 4. Decisions, learning and consistency | More consistent and curious supervision; audit programme,
  dip samples and deep dives |
| 5. Leadership and governance | Monthly Continuous Improvement Board; peer reviews; careers
  of Black and global majority professionals |

## How the 2024 plan differs from the 2017 plan

| Point | Plan of 2017 | Plan refreshed in April 2024 |
| Why it was written | Inadequate judgement published on 7 April 2017 | Not stated; Tower
  Hamlets had been rated good in 2019 |
| Built around | Four themes | Five priorities |
| Overseen by | Children's Services Improvement Board with an independent chair | Children's
  Services Continuous Improvement Board, chaired by the Director of Children's Services |
| Sent to the Department for Education | Yes, by 20 July 2017 | Not stated |

## What the sample does not hold

- The actions, owners and target dates of the 2024 improvement plan are not in the sample documents.
- The cost of the 2024 improvement plan is not in the sample documents.
"""


def _write(paper: Paper, to: Path) -> None:
    look = pdf.Look(
        "Tower Hamlets improvement plan, April 2024", {0: [5.0, 11.4], 1: [3.6, 6.4, 6.4]}
    )
    pdf.write(paper, TEXT, to, look)


PAPER = Paper(
    "improvement-plan/tower-hamlets-improvement-plan-april-2024.pdf",
    "Tower Hamlets children's services improvement plan: summary",
    date(2024, 4, 30),
    _write,
)
