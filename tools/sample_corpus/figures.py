"""Tower Hamlets' figures of August 2024, once for the workbook and the deck"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

MONTHS = ("Mar 24", "Apr 24", "May 24", "Jun 24", "Jul 24", "Aug 24")


@dataclass(frozen=True, slots=True)
class Indicator:
    """One highlight indicator: percentages, to the places that are printed, or counts"""

    ref: str
    name: str
    last_year: Decimal
    current: Decimal
    period: str
    months: tuple[Decimal, ...]
    percent: bool = True

    def shown(self, value: Decimal) -> str:
        """The figure as a reader sees it"""
        return f"{value}%" if self.percent else str(value)


def _row(line: str) -> Indicator:
    ref, name, last_year, current, period, months = (part.strip() for part in line.split("|"))
    return Indicator(
        ref,
        name,
        Decimal(last_year),
        Decimal(current),
        period,
        tuple(Decimal(figure) for figure in months.split()),
        percent=not name.startswith("Number"),
    )


def _rows(text: str) -> tuple[Indicator, ...]:
    return tuple(_row(line) for line in text.replace("\n  ", " ").strip().splitlines())


SECTIONS: tuple[tuple[str, tuple[Indicator, ...]], ...] = (
    (
        "Management oversight",
        _rows("""
1.1 | % cases with Management Oversight recorded in past 8 weeks | 96 | 93.6 | Snapshot
  | 96.2 94.7 96.4 93.8 93.6 93.6
"""),
    ),
    (
        "Cohorts",
        _rows("""
1.2 | Number of CIN (exc. LAC, CP, Care Leavers) | 876 | 901 | Snapshot | 876 898 906 902 905 901
1.3 | Number of children subject to CPP | 307 | 255 | Snapshot | 305 304 297 291 261 255
1.4 | Number of LAC | 276 | 280 | Snapshot | 277 279 271 272 283 280
"""),
    ),
    (
        "Front door and assessment",
        _rows("""
2.1 | % of contacts completed within 1 day | 96.0 | 97.0 | YTD | 98.1 97.8 98.8 96.9 97.5 93.3
2.10a | % of single assessments completed within 45 working days | 90.1 | 82.8 | YTD
  | 88.6 85.3 88.9 79.3 80.9 79.6
"""),
    ),
    (
        "Plans",
        _rows("""
3.1 | % of children in need with CIN Plan completed | 86.2 | 85.1 | Snapshot
  | 86.2 89.0 90.6 88.6 80.9 85.1
"""),
    ),
    (
        "Visits",
        _rows("""
3.3 | % of CIN children visited within the past four weeks | 85.0 | 73.9 | Snapshot
  | 85.0 86.1 85.4 81.5 78.0 73.9
4.7.2 | % of children on a child protection plan receiving a visit within 10 working days | 92.2
  | 88.6 | Snapshot | 92.8 92.4 91.9 90.4 88.5 88.6
5.10 | % of LAC Single Assessments not yet completed or outside the one year timescale | 14.5 | 5.7
  | Snapshot | 14.5 12.1 14.0 11.0 10.4 5.7
5.11 | % of LAC with visits in last 6 weeks | 88.0 | 85.4 | Snapshot | 88.0 90.7 87.1 82.7 87.1 85.4
"""),
    ),
    (
        "Reviews",
        _rows("""
3.2 | % of children with CIN Plan with reviews within last 3 months | 89.7 | 85.8 | Snapshot
  | 89.7 87.1 87.0 86.0 93.0 85.8
4.8 | % of CP reviews carried out within statutory timescales | 88.9 | 95.8 | Snapshot
  | 88.9 88.3 91.1 96.8 96.4 95.8
5.18 | LAC cases which were reviewed within required timescales | 97.5 | 97.5 | Rolling Year
  | 97.5 95.4 98.2 98.2 99.6 97.5
"""),
    ),
    (
        "Care leavers",
        _rows("""
6.1 | % care leavers "in touch" (17,18,19,20,21 yr. olds with activity updated within last year)
  | 98.2 | 97.4 | Snapshot | 98.2 96.7 97.5 96.8 95.7 97.4
6.2 | % care leavers EET | 76.8 | 73.8 | Snapshot | 76.8 77.4 77.8 76.3 74.3 73.8
6.3 | % care leavers in suitable accommodation | 92.8 | 93.7 | Snapshot
  | 92.8 94.5 94.9 94.2 92.9 93.7
"""),
    ),
)


def indicator(ref: str) -> Indicator:
    """The indicator with this reference"""
    return next(one for _, rows in SECTIONS for one in rows if one.ref == ref)
