"""`python -m evaluation.inspection_steps`: which steps are found in papers, and which are invented.

Small invented papers in `timetable/phrasings.jsonl`, in a `tune` and a `check` part, written before
the code that finds steps; in `harder.jsonl`, all to tune by, as odd as people write them, and many
that only look like steps. A step is
right when its words, weeks, days, times, whether it is a deadline, and its period are those of the
set; who does it is counted apart.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.documents import DocumentText
from core.inspection_steps import InspectionStep
from core.settings import Settings
from evaluation.question_sets import Part
from ingest.facts import find_facts
from ingest.folder import corpus_files
from ingest.reading import FileReader
from ingest.version import document_text
from language.inspection_steps import find_steps
from language.weeks import day_name

FOLDER = Path(__file__).parent / "timetable"
PHRASINGS, HARDER = FOLDER / "phrasings.jsonl", FOLDER / "harder.jsonl"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class StepScore:
    """One paper of the set: what it sets out, and what was made of it."""

    id: str
    part: Part
    wanted: int
    right: int
    who_right: int
    kind_right: int
    invented: tuple[str, ...]
    missed: tuple[str, ...]
    wrong: tuple[str, ...]
    """What each missed step has otherwise, or 'not found'."""

    @property
    def whole(self) -> bool:
        """Every step is right and none invented."""
        return self.right == self.wanted and not self.invented


def main(arguments: list[str] | None = None) -> int:
    """Runs the command; returns its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m evaluation.inspection_steps", description=__doc__
    )
    parser.add_argument("--misses", action="store_true", help="list the misses of the tune part")
    options = parser.parse_args(arguments)
    scores = score(PHRASINGS)
    for part in Part:
        of_part = [each for each in scores if each.part is part]
        print(line(part.value, of_part), faults(of_part), sep="\n")
    harder = score(HARDER)
    print(line("harder, tune", harder), faults(harder), sep="\n")
    if options.misses:
        for each in (one for one in [*scores, *harder] if one.part is Part.TUNE and not one.whole):
            print(f"- {each.id}")
            print("".join(f"    missed   {text}\n" for text in each.missed), end="")
            print("".join(f"    invented {text}\n" for text in each.invented), end="")
    return 0


def line(name: str, scores: Sequence[StepScore]) -> str:
    """The figures of a part, for people."""
    wanted = sum(each.wanted for each in scores) or 1
    right = sum(each.right for each in scores)
    whole = sum(each.whole for each in scores)
    invented = sum(len(each.invented) for each in scores)
    return (
        f"{name}: {right} of {wanted} steps right ({100 * right / wanted:.1f}%), "
        f"{invented} invented; {whole} of {len(scores)} papers wholly right "
        f"({100 * whole / (len(scores) or 1):.1f}%); who: {sum(e.who_right for e in scores)}, "
        f"kind of inspection: {sum(e.kind_right for e in scores)}"
    )


def faults(scores: Sequence[StepScore]) -> str:
    """What the missed steps of a part have otherwise, counted."""
    counted = Counter(name for each in scores for name in each.wrong)
    return "  missed: " + ", ".join(f"{name} {number}" for name, number in counted.most_common())


def score(path: Path) -> list[StepScore]:
    """Each paper of the set as scored."""
    rows = [json.loads(each) for each in path.read_text(encoding="utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            (Path(folder) / f"{row['id']}.md").write_text(row["text"], encoding="utf-8")
        texts = {Path(each.document.file).stem: each for each in read_folder(Path(folder))}
    return [_scored(row, texts[row["id"]]) for row in rows]


def read_folder(folder: Path) -> Iterator[DocumentText]:
    """Every file of a folder that can be read, as it goes into an index."""
    with FileReader.within(Settings()) as reader:
        for each in corpus_files(folder):
            if each.reason is None:
                content = reader.read(each.path)
                facts = find_facts(each.file, content)
                yield document_text(each, content, facts, each.file, "1")


def _scored(row: Row, text: DocumentText) -> StepScore:
    passages = {each.id: each for each in text.passages}
    found = [
        (squeezed(passages[each.passage].text[each.start : each.end]), each)
        for each in find_steps(text.document, text.passages)
    ]
    left, right, who, kind, missed, wrong = list(found), 0, 0, 0, [], []
    for wanted in row["steps"]:
        quote = squeezed(wanted["quote"])
        same = [pair for pair in left if pair[0] in quote or quote in pair[0]]
        best = next((pair for pair in same if as_set(pair[1]) == as_wanted(wanted)), None)
        chosen = best or next(iter(same), None)
        if chosen is None:
            missed.append(wanted["quote"])
            wrong.append("not found")
            continue
        left.remove(chosen)
        right += best is not None
        who += chosen[1].who.lower() == wanted.get("who", "").lower()
        kind += chosen[1].inspection.value == wanted.get("inspection", "")
        if best is None:
            missed.append(f"{wanted['quote']}: {as_set(chosen[1])} for {as_wanted(wanted)}")
            both = zip(FIELDS, as_set(chosen[1]), as_wanted(wanted), strict=True)
            wrong.append(" and ".join(name for name, one, other in both if one != other))
    invented = tuple(f"{words}: {as_set(each)}" for words, each in left)
    part = Part(row["part"])
    return StepScore(
        row["id"],
        part,
        len(row["steps"]),
        right,
        who,
        kind,
        invented,
        tuple(missed),
        tuple(wrong),
    )


def squeezed(text: str) -> str:
    """Without what cells are parted by, and white space as one."""
    return " ".join(text.replace("|", " ").replace("*", " ").replace("_", " ").split())


FIELDS = ("week", "day", "time", "until", "deadline", "period")


def as_set(step: InspectionStep) -> tuple[object, ...]:
    """When it happens, as the set writes it."""
    period = step.period
    told = (period.amount, period.unit.value, period.direction.value) if period else None
    days = tuple(day_name(day) for day in step.days)
    return step.weeks, days, step.time, step.until, step.deadline and bool(days or step.time), told


def as_wanted(wanted: Row) -> tuple[object, ...]:
    """The same of a line of the set."""
    period = wanted.get("relative")
    told = (period["amount"], period["unit"], period["direction"]) if period else None
    days, time = tuple(wanted.get("days", ())), wanted.get("time", "")
    by = bool(wanted.get("by")) and bool(days or time)
    return tuple(wanted.get("weeks", ())), days, time, wanted.get("until", ""), by, told


if __name__ == "__main__":
    sys.exit(main())
