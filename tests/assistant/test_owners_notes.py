"""An owner's note goes wherever its passage is cited."""

from __future__ import annotations

from pathlib import Path

from assistant.answering import Assistant
from assistant.as_json import answer_as_json, answer_as_text
from tests.support import config, folder_of, ingest
from vectorstore.embed import Embedder

ROTA = "# Duty rota\n\nTower Hamlets Council\n\nThe duty team meets on Mondays.\n"


def test_a_note_is_in_the_answer_its_json_and_its_text(tmp_path: Path, embedder: Embedder) -> None:
    corpus = folder_of(tmp_path / "corpus", {"rota.md": ROTA})
    ingest(corpus, tmp_path / "index", embedder=embedder)
    assistant = Assistant.open(config(index=tmp_path / "index"), embedder)
    register = assistant._search.index.register
    (document,) = register.documents()
    asked = "On which day does the duty team meet?"
    assert {each.note for each in assistant.ask([asked]).citations} == {""}
    register.pin_note(document.id, "The duty team meets on Mondays.", "Tuesdays since May.")
    answer = assistant.ask([asked])
    assert [each.note for each in answer.citations] == ["Tuesdays since May."]
    assert answer_as_json(answer)["citations"][0]["note"] == "Tuesdays since May."
    assert "Note by the document's owner: Tuesdays since May." in answer_as_text(answer)
    assistant.close()
