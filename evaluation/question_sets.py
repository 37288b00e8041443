"""The question sets: JSON lines beside this file, each question in a `tune` or a `check` part."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.answers import Status
from core.settings import ROOT

QUESTIONS = Path(__file__).parent / "questions"
PAPERS = ROOT.parent / "shared"
"""The papers that are not part of the repo; sets over them are skipped where it is absent."""


class Part(StrEnum):
    """`tune` may be looked at; `check` is written first and never tuned to."""

    TUNE = "tune"
    CHECK = "check"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of a document that a right answer can cite."""

    document: str
    page: str
    words: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a set with what a right answer holds.

    `facts`: of each group one alternative must stand in the answer; `forbidden`: none may.
    """

    id: str
    part: Part
    kind: str
    organisation: str
    turns: tuple[str, ...]
    expect: frozenset[Status]
    facts: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    corpus: str = ""
    """The papers it is asked over, where the set's questions are of several; see `corpora`."""

    @property
    def answerable(self) -> bool:
        """True when some answer is right; False when only a refusal is."""
        return bool(self.expect & {Status.ANSWERED, Status.PARTLY_ANSWERED, Status.CONFLICTING})

    @property
    def must_refuse(self) -> bool:
        """True when nothing but a refusal is right."""
        return self.expect == {Status.NOT_IN_DOCUMENTS}


def load(name: str) -> tuple[Asked, ...]:
    """A question set by its file's name without the ending. Raises FileNotFoundError."""
    lines = (QUESTIONS / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(_asked(json.loads(line)) for line in lines if line.strip())


def _asked(row: dict[str, object]) -> Asked:
    def strings(value: object) -> tuple[str, ...]:
        return tuple(str(each) for each in value) if isinstance(value, list) else ()

    facts, evidence = row.get("facts"), row.get("evidence")
    return Asked(
        id=str(row["id"]),
        part=Part(str(row["part"])),
        kind=str(row["kind"]),
        organisation=str(row.get("organisation") or ""),
        turns=strings(row["turns"]),
        expect=frozenset(Status(each) for each in strings(row["expect"])),
        facts=tuple(strings(group) for group in facts) if isinstance(facts, list) else (),
        forbidden=strings(row.get("forbidden")),
        evidence=tuple(
            Evidence(str(each["document"]), str(each["page"]), str(each["words"]))
            for each in (evidence if isinstance(evidence, list) else [])
        ),
        corpus=str(row.get("corpus") or ""),
    )


def commit_of(name: str) -> str:
    """The commit that last changed the check part of a set, '' outside a git checkout."""
    git = shutil.which("git")
    if git is None:
        return ""
    path = QUESTIONS / f"{name}.jsonl"
    changed = ["-G", '"part": "check"', "--format=%h %cs", "--", str(path)]
    command = [git, "-C", str(ROOT), "log", "-1", *changed]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()
