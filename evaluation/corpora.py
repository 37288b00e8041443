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
    """A corpus folder: 'shipped', 'seeds', 'seeds-text', 'reports' or 'seeds-and-reports'.

    Copies papers into `folder` where a choice of them is needed. None when they are absent.
    """
    if name == "shipped":
        return ROOT / "corpus"
    seeds, reports = PAPERS / "seeds", PAPERS / "reports"
    if not (reports if name == "reports" else seeds).is_dir():
        return None
    if name == "reports":
        return reports
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for pattern in _TEXT_FORMS if name == "seeds-text" else _OFFICE_FORMS:
        for path in sorted(seeds.glob(pattern)):
            shutil.copyfile(path, target / path.name)
    if name == "seeds-and-reports":
        shutil.copytree(reports, target, dirs_exist_ok=True)
    return target
