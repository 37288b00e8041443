"""What a person sees when a screen itself fails: plain words and a number, never a traceback."""

from __future__ import annotations

import functools
import logging
import uuid
from collections.abc import Callable

import streamlit as st

from core.errors import RegisterTooNew
from screens.shared import words

log = logging.getLogger(__name__)


def shown_safely(screen: Callable[[], None]) -> Callable[[], None]:
    """Let a screen's own fault end in words; the log has the number and the place."""

    @functools.wraps(screen)
    def safe() -> None:
        try:
            screen()
        except Exception as error:  # Streamlit's own signals are not Exceptions
            error_id = uuid.uuid4().hex[:8]
            place = error.__traceback__
            while place is not None and place.tb_next is not None:
                place = place.tb_next
            where = f"{place.tb_frame.f_code.co_filename}:{place.tb_lineno}" if place else "?"
            # Not the error's text: it could hold words of the question.
            log.error("screen failed, error id %s: %s at %s", error_id, type(error).__name__, where)
            told = words.TOO_NEW if isinstance(error, RegisterTooNew) else words.BROKEN
            st.error(told.format(error_id=error_id))

    return safe
