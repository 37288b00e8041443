"""Tower Hamlets: what the single inspection of 2017 found, in short"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import pdf, sources
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Single inspection of Tower Hamlets children's services, 2017: outcome in short

About: Tower Hamlets Council

Inspection: January and February 2017

Report published: 7 April 2017

> {source_note(sources.PLAN_2017)} Ofsted's own report is not in the sample documents.

## The outcome

- Ofsted judged children's services in Tower Hamlets inadequate overall in 2017.
- Tower Hamlets was judged inadequate in two of the three areas inspected in 2017.
- The 2017 inspection of Tower Hamlets was made under the single inspection framework (SIF).
- The 2017 inspection covered help and protection, looked after children, care leavers, and the
  Local Safeguarding Children Board.

| Point | Tower Hamlets, 2017 |
| Inspectorate | Ofsted |
| Framework | Single inspection framework (SIF) |
| Inspected | January and February 2017 |
| Report published | 7 April 2017 |
| Overall judgement | Inadequate |
| Areas judged inadequate | Two of three |
| Action plan due at the Department for Education | 20 July 2017 |
| First monitoring visit | August or September 2017 |

## What inadequate meant in 2017

Under the single inspection framework, a council was inadequate where failures were widespread or
serious and left children harmed or at risk, or where looked after children were not kept safe and
well.

The single inspection framework had four grades: outstanding, good, requires improvement and
inadequate.

## What Tower Hamlets did next

- Senior leaders of Tower Hamlets accepted the judgement.
- The council set up a Children's Services Improvement Board with an independent chair.
- The council wrote an improvement plan with four themes, due at the Department for Education on
  20 July 2017.
- The council set out to understand why services had become inadequate, so that change would last.

## Monitoring of Tower Hamlets after 2017

- Ofsted planned quarterly monitoring visits to Tower Hamlets from August or September 2017.
- A short report follows each visit, and all but the first are published.
- Re-inspection was expected within two years.

## Where to read on

- The plan that answered the 2017 inspection is in the improvement plan summary of 2017.
- Tower Hamlets was rated good at its inspection in 2019, two years after the inadequate judgement.
- The 2017 judgement is no longer the current one.
"""


def _write(paper: Paper, to: Path) -> None:
    look = pdf.Look("Single inspection of Tower Hamlets, 2017: outcome in short", {0: [7.0, 9.4]})
    pdf.write(paper, TEXT, to, look)


PAPER = Paper(
    "inspection-report/tower-hamlets-single-inspection-2017-outcome.pdf",
    "Single inspection of Tower Hamlets children's services, 2017: outcome in short",
    date(2017, 4, 7),
    _write,
)
