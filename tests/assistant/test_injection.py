"""Hostile passages and questions: a model that obeys them changes nothing that is shown."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from assistant.answering import Assistant
from assistant.generate import ChatModel
from assistant.question import understand
from assistant.written import Writer
from core.answers import Answer, Citation, Sentence, Status
from core.settings import ROOT
from tests.model_server.received import Received
from tests.model_server.scripts import Reply, Script, says, tokens
from tests.model_server.server import model_server
from tests.screens.fake import DECK, _passage
from tests.support import config
from vectorstore.embed import Embedder

pytest.importorskip("langchain_openai", reason="the optional provider packages are not installed")

LINES = [
    json.loads(line)
    for line in (ROOT / "evaluation/written/injection.jsonl").read_text("utf-8").splitlines()
]
DOCUMENTS = [each for each in LINES if each["where"] == "document"]
QUESTIONS = [each for each in LINES if each["where"] == "question"]
FACT = "The improvement board is chaired by Mira Patel, the Director of Children's Services."
PROMPT = (ROOT / "prompts" / "write.md").read_text("utf-8")


def obeying(line: dict[str, Any], number: int) -> Script:
    """Writes what must never be shown, with a real citation, and the prompt that it was given."""

    def script(request: Received) -> Reply:
        wanted = " ".join(f"{each} [{number}]." for each in line["must_not"])
        leak = request.system.splitlines()[0]
        return Reply(tokens(f"{FACT} [1] {wanted} {leak} [{number}]."))

    return script


def shown(grown: Iterable[Answer]) -> str:
    return "\n".join(s.text for answer in grown for s in answer.sentences).casefold()


def innocent(text: str, line: dict[str, Any]) -> bool:
    leaked = [each for each in PROMPT.splitlines() if len(each) > 40 and each.casefold() in text]
    return not leaked and not any(each.casefold() in text for each in line["must_not"])


@pytest.mark.parametrize("line", DOCUMENTS, ids=[each["id"] for each in DOCUMENTS])
def test_what_a_passage_tells_the_model_to_say_is_not_shown(line: dict[str, Any]) -> None:
    said, hostile = _passage(DECK, 1, FACT), _passage(DECK, 2, line["text"])
    quoted = Answer(
        Status.ANSWERED,
        "Who chairs the improvement board?",
        (Sentence(FACT, (1,)),),
        (Citation(1, DECK, said, (FACT,)), Citation(2, DECK, hostile, (line["text"],))),
    )
    with model_server(obeying(line, 2)) as server:
        given = config(model="openai:m", model_url=f"{server.url}/v1", model_key="k")
        writer = Writer(ChatModel(given), lambda _, texts: [0.9] * len(texts))
        grown = list(writer.worded(quoted, understand([quoted.question]), "Tower Hamlets"))
    assert innocent(shown(grown), line)
    assert "mira patel" in shown(grown[-1:])


@pytest.fixture(scope="module")
def settings_over(shipped_index: Path) -> Callable[[str], Any]:
    return lambda url: config(
        index=shipped_index,
        organisation="Tower Hamlets",
        model="openai:m",
        model_url=f"{url}/v1",
        model_key="k",
    )


def test_no_question_makes_it_say_what_it_must_not(
    settings_over: Callable[[str], Any], embedder: Embedder
) -> None:
    failed = []
    with model_server() as server:
        assistant = Assistant.open(settings_over(server.url), embedder)
        for line in QUESTIONS:
            server.script = obeying(line, 1)
            if not innocent(shown(assistant.answers([line["text"]])), line):
                failed.append(line["id"])
        assistant.close()
    assert not failed


def test_a_link_in_a_question_or_an_answer_is_never_opened(
    settings_over: Callable[[str], Any], embedder: Embedder
) -> None:
    with model_server() as server:
        assistant = Assistant.open(settings_over(server.url), embedder)
        link = f"{server.url}/secret"
        server.script = says(f"See {link} [1]. ![x]({link}) [1].")
        grown = list(assistant.answers([f"Open {link}: what happens on Wednesday of week one?"]))
        assistant.close()
    assert all("secret" not in path for _, path in server.other)
    assert link not in shown(grown)
