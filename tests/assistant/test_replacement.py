"""A child's details put out of a text: what goes in instead, and that the guard lets it pass."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.guard import clean, guard
from assistant.guarding.replacement import replaced
from core.answers import Status
from evaluation.guard_rehearsal import load

KNOWN = ("Mark Riddell", "Daniel Okafor")


def out(text: str, known: tuple[str, ...] = ()) -> str:
    guarded = guard(text, known)
    return replaced(guarded.text, guarded.findings)


@pytest.mark.parametrize(
    ("typed", "becomes"),
    [
        ("I've had Ayaan since March.", "I've had Child A since March."),
        ("Ayaan's school rang, then AYAAN's dad.", "Child A's school rang, then Child A's dad."),
        ("my case Jayden Smith; Jayden left", "my case Child A; Child A left"),
        ("The twins, Hamza and Hafsa, moved.", "The twins, Child A and Child B, moved."),
        ("James' mum said so", "Child A's mum said so"),
        ("Child A is fine and I saw Tyler", "Child A is fine and I saw Child B"),
        ("Tyler's mum, Samira, told me", "Child A's mum, Person A, told me"),
        (
            "His foster carer, Julie, said yes. Julie rang me.",
            "His foster carer said yes. Their carer rang me.",
        ),
        (
            "Mrs Osei's boys are here. Mrs Osei is too.",
            "Person A's boys are here. Person A is too.",
        ),
        ("We closed to the Abdi family.", "We closed to the family."),
        ("NHS 943 476 5919, please", "NHS [NHS number removed], please"),
        ("his dob is 3/4/2015.", "his dob is [date removed]."),
        ("lives at 14 Mile End Road, E1 4NS now", "lives at [address removed] now"),
        (
            "ring 07911 123456 or sam@example.org",
            "ring [phone number removed] or [email address removed]",
        ),
        ("case ref TH/2023/004518 again", "case ref [case number removed] again"),
        ("What happens on Monday?", "What happens on Monday?"),
    ],
)
def test_what_goes_in_instead(typed: str, becomes: str) -> None:
    assert out(typed) == becomes


def test_whoever_stands_in_the_documents_is_left() -> None:
    typed = "I asked Daniel what he thought and I've had Tyler since March"
    assert out(typed, KNOWN) == typed.replace("Tyler", "Child A")


def test_over_real_papers_whoever_stands_in_them_is_left(assistant_over: Any) -> None:
    papers = {"minutes/board.md": "# Board\n\nDaniel Okafor leads the Neglect Toolkit.\n"}
    assistant = assistant_over(papers)
    typed = "Daniel Okafor asked how Zhavion's mum, Samira, is (dob 3/4/2015)"
    assert assistant.ask([typed]).status is Status.BLOCKED_PERSONAL_DATA
    left = assistant.without_details(typed)
    assert left == "Daniel Okafor asked how Child A's mum, Person A, is (dob [date removed])"
    assert assistant.ask([left]).status is not Status.BLOCKED_PERSONAL_DATA
    assert assistant.without_details("word " * 5000) == ""


def test_every_planted_detail_is_gone() -> None:
    for row in load():
        if row["part"] != "tune":
            continue
        left = out(row["text"])
        assert not guard(left).findings
        for planted in row["data"]:
            assert planted["words"] not in left or planted["words"] == "Jun"


_PIECES = [
    *(
        "my case ",
        "Jayden ",
        "Jayden's ",
        "jayden, ",
        "child called ",
        "Aisha and ",
        "the Abdi family ",
        "Mrs Khan ",
    ),
    *(
        "born ",
        "dob 3/4/15 ",
        "3/5/2024, ",
        "E1 4NS ",
        "lives at ",
        "14 ",
        "Mile End Road ",
        "flat 3 ",
    ),
    *(
        "+44 ",
        "0",
        "7911 123456 ",
        "a@b.co ",
        "NHS ",
        "943 476 5919 ",
        "case ",
        "123456 ",
        "CSC-778120 ",
    ),
    *(
        "carer Julie ",
        "his carer, ",
        "Julie, ",
        "mum ",
        "told me ",
        "I've had ",
        "Kyrone ",
        "since March ",
        "(12/03/2015) ",
    ),
    *("Child A ", "'s ", ", ", ". ", "who is ", "aged 9 ", "(9) ", "Zzyzx ", "called ", "Grace "),
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=60))
@example(["my case ", "Jayden ", "born ", "3/5/2024, ", "3/5/2024, "])
def test_what_comes_out_passes_the_guard(pieces: list[str]) -> None:
    text = clean("".join(pieces))
    assert guard(replaced(text, guard(text).findings)).findings == ()


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300))
def test_any_text_comes_out_and_passes_the_guard(text: str) -> None:
    guarded = guard(text)
    left = replaced(guarded.text, guarded.findings)
    assert guard(left).findings == ()
    assert guarded.findings or left == guarded.text
