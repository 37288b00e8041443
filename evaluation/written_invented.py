"""How well written answers are checked on invented papers. `python -m evaluation.written_invented`

7,906 sentences on lines of the papers in evaluation/training, written by hand in evaluation/
training_claims: honest ones in words of their own, and lies that change one thing of such words.
They are harder than evaluation/written: short, free, and no word of a lie need be the passage's.
a, b and c are by the one who then changed the check; d to i by six who had not seen it.
A fifth of the papers, by their names, is left out: whoever changes the check looks at the rest.
A file holds 'file.paper.line', then '= honest' and 'x false' lines.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import md5

from assistant.check import Closeness, Verdict, check
from assistant.writing.material import Material
from assistant.writing.sentences import written_sentences
from core.settings import ROOT
from evaluation.training_set import papers_by_place
from evaluation.written_answers import of_the_product

FOLDER = ROOT / "evaluation" / "training_claims"
LEFT_OUT = 5
"""Every fifth paper is left out."""
ABOUT = 2
"""Lines that stand before and after a line under the same heading: they come with it."""
_ROW = re.compile(r"([^:;]{3,90}?) – ([^:;]{1,40}: [^;]*;.*)")
_MARKS = {"= ": True, "x ": False}


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence on a passage, and whether that bears it out."""

    place: str
    honest: bool
    sentence: str
    passage: Material
    left_out: bool


def claims() -> Iterator[Claim]:
    """Every sentence with its passage."""
    lines_of = papers_by_place()
    for path in sorted(FOLDER.glob("*.txt")):
        place = ""
        for text in path.read_text(encoding="utf-8").splitlines():
            honest = _MARKS.get(text[:2])
            if honest is None:
                place = text.strip() or place
                continue
            paper, _, number = place.rpartition(".")
            passage = _passage(lines_of[paper], int(number) - 1)
            mark = md5(paper.encode(), usedforsecurity=False).hexdigest()
            left_out = int(mark, 16) % LEFT_OUT == 0
            yield Claim(place, honest, text[2:].rstrip(" .?") + " [1].", passage, left_out)


def _passage(lines: tuple[tuple[str, str], ...], at: int) -> Material:
    """The line with those about it; a row alone, as the product makes passages of rows."""
    heading, own = lines[at]
    row = _ROW.fullmatch(own)
    if row:
        return Material(1, f"{row[1]} ; {row[2]}".replace("; ", " ; ").replace("  ", " "), heading)
    near = lines[max(0, at - ABOUT) : at + ABOUT + 1]
    text = "\n".join(line for above, line in near if above == heading)
    return Material(1, text, heading)


def verdict(claim: Claim, closeness: Closeness) -> Verdict:
    """What the check says: the first fault."""
    found = Verdict.sound()
    for each in written_sentences([claim.sentence]):
        if found and each is not None:
            found = check(each, "", {1: claim.passage}, closeness)
    return found


def main() -> None:
    """Prints how many lies are caught and how many honest sentences dropped."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", action="store_true", help="what went wrong, but for left out")
    given = parser.parse_args()
    closeness = of_the_product()
    tally: dict[tuple[bool, bool], list[bool]] = {}
    for claim in claims():
        found = verdict(claim, closeness)
        tally.setdefault((claim.left_out, claim.honest), []).append(not found)
        if given.misses and not claim.left_out and bool(found) != claim.honest:
            print(f"{claim.place} {claim.sentence}\n    {found.fault.name} {found.words}")
    for left_out, honest in sorted(tally):
        dropped = tally[left_out, honest]
        print(
            f"{'papers left out' if left_out else 'papers looked at':18}"
            f"{'honest dropped' if honest else 'lies caught':16}{sum(dropped)}/{len(dropped)}"
        )


if __name__ == "__main__":
    main()
