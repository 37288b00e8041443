"""Which kind of inspection some words speak of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.inspection_steps import InspectionType
from language.inspections import inspection_types, nearest_type

NAMES = {
    InspectionType.ILACS_SHORT: ("short inspection", "short ILACS", "ILACS – short"),
    InspectionType.ILACS_STANDARD: ("standard inspection", "standard ILACS inspection"),
    InspectionType.ILACS: ("ILACS", "inspection of local authority children’s services"),
    InspectionType.FOCUSED_VISIT: ("focused visit", "focussed visits", "focus visit"),
    InspectionType.MONITORING_VISIT: ("monitoring visit", "monitoring inspection"),
    InspectionType.JTAI: ("JTAI", "joint targeted area inspection", "JTAIs"),
    InspectionType.AREA_SEND: ("area SEND inspection", "local area inspection"),
    InspectionType.YOUTH_JUSTICE: ("youth justice inspection", "HMIP", "youth offending"),
}
NAMED = [(kind, name) for kind, names in NAMES.items() for name in names]
AROUND = some.sampled_from(["{}", "Before the {}, we meet.", "{}: week 1", "How a {} runs", "({})"])


@given(some.sampled_from(NAMED), AROUND, some.sampled_from([str, str.upper, str.lower]))
def test_a_kind_is_told_by_its_name(
    named: tuple[InspectionType, str], around: str, letters: type[str]
) -> None:
    kind, name = named
    assert inspection_types(around.format(letters(name))) == {kind}


@given(some.sampled_from(NAMED), some.sampled_from(NAMED))
def test_two_kinds_are_both_told_and_settle_nothing(
    one: tuple[InspectionType, str], other: tuple[InspectionType, str]
) -> None:
    text = f"A {one[1]}; then a {other[1]}."
    kinds = {one[0], other[0]}
    if kinds & {InspectionType.ILACS_SHORT, InspectionType.ILACS_STANDARD}:
        kinds.discard(InspectionType.ILACS)
    assert inspection_types(text) == kinds
    assert nearest_type([text]) is (kinds.pop() if len(kinds) == 1 else InspectionType.UNSAID)


@pytest.mark.parametrize(
    "text",
    ["We send the lists by Tuesday.", "an inspection of the building", "a short meeting",
     "standard letters", "a visit by the monitoring officer", "shortly after the inspection", ""],
)  # fmt: skip
def test_other_words_name_no_kind(text: str) -> None:
    assert inspection_types(text) == frozenset()


def test_the_nearest_text_that_names_a_kind_tells_it() -> None:
    texts = ["Week 1", "JTAI", "How an ILACS runs"]
    assert nearest_type(texts) is InspectionType.JTAI
    assert nearest_type(["Week 1", "ILACS or JTAI", "JTAI"]) is InspectionType.UNSAID
    assert nearest_type([]) is InspectionType.UNSAID
