"""Tower Hamlets: self-evaluation summary, October 2024"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Tower Hamlets children's social care: self-evaluation summary

Tower Hamlets Council, Children's Services

Date: October 2024

> {source_note(sources.DECK_2024, sources.MINUTES_2024)}

## What this summary is for

This summary tells staff how Tower Hamlets sees its own practice before its next ILACS inspection:
what is strong, what needs more work, and how leaders know. The updated self-evaluation was shown
to Ofsted at the annual engagement meeting in March 2024.

## Where Tower Hamlets stands

- Tower Hamlets was rated good at its last ILACS inspection, in 2019.
- The next inspection of Tower Hamlets will be a short one, as Ofsted confirmed in March 2024.
- Ofsted gave no hint of when the inspection of Tower Hamlets would come.
- Ofsted raised no significant concerns about Tower Hamlets in March 2024.

## Our vision

Tower Hamlets believes that children do best growing up in their own families, close or wider,
wherever that is safe and right for them.

- Tower Hamlets builds relationships and strengthens families by working with people, with
  compassion and understanding.
- Tower Hamlets is ambitious for its children and families, and wants each of them to be safe,
  healthy and successful.

## Our practice framework

- Better Together is the name of the Tower Hamlets practice framework.
- Better Together puts relationships at the centre of practice with families, partners and staff.
- Quality assurance (QA) work is tied to Better Together, so that audits test the practice the
  framework describes.

## Strengths

| Strength | What we say about it |
| Workforce | Staff are the service's greatest asset: motivated, with low caseloads, and keen to
  make things better for children. The average caseload was 13 in August 2024. |
| Practice | The Better Together framework and quality assurance work pull in the same direction. |
| Culture | High support comes with high challenge, and scrutiny from inside and outside is
  welcome. |
| Leadership | Strong leaders back staff to do their best work and to become leaders themselves. |
| Early intervention | Help comes early, through early help, family group conferences (FGC) and edge
  of care work, and this keeps the number of children in care low. |

Tower Hamlets has fewer children in care than other councils, and manageable caseloads help
workers to get better results for children.

## Areas of focus

- Practice priorities: a stronger response to domestic abuse, to harm outside the home and to
  neglect, with better identification of risk.
- Partnerships: closer work with partner agencies, so that help for families is stronger and works
  better.
- Better Together: supervision that is more consistent and more curious in every team.
- Culture and diversity: assessments and plans that show more thought for a family's culture and
  identity.
- Careers: support for Black and global majority professionals to move up.
- Early help: the move to Family Hubs, with sound assessments and smooth handovers between
  services.
- MAST: one front door, and levels of need built into the work of MAST.

Transition to adulthood is also watched closely, for care leavers, for children with SEND and for
children with mental health needs.

## How we know

- The Children's Services Continuous Improvement Board looks at all the data on quality and
  performance each month.
- Audits move from one part of the service to another, and dip samples and deep dives add to the
  audit programme.
- Peer reviews took place in 2023 and in 2024.
- The Government Advisor on Care Leavers called the progress of the Tower Hamlets service
  aspirational.

## How we stay prepared

| Meeting or work | How often | Who chairs it | What it is for |
| Children's Services Continuous Improvement Board | Monthly | Director of Children's Services | All
  quality and performance data, and a spotlight on key issues |
| Better Together inspection preparation meeting | Fortnightly | Director of Support Families |
  Keeping inspection preparation on track |
| Keep in touch (KIT) meeting | Weekly | Not stated | Staff updates; some meetings run longer for
  inspection preparation |
| Performance surgery | Monthly | Not stated | Performance in each part of the service |
| Audit programme, dip samples and deep dives | Continuous | Not stated | Quality of practice |
| Staff briefings and messages | Not stated | Not stated | What staff need to know before an
  inspection |
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [3.6, 12.8], 1: [5.0, 2.6, 3.8, 5.0]})


PAPER = Paper(
    "self-evaluation/tower-hamlets-self-evaluation-summary-october-2024.docx",
    "Tower Hamlets children's social care: self-evaluation summary",
    date(2024, 10, 14),
    _write,
)
