"""Pictures of pages for the source view, each made by a process of its own with a time limit."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from core.settings import ROOT

log = logging.getLogger(__name__)

TIME_LIMIT = 10.0
"""Seconds for one picture: usual pages take under one, so a longer wait helps nobody."""
AT_ONCE = 2
"""Pictures made at the same time in this process, so that forty people opening sources do not
start forty processes."""
KEPT = 64
"""Pictures kept in memory, some 150 kB each."""

_turn = threading.BoundedSemaphore(AT_ONCE)


class PictureError(Exception):
    """No picture of the page; `slow` when the time ran out."""

    def __init__(self, slow: bool = False) -> None:
        super().__init__("slow" if slow else "failed")
        self.slow = slow


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page as PNG, with how many spans are marked on it. See `page_worker.Picture`."""

    png: bytes
    found: int
    after: int
    wanted: int
    moved: int
    top: float


@st.cache_data(max_entries=KEPT, show_spinner=False)
def page_picture(
    file: Path, version: str, page_index: int, spans: tuple[str, ...], around: str
) -> PagePicture:
    """The picture of a page, the spans marked. `version` is the file's hash, for the cache.

    Raises PictureError.
    """
    del version
    order = json.dumps(
        {"file": str(file), "page_index": page_index, "spans": spans, "around": around}
    )
    with _turn:
        try:
            done = subprocess.run(
                [sys.executable, "-m", "screens.page_worker"],
                input=order.encode(),
                capture_output=True,
                timeout=TIME_LIMIT,
                cwd=ROOT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            log.warning("page picture took over %s s: page index %d", TIME_LIMIT, page_index)
            raise PictureError(slow=True) from None
    head, _, png = done.stdout.partition(b"\n")
    if done.returncode or not png:
        log.warning("page picture failed: page index %d, exit %d", page_index, done.returncode)
        raise PictureError
    facts = json.loads(head)
    return PagePicture(png, **facts)
