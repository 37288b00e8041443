"""A refusal names what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.pipeline import Assistant
from core.answers import Status
from tests.support import config, folder_of

PAPER = """# Scorecard of Tower Hamlets, March 2025

## Front door

The Resilience Board looks at the front door.

Contacts that became a referral will be published in due course.
"""


@pytest.fixture(scope="module")
def assistant(
    tmp_path_factory: pytest.TempPathFactory, index_of: Callable[[Path], Path]
) -> Assistant:
    corpus = folder_of(tmp_path_factory.mktemp("missing"), {"performance-report/card.md": PAPER})
    return Assistant.open(config(index=index_of(corpus)))


def test_a_word_that_no_document_has_is_named(assistant: Assistant) -> None:
    answer = assistant.ask(["who runs the zeppelin hangar?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "‘zeppelin’ or ‘hangar’" in answer.text


def test_a_person_who_is_not_named(assistant: Assistant) -> None:
    answer = assistant.ask(["what is the name of the chair of the Resilience Board?"])
    assert answer.status is Status.NOT_IN_DOCUMENTS
    assert "does not say a name" in answer.text or "No document mentions" in answer.text
    assert answer.near
