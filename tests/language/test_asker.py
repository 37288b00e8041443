"""What who asks says of himself goes; what he asks, and the day that he names, stay."""

from __future__ import annotations

import pytest

from language.asker import without_asker


def _names(text: str) -> bool:
    return any(each in text.lower() for each in ("call", "lists", "feedback", "inspect", "rings"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("sorry to ask again but when is the feedback? I'm losing sleep", "when is the feedback"),
        ("I'm on leave the Tuesday after the call, what is due?",
         "the Tuesday after the call, what is due?"),
        ("From the IRO service: when is the feedback?", "when is the feedback?"),
        ("Residents will ask: when do the inspectors leave?", "when do the inspectors leave?"),
        ("who rings us, is it Ofsted or the DfE", "who rings us?"),
        ("what's on this wednesday if they rang monday",
         "what's on this wednesday in the week of the call"),
        ("It's Monday, the call has come. What else is that day?",
         "It's Monday, . What else is on the day of the call?"),
    ],
)  # fmt: skip
def test_who_asks_goes(text: str, left: str) -> None:
    assert without_asker(text, _names) == left


@pytest.mark.parametrize(
    "text",
    [
        "set-up meeting done. What's next?",
        "I was told the feedback is on Thursday, is that right?",
        "I have to send the lists on Tuesday, is that right?",
        "I'm in the assessment team - what do inspectors look at?",
        "I need to hold diaries for the lists, which day please",
        "which comes first, the lists or the feedback",
        "short inspection, how long on site?",
        "week 2, Friday. Go.",
    ],
)
def test_what_is_asked_stays(text: str) -> None:
    assert without_asker(text, _names) == text
