"""Getting ready to talk with inspectors: practice prompts and the first day"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Getting ready to talk with inspectors

Briefing for social workers, personal advisers, IROs and managers

About: England, all local authorities

Date: November 2026

> {source_note(sources.FIELD, sources.DECK_2024)}

> The prompts below are for practice. They are not Ofsted's questions.

## When the call comes

The call comes on a Monday. In the first hours, these things need a named owner:

- the Annex A data lists
- the Annex A documents
- the audit list and the tracked cases
- rooms and IT for the inspection team
- messages to staff, councillors and partners
- a check of annual leave in every team.

## What staff worry about

- Saying something that the child's record contradicts.
- Saying too much about a child in the wrong place.
- Quoting a policy that has been replaced.
- Giving a different message from colleagues.

One council was criticised for an old protocol on homeless 16 and 17 year olds, which officers
thought had been replaced. Check the date of each policy before you quote it.

## Talking about a child you work with

- Know the child: needs, history, wishes, what has changed, and why.
- Check that the file says what you say; inspectors notice a rehearsed answer that the record
  contradicts.
- Say what is better for the child, and how you can tell.
- Bring the child's voice, identity and culture into the answer, and the purpose of your visits.
- Never use a child's name in a practice session or in a question to a tool; say Child A.

## Supervision and management oversight

- Good supervision is regular, reflective and recorded.
- Management oversight is good when it challenges, and when decisions and reasons are on the file.
- Managers should know which plans are drifting, and what they did about it.

## Plans and reviews

- A good plan says what has to change, by when, and who will do what.
- A good plan has a contingency.
- Reviews are held on time and change the plan when the child's life changes.

## Areas to be ready for

| Role | Be ready to talk about |
| Front door and assessment | Thresholds, strategy meetings, neglect, domestic abuse, step up and
  step down |
| Child protection and children in need | Plans, visits with a purpose, pre-proceedings, harm
  outside the home, exploitation and missing |
| Children in care | Permanence, life-story work, contact, health, school, stable placements,
  unregistered placements |
| Independent reviewing officer (IRO) | Challenge on drift, and what changed because of it |
| Personal adviser (PA) | Pathway plans, accommodation, education and work, health, keeping in
  touch, the local offer |
| Early help | Assessments, and smooth handovers to and from social care |
| Managers and leaders | What you know about practice, how you know it, and what you are doing about
  it; stability, caseloads, morale and audit that changes practice |

Private fostering, young carers and homeless 16 and 17 year olds can come up in any role.

## In a practice session

1. Answer in two minutes.
2. Name the source of each figure.
3. Ask a colleague: how do you know, and what changed for the child?
4. Put right anything the record does not bear out.
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [5.4, 11.0]})


PAPER = Paper(
    "briefing/getting-ready-to-talk-with-inspectors.docx",
    "Getting ready to talk with inspectors",
    date(2026, 11, 10),
    _write,
)
