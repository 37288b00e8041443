"""How far an update is, and what it did."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from core.documents import Problem


class Stage(StrEnum):
    """What an update is doing."""

    LOOKING = "Looking for changes"
    MODEL = "Making the model ready"
    READING = "Reading"
    EMBEDDING = "Indexing by meaning"
    """What was read answers by its words already."""
    CARRYING = "Copying what stays to a clean index"
    """So that of what went no word is left in a file (docs/adr/0010); nothing is embedded."""
    FINISHING = "Tidying up"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an update is: `done` of `total` files, or passages where it is indexing."""

    stage: Stage
    done: int
    total: int
    file: str = ""


@dataclass(slots=True)
class Report:
    """What an update did. Files are named by their path inside the corpus folder."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    moved: dict[str, str] = field(default_factory=dict)
    """Old place -> new place of a file with the same bytes."""
    forms: dict[str, str] = field(default_factory=dict)
    """File read now -> the file that is cited for it, as both are the same paper."""
    problems: list[Problem] = field(default_factory=list)
    failed: int = 0
    """Files that could not be read this time; `problems` has those of before too."""
    passages: int = 0
    embedded: int = 0
    seconds: float = 0.0

    @property
    def unread(self) -> list[Problem]:
        """The files that could not be read at all."""
        return [problem for problem in self.problems if problem.whole_file]

    def sort(self) -> None:
        """Puts the files in the order of their names: they were read in another."""
        for files in (self.added, self.changed, self.removed, self.unchanged):
            files.sort()

    def same_papers(self) -> list[str]:
        """Lines that say which files moved and which are forms of one paper."""
        moved = [f"  {old} is now {new}" for old, new in sorted(self.moved.items())]
        forms = [f"  {file}: {cited}" for file, cited in sorted(self.forms.items())]
        lines = ["Moved or renamed:", *moved] if moved else []
        return [*lines, *(["The same paper as another, which is cited:", *forms] if forms else [])]
