"""Tells a list of individual children from a table about children, by its columns and its values.

Ofsted's Annex A asks for 11 lists with one row for each child (list 11: each adopter). Its column
names are public: SocialFinanceDigitalLabs/liia-tools, csdatatools/spec/annex_a/annex-a-merge.yml,
and the SSDA903 and census schemas beside it. Such a list is refused wherever it stands. A table of
figures, and one that only describes the lists, has no row with an identifier or a date of birth.
"""

from __future__ import annotations

import re
from collections.abc import Sequence


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


IDENTIFIER_COLUMNS = _names("""
    child unique id, child id, childs id, child identifier, childs unique id, unique child id,
    child uid, child reference, child ref, child number, childid, la child id, lac id, person id,
    client id, mosaic id, liquidlogic id, lcs id, ics id, ics number, case id, case number,
    case ref, individual adopter identifier, upn, unique pupil number, former upn, uln,
    unique learner number, nhs number, nhs no, national health number
""")
BIRTH_COLUMNS = _names("""
    date of birth, dob, d o b, child date of birth, childs date of birth, child dob, childs dob,
    birth date, birthdate, person birth date, expected date of birth
""")
NAME_COLUMNS = _names("""
    child name, childs name, name of child, child full name, childs full name, childs forename,
    childs surname, child forename, child surname, young persons name, young person name,
    name of young person, yp name, pupil name, name of pupil, forename, surname, first name,
    last name, given name, family name, legal surname, preferred forename
""")
ATTRIBUTE_COLUMNS = _names("""
    gender, sex, ethnicity, ethnic origin, ethnic group, age, age of child years, age of child,
    does the child have a disability, disability, disabled, uasc, legal status,
    childs legal status, start date of current legal status, date of contact, contact source,
    assessment start date, assessment completion date, organisation completing assessment,
    date of referral, referral source, referral nfa, number of referrals in last 12 months,
    allocated team, allocated worker, continuous assessment start date,
    child seen during continuous assessment, date of initial child protection conference,
    cin start date, cin closure date, primary need code, primary need, category of need,
    childs category of need, case status, reason for closure, date child was last seen,
    child protection plan start date, child protection plan end date, initial category of abuse,
    latest category of abuse, category of abuse, date of the last statutory visit,
    was the child seen alone, date of latest review conference,
    number of previous child protection plans, date started to be looked after,
    date ceased to be looked after, placement type, placement, placement postcode,
    placement provider, placement location, urn of placement, postcode, home postcode, address,
    home address, school, year group, national curriculum year, sen status, eligibility category,
    la in touch, type of accommodation, suitability of accommodation, activity status,
    family identifier, date the child entered care, date of placement order,
    date placed for adoption, date of adoption order, date enquiry received, social worker,
    date of last social work visit, date of latest statutory review, mother, father, decom, dec,
    date became looked after, date of last health assessment, date of last dental check
""")
_STAFF_COLUMNS = _names("""
    employee, employee number, employee name, staff name, member of staff, post, post title,
    job title, role, grade, salary, fte, swe id, swe number, social work england number,
    line manager
""")

_NOT_WORD = re.compile(r"[^a-z0-9 ]+")
_DATE = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](\d{4}|\d{2})|\d{4}-\d{2}-\d{2}.*|\d{1,2} [A-Za-z]{3,9} \d{4}"
)
_YEAR = re.compile(r"\d{4}")
_UPN = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-Z]")
_NHS = re.compile(r"\d{3}[ -]?\d{3}[ -]?\d{4}")
_IDENTIFIER = re.compile(r"(?=.*\d)[A-Za-z]{0,5}[-/]?\d[\dA-Za-z/-]*")
_ANONYMOUS = re.compile(r"(?i)(child|young person|yp|sibling|case|pupil)? ?([a-z]|[a-z]?\d{1,2})")
_PERSON = re.compile(r"[A-Z][\w'’-]+(,? [A-Z][\w'’.-]*){0,3}")

_HEADER_SEARCH_ROWS = 30
"""A header stands below a title and notes; Annex A templates put it in row 1 to 3."""
_MANY = 3
"""So many rows with valid NHS numbers or UPNs are a list whatever its columns are called."""
_MANY_BIRTHS = 8
_BIRTH_SPREAD_YEARS = 4
"""Dates of birth lie years apart; the due dates of a plan do not."""


def looks_child_level(rows: Sequence[Sequence[str]], header: Sequence[str] = ()) -> str:
    """Why a table looks like a list of individual children; '' when it does not.

    `rows` are the table's rows as shown. Without `header` it is looked for in the first rows.
    """
    if header:
        return _by_columns(header, rows) or _by_values(rows, header)
    for number, row in enumerate(rows[:_HEADER_SEARCH_ROWS]):
        if reason := _by_columns(row, rows[number + 1 :]):
            return reason
    return _by_values(rows, rows[0] if rows else ())


def _by_columns(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    names = [_plain(name) for name in header]
    identifiers = [i for i, name in enumerate(names) if _is_identifier(name)]
    births = [i for i, name in enumerate(names) if name in BIRTH_COLUMNS]
    people = [i for i, name in enumerate(names) if name in NAME_COLUMNS]
    attributes = sum(name in ATTRIBUTE_COLUMNS for name in names)
    if any(name in _STAFF_COLUMNS for name in names) and not identifiers:
        return ""
    others = attributes + len(births) + len(people)
    if identifiers and others >= 1 and _count(rows, identifiers, _IDENTIFIER) >= 1:
        return "a column of children's identifiers"
    if births and attributes + len(people) >= 1 and _count(rows, births, _DATE) >= 1:
        return "a column of dates of birth"
    if people and attributes >= 1 and _people(rows, people) > 1 and _of_children(names):
        return "a column of children's names"
    return ""


def _is_identifier(name: str) -> bool:
    """Whether a column's name, plain, is one for a child's number."""
    return name in IDENTIFIER_COLUMNS or bool(
        re.search(r"\bchild\b.*\b(id|identifier)\b|\b(upn|nhs number)\b", name)
    )


def _of_children(names: Sequence[str]) -> bool:
    text = " ".join(names)
    return bool(re.search(r"\b(child|childs|pupil|young|yp|legal status|placement|plan)\b", text))


def _people(rows: Sequence[Sequence[str]], columns: Sequence[int]) -> int:
    return sum(
        any(
            column < len(row)
            and bool(_PERSON.fullmatch(row[column]))
            and not _ANONYMOUS.fullmatch(row[column])
            for column in columns
        )
        for row in rows
    )


def _count(rows: Sequence[Sequence[str]], columns: Sequence[int], shape: re.Pattern[str]) -> int:
    return sum(
        any(column < len(row) and bool(shape.fullmatch(row[column])) for column in columns)
        for row in rows
    )


def _by_values(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    columns = _columns(rows)
    if any(_mostly(column, valid_nhs_number) for column in columns):
        return "a column of NHS numbers"
    if any(_mostly(column, lambda cell: bool(_UPN.fullmatch(cell))) for column in columns):
        return "a column of unique pupil numbers"
    names = [_plain(name) for name in header]
    births = any(
        _looks_like_births(column)
        for number, column in enumerate(columns)
        if number >= len(names) or not names[number] or _DATE.fullmatch(header[number])
    )
    if births and any(_unique_identifiers(column) for column in columns):
        return "a column of dates of birth beside one of identifiers"
    return ""


def _columns(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    width = max((len(row) for row in rows), default=0)
    return [[row[i] for row in rows if i < len(row) and row[i]] for i in range(width)]


def _mostly(column: Sequence[str], holds: object) -> bool:
    assert callable(holds)
    found = {cell for cell in column if holds(cell)}
    return len(found) >= _MANY and len(found) * 2 >= len(column)


def _looks_like_births(column: Sequence[str]) -> bool:
    dates = {cell for cell in column if _DATE.fullmatch(cell)}
    years = {int(year.group()) for cell in dates if (year := _YEAR.search(cell))}
    spread = max(years, default=0) - min(years, default=0)
    many = len(dates) >= max(_MANY_BIRTHS, 0.8 * len(column))
    return many and spread >= _BIRTH_SPREAD_YEARS


def _unique_identifiers(column: Sequence[str]) -> bool:
    found = [cell for cell in column if _IDENTIFIER.fullmatch(cell) and len(cell) >= 4]
    return len(found) >= max(_MANY_BIRTHS, 0.8 * len(column)) and len(set(found)) == len(found)


def valid_nhs_number(text: str) -> bool:
    """Whether the text is ten digits with the check digit of an NHS number (modulus 11)."""
    if not _NHS.fullmatch(text):
        return False
    digits = [int(character) for character in text if character.isdigit()]
    total = sum(digit * weight for digit, weight in zip(digits[:9], range(10, 1, -1), strict=True))
    return digits[9] == (11 - total % 11) % 11 and len(set(digits)) > 1


def _plain(name: str) -> str:
    """A column's name in small letters without apostrophes, stars, brackets: 'childs name'."""
    letters = name.lower().replace("'", "").replace("’", "").replace("/", " ")
    return " ".join(_NOT_WORD.sub(" ", letters).split())
