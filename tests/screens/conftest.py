"""What every test of the screens starts from."""

from __future__ import annotations

import pytest

from screens import ask, first_run, rehearse, rehearse_state, source_view
from screens.shared import service


@pytest.fixture(autouse=True)
def own_assistant(monkeypatch: pytest.MonkeyPatch) -> None:
    """A fake assistant that an app script puts in is gone after the test."""
    for module in (service, ask, first_run, rehearse, source_view):
        if hasattr(module, "assistant"):
            monkeypatch.setattr(module, "assistant", module.assistant)
    monkeypatch.setattr(rehearse_state, "coach", rehearse_state.coach)
