"""Short forms and what they stand for."""

from __future__ import annotations

import pytest

from language.acronyms import spelled_out


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("aem date?", "aem (annual engagement meeting) date?"),
        ("CSA and CSA", "CSA (child sexual abuse) and CSA"),
        ("a joint targeted area inspection (JTAI)", "a joint targeted area inspection (JTAI)"),
        ("no short form", "no short form"),
        ("", ""),
    ],
)
def test_the_long_form_follows_the_short_one(text: str, spelled: str) -> None:
    assert spelled_out(text) == spelled
