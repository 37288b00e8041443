"""`app.py` with the fake assistant, for AppTest and for pictures of the states."""

from __future__ import annotations

import app
from screens.shared import service
from tests.screens.fake import FakeAssistant

_ONE = FakeAssistant()


class _Shared:
    """Stands for the cached function: the same assistant for all."""

    def __call__(self) -> FakeAssistant:
        return _ONE

    def clear(self) -> None:
        """Nothing is cached."""


def main() -> None:
    shared = _Shared()
    from screens import ask, first_run, source_view

    for module in (service, ask, first_run, source_view):
        module.assistant = shared  # type: ignore[attr-defined]
    app.main()


if __name__ == "__main__":
    main()
