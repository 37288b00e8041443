"""`app.py` with the fake assistant, for AppTest and for pictures of the states."""

from __future__ import annotations

import app
from screens import ask, first_run, rehearse, source_view
from screens.shared import service
from tests.screens.fake import Shared

for module in (service, ask, first_run, rehearse, source_view):
    module.assistant = Shared.one()  # type: ignore[attr-defined]
app.main()
