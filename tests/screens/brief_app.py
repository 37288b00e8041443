"""The Brief screen alone, over a real register and index, for AppTest."""

from __future__ import annotations

from screens import brief

brief.show()
