"""Who asks for a person's name is not given an office, a service or a title of honour."""

from __future__ import annotations

import pytest

from assistant.answer_types import holds
from assistant.guarding.person_names import persons_named
from assistant.question import understand


@pytest.mark.parametrize(
    "text",
    [
        "HMI stands for His Majesty's Inspector.",
        "The call goes to the Chief Executive and the Lead Member.",
        "Designated Safeguarding Lead",
        "Care Leavers Covenant",
        "October Half Term",
    ],
)
def test_an_office_or_a_service_is_nobodys_name(text: str):
    assert not persons_named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Steve Oyelaran, Corporate Director", "Steve Oyelaran"),
        ("Susannah Beasley-Murray chairs it.", "Susannah Beasley-Murray"),
        ("The lead inspector was Mr Will Thatcher.", "Mr Will"),
        ("Mark Grant HMI", "Mark Grant"),
    ],
)
def test_a_persons_name_is(text: str, name: str):
    assert name in persons_named(text)


def test_only_a_name_answers_who_an_inspector_is():
    asked = understand(["Who is our lead inspector?"])
    assert not holds(asked, "HMI stands for His Majesty's Inspector.")
    assert holds(asked, "The lead inspector is Asha Khan.") == 1.0


def test_a_number_of_something_else_or_a_share_counts_less():
    asked = understand(["How many care leavers do we have?"])
    other = holds(asked, "Care leavers lead: 103 reports name them.")
    share = holds(asked, "Care leavers in work: 62%.")
    counted = holds(asked, "The service supports 412 care leavers.")
    assert counted == 1.0
    assert max(other, share) < counted
