"""Forty-eight lies about one invented paper, by kind. `python -m evaluation.written_table`

Prints of each whether the check catches it, over which words, and the count of each kind. The
lies (evaluation/written/table.jsonl) were written before the check was run on them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from assistant.check import Closeness, Verdict, check
from assistant.writing.material import Material
from assistant.writing.sentences import written_sentences
from evaluation.written_answers import FOLDER, OURS, of_the_product

TABLE = FOLDER / "table.jsonl"


@dataclass(frozen=True, slots=True)
class Row:
    """A lie of a kind and what the check says of it."""

    kind: str
    sentence: str
    verdict: Verdict


def rows(closeness: Closeness) -> list[Row]:
    """Every lie of the table, checked."""
    first, *lies = map(json.loads, TABLE.read_text(encoding="utf-8").splitlines())
    passages = {n: Material(n, **each) for n, each in enumerate(first["passages"], start=1)}
    found = []
    for lie in lies:
        verdict = Verdict.sound()
        for each in written_sentences([lie["sentence"]]):
            if verdict and each is not None:
                verdict = check(each, lie["question"], passages, closeness, OURS)
        found.append(Row(lie["kind"], lie["sentence"], verdict))
    return found


def main() -> None:
    """Prints the table."""
    found = rows(of_the_product())
    for kind in dict.fromkeys(each.kind for each in found):
        of_kind = [each for each in found if each.kind == kind]
        print(f"{kind}: {sum(not each.verdict for each in of_kind)} of {len(of_kind)} caught")
        for each in of_kind:
            why = "MISSED" if each.verdict else f"caught: {each.verdict.fault.value}"
            print(f"    {each.sentence}  {why}")
    print(f"{sum(not each.verdict for each in found)} of {len(found)} caught")


if __name__ == "__main__":
    main()
