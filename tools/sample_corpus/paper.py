"""One sample paper: where it goes, what it is called, and how it is written to a file"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

SAMPLE_NOTE = "Sample text written for Inspection Ready."


def source_note(*sources: str) -> str:
    """The line by which a paper says that it is a sample and whose facts it holds"""
    return f"{SAMPLE_NOTE} Facts from: {'; '.join(sources)}."


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper of the sample; `stamp` is the date in the file's properties, fixed for each paper"""

    path: str
    title: str
    stamp: date
    write: Callable[[Paper, Path], None]
