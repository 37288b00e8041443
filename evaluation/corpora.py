"""The folders that the question sets are asked over."""

from __future__ import annotations

import shutil
from pathlib import Path

from core.settings import ROOT
from evaluation.question_sets import PAPERS

# The five papers as a council keeps them, one form each; 'text' has the same words as plain text.
_OFFICE_FORMS = ("000*.pptx", "001*.html", "002*.docx", "003*.docx", "004*.pdf")
_TEXT_FORMS = ("*.txt",)


def prepare(name: str, folder: Path) -> Path | None:
    """A corpus folder for a set: 'shipped', 'seeds', 'seeds-text' or 'reports'.

    Copies papers into `folder` where a choice of them is needed. None when they are absent.
    """
    if name == "shipped":
        return ROOT / "corpus"
    if name == "reports":
        return PAPERS / "reports" if (PAPERS / "reports").is_dir() else None
    seeds = PAPERS / "seeds"
    if not seeds.is_dir():
        return None
    patterns = _TEXT_FORMS if name == "seeds-text" else _OFFICE_FORMS
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for pattern in patterns:
        for path in sorted(seeds.glob(pattern)):
            shutil.copyfile(path, target / path.name)
    return target
