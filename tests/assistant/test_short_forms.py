"""A short form is answered with the line that spells it out; without such a line it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answering import Assistant
from assistant.short_forms import spells_out
from core.answers import Answer, Status

PAPER = """# Inspection activity in Wokingham, October 2024

The partnership plans for a JTAI, which would be an inspection of all partners by inspectorates.

One focused visit or Joint Targeted Area Inspection (JTAI) comes before the next inspection.

The QARB meets every month and is chaired by the director.

SARP (School Attendance Review Panel) hears each case once a term.
"""


@pytest.fixture
def ask(assistant_over: Callable[..., Assistant]) -> Callable[[str], Answer]:
    assistant = assistant_over({"briefing/activity.md": PAPER}, "Wokingham")
    return lambda question: assistant.ask([question])


@pytest.mark.parametrize(
    "asked", ["what does JTAI stand for?", "what's a jtai", "jtai meaning", "JTAI in full"]
)
def test_the_line_that_spells_it_out_answers(ask: Callable[[str], Answer], asked: str) -> None:
    answer = ask(asked)
    assert answer.status is Status.ANSWERED
    assert "Joint Targeted Area Inspection (JTAI)" in answer.citations[0].quote


def test_one_that_our_list_does_not_know(ask: Callable[[str], Answer]) -> None:
    assert "School Attendance Review Panel" in ask("what does SARP stand for").text


def test_what_no_line_spells_out_is_refused(ask: Callable[[str], Answer]) -> None:
    assert ask("what does QARB stand for").status is Status.NOT_IN_DOCUMENTS


@pytest.mark.parametrize(
    ("short", "text", "spelled"),
    [
        ("hmip", "inspected by His Majesty's Inspectorate of Probation (HMIP)", True),
        ("uasc", "27 unaccompanied asylum-seeking children (UASC)", True),
        ("iro", "IRO: independent reviewing officer", True),
        ("iro", "The officer (IRO) was there", False),
        ("jtai", "an inspection in July (JTAI)", False),
        ("sef", "the SEF is read by Ofsted", False),
    ],
)
def test_only_words_that_fit_the_letters_spell_it_out(short: str, text: str, spelled: bool) -> None:
    assert spells_out(short, text) is spelled


_WORDS = st.lists(st.from_regex(r"[b-z][a-z]{3,8}", fullmatch=True), min_size=2, max_size=6)


@given(_WORDS, st.text(max_size=30))
def test_first_letters_in_brackets_after_their_words_do(named: list[str], before: str) -> None:
    short = "".join(each[0] for each in named)
    assert spells_out(short, f"{before} {' '.join(named)} ({short.upper()})")
