"""Hammersmith & Fulham: interim inspection arrangements, 9 November 2020"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import sources, word
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Children's services inspection frameworks: arrangements during COVID-19

London Borough of Hammersmith & Fulham (H&F)

Report to: the Children and Education Policy & Accountability Committee

Date: 9 November 2020

Report of: Assistant Director Performance and Improvement

Wards affected: all

> {source_note(sources.HF_2020)}

## Summary

The report tells members how children's services in H&F can be inspected while COVID-19 lasts. Full
inspections are suspended, and each inspectorate has interim arrangements in their place.

The committee is asked to note the report and give its comments.

## At a glance

| Service in H&F | Last inspected | Interim arrangement in 2020 to 2021 | Run by |
| Children's social care | Not stated | Interim focused visits, from September 2020 to December 2020
  or March 2021 | Ofsted |
| Children's home (the Haven) | December 2019, requires improvement | Assurance visits, from
  September 2020 to March 2021 | Ofsted |
| SEND | December 2018 | Interim visits, into the spring term of 2021 | Ofsted and the Care Quality
  Commission |
| Youth offending service | January 2016 | Remote thematic inspections | HM Inspectorate of
  Probation |
| Schools | Not stated | Phased return from September 2020, full inspections meant for January
  2021 | Ofsted |

## 1. Children's social care

- The annual engagement meeting (AEM) with Ofsted goes ahead in spite of the suspension.
- H&F had its annual engagement meeting with Ofsted on 30 September 2020.
- The annual engagement meeting discusses the council's self-evaluation, and what was done after
  earlier inspections.
- Ofsted began interim focused visits in September 2020.
- An interim focused visit is wider than a normal one: it takes in all of social care and the links
  with education and other partners.
- Interim focused visits look hardest at decisions made in the pandemic: how good were they, and
  what difference did they make?
- Ofsted puts councils that worry it first, with some good and outstanding councils to learn from.
- H&F could get a focused visit at any time.

## 2. Children's homes

- Routine inspections of children's homes stopped in March 2020.
- The Haven is the only children's home in H&F.
- The Haven was rated requires improvement in December 2019.
- Ofsted chooses homes for a visit by their last judgement, by what else it knows, by the time since
  the last inspection, and by whether the provider is new.

## 3. Special educational needs and disabilities (SEND)

- Interim SEND visits by Ofsted and the Care Quality Commission (CQC) run into spring 2021.
- Interim SEND visits show how the SEND system is doing and whether areas are ready for inspections
  to start again.
- Only a few areas, unlike each other, are invited to have an interim SEND visit.
- An area may say no to an interim SEND visit, and Ofsted and CQC keep the reply confidential.
- SEND in H&F had its last inspection in December 2018.

## 4. Youth offending service

- HM Inspectorate of Probation (HMIP) has stopped its normal inspections.
- HMIP inspected some small youth offending services from a distance between August and October
  2020.
- H&F's youth offending service does not count as small, but could be part of a thematic inspection.
- The H&F youth offending service was last inspected in January 2016.

## 5. Schools and the education engagement meeting

- Ofsted began a phased return to schools in September 2020 and means to restart full inspections in
  January 2021.
- School visits in the phased return look at how leaders bring pupils back to full education, at
  remote learning and at safeguarding.
- Ofsted visits every inadequate school, and a sample of schools with other grades.
- H&F expects its education annual engagement meeting later in the year.

## How the report fits H&F's values

| H&F value | How the report supports it |
| Building shared prosperity | Strong practice and services rated good or outstanding |
| Doing things with residents, not to them | Children, young people and families help to decide and
  to design services |
| Being ruthlessly financially efficient | Services that rest on evidence, are well aimed and manage
  demand |
"""


def _write(paper: Paper, to: Path) -> None:
    word.write(paper, TEXT, to, {0: [3.6, 3.8, 5.6, 3.4], 1: [6.2, 10.2]})


PAPER = Paper(
    "briefing/hammersmith-and-fulham-inspection-frameworks-november-2020.docx",
    "Children's services inspection frameworks: arrangements during COVID-19",
    date(2020, 11, 9),
    _write,
)
