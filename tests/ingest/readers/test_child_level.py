"""Lists of individual children are refused; tables about children are not."""

from __future__ import annotations

import pytest

from ingest.readers.child_level import looks_child_level, valid_nhs_number

LIST_6 = [
    "Child Unique ID",
    "Gender",
    "Ethnicity",
    "Date of Birth",
    "Age of Child (Years)",
    "CIN Start Date",
    "Primary Need Code",
    "Allocated Team",
]
CHILD = ["1043321", "1", "WBRI", "03/04/2011", "13", "01/02/2024", "N1", "East"]


def children(number):
    return [
        [f"10{n:04d}", f"{1 + n % 28:02d}/0{1 + n % 9}/{2005 + n % 14}", "F", "note"]
        for n in range(number)
    ]


REFUSED = {
    "an Annex A list": [LIST_6, CHILD],
    "one under a title and a note": [["List 6: Children in need"], ["As at May"], LIST_6, CHILD],
    "a list of adopters": [
        ["Individual adopter identifier", "Gender", "Ethnicity", "Date enquiry received"],
        ["A1209", "F", "WBRI", "01/02/2024"],
    ],
    "names with dates of birth": [
        ["Forename", "Surname", "DOB", "School"],
        ["Sam", "Green", "03/04/2011", "Park Primary"],
    ],
    "names and legal status": [
        ["Child's name", "Legal status", "Social worker"],
        ["Sam Green", "C2", "J. Bell"],
        ["Ali Brown", "V2", "J. Bell"],
    ],
    "pupils by UPN, whatever the column is called": [
        ["Ref", "Attendance"],
        ["A123456789012", "91%"],
        ["B123456789012", "88%"],
        ["C123456789012", "75%"],
    ],
    "NHS numbers, whatever the column is called": [
        ["X", "Y"],
        ["943 476 5919", "a"],
        ["943 476 5870", "b"],
        ["401 023 2137", "c"],
    ],
    "identifiers beside dates of birth without any header": children(12),
    "a DfE return": [
        ["CHILD", "SEX", "DOB", "ETHNIC", "UPN"],
        ["123456", "1", "03/04/2011", "WBRI", "A123456789012"],
    ],
    "a case-system export": [
        ["Mosaic ID", "Person name", "Age", "Allocated worker"],
        ["2234556", "Green, Sam", "12", "J. Bell"],
    ],
}

ALLOWED = {
    "figures by month": [
        ["Measure", "Jul 24", "Aug 24"],
        ["Children subject to CPP", "261", "255"],
    ],
    "children by gender": [["Gender", "Number of children"], ["Girls", "131"], ["Boys", "149"]],
    "children by age, gender and legal status": [
        ["Legal status", "Gender", "Age", "Number"],
        ["C2", "F", "0-4", "12"],
        ["V2", "M", "5-9", "7"],
    ],
    "a description of the eleven lists": [
        ["List", "Name", "Who is on it"],
        ["List 1", "Contacts", "Each contact, one line for a child"],
        ["List 6", "Children in need", "Each child in need, with date of birth and gender"],
    ],
    "an empty template": [LIST_6],
    "a guide to the columns of a list": [
        ["Child Unique ID", "Gender", "Date of Birth"],
        ["alphanumeric", "code", "dd/mm/yyyy"],
    ],
    "the columns of a list, one to a row": [
        ["Column", "Format"],
        ["Child Unique ID", "Text"],
        ["Date of Birth", "dd/mm/yyyy"],
    ],
    "a workforce table": [
        ["Team", "Social workers", "Vacancies", "Average caseload"],
        ["East", "12", "1", "13"],
    ],
    "staff by name": [
        ["Name", "Job title", "Gender", "Start date"],
        ["Jo Bell", "Social worker", "F", "01/02/2020"],
    ],
    "an action plan": [
        ["Ref", "Action", "Owner", "Due date"],
        *[[f"1.{n}", "Refresh the offer", "Jo Bell", f"0{n}/05/2024"] for n in range(1, 10)],
    ],
    "inspections of homes over many years": [
        ["URN", "Home", "Date of last inspection", "Grade"],
        *[[f"SC4{n:05d}", "The Haven", f"0{1 + n % 9}/05/{2010 + n}", "good"] for n in range(12)],
    ],
    "phone numbers": [["Team", "Phone"], ["East", "020 7364 5000"], ["West", "020 7364 5001"]],
    "anonymous examples": [
        ["Child", "Age", "Plan"],
        ["Child A", "14", "Child protection"],
        ["Child B", "9", "CIN"],
    ],
}


@pytest.mark.parametrize("rows", REFUSED.values(), ids=REFUSED)
def test_a_list_of_children_is_seen(rows):
    assert looks_child_level(rows)


@pytest.mark.parametrize("rows", ALLOWED.values(), ids=ALLOWED)
def test_a_table_about_children_passes(rows):
    assert looks_child_level(rows) == ""


def test_the_check_digit_tells_nhs_numbers_from_phone_numbers():
    assert valid_nhs_number("943 476 5919")
    assert not valid_nhs_number("943 476 5918")
    assert not valid_nhs_number("1111111111")
