"""One answer of the rehearsal's set against the feedback on it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.rehearsal.coach import Coach
from core.answers import Citation
from core.rehearsal import Difference, Feedback, FeedbackStatus, Prompt, Reach
from core.settings import ROOT

FOLDER = ROOT / "evaluation" / "rehearsal"
MOST_SUGGESTIONS = 3


@dataclass(frozen=True, slots=True)
class Expected:
    """A line of answers.jsonl or answers_fresh.jsonl; its README says what each field means."""

    id: str
    part: str
    prompt: str
    kind: str
    answer: str
    covered: tuple[dict[str, Any], ...]
    differs: tuple[dict[str, Any], ...]
    true_figures: tuple[str, ...]
    probe: str
    must_not: tuple[str, ...]
    guard: bool


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the feedback on an answer got right and wrong."""

    expected: Expected
    not_found: tuple[str, ...]
    as_covered: int
    unlisted: int
    """Points shown as covered by an answer of which none is listed."""
    not_caught: tuple[str, ...]
    pointed_out: int
    """Planted differences pointed out, the passage cited with it the expected one or not."""
    false_alarms: tuple[str, ...]
    true_called_wrong: tuple[str, ...]
    must_not: tuple[str, ...]
    overdone: bool
    probe: str
    probe_right: bool
    guard_right: bool
    seconds: float

    @property
    def right(self) -> bool:
        """Everything that must be said is, and nothing that must not."""
        wrong = self.not_found or self.not_caught or self.false_alarms or self.must_not
        return not wrong and not self.overdone and self.probe_right and self.guard_right


def load(part: str) -> list[Expected]:
    """The answers of a part."""
    files = sorted(FOLDER.glob("answers*.jsonl"))
    lines = [line for each in files for line in each.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in lines if line.strip()]
    return [
        Expected(
            **dict[str, Any]((k, tuple(v) if isinstance(v, list) else v) for k, v in row.items())
        )
        for row in rows
        if row["part"] == part
    ]


def outcome(coach: Coach, prompts: Mapping[str, Prompt], each: Expected) -> Outcome:
    """The feedback on an answer, scored."""
    given = coach.feedback(prompts[each.prompt], each.answer)
    points = [p for p in given.points if p.reach is not Reach.NOT_MENTIONED]
    found = [(_quoted(each_covered, [p.citation for p in points]), each_covered)
             for each_covered in each.covered]  # fmt: skip
    covered = [p.citation for p in points if p.reach is Reach.COVERED]
    planted = [(each.answer.find(one["said"]), one) for one in each.differs]
    alarms = [d for d in given.differences if not _planted(d, each.answer, planted)]
    said = own_words(given)
    probe = given.probe.text if given.probe else "none"
    blocked = given.status is FeedbackStatus.BLOCKED_PERSONAL_DATA
    fed_back = bool(given.points or given.differences or given.signs or given.suggestions)
    return Outcome(
        each,
        tuple(one["quote"] for hit, one in found if not hit),
        sum(_quoted(one, covered) for one in each.covered),
        0 if each.covered else len(covered),
        tuple(one["said"] for _, one in planted if not _caught(given, each.answer, one)),
        sum(any(_planted(d, each.answer, [pair]) for d in given.differences) for pair in planted),
        tuple(one.said for one in alarms),
        tuple(one.said for one in alarms if _is_true(one.said, each.true_figures)),
        tuple(word for word in each.must_not if _says(said, word)),
        len(given.suggestions) > MOST_SUGGESTIONS,
        probe,
        _probe_right(each.probe, probe),
        blocked == each.guard and not (blocked and fed_back),
        given.seconds,
    )


def _is_true(said: str, true: Sequence[str]) -> bool:
    return any(each in said or said in each for each in true)


def own_words(given: Feedback) -> str:
    """The feedback's own words; what it quotes of the papers or the answer is apart."""
    probe = [given.probe.text] if given.probe else []
    quoted = [each.said for each in given.differences]
    texts = [each.text for each in given.suggestions]
    for words in quoted:
        texts = [each.replace(f"'{words}'", "''") for each in texts]
    return " ".join([*texts, *probe, given.advice, *given.findings])


def _says(text: str, word: str) -> bool:
    return bool(re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text, re.IGNORECASE))


def _probe_right(wanted: str, got: str) -> bool:
    if wanted == "any":
        return True
    return got.lower().startswith(wanted)


def _caught(given: Feedback, answer: str, planted: Mapping[str, Any]) -> bool:
    start = answer.find(planted["said"])
    end = start + len(planted["said"])
    for each in given.differences:
        at = answer.find(each.said)
        while at >= 0:
            if at < end and start < at + len(each.said):
                return _quoted(planted, [each.citation])
            at = answer.find(each.said, at + 1)
    return False


def _planted(
    each: Difference, answer: str, planted: Sequence[tuple[int, Mapping[str, Any]]]
) -> bool:
    at = answer.find(each.said)
    while at >= 0:
        if any(at < start + len(one["said"]) and start < at + len(each.said)
               for start, one in planted):  # fmt: skip
            return True
        at = answer.find(each.said, at + 1)
    return False


def _quoted(expected: Mapping[str, Any], citations: Sequence[Citation]) -> bool:
    """Whether one of the citations is of the words expected, or of those that say the same."""
    places = [expected, *expected.get("also", ())]
    return any(same_place(one["file"], one["quote"], each) for one in places for each in citations)


def same_place(file: str, quote: str, citation: Citation) -> bool:
    """Whether a citation holds the words of a file: all cells of a row, or the sentence."""
    if citation.document.file != file:
        return False
    held = _plain(citation.quote)
    parts = [_plain(each) for each in quote.split("…")]
    return all(each in held or held in each for each in parts if each) and bool(parts)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[…|•]", " ", text).split()).lower()
