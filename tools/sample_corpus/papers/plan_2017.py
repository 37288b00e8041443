"""Tower Hamlets: the improvement plan of 2017"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Tower Hamlets inspection improvement plan 2017: summary

Report to: the Best Value Improvement Board

Report of: Corporate Director of Children's Services, Tower Hamlets Council

Date: 2017, before the second meeting of the Improvement Board on 12 June 2017

> {source_note(sources.PLAN_2017)}

## 1. Summary

Ofsted's single inspection in January and February 2017 found children's services in Tower Hamlets
inadequate. The council accepts the finding and is writing an improvement plan, which goes to the
Department for Education (DfE) by 20 July 2017.

The Board is asked to note this report and the date for sending in the plan.

## 2. The inspection

- The 2017 inspection of Tower Hamlets looked at help and protection, at looked after children and
  at care leavers, and reviewed the Local Safeguarding Children Board.
- Ofsted published its report on Tower Hamlets on 7 April 2017.
- Ofsted's overall judgement of Tower Hamlets in 2017 was inadequate.
- Tower Hamlets was inadequate in two of the three areas judged in 2017.
- Senior leaders accepted the 2017 judgement and promised to put the serious issues right.

## 3. Key dates

| Date | What |
| January and February 2017 | Single inspection of Tower Hamlets by Ofsted |
| 7 April 2017 | Ofsted publishes the report |
| 12 June 2017 | Second meeting of the Children's Services Improvement Board |
| 20 July 2017 | Improvement plan due at the Department for Education |
| August or September 2017 | First monitoring visit |
| Every three months after the first visit | Further monitoring visits |
| Two years on | Full inspection |

The DfE wants the action plan no later than 70 working days after the report was published.

## 4. Who oversees the plan

- A Children's Services Improvement Board oversees the 2017 plan and has an independent chair.
- Politicians, senior managers and partner agencies sit on the Improvement Board.
- The Improvement Board has met once and meets again on 12 June 2017.
- An operational group, with the Corporate Director of Children's Services in the chair, meets
  monthly to support the Improvement Board.
- The operational group has so far dealt with Ofsted's urgent recommendations and the writing of the
  plan.
- The plan also goes through the council's overview and scrutiny.

## 5. The four themes of the plan

1. Theme one: leadership, management and governance.
2. Theme two: a robust model of social work.
3. Theme three: a workforce that is sufficient and skilled.
4. Theme four: quality assurance, with audit.

## 6. The ten components of a successful service

The Local Government Association (LGA) names ten components that make a children's services
department succeed. The 2017 plan uses the LGA's ten components as its framework:

1. A vision for excellence that the whole council shares.
2. An organisation and a culture that look outward.
3. Corporate and political support, with ambition for excellence.
4. Strong relationships of members and officers, with trust and constructive challenge.
5. A golden thread from political leaders to the front line.
6. Strong, dynamic leadership at every level.
7. A permanent and stable workforce that has capacity and resources.
8. A strong practice model with checks and balances.
9. Clear systems, processes and data that are embedded.
10. Strong, coherent partnerships, both strategic and operational.

Improving social care for children takes the whole council and not one department.

## 7. Money

- The Chief Finance Officer expects the 2017 plan to have significant costs.
- The medium-term financial strategy (MTFS) for 2017 to 2020 already holds growth of £5.2 million
  for pressures that the plan deals with.
- A separate reserve is proposed for one-off activities in the plan.
- The size of the reserve will follow from costing the plan's actions in detail.
- Members will hear the size of the reserve and spending against it through normal budget
  reporting.

## 8. Legal

- Ofsted inspects under sections 135 to 142 of the Education and Inspections Act 2006 and the
  regulations of 2007.
- The council has to publish Ofsted's report within 30 days, as the legal comments put it.
- The council has to publish a statement of the actions it will take within 70 days of receiving
  the report, as the legal comments put it; the summary of the same paper says 70 working days.
- An action planning visit, with an Ofsted inspector present, has to be arranged 25 to 35 days after
  the report is received.
- Ahead of the action planning visit, the Director of Children's Services should show the lead
  inspector the draft plan.
- The lead inspector checks that the plan answers the report's recommendations.

## 9. Monitoring

- Monitoring visits to Tower Hamlets are quarterly, and start in August or September 2017.
- The first monitoring visit usually comes within four weeks of the deadline for the plan.
- Each monitoring visit checks progress on the recommendations, and that nothing else has slipped.
- Before a monitoring visit, the council may be asked to audit cases, or to give details of up to
  six cases it has audited.
- Completed audits go back to Ofsted three working days or more before the monitoring visit.
- A short report follows each monitoring visit; all but the first report are published.

## 10. Re-inspection

- Re-inspection of an inadequate council usually comes within two years of its action plan, after at
  least four quarterly visits.
- Tower Hamlets will have a full SIF inspection again, shorter than the first because monitoring
  evidence counts.
- If Tower Hamlets is still inadequate, the monitoring starts over, and the Secretary of State may
  appoint a commissioner or take the service out of the council's control.
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [6.4, 10.0]})


PAPER = Paper(
    "improvement-plan/tower-hamlets-improvement-plan-2017-summary.docx",
    "Tower Hamlets inspection improvement plan 2017: summary",
    date(2017, 6, 1),
    _write,
)
