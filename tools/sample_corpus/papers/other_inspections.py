"""The other inspections: SEND, youth justice, JTAI, children's homes"""

from datetime import date
from pathlib import Path

from tools.sample_corpus import pdf, sources
from tools.sample_corpus.paper import Paper, source_note

TEXT = f"""
# Beyond ILACS: other inspections of services for children

A guide for partnership and commissioning managers

About: England, all areas

Date: November 2026

> {source_note(sources.SEND, sources.DECK_UNDATED, sources.HF_2020)}

## Which inspectorate does what

| Inspection | Inspectorate | What is inspected | Result |
| ILACS | Ofsted | A council's social care for children | Graded report |
| Area SEND | Ofsted and the Care Quality Commission (CQC) | A local area partnership's work for
  children with special educational needs and disabilities | One of three outcomes |
| Youth justice | HM Inspectorate of Probation (HMIP) | A youth justice or youth offending
  service | Graded report |
| JTAI | Ofsted, CQC and HMICFRS, with HMIP for some themes | One theme across all partners in an
  area | Not stated |
| Children's homes | Ofsted | One children's home | Graded report on the home |

## Area SEND inspections since January 2023

- Area SEND inspections are carried out jointly by Ofsted and the Care Quality Commission (CQC).
- Since January 2023 an area SEND inspection ends in one of three outcomes.
- Integrated care boards have taken the place of clinical commissioning groups (CCGs).

### The three outcomes

1. Arrangements typically lead to positive experiences and outcomes for children with SEND.
2. Arrangements lead to inconsistent experiences and outcomes for children with SEND.
3. There are widespread or systemic failings that give rise to significant concerns.

### After the lowest outcome

- The lowest area SEND outcome brings a priority action plan.
- Inspectors make a monitoring visit about 18 months after the lowest area SEND outcome.
- Re-inspection follows within three years of the lowest area SEND outcome.

## The older SEND regime, before 2023

- Under the regime before January 2023, inspectors who had significant concerns asked the area for
  a written statement of action (WSOA).
- A written statement of action was followed by monitoring and a further inspection.
- More than half of local areas had been told to write a WSOA, according to an undated Tower
  Hamlets deck from the pandemic.
- The written statement of action belongs to the old regime and is not an outcome today.

| Point | Before January 2023 | Since January 2023 |
| Result of a SEND inspection | With or without a written statement of action | One of three
  outcomes |
| Plan after serious concerns | Written statement of action (WSOA) | Priority action plan |
| Health body | Clinical commissioning group (CCG) | Integrated care board (ICB) |

## Youth justice inspections

The length and the grades below are as a Tower Hamlets deck of the pandemic gives them; check them
against the framework in force.

- HM Inspectorate of Probation (HMIP) inspects youth justice services; Ofsted does not.
- Most youth justice inspections are by HMIP alone, and a few are joint with other inspectorates.
- A youth justice inspection lasts a week, and a joint one can last longer.
- Inspectors pick a sample of cases, its size set by the size of the service, and meet the case
  managers.
- A youth justice service is graded outstanding, good, requires improvement or inadequate.
- Tower Hamlets runs youth justice for the City of London too, so an inspection of Tower Hamlets
  covers young people from the City.

## Joint targeted area inspections (JTAI)

- A JTAI is made by Ofsted, CQC and the police inspectorate (HMICFRS) together.
- HMIP takes part in a JTAI where the theme calls for it.
- In Tower Hamlets the Safeguarding Children's Partnership plans for a possible JTAI.
- How much notice a JTAI gives today, and its timetable, are not in the sample documents.

## Children's homes

- Ofsted inspects each children's home by itself, apart from ILACS.
- Hammersmith & Fulham had one children's home in 2020, the Haven, rated requires improvement in
  December 2019.
- Routine inspections of children's homes stopped in March 2020, and assurance visits ran from
  September 2020 to March 2021.

## Dates of other inspections in the sample

| Council | Service | When inspected | Result |
| Hammersmith & Fulham | SEND | December 2018 | Not stated |
| Hammersmith & Fulham | Youth offending service | January 2016 | Not stated |
| Hammersmith & Fulham | Children's home (the Haven) | December 2019 | Requires improvement |
| Tower Hamlets | SEND | Not inspected when the undated deck was written | None |
| Tower Hamlets | Youth justice | Not stated | Not stated |
"""


def _write(paper: Paper, to: Path) -> None:
    widths = {0: [2.7, 4.0, 5.7, 4.0], 1: [4.4, 6.0, 6.0], 2: [4.2, 4.6, 4.4, 3.2]}
    pdf.write(paper, TEXT, to, pdf.Look("Beyond ILACS: other inspections, November 2026", widths))


PAPER = Paper(
    "framework-guidance/other-inspections-send-youth-justice-jtai.pdf",
    "Beyond ILACS: other inspections of services for children",
    date(2026, 11, 9),
    _write,
)
