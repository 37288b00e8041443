"""Tower Hamlets: minutes of the scrutiny sub-committee on inspection preparation, 2024"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, web
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Minutes: inspection preparation in children's social care

Scrutiny sub-committee, Tower Hamlets Council

Date: October 2024

Item 5.2

> {source_note(sources.MINUTES_2024)} The minutes carry no day; the presentation to the
sub-committee is dated October 2024.

## Introduction

The Deputy Mayor and Cabinet Member for Education, Youth and Lifelong Learning introduced the item
on getting ready for Ofsted's inspection of local authority children's services (ILACS). Officers
said that the service was fully prepared and waiting for inspectors to come.

The Director of Children's Services said that Tower Hamlets was the last London borough still to
have its inspection.

## The inspection process

- Ofsted rings on a Monday to start the inspection for the week after.
- Data and documents are gathered for an online audit meeting.
- Four inspectors then come for the inspection itself.
- The inspection of Tower Hamlets takes two weeks, because Tower Hamlets was rated good in 2019.
- Councils rated inadequate or requiring improvement have three weeks.
- Inspectors will talk with partners, early help practitioners and social workers about the quality
  of the work and how it is shared out.

The Director named four areas that inspectors would look at:

- children who need help and protection, with early help and safeguarding
- children in care
- care leavers and their progress
- leadership for children in care, both corporate and political.

## Vision, strengths and areas of focus

- The vision is for children to grow up in their own families, close or wider, when it is safe.
- Tower Hamlets has fewer children in care than other authorities, and caseloads are manageable.
- Strengths named by the Director: the workforce, the Better Together practice framework, a culture
  that supports and challenges, effective leadership, and early intervention.
- Areas of focus named by the Director: domestic abuse, harm outside the home, neglect inside it,
  and closer partnerships.
- Support goes on for the careers of Black and global majority professionals, and for the move to
  adulthood of care leavers, children with SEND and children with mental health needs.
- Officers read every inspection report on another authority for its themes, among them young
  carers, homeless 16 and 17 year olds, unregulated placements, exploitation and missing children.

## Ofsted and peer reviews

- The annual engagement meeting was in March 2024, and the updated self-evaluation was shown
  to a senior Ofsted inspector.
- Ofsted raised no significant concerns at the annual engagement meeting and said that the
  inspection would be short.
- Peer reviews were held in 2023 and in 2024, and the Government Advisor on Care Leavers found the
  service's progress aspirational.

## Improvement plan and preparation

The Director set out the updated improvement plan and its five priorities: help and protection;
adolescents; children in care and care leavers; decisions, learning and consistency; leadership and
governance.

- The Children's Services Continuous Improvement Board monitors the five priorities.
- Better Together meetings on inspection preparation are held every fortnight.
- Audits by staff and monthly performance surgeries add to the preparation.
- Members also saw figures on unaccompanied asylum seeking children and on children in care in
  August 2024.

## Questions from members, and officers' answers

| Subject | What officers answered |
| Supported accommodation | The law on supported accommodation for 16 and 17 year olds has changed:
  it has to be regulated by Ofsted, and providers had to register by the end of October. |
| Children in unregistered provision | Heads of service, social workers and independent officers
  have reviewed the 26 children whose provision was not fully registered. |
| Apprenticeships for care leavers | Officers will send members the number of care leavers the
  council employs as apprentices. |
| Safeguarding partnership | The partnership with the safeguarding board works well, with the
  Borough Commander, the police and senior health colleagues taking part. |
| Annual safeguarding report | The annual children's safeguarding report will come to members for
  review. |
| Neglect | A Neglect Toolkit helps staff to assess neglect and step in; health, police and those
  who work with children share it. |
| Child sexual abuse | The Sunrise Child Sexual Abuse Hub and the service go on working together,
  staff are trained as advocates for children, and three cases were reported in six months, fewer
  than in most authorities. |
| Exploitation and missing children | The Strategic Exploitation Board, exploitation support workers
  and the police work on the themes together, and data goes to monthly meetings. |
| Work with the community | The Children's Partnership includes an Interfaith Coordinator, the
  voluntary sector and a designated officer, to help the community understand harm to children. |
| Training of partners | Partners are trained on contextual safeguarding and on harm outside
  the home. |

## Resolved

1. The number of care leavers in council apprenticeships is to be sent to members.
2. The annual children's safeguarding report is to come to the sub-committee for review.
3. The presentation was noted.

## Papers for the item

- Cover report on the inspection of children's services (ILACS), item 5.2
- Presentation on inspection readiness (ILACS), item 5.2
"""
SITE = web.Site(
    name="Tower Hamlets Council meetings (sample)",
    menu=("Home", "Meetings", "Councillors", "Petitions", "Search"),
    trail=("Home", "Committees", "Scrutiny sub-committee", "Item 5.2"),
    foot=("Accessibility", "Terms of use", "Print this page"),
)


def _write(paper: Paper, to: Path) -> None:
    web.write_html(paper.title, TEXT, to, SITE)


PAPER = Paper(
    "minutes/tower-hamlets-scrutiny-inspection-preparation-2024.html",
    "Minutes: inspection preparation in children's social care",
    date(2024, 10, 31),
    _write,
)
