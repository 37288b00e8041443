"""Annex A: the eleven lists of data and the period of each"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Annex A: the eleven data lists

Guide for performance and data teams

About: England, all local authorities

Date: November 2026

> {source_note(sources.LIST_DATA, sources.DECK_2024)}

## When Annex A is due

Annex A is the set of data lists and documents that Ofsted asks for at the start of an ILACS
inspection.

- The 11 Annex A data lists are due by the end of Tuesday in the off-site week.
- The Annex A documents are due by the end of Wednesday in the off-site week.
- The list of audits from the last six months is sent separately, and Ofsted picks up to 12 cases
  from the list of audits for tracking.

Tower Hamlets gave the deadlines above for its own short inspection, in October 2024. The council
learns of the inspection on the Monday, so the data lists have to be ready the day
after the call.

## What each list covers

Lists 1 to 8 look at the six months before the inspection. List 9 is a picture on the day. Lists
10 and 11, on adoption, look at twelve months.

| List | Name | Who is on it | Period |
| List 1 | Contacts | Every contact received, with one line for each child | Six months before
  the inspection |
| List 2 | Early help assessments | Early help assessments done, and early help that the council
  is coordinating now | Six months before the inspection, and open on the day |
| List 3 | Referrals | Every referral received; a child can be on the list more than once | Six
  months before the inspection |
| List 4 | Assessments | Children who had a social care assessment | Six months before the
  inspection |
| List 5 | Section 47 enquiries and initial child protection conferences | Every section 47
  enquiry, with those still open, and the conference that followed | Six months before the
  inspection |
| List 6 | Children in need | Children receiving a service as a child in need; care leavers and
  children with only a referral are left out | Six months before the inspection, and open on the
  day |
| List 7 | Child protection plans | Children on a plan, and children whose plan ended in the
  period | Six months before the inspection, and open on the day |
| List 8 | Children in care | Children in care, and children who left care in the period | Six
  months before the inspection, and in care on the day |
| List 9 | Care leavers | Young people entitled to leaving care services: relevant, former
  relevant, qualifying and eligible | On the day of the inspection |
| List 10 | Adoption | Children adopted, children with a decision for adoption who are not yet
  adopted, and children whose decision was reversed | Twelve months before the inspection |
| List 11 | Adopters | People who had contact with the council's adoption agency | Twelve months
  before the inspection |

## Checks before the lists are sent

1. Agree one named owner for the data lists and one for the documents before any call comes.
2. Run all 11 lists regularly, so that errors are found before the off-site week.
3. Check that a child on two lists has the same dates and the same team on both.
4. Send the lists only by the secure route that the lead inspector gives.

Annex A lists hold data about real children. Keep them out of shared drives, chat and any
question-answering tool.

## What this guide does not hold

The list of documents asked for in Annex A is not in the sample documents. Take it from the
framework in force.
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [1.7, 3.7, 6.6, 4.4]})


PAPER = Paper(
    "framework-guidance/annex-a-data-lists.docx",
    "Annex A: the eleven data lists",
    date(2026, 11, 3),
    _write,
)
