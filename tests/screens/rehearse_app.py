"""The Rehearse screen alone with the fake coach, for AppTest."""

from __future__ import annotations

from screens import first_run, rehearse, rehearse_state, source_view
from screens.shared import service
from tests.screens.fake import Shared

for module in (service, first_run, rehearse, source_view):
    module.assistant = Shared.one()  # type: ignore[attr-defined]
rehearse_state.coach = Shared.one().fake.coach  # type: ignore[assignment]
rehearse.show()
