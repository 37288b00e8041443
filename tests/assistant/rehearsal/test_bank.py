"""The bank of practice prompts: what a council may rely on when it edits its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.rehearsal import bank
from core.errors import BadBank
from core.rehearsal import About, Area, Role

HEAD = "id,roles,area,about,prompt,shows\n"
GOOD = 'a-1,social-worker; team-manager,care-leavers,case,"Who, if anyone?",one;two\n'


def written(tmp_path: Path, text: str, encoding: str = "utf-8") -> Path:
    path = tmp_path / "prompts.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_the_shipped_bank_has_sixty_prompts_and_some_for_every_role_and_area():
    shipped = bank.prompts()
    assert len(shipped) >= 60
    for role in Role:
        assert any(role in each.roles for each in shipped)
    for area in Area:
        for about in About:
            assert any(each.area is area and each.about is about for each in shipped)


def test_a_councils_own_bank_is_read_as_excel_saves_it(tmp_path: Path):
    (prompt,) = bank.prompts(written(tmp_path, HEAD + GOOD, "utf-8-sig"))
    assert prompt.roles == (Role.SOCIAL_WORKER, Role.TEAM_MANAGER)
    assert prompt.text == "Who, if anyone?"
    assert prompt.shows == ("one", "two")


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        (HEAD + GOOD.replace("case", "cases"), "line 2", "about"),
        (HEAD + GOOD + GOOD.replace("team-manager", "boss").replace("a-1", "b"), "line 3", "roles"),
        (HEAD + GOOD.replace('"Who, if anyone?"', ""), "line 2", "prompt"),
        (HEAD + GOOD + GOOD, "line 3", "id"),
        (HEAD.replace(",shows", "") + GOOD, "line 1", "shows"),
        (HEAD + GOOD.replace('"', ""), "line 2", "shows"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_column(
    tmp_path: Path, text: str, line: str, column: str
):
    with pytest.raises(BadBank) as wrong:
        bank.prompts(written(tmp_path, text))
    assert line in str(wrong.value)
    assert f"'{column}'" in str(wrong.value)


def test_a_bank_in_another_encoding_or_none_at_all_is_told(tmp_path: Path):
    with pytest.raises(BadBank, match="UTF-8"):
        bank.prompts(written(tmp_path, HEAD + GOOD.replace("one", "caf\u00e9"), "cp1252"))
    with pytest.raises(BadBank, match="could not be opened"):
        bank.prompts(tmp_path / "nowhere.csv")
