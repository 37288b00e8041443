"""The guard: what it finds, what it leaves alone, and what it does to any text at all."""

from __future__ import annotations

import logging
import time
import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from assistant.guard import FindingKind, Guarded, TextProblem, advice, clean, guard
from evaluation import guard_rehearsal
from evaluation.guard import FALSE_ALARMS, RECALL, Outcome, load, run, share
from evaluation.guard_rehearsal import Said, false_alarms, recall

KNOWN = ("Mark Riddell", "Daniel Okafor", "Haven", "Tower Hamlets")


@pytest.fixture(scope="module")
def outcomes() -> tuple[Outcome, ...]:
    return run(*load())


def of(outcomes: tuple[Outcome, ...], part: str) -> list[Outcome]:
    return [o for o in outcomes if o.planted.part == part]


@pytest.mark.parametrize("part", ["tune", "check", "fresh", "last"])
@pytest.mark.parametrize("group", ["structured", "name"])
def test_planted_details_are_found(outcomes, part, group):
    found, total = share(of(outcomes, part), group)
    assert found / total >= RECALL[group]


@pytest.mark.parametrize("part", ["tune", "check", "fresh", "last"])
def test_ordinary_questions_pass(outcomes, part):
    flagged, total = share(of(outcomes, part), "clean")
    assert flagged / total < FALSE_ALARMS


@pytest.fixture(scope="module")
def rehearsed() -> tuple[Said, ...]:
    return guard_rehearsal.run(guard_rehearsal.names_of_the_papers(), guard_rehearsal.load())


@pytest.mark.parametrize("part", ["tune", "check", "fresh"])
def test_what_is_said_in_a_rehearsal(rehearsed, part):
    said = [each for each in rehearsed if each.part == part]
    for names, bar in ((False, RECALL["structured"]), (True, RECALL["name"])):
        found, total = recall(said, names)
        assert found / total >= bar
    flagged, total = false_alarms(said)
    assert flagged / total < FALSE_ALARMS


def test_the_set_is_as_large_as_promised():
    _, texts = load()
    assert sum(t.personal for t in texts) >= 100
    assert sum(not t.personal for t in texts) >= 100
    assert sum(t.group == "officer" for t in texts) >= 40


def test_kinds_are_named_rightly(outcomes):
    found = [o for o in outcomes if o.planted.personal and o.found]
    assert sum(o.kind_right for o in found) / len(found) >= 0.95


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("his dob is 3/4/2015", FindingKind.DATE_OF_BIRTH),
        ("NHS 943 476 5919", FindingKind.NHS_NUMBER),
        ("ring 07911 123456", FindingKind.PHONE),
        ("they live at 14 Mile End Road", FindingKind.ADDRESS),
        ("45 RG41 2PQ", FindingKind.ADDRESS),
        ("sam@example.org wrote", FindingKind.EMAIL),
        ("case 123456", FindingKind.CASE_NUMBER),
        ("UPN H801200001001", FindingKind.UPN),
        ("NI AB 12 34 56 C", FindingKind.NATIONAL_INSURANCE_NUMBER),
        ("passport 533401372", FindingKind.IDENTITY_DOCUMENT),
        ("snapchat: zed_e1", FindingKind.SOCIAL_HANDLE),
        ("my case Jayden Smith", FindingKind.CHILD_NAME),
    ],
)
def test_each_kind(text, kind):
    assert guard(text).kinds == (kind,)


@pytest.mark.parametrize(
    "text",
    [
        "Why was Aaliyah Begum taken into care?",
        "When did Tyler Jones go missing?",
        "Why did Mohammed Rahman move placement?",
        "is Kai Patel still in care",
    ],
)
def test_a_question_of_a_child_s_life_with_a_whole_name_is_stopped(text):
    assert guard(text).kinds == (FindingKind.CHILD_NAME,)


@pytest.mark.parametrize(
    "text",
    [
        "inspection on 9 November 2020",
        "NHS spending was 1,204,000 in 2023",
        "E1 and E14",
        "0300 123 4567",
        "mash@towerhamlets.gov.uk",
        "case 2 in the slides",
        "Child A's plan",
        "Has Better Together been adopted?",
        "Did Richard Baldwin move to Tower Hamlets?",
        "What did Mark Riddell say?",
        "Is the Haven open?",
        "Victoria Climbié",
    ],
)
def test_left_alone(text):
    assert guard(text, KNOWN).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "my one, Zhavion, told me he had nobody",
        "I've had Zhavion since March.",
        "What changed for Fatoumata is that she sleeps.",
        "We held a strategy meeting on Zhavion the same day.",
        "When we closed to Mohammed Abdi and his sisters, school was told.",
        "Zhavion (3/4/2015) was seen alone.",
        "Mrs Khan wouldn't let us see the baby.",
        "Jayden's social worker has left and he minds.",
        "Ayaan presented as withdrawn at school.",
    ],
)
def test_a_child_as_staff_speak_of_one(text):
    assert FindingKind.CHILD_NAME in guard(text, KNOWN).kinds


@pytest.mark.parametrize(
    "text",
    [
        "Rachel, my manager, reads my assessments.",
        "Danielle from the virtual school came to the PEP.",
        "Louise, who manages the fostering team, matched them.",
        "I had a good supervision with Nadine this month.",
        "Mr Lewis, the head teacher, rang me at six about the boy.",
        "I've read Bowlby and Ferguson's book on home visits.",
        "The family moved from Jordan to Georgia and she was born there.",
        "There's a programme called Lottie's Way for mums.",
        "I asked Daniel what he thought of my plan.",
        "My 14 year old in placement with an aunt wants to go home.",
        "We saw 73.9% of children in need by 31 August 2024.",
    ],
)
def test_colleagues_authors_and_places_are_left(text):
    assert guard(text, KNOWN).findings == ()


def test_a_name_found_once_is_found_wherever_it_stands():
    guarded = guard("I've had Zhavion since March. The plan: zhavion and Otto go home.")
    found = [guarded.text[f.start : f.end] for f in guarded.findings]
    assert found == ["Zhavion", "zhavion", "Otto"]


def test_nothing_is_left_of_a_number_found_in_two_ways():
    guarded = guard("case ref TH/2023/004518, stepped down")
    (finding,) = guarded.findings
    assert guarded.text[finding.end :] == ", stepped down"


def test_a_known_name_whole_never_counts_but_its_given_name_beside_a_child_does():
    assert not guard("young person's lead Daniel Okafor", KNOWN).findings
    assert not guard("What does Daniel do on Monday?", KNOWN).findings
    assert guard("young person Daniel has moved", KNOWN).kinds == (FindingKind.CHILD_NAME,)


def test_findings_point_at_the_words():
    guarded = guard("  My\u200b case  Jayden Smith, dob 3/4/2015.  ")
    assert [guarded.text[f.start : f.end] for f in guarded.findings] == [
        "Jayden Smith",
        "dob 3/4/2015",
    ]


def test_invisible_characters_do_not_hide_a_number():
    assert guard("nhs 943\u200b4765\u00ad919").kinds == (FindingKind.NHS_NUMBER,)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", TextProblem.EMPTY),
        (" \u200b\n\t", TextProblem.EMPTY),
        ("?!", TextProblem.EMPTY),
        ("x" * 2001, TextProblem.TOO_LONG),
        ("\u200b" * 20_000, TextProblem.TOO_LONG),
        ("x " * 1000, TextProblem.NONE),
    ],
)
def test_problems(text, problem):
    assert guard(text).problem is problem


def test_nothing_of_the_text_is_shown_or_logged(caplog, capsys):
    caplog.set_level(logging.DEBUG)
    guarded = guard("my case Jayden Smith, dob 3/4/2015")
    assert "Jayden" not in repr(guarded) + advice(guarded) + caplog.text + capsys.readouterr().out


def test_advice_names_the_kinds_and_says_that_it_can_miss():
    said = advice(guard("my case Jayden, dob 3/4/2015"))
    assert "the name of a child or of their family and a date of birth" in said
    assert "Child A" in said
    assert "miss" in said
    assert advice(Guarded("fine")) == ""


@pytest.mark.disable_socket
def test_no_call_leaves_the_machine():
    guard("text +44 7911 123456 and sam@example.org about Jayden at www.example.org")


@settings(max_examples=300)
@given(st.text(max_size=300), st.integers(1, 200))
@example("\u0344\u200d\u0301e\u200d\u0301", 5)
@example("'s 's ' Kai's' Kai''s", 100)
def test_any_text(text, limit):
    guarded = guard(text, KNOWN, limit=limit)
    assert len(guarded.text) <= limit
    assert clean(guarded.text) == guarded.text
    assert unicodedata.is_normalized("NFC", guarded.text)
    assert not any(unicodedata.category(c) in {"Cc", "Cf", "Cs", "Co"} for c in guarded.text)
    ends = 0
    for finding in guarded.findings:
        assert ends <= finding.start < finding.end <= len(guarded.text)
        ends = finding.end


_PIECES = [
    "my case ",
    "Jayden ",
    "child called ",
    "born ",
    "3/4/15 ",
    "E1 4NS ",
    "+44 ",
    "0",
    "a@",
    ", 6 ",
]


@settings(max_examples=100)
@given(st.lists(st.sampled_from(_PIECES), max_size=300), st.sets(st.text(max_size=20), max_size=5))
def test_texts_made_of_contexts(pieces, known):
    guard("".join(pieces), known)


@pytest.mark.parametrize("piece", ["dob is on ", "a.a@a.", "1 a ", "+44 ", "Aisha's ", "who is "])
def test_hostile_repetition_is_quick(piece):
    start = time.perf_counter()
    guard(piece * 2000)
    assert time.perf_counter() - start < 2
