"""`python -m assistant.rehearsal` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support import command, json_lines

pytestmark = pytest.mark.long
OURS = {"INSPECTION_ORGANISATION": "Tower Hamlets"}


def test_a_session_in_json_lines(shipped_index: Path):
    listed = command("assistant.rehearsal", "--index", shipped_index, "--prompts", "--area",
                     "help-and-protection", **OURS)  # fmt: skip
    assert listed.returncode == 0, listed.stderr
    prompts = json_lines(listed.stdout)
    assert {"help-24"} <= {each["prompt"] for each in prompts}
    assert any(each["made"] for each in prompts)
    answers = [
        {"prompt": "help-24", "answer": "We see about 84% of children in need in four weeks."},
        {"prompt": "leaving-12", "answer": "Shanice had her baby, ring 07700 900417."},
    ]
    lines = "\n".join(map(json.dumps, answers))
    done = command("assistant.rehearsal", "--index", shipped_index, stdin=lines, **OURS)
    assert done.returncode == 0, done.stderr
    first, second = json_lines(done.stdout)
    assert [each["said"] for each in first["differs"]] == ["84%"]
    assert first["differs"][0]["citation"]["quote"]
    assert first["probe"]
    assert second["status"] == "blocked_personal_data"
    assert not second["missed"]
    assert "Shanice" not in done.stdout + done.stderr


def test_a_line_that_is_no_answer_is_named_without_its_words(shipped_index: Path):
    lines = '{"prompt": "nothing-99", "answer": "private words"}'
    done = command("assistant.rehearsal", "--index", shipped_index, stdin=lines, **OURS)
    assert done.returncode == 2
    assert "line 1" in done.stderr
    assert "private" not in done.stderr + done.stdout


def test_a_bank_that_cannot_be_read_is_told_with_its_line(shipped_index: Path, tmp_path: Path):
    bank = tmp_path / "prompts.csv"
    bank.write_text("id,roles,area,about,prompt,shows\nx,boss,care-leavers,case,Why?,\n")
    done = command("assistant.rehearsal", "--index", shipped_index, "--prompts",
                   INSPECTION_PRACTICE_PROMPTS=str(bank), **OURS)  # fmt: skip
    assert done.returncode == 1
    assert "line 2, column 'roles'" in done.stderr
