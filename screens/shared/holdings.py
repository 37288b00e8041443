"""The register and the passages of this process's index, for screens that show or change them."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from core.errors import IndexMissing
from core.settings import settings

if TYPE_CHECKING:
    from records.jobs import Jobs
    from records.register import Register
    from vectorstore.index import IndexReader

log = logging.getLogger(__name__)

LOCAL = ("localhost", "127.0.0.1", "::1")
"""Addresses that only this machine can reach."""


def changes_allowed() -> bool:
    """May documents be changed here? By the setting; without one, only on this machine alone."""
    given = settings().allow_changes
    return st.get_option("server.address") in LOCAL if given is None else given


@st.cache_resource(show_spinner=False)
def _reader() -> IndexReader:
    from vectorstore.index import IndexReader  # noqa: PLC0415 - loads libraries

    return IndexReader(settings().index)


def reader() -> IndexReader | None:
    """The index as it stands now; None where there is none yet."""
    try:
        found = _reader()
        found.refresh()
    except IndexMissing:
        _reader.clear()
        return None
    return found


def register() -> Register:
    """The register, also where there is no index yet."""
    found = reader()
    return found.register if found else _first_register()


@st.cache_resource(show_spinner=False)
def _first_register() -> Register:
    from records.register import Register  # noqa: PLC0415 - loads libraries

    settings().index.mkdir(parents=True, exist_ok=True)
    return Register.of_index(settings().index)


def jobs() -> Jobs:
    """The updates started from a screen."""
    from records.jobs import Jobs  # noqa: PLC0415 - loads libraries

    return Jobs(register().engine)
